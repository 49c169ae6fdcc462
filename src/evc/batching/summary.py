"""The sums of a batch, kept while it goes on: how many dossiers are ready, need an interview, or were not assessed."""

import json
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from evc.batching.cache import Record
from evc.batching.results import ASSESSED, DIED, ProblemRow, row_of
from evc.batching.tally import ERRORS
from evc.model.value import value
from evc.reading.ids import is_id

# Of what needs attention, this many are named; the rest is in the results.
NAMED = 10


@dataclass(slots=True)
class Sums:
    """The dossiers of one programme; `awarded` is the EC that are advised to be awarded, together.

    `title` is the programme's id as long as no dossier of it could be assessed.
    """

    title: str | None = None
    dossiers: int = 0
    stands: Counter[str] = field(default_factory=Counter)
    awarded: Decimal = Decimal()

    @property
    def not_assessed(self) -> int:
        """How many have no advice."""
        return self.stands[ERRORS]

    def add(self, record: Record) -> None:
        """One dossier more."""
        tally = record.tally
        self.dossiers += 1
        self.stands[tally.stand] += 1
        self.awarded += Decimal(tally.awarded)


@value
class NotAssessed:
    """A dossier without advice: its first error and how many it has beside, or why its worker died."""

    path: str
    first: ProblemRow | None
    more: int
    fault: str | None


@dataclass(slots=True)
class Summary:
    """What a batch came to.

    `files` are those over all, the page for the browser first; `missing` is the extra that one more would need, and
    `kept` an earlier workbook that somebody had worked in. `unreadable` are folders that could hide dossiers; `left`
    are folders of advice, the first few, whose dossiers are no longer there.
    """

    new: int = 0
    unchanged: int = 0
    died: int = 0
    programmes: dict[str | None, Sums] = field(default_factory=dict)
    together: Sums = field(default_factory=Sums)
    not_assessed: list[NotAssessed] = field(default_factory=list)
    unreadable: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    left_count: int = 0
    files: tuple[str, ...] = ()
    missing: str | None = None
    kept: str | None = None

    def add(self, record: Record, *, new: bool) -> None:
        """Count a dossier."""
        self.new += new
        self.unchanged += not new
        self.died += record.tally.state == DIED
        programme = record.memo.programme
        known = programme if programme is not None and is_id(programme) else None
        sums = self.programmes.setdefault(known, Sums(known))
        sums.title = record.tally.title or sums.title
        for each in (sums, self.together):
            each.add(record)
        if record.tally.state != ASSESSED and len(self.not_assessed) < NAMED:
            self.not_assessed.append(_not_assessed(record))


def _not_assessed(record: Record) -> NotAssessed:
    row = row_of(json.loads(record.row))
    errors = [problem for problem in row.problems if problem.severity == "error"]
    return NotAssessed(row.path, errors[0] if errors else None, max(0, len(errors) - 1), row.fault)
