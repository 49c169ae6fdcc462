"""A criterion: enough evidence that bears on it, and ratings that reach its pass (DESIGN §4, *Criterion*)."""

from collections.abc import Sequence

from evc.assessing.case import Case
from evc.assessing.ratings import Opinions, counted_ratings, judge_ratings, ratings_given
from evc.model.advice import CriterionResult, GivenRating
from evc.model.assessment import AgreedRating
from evc.model.findings import CriterionReason, Finding, Value
from evc.model.ids import EvidenceId
from evc.model.rubric import Criterion, Rubric
from evc.model.value import value
from evc.model.verdict import Verdict, all_of, met_if


@value
class Grounds:
    """On what the criteria of one outcome are judged: the items that its claim cites, and what people said.

    `cited` are all the items, `counting` those that are admissible; both stand in the portfolio's order.
    """

    cited: Sequence[EvidenceId]
    counting: Sequence[EvidenceId]
    opinions: Opinions


def judge_criterion(
    case: Case, rubric: Rubric, criterion: Criterion, supports: Sequence[EvidenceId], grounds: Grounds
) -> CriterionResult:
    """Judge one criterion on the items cited for it: its `supports`."""
    given = ratings_given(grounds.opinions, criterion)
    agreed = grounds.opinions.agreed.get(criterion.id)
    needed = case.programme.assessors
    rating, why = judge_ratings(counted_ratings(case, criterion, given, agreed), needed, case.programme.agreement)
    named = frozenset(supports)
    admissible = tuple([item for item in grounds.counting if item in named])
    relevance = met_if(len(admissible) >= rubric.evidence.per_criterion)
    reasons = _too_few_items(relevance, rubric, admissible)
    if why is not None:
        reasons += (_rating_reason(case, criterion, why, given, agreed),)
    return CriterionResult(
        id=criterion.id,
        title=criterion.title,
        verdict=all_of((relevance, rating)),
        mandatory=criterion.mandatory,
        pass_level=criterion.pass_level,
        relevance=relevance,
        rating=rating,
        required=rubric.evidence.per_criterion,
        evidence=tuple([item for item in grounds.cited if item in named]),
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


def _rating_reason(
    case: Case,
    criterion: Criterion,
    why: CriterionReason,
    given: Sequence[GivenRating],
    agreed: AgreedRating | None,
) -> Finding:
    match why:
        case CriterionReason.TOO_FEW_RATINGS:
            return Finding(why, {"required": case.programme.assessors, "found": len(given)})
        case CriterionReason.BELOW_PASS:
            levels = (agreed.level,) if agreed else tuple(each.rating.level for each in given)
            return Finding(why, {"pass": criterion.pass_level, "levels": levels, "consensus": agreed is not None})
        case _:
            return Finding(why, {})
