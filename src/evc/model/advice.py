"""Advice: every judgement with what led to it, as values; no sentence and no language (DESIGN §4, §6)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from evc.model.assessment import AgreedRating, Assessor, Instrument, Rating
from evc.model.dossier import Candidate, Evidence
from evc.model.findings import Finding, ItemReason, Value
from evc.model.ids import AssessorId, CriterionId, EvidenceId, LevelId, OutcomeId, ProgrammeId, QualificationId, UnitId
from evc.model.programme import Maximum, Qualification, Regulation, Scale, Setting
from evc.model.source import InputFile, Source, SourceRef
from evc.model.text import Text
from evc.model.value import value
from evc.model.verdict import Verdict


class Label(Enum):
    """The verdict on an outcome in the field's own words."""

    DEMONSTRATED = "demonstrated"
    PARTLY = "partly-demonstrated"
    NOT = "not-demonstrated"
    OPEN = "open"
    NOT_CLAIMED = "not-claimed"


class Coverage(Enum):
    """What the evidence shows before its quality is judged."""

    COVERED = "covered"
    PARTLY = "partly-covered"
    NOT = "not-covered"
    NOT_CLAIMED = "not-claimed"


class ShortOf(Enum):
    """What an outcome that is not met lacks, so that a gap in the file is not read as a judgement."""

    EVIDENCE = "evidence"
    JUDGEMENT = "judgement"


class Recommendation(Enum):
    """What is advised for a unit; the exam committee decides."""

    AWARD = "award"
    INVESTIGATE = "investigate"
    PARTIAL = "partial"
    NONE = "none"


class Basis(Enum):
    """On what an award rests: two legal ways, and exemption by rule kept apart (DESIGN §1)."""

    STANDARD_EXEMPTION = "standard-exemption"
    EXEMPTION = "exemption"
    VALIDATION = "validation"


class RuleName(Enum):
    """The rules that are judged per outcome, in the order in which they are shown."""

    VARIATION = "variation"
    QUANTITY = "quantity"
    AUTHENTICITY = "authenticity"
    DECISION = "decision"


@value
class ItemResult:
    """Whether a cited item counts for this outcome, and why not; `data` holds the facts behind the reason."""

    id: EvidenceId
    admissible: bool
    reason: ItemReason | None
    waived: bool
    data: Mapping[str, Value]


@value
class RuleResult:
    """What a rule asked, what was there, and on which evidence."""

    rule: RuleName
    verdict: Verdict
    required: Mapping[str, Value]
    found: Mapping[str, Value]
    evidence: tuple[EvidenceId, ...]


@value
class GivenRating:
    """A rating together with who gave it."""

    assessor: AssessorId
    rating: Rating


@value
class CriterionResult:
    """The verdict on a criterion, with everything it rests on; `required` is the number of items it asks."""

    id: CriterionId
    title: Text
    verdict: Verdict
    mandatory: bool
    pass_level: LevelId
    relevance: Verdict
    rating: Verdict
    required: int
    evidence: tuple[EvidenceId, ...]
    admissible: tuple[EvidenceId, ...]
    indicators: tuple[Text, ...]
    levels: Mapping[LevelId, Text]
    reasons: tuple[Finding, ...]
    ratings: tuple[GivenRating, ...]
    consensus: AgreedRating | None


@value
class OutcomeAdvice:
    """One learning outcome judged; `verdict` is None when nobody claimed it."""

    id: OutcomeId
    title: Text
    statement: Text
    version: str
    sources: tuple[SourceRef, ...]
    account: str | None
    label: Label
    verdict: Verdict | None
    coverage: Coverage
    short_of: tuple[ShortOf, ...]
    criteria: tuple[CriterionResult, ...]
    rules: tuple[RuleResult, ...]
    evidence: tuple[ItemResult, ...]
    missing: tuple[Finding, ...]


@value
class UnitAdvice:
    """What is advised for a unit; `proof` is its formal proof, verified or not, `exempted_by` what exempts it."""

    id: UnitId
    title: Text
    credits: Decimal
    setting: Setting
    recommendation: Recommendation
    basis: Basis | None
    exempted_by: tuple[EvidenceId, ...]
    proof: tuple[EvidenceId, ...]
    reasons: tuple[Finding, ...]
    source: SourceRef | None
    outcomes: tuple[OutcomeAdvice, ...]


@value
class Credits:
    """EC of the programme, advised to be awarded, and remaining; units: EC."""

    programme: Decimal
    awarded: Decimal
    remaining: Decimal


@value
class RouteOutcome:
    """An outcome of a unit still to follow, and where it stands already."""

    id: OutcomeId
    title: Text
    label: Label


@value
class RouteStep:
    """A unit of the personal learning route, in an order that respects `after`."""

    unit: UnitId
    title: Text
    credits: Decimal
    setting: Setting
    after: tuple[UnitId, ...]
    outcomes: tuple[RouteOutcome, ...]


@value
class AssessorSummary:
    """An assessor with the day of judging and the instruments used beside the portfolio."""

    assessor: Assessor
    on: date
    instruments: tuple[Instrument, ...]


@value
class ConsensusSummary:
    """When assessors came to a joint judgement, and who they were."""

    on: date
    assessors: tuple[AssessorId, ...]


@value
class ProgrammeSummary:
    """What a reader of the advice must know of the programme."""

    id: ProgrammeId
    title: Text
    language: str
    level: int | None
    regulation: Regulation | None
    scale: Scale
    sources: tuple[Source, ...]
    assessors: int
    maximum: Maximum | None
    qualifications: Mapping[QualificationId, Qualification]


@value
class Provenance:
    """Where the rubrics were found (one fixed word) and every file that was used, by path."""

    rubrics: str
    inputs: tuple[InputFile, ...]


@value
class Advice:
    """The whole advice on one candidate at one reference date `on`."""

    on: date
    submitted: date
    candidate: Candidate
    goal: str | None
    programme: ProgrammeSummary
    assessors: tuple[AssessorSummary, ...]
    consensus: ConsensusSummary | None
    evidence: tuple[Evidence, ...]
    verified: Mapping[EvidenceId, tuple[AssessorId, ...]]
    credits: Credits
    conditions: tuple[Finding, ...]
    units: tuple[UnitAdvice, ...]
    route: tuple[RouteStep, ...]
    provenance: Provenance
