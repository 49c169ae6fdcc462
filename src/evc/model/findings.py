"""What advice says beside its verdicts, as a code and the facts behind it; sentences are made elsewhere."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from evc.model.value import value

Value = str | int | bool | Decimal | date | None | tuple["Value", ...] | Mapping[str, "Value"]


class ItemReason(Enum):
    """Why an item is set aside; the first that applies, in this order (DESIGN §4, *Evidence item*)."""

    REJECTED = "rejected"
    FILE_MISSING = "file-missing"
    FILE_MISMATCH = "file-mismatch"
    FUTURE = "future"
    OWN_SHARE_MISSING = "own-share-missing"
    OUTDATED = "outdated"
    TYPE_NOT_ACCEPTED = "type-not-accepted"


class CriterionReason(Enum):
    """Why a criterion is not met or still open."""

    TOO_FEW_ITEMS = "too-few-items"
    TOO_FEW_RATINGS = "too-few-ratings"
    BELOW_PASS = "below-pass"
    DISAGREEMENT = "disagreement"


class UnitReason(Enum):
    """Why a unit is not advised for award."""

    NOT_EXEMPTIBLE = "not-exemptible"
    PROOF_NOT_VERIFIED = "proof-not-verified"
    OUTCOMES_NOT_CLAIMED = "outcomes-not-claimed"
    NOT_CLAIMED = "not-claimed"
    INCOMPLETE = "incomplete"
    NOT_DEMONSTRATED = "not-demonstrated"
    MANDATORY_NOT_MET = "mandatory-not-met"
    PROOF_SET_ASIDE = "proof-set-aside"


class Condition(Enum):
    """What never changes a verdict and must be said all the same, in this order (DESIGN §4, *Conditions*)."""

    ABOVE_MAXIMUM = "above-maximum"
    ASSESSOR_NOT_INDEPENDENT = "assessor-not-independent"
    INSTRUMENT_MISSING = "instrument-missing"
    UNMOTIVATED = "unmotivated"
    REJECTION_CONTESTED = "rejection-contested"
    RUBRIC_CHANGED = "rubric-changed"
    PORTFOLIO_CHANGED = "portfolio-changed"
    ASSESSED_BEFORE_SUBMISSION = "assessed-before-submission"
    REGULATION_NOT_IN_FORCE = "regulation-not-in-force"
    EVIDENCE_ONLY = "evidence-only"


class Change(Enum):
    """A change to a dossier that helps an outcome to be met (DESIGN §4, *missing*)."""

    MEND_ITEM = "mend-item"
    ATTEST_ITEM = "attest-item"
    CITE_ITEM = "cite-item"
    ADD_ITEM = "add-item"
    RATE = "rate"
    AGREE = "agree"
    JUDGE_AGAIN = "judge-again"
    CANNOT_BE_MET = "cannot-be-met"


Code = CriterionReason | UnitReason | Condition | Change


@value
class Finding:
    """A code with the facts that a sentence about it needs."""

    code: Code
    data: Mapping[str, Value]
