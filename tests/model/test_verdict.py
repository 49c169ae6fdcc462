"""The three-valued algebra (DESIGN §4), in whole tables."""

import pytest

from evc.model.verdict import Verdict, all_of, at_least, met_if

VERDICTS = {"+": Verdict.MET, "?": Verdict.OPEN, "-": Verdict.NOT_MET}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", "+"),
        ("+", "+"),
        ("?", "?"),
        ("-", "-"),
        ("++", "+"),
        ("+?", "?"),
        ("+-", "-"),
        ("??", "?"),
        ("?-", "-"),
        ("--", "-"),
        ("+++", "+"),
        ("++?", "?"),
        ("++-", "-"),
        ("+??", "?"),
        ("+?-", "-"),
        ("+--", "-"),
        ("???", "?"),
        ("??-", "-"),
        ("?--", "-"),
        ("---", "-"),
    ],
)
def test_all_of(given, expected):
    verdicts = [VERDICTS[each] for each in given]
    assert all_of(verdicts) is VERDICTS[expected]
    assert all_of(reversed(verdicts)) is VERDICTS[expected]


@pytest.mark.parametrize(
    ("given", "of_one", "of_two", "of_three", "of_four"),
    [
        ("", "-", "-", "-", "-"),
        ("+", "+", "-", "-", "-"),
        ("?", "?", "-", "-", "-"),
        ("-", "-", "-", "-", "-"),
        ("++", "+", "+", "-", "-"),
        ("+?", "+", "?", "-", "-"),
        ("+-", "+", "-", "-", "-"),
        ("??", "?", "?", "-", "-"),
        ("?-", "?", "-", "-", "-"),
        ("--", "-", "-", "-", "-"),
        ("+++", "+", "+", "+", "-"),
        ("++?", "+", "+", "?", "-"),
        ("++-", "+", "+", "-", "-"),
        ("+??", "+", "?", "?", "-"),
        ("+?-", "+", "?", "-", "-"),
        ("+--", "+", "-", "-", "-"),
        ("???", "?", "?", "?", "-"),
        ("??-", "?", "?", "-", "-"),
        ("?--", "?", "-", "-", "-"),
        ("---", "-", "-", "-", "-"),
    ],
)
def test_at_least(given, of_one, of_two, of_three, of_four):
    verdicts = [VERDICTS[each] for each in given]
    for count, expected in enumerate((of_one, of_two, of_three, of_four), start=1):
        assert at_least(count, verdicts) is VERDICTS[expected]
        assert at_least(count, reversed(verdicts)) is VERDICTS[expected]


@pytest.mark.parametrize("given", ["", "+", "?", "-", "?-"])
def test_at_least_none_is_met(given):
    assert at_least(0, [VERDICTS[each] for each in given]) is Verdict.MET


@pytest.mark.parametrize(("fact", "expected"), [(True, "+"), (False, "-")])
def test_a_fact_is_never_open(fact, expected):
    assert met_if(fact) is VERDICTS[expected]
