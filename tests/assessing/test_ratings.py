"""One verdict from several assessors and their consensus (DESIGN §4, *Criterion*)."""

import pytest
from tests.assessing.cases import BEST, RIGHT, WRONG, agreed, item, outcome, rubric, said

from evc.assessing.ratings import Ratings, judge_ratings
from evc.model.programme import Agreement

UNANIMOUS, MAJORITY = Agreement.UNANIMOUS, Agreement.MAJORITY


@pytest.mark.parametrize(
    ("needed", "reaching", "below", "consensus", "unanimous", "majority"),
    [
        # 1. fewer than are needed: open, whatever they and a consensus say
        (1, 0, 0, None, "too-few-ratings", "too-few-ratings"),
        (2, 0, 0, None, "too-few-ratings", "too-few-ratings"),
        (2, 1, 0, None, "too-few-ratings", "too-few-ratings"),
        (2, 0, 1, None, "too-few-ratings", "too-few-ratings"),
        (2, 1, 0, True, "too-few-ratings", "too-few-ratings"),
        (2, 0, 1, False, "too-few-ratings", "too-few-ratings"),
        (3, 1, 1, True, "too-few-ratings", "too-few-ratings"),
        (3, 2, 0, None, "too-few-ratings", "too-few-ratings"),
        # 2. a consensus decides, also where the ratings agreed
        (2, 1, 1, True, "met", "met"),
        (2, 1, 1, False, "below-pass", "below-pass"),
        (2, 2, 0, False, "below-pass", "below-pass"),
        (2, 0, 2, True, "met", "met"),
        (3, 2, 1, False, "below-pass", "below-pass"),
        (3, 1, 2, True, "met", "met"),
        (0, 1, 1, False, "below-pass", "below-pass"),
        # 3. all on one side; with none given, met
        (0, 0, 0, None, "met", "met"),
        (0, 1, 0, None, "met", "met"),
        (0, 0, 1, None, "below-pass", "below-pass"),  # ratings given still count
        (1, 1, 0, None, "met", "met"),
        (1, 0, 1, None, "below-pass", "below-pass"),
        (2, 2, 0, None, "met", "met"),
        (2, 0, 2, None, "below-pass", "below-pass"),
        (2, 3, 0, None, "met", "met"),  # more than are needed count too
        # 4. more than half; a tie stays open
        (2, 1, 1, None, "disagreement", "disagreement"),
        (1, 1, 1, None, "disagreement", "disagreement"),
        (0, 1, 1, None, "disagreement", "disagreement"),
        (2, 2, 1, None, "disagreement", "met"),
        (2, 1, 2, None, "disagreement", "below-pass"),
        (3, 2, 1, None, "disagreement", "met"),
        (2, 2, 2, None, "disagreement", "disagreement"),
        (4, 3, 1, None, "disagreement", "met"),
        (4, 1, 3, None, "disagreement", "below-pass"),
        (5, 3, 2, None, "disagreement", "met"),
    ],
)
def test_the_first_of_four_rules(needed, reaching, below, consensus, unanimous, majority):
    for agreement, expected in ((UNANIMOUS, unanimous), (MAJORITY, majority)):
        verdict, why = judge_ratings(Ratings(reaching, below, consensus), needed, agreement)
        assert (why.value if why else "met") == expected
        assert verdict.value == {"met": "met", "below-pass": "not-met"}.get(expected, "open")


