"""Pins the naive judge itself: cases worked out by hand from DESIGN §4."""

from datetime import date
from decimal import Decimal

import pytest
from tests.oracle.papers import Raw, at_least, blank, later, plain, same
from tests.oracle.tables import GOOD, ITEM, RUBRIC, TODAY, assessment, judge, outcome

YES, NO = "goed", "onvoldoende"


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("Basisschool", " basis\u200dschool  ", True),  # case, a joiner, spaces at the end
        ("Straße", "STRASSE", True),  # full case folding
        ("Zoe\u0308", "ZOË", True),  # composed or not
        ("a\u00a0 b", "A B", True),  # any white space is one space
        ("a b", "ab", False),
    ],
)
def test_same_text(one: str, other: str, equal: bool) -> None:
    assert (same(one) == same(other)) is equal


@pytest.mark.parametrize(("text", "is_blank"), [("", True), (" \u00ad\u200b", True), (None, True), ("0", False)])
def test_blank(text: str | None, is_blank: bool) -> None:
    assert blank(text) is is_blank


@pytest.mark.parametrize(
    ("start", "age", "end"),
    [
        ("2024-02-29", {"years": 1}, "2025-02-28"),  # a leap day clamps
        ("2023-12-31", {"years": 1, "months": 2}, "2025-02-28"),  # fourteen months, clamped once
        ("2023-12-31", {"months": 2, "days": 1}, "2024-03-01"),  # days after clamping
        ("2021-09-15", {"years": 5}, "2026-09-15"),
    ],
)
def test_age(start: str, age: Raw, end: str) -> None:
    assert later(date.fromisoformat(start), age).isoformat() == end


@pytest.mark.parametrize(
    ("number", "text"),
    [(30, "30"), (Decimal("7.50"), "7.5"), (Decimal("0.00"), "0"), (100, "100"), (Decimal("1E+2"), "100")],
)
def test_plain(number: int | Decimal, text: str) -> None:
    assert plain(number) == text


@pytest.mark.parametrize(
    ("count", "verdicts", "verdict"),
    [
        (1, ["met", "not-met"], "met"),
        (2, ["met", "open"], "open"),
        (2, ["met", "not-met"], "not-met"),
        (2, ["open", "open", "not-met"], "open"),
    ],
)
def test_at_least(count: int, verdicts: list[str], verdict: str) -> None:
    assert at_least(count, verdicts) == verdict


EVERYTHING_WRONG: Raw = {"file": "b1.pdf", "sha256": "0f", "issued": "2027-01-01", "group": True}
FIVE_YEARS: Raw = {"currency": {"max_age": {"years": 5}}}
ATTESTED_IN_2019: Raw = {"name": "X", "on": "2019-01-01"}
ONLY_VIDEO: Raw = {"relevance": {"accepts": ["video"]}}


@pytest.mark.parametrize(
    ("item", "rules", "there", "reason"),
    [
        ({}, {}, None, None),
        (EVERYTHING_WRONG, {}, None, "file-missing"),
        (EVERYTHING_WRONG, {}, "aa", "file-mismatch"),
        (EVERYTHING_WRONG, {}, "0F", "future"),  # the hash in either case
        ({"issued": TODAY, "group": True, "own_share": " "}, FIVE_YEARS, None, "own-share-missing"),
        ({"issued": "2021-09-14"}, FIVE_YEARS, None, "outdated"),
        ({"issued": "2021-09-15"}, FIVE_YEARS | ONLY_VIDEO, None, "type-not-accepted"),
        ({"period": {"from": "2010-01-01", "to": "2099-01-01"}}, FIVE_YEARS, None, None),  # `to` but at most D
        ({"period": {"from": "2010-01-01"}}, FIVE_YEARS, None, None),
        ({"period": {"from": "2010-01-01"}, "attested_by": ATTESTED_IN_2019}, FIVE_YEARS, None, "outdated"),
        ({"issued": TODAY, "period": {"from": "2026-09-16"}}, {}, None, "future"),
    ],
)  # fmt: skip
def test_why_an_item_is_set_aside(item: Raw, rules: Raw, there: str | None, reason: str | None) -> None:
    advice = judge(
        rubrics={"lu1": RUBRIC | ({"evidence": rules} if rules else {})},
        evidence=[ITEM | item],
        files={"b1.pdf": there},
    )
    shown = {"id": "B1", "admissible": reason is None, "reason": reason, "waived": False}
    assert outcome(advice)["evidence"] == [shown]


