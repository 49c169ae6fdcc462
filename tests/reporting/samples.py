"""Whole advices to test reports on: the dossier of the mock-up, the same before any assessor, and the edges."""

from datetime import date

from tests.reporting.advices import NOT, OPEN, advice, criterion, item, not_claimed, outcome, unit
from tests.reporting.sample_outcomes import (
    A07,
    A12,
    EVIDENCE,
    OUTDATED,
    QUANTITY,
    VARIATION,
    care,
    climate,
    research,
    testing,
)
from tests.reporting.sample_programme import bare, programme

from evc.model.advice import (
    Advice,
    Basis,
    ConsensusSummary,
    Coverage,
    CriterionResult,
    Label,
    Recommendation,
    RuleName,
    RuleResult,
    ShortOf,
)
from evc.model.findings import Change, Condition, CriterionReason, Finding, ItemReason, UnitReason
from evc.model.ids import AssessorId, EvidenceId, SourceId
from evc.model.source import SourceRef


def rich() -> Advice:
    """Every recommendation and basis once, with conditions: the dossier of the mock-up, bettered."""
    units = (
        unit(
            "LU-PED",
            "Pedagogisch handelen",
            (climate(),),
            Recommendation.AWARD,
            basis=Basis.VALIDATION,
            english="Pedagogy",
        ),
        unit(
            "LU-ORI",
            "Oriëntatie op het beroep",
            (not_claimed("orientatie", "Oriëntatie"),),
            Recommendation.AWARD,
            basis=Basis.STANDARD_EXEMPTION,
            exempted_by="B8",
            proof="B8",
            english="Orientation",
        ),
        unit("LU-DID", "Leren ontwerpen", (testing(),), Recommendation.INVESTIGATE, english="Designing learning"),
        unit(
            "LU-PASS",
            "Passend onderwijs",
            (care(), not_claimed("differentieren", "Differentiëren")),
            Recommendation.PARTIAL,
        ),
        unit(
            "LU-OND",
            "Onderzoekend vermogen",
            (research(),),
            Recommendation.NONE,
            reasons=(
                Finding(UnitReason.NOT_DEMONSTRATED, {}),
                Finding(UnitReason.MANDATORY_NOT_MET, {"outcome": "praktijkonderzoek", "criterion": "K1"}),
            ),
        ),
        unit(
            "LU-WPL",
            "Werkplekleren jaar 3",
            (not_claimed("groep", "Groepsverantwoordelijkheid"),),
            Recommendation.NONE,
            reasons=(Finding(UnitReason.NOT_CLAIMED, {}),),
        ),
        unit(
            "LU-AFST",
            "Afstuderen",
            (),
            Recommendation.NONE,
            reasons=(Finding(UnitReason.NOT_EXEMPTIBLE, {}),),
            source=SourceRef(SourceId("oer-2026"), bare("4.5")),
        ),
    )
    conditions = (
        Finding(Condition.ASSESSOR_NOT_INDEPENDENT, {"assessor": "A-12", "name": "S. Rahmani", "evidence": ("B3",)}),
        Finding(
            Condition.UNMOTIVATED,
            {"assessor": "A-07", "outcome": "pedagogisch-klimaat", "criteria": ("P2", "P3", "P4")},
        ),
    )
    return advice(
        units,
        EVIDENCE,
        assessors=(A07, A12),
        conditions=conditions,
        goal="Ik wil binnen twee jaar bevoegd voor de klas staan.",
        verified={"B8": ("A-07",)},
        consensus=ConsensusSummary(date(2026, 10, 8), (AssessorId("A-07"), AssessorId("A-12"))),
    )


