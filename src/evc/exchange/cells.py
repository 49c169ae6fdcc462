"""A sheet of a form as it was filled in: each cell as the text, day or number that is due there."""

import datetime as dt
from decimal import Decimal

from evc.diagnostics import Problem
from evc.exchange.base import Fault, Message
from evc.exchange.spreadsheets import Cell, Table, place

_EMPTY = Cell(None, formula=False)


class Sheet:
    """A sheet, and what is wrong in its cells as such; rows and columns count from 1."""

    def __init__(self, name: str, table: Table) -> None:
        """Look at the cells of a sheet; nothing is wrong yet."""
        self.name, self.faults = name, list[Fault]()
        self._table = table

    def place(self, row: int, column: int) -> str:
        """The name of a cell, its sheet included."""
        return place(self.name, row, column)

    def say(self, row: int, column: int, what: Problem | Message) -> None:
        """Something is wrong in a cell."""
        self.faults.append(Fault(self.place(row, column), what))

    def text(self, row: int, column: int) -> str | None:
        """What a person wrote, without white space around it; None for an empty cell. A formula is no text."""
        cell = self._cell(row, column)
        if cell.formula:
            self.say(row, column, Message("form.formula", {"formula": str(cell.content)}))
            return None
        match cell.content:
            case None:
                return None
            case dt.date():
                return cell.content.isoformat()
            case Decimal():
                return format(cell.content, "f")
            case content:
                return str(content).replace("\r\n", "\n").replace("\r", "\n").strip() or None

    def number(self, row: int, column: int) -> int | Decimal | str | None:
        """A number; what is none stays as it was written."""
        content = self._cell(row, column).content
        return content if isinstance(content, int | Decimal) else self.text(row, column)

    def same(self, row: int, column: int, expected: str) -> None:
        """The cell must still hold the id that evc wrote there."""
        if self.text(row, column) != expected:
            found = self.text(row, column) or ""
            self.say(row, column, Message("form.changed-id", {"id": expected, "found": found}))

    def nothing_after(self, first: int, last_column: int) -> None:
        """From this row on nothing may be filled in: it would be lost unseen."""
        for row in range(first, len(self._table) + 1):
            for column in range(1, last_column + 1):
                if self._cell(row, column).content is not None:
                    self.say(row, column, Message("form.beyond", {}))
                    return

    def _cell(self, row: int, column: int) -> Cell:
        try:
            return self._table[row - 1][column - 1]
        except IndexError:
            return _EMPTY
