"""What people must still say for a criterion's rating to be met (DESIGN §4, *missing*)."""

from collections.abc import Sequence

from evc.assessing.ratings import Ratings, judge_ratings
from evc.model.advice import CriterionResult
from evc.model.findings import Change, CriterionReason, Finding
from evc.model.programme import Programme
from evc.model.verdict import Verdict


def plan_ratings(judged: CriterionResult, given: Ratings, programme: Programme) -> tuple[Finding, ...]:
    """The fewest changes to the ratings of a criterion that make its rating met; none when it is."""
    if judged.rating is Verdict.MET:
        return ()
    criterion = judged.id
    changes: list[Finding] = []
    lacking = programme.assessors - given.reaching - given.below
    if lacking > 0:
        changes.append(Finding(Change.RATE, {"criterion": criterion, "assessors": lacking}))
    verdict, why = judge_ratings(change_ratings(given, changes), programme.assessors, programme.agreement)
    if verdict is not Verdict.MET:
        code = Change.AGREE if why is CriterionReason.DISAGREEMENT else Change.JUDGE_AGAIN
        changes.append(Finding(code, {"criterion": criterion}))
    return tuple(changes)


def change_ratings(given: Ratings, changes: Sequence[Finding]) -> Ratings:
    """The ratings of a criterion after the changes that concern it."""
    for change in changes:
        match change.code:
            case Change.RATE:
                more = change.data["assessors"]
                assert isinstance(more, int), "a number of assessors"
                given = Ratings(given.reaching + more, given.below, given.agreed)
            case Change.AGREE:
                given = Ratings(given.reaching, given.below, agreed=True)
            case Change.JUDGE_AGAIN:
                agreed = None if given.agreed is None else True
                given = Ratings(reaching=given.reaching + given.below, below=0, agreed=agreed)
            case _:
                pass
    return given
