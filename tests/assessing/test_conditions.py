"""What never changes a verdict and must be said: each condition present and absent (DESIGN §4, *Conditions*)."""

from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from tests.assessing.cases import BEST, PORTFOLIO, RIGHT, TODAY, WRONG, advise, agreed, item, rubric, said, shown, unit

RATED = {"A": {"level": RIGHT, "remark": "…"}}
HASH = sha256(PORTFOLIO).hexdigest()


def conditions(*rubrics, **keys):
    return shown(advise(*rubrics, **keys).conditions)


def judge(name, called=None, ratings=RATED, **keys):
    """An assessor with a name, who has said something of everything."""
    who = {"id": name, **({"name": called} if called else {})}
    return {**said(name, ratings, judged={"portfolio": HASH}), "assessor": who, **keys}


def test_nothing_to_say():
    assert conditions(evidence=[item()], assessments=[judge("A-1", "X")]) == []


@pytest.mark.parametrize(("maximum", "said_so"), [(Decimal("29.5"), True), (30, False), (180, False), (0, True)])
def test_above_the_maximum(maximum, said_so):
    found = conditions(evidence=[item()], assessments=[judge("A-1")], programme={"advice": {"max_credits": maximum}})
    assert found == ([("above-maximum", {"maximum": maximum, "awarded": 30})] if said_so else [])


NOOR = {"candidate": {"id": "K-1", "name": "Noor Verhage"}}


def not_independent(assessor, name, *evidence):
    return ("assessor-not-independent", {"assessor": assessor, "name": name, "evidence": evidence})


@pytest.mark.parametrize(
    ("assessments", "expected"),
    [
        ([judge("A-1", "X"), judge("A-2", "Y")], []),
        ([judge("A-1"), judge("A-2")], []),  # who has no name has nobody's name
        ([judge("A-1", " \u200b"), judge("A-2", "\u00a0")], []),
        ([judge("A-1", "Noor Verhage")], [not_independent("A-1", "Noor Verhage")]),
        ([judge("A-1", " NOOR  verhage")], [not_independent("A-1", " NOOR  verhage")]),
        ([judge("A-1", "X"), judge("A-2", "x ")], [not_independent("A-1", "X"), not_independent("A-2", "x ")]),
        ([judge("A-2", "Noor Verhage"), judge("A-1", "Y")], [not_independent("A-2", "Noor Verhage")]),
        ([judge("A-1", "H. Brandsma")], [not_independent("A-1", "H. Brandsma", "B3", "B1")]),
        ([judge("A-1", "h. brandsma")], [not_independent("A-1", "h. brandsma", "B3", "B1")]),
        ([judge("A-1", "Someone")], []),  # who attested what nobody cites
        # one condition an assessor, whatever the grounds
        (
            [judge("A-1", "H. Brandsma"), judge("A-2", "H. Brandsma")],
            [not_independent("A-1", "H. Brandsma", "B3", "B1"), not_independent("A-2", "H. Brandsma", "B3", "B1")],
        ),
    ],
)
def test_an_assessor_is_another_than_candidate_colleague_and_witness(assessments, expected):
    evidence = [
        item("B3", attested_by={"name": "H. Brandsma"}),
        item("B2", attested_by={"name": "Someone"}),
        item("B1", attested_by={"name": "H.  BRANDSMA"}),
    ]
    found = conditions(
        evidence=evidence, claims={"o": {"A": ["B1", "B3"]}}, assessments=assessments, portfolio=NOOR
    )  # fmt: skip
    assert found == expected


@pytest.mark.parametrize(("verified", "said_so"), [({"D1": {}}, True), ({}, False)])
def test_who_attested_what_exempts_is_no_independent_assessor(verified, said_so):
    found = conditions(
        programme={"qualifications": [{"id": "q"}]},
        units=[unit(exempt_for=["q"])],
        evidence=[item("D1", type="diploma", qualification="q", attested_by={"name": "X"})],
        claims={},
        assessments=[judge("A-1", "X", ratings=None, verified=verified)],
    )
    assert found == ([not_independent("A-1", "X", "D1")] if said_so else [])


@pytest.mark.parametrize(
    ("kinds", "used", "missing"),
    [
        (["interview"], [], ["interview"]),
        (["interview"], ["interview"], []),
        (["interview"], ["test"], ["interview"]),
        (["test", "interview"], [], ["test", "interview"]),
        (["test", "interview"], ["interview"], ["test"]),
    ],
)
def test_an_instrument_that_nobody_used(kinds, used, missing):
    instruments = [{"id": f"G{number}", "kind": kind} for number, kind in enumerate(used)]
    found = conditions(
        evidence=[item()],
        programme={"instruments": kinds},
        assessments=[judge("A-1"), judge("A-2", instruments=instruments)],
    )
    assert found == [("instrument-missing", {"unit": "U", "kind": kind}) for kind in missing]


