"""How far assessors agree: counts of pairs, and a kappa that is checked against its definition and by hand."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.assessing.cases import BEST, RIGHT, WRONG, case, item, rubric, said

from evc.checking.agreement import agreements, weighted_kappa
from evc.language import language
from evc.reporting.agreement import render, render_json


def rated(*levels, criterion="A", **keys):
    """A dossier that these assessors rated on one criterion."""
    assessments = [said(f"A-{number}", {criterion: level}) for number, level in enumerate(levels, start=1)]
    return case(evidence=[item()], assessments=assessments, **keys)


def of(*cases):
    """Agreement over these cases."""
    return agreements([(each.programme, each.dossier) for each in cases])


@pytest.mark.parametrize(
    ("levels", "pairs", "same_level", "same_side"),
    [
        ((RIGHT, RIGHT), 1, 1, 1),
        ((RIGHT, BEST), 1, 0, 1),
        ((WRONG, BEST), 1, 0, 0),
        ((RIGHT, RIGHT, WRONG), 3, 1, 1),
    ],
)
def test_pairs(levels, pairs, same_level, same_side):
    (found,) = of(rated(*levels)).criteria
    counted = found.agreement
    assert (counted.dossiers, counted.pairs, counted.same_level, counted.same_side) == (1, pairs, same_level, same_side)


def test_one_assessor_is_no_pair():
    found = of(rated(RIGHT))
    assert (found.dossiers, found.criteria, found.pairs) == (1, (), ())


def test_ratings_of_what_is_not_claimed_count_for_nothing():
    assert of(rated(RIGHT, RIGHT, claims={})).criteria == ()


def test_pairs_of_assessors_are_counted_over_all_their_criteria():
    both = [said(name, {"A": RIGHT, "B": level}) for name, level in (("A-2", RIGHT), ("A-1", WRONG))]
    found = of(case(rubric("A", "B"), evidence=[item()], assessments=both))
    (pair,) = found.pairs
    assert (pair.first, pair.second) == ("A-1", "A-2")
    assert (pair.agreement.pairs, pair.agreement.same_level) == (2, 1)


def test_the_order_is_that_of_the_programme():
    rubrics = (rubric("B", "A"), rubric("C", name="o2"))
    both = [
        {"assessor": {"id": name}, "on": "2026-09-15", "ratings": {"o2": {"C": RIGHT}, "o": {"A": RIGHT, "B": RIGHT}}}
        for name in ("A-1", "A-2")
    ]
    found = of(case(*rubrics, evidence=[item()], claims={"o2": {}, "o": {}}, assessments=both))
    assert [each.criterion for each in found.criteria] == ["B", "A", "C"]


@pytest.mark.parametrize(
    ("ratings", "top", "either_way", "kappa"),
    [
        ([(0, 0), (1, 1), (2, 2)], 2, False, Fraction(1)),
        ([(0, 2), (2, 0)], 2, False, Fraction(-1)),
        ([(1, 1), (1, 1)], 2, False, None),  # chance alone agrees fully
        ([(0, 1), (0, 1)], 1, False, Fraction(0)),  # each always the same, and never alike
        ([(0, 1), (0, 1)], 1, True, Fraction(-1)),
        # 2 levels: observed 15 of 20, by chance (12·11 + 8·9)/400: the textbook's (po - pe)/(1 - pe)
        (
            [(1, 1)] * 9 + [(1, 0)] * 3 + [(0, 1)] * 2 + [(0, 0)] * 6,
            1,
            False,
            (Fraction(15, 20) - Fraction(204, 400)) / (1 - Fraction(204, 400)),
        ),
    ],
)
def test_kappa_by_hand(ratings, top, either_way, kappa):
    assert weighted_kappa(ratings, top, either_way=either_way) == kappa


def test_a_near_miss_weighs_less_than_a_wide_one():
    near, wide = [(0, 0), (1, 1), (2, 2), (1, 2)], [(0, 0), (1, 1), (2, 2), (0, 2)]
    assert weighted_kappa(near, 2) > weighted_kappa(wide, 2)


ranks = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12)


@given(ranks)
def test_kappa_is_what_its_definition_says(ratings):
    """Over the whole table of levels, cell by cell."""
    count = len(ratings)
    seen = expected = Fraction(0)
    for first, second in product(range(4), repeat=2):
        weight = Fraction((first - second) ** 2, 9)
        row = sum(one == first for one, _ in ratings)
        column = sum(other == second for _, other in ratings)
        seen += weight * Fraction(ratings.count((first, second)), count)
        expected += weight * Fraction(row * column, count**2)
    assert weighted_kappa(ratings, 3) == (None if expected == 0 else 1 - seen / expected)


@given(ranks)
def test_either_way_round_is_the_same(ratings):
    turned = [(second, first) for first, second in ratings]
    found = weighted_kappa(ratings, 3, either_way=True)
    assert found == weighted_kappa(turned, 3, either_way=True)
    assert found is None or -1 <= found <= 1


@pytest.mark.parametrize("code", ["nl", "en"])
def test_in_words_and_as_data(code):
    found = of(rated(RIGHT, RIGHT), rated(RIGHT, BEST), rated(WRONG, WRONG))
    shown = render(found, language(code))
    assert "67%" in shown
    assert "100%" in shown
    assert "{" not in shown
    assert '"agreement": "0.6667"' in render_json(found)
    assert language(code).say("agreement.none") in render(of(rated(RIGHT)), language(code))


def test_where_all_are_the_same_kappa_says_nothing():
    found = of(rated(RIGHT, RIGHT))
    assert '"kappa": null' in render_json(found)
    assert "–" in render(found, language("nl"))
