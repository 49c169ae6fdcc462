"""Advices made by hand, small builders first: what reports are tested on without reading or judging anything."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from tests.reporting.sample_programme import bare, programme, text

from evc.model.advice import (
    Advice,
    AssessorSummary,
    Basis,
    ConsensusSummary,
    Coverage,
    Credits,
    CriterionResult,
    GivenRating,
    ItemResult,
    Label,
    OutcomeAdvice,
    ProgrammeSummary,
    Provenance,
    Recommendation,
    RouteOutcome,
    RouteStep,
    RuleName,
    RuleResult,
    ShortOf,
    UnitAdvice,
)
from evc.model.assessment import AgreedRating, Rating
from evc.model.dossier import Attestation, Candidate, Evidence, FileFacts, Period
from evc.model.findings import Finding, ItemReason, Value
from evc.model.ids import (
    AssessorId,
    CriterionId,
    EvidenceId,
    LevelId,
    OutcomeId,
    QualificationId,
    SourceId,
    UnitId,
)
from evc.model.programme import Setting
from evc.model.source import InputFile, SourceRef
from evc.model.text import Text
from evc.model.verdict import Verdict

ON = date(2026, 9, 15)
MET, OPEN, NOT = Verdict.MET, Verdict.OPEN, Verdict.NOT_MET


def item(
    identity: str,
    title: str,
    kind: str = "work-product",
    *,
    issued: date | None = date(2026, 4, 14),
    period: Period | None = None,
    hours: str | None = None,
    context: str | None = "OBS De Wissel",
    attested: str | None = None,
    qualification: str | None = None,
    missing: bool = False,
    own_share: str | None = None,
) -> Evidence:
    """A piece of evidence; `attested` is the role of who vouches for it."""
    return Evidence(
        id=EvidenceId(identity),
        type=kind,
        title=title,
        issuer="OBS De Wissel",
        issued=None if period else issued,
        period=period,
        hours=Decimal(hours) if hours else None,
        context=context,
        qualification=QualificationId(qualification) if qualification else None,
        group=own_share is not None,
        own_share=own_share,
        consent=True if kind == "video" else None,
        attested_by=Attestation("J. de Wit", attested, "OBS De Wissel", ON) if attested else None,
        file=f"bewijs/{identity}.pdf",
        sha256=None,
        found=FileFacts(None, "file-missing", "absent") if missing else FileFacts("ab" * 32, None, None),
    )


def rating(
    who: str, level: str, remark: str | None = None, *, first: str | None = None, on: Sequence[str] = ()
) -> GivenRating:
    """One assessor's rating."""
    given = Rating(LevelId(level), LevelId(first) if first else None, tuple(on), remark)
    return GivenRating(AssessorId(who), given)


def criterion(
    identity: str,
    title: str,
    cited: str,
    ratings: Sequence[GivenRating] = (),
    *,
    english: str | None = None,
    counts: str | None = None,
    rated: Verdict = MET,
    reasons: Sequence[Finding] = (),
    agreed: AgreedRating | None = None,
    mandatory: bool = False,
    asks: str = "voldoende",
    indicators: Sequence[Text] = (),
) -> CriterionResult:
    """A criterion; `counts` are the cited items that count, all of them unless said."""
    evidence = tuple(map(EvidenceId, cited.split()))
    admissible = evidence if counts is None else tuple(map(EvidenceId, counts.split()))
    relevance = MET if admissible else NOT
    verdict = NOT if NOT in (relevance, rated) else rated
    return CriterionResult(
        id=CriterionId(identity),
        title=text(title, english),
        verdict=verdict,
        mandatory=mandatory,
        pass_level=LevelId(asks),
        relevance=relevance,
        rating=rated,
        required=1,
        evidence=evidence,
        admissible=admissible,
        indicators=tuple(indicators),
        levels={LevelId("voldoende"): text("Laat het in de eigen groep zien.", "Shows it in the own class.")},
        reasons=tuple(reasons),
        ratings=tuple(ratings),
        consensus=agreed,
    )


