"""What is advised for a unit, on what basis and with which reasons (DESIGN §4, *Unit*)."""

from collections.abc import Mapping, Sequence

from evc.assessing.case import Case
from evc.assessing.proof import FormalProof, formal_proof
from evc.model.advice import Basis, Label, OutcomeAdvice, Recommendation, ShortOf, UnitAdvice
from evc.model.findings import Finding, ItemReason, UnitReason, Value
from evc.model.ids import OutcomeId
from evc.model.programme import Unit
from evc.model.verdict import Verdict

# An award rests on exemption when all its evidence was formally examined elsewhere; else it is validation (DESIGN §1).
_EXAMINED_TYPES = ("diploma", "certificate", "badge")
_Advised = tuple[Recommendation, Basis | None, tuple[Finding, ...]]


def judge_unit(case: Case, unit: Unit, outcomes: Mapping[OutcomeId, OutcomeAdvice]) -> UnitAdvice:
    """Advise on one unit from its judged outcomes and its formal proof."""
    own = tuple(outcomes[outcome] for outcome in unit.outcomes)
    proof = formal_proof(case, unit)
    recommendation, basis, reasons = _advise(case, unit, own, proof)
    if recommendation is not Recommendation.AWARD:
        reasons = (*reasons, *_mandatory_not_met(own), *_proof_set_aside(proof))
    return UnitAdvice(
        id=unit.id,
        title=unit.title,
        credits=unit.credits,
        setting=unit.setting,
        recommendation=recommendation,
        basis=basis,
        exempted_by=proof.verified if basis is Basis.STANDARD_EXEMPTION else (),
        proof=proof.proof,
        reasons=reasons,
        source=unit.source,
        outcomes=own,
    )


def _advise(case: Case, unit: Unit, outcomes: Sequence[OutcomeAdvice], proof: FormalProof) -> _Advised:
    """The first of DESIGN §4's eight lines that applies, in their order."""
    labels = [outcome.label for outcome in outcomes]
    if not unit.exemptible:
        return Recommendation.NONE, None, (_reason(UnitReason.NOT_EXEMPTIBLE),)
    if proof.verified:
        return Recommendation.AWARD, Basis.STANDARD_EXEMPTION, ()
    shown, still_open = labels.count(Label.DEMONSTRATED), labels.count(Label.OPEN)
    if shown == len(labels):
        return Recommendation.AWARD, _basis(case, outcomes), ()
    if proof.proof:
        return Recommendation.INVESTIGATE, None, (_reason(UnitReason.PROOF_NOT_VERIFIED),)
    if shown + still_open == len(labels):
        return Recommendation.INVESTIGATE, None, ()
    if shown or Label.PARTLY in labels:
        return Recommendation.PARTIAL, None, ()
    if still_open:
        return Recommendation.INVESTIGATE, None, _not_claimed_beside(outcomes)
    return Recommendation.NONE, None, (_reason(_why_none(outcomes)),)


def _basis(case: Case, outcomes: Sequence[OutcomeAdvice]) -> Basis:
    counts = (item for outcome in outcomes for item in outcome.evidence if item.admissible)
    examined = all(case.items[item.id].type in _EXAMINED_TYPES for item in counts)
    return Basis.EXEMPTION if examined else Basis.VALIDATION


def _not_claimed_beside(outcomes: Sequence[OutcomeAdvice]) -> tuple[Finding, ...]:
    """An interview alone cannot award a unit of which some outcomes were never claimed."""
    absent = tuple(outcome.id for outcome in outcomes if outcome.label is Label.NOT_CLAIMED)
    return (_reason(UnitReason.OUTCOMES_NOT_CLAIMED, {"outcomes": absent}),) if absent else ()


def _why_none(outcomes: Sequence[OutcomeAdvice]) -> UnitReason:
    claimed = [outcome for outcome in outcomes if outcome.label is not Label.NOT_CLAIMED]
    if not claimed:
        return UnitReason.NOT_CLAIMED
    incomplete = all(outcome.short_of == (ShortOf.EVIDENCE,) and not _cites_rejected(outcome) for outcome in claimed)
    return UnitReason.INCOMPLETE if incomplete else UnitReason.NOT_DEMONSTRATED


def _cites_rejected(outcome: OutcomeAdvice) -> bool:
    return any(item.reason is ItemReason.REJECTED for item in outcome.evidence)


def _mandatory_not_met(outcomes: Sequence[OutcomeAdvice]) -> tuple[Finding, ...]:
    return tuple(
        _reason(UnitReason.MANDATORY_NOT_MET, {"outcome": outcome.id, "criterion": criterion.id})
        for outcome in outcomes
        for criterion in outcome.criteria
        if criterion.mandatory and criterion.verdict is Verdict.NOT_MET
    )


def _proof_set_aside(proof: FormalProof) -> tuple[Finding, ...]:
    return tuple(
        _reason(UnitReason.PROOF_SET_ASIDE, {"evidence": item, "reason": reason.value})
        for item, reason in proof.set_aside
    )


def _reason(code: UnitReason, data: Mapping[str, Value] | None = None) -> Finding:
    return Finding(code, data or {})
