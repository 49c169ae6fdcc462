"""One verdict from the ratings of several assessors and their consensus, if any (DESIGN §4, *Criterion*)."""

from collections.abc import Mapping, Sequence

from evc.assessing.case import Case
from evc.model.advice import GivenRating
from evc.model.assessment import AgreedRating, Rating
from evc.model.findings import CriterionReason
from evc.model.ids import AssessorId, CriterionId, OutcomeId
from evc.model.programme import Agreement
from evc.model.rubric import Criterion
from evc.model.value import value
from evc.model.verdict import Verdict, met_if


@value
class Opinions:
    """What people said of one outcome: the ratings of each who rated it, by assessor id, and those of the consensus."""

    given: Sequence[tuple[AssessorId, Mapping[CriterionId, Rating]]]
    agreed: Mapping[CriterionId, AgreedRating]


@value
class Ratings:
    """How many ratings of one criterion reach its pass and how many do not; `agreed` is the side of the consensus."""

    reaching: int
    below: int
    agreed: bool | None


def opinions_on(case: Case, outcome: OutcomeId) -> Opinions:
    """Gather what was said of an outcome."""
    consensus = case.dossier.consensus
    return Opinions(
        [(each.assessor.id, each.ratings[outcome]) for each in case.assessments if outcome in each.ratings],
        consensus.ratings.get(outcome, {}) if consensus else {},
    )


def ratings_given(opinions: Opinions, criterion: Criterion) -> tuple[GivenRating, ...]:
    """Who rated this criterion and how, by assessor id."""
    rated = criterion.id
    return tuple([GivenRating(assessor, said[rated]) for assessor, said in opinions.given if rated in said])


def counted_ratings(
    case: Case, criterion: Criterion, given: Sequence[GivenRating], agreed: AgreedRating | None
) -> Ratings:
    """Ratings by whether they reach the criterion's pass; the `first` rating on paper never counts."""
    rank = case.programme.scale.rank
    bar = rank[criterion.pass_level]
    reaching = len([each for each in given if rank[each.rating.level] >= bar])
    return Ratings(reaching, len(given) - reaching, None if agreed is None else rank[agreed.level] >= bar)


def judge_ratings(ratings: Ratings, needed: int, agreement: Agreement) -> tuple[Verdict, CriterionReason | None]:
    """The verdict of people, and why it is not met: the first of four rules that applies.

    1. fewer distinct assessors than `needed` → open; 2. a consensus decides; 3. all on one side decide (with none
    given, met); 4. with `agreement: majority`, more than half decide. Else they disagree and it stays open.
    """
    reaching, below = ratings.reaching, ratings.below
    if reaching + below < needed:
        return Verdict.OPEN, CriterionReason.TOO_FEW_RATINGS
    if ratings.agreed is not None:
        return _decided(ratings.agreed)
    if not reaching or not below:
        return _decided(not below)
    if agreement is Agreement.MAJORITY and reaching != below:
        return _decided(reaching > below)
    return Verdict.OPEN, CriterionReason.DISAGREEMENT


def _decided(reaches_pass: bool) -> tuple[Verdict, CriterionReason | None]:  # noqa: FBT001 - a side, as in Ratings
    return met_if(reaches_pass), None if reaches_pass else CriterionReason.BELOW_PASS