@pytest.mark.parametrize(
    ("levels", "programme", "consensus", "rating", "reasons"),
    [
        ([RIGHT], {}, None, "met", []),  # at the pass
        ([BEST], {}, None, "met", []),
        ([WRONG], {}, None, "not-met", [("below-pass", {"pass": RIGHT, "levels": (WRONG,), "consensus": False})]),
        ([], {}, None, "open", [("too-few-ratings", {"required": 1, "found": 0})]),
        ([], {"assessors": 0}, None, "met", []),
        ([RIGHT, BEST], {"assessors": 2}, None, "met", []),
        ([RIGHT], {"assessors": 2}, None, "open", [("too-few-ratings", {"required": 2, "found": 1})]),
        ([RIGHT, WRONG], {"assessors": 2}, None, "open", [("disagreement", {})]),
        ([RIGHT, WRONG, BEST], {"assessors": 2, "agreement": "majority"}, None, "met", []),
        (
            [WRONG, RIGHT, WRONG],
            {"agreement": "majority"},
            None,
            "not-met",
            [("below-pass", {"pass": RIGHT, "levels": (WRONG, RIGHT, WRONG), "consensus": False})],
        ),
        ([RIGHT, WRONG], {"assessors": 2}, BEST, "met", []),
        (
            [RIGHT, WRONG],
            {"assessors": 2},
            WRONG,
            "not-met",
            [("below-pass", {"pass": RIGHT, "levels": (WRONG,), "consensus": True})],
        ),
    ],
)
def test_ratings_of_assessors(levels, programme, consensus, rating, reasons):
    advice = outcome(
        evidence=[item()],
        programme=programme,
        assessments=[said(f"A-{number}", {"A": level}) for number, level in enumerate(levels)],
        consensus=consensus and agreed("A-0", "A-1", A=consensus),
    )
    criterion = advice.criteria[0]
    assert (criterion.rating.value, criterion.verdict.value) == (rating, rating)
    assert [(each.code.value, each.data) for each in criterion.reasons] == reasons
    assert [each.rating.level for each in criterion.ratings] == levels
    assert (criterion.consensus.level if criterion.consensus else None) == consensus


@pytest.mark.parametrize(
    ("rated", "rating"),
    [
        ({"level": RIGHT, "first": WRONG}, "met"),
        ({"level": WRONG, "first": BEST}, "not-met"),
    ],
)
def test_the_first_rating_on_paper_is_kept_and_never_counted(rated, rating):
    criterion = outcome(evidence=[item()], assessments=[said(ratings={"A": rated})]).criteria[0]
    assert criterion.rating.value == rating
    assert criterion.ratings[0].rating.first == rated["first"]


@pytest.mark.parametrize(
    ("asked", "level", "rating"),
    [
        ({}, RIGHT, "met"),
        ({"pass": BEST}, RIGHT, "not-met"),
        ({"pass": BEST}, BEST, "met"),
        ({"pass": WRONG}, WRONG, "met"),  # the lowest level passes
    ],
)
@pytest.mark.parametrize("by", ["assessor", "consensus"])
def test_a_criterion_may_have_a_pass_of_its_own(asked, level, rating, by):
    other = WRONG if by == "consensus" else level
    advice = outcome(
        rubric({"id": "A", **asked}),
        evidence=[item()],
        assessments=[said(ratings={"A": other})],
        consensus=agreed("A-1", A=level) if by == "consensus" else None,
    )
    assert advice.criteria[0].rating.value == rating


@pytest.mark.parametrize(
    ("cited", "level", "verdict"),
    [
        (["B1"], RIGHT, "met"),
        (["B1"], WRONG, "not-met"),
        (["B1"], None, "open"),
        ([], RIGHT, "not-met"),
        ([], WRONG, "not-met"),
        ([], None, "not-met"),  # without evidence no rating can help
    ],
)
def test_a_criterion_needs_evidence_and_rating(cited, level, verdict):
    advice = outcome(
        evidence=[item()], claims={"o": {"A": cited}}, assessments=[said(ratings={"A": level})] if level else []
    )
    assert advice.criteria[0].verdict.value == verdict


def test_both_reasons_are_given_evidence_first():
    criterion = outcome(assessments=[said(ratings={"A": WRONG})]).criteria[0]
    assert [each.code.value for each in criterion.reasons] == ["too-few-items", "below-pass"]


def test_ratings_of_another_outcome_or_criterion_do_not_count():
    advice = outcome(
        rubric("A", "B"),
        rubric(name="other"),
        evidence=[item()],
        assessments=[said("A-1", {"A": RIGHT}, outcome="other"), said("A-2", {"B": RIGHT})],
    )
    assert [criterion.rating.value for criterion in advice.criteria] == ["open", "met"]


def test_a_consensus_speaks_only_of_the_criteria_it_names():
    advice = outcome(
        rubric("A", "B"),
        evidence=[item()],
        assessments=[said("A-1", {"A": WRONG, "B": WRONG})],
        consensus=agreed("A-1", A=RIGHT),
    )
    assert [criterion.rating.value for criterion in advice.criteria] == ["met", "not-met"]


def test_ratings_stand_by_assessor_id():
    names = ["A-2", "A-10", "A-1"]
    criterion = outcome(evidence=[item()], assessments=[said(name, {"A": RIGHT}) for name in names]).criteria[0]
    assert [each.assessor for each in criterion.ratings] == ["A-1", "A-10", "A-2"]
