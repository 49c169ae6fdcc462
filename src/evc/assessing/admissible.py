"""Whether an evidence item counts for an outcome, or why it is set aside (DESIGN §4, *Evidence item*)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from evc.assessing.calendar import oldest_day
from evc.assessing.case import Case, rejections_for, waivers_for
from evc.assessing.items import Fault
from evc.model.advice import ItemResult
from evc.model.dossier import Evidence
from evc.model.findings import ItemReason, Value
from evc.model.ids import EvidenceId
from evc.model.rubric import Rubric
from evc.model.source import Age


def judge_item(case: Case, rubric: Rubric, item: Evidence, faults: Sequence[Fault]) -> ItemResult:
    """Whether the item counts for this rubric's outcome; of several faults, the first is its reason."""
    if not faults and not case.waiving:
        return case.standing[item.id].sound
    waivers = waivers_for(case, item.id, rubric.id)
    waived = _is_waived(case, len(waivers))
    data = dict(faults[0][1]) if faults else {}
    if waived:
        data |= {
            "waived_by": tuple(assessor for assessor, _ in waivers),
            "waiver_remarks": tuple(waiver.remark for _, waiver in waivers),
        }
    return ItemResult(item.id, not faults, faults[0][0] if faults else None, waived, data)


def faults_by_item(case: Case, rubric: Rubric, items: Iterable[Evidence]) -> Mapping[EvidenceId, Sequence[Fault]]:
    """Everything that sets each of the items aside for this outcome, in the order of `ItemReason`."""
    limit = rubric.evidence.max_age
    oldest = date.min if limit is None else oldest_day(limit, case.on)
    return {item.id: _faults(case, rubric, item, oldest) for item in items}


def _faults(case: Case, rubric: Rubric, item: Evidence, oldest: date) -> Sequence[Fault]:
    standing = case.standing[item.id]
    faults = [*_rejected(case, rubric, item), *standing.always] if case.rejecting else [*standing.always]
    if case.waiving and _is_waived(case, len(waivers_for(case, item.id, rubric.id))):
        return faults
    demands = rubric.evidence
    faults += standing.waivable
    if standing.day < oldest:
        faults.append((ItemReason.OUTDATED, {"date": standing.day, "max_age": _as_data(demands.max_age)}))
    if demands.accepts is not None and item.type not in demands.accepts:
        faults.append((ItemReason.TYPE_NOT_ACCEPTED, {"type": item.type, "accepts": demands.accepts}))
    return faults


def _is_waived(case: Case, waivers: int) -> bool:
    return waivers >= max(1, case.programme.assessors)


def _rejected(case: Case, rubric: Rubric, item: Evidence) -> Sequence[Fault]:
    found = rejections_for(case, item.id, rubric.id)
    if not found:
        return ()
    data = {
        "by": tuple(assessor for assessor, _ in found),
        "reasons": tuple(rejection.reason.value for _, rejection in found),
        "remarks": tuple(rejection.remark for _, rejection in found),
    }
    return ((ItemReason.REJECTED, data),)


def _as_data(limit: Age | None) -> Mapping[str, Value]:
    return {"years": limit.years, "months": limit.months, "days": limit.days} if limit else {}
