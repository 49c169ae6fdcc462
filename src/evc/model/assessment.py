"""What assessors said: ratings apart, what they verified, rejected or waived, and their consensus (DESIGN §3)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from evc.model.ids import AssessorId, CriterionId, EvidenceId, LevelId, OutcomeId
from evc.model.value import value


class RejectionReason(Enum):
    """Why an assessor puts an item aside."""

    NOT_AUTHENTIC = "not-authentic"
    NOT_READABLE = "not-readable"
    NOT_RELEVANT = "not-relevant"
    OTHER = "other"


@value
class Assessor:
    """Who judges."""

    id: AssessorId
    name: str | None
    role: str | None


@value
class Instrument:
    """What an assessor used beside the portfolio; `minutes` is how long it took."""

    id: str | None
    kind: str | None
    on: date | None
    minutes: Decimal | None


@value
class Judged:
    """What was in front of the assessor: the portfolio's SHA-256 and the rubrics' versions."""

    portfolio: str | None
    rubrics: Mapping[OutcomeId, str]


@value
class Rating:
    """One assessor's level on one criterion; `first` is the rating on paper alone, kept and shown, never counted."""

    level: LevelId
    first: LevelId | None
    based_on: tuple[str, ...]
    remark: str | None


@value
class Rejection:
    """An item put aside, for the outcomes named or (None) for every outcome."""

    reason: RejectionReason
    remark: str
    outcomes: frozenset[OutcomeId] | None


@value
class Waiver:
    """An item that counts although it is old or of a type not accepted, for the outcomes named."""

    remark: str
    outcomes: frozenset[OutcomeId]


@value
class Assessment:
    """Everything one assessor said of one dossier."""

    assessor: Assessor
    on: date
    judged: Judged | None
    instruments: tuple[Instrument, ...]
    ratings: Mapping[OutcomeId, Mapping[CriterionId, Rating]]
    verified: Mapping[EvidenceId, str | None]
    rejected: Mapping[EvidenceId, Rejection]
    waived: Mapping[EvidenceId, Waiver]


@value
class AgreedRating:
    """The level that assessors agreed on after judging apart, and why."""

    level: LevelId
    remark: str


@value
class Consensus:
    """What the assessors agreed; it never replaces their own ratings."""

    on: date
    assessors: tuple[AssessorId, ...]
    ratings: Mapping[OutcomeId, Mapping[CriterionId, AgreedRating]]
    restored: Mapping[EvidenceId, str]