def outcome(
    identity: str,
    title: str,
    criteria: Sequence[CriterionResult],
    *,
    english: str | None = None,
    label: Label = Label.DEMONSTRATED,
    coverage: Coverage = Coverage.COVERED,
    short_of: Sequence[ShortOf] = (),
    rules: Sequence[RuleResult] = (),
    set_aside: Mapping[str, tuple[ItemReason, Mapping[str, Value]]] | None = None,
    waived: Mapping[str, Mapping[str, Value]] | None = None,
    missing: Sequence[Finding] = (),
    account: str | None = None,
    statement: Text | None = None,
) -> OutcomeAdvice:
    """An outcome whose items follow from what its criteria cite."""
    verdicts = {Label.DEMONSTRATED: MET, Label.OPEN: OPEN, Label.NOT_CLAIMED: None}
    verdict = verdicts.get(label, NOT)
    cited = dict.fromkeys(each for one in criteria for each in one.evidence)
    against, allowed = set_aside or {}, waived or {}
    results = tuple(
        ItemResult(each, False, against[each][0], waived=False, data=against[each][1])
        if each in against
        else ItemResult(each, True, None, waived=each in allowed, data=allowed.get(each, {}))
        for each in cited
    )
    decided = (
        () if verdict is None else (RuleResult(RuleName.DECISION, verdict, {"all": True}, {"all": verdict is MET}, ()),)
    )
    return OutcomeAdvice(
        id=OutcomeId(identity),
        title=text(title, english),
        statement=statement or text(f"De leraar laat {title.lower()} zien.", f"The teacher shows {title.lower()}."),
        version="1.2.0",
        sources=(SourceRef(SourceId("besluit-2017"), bare("2.4")),),
        account=account,
        label=label,
        verdict=verdict,
        coverage=coverage,
        short_of=tuple(short_of),
        criteria=tuple(criteria),
        rules=(*rules, *decided),
        evidence=results,
        missing=tuple(missing),
    )


def not_claimed(identity: str, title: str) -> OutcomeAdvice:
    """An outcome nobody asked for."""
    return outcome(identity, title, (), label=Label.NOT_CLAIMED, coverage=Coverage.NOT_CLAIMED)


def unit(
    identity: str,
    title: str,
    outcomes: Sequence[OutcomeAdvice],
    recommendation: Recommendation,
    *,
    english: str | None = None,
    ec: str = "30",
    basis: Basis | None = None,
    exempted_by: str = "",
    proof: str = "",
    reasons: Sequence[Finding] = (),
    source: SourceRef | None = None,
) -> UnitAdvice:
    """A unit with its advice."""
    return UnitAdvice(
        id=UnitId(identity),
        title=text(title, english),
        credits=Decimal(ec),
        setting=Setting.WORKPLACE,
        recommendation=recommendation,
        basis=basis,
        exempted_by=tuple(map(EvidenceId, exempted_by.split())),
        proof=tuple(map(EvidenceId, proof.split())),
        reasons=tuple(reasons),
        source=source,
        outcomes=tuple(outcomes),
    )


def advice(
    units: Sequence[UnitAdvice],
    evidence: Sequence[Evidence],
    *,
    assessors: Sequence[AssessorSummary] = (),
    conditions: Sequence[Finding] = (),
    summary: ProgrammeSummary | None = None,
    name: str | None = "N. Verhage",
    goal: str | None = None,
    verified: Mapping[str, Sequence[str]] | None = None,
    consensus: ConsensusSummary | None = None,
) -> Advice:
    """An advice whose credits and route follow from its units."""
    awarded = sum((each.credits for each in units if each.recommendation is Recommendation.AWARD), Decimal())
    rest = [each for each in units if each.recommendation is not Recommendation.AWARD]
    return Advice(
        on=ON,
        submitted=ON,
        candidate=Candidate("K-2026-014", name),
        goal=goal,
        programme=summary or programme(),
        assessors=tuple(assessors),
        consensus=consensus,
        evidence=tuple(evidence),
        verified={EvidenceId(key): tuple(map(AssessorId, by)) for key, by in (verified or {}).items()},
        credits=Credits(Decimal(240), awarded, Decimal(240) - awarded),
        conditions=tuple(conditions),
        units=tuple(units),
        route=tuple(
            RouteStep(
                each.id,
                each.title,
                each.credits,
                each.setting,
                (rest[number - 1].id,) if number else (),
                tuple(RouteOutcome(one.id, one.title, one.label) for one in each.outcomes),
            )
            for number, each in enumerate(rest)
        ),
        provenance=Provenance(
            "given",
            (
                InputFile("dossier/assessments/A-07.yml", "0f" * 32),
                InputFile("dossier/bewijs/B10.pdf", None),
                InputFile("dossier/portfolio.yml", "3c" * 32),
                InputFile("rubrics/leraar-po/programme.yml", "9d" * 32),
            ),
        ),
    )
