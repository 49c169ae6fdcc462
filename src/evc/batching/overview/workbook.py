"""A workbook of any number of rows in little memory: XlsxWriter makes all but the rows, which are put in between.

XlsxWriter knows what Excel asks of tables, drop-downs, coloured words and a page set-up. But it makes a real table only
of rows that it holds in memory, all of them, and a batch of 50,000 dossiers has over a million. So it makes the sheets
with one empty row each; the rows are written beside them meanwhile and take that row's place in the end.
"""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import chain
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from evc.batching.overview.cells import NUMBER, Cell, row_maker
from evc.batching.overview.skeleton import FIRST_ROW, Sheet, Wording, looks_of, skeleton
from evc.model.value import value

MOST_ROWS = 1_048_575
"""Rows that a sheet of Excel holds below its headings; more go on in a second sheet."""

# Fast, and hardly larger than at its smallest.
_LEVEL = 3
_PIECE = 1 << 20
# The day of what has no day: the first that a zip can name.
_LONG_AGO = date(1980, 1, 1)
_KIND = re.compile(r"xl/(tables/table|worksheets/sheet)([0-9]+)\.xml")


@value
class Room:
    """Where rows wait: a folder, files in it that are closed with `files`, and how many rows fit in a sheet."""

    folder: Path
    files: ExitStack
    most: int = MOST_ROWS


class Rows:
    """The rows of a sheet while they come in, in a file without a name; more than fit go on in another."""

    def __init__(self, sheet: Sheet, looks: Sequence[str], room: Room) -> None:
        """No row yet."""
        self.sheet, self.looks, self._room = sheet, looks, room
        self.make: Callable[[Iterable[Cell]], str] = row_maker(sheet.columns, looks)
        self.parts = [_Part(room)]

    def add(self, row: str) -> None:
        """The next row, as `make` made it."""
        if self.parts[-1].count == self._room.most:
            self.parts.append(_Part(self._room))
        part = self.parts[-1]
        part.count += 1
        part.write(row.replace(NUMBER, str(part.count + 1)))


class _Part:
    """As many rows as fit in one sheet."""

    def __init__(self, room: Room) -> None:
        self.count = self.size = 0
        self._file = room.files.enter_context(tempfile.TemporaryFile(dir=room.folder))  # noqa: SIM115 - it is one

    def write(self, row: str) -> None:
        self.size += self._file.write(row.encode())

    def read(self) -> Iterator[bytes]:
        """All of it; nothing more will come."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece


class Book:
    """A workbook while its rows come in."""

    def __init__(self, sheets: Sequence[Sheet], wording: Wording, room: Room) -> None:
        """Begin with these sheets."""
        self._wording = wording
        empty = skeleton([(sheet, sheet.name, 0) for sheet in sheets], wording, _LONG_AGO)
        looks = [looks_of(empty[f"xl/worksheets/sheet{at}.xml"]) for at in range(1, len(sheets) + 1)]
        self.rows = [Rows(sheet, look, room) for sheet, look in zip(sheets, looks, strict=True)]

    def finish(self, stream: IO[bytes], made: date | None) -> None:
        """Write all of it; `made` is the day that the file says it was made on. Raises OSError when it cannot."""
        named = [
            _Named(rows.sheet, rows.sheet.name if at == 1 else f"{rows.sheet.name} ({at})", part)
            for rows in self.rows
            for at, part in enumerate(rows.parts, start=1)
        ]
        files = skeleton([(each.sheet, each.name, each.part.count) for each in named], self._wording, made or _LONG_AGO)
        with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
            for name, data in files.items():
                _put(packed, name, data, named)


@value
class _Named:
    """A sheet of the workbook as it is written, with its rows."""

    sheet: Sheet
    name: str
    part: _Part


def _put(packed: ZipFile, name: str, data: bytes, sheets: Sequence[_Named]) -> None:
    """Write a file of the workbook: a sheet with its rows, a table with its true size, all else as it is."""
    kind, number = found.groups() if (found := _KIND.fullmatch(name)) else ("", "0")
    info = ZipInfo(name, (_LONG_AGO.year, _LONG_AGO.month, _LONG_AGO.day, 0, 0, 0))
    info.compress_type, info.create_system = ZIP_DEFLATED, 0
    if not kind:
        packed.writestr(info, data, compresslevel=_LEVEL)
        return
    sheet = sheets[int(number) - 1]
    data = data.replace(_range(sheet.sheet, 1), _range(sheet.sheet, sheet.part.count))
    if kind == "tables/table" or not sheet.part.count:
        packed.writestr(info, data, compresslevel=_LEVEL)
        return
    before, after = FIRST_ROW.split(data, maxsplit=1)
    info.file_size = len(data) + sheet.part.size
    with packed.open(info, "w") as file:
        for piece in chain([before], sheet.part.read(), [after]):
            file.write(piece)


def _range(sheet: Sheet, rows: int) -> bytes:
    """The cells of a sheet as Excel names them, where the whole of it is meant."""
    last = chr(ord("A") + len(sheet.columns) - 1)
    return f'ref="A1:{last}{max(rows, 1) + 1}"'.encode()
