"""A dossier: the candidate, the evidence, what is claimed, and what assessors said of it (DESIGN §3)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from evc.model.assessment import Assessment, Consensus
from evc.model.ids import CriterionId, EvidenceId, OutcomeId, ProgrammeId, QualificationId
from evc.model.source import InputFile
from evc.model.value import value

# Formal, non-formal and informal evidence, in the order in which people list it (DESIGN §3).
EVIDENCE_TYPES = (
    "diploma",
    "certificate",
    "attendance",
    "badge",
    "experience-certificate",
    "test-result",
    "employer-statement",
    "work-product",
    "video",
    "observation",
    "feedback",
    "appraisal",
    "reflection",
    "publication",
    "other",
)


@value
class Candidate:
    """Whose dossier it is."""

    id: str
    name: str | None


@value
class Period:
    """From a day to a day; without `end` it was still going on. Without `start` the item was issued on a day."""

    start: date | None
    end: date | None


@value
class Attestation:
    """Who vouches that this is the candidate's own work, and when."""

    name: str
    role: str | None
    organisation: str | None
    on: date | None


@value
class FileFacts:
    """What was found of an item's file: its hash, or why it is not there or not the file it claims to be.

    `problem` is None, ``file-missing`` or ``file-mismatch``; `cause` says more in one fixed word.
    """

    sha256: str | None
    problem: str | None
    cause: str | None


@value
class Evidence:
    """One piece of evidence, with the facts of its file."""

    id: EvidenceId
    type: str
    title: str
    issuer: str | None
    issued: date | None
    period: Period | None
    hours: Decimal | None
    context: str | None
    qualification: QualificationId | None
    group: bool
    own_share: str | None
    consent: bool | None
    attested_by: Attestation | None
    file: str | None
    sha256: str | None
    found: FileFacts | None


@value
class Claim:
    """That an outcome is shown: the candidate's account, and the evidence cited for each criterion."""

    outcome: OutcomeId
    account: str | None
    supports: Mapping[CriterionId, tuple[EvidenceId, ...]]


@value
class Dossier:
    """A whole dossier, complete and consistent in form."""

    candidate: Candidate
    programme: ProgrammeId
    submitted: date
    goal: str | None
    evidence: tuple[Evidence, ...]
    claims: Mapping[OutcomeId, Claim]
    assessments: tuple[Assessment, ...]
    consensus: Consensus | None
    portfolio_sha256: str
    inputs: tuple[InputFile, ...]
