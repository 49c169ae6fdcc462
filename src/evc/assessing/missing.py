"""What would make an outcome met: changes that together suffice and none of which can be left out (DESIGN §4).

The plan is made in the order in which a candidate would rather work: mend what is there, have it attested, cite it
where it is lacking, and only then add; after the evidence, the ratings. It supposes that a new item is admissible and
a new rating reaches pass. An item with more than one fault is not mended but replaced: mending the fault that is
reported would only bring the next one out.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache

from evc.assessing.admissible import faults_by_item
from evc.assessing.case import Case
from evc.assessing.decision import decide
from evc.assessing.items import Fault
from evc.assessing.missing_evidence import plan_evidence
from evc.assessing.missing_ratings import change_ratings, plan_ratings
from evc.assessing.ratings import Ratings, counted_ratings, judge_ratings
from evc.assessing.situation import Piece, Pieces, Situation, is_enough, prospect
from evc.model.advice import CriterionResult, RuleResult
from evc.model.dossier import Claim
from evc.model.findings import Change, Finding
from evc.model.ids import CriterionId, EvidenceId
from evc.model.programme import Programme
from evc.model.rubric import All, AtLeast, Rubric
from evc.model.value import value
from evc.model.verdict import Verdict, all_of, met_if

# Beyond this many changes the search for spare ones is left out: only a rubric that asks hundreds of items gets there.
_PRUNED = 200


@value
class Judged:
    """An outcome as it stands: its criteria, in the rubric's order, and the rules on its evidence."""

    criteria: Sequence[CriterionResult]
    rules: Sequence[RuleResult]


@value
class _Outlook:
    """What an outcome would be met by, beside its evidence; `ratings` of the criteria whose rating is not met."""

    programme: Programme
    rubric: Rubric
    criteria: Sequence[CriterionResult]
    ratings: Mapping[CriterionId, Ratings]


def missing(
    case: Case, rubric: Rubric, claim: Claim, faults: Mapping[EvidenceId, Sequence[Fault]], judged: Judged
) -> tuple[Finding, ...]:
    """The changes that would make a claimed outcome met that is not; evidence first, then ratings.

    `faults` are those of the items that the claim cites.
    """
    outlook = _Outlook(case.programme, rubric, judged.criteria, _ratings(case, rubric, judged.criteria))
    by_people = {
        result.id: plan_ratings(result, outlook.ratings[result.id], case.programme)
        for result in judged.criteria
        if result.id in outlook.ratings
    }
    needed = _needed(rubric, judged.criteria, by_people)
    people = tuple([change for key in needed for change in by_people.get(key, ())])
    if _evidence_suffices(judged, needed):
        # None to spare: a criterion has no more changes than its rating needs, and none that is met is passed over.
        return people
    evidence, pieces = plan_evidence(
        rubric, _pieces(case, claim, faults), needed, lambda: _others(case, rubric, faults)
    )
    if any(change.code is Change.CANNOT_BE_MET for change in evidence):
        return evidence
    before = cache(lambda: prospect(rubric.evidence, pieces, evidence))
    match rubric.decision:
        case All():
            # Every criterion is needed and nothing but evidence bears on evidence, so only there can be any to spare.
            return (*_without_spare(evidence, lambda plan: is_enough(before().after(plan), needed)), *people)
        case AtLeast():
            plan = (*evidence, *people)
            return _without_spare(plan, lambda plan: _is_met(outlook, before().after(plan), plan))


def _ratings(case: Case, rubric: Rubric, judged: Sequence[CriterionResult]) -> Mapping[CriterionId, Ratings]:
    return {
        criterion.id: counted_ratings(case, criterion, result.ratings, result.consensus)
        for criterion, result in zip(rubric.criteria, judged, strict=True)
        if result.rating is not Verdict.MET
    }


def _evidence_suffices(judged: Judged, needed: Container[CriterionId]) -> bool:
    """Whether the rules and the criteria that are needed have evidence enough as it stands."""
    short = [rule for rule in judged.rules if rule.verdict is not Verdict.MET]
    return not short and not [
        result for result in judged.criteria if result.relevance is not Verdict.MET and result.id in needed
    ]


