"""What never changes a verdict and must be said all the same (DESIGN §4, *Conditions*)."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from evc.assessing.case import Case, is_restored
from evc.model.advice import Basis, Credits, OutcomeAdvice, UnitAdvice
from evc.model.assessment import Assessment
from evc.model.findings import Condition, Finding, Value
from evc.model.ids import CriterionId, EvidenceId
from evc.model.programme import Remarks
from evc.model.text import is_blank, same_text_key

_Test = Callable[[Case, Sequence[UnitAdvice], Credits], Iterator[Mapping[str, Value]]]


def conditions(case: Case, units: Sequence[UnitAdvice], totals: Credits) -> tuple[Finding, ...]:
    """Every condition, in the order of `Condition`; within one, by assessor and in programme order."""
    return tuple(Finding(code, data) for code, test in CONDITIONS for data in test(case, units, totals))


def _above_maximum(case: Case, _units: Sequence[UnitAdvice], totals: Credits) -> Iterator[Mapping[str, Value]]:
    maximum = case.programme.maximum
    if maximum is not None and totals.awarded > maximum.credits:
        yield {"maximum": maximum.credits, "awarded": totals.awarded}


def _assessor_not_independent(
    case: Case, units: Sequence[UnitAdvice], _totals: Credits
) -> Iterator[Mapping[str, Value]]:
    """Four eyes must be two people, and none of them the candidate or a witness of what is judged."""
    matters = _cited(case) | {item for unit in units for item in unit.exempted_by}
    for own in case.assessments:
        name = _name(own.assessor.name)
        if not name:
            continue
        others = {_name(each.assessor.name) for each in case.assessments if each is not own}
        vouched = tuple(
            item.id
            for item in case.dossier.evidence
            if item.id in matters and item.attested_by and _name(item.attested_by.name) == name
        )
        if vouched or name in others or name == _name(case.dossier.candidate.name):
            yield {"assessor": own.assessor.id, "name": own.assessor.name, "evidence": vouched}


def _instrument_missing(case: Case, units: Sequence[UnitAdvice], _totals: Credits) -> Iterator[Mapping[str, Value]]:
    used = {instrument.kind for each in case.assessments for instrument in each.instruments}
    for unit in units:
        if unit.basis is Basis.VALIDATION:
            yield from ({"unit": unit.id, "kind": kind} for kind in case.programme.instruments if kind not in used)


def _unmotivated(case: Case, units: Sequence[UnitAdvice], _totals: Credits) -> Iterator[Mapping[str, Value]]:
    if case.programme.remarks is Remarks.NONE:
        return
    claimed = _claimed(units)
    for own in case.assessments:
        for outcome in claimed:
            criteria = _without_remark(case, own, outcome)
            if criteria:
                yield {"assessor": own.assessor.id, "outcome": outcome.id, "criteria": criteria}


def _without_remark(case: Case, own: Assessment, outcome: OutcomeAdvice) -> tuple[str, ...]:
    said = own.ratings.get(outcome.id, {})
    bare = [each for each in outcome.criteria if each.id in said and is_blank(said[each.id].remark)]
    if case.programme.remarks is Remarks.BELOW_PASS:
        rank = case.programme.scale.rank
        bare = [each for each in bare if rank[said[each.id].level] < rank[each.pass_level]]
    return tuple([each.id for each in bare])


def _rejection_contested(case: Case, _units: Sequence[UnitAdvice], _totals: Credits) -> Iterator[Mapping[str, Value]]:
    for item in case.dossier.evidence if case.rejecting else ():
        by = tuple(each.assessor.id for each in case.assessments if item.id in each.rejected)
        if not by or is_restored(case, item.id):
            continue
        cited_for = {claim.outcome for claim in case.dossier.claims.values() if _cites(claim.supports, item.id)}
        not_by = tuple(
            each.assessor.id
            for each in case.assessments
            if item.id not in each.rejected and (item.id in each.verified or cited_for & each.ratings.keys())
        )
        if not_by:
            yield {"evidence": item.id, "by": by, "not_by": not_by}


def _rubric_changed(case: Case, _units: Sequence[UnitAdvice], _totals: Credits) -> Iterator[Mapping[str, Value]]:
    for own in case.assessments:
        judged = own.judged.rubrics if own.judged else {}
        for outcome, rubric in case.programme.rubrics.items():
            if judged.get(outcome, rubric.version) != rubric.version:
                yield {
                    "assessor": own.assessor.id,
                    "outcome": outcome,
                    "judged": judged[outcome],
                    "used": rubric.version,
                }


def _portfolio_changed(case: Case, _units: Sequence[UnitAdvice], _totals: Credits) -> Iterator[Mapping[str, Value]]:
    for own in case.assessments:
        judged = own.judged.portfolio if own.judged else None
        if judged is not None and judged.lower() != case.dossier.portfolio_sha256:
            yield {"assessor": own.assessor.id}


def _assessed_before_submission(
    case: Case, _units: Sequence[UnitAdvice], _totals: Credits
) -> Iterator[Mapping[str, Value]]:
    for own in case.assessments:
        if own.judged is None and own.on < case.dossier.submitted:
            yield {"assessor": own.assessor.id}


def _regulation_not_in_force(
    case: Case, _units: Sequence[UnitAdvice], _totals: Credits
) -> Iterator[Mapping[str, Value]]:
    regulation = case.programme.regulation
    if regulation is None:
        return
    early = regulation.start is not None and case.on < regulation.start
    late = regulation.end is not None and case.on > regulation.end
    if early or late:
        yield {"from": regulation.start, "to": regulation.end}


def _evidence_only(case: Case, _units: Sequence[UnitAdvice], _totals: Credits) -> Iterator[Mapping[str, Value]]:
    if case.programme.assessors == 0:
        yield {}


def _claimed(units: Sequence[UnitAdvice]) -> Sequence[OutcomeAdvice]:
    return [outcome for unit in units for outcome in unit.outcomes if outcome.verdict is not None]


def _cited(case: Case) -> set[EvidenceId]:
    return {item for claim in case.dossier.claims.values() for items in claim.supports.values() for item in items}


def _cites(supports: Mapping[CriterionId, Sequence[EvidenceId]], item: EvidenceId) -> bool:
    return any(item in items for items in supports.values())


def _name(name: str | None) -> str:
    """A name as *same text*; "" when there is none, and then it is nobody's."""
    return "" if name is None else same_text_key(name)


CONDITIONS: tuple[tuple[Condition, _Test], ...] = (
    (Condition.ABOVE_MAXIMUM, _above_maximum),
    (Condition.ASSESSOR_NOT_INDEPENDENT, _assessor_not_independent),
    (Condition.INSTRUMENT_MISSING, _instrument_missing),
    (Condition.UNMOTIVATED, _unmotivated),
    (Condition.REJECTION_CONTESTED, _rejection_contested),
    (Condition.RUBRIC_CHANGED, _rubric_changed),
    (Condition.PORTFOLIO_CHANGED, _portfolio_changed),
    (Condition.ASSESSED_BEFORE_SUBMISSION, _assessed_before_submission),
    (Condition.REGULATION_NOT_IN_FORCE, _regulation_not_in_force),
    (Condition.EVIDENCE_ONLY, _evidence_only),
)
