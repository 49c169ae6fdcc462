"""A sheet as values, before anything is written: columns with their kind, and rows of texts, numbers and days."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum

from evc.model.value import value


class Kind(Enum):
    """What stands in a column."""

    TEXT = "text"
    STATUS = "status"
    NUMBER = "number"
    INPUT = "input"


@value
class Choice:
    """An empty cell in which one of these can be chosen."""

    options: tuple[str, ...]


Cell = str | Decimal | int | dt.date | Choice | None


@value
class Column:
    """A column: its head, its width in characters, and what stands in it."""

    head: str
    width: int
    kind: Kind = Kind.TEXT


@value
class Sheet:
    """A sheet with one table; `frozen` columns stay in view, `table` is its name for formulas."""

    name: str
    table: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 1


@value
class Book:
    """All sheets, with the title, the author, the day it is about, and the foot of every printed page."""

    title: str
    author: str
    on: dt.date
    foot: str
    cut: str
    sheets: tuple[Sheet, ...]


def unique(heads: Iterable[str]) -> Iterator[str]:
    """Heads of a table, none twice (without regard to case): Excel takes a file with two for broken."""
    seen: set[str] = set()
    for head in heads:
        shown, number = head, 2
        while shown.casefold() in seen:
            shown, number = f"{head} ({number})", number + 1
        seen.add(shown.casefold())
        yield shown


def lines(texts: Sequence[str]) -> str:
    """Several texts in one cell, each on its own line."""
    return "\n".join(texts)
