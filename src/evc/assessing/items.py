"""What holds of an evidence item whatever outcome it is cited for, worked out once a dossier (DESIGN §4)."""

from collections.abc import Mapping
from datetime import date

from evc.model.advice import ItemResult
from evc.model.dossier import Dossier, Evidence
from evc.model.findings import ItemReason, Value
from evc.model.ids import EvidenceId
from evc.model.text import is_blank
from evc.model.value import value

Fault = tuple[ItemReason, Mapping[str, Value]]


@value
class Standing:
    """An item before any rubric: the day that counts for its age, and what sets it aside for every outcome.

    A waiver does not reach the faults of `always`, it does reach those of `waivable`; both stand in the order of
    `ItemReason`. `sound` is the result for each outcome for which nothing is wrong with it: most of them.
    """

    day: date
    always: tuple[Fault, ...]
    waivable: tuple[Fault, ...]
    sound: ItemResult


def standings(dossier: Dossier, on: date) -> Mapping[EvidenceId, Standing]:
    """How each item of a portfolio stands at the reference date."""
    return {item.id: _standing(item, dossier.submitted, on) for item in dossier.evidence}


def _standing(item: Evidence, submitted: date, on: date) -> Standing:
    return Standing(
        day=evidence_date(item, submitted, on),
        always=_file_fault(item) + _future(item, on),
        waivable=((ItemReason.OWN_SHARE_MISSING, {}),) if item.group and is_blank(item.own_share) else (),
        sound=ItemResult(item.id, admissible=True, reason=None, waived=False, data={}),
    )


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


def _file_fault(item: Evidence) -> tuple[Fault, ...]:
    """That the item's file is not there, or is another file than its hash says."""
    if item.found is None or item.found.problem is None:
        return ()
    reason = ItemReason(item.found.problem)
    if reason is ItemReason.FILE_MISSING:
        return ((reason, {"cause": item.found.cause}),)
    return ((reason, {"expected": item.sha256, "found": item.found.sha256}),)


def _future(item: Evidence, on: date) -> tuple[Fault, ...]:
    """That the item was issued, or its period began, after the reference date."""
    began = item.period.start if item.period else None
    if item.issued is not None and item.issued > on:
        return ((ItemReason.FUTURE, {"date": item.issued}),)
    return ((ItemReason.FUTURE, {"date": began}),) if began is not None and began > on else ()
