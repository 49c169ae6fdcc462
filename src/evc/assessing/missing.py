"""What would make an outcome met: changes that together suffice and none of which can be left out (DESIGN §4).

The plan is made in the order in which a candidate would rather work: mend what is there, have it attested, cite it
where it is lacking, and only then add; after the evidence, the ratings. It supposes that a new item is admissible and
a new rating reaches pass. An item with more than one fault is not mended but replaced: mending the fault that is
reported would only bring the next one out.
"""

from collections.abc import Callable, Mapping, Sequence

from evc.assessing.admissible import item_faults
from evc.assessing.case import Case
from evc.assessing.decision import decide
from evc.assessing.evidence_rules import counted, outcome_rules
from evc.assessing.missing_evidence import Pieces, Situation, as_it_stands, plan_evidence
from evc.assessing.missing_ratings import change_ratings, plan_ratings
from evc.assessing.ratings import Ratings, counted_ratings, judge_ratings, rating_agreed, ratings_given
from evc.model.dossier import Claim
from evc.model.findings import Change, Finding
from evc.model.ids import CriterionId
from evc.model.programme import Programme
from evc.model.rubric import All, AtLeast, Rubric
from evc.model.verdict import Verdict, all_of, met_if

# Beyond this many changes the search for spare ones is left out: only a rubric that asks hundreds of items gets there.
_PRUNED = 200


def missing(case: Case, rubric: Rubric, claim: Claim) -> tuple[Finding, ...]:
    """The changes that would make a claimed outcome met that is not; evidence first, then ratings."""
    pieces = _pieces(case, rubric, claim)
    ratings = {criterion.id: _ratings(case, rubric, criterion.id) for criterion in rubric.criteria}
    by_people = {key: plan_ratings(key, given, case.programme) for key, given in ratings.items()}
    needed = _needed(rubric, as_it_stands(rubric, pieces), by_people)
    evidence = plan_evidence(rubric, pieces, needed)
    if any(change.code is Change.CANNOT_BE_MET for change in evidence):
        return evidence
    people = tuple(change for key in needed for change in by_people[key])
    return _without_spare((*evidence, *people), lambda plan: _is_met(case.programme, rubric, pieces, ratings, plan))


def _pieces(case: Case, rubric: Rubric, claim: Claim) -> Pieces:
    """Every item of the portfolio as it bears on this outcome, in the portfolio's order."""
    cited = {
        item: frozenset(criterion for criterion, items in claim.supports.items() if item in items)
        for item in {item for items in claim.supports.values() for item in items}
    }
    return Pieces.of(
        (counted(item, case.dossier.candidate), cited.get(item.id, frozenset()), item_faults(case, rubric, item))
        for item in case.dossier.evidence
    )


def _ratings(case: Case, rubric: Rubric, key: CriterionId) -> Ratings:
    criterion = next(criterion for criterion in rubric.criteria if criterion.id == key)
    given = ratings_given(case, rubric.id, criterion)
    return counted_ratings(case, criterion, given, rating_agreed(case, rubric.id, criterion))


def _needed(
    rubric: Rubric, now: Situation, by_people: Mapping[CriterionId, Sequence[Finding]]
) -> tuple[CriterionId, ...]:
    """The criteria that must be met: all, or the mandatory ones and as many of the nearest as the rubric asks."""
    every = tuple(criterion.id for criterion in rubric.criteria)
    match rubric.decision:
        case All():
            return every
        case AtLeast(count):
            mandatory = [criterion.id for criterion in rubric.criteria if criterion.mandatory]
            others = [key for key in every if key not in mandatory]
            others.sort(key=lambda key: (len(by_people[key]) + _lacks(rubric, now, key), every.index(key)))
            chosen = {*mandatory, *others[: max(0, count - len(mandatory))]}
            return tuple(key for key in every if key in chosen)


def _lacks(rubric: Rubric, now: Situation, criterion: CriterionId) -> int:
    return max(0, rubric.evidence.per_criterion - now.support(criterion))


def _is_met(
    programme: Programme,
    rubric: Rubric,
    pieces: Pieces,
    ratings: Mapping[CriterionId, Ratings],
    plan: Sequence[Finding],
) -> bool:
    """Whether the outcome would be met after these changes."""
    after = as_it_stands(rubric, pieces.changed(plan))
    verdicts = []
    for criterion in rubric.criteria:
        relevance = met_if(after.support(criterion.id) >= rubric.evidence.per_criterion)
        changed = change_ratings(criterion.id, ratings[criterion.id], plan)
        rating, _ = judge_ratings(changed, programme.assessors, programme.agreement)
        verdicts.append(all_of((relevance, rating)))
    rules = (rule.verdict for rule in outcome_rules(rubric.evidence, after.items))
    decision = decide(rubric.decision, [criterion.mandatory for criterion in rubric.criteria], verdicts)
    return all_of((*rules, decision)) is Verdict.MET


def _without_spare(plan: tuple[Finding, ...], is_met: Callable[[Sequence[Finding]], bool]) -> tuple[Finding, ...]:
    """Leave out what can be left out, the dearest first; one pass suffices, since changes only ever help."""
    if len(plan) > _PRUNED:
        return plan
    kept = list(plan)
    for change in sorted(plan, key=lambda change: _DEAREST_FIRST.index(change.code)):
        rest = [each for each in kept if each is not change]
        if is_met(rest):
            kept = rest
    return tuple(kept)


_DEAREST_FIRST = (
    Change.ADD_ITEM,
    Change.CITE_ITEM,
    Change.ATTEST_ITEM,
    Change.MEND_ITEM,
    Change.JUDGE_AGAIN,
    Change.AGREE,
    Change.RATE,
)
