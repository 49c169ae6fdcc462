"""What the evidence for an outcome must show together: variation, quantity and authenticity (DESIGN §4, *Rules*)."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from evc.model.advice import RuleName, RuleResult
from evc.model.dossier import Candidate, Evidence
from evc.model.findings import Value
from evc.model.ids import EvidenceId
from evc.model.rubric import EvidenceDemands
from evc.model.text import is_blank, same_text_key
from evc.model.value import value
from evc.model.verdict import Verdict, met_if


@value
class Counted:
    """What the rules look at in an item that counts; `context` is "" when it names none."""

    id: EvidenceId
    type: str
    context: str
    hours: Decimal | None
    attested: bool


def counted(item: Evidence, candidate: Candidate) -> Counted:
    """An item as the rules see it; who attests a dossier must be another than the candidate."""
    attested = item.attested_by is not None and not (
        candidate.name is not None
        and not is_blank(candidate.name)
        and same_text_key(item.attested_by.name) == same_text_key(candidate.name)
    )
    return Counted(item.id, item.type, same_text_key(item.context or ""), item.hours, attested)


@value
class EvidenceRule:
    """A rule's name, what a rubric asks of it (nothing: the rule is not given), and how it is judged."""

    name: RuleName
    asked: Callable[[EvidenceDemands], Mapping[str, Value]]
    judge: Callable[[Mapping[str, Value], Sequence[Counted]], RuleResult]


def outcome_rules(demands: EvidenceDemands, items: Sequence[Counted]) -> tuple[RuleResult, ...]:
    """The rules that the rubric gives, judged on the admissible items that the claim cites (each item once)."""
    return tuple(rule.judge(asked, items) for rule in EVIDENCE_RULES if (asked := rule.asked(demands)))


def _variation_asked(demands: EvidenceDemands) -> Mapping[str, Value]:
    asked = demands.variation
    return _given(types=asked.types, contexts=asked.contexts) if asked else {}


def _variation(required: Mapping[str, Value], items: Sequence[Counted]) -> RuleResult:
    types = {item.type for item in items}
    contexts = {item.context for item in items if item.context}
    counts = items if "types" in required else [item for item in items if item.context]
    return _result(RuleName.VARIATION, required, {"types": len(types), "contexts": len(contexts)}, counts)


def _quantity_asked(demands: EvidenceDemands) -> Mapping[str, Value]:
    asked = demands.quantity
    return _given(items=asked.items, hours=asked.hours) if asked else {}


def _quantity(required: Mapping[str, Value], items: Sequence[Counted]) -> RuleResult:
    hours = sum((item.hours for item in items if item.hours is not None), Decimal())
    counts = items if "items" in required else [item for item in items if item.hours is not None]
    return _result(RuleName.QUANTITY, required, {"items": len(items), "hours": hours}, counts)


def _authenticity_asked(demands: EvidenceDemands) -> Mapping[str, Value]:
    return _given(attested=demands.attested)


def _authenticity(required: Mapping[str, Value], items: Sequence[Counted]) -> RuleResult:
    attested = [item for item in items if item.attested]
    return _result(RuleName.AUTHENTICITY, required, {"attested": len(attested)}, attested)


def _given(**demands: int | Decimal | None) -> Mapping[str, Value]:
    return {key: demand for key, demand in demands.items() if demand is not None}


def _result(
    name: RuleName, required: Mapping[str, Value], found: Mapping[str, int | Decimal], counts: Sequence[Counted]
) -> RuleResult:
    """Met when every key that is asked reaches what is asked; only those keys are reported as found."""
    enough = all(found[key] >= demand for key, demand in required.items() if isinstance(demand, int | Decimal))
    verdict: Verdict = met_if(enough)
    return RuleResult(name, verdict, required, {key: found[key] for key in required}, tuple(item.id for item in counts))


EVIDENCE_RULES: tuple[EvidenceRule, ...] = (
    EvidenceRule(RuleName.VARIATION, _variation_asked, _variation),
    EvidenceRule(RuleName.QUANTITY, _quantity_asked, _quantity),
    EvidenceRule(RuleName.AUTHENTICITY, _authenticity_asked, _authenticity),
)
