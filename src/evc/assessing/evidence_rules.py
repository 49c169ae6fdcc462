"""What the evidence for an outcome must show together: variation, quantity and authenticity (DESIGN §4, *Rules*)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from evc.model.advice import RuleName, RuleResult
from evc.model.dossier import Candidate, Evidence
from evc.model.ids import EvidenceId
from evc.model.rubric import EvidenceDemands
from evc.model.text import same_text_key
from evc.model.value import value
from evc.model.verdict import met_if

# What a rule asks, or what there is of it, by key.
Demanded = Mapping[str, int | Decimal]


@value
class Counted:
    """What the rules look at in an item that counts; `context` is "" when it names none."""

    id: EvidenceId
    type: str
    context: str
    hours: Decimal | None
    attested: bool


def as_counted(items: Iterable[Evidence], candidate: Candidate) -> Mapping[EvidenceId, Counted]:
    """Items as the rules see them; who attests a dossier must be another than the candidate."""
    own = same_text_key(candidate.name or "")
    return {item.id: _counted(item, own) for item in items}


def _counted(item: Evidence, own: str) -> Counted:
    """`own` is the candidate's name as *same text*; "" when there is none, and then anybody may attest."""
    by = item.attested_by
    attested = by is not None and not (own and same_text_key(by.name) == own)
    return Counted(item.id, item.type, same_text_key(item.context) if item.context else "", item.hours, attested)


@value
class EvidenceRule:
    """A rule's name, what a rubric asks of it (nothing: the rule is not given), and how it is judged."""

    name: RuleName
    asked: Callable[[EvidenceDemands], Demanded]
    judge: Callable[[Demanded, Sequence[Counted]], RuleResult]


def outcome_rules(demands: EvidenceDemands, items: Sequence[Counted]) -> tuple[RuleResult, ...]:
    """The rules that the rubric gives, judged on the admissible items that the claim cites (each item once)."""
    return tuple([rule.judge(asked, items) for rule in EVIDENCE_RULES if (asked := rule.asked(demands))])


def _variation_asked(demands: EvidenceDemands) -> Demanded:
    asked = demands.variation
    return _given(types=asked.types, contexts=asked.contexts) if asked else {}


def _variation(required: Demanded, items: Sequence[Counted]) -> RuleResult:
    types = {item.type for item in items}
    contexts = {item.context for item in items if item.context}
    counts = items if "types" in required else [item for item in items if item.context]
    return _result(RuleName.VARIATION, required, {"types": len(types), "contexts": len(contexts)}, counts)


def _quantity_asked(demands: EvidenceDemands) -> Demanded:
    asked = demands.quantity
    return _given(items=asked.items, hours=asked.hours) if asked else {}


def _quantity(required: Demanded, items: Sequence[Counted]) -> RuleResult:
    timed = [item for item in items if item.hours is not None] if "hours" in required else []
    hours = sum([item.hours for item in timed if item.hours is not None], Decimal())
    counts = items if "items" in required else timed
    return _result(RuleName.QUANTITY, required, {"items": len(items), "hours": hours}, counts)


def _authenticity_asked(demands: EvidenceDemands) -> Demanded:
    return _given(attested=demands.attested)


def _authenticity(required: Demanded, items: Sequence[Counted]) -> RuleResult:
    attested = [item for item in items if item.attested]
    return _result(RuleName.AUTHENTICITY, required, {"attested": len(attested)}, attested)


def _given(**demands: int | Decimal | None) -> Demanded:
    return {key: demand for key, demand in demands.items() if demand is not None}


def _result(name: RuleName, required: Demanded, found: Demanded, counts: Sequence[Counted]) -> RuleResult:
    """Met when every key that is asked reaches what is asked; only those keys are reported as found."""
    short = [key for key, demand in required.items() if found[key] < demand]
    ids = tuple([item.id for item in counts])
    return RuleResult(name, met_if(not short), required, {key: found[key] for key in required}, ids)


EVIDENCE_RULES: tuple[EvidenceRule, ...] = (
    EvidenceRule(RuleName.VARIATION, _variation_asked, _variation),
    EvidenceRule(RuleName.QUANTITY, _quantity_asked, _quantity),
    EvidenceRule(RuleName.AUTHENTICITY, _authenticity_asked, _authenticity),
)
