"""What a row of the results adds to each file of the overview, as finished text, so that it is made once and kept.

Only what depends on the dossiers before it is still to come: the number of its row, and where its faults stand.
"""

from functools import lru_cache

from evc.batching.overview.lines import FaultLine
from evc.batching.quick import loads
from evc.model.value import value


@value
class Column:
    """An outcome of a programme; `first` where a unit begins."""

    id: str
    title: str
    first: bool


@value
class Piece:
    """A dossier. `awarded` in EC, None where nothing may be said of them yet; `on` is None where no advice is made.

    `line` is its row of the list, `lead` and `cells` that of its matrix, `csv` its line of the table, and `sheets` are
    its rows of each sheet. `labels` are the verdicts on the outcomes in `shape`, empty where one was not asked for.
    """

    programme: str
    title: str
    language: str
    stand: str
    awarded: str | None
    on: str | None
    line: str
    lead: str
    shape: str
    labels: list[str]
    cells: list[str]
    csv: str
    sheets: list[list[str]]
    fault: FaultLine | None = None


@lru_cache(256)
def columns(shape: str) -> tuple[Column, ...]:
    """The outcomes of a dossier: nearly all of a programme have the same."""
    return tuple(Column(*each) for each in loads(shape))
