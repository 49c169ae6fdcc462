"""What another version of the rubrics does to advice: whose changes, from what to what, and by which rule."""

from collections.abc import Mapping
from enum import Enum

from evc.model.advice import (
    Advice,
    CriterionResult,
    ItemResult,
    OutcomeAdvice,
    RuleResult,
    UnitAdvice,
)
from evc.model.ids import OutcomeId, UnitId
from evc.model.value import value


class CriterionCause(Enum):
    """What of a criterion the new rubrics have otherwise, or what follows from another change."""

    ADDED = "added"
    REMOVED = "removed"
    PASS = "pass"
    MANDATORY = "mandatory"
    ITEMS_ASKED = "items-asked"
    ITEMS_COUNTED = "items-counted"
    RATINGS = "ratings"


class UnitCause(Enum):
    """What of a unit changes its advice."""

    ADDED = "added"
    REMOVED = "removed"
    EXEMPTIBLE = "exemptible"
    PROOF = "proof"
    OUTCOMES_LISTED = "outcomes-listed"
    OUTCOMES_JUDGED = "outcomes-judged"
    EVIDENCE_COUNTED = "evidence-counted"
    CREDITS = "credits"


@value
class RuleMoved:
    """A rule of an outcome that comes out otherwise; None where it is not asked."""

    before: RuleResult | None
    after: RuleResult | None


@value
class CriterionMoved:
    """A criterion that comes out otherwise, or counts otherwise; None where the rubric does not have it."""

    before: CriterionResult | None
    after: CriterionResult | None
    causes: tuple[CriterionCause, ...]


@value
class ItemMoved:
    """An item of evidence that counts under the one and is set aside under the other."""

    before: ItemResult
    after: ItemResult


@value
class OutcomeChange:
    """An outcome that is judged otherwise; None where the programme does not have it."""

    id: OutcomeId
    before: OutcomeAdvice | None
    after: OutcomeAdvice | None
    rules: tuple[RuleMoved, ...]
    criteria: tuple[CriterionMoved, ...]
    items: tuple[ItemMoved, ...]


@value
class UnitChange:
    """A unit of which the advice, or an outcome, comes out otherwise."""

    id: UnitId
    before: UnitAdvice | None
    after: UnitAdvice | None
    causes: tuple[UnitCause, ...]
    outcomes: tuple[OutcomeChange, ...]


@value
class AdviceChange:
    """One dossier whose advice changes, with both."""

    dossier: str
    before: Advice
    after: Advice
    units: tuple[UnitChange, ...]


@value
class Unjudged:
    """A dossier that has errors of form under the old rubrics, the new ones, or both."""

    dossier: str
    under_old: bool
    under_new: bool


@value
class Impact:
    """What a change of rubrics does to a set of dossiers; `turns` counts the units by (from, to)."""

    old: str
    new: str
    dossiers: int
    changed: tuple[AdviceChange, ...]
    unjudged: tuple[Unjudged, ...]
    turns: Mapping[tuple[str | None, str | None], int]
