"""What assessors must still say, and which criteria are the nearest (DESIGN §4, *missing*)."""

import pytest
from tests.assessing.cases import RIGHT, WRONG, agreed, item, outcome, rubric, said, shown

LEVELS = {"+": RIGHT, "-": WRONG}


def plan(*rubrics, **keys):
    return shown(outcome(*rubrics, **keys).missing)


def rate(assessors, criterion="A"):
    return ("rate", {"criterion": criterion, "assessors": assessors})


def agree(criterion="A"):
    return ("agree", {"criterion": criterion})


def again(criterion="A"):
    return ("judge-again", {"criterion": criterion})


def add(*criteria):
    return ("add-item", {"criteria": criteria})


@pytest.mark.parametrize(
    ("needed", "given", "consensus", "unanimous", "majority"),
    [
        (0, "", None, [], []),
        (1, "", None, [rate(1)], [rate(1)]),
        (2, "", None, [rate(2)], [rate(2)]),
        (2, "+", None, [rate(1)], [rate(1)]),
        (2, "++", None, [], []),
        (1, "-", None, [again()], [again()]),
        (0, "-", None, [again()], [again()]),
        (2, "--", None, [again()], [again()]),
        (2, "+-", None, [agree()], [agree()]),
        (0, "+-", None, [agree()], [agree()]),
        (2, "-", None, [rate(1), agree()], [rate(1), agree()]),  # one more makes a tie
        (3, "+-", None, [rate(1), agree()], [rate(1)]),  # one more makes a majority
        (3, "--", None, [rate(1), agree()], [rate(1), again()]),
        (3, "-", None, [rate(2), agree()], [rate(2)]),
        (2, "+--", None, [agree()], [again()]),
        (2, "++-", None, [agree()], []),
        # a consensus decides, once enough have rated
        (2, "+-", "+", [], []),
        (2, "+-", "-", [again()], [again()]),
        (2, "++", "-", [again()], [again()]),
        (2, "+", "+", [rate(1)], [rate(1)]),
        (2, "+", "-", [rate(1), again()], [rate(1), again()]),
        (2, "-", "+", [rate(1)], [rate(1)]),
    ],
)
def test_what_assessors_must_still_say(needed, given, consensus, unanimous, majority):
    assessments = [said(f"A-{number}", {"A": LEVELS[each]}) for number, each in enumerate(given)]
    for agreement, expected in (("unanimous", unanimous), ("majority", majority)):
        found = plan(
            evidence=[item()],
            programme={"assessors": needed, "agreement": agreement},
            assessments=assessments,
            consensus=consensus and agreed("A-0", "A-1", A=LEVELS[consensus]),
        )
        assert found == expected


def test_evidence_comes_first_then_ratings_as_the_rubric_has_them():
    assert plan(rubric("B", "A")) == [add("B", "A"), rate(1, "B"), rate(1, "A")]


def judged(*criteria, decision, **keys):
    """What is missing of criteria written as E or e (evidence or none) and + - ? (rated above, below or not)."""
    by_id = dict(zip("ABCD", criteria, strict=False))
    return plan(
        rubric(*({"id": each, "mandatory": each in keys.get("mandatory", ())} for each in by_id), decision=decision),
        evidence=[item()],
        claims={"o": {each: ["B1"] for each, how in by_id.items() if how[0] == "E"}},
        assessments=[said(ratings={each: LEVELS[how[1]] for each, how in by_id.items() if how[1] in LEVELS})],
    )


def cite(*criteria):
    return ("cite-item", {"evidence": "B1", "criteria": criteria})


@pytest.mark.parametrize(
    ("criteria", "count", "mandatory", "expected"),
    [
        (["e?", "E?"], 1, "", [rate(1, "B")]),  # the nearest: only a rating is lacking
        (["E?", "E?"], 1, "", [rate(1, "A")]),  # equally near: the first
        (["E?", "e+"], 1, "", [rate(1, "A")]),
        (["e?", "e+"], 1, "", [cite("B")]),
        (["E-", "e?"], 1, "", [again("A")]),
        (["E+", "e?", "E?"], 2, "", [rate(1, "C")]),  # what is met counts
        (["e?", "E?", "E?"], 2, "", [rate(1, "B"), rate(1, "C")]),
        (["e?", "E?", "E+"], 1, "A", [cite("A"), rate(1, "A")]),  # the mandatory one, however far
        (["e?", "E?", "E+"], 2, "A", [cite("A"), rate(1, "A")]),
        (["e?", "E?", "E+"], 3, "A", [cite("A"), rate(1, "A"), rate(1, "B")]),
        (["E?", "E?", "E+"], 1, "AB", [rate(1, "A"), rate(1, "B")]),  # all mandatory ones, also beyond the count
        (["E-", "E-", "e?"], 2, "", [again("A"), again("B")]),
        (["E?", "E-", "e+", "e?"], 3, "", [cite("C"), rate(1, "A"), again("B")]),
    ],
)
def test_of_at_least_so_many_the_nearest_are_chosen(criteria, count, mandatory, expected):
    assert judged(*criteria, decision={"at_least": count}, mandatory=mandatory) == expected


def test_of_at_least_so_many_assessors_may_have_to_agree_and_judge_again():
    found = plan(
        rubric("A", "B", decision={"at_least": 2}),
        evidence=[item()],
        programme={"assessors": 2},
        assessments=[said("A-1", {"A": RIGHT, "B": WRONG}), said("A-2", {"A": WRONG, "B": WRONG})],
    )
    assert found == [agree("A"), again("B")]


def test_of_all_every_criterion_is_needed():
    found = judged("E+", "e+", "E?", "E-", decision={"all": True})
    assert found == [cite("B"), rate(1, "C"), again("D")]


def test_rules_are_made_good_though_enough_criteria_are_met():
    found = plan(
        rubric("A", "B", evidence={"quantity": {"items": 2}}, decision={"at_least": 1}),
        evidence=[item()],
        claims={"o": {"B": ["B1"]}},
        assessments=[said(ratings={"B": RIGHT})],
    )
    assert found == [add("B")]
