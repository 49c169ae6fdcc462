"""Opening a workbook that came from anywhere: bounds first, then openpyxl, then plain cells and nothing of openpyxl."""

import datetime as dt
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter

from evc.model.value import value

MAX_PARTS = 500
"""Files inside a workbook; a form has some fifteen."""
MAX_UNPACKED_BYTES = 40 * 1024 * 1024
"""All parts unpacked: a form of a whole programme is some 5 MB, and a zip bomb is thousands."""
MAX_ROWS, MAX_COLUMNS = 20_000, 30
"""What is looked at of a sheet."""

_MARKUP = (".xml", ".rels", ".vml")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class NotAWorkbookError(ValueError):
    """Why the bytes are no workbook that evc opens, in one fixed word: not-xlsx, too-large or unreadable."""


@value
class Cell:
    """What stands in a cell, and whether it is a formula; a whole number is an int, another a Decimal."""

    content: str | int | Decimal | dt.date | None
    formula: bool


Table = Sequence[Sequence[Cell]]


def place(sheet: str, row: int, column: int) -> str:
    """A cell as office programs name it; rows and columns count from 1."""
    return f"{sheet}!{get_column_letter(column)}{row}"


def read_tables(data: bytes) -> Mapping[str, Table]:
    """The cells of every sheet by its name, as far as they are looked at.

    Raises NotAWorkbookError.
    """
    try:
        harmless = _repacked(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _tables(harmless)
    except NotAWorkbookError:
        raise
    except zipfile.BadZipFile as fault:
        raise NotAWorkbookError("not-xlsx") from fault
    except Exception as fault:
        # zipfile and openpyxl raise whatever a broken file leads to: KeyError, TypeError, ParseError and more.
        raise NotAWorkbookError("unreadable") from fault


def _repacked(data: bytes) -> BytesIO:
    """The workbook with every part unpacked within bounds and looked at, before anything parses it."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as harmless:
        parts = archive.infolist()
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            raise NotAWorkbookError("too-large")
        names = [part.filename for part in parts]
        if "xl/workbook.xml" not in names:
            raise NotAWorkbookError("not-xlsx")
        if len(set(names)) < len(names) or not all(part.compress_type in _PACKED for part in parts):
            raise NotAWorkbookError("unreadable")
        for part in parts:
            # A part may say that it is smaller than it is: so many bytes are unpacked as it says, and no more.
            with archive.open(part) as packed:
                unpacked = packed.read(part.file_size)
            if part.filename.endswith(_MARKUP) and _declares(unpacked):
                raise NotAWorkbookError("unreadable")
            harmless.writestr(part.filename, unpacked)
    return stream


def _declares(part: bytes) -> bool:
    """Whether markup declares a document type or entities, or is in an encoding in which that could be hidden."""
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part


def _tables(stream: BytesIO) -> Mapping[str, Table]:
    book: Any = load_workbook(stream, read_only=True, keep_links=False)
    try:
        return {sheet.title: tuple(_rows(sheet)) for sheet in book.worksheets}
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[tuple[Cell, ...]]:  # noqa: ANN401 - openpyxl's own
    for row in sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
        yield tuple(Cell(_content(each.value), formula=each.data_type == "f") for each in row)


def _content(found: object) -> str | int | Decimal | dt.date | None:
    match found:
        case None | str():
            content: str | int | Decimal | dt.date | None = found
        case bool():
            content = str(found).lower()
        case float():
            content = int(found) if found.is_integer() else Decimal(repr(found))
        case dt.datetime():
            content = found.date()
        case int() | dt.date():
            content = found
        case _:
            content = str(found)
    return content
