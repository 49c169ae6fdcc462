"""Cells of a worksheet as they stand in its file: text as text, whatever it looks like; numbers, and days as numbers.

A row is made as one string, because a batch has some twenty-five rows a dossier over all sheets; its number is put in
when its place is known. Text is written inside the cell (``inlineStr``), so that no table of all texts has to be kept.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from evc.model.value import value
from evc.reporting.facts import plain_decimal
from evc.reporting.show import show

MOST_UNITS = 32_767
"""UTF-16 units that a cell holds; Excel calls a file with more damaged."""

CUT = " […]"
NUMBER = "\x7f"
"""Stands where the number of a row comes: no text that went through `show` holds it."""

_DAY_ZERO = date(1899, 12, 30).toordinal()
# What Excel reads as the code of a character (_x000D_), and what no XML may hold though it is no control.
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NONCHARACTERS = re.compile("[\ufffe\uffff]")
_SHORT = 120

Cell = str | Decimal | int | None


class Kind(Enum):
    """What a column holds. A `WORD` is coloured by what it says; a `CHOICE` is left for the committee."""

    TEXT = "text"
    LONG = "long"
    WORD = "word"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"
    NOTE = "note"


@value
class Column:
    """A column: the message key of its heading, what it holds, and its width in characters."""

    key: str
    kind: Kind
    width: int


def row_maker(columns: Sequence[Column], looks: Sequence[str]) -> Callable[[Iterable[Cell]], str]:
    """Makes the markup of a row, with `NUMBER` where its number comes; `looks` are the styles of the columns."""
    made = [
        _maker(column.kind, _letters(at), look) for at, (column, look) in enumerate(zip(columns, looks, strict=True))
    ]

    def row(cells: Iterable[Cell]) -> str:
        inside = "".join([make(cell) for make, cell in zip(made, cells, strict=True)])
        return f'<row r="{NUMBER}">{inside}</row>'

    return row


def _maker(kind: Kind, letters: str, look: str) -> Callable[[Cell], str]:
    start = f'<c r="{letters}{NUMBER}"' + (f' s="{look}"' if look else "")
    blank = f"{start}/>"

    def text(cell: Cell) -> str:
        if not cell:
            return blank
        return f'{start} t="inlineStr"><is>{escaped(str(cell))}</is></c>'

    def number_or_day(cell: Cell) -> str:
        if cell is None or cell == "":
            return blank
        return f"{start}><v>{_number(cell)}</v></c>"

    return number_or_day if kind in {Kind.NUMBER, Kind.DAY} else text


def escaped(text: str) -> str:
    """A text as the content of a cell; titles and words come back often, and are made once."""
    return _remembered(text) if len(text) <= _SHORT else _escaped(text)


@lru_cache(4096)
def _remembered(text: str) -> str:
    return _escaped(text)


def _escaped(text: str) -> str:
    lines = text if text.isprintable() else "\n".join(map(show, text.split("\n")))
    whole = cut(_NONCHARACTERS.sub(lambda found: f"<U+{ord(found[0]):04X}>", lines))
    safe = _CODE.sub("_x005F_", whole).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<t xml:space="preserve">{safe}</t>' if safe != safe.strip() else f"<t>{safe}</t>"


def cut(text: str) -> str:
    """A text that fits in a cell; one that is too long ends in a mark."""
    if len(text) * 2 <= MOST_UNITS:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MOST_UNITS:
        return text
    return units[: 2 * (MOST_UNITS - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _number(cell: Cell) -> str:
    match cell:
        case str():
            return str(_serial(cell))
        case Decimal():
            return plain_decimal(cell)
        case _:
            return str(cell)


@lru_cache(1024)
def _serial(day: str) -> int:
    """A day as spreadsheets count them: 1 March 1900 is 61."""
    return date.fromisoformat(day).toordinal() - _DAY_ZERO


def _letters(column: int) -> str:
    """The name of a column, counted from 0; no sheet here has more than twenty-six."""
    return chr(ord("A") + column)