@pytest.mark.parametrize(
    ("rejection", "restored", "reason"),
    [
        ({"reason": "other"}, False, "rejected"),
        ({"reason": "other", "for": ["lu2"]}, False, None),
        ({"reason": "other", "for": ["lu1"]}, True, None),
    ],
)
def test_rejection(rejection: Raw, restored: bool, reason: str | None) -> None:
    consensus = {"assessors": ["A-1"], "restored": {"B1": {"remark": "Toch wel."}}} if restored else None
    advice = judge(assessments=[assessment(1, rejected={"B1": rejection})], consensus=consensus)
    assert outcome(advice)["evidence"][0]["reason"] == reason


@pytest.mark.parametrize(("needed", "given", "waived"), [(0, 0, False), (0, 1, True), (2, 1, False), (2, 2, True)])
def test_a_waiver_needs_every_assessor(needed: int, given: int, waived: bool) -> None:
    waiver = {"B1": {"remark": "Telt.", "for": ["lu1"]}}
    assessments = [assessment(n, waived=waiver) for n in range(1, given + 1)]
    advice = judge(
        programme={"assessors": needed},
        rubrics={"lu1": RUBRIC | {"evidence": FIVE_YEARS}},
        evidence=[ITEM | {"issued": "2000-01-01"}],
        assessments=assessments,
    )
    reason = None if waived else "outdated"
    assert outcome(advice)["evidence"] == [{"id": "B1", "admissible": waived, "reason": reason, "waived": waived}]


@pytest.mark.parametrize(
    ("needed", "agreement", "levels", "agreed", "rating", "reasons"),
    [
        (0, "unanimous", [], None, "met", []),  # none needed, none given
        (0, "unanimous", [NO], None, "not-met", ["below-pass"]),  # given ones still count
        (2, "unanimous", [YES], YES, "open", ["too-few-ratings"]),  # a consensus on too few counts for nothing
        (2, "unanimous", [YES, YES], NO, "not-met", ["below-pass"]),  # also where the ratings agreed
        (2, "unanimous", [YES, "voldoende"], None, "met", []),  # at pass is enough
        (2, "unanimous", [YES, YES, NO], None, "open", ["disagreement"]),
        (2, "majority", [YES, YES, NO], None, "met", []),
        (2, "majority", [NO, YES, NO], None, "not-met", ["below-pass"]),
        (2, "majority", [YES, NO], None, "open", ["disagreement"]),
    ],
)
def test_rating(
    needed: int, agreement: str, levels: list[str], agreed: str | None, rating: str, reasons: list[str]
) -> None:
    assessments = [assessment(n, ratings={"lu1": {"P1": level}}) for n, level in enumerate(levels, 1)]
    consensus = {"ratings": {"lu1": {"P1": {"level": agreed, "remark": "Besproken."}}}} if agreed else None
    advice = judge(
        programme={"assessors": needed, "agreement": agreement}, assessments=assessments, consensus=consensus
    )
    criterion = outcome(advice)["criteria"][0]
    assert (criterion["rating"], criterion["reasons"]) == (rating, [{"code": code} for code in reasons])


RULES: Raw = {
    "variation": {"types": 1, "contexts": 2},
    "quantity": {"hours": Decimal("7.50")},
    "authenticity": {"attested": 1},
}


def test_rules_count_admissible_cited_items_once() -> None:
    evidence = [
        ITEM | {"id": "B1", "context": "Groep 1", "hours": Decimal("2.25"), "attested_by": {"name": " SAM"}},
        ITEM | {"id": "B2", "context": " groep  1", "hours": Decimal("5.25")},
        ITEM | {"id": "B3", "context": " ", "attested_by": {"name": "Kim"}},
        ITEM | {"id": "B4", "context": "elders", "issued": "2027-01-01"},  # in the future
        ITEM | {"id": "B5", "context": "elders"},  # not cited
    ]
    rubric = RUBRIC | {"criteria": [{"id": "P1"}, {"id": "P2"}], "evidence": RULES}
    claims = [{"outcome": "lu1", "supports": {"P1": ["B2", "B1", "B4"], "P2": ["B3", "B1"]}}]
    advice = judge(rubrics={"lu1": rubric}, evidence=evidence, claims=claims)
    found = {rule["rule"]: (rule["verdict"], rule["found"], rule["evidence"]) for rule in outcome(advice)["rules"]}
    assert found == {
        "variation": ("not-met", {"types": 1, "contexts": 1}, ["B1", "B2", "B3"]),
        "quantity": ("met", {"hours": "7.5"}, ["B1", "B2"]),
        "authenticity": ("met", {"attested": 1}, ["B3"]),
        "decision": ("open", {"all": False}, []),
    }
    assert [each["evidence"] for each in outcome(advice)["criteria"]] == [["B1", "B2", "B4"], ["B1", "B3"]]


