"""The sums over all dossiers: where they stand, the EC advised, and per outcome how many candidates got how far.

What is kept grows with the programmes and their outcomes, never with the dossiers.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from evc.batching.overview.told import NOT_CLAIMED, UNRATED, Told

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

    def add(self, told: Told) -> None:
        """One dossier more."""
        self.dossiers += 1
        self.stands[told.stand] += 1
        self.awarded += told.awarded or 0
        if told.row.advice is not None:
            on = date.fromisoformat(told.row.advice.on)
            self.first = min(self.first or on, on)
            self.last = max(self.last or on, on)
            self._count(told)

    def _count(self, told: Told) -> None:
        programme = self.programmes.setdefault(told.row.programme or "", ProgrammeCount(told.programme, told.language))
        for unit in told.outcomes:
            for outcome in unit:
                known = programme.outcomes.setdefault(outcome.row.id, OutcomeCount(outcome.title))
                if outcome.row.label != NOT_CLAIMED:
                    known.labels[UNRATED if told.stand == UNRATED else outcome.row.label] += 1