def _unrated(one: CriterionResult, *, needed: int = 2) -> CriterionResult:
    """A criterion as it stood before any assessor looked."""
    few = tuple(each for each in one.reasons if each.code is CriterionReason.TOO_FEW_ITEMS)
    unrated = Finding(CriterionReason.TOO_FEW_RATINGS, {"required": needed, "found": 0})
    return CriterionResult(
        one.id,
        one.title,
        NOT if one.relevance is NOT else OPEN,
        one.mandatory,
        one.pass_level,
        one.relevance,
        OPEN,
        one.required,
        one.evidence,
        one.admissible,
        one.indicators,
        one.levels,
        (*few, unrated),
        (),
        None,
    )


def before_assessors() -> Advice:
    """The same candidate before any assessor looked: one outcome covered, one in part, one unit not asked for."""
    first, second = climate(), care()
    open_climate = outcome(
        "pedagogisch-klimaat",
        "Pedagogisch klimaat",
        tuple(_unrated(one) for one in first.criteria),
        english="Classroom climate",
        label=Label.OPEN,
        rules=(VARIATION, QUANTITY),
        set_aside={"B5": (ItemReason.OUTDATED, OUTDATED)},
        missing=tuple(Finding(Change.RATE, {"criterion": one.id, "assessors": 2}) for one in first.criteria),
    )
    short_care = outcome(
        "zorg-signaleren",
        "Zorg signaleren",
        tuple(_unrated(one) for one in second.criteria),
        english="Recognising needs",
        label=Label.NOT,
        coverage=Coverage.PARTLY,
        short_of=(ShortOf.EVIDENCE,),
        rules=(RuleResult(RuleName.QUANTITY, NOT, {"items": 3}, {"items": 2}, (EvidenceId("B1"), EvidenceId("B7"))),),
        set_aside={"B10": (ItemReason.FILE_MISSING, {"cause": "absent"})},
        missing=(
            Finding(Change.MEND_ITEM, {"evidence": "B10", "reason": "file-missing"}),
            *(Finding(Change.RATE, {"criterion": one.id, "assessors": 2}) for one in second.criteria),
        ),
    )
    units = (
        unit("LU-PED", "Pedagogisch handelen", (open_climate,), Recommendation.INVESTIGATE, english="Pedagogy"),
        unit(
            "LU-PASS",
            "Passend onderwijs",
            (short_care,),
            Recommendation.NONE,
            reasons=(Finding(UnitReason.INCOMPLETE, {}),),
        ),
        unit(
            "LU-ORI",
            "Oriëntatie op het beroep",
            (not_claimed("orientatie", "Oriëntatie"),),
            Recommendation.INVESTIGATE,
            proof="B8",
            reasons=(Finding(UnitReason.PROOF_NOT_VERIFIED, {}),),
        ),
        unit(
            "LU-WPL",
            "Werkplekleren jaar 3",
            (not_claimed("groep", "Groepsverantwoordelijkheid"),),
            Recommendation.NONE,
            reasons=(Finding(UnitReason.NOT_CLAIMED, {}),),
        ),
    )
    return advice(units, EVIDENCE)


def evidence_only() -> Advice:
    """A programme that asks no ratings: awarded on the evidence, by exemption."""
    diploma = (item("B8", "Diploma Onderwijsassistent", "diploma", issued=date(2018, 7, 2)),)
    shown = outcome("orientatie", "Oriëntatie", (criterion("O1", "Kent het beroep", "B8"),), english="Orientation")
    return advice(
        (unit("LU-ORI", "Oriëntatie op het beroep", (shown,), Recommendation.AWARD, basis=Basis.EXEMPTION),),
        diploma,
        summary=programme(assessors=0),
        conditions=(Finding(Condition.EVIDENCE_ONLY, {}),),
    )


def nothing_claimed() -> Advice:
    """Nobody asked for anything."""
    units = (
        unit(
            "LU-WPL",
            "Werkplekleren jaar 3",
            (not_claimed("groep", "Groepsverantwoordelijkheid"),),
            Recommendation.NONE,
            reasons=(Finding(UnitReason.NOT_CLAIMED, {}),),
        ),
    )
    return advice(units, ())
