"""How far assessors who judged apart agree, per criterion and per pair of assessors (`evc agreement`).

Each two assessors who rated a criterion in the same dossier are a pair of ratings. Per criterion the pairs are of
changing assessors, so neither is "the first": each pair is counted both ways round, and both share one distribution.
Per pair of assessors it is Cohen's kappa, each with a distribution of their own. Weights are quadratic: on a scale of
n levels a difference of d levels counts (d / (n - 1))². With them kappa is an intraclass correlation
(J. L. Fleiss & J. Cohen, *Educational and Psychological Measurement* 33, 1973).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from evc.model.agreement import Agreement, Agreements, CriterionAgreement, PairAgreement
from evc.model.assessment import Assessment
from evc.model.dossier import Dossier
from evc.model.ids import AssessorId, CriterionId, OutcomeId, ProgrammeId
from evc.model.programme import Programme
from evc.model.rubric import Criterion
from evc.model.value import value

_Criterion = tuple[ProgrammeId, OutcomeId, CriterionId]


@value
class Pair:
    """Two ratings of one criterion in one dossier, as ranks on the scale; `top` is the highest rank there is."""

    programme: ProgrammeId
    outcome: OutcomeId
    criterion: CriterionId
    dossier: int
    assessors: tuple[AssessorId, AssessorId]
    ranks: tuple[int, int]
    bar: int
    top: int


def agreements(dossiers: Iterable[tuple[Programme, Dossier]]) -> Agreements:
    """Agreement on every criterion that two assessors rated apart, and of every two assessors."""
    count = 0
    criteria: dict[_Criterion, list[Pair]] = {}
    couples: dict[tuple[ProgrammeId, AssessorId, AssessorId], list[Pair]] = {}
    programmes: dict[ProgrammeId, Programme] = {}
    for count, (programme, dossier) in enumerate(dossiers, start=1):
        programmes.setdefault(programme.id, programme)
        for pair in _pairs(programme, dossier, count):
            criteria.setdefault((pair.programme, pair.outcome, pair.criterion), []).append(pair)
            couples.setdefault((pair.programme, *pair.assessors), []).append(pair)
    in_order = [key for key in _order(programmes) if key in criteria]
    return Agreements(
        count,
        tuple(CriterionAgreement(*key, _agreement(criteria[key], either_way=True)) for key in in_order),
        tuple(PairAgreement(*key, _agreement(found, either_way=False)) for key, found in sorted(couples.items())),
    )


def _order(programmes: Mapping[ProgrammeId, Programme]) -> list[_Criterion]:
    """Every criterion of the programmes, these by id, in the order of their units and rubrics."""
    return [
        (name, outcome, criterion.id)
        for name in sorted(programmes)
        for unit in programmes[name].units
        for outcome in unit.outcomes
        for criterion in programmes[name].rubrics[outcome].criteria
    ]


def _pairs(programme: Programme, dossier: Dossier, number: int) -> Iterator[Pair]:
    """The pairs of ratings in one dossier; ratings of what is not claimed count for nothing, here too."""
    judges = sorted(dossier.assessments, key=lambda assessment: assessment.assessor.id)
    for unit in programme.units:
        for outcome in unit.outcomes:
            if outcome in dossier.claims:
                for criterion in programme.rubrics[outcome].criteria:
                    yield from _of_criterion(programme, outcome, criterion, judges, number)


def _of_criterion(
    programme: Programme, outcome: OutcomeId, criterion: Criterion, judges: Sequence[Assessment], number: int
) -> Iterator[Pair]:
    rank = programme.scale.rank
    rated = [
        (each.assessor.id, rank[rating.level])
        for each in judges
        if (rating := each.ratings.get(outcome, {}).get(criterion.id)) is not None
    ]
    bar, top = rank[criterion.pass_level], max(rank.values())
    for (first, one), (second, other) in combinations(rated, 2):
        yield Pair(programme.id, outcome, criterion.id, number, (first, second), (one, other), bar, top)


def _agreement(pairs: Sequence[Pair], *, either_way: bool) -> Agreement:
    return Agreement(
        dossiers=len({pair.dossier for pair in pairs}),
        pairs=len(pairs),
        same_level=sum(pair.ranks[0] == pair.ranks[1] for pair in pairs),
        same_side=sum((pair.ranks[0] >= pair.bar) == (pair.ranks[1] >= pair.bar) for pair in pairs),
        kappa=weighted_kappa([pair.ranks for pair in pairs], max(pair.top for pair in pairs), either_way=either_way),
    )


def weighted_kappa(ratings: Sequence[tuple[int, int]], top: int, *, either_way: bool = False) -> Fraction | None:
    """1 less the disagreement seen over that expected by chance; None where chance would give none.

    `ratings` are ranks from 0 to `top`. `either_way` counts each pair both ways round.
    """
    both = [*ratings, *((second, first) for first, second in ratings)] if either_way else list(ratings)
    rows, columns = Counter(first for first, _ in both), Counter(second for _, second in both)
    seen = sum(_weight(first, second, top) for first, second in both)
    expected = sum(
        _weight(first, second, top) * times * others
        for first, times in rows.items()
        for second, others in columns.items()
    )
    return None if expected == 0 else 1 - Fraction(seen) * len(both) / expected


def _weight(first: int, second: int, top: int) -> Fraction:
    return Fraction((first - second) ** 2, top**2)
