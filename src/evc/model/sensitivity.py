"""What each part of a rubric decides in a set of dossiers: found by judging again without it."""

from enum import Enum

from evc.model.ids import OutcomeId, ProgrammeId
from evc.model.value import value


class PartKind(Enum):
    """What is left out of a rubric to see whether it decides anything."""

    CRITERION = "criterion"
    KNOCK_OUT = "knock-out"
    EVIDENCE = "evidence"


@value
class PartUse:
    """One part of one rubric over all dossiers that claim the outcome.

    `part` is the criterion's id, or the key of the evidence rule as in ``quantity.hours``. `judged` counts the
    dossiers, `failed` those in which the part was not met, `decided` those that come out otherwise without it.
    """

    programme: ProgrammeId
    outcome: OutcomeId
    part: str
    kind: PartKind
    judged: int
    failed: int
    decided: int


@value
class Sensitivity:
    """Every part that was tried, and the outcomes that no dossier claims, as (programme, outcome)."""

    dossiers: int
    parts: tuple[PartUse, ...]
    untried: tuple[tuple[ProgrammeId, OutcomeId], ...]
