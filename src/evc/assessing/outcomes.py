"""A learning outcome: its decision, label, coverage, and what it is short of (DESIGN §4, *Outcome*)."""

from collections.abc import Iterable, Sequence

from evc.assessing.admissible import faults_by_item, judge_item
from evc.assessing.case import Case
from evc.assessing.criteria import Grounds, judge_criterion
from evc.assessing.decision import decide
from evc.assessing.evidence_rules import outcome_rules
from evc.assessing.missing import Judged, missing
from evc.assessing.ratings import opinions_on
from evc.model.advice import (
    Coverage,
    CriterionResult,
    Label,
    OutcomeAdvice,
    RuleName,
    RuleResult,
    ShortOf,
)
from evc.model.dossier import Claim, Evidence
from evc.model.ids import OutcomeId
from evc.model.rubric import All, AtLeast, Rubric
from evc.model.verdict import Verdict, all_of


def judge_outcome(case: Case, outcome: OutcomeId) -> OutcomeAdvice:
    """Judge one outcome of the programme on what the dossier claims for it."""
    rubric = case.programme.rubrics[outcome]
    claim = case.dossier.claims.get(outcome)
    return _not_claimed(rubric) if claim is None else _claimed(case, rubric, claim)


def cited_items(case: Case, claim: Claim) -> tuple[Evidence, ...]:
    """The items that a claim cites for any criterion, each once, in the portfolio's order."""
    cited = {item for items in claim.supports.values() for item in items}
    return tuple([item for item in case.dossier.evidence if item.id in cited])


def _claimed(case: Case, rubric: Rubric, claim: Claim) -> OutcomeAdvice:
    cited = cited_items(case, claim)
    faults = faults_by_item(case, rubric, cited)
    items = tuple([judge_item(case, rubric, item, faults[item.id]) for item in cited])
    counting = [item.id for item in items if item.admissible]
    grounds = Grounds([item.id for item in items], counting, opinions_on(case, rubric.id))
    criteria = tuple(
        [
            judge_criterion(case, rubric, criterion, claim.supports.get(criterion.id, ()), grounds)
            for criterion in rubric.criteria
        ]
    )
    rules = outcome_rules(rubric.evidence, [case.counted[item] for item in counting])
    decision = _decision(rubric, criteria)
    verdict = all_of([*[rule.verdict for rule in rules], decision.verdict])
    coverage = _coverage(rubric, rules, criteria)
    return OutcomeAdvice(
        id=rubric.id,
        title=rubric.title,
        statement=rubric.statement,
        version=rubric.version,
        sources=rubric.sources,
        account=claim.account,
        label=_label(verdict, criteria),
        verdict=verdict,
        coverage=coverage,
        short_of=_short_of(verdict, coverage, rubric, criteria),
        criteria=criteria,
        rules=(*rules, decision),
        evidence=items,
        missing=() if verdict is Verdict.MET else missing(case, rubric, claim, faults, Judged(criteria, rules)),
    )


def _not_claimed(rubric: Rubric) -> OutcomeAdvice:
    return OutcomeAdvice(
        id=rubric.id,
        title=rubric.title,
        statement=rubric.statement,
        version=rubric.version,
        sources=rubric.sources,
        account=None,
        label=Label.NOT_CLAIMED,
        verdict=None,
        coverage=Coverage.NOT_CLAIMED,
        short_of=(),
        criteria=(),
        rules=(),
        evidence=(),
        missing=(),
    )


def _decision(rubric: Rubric, criteria: Sequence[CriterionResult]) -> RuleResult:
    verdicts = [criterion.verdict for criterion in criteria]
    verdict = decide(rubric.decision, [criterion.mandatory for criterion in criteria], verdicts)
    match rubric.decision:
        case All():
            return RuleResult(RuleName.DECISION, verdict, {"all": True}, {"all": verdict is Verdict.MET}, ())
        case AtLeast(count):
            met = verdicts.count(Verdict.MET)
            return RuleResult(RuleName.DECISION, verdict, {"at_least": count}, {"at_least": met}, ())


def _label(verdict: Verdict, criteria: Iterable[CriterionResult]) -> Label:
    match verdict:
        case Verdict.MET:
            return Label.DEMONSTRATED
        case Verdict.OPEN:
            return Label.OPEN
        case Verdict.NOT_MET:
            partly = any(criterion.verdict is Verdict.MET for criterion in criteria)
            return Label.PARTLY if partly else Label.NOT


def _coverage(rubric: Rubric, rules: Sequence[RuleResult], criteria: Sequence[CriterionResult]) -> Coverage:
    """The formula of the verdict with every rating taken as met: what the evidence shows before it is judged."""
    relevance = [criterion.relevance for criterion in criteria]
    decision = decide(rubric.decision, [criterion.mandatory for criterion in criteria], relevance)
    if all_of([*[rule.verdict for rule in rules], decision]) is Verdict.MET:
        return Coverage.COVERED
    return Coverage.PARTLY if Verdict.MET in relevance else Coverage.NOT


def _short_of(
    verdict: Verdict, coverage: Coverage, rubric: Rubric, criteria: Sequence[CriterionResult]
) -> tuple[ShortOf, ...]:
    """Why an outcome is not met: evidence, judgement, or both (also when neither alone explains it)."""
    if verdict is not Verdict.NOT_MET:
        return ()
    ratings = [criterion.rating for criterion in criteria]
    judged = decide(rubric.decision, [criterion.mandatory for criterion in criteria], ratings)
    evidence = coverage is not Coverage.COVERED
    judgement = judged is Verdict.NOT_MET
    if evidence == judgement:
        return (ShortOf.EVIDENCE, ShortOf.JUDGEMENT)
    return (ShortOf.EVIDENCE,) if evidence else (ShortOf.JUDGEMENT,)