THREE: Raw = {"criteria": [{"id": "P1"}, {"id": "P2"}, {"id": "P3"}]}
TWO_OF_THREE: Raw = THREE | {"decision": {"at_least": 2}}
MANDATORY: Raw = {"criteria": [{"id": "P1"}, {"id": "P2", "mandatory": True}], "decision": {"at_least": 1}}


@pytest.mark.parametrize(
    ("rubric", "cites", "levels", "label", "coverage", "short_of"),
    [
        (THREE, "P1 P2 P3", {"P1": YES, "P2": YES, "P3": YES}, "demonstrated", "covered", []),
        (THREE, "P1 P2 P3", {"P1": YES, "P2": YES}, "open", "covered", []),
        (THREE, "P1 P2", {"P1": YES}, "partly-demonstrated", "partly-covered", ["evidence"]),
        (THREE, "P1 P2 P3", {"P1": NO}, "not-demonstrated", "covered", ["judgement"]),
        (THREE, "", {"P1": NO}, "not-demonstrated", "not-covered", ["evidence", "judgement"]),
        (TWO_OF_THREE, "P1 P2", {"P1": YES, "P2": YES}, "demonstrated", "covered", []),
        (TWO_OF_THREE, "P1 P3", {"P1": NO}, "not-demonstrated", "covered", ["evidence", "judgement"]),  # neither alone
        (MANDATORY, "P1", {"P1": YES, "P2": YES}, "partly-demonstrated", "partly-covered", ["evidence"]),
        (MANDATORY, "P1 P2", {"P1": YES}, "open", "covered", []),
    ],
)
def test_outcome(rubric: Raw, cites: str, levels: Raw, label: str, coverage: str, short_of: list[str]) -> None:
    claims = [{"outcome": "lu1", "supports": {criterion: ["B1"] for criterion in cites.split()}}]
    advice = judge(
        rubrics={"lu1": RUBRIC | rubric}, claims=claims, assessments=[assessment(1, ratings={"lu1": levels})]
    )
    result = outcome(advice)
    assert (result["label"], result["coverage"], result["short_of"]) == (label, coverage, short_of)


def test_the_whole_of_a_small_advice() -> None:
    advice = judge()
    rating: Raw = {"assessor": "A-1", "level": "voldoende", "first": None, "based_on": [], "remark": "Gezien."}
    criterion = {
        "id": "P1", "verdict": "met", "mandatory": False, "pass": "voldoende", "relevance": "met", "rating": "met",
        "evidence": ["B1"], "reasons": [], "ratings": [rating], "consensus": None,
    }  # fmt: skip
    decision = {"rule": "decision", "verdict": "met", "required": {"all": True}, "found": {"all": True}, "evidence": []}
    learned = {
        "id": "lu1", "label": "demonstrated", "verdict": "met", "coverage": "covered", "short_of": [],
        "criteria": [criterion], "rules": [decision],
        "evidence": [{"id": "B1", "admissible": True, "reason": None, "waived": False}],
    }  # fmt: skip
    unit = {
        "id": "LU-A", "credits": "30", "advice": "award", "basis": "validation", "exempted_by": [], "reasons": [],
        "outcomes": [learned],
    }  # fmt: skip
    credits_ = {"programme": "240", "awarded": "30", "remaining": "210"}
    assert advice == {"units": [unit], "credits": credits_, "conditions": [], "route": []}


def test_an_outcome_without_claim_is_empty() -> None:
    result = outcome(judge(claims=[]))
    empty: Raw = {"short_of": [], "criteria": [], "rules": [], "evidence": []}
    assert result == {"id": "lu1", "label": "not-claimed", "verdict": None, "coverage": "not-claimed", **empty}


def test_a_rating_in_short_and_without_remark_is_unmotivated() -> None:
    ratings = {"lu1": {"P1": "goed"}, "lu2": {"P1": GOOD}}
    advice = judge(assessments=[assessment(1, ratings=ratings)])
    assert [each["code"] for each in advice["conditions"]] == ["unmotivated"]
