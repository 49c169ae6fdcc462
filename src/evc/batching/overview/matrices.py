"""Where candidates stand: per programme a matrix of the candidates of one page by outcomes."""

from markupsafe import Markup

from evc.batching.overview.cells import NUMBER
from evc.batching.overview.piece import Column, Piece, columns
from evc.batching.overview.snippets import cell
from evc.model.value import value


@value
class Matrix:
    """The candidates of one programme; `lang` is the language of its titles when it is another than the page's."""

    title: str
    lang: str
    outcomes: tuple[Column, ...]
    rows: tuple[Markup, ...]


class Growing:
    """The matrix of a programme while the rows of a page come in."""

    def __init__(self, piece: Piece) -> None:
        """Begin with the programme of this dossier."""
        self._title, self._lang = piece.title, piece.language
        self._columns: dict[str, Column] = {}
        self._shapes: set[str] = set()
        self._rows: list[tuple[str, tuple[Column, ...], list[str]]] = []

    def add(self, piece: Piece, n: int) -> None:
        """A dossier that was assessed; `n` is its number."""
        own = columns(piece.shape)
        if piece.shape not in self._shapes:
            self._shapes.add(piece.shape)
            for column in own:
                self._columns.setdefault(column.id, column)
        self._rows.append((piece.lead.replace(NUMBER, str(n)), own, piece.cells))

    def grown(self) -> Matrix:
        """All of it; rubrics may have differed, so a candidate may lack an outcome of others."""
        outcomes = tuple(self._columns.values())
        rows = (Markup(f"{lead}{self._cells(own, cells)}</tr>") for lead, own, cells in self._rows)  # noqa: S704
        return Matrix(self._title, self._lang, outcomes, tuple(rows))

    def _cells(self, own: tuple[Column, ...], cells: list[str]) -> str:
        """The cells of a row, each made and escaped by its macro."""
        if len(own) != len(self._columns) or any(
            column.id != each for column, each in zip(own, self._columns, strict=True)
        ):
            known = {column.id: each for column, each in zip(own, cells, strict=True)}
            cells = [known.get(each) or cell(("", "")) for each in self._columns]
        return "".join(cells)
