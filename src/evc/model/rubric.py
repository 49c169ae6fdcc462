"""A rubric: one learning outcome, its criteria, what evidence it asks, and when it is met (DESIGN §3)."""

from collections.abc import Mapping
from decimal import Decimal

from evc.model.ids import CriterionId, LevelId, OutcomeId
from evc.model.source import Age, SourceRef
from evc.model.text import Text
from evc.model.value import value


@value
class Criterion:
    """One aspect that assessors rate; `pass_level` is the criterion's own, or the scale's."""

    id: CriterionId
    title: Text
    mandatory: bool
    pass_level: LevelId
    indicators: tuple[Text, ...]
    levels: Mapping[LevelId, Text]


@value
class Variation:
    """How many distinct types and contexts the evidence must show; None asks nothing."""

    types: int | None
    contexts: int | None


@value
class Quantity:
    """How many items, and how many hours together; None asks nothing."""

    items: int | None
    hours: Decimal | None


@value
class EvidenceDemands:
    """VRAAK: variation, relevance, authenticity, currency and quantity, as far as the rubric asks them."""

    variation: Variation | None
    per_criterion: int
    accepts: tuple[str, ...] | None
    attested: int | None
    max_age: Age | None
    quantity: Quantity | None


@value
class All:
    """Every criterion must be met."""


@value
class AtLeast:
    """Every mandatory criterion must be met, and at least `count` criteria in total."""

    count: int


Decision = All | AtLeast


@value
class Rubric:
    """One learning outcome with everything needed to judge it."""

    id: OutcomeId
    version: str
    title: Text
    statement: Text
    sources: tuple[SourceRef, ...]
    criteria: tuple[Criterion, ...]
    evidence: EvidenceDemands
    decision: Decision