@pytest.mark.parametrize(
    ("kind", "rating", "missing"),
    [
        ("work-product", RIGHT, True),  # awarded by validation
        ("diploma", RIGHT, False),  # by exemption no instrument is asked
        ("work-product", WRONG, False),  # not awarded
    ],
)
def test_instruments_are_asked_of_validation_only(kind, rating, missing):
    found = conditions(
        evidence=[item(type=kind)],
        programme={"instruments": ["interview"]},
        assessments=[judge("A-1", ratings={"A": {"level": rating, "remark": "…"}})],
    )
    assert [code for code, _ in found] == (["instrument-missing"] if missing else [])


@pytest.mark.parametrize(
    ("remarks", "level", "remark", "said_so"),
    [
        ("all", RIGHT, None, True),
        ("all", RIGHT, " \u200b", True),
        ("all", RIGHT, "because", False),
        ("all", WRONG, None, True),
        ("below-pass", RIGHT, None, False),
        ("below-pass", BEST, None, False),
        ("below-pass", WRONG, None, True),
        ("below-pass", WRONG, "because", False),
        ("none", WRONG, None, False),
    ],
)
def test_ratings_without_the_remark_that_is_asked(remarks, level, remark, said_so):
    rating = {"level": level, **({"remark": remark} if remark else {})}
    found = conditions(
        evidence=[item()], programme={"remarks": remarks}, assessments=[judge("A-1", ratings={"A": rating})]
    )
    expected = ("unmotivated", {"assessor": "A-1", "outcome": "o", "criteria": ("A",)})
    assert found == ([expected] if said_so else [])


def test_remarks_below_the_pass_of_the_criterion_itself():
    found = conditions(
        rubric({"id": "A", "pass": BEST}, "B", {"id": "C", "pass": BEST}),
        evidence=[item()],
        programme={"remarks": "below-pass"},
        assessments=[judge("A-1", ratings={"C": RIGHT, "A": RIGHT, "B": RIGHT})],
    )
    assert found == [("unmotivated", {"assessor": "A-1", "outcome": "o", "criteria": ("A", "C")})]


def test_ratings_of_an_outcome_that_nobody_claims_need_no_remark():
    assessments = [judge("A-1", ratings={"A": RIGHT})]
    assert conditions(rubric(), rubric(name="other"), claims={"other": {}}, assessments=assessments) == []


REJECTED = {"B1": {"reason": "other", "remark": "…"}}
VERIFIED = {"B1": {}}


@pytest.mark.parametrize(
    ("assessments", "consensus", "contested"),
    [
        ([judge("A-1", rejected=REJECTED)], None, None),
        ([judge("A-1", rejected=REJECTED), judge("A-2", rejected=REJECTED)], None, None),
        ([judge("A-1", rejected=REJECTED), judge("A-2", ratings=None)], None, None),  # never looked at it
        ([judge("A-1", rejected=REJECTED), judge("A-2")], None, (("A-1",), ("A-2",))),
        ([judge("A-2", rejected=REJECTED), judge("A-1")], None, (("A-2",), ("A-1",))),
        ([judge("A-1", rejected=REJECTED), judge("A-2", ratings=None, verified=VERIFIED)], None, (("A-1",), ("A-2",))),
        ([judge("A-1", rejected=REJECTED, verified=VERIFIED)], None, None),  # not with oneself
        (
            [judge("A-3"), judge("A-1", rejected=REJECTED), judge("A-4", rejected=REJECTED), judge("A-2")],
            None,
            (("A-1", "A-4"), ("A-2", "A-3")),
        ),
        ([judge("A-1", rejected=REJECTED), judge("A-2")], agreed("A-1", "A-2", restored=["B1"]), None),
        ([judge("A-1", rejected=REJECTED), judge("A-2")], agreed("A-1", "A-2", A=RIGHT), (("A-1",), ("A-2",))),
    ],
)
def test_a_rejection_that_another_assessor_does_not_share(assessments, consensus, contested):
    found = conditions(evidence=[item("B1"), item("B2")], assessments=assessments, consensus=consensus)
    by, not_by = contested or ((), ())
    expected = ("rejection-contested", {"evidence": "B1", "by": by, "not_by": not_by})
    assert found == ([expected] if contested else [])


