"""An evidence item's date, and whether it counts for an outcome or why it is set aside (DESIGN §4, *Evidence item*)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from evc.assessing.calendar import is_older
from evc.assessing.case import Case, rejections_for, waivers_for
from evc.model.advice import ItemResult
from evc.model.dossier import Evidence
from evc.model.findings import ItemReason, Value
from evc.model.rubric import Rubric
from evc.model.text import is_blank

Fault = tuple[ItemReason, Mapping[str, Value]]
_Test = Callable[[Case, Rubric, Evidence], Mapping[str, Value] | None]


def evidence_date(item: Evidence, submitted: date, on: date) -> date:
    """The day that counts for an item's age.

    With a period: its end, but at most `on`; of a period without end the earliest of `submitted`, `on` and the
    day of the attestation (what was attested in 2019 says nothing of 2026). Else the day it was issued.
    """
    if item.period is None:
        assert item.issued is not None, "form asks `issued` or a period"
        return item.issued
    if item.period.end is not None:
        return min(item.period.end, on)
    attested_on = item.attested_by.on if item.attested_by else None
    return min(submitted, on, attested_on or on)


def judge_item(case: Case, rubric: Rubric, item: Evidence, faults: Sequence[Fault]) -> ItemResult:
    """Whether the item counts for this rubric's outcome; of several faults, the first is its reason."""
    waivers = waivers_for(case, item.id, rubric.id)
    waived = _is_waived(case, len(waivers))
    data = dict(faults[0][1]) if faults else {}
    if waived:
        data |= {
            "waived_by": tuple(assessor for assessor, _ in waivers),
            "waiver_remarks": tuple(waiver.remark for _, waiver in waivers),
        }
    return ItemResult(item.id, not faults, faults[0][0] if faults else None, waived, data)


def item_faults(case: Case, rubric: Rubric, item: Evidence) -> Sequence[Fault]:
    """Everything that sets the item aside for this outcome, in the order of `ItemReason`."""
    waived = _is_waived(case, len(waivers_for(case, item.id, rubric.id)))
    tests = _ALWAYS if waived else _EVERY
    return [(reason, data) for reason, test in tests if (data := test(case, rubric, item)) is not None]


def file_fault(item: Evidence) -> ItemReason | None:
    """Whether the item's file is not there, or is another file than its hash says."""
    return ItemReason(item.found.problem) if item.found and item.found.problem else None


def is_future(item: Evidence, on: date) -> bool:
    """Whether the item was issued, or its period began, after the reference date."""
    began = item.period.start if item.period else None
    return (item.issued is not None and item.issued > on) or (began is not None and began > on)


def _is_waived(case: Case, waivers: int) -> bool:
    return waivers >= max(1, case.programme.assessors)


def _rejected(case: Case, rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    found = rejections_for(case, item.id, rubric.id)
    if not found:
        return None
    return {
        "by": tuple(assessor for assessor, _ in found),
        "reasons": tuple(rejection.reason.value for _, rejection in found),
        "remarks": tuple(rejection.remark for _, rejection in found),
    }


def _file_missing(_case: Case, _rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    if file_fault(item) is not ItemReason.FILE_MISSING:
        return None
    return {"cause": item.found.cause if item.found else None}


def _file_mismatch(_case: Case, _rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    if file_fault(item) is not ItemReason.FILE_MISMATCH:
        return None
    return {"expected": item.sha256, "found": item.found.sha256 if item.found else None}


def _future(case: Case, _rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    if not is_future(item, case.on):
        return None
    issued = item.issued if item.issued and item.issued > case.on else None
    return {"date": issued or (item.period.start if item.period else None)}


def _own_share_missing(_case: Case, _rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    return {} if item.group and is_blank(item.own_share) else None


def _outdated(case: Case, rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    limit = rubric.evidence.max_age
    day = evidence_date(item, case.dossier.submitted, case.on)
    if limit is None or not is_older(day, limit, case.on):
        return None
    return {"date": day, "max_age": {"years": limit.years, "months": limit.months, "days": limit.days}}


def _type_not_accepted(_case: Case, rubric: Rubric, item: Evidence) -> Mapping[str, Value] | None:
    accepts = rubric.evidence.accepts
    return None if accepts is None or item.type in accepts else {"type": item.type, "accepts": accepts}


_ALWAYS: tuple[tuple[ItemReason, _Test], ...] = (
    (ItemReason.REJECTED, _rejected),
    (ItemReason.FILE_MISSING, _file_missing),
    (ItemReason.FILE_MISMATCH, _file_mismatch),
    (ItemReason.FUTURE, _future),
)
# These do not apply to an item that enough assessors waive.
_WAIVABLE: tuple[tuple[ItemReason, _Test], ...] = (
    (ItemReason.OWN_SHARE_MISSING, _own_share_missing),
    (ItemReason.OUTDATED, _outdated),
    (ItemReason.TYPE_NOT_ACCEPTED, _type_not_accepted),
)
_EVERY = _ALWAYS + _WAIVABLE
