"""Pins the naive judge's units, conditions and route: cases worked out by hand from DESIGN §4."""

import pytest
from tests.oracle.papers import Raw
from tests.oracle.tables import GOOD, ITEM, RUBRIC, TODAY, assessment, judge

NO: Raw = {}
WELL: Raw = GOOD
LOW: Raw = {"level": "onvoldoende", "remark": "Te weinig."}
PROOF: Raw = {"id": "B2", "type": "diploma", "issued": "2016-09-15", "qualification": "mbo4"}
MBO4: Raw = {"id": "mbo4", "max_age": {"years": 10}}
VERIFIED: Raw = {"verified": {"B2": {"remark": "In het register."}}}


def two_outcomes(claimed: Raw, proof: Raw | None = None, unit: Raw | None = None, **opinion: object) -> Raw:
    """A unit of lu1 and lu2. `claimed`: a rating of P1 for each, empty for none; or that there is no evidence."""
    ratings = {name: {"P1": rating} for name, rating in claimed.items() if isinstance(rating, dict) and rating}
    outcomes = {"outcomes": ["lu1", "lu2"], "exempt_for": ["mbo4"], "credits": 30, "id": "LU-A"}
    advice = judge(
        programme={"qualifications": [MBO4], "units": [outcomes | (unit or {})]},
        rubrics={"lu1": RUBRIC, "lu2": RUBRIC | {"id": "lu2"}},
        evidence=[ITEM, *([proof] if proof else [])],
        claims=[
            {"outcome": name, "supports": {} if rating == "no evidence" else {"P1": ["B1"]}}
            for name, rating in claimed.items()
        ],
        assessments=[assessment(1, ratings=ratings, **opinion)],
    )  # fmt: skip
    first: Raw = advice["units"][0]
    return first


@pytest.mark.parametrize(
    ("claimed", "advice", "reason"),
    [
        ({"lu1": WELL, "lu2": WELL}, "award", None),
        ({"lu1": WELL, "lu2": NO}, "investigate", None),  # 5
        ({"lu1": WELL}, "partial", None),  # 6
        ({"lu1": WELL, "lu2": LOW}, "partial", None),
        ({"lu1": NO, "lu2": LOW}, "investigate", None),  # 7, both claimed
        ({"lu2": NO}, "investigate", "outcomes-not-claimed"),
        ({}, "none", "not-claimed"),  # 8
        ({"lu1": "no evidence"}, "none", "incomplete"),
        ({"lu1": LOW}, "none", "not-demonstrated"),
        ({"lu1": "no evidence", "lu2": LOW}, "none", "not-demonstrated"),
    ],
)
def test_advice_on_outcomes(claimed: Raw, advice: str, reason: str | None) -> None:
    unit = two_outcomes(claimed)
    assert (unit["advice"], [each["code"] for each in unit["reasons"]]) == (advice, [reason] if reason else [])


def test_what_is_not_claimed_is_named() -> None:
    assert two_outcomes({"lu2": NO})["reasons"] == [{"code": "outcomes-not-claimed", "data": {"outcomes": ["lu1"]}}]


OLD = PROOF | {"issued": "2016-09-14"}
FALSE: Raw = {"rejected": {"B2": {"reason": "not-authentic", "remark": "Nagemaakt.", "for": ["lu2"]}}}
OTHERWISE: Raw = {"rejected": {"B2": {"reason": "not-relevant", "remark": "Past niet.", "for": ["lu2"]}}}


@pytest.mark.parametrize(
    ("proof", "opinion", "unit", "advice", "basis", "reasons"),
    [
        (PROOF, VERIFIED, {}, "award", "standard-exemption", []),  # exactly ten years old
        (PROOF, OTHERWISE | VERIFIED, {}, "award", "standard-exemption", []),
        (PROOF, {}, {}, "investigate", None, ["proof-not-verified"]),
        (OLD, VERIFIED, {}, "none", None, ["not-claimed", "proof-set-aside outdated"]),
        (PROOF, FALSE | VERIFIED, {}, "none", None, ["not-claimed", "proof-set-aside rejected"]),
        (PROOF | {"file": "b2.pdf"}, VERIFIED, {}, "none", None, ["not-claimed", "proof-set-aside file-missing"]),
        (PROOF | {"issued": "2026-09-16"}, VERIFIED, {}, "none", None, ["not-claimed", "proof-set-aside future"]),
        (OLD, VERIFIED, {"exemptible": False}, "none", None, ["not-exemptible", "proof-set-aside outdated"]),
        (PROOF, VERIFIED, {"exempt_for": ["havo"]}, "none", None, ["not-claimed"]),
    ],
)
def test_formal_proof(proof: Raw, opinion: Raw, unit: Raw, advice: str, basis: str | None, reasons: list[str]) -> None:
    result = two_outcomes({}, proof, unit, **opinion)
    said = [" ".join([each["code"], *([each["data"]["reason"]] if each["data"] else [])]) for each in result["reasons"]]
    assert (result["advice"], result["basis"], said) == (advice, basis, reasons)
    assert result["exempted_by"] == (["B2"] if basis else [])


@pytest.mark.parametrize(
    ("kind", "basis"), [("badge", "exemption"), ("certificate", "exemption"), ("video", "validation")]
)
def test_basis(kind: str, basis: str) -> None:
    assert judge(evidence=[ITEM | {"type": kind}])["units"][0]["basis"] == basis


