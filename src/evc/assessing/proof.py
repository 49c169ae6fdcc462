"""Formal proof: diplomas and certificates that exempt from a unit by rule (DESIGN §4, *Unit*).

Standard exemptions stand beside individual ones in Dutch regulations (OER); WHW art. 7.13(2)(r) asks the OER to state
their grounds.
"""

from evc.assessing.calendar import is_older
from evc.assessing.case import Case, rejections
from evc.model.assessment import RejectionReason
from evc.model.dossier import Evidence
from evc.model.findings import ItemReason
from evc.model.ids import EvidenceId
from evc.model.programme import Unit
from evc.model.value import value

_FORMAL_TYPES = ("diploma", "certificate")
# Doubts about the paper itself; an assessor who finds proof irrelevant to an outcome does not touch the rule.
_DOUBTS = (RejectionReason.NOT_AUTHENTIC, RejectionReason.NOT_READABLE)


@value
class FormalProof:
    """The items with a qualification that a unit exempts for: proof, verified proof, and the rest."""

    proof: tuple[EvidenceId, ...]
    verified: tuple[EvidenceId, ...]
    set_aside: tuple[tuple[EvidenceId, ItemReason], ...]


def formal_proof(case: Case, unit: Unit) -> FormalProof:
    """Sort the items that might exempt from a unit, cited or not, in the portfolio's order."""
    proof, set_aside = [], []
    for item in case.dossier.evidence:
        if item.qualification in unit.exempt_for and item.type in _FORMAL_TYPES:
            fault = _fault(case, item)
            if fault is None:
                proof.append(item.id)
            else:
                set_aside.append((item.id, fault))
    verified = tuple(item for item in proof if any(item in each.verified for each in case.assessments))
    return FormalProof(tuple(proof), verified, tuple(set_aside))


def _fault(case: Case, item: Evidence) -> ItemReason | None:
    """Why an item is no formal proof; of several reasons the first, in the order of `ItemReason`."""
    if any(rejection.reason in _DOUBTS for _, rejection in rejections(case, item.id)):
        return ItemReason.REJECTED
    standing = case.standing[item.id]
    if standing.always:
        return standing.always[0][0]
    limit = case.programme.qualifications[item.qualification].max_age if item.qualification else None
    return ItemReason.OUTDATED if limit is not None and is_older(standing.day, limit, case.on) else None
