"""The parts of a rubric that can be left out one at a time: criteria, knock-outs, what it asks of evidence."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from evc.model.advice import OutcomeAdvice, RuleName
from evc.model.findings import ItemReason
from evc.model.rubric import All, AtLeast, Criterion, Decision, EvidenceDemands, Quantity, Rubric, Variation
from evc.model.sensitivity import PartKind
from evc.model.value import value
from evc.model.verdict import Verdict


@value
class Part:
    """A part of a rubric: the rubrics that are left when it is taken out, and whether it was not met."""

    name: str
    kind: PartKind
    without: tuple[Rubric, ...]
    failed: Callable[[OutcomeAdvice], bool]


@value
class _Demand:
    """A key under ``evidence``: what it asks (None: it is not given), the demands without it, and how it fails."""

    name: str
    asked: Callable[[EvidenceDemands], object]
    without: Callable[[EvidenceDemands], EvidenceDemands]
    failed: Callable[[OutcomeAdvice], bool]


def parts_of(rubric: Rubric) -> Iterator[Part]:
    """Every part of a rubric that asks something, in the order of the file."""
    for criterion in rubric.criteria:
        yield _criterion(rubric, criterion)
        if criterion.mandatory and isinstance(rubric.decision, AtLeast):
            yield _knock_out(rubric, criterion)
    for demand in DEMANDS:
        if demand.asked(rubric.evidence) is not None:
            lighter = replace(rubric, evidence=demand.without(rubric.evidence))
            yield Part(demand.name, PartKind.EVIDENCE, (lighter,), demand.failed)


def _criterion(rubric: Rubric, criterion: Criterion) -> Part:
    """A criterion decides when the outcome is another without it, or with it taken as met."""
    others = tuple(each for each in rubric.criteria if each.id != criterion.id)
    decisions = (_dropped(rubric.decision, len(others)), _taken_as_met(rubric.decision))
    without = tuple(replace(rubric, criteria=others, decision=decision) for decision in dict.fromkeys(decisions))

    def failed(outcome: OutcomeAdvice) -> bool:
        return any(each.id == criterion.id and each.verdict is not Verdict.MET for each in outcome.criteria)

    return Part(criterion.id, PartKind.CRITERION, without, failed)


def _dropped(decision: Decision, left: int) -> Decision:
    match decision:
        case All():
            return decision
        case AtLeast(count):
            return AtLeast(min(count, left))


def _taken_as_met(decision: Decision) -> Decision:
    """Among the others one fewer is needed."""
    match decision:
        case All():
            return decision
        case AtLeast(count):
            return AtLeast(count - 1)


def _knock_out(rubric: Rubric, criterion: Criterion) -> Part:
    """That a criterion is mandatory; the criterion itself stays."""
    criteria = tuple(replace(each, mandatory=False) if each.id == criterion.id else each for each in rubric.criteria)
    whole = _criterion(rubric, criterion)
    return Part(f"{criterion.id}.mandatory", PartKind.KNOCK_OUT, (replace(rubric, criteria=criteria),), whole.failed)


def _short(rule: RuleName, key: str) -> Callable[[OutcomeAdvice], bool]:
    """Whether less was found than a key of a rule asks."""

    def failed(outcome: OutcomeAdvice) -> bool:
        return any(
            each.rule is rule and key in each.required and _less(each.found[key], each.required[key])
            for each in outcome.rules
        )

    return failed


def _less(found: object, asked: object) -> bool:
    return found < asked  # type: ignore[operator,no-any-return] # whole numbers or decimals, as the rule has them


def _set_aside(reason: ItemReason) -> Callable[[OutcomeAdvice], bool]:
    return lambda outcome: any(item.reason is reason for item in outcome.evidence)


def _irrelevant(outcome: OutcomeAdvice) -> bool:
    return any(criterion.relevance is Verdict.NOT_MET for criterion in outcome.criteria)


def _variation(demands: EvidenceDemands) -> Variation:
    return demands.variation or Variation(None, None)


def _quantity(demands: EvidenceDemands) -> Quantity:
    return demands.quantity or Quantity(None, None)


DEMANDS: tuple[_Demand, ...] = (
    _Demand(
        "variation.types",
        lambda demands: _variation(demands).types,
        lambda demands: replace(demands, variation=replace(_variation(demands), types=None)),
        _short(RuleName.VARIATION, "types"),
    ),
    _Demand(
        "variation.contexts",
        lambda demands: _variation(demands).contexts,
        lambda demands: replace(demands, variation=replace(_variation(demands), contexts=None)),
        _short(RuleName.VARIATION, "contexts"),
    ),
    _Demand(
        "relevance.per_criterion",
        lambda demands: demands.per_criterion,
        lambda demands: replace(demands, per_criterion=0),
        _irrelevant,
    ),
    _Demand(
        "relevance.accepts",
        lambda demands: demands.accepts,
        lambda demands: replace(demands, accepts=None),
        _set_aside(ItemReason.TYPE_NOT_ACCEPTED),
    ),
    _Demand(
        "authenticity.attested",
        lambda demands: demands.attested,
        lambda demands: replace(demands, attested=None),
        _short(RuleName.AUTHENTICITY, "attested"),
    ),
    _Demand(
        "currency.max_age",
        lambda demands: demands.max_age,
        lambda demands: replace(demands, max_age=None),
        _set_aside(ItemReason.OUTDATED),
    ),
    _Demand(
        "quantity.items",
        lambda demands: _quantity(demands).items,
        lambda demands: replace(demands, quantity=replace(_quantity(demands), items=None)),
        _short(RuleName.QUANTITY, "items"),
    ),
    _Demand(
        "quantity.hours",
        lambda demands: _quantity(demands).hours,
        lambda demands: replace(demands, quantity=replace(_quantity(demands), hours=None)),
        _short(RuleName.QUANTITY, "hours"),
    ),
)