def _pieces(case: Case, claim: Claim, faults: Mapping[EvidenceId, Sequence[Fault]]) -> Pieces:
    """The items that the claim cites, in the portfolio's order, as they bear on this outcome."""
    cited: dict[EvidenceId, set[CriterionId]] = {item: set() for item in faults}
    for criterion, items in claim.supports.items():
        for item in items:
            cited[item].add(criterion)
    return Pieces(
        {
            item: Piece(case.counted[item], frozenset(criteria), tuple([reason for reason, _ in faults[item]]))
            for item, criteria in cited.items()
        }
    )


def _others(case: Case, rubric: Rubric, cited: Container[EvidenceId]) -> Iterator[Piece]:
    """The items that the claim does not cite and that would count if it did."""
    uncited = [item for item in case.dossier.evidence if item.id not in cited]
    for item, faults in faults_by_item(case, rubric, uncited).items():
        if not faults:
            yield Piece(case.counted[item], frozenset(), ())


def _needed(
    rubric: Rubric, judged: Sequence[CriterionResult], by_people: Mapping[CriterionId, Sequence[Finding]]
) -> tuple[CriterionId, ...]:
    """The criteria that must be met: all, or the mandatory ones and as many of the nearest as the rubric asks."""
    every = tuple(criterion.id for criterion in rubric.criteria)
    match rubric.decision:
        case All():
            return every
        case AtLeast(count):
            mandatory = [result.id for result in judged if result.mandatory]
            others = [result for result in judged if not result.mandatory]
            others.sort(key=lambda result: len(by_people.get(result.id, ())) + _lacks(result))
            nearest = [result.id for result in others[: max(0, count - len(mandatory))]]
            return tuple(key for key in every if key in mandatory or key in nearest)


def _lacks(result: CriterionResult) -> int:
    return max(0, result.required - len(result.admissible))


def _is_met(outlook: _Outlook, after: Situation, plan: Sequence[Finding]) -> bool:
    """Whether the outcome would be met once its evidence is as after the plan, and people made their changes of it."""
    if not is_enough(after, ()):
        return False
    asked = outlook.rubric.evidence.per_criterion
    relevance = [met_if(after.support(criterion.id) >= asked) for criterion in outlook.rubric.criteria]
    changes: dict[object, list[Finding]] = {}
    for change in plan:
        changes.setdefault(change.data.get("criterion"), []).append(change)
    ratings = [
        _changed(outlook, result.id, changes[result.id]) if result.id in changes else result.rating
        for result in outlook.criteria
    ]
    verdicts = [all_of(each) for each in zip(relevance, ratings, strict=True)]
    mandatory = [criterion.mandatory for criterion in outlook.rubric.criteria]
    return decide(outlook.rubric.decision, mandatory, verdicts) is Verdict.MET


def _changed(outlook: _Outlook, criterion: CriterionId, changes: Sequence[Finding]) -> Verdict:
    """The rating of a criterion after these changes to it."""
    programme = outlook.programme
    after = change_ratings(outlook.ratings[criterion], changes)
    return judge_ratings(after, programme.assessors, programme.agreement)[0]


def _without_spare(plan: tuple[Finding, ...], is_met: Callable[[Sequence[Finding]], bool]) -> tuple[Finding, ...]:
    """Leave out what can be left out, the dearest first; one pass suffices, since changes only ever help."""
    if len(plan) > _PRUNED:
        return plan
    if len(plan) <= 1:
        return _of_any_type(plan, is_met)
    kept = list(plan)
    for change in sorted(plan, key=lambda change: _DEAREST_FIRST.index(change.code)):
        rest = [each for each in kept if each is not change]
        if is_met(rest):
            kept = rest
    return _of_any_type(kept, is_met)


def _of_any_type(plan: Sequence[Finding], is_met: Callable[[Sequence[Finding]], bool]) -> tuple[Finding, ...]:
    """Ask a type of an added item only where the variation needs it: one that is of a type that counts already."""
    asked = list(plan)
    for place, change in enumerate(asked):
        if "type" in change.data:
            free = Finding(change.code, {key: each for key, each in change.data.items() if key != "type"})
            if is_met([*asked[:place], free, *asked[place + 1 :]]):
                asked[place] = free
    return tuple(asked)


_DEAREST_FIRST = (
    Change.ADD_ITEM,
    Change.CITE_ITEM,
    Change.ATTEST_ITEM,
    Change.MEND_ITEM,
    Change.JUDGE_AGAIN,
    Change.AGREE,
    Change.RATE,
)
