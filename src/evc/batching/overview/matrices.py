"""Where candidates stand: per programme a matrix of the candidates of one page by outcomes."""

from markupsafe import Markup

from evc.batching.overview.snippets import Status, cells
from evc.batching.overview.told import Told
from evc.model.value import value


@value
class Column:
    """An outcome; `first` where a unit begins."""

    title: str
    first: bool


@value
class MatrixRow:
    """A candidate."""

    n: int
    candidate: str
    href: str
    cells: Markup


@value
class Matrix:
    """The candidates of one programme; `lang` is the language of its titles when it is another than the page's."""

    title: str
    lang: str
    outcomes: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]


class Growing:
    """The matrix of a programme while the rows of a page come in."""

    def __init__(self, told: Told) -> None:
        """Begin with the programme of this dossier."""
        self._title, self._lang = told.programme, told.language
        self._columns: dict[str, Column] = {}
        self._rows: list[tuple[int, Told, dict[str, Status]]] = []

    def add(self, told: Told, n: int) -> None:
        """A dossier that was assessed; `n` is its number."""
        marks: dict[str, Status] = {}
        for unit in told.outcomes:
            for at, outcome in enumerate(unit):
                self._columns.setdefault(outcome.row.id, Column(outcome.title, first=at == 0))
                marks[outcome.row.id] = (outcome.mark.tone, outcome.mark.word)
        self._rows.append((n, told, marks))

    def grown(self) -> Matrix:
        """All of it; rubrics may have differed, so a candidate may lack an outcome of others."""
        rows = (
            MatrixRow(n, told.candidate, told.href, cells(marks.get(each, ("", "")) for each in self._columns))
            for n, told, marks in self._rows
        )
        return Matrix(self._title, self._lang, tuple(self._columns.values()), tuple(rows))
