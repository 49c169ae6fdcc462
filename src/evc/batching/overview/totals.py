"""The sums over all dossiers: where they stand, the EC advised, and per outcome how many candidates got how far.

What is kept grows with the programmes and their outcomes, never with the dossiers.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from evc.batching.overview.piece import Piece, columns

LABELS = ("demonstrated", "open", "partly-demonstrated", "not-demonstrated")
"""The verdicts on an outcome that was asked for, in the order of columns."""


@dataclass(slots=True)
class OutcomeCount:
    """How often an outcome was asked for: by verdict, and `unrated` where no assessor has looked yet."""

    title: str
    labels: Counter[str] = field(default_factory=Counter)

    @property
    def asked(self) -> int:
        """By how many candidates."""
        return self.labels.total()


@dataclass(slots=True)
class ProgrammeCount:
    """A programme with its outcomes, in its own order; `language` is that of the titles."""

    title: str
    language: str
    outcomes: dict[str, OutcomeCount] = field(default_factory=dict)


@dataclass(slots=True)
class Totals:
    """All dossiers together; `first` and `last` are the earliest and latest reference date."""

    dossiers: int = 0
    stands: Counter[str] = field(default_factory=Counter)
    awarded: Decimal = Decimal()
    programmes: dict[str, ProgrammeCount] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    def add(self, piece: Piece) -> None:
        """One dossier more."""
        self.dossiers += 1
        self.stands[piece.stand] += 1
        if piece.awarded is not None:
            self.awarded += Decimal(piece.awarded)
        if piece.on is not None:
            on = date.fromisoformat(piece.on)
            self.first = min(self.first or on, on)
            self.last = max(self.last or on, on)
            self._count(piece)

    def _count(self, piece: Piece) -> None:
        programme = self.programmes.get(piece.programme)
        if programme is None:
            programme = self.programmes[piece.programme] = ProgrammeCount(piece.title, piece.language)
        for column, label in zip(columns(piece.shape), piece.labels, strict=True):
            known = programme.outcomes.get(column.id)
            if known is None:
                known = programme.outcomes[column.id] = OutcomeCount(column.title)
            if label:
                known.labels[label] += 1