def test_a_mandatory_criterion_that_is_not_met_is_named() -> None:
    rubric = RUBRIC | {"criteria": [{"id": "P1"}, {"id": "P2", "mandatory": True}], "decision": {"at_least": 1}}
    unit = judge(rubrics={"lu1": rubric})["units"][0]
    reason = {"code": "mandatory-not-met", "data": {"outcome": "lu1", "criterion": "P2"}}
    assert (unit["advice"], unit["reasons"]) == ("partial", [reason])


def named(number: int, name: str) -> Raw:
    """An assessment by somebody with a name."""
    return assessment(number) | {"assessor": {"id": f"A-{number}", "name": name}}


def test_independence() -> None:
    evidence = [ITEM | {"attested_by": {"name": "kim"}}, ITEM | {"id": "B2", "attested_by": {"name": "Kim"}}]
    found = judge(evidence=evidence, assessments=[named(2, "SAM"), named(1, "Kim "), named(3, "")])["conditions"]
    assert [each["data"] for each in found] == [
        {"assessor": "A-1", "name": "Kim ", "evidence": ["B1"]},  # B2 is not cited
        {"assessor": "A-2", "name": "SAM", "evidence": []},  # the candidate's name
    ]


BARE: Raw = {"assessor": "A-1", "outcome": "lu1", "criteria": ["P1"]}
NO_REMARK: Raw = {"lu1": {"P1": {"level": "goed", "remark": " "}}}
REJECTION: Raw = {"B1": {"reason": "other", "remark": "Nee.", "for": ["lu1"]}}


@pytest.mark.parametrize(
    ("programme", "assessments", "code", "data"),
    [
        ({"advice": {"max_credits": 29}}, [assessment(1)], "above-maximum", {"maximum": "29", "awarded": "30"}),
        ({"instruments": ["interview"]}, [assessment(1)], "instrument-missing", {"unit": "LU-A", "kind": "interview"}),
        ({}, [assessment(1, ratings=NO_REMARK)], "unmotivated", BARE),
        ({}, [assessment(2), assessment(1, ratings={}, rejected=REJECTION)], "rejection-contested",
         {"evidence": "B1", "by": ["A-1"], "not_by": ["A-2"]}),
        ({}, [assessment(1, judged={"rubrics": {"lu1": "0.9.0"}})], "rubric-changed",
         {"assessor": "A-1", "outcome": "lu1", "judged": "0.9.0", "used": "1.0.0"}),
        ({}, [assessment(1, judged={"portfolio": "bb"})], "portfolio-changed", {"assessor": "A-1"}),
        ({}, [assessment(1) | {"on": "2026-09-14"}], "assessed-before-submission", {"assessor": "A-1"}),
        ({"regulation": {"to": "2026-09-14"}}, [assessment(1)], "regulation-not-in-force",
         {"from": None, "to": "2026-09-14"}),
        ({"assessors": 0}, [], "evidence-only", {}),
    ],
)  # fmt: skip
def test_each_condition(programme: Raw, assessments: list[Raw], code: str, data: Raw) -> None:
    advice = judge(programme=programme, assessments=assessments, files={"portfolio.yml": "AA"})
    assert advice["conditions"] == [{"code": code, "data": data}]


@pytest.mark.parametrize(
    ("programme", "assessments"),
    [
        ({"advice": {"max_credits": 30}}, [assessment(1)]),
        ({"remarks": "below-pass"}, [assessment(1, ratings=NO_REMARK)]),
        ({}, [assessment(1, judged={"portfolio": "aa", "rubrics": {"lu1": "1.0.0"}}) | {"on": "2020-01-01"}]),
        ({"regulation": {"from": TODAY, "to": TODAY}}, [assessment(1)]),
        ({}, [assessment(1, rejected=REJECTION)]),  # nobody says otherwise
    ],
)
def test_no_condition(programme: Raw, assessments: list[Raw]) -> None:
    advice = judge(programme=programme, assessments=assessments, files={"portfolio.yml": "AA"})
    assert advice["conditions"] == []


def test_route() -> None:
    units: list[Raw] = [
        {"id": "C", "credits": 5, "exemptible": False, "after": ["A", "B"]},
        {"id": "B", "credits": 5, "exemptible": False, "setting": "workplace", "after": ["D"]},
        {"id": "A", "credits": 30, "outcomes": ["lu1"], "after": ["D"]},  # awarded: `after` never blocks that
        {"id": "D", "credits": 5, "outcomes": ["lu2"]},
    ]
    advice = judge(programme={"units": units}, rubrics={"lu1": RUBRIC, "lu2": RUBRIC})
    lu2 = {"id": "lu2", "label": "not-claimed"}
    assert advice["route"] == [
        {"unit": "D", "credits": "5", "setting": "both", "after": [], "outcomes": [lu2]},
        {"unit": "B", "credits": "5", "setting": "workplace", "after": ["D"], "outcomes": []},
        {"unit": "C", "credits": "5", "setting": "both", "after": ["B"], "outcomes": []},
    ]  # fmt: skip
    assert advice["credits"] == {"programme": "240", "awarded": "30", "remaining": "210"}
