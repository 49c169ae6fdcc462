"""A criterion: enough evidence that bears on it, and ratings that reach its pass (DESIGN §4, *Criterion*)."""

from collections.abc import Sequence

from evc.assessing.case import Case
from evc.assessing.ratings import counted_ratings, judge_ratings, rating_agreed, ratings_given
from evc.model.advice import CriterionResult, GivenRating, ItemResult
from evc.model.assessment import AgreedRating
from evc.model.findings import CriterionReason, Finding, Value
from evc.model.ids import EvidenceId
from evc.model.rubric import Criterion, Rubric
from evc.model.verdict import Verdict, all_of, met_if


def judge_criterion(
    case: Case, rubric: Rubric, criterion: Criterion, cited: Sequence[EvidenceId], items: Sequence[ItemResult]
) -> CriterionResult:
    """Judge one criterion on the items cited for it; `items` are all that the claim cites, in the portfolio's order."""
    given = ratings_given(case, rubric.id, criterion)
    agreed = rating_agreed(case, rubric.id, criterion)
    needed = case.programme.assessors
    rating, why = judge_ratings(counted_ratings(case, criterion, given, agreed), needed, case.programme.agreement)
    named = set(cited)
    own = [item for item in items if item.id in named]
    admissible = tuple(item.id for item in own if item.admissible)
    relevance = met_if(len(admissible) >= rubric.evidence.per_criterion)
    reasons = _too_few_items(relevance, rubric, admissible) + _rating_reasons(case, criterion, why, given, agreed)
    return CriterionResult(
        id=criterion.id,
        title=criterion.title,
        verdict=all_of((relevance, rating)),
        mandatory=criterion.mandatory,
        pass_level=criterion.pass_level,
        relevance=relevance,
        rating=rating,
        required=rubric.evidence.per_criterion,
        evidence=tuple(item.id for item in own),
        admissible=admissible,
        indicators=criterion.indicators,
        levels=criterion.levels,
        reasons=reasons,
        ratings=given,
        consensus=agreed,
    )


def _too_few_items(relevance: Verdict, rubric: Rubric, admissible: Sequence[EvidenceId]) -> tuple[Finding, ...]:
    if relevance is Verdict.MET:
        return ()
    data: dict[str, Value] = {"required": rubric.evidence.per_criterion, "found": len(admissible)}
    return (Finding(CriterionReason.TOO_FEW_ITEMS, data),)


def _rating_reasons(
    case: Case,
    criterion: Criterion,
    why: CriterionReason | None,
    given: Sequence[GivenRating],
    agreed: AgreedRating | None,
) -> tuple[Finding, ...]:
    match why:
        case None:
            return ()
        case CriterionReason.TOO_FEW_RATINGS:
            return (Finding(why, {"required": case.programme.assessors, "found": len(given)}),)
        case CriterionReason.BELOW_PASS:
            levels = (agreed.level,) if agreed else tuple(each.rating.level for each in given)
            return (Finding(why, {"pass": criterion.pass_level, "levels": levels, "consensus": agreed is not None}),)
        case _:
            return (Finding(why, {}),)