def test_a_rejection_is_shared_by_who_rated_other_outcomes_only():
    found = conditions(
        rubric(),
        rubric(name="other"),
        evidence=[item()],
        claims={"o": {"A": ["B1"]}, "other": {}},
        assessments=[judge("A-1", rejected=REJECTED), {**judge("A-2"), "ratings": {"other": RATED}}],
    )
    assert found == []


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ({"rubrics": {"o": "1.0.0"}}, []),
        ({"rubrics": {"other": "1.0.0"}}, []),
        (
            {"rubrics": {"other": "0.9.0", "o": "1.1.0"}},
            [
                ("rubric-changed", {"assessor": "A-1", "outcome": "o", "judged": "1.1.0", "used": "1.0.0"}),
                ("rubric-changed", {"assessor": "A-1", "outcome": "other", "judged": "0.9.0", "used": "1.0.0"}),
            ],
        ),
        ({"portfolio": HASH}, []),
        ({"portfolio": HASH.upper()}, []),
        ({"portfolio": "0" * 64}, [("portfolio-changed", {"assessor": "A-1"})]),
        ({"portfolio": HASH, "rubrics": {"o": "1.0.0"}}, []),
    ],
)
def test_what_changed_since_the_assessor_saw_it(judged, expected):
    assessments = [judge("A-1", judged=judged, on="2020-01-01")]
    assert conditions(rubric(), rubric(name="other"), evidence=[item()], assessments=assessments) == expected


@pytest.mark.parametrize(
    ("judged", "on", "said_so"),
    [
        (None, "2026-09-14", True),
        (None, TODAY, False),
        (None, "2026-10-01", False),
        ({"portfolio": HASH}, "2026-09-14", False),
        ({"rubrics": {"o": "1.0.0"}}, "2026-09-14", False),
    ],
)
def test_assessed_before_it_was_submitted(judged, on, said_so):
    raw = {key: value for key, value in judge("A-1", on=on).items() if key != "judged"}
    found = conditions(evidence=[item()], assessments=[raw | ({"judged": judged} if judged else {})])
    assert found == ([("assessed-before-submission", {"assessor": "A-1"})] if said_so else [])


@pytest.mark.parametrize(
    ("regulation", "on", "said_so"),
    [
        ({"title": "OER"}, TODAY, False),
        ({"from": "2026-09-01", "to": "2027-08-31"}, "2026-08-31", True),
        ({"from": "2026-09-01", "to": "2027-08-31"}, "2026-09-01", False),
        ({"from": "2026-09-01", "to": "2027-08-31"}, "2027-08-31", False),
        ({"from": "2026-09-01", "to": "2027-08-31"}, "2027-09-01", True),
        ({"from": "2026-09-01"}, "2050-01-01", False),
        ({"from": "2026-09-01"}, "2026-08-31", True),
        ({"to": "2027-08-31"}, "1950-01-01", False),
        ({"to": "2027-08-31"}, "2027-09-01", True),
    ],
)
def test_a_regulation_that_is_not_in_force(regulation, on, said_so):
    found = conditions(claims={}, programme={"regulation": regulation}, on=on)
    days = {key: date.fromisoformat(regulation[key]) if key in regulation else None for key in ("from", "to")}
    assert found == ([("regulation-not-in-force", days)] if said_so else [])


@pytest.mark.parametrize(("assessors", "said_so"), [(0, True), (1, False)])
def test_nobody_needs_to_judge(assessors, said_so):
    found = conditions(claims={}, programme={"assessors": assessors})
    assert found == ([("evidence-only", {})] if said_so else [])


def test_all_at_once_in_their_order_and_never_changing_a_verdict():
    wrong = {
        "evidence": [item("B1"), item("B2", attested_by={"name": "X"})],
        "programme": {
            "assessors": 0,
            "advice": {"max_credits": 1},
            "instruments": ["interview"],
            "regulation": {"to": "2020-01-01"},
        },
        "assessments": [
            judge("A-1", "X", ratings={"A": RIGHT}, rejected=REJECTED),
            judge("A-2", "Y", judged={"portfolio": "0" * 64, "rubrics": {"o": "0.1.0"}}),
            {key: value for key, value in judge("A-3", on="2020-01-01").items() if key != "judged"},
        ],
    }
    advice = advise(**wrong)
    assert [each.code.value for each in advice.conditions] == [
        "above-maximum",
        "assessor-not-independent",
        "instrument-missing",
        "unmotivated",
        "rejection-contested",
        "rubric-changed",
        "portfolio-changed",
        "assessed-before-submission",
        "regulation-not-in-force",
        "evidence-only",
    ]
    assert advice.units[0].recommendation.value == "award"
