"""`overview.csv`: a row a dossier, that opens right in the Excel of who reads it.

Excel takes a file without a mark for another code page, and splits where the machine's own list separator stands: in
Dutch a semicolon, with a decimal comma; in English a comma, with a point. Every cell is quoted. Text that a spreadsheet
would calculate begins with an apostrophe (CWE-1236), for the committee opens what candidates wrote.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import IO

from evc.batching.overview.told import Told
from evc.language import Language
from evc.reporting.facts import plain_decimal

COLUMNS = (
    *("candidate", "name", "programme", "stand", "awarded", "credits", "on", "submitted"),
    *("award", "investigate", "partial", "none", "attention", "dossier", "advice", "digest"),
)
_BOM = "\ufeff"
_SEPARATORS = {"nl": (";", ","), "en": (",", ".")}
# The signs that begin a formula, their full-width forms too, also behind white space that a program strips.
_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_QUOTE, _TWICE = '"', '""'

Cell = str | Decimal | int | None


class Table:
    """A table that is being written to `stream`."""

    def __init__(self, stream: IO[bytes], language: Language) -> None:
        """Begin with the mark that says UTF-8, and the headings."""
        self._stream = stream
        self._between, self._decimal = _SEPARATORS[language.code]
        stream.write(_BOM.encode())
        self.add(self._quoted(language.say(f"overview.column.{column}") for column in COLUMNS))

    def line(self, cells: Iterable[Cell]) -> str:
        """A line with these cells."""
        return self._quoted(map(self._text, cells))

    def add(self, line: str) -> None:
        """A dossier, by its line."""
        self._stream.write(line.encode("utf-8", "backslashreplace"))

    def _quoted(self, texts: Iterable[str]) -> str:
        return self._between.join([f'"{each.replace(_QUOTE, _TWICE)}"' for each in texts]) + "\r\n"

    def _text(self, cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case Decimal():
                return plain_decimal(cell).replace(".", self._decimal)
            case int():
                return str(cell)
            case _:
                return harmless(cell)


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def cells(told: Told) -> Iterator[Cell]:
    """What stands in the columns for a dossier."""
    row, advice = told.row, told.row.advice
    yield from (told.candidate if row.candidate else "", told.name, told.programme, told.mark.word, told.awarded)
    yield Decimal(advice.programme_credits) if advice else None
    yield from (advice.on, advice.submitted) if advice else (None, None)
    for kind in ("award", "investigate", "partial", "none"):
        yield sum(unit.row.advice == kind for unit in told.units) if told.awarded is not None else None
    yield "; ".join(map(str, told.points))
    yield from (row.path, told.href and f"{row.folder}/{told.href.rpartition('/')[2]}", advice.digest if advice else "")
