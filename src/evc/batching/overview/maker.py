"""From a row of the results to its piece of each file."""

from typing import TYPE_CHECKING

from evc.batching.overview.csv_ import Table, cells
from evc.batching.overview.lines import every_outcome, fault_line, lead, line
from evc.batching.overview.piece import Piece
from evc.batching.overview.snippets import cell
from evc.batching.overview.told import NOT_CLAIMED, Outcome, Teller, Told
from evc.batching.quick import dumps
from evc.batching.results import Row
from evc.batching.tally import ERRORS, UNRATED

if TYPE_CHECKING:
    from evc.batching.overview.sheets import Workbook


class Maker:
    """Makes pieces, with rows of a workbook where there is to be one."""

    def __init__(self, teller: Teller, table: Table, book: "Workbook | None") -> None:
        """For these files."""
        self._teller, self._table, self._book = teller, table, book

    def make(self, row: Row) -> Piece:
        """The piece of a row."""
        told = self._teller.tell(row)
        found = list(cells(told))
        outcomes = list(every_outcome(told))
        advice = row.advice
        return Piece(
            programme=row.programme or "",
            title=told.programme,
            language=told.language,
            stand=told.stand,
            awarded=None if advice is None or told.stand == UNRATED else advice.awarded,
            on=advice.on if advice is not None else None,
            line=str(line(told, self._teller.language)),
            lead=str(lead(told)) if advice is not None else "",
            shape=_shape(told),
            labels=[_label(told, each) for each in outcomes],
            cells=[str(cell((each.mark.tone, each.mark.word))) for each in outcomes],
            csv=self._table.line(found),
            sheets=self._book.rows(told, found) if self._book is not None else [],
            fault=fault_line(told, self._teller.language) if told.stand == ERRORS else None,
        )

    @property
    def looks(self) -> list[list[str]] | None:
        """How cells of the workbook look; pieces made for others, or for none, do not fit."""
        return self._book.looks if self._book is not None else None

    def recall(self, piece: Piece) -> None:
        """Know what the making of this piece would have taught: the title of its programme."""
        self._teller.learn(piece.programme, piece.title)


def _shape(told: Told) -> str:
    found = [(each.row.id, each.title, at == 0) for unit in told.outcomes for at, each in enumerate(unit)]
    return dumps(found).decode("utf-8", "surrogatepass")


def _label(told: Told, outcome: Outcome) -> str:
    """The verdict that is counted; before any assessor it is none."""
    if outcome.row.label == NOT_CLAIMED:
        return ""
    return UNRATED if told.stand == UNRATED else outcome.row.label
