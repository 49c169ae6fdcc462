"""Formal proof: what counts as it, who verified it, and why it is set aside (DESIGN §4, *Unit*)."""

import pytest
from tests.assessing.cases import MISMATCH, MISSING, RIGHT, agreed, first_unit, item, said, shown, unit

VERIFIED = {"D1": {}}


def advised(*items, max_age=None, exempt_for=("q",), assessments=(), **keys):
    qualifications = [{"id": "q", **({"max_age": max_age} if max_age else {})}, {"id": "r"}]
    return first_unit(
        programme={"qualifications": qualifications},
        units=[unit(exempt_for=list(exempt_for))],
        evidence=items,
        claims={},
        assessments=assessments,
        **keys,
    )


def diploma(name="D1", **keys):
    return item(name, type="diploma", qualification="q", **keys)


def rejected(reason, **keys):
    return {"D1": {"reason": reason, "remark": "…", **keys}}


@pytest.mark.parametrize(
    ("evidence", "proof"),
    [
        (diploma(), ("D1",)),
        (item("D1", type="certificate", qualification="q"), ("D1",)),
        (item("D1", type="diploma"), ()),  # of nothing that exempts
        (item("D1", type="diploma", qualification="r"), ()),  # of what exempts elsewhere
        (diploma(group=True), ("D1",)),  # a share of one's own is not asked of a diploma
    ],
)
def test_what_is_formal_proof(evidence, proof):
    advice = advised(evidence)
    assert (advice.proof, advice.exempted_by) == (proof, ())
    assert shown(advice.reasons)[0] == ("proof-not-verified" if proof else "not-claimed", {})


@pytest.mark.parametrize(
    ("assessments", "exempted_by"),
    [
        ([said()], ()),
        ([said(verified={"D2": {}})], ()),
        ([said(verified=VERIFIED)], ("D1",)),
        ([said("A-1"), said("A-2", verified=VERIFIED)], ("D1",)),  # one who looked is enough
    ],
)
def test_proof_must_be_verified(assessments, exempted_by):
    advice = advised(diploma(), assessments=assessments)
    assert advice.exempted_by == exempted_by
    assert advice.recommendation.value == ("award" if exempted_by else "investigate")


def test_only_what_was_verified_exempts_in_the_order_of_the_portfolio():
    advice = advised(
        diploma("D3"),
        diploma("D1"),
        diploma("D2"),
        assessments=[said("A-1", verified={"D1": {}}), said("A-2", verified={"D3": {}})],
    )
    assert (advice.proof, advice.exempted_by) == (("D3", "D1", "D2"), ("D3", "D1"))


def test_one_piece_of_proof_is_enough_beside_one_that_is_set_aside():
    advice = advised(diploma("D1"), diploma("D2", issued="2027-01-01"), assessments=[said(verified=VERIFIED)])
    assert (advice.recommendation.value, advice.reasons) == ("award", ())


@pytest.mark.parametrize("cited", [[], ["D1"]])
def test_proof_counts_cited_or_not(cited):
    advice = first_unit(
        programme={"qualifications": [{"id": "q"}]},
        units=[unit(exempt_for=["q"])],
        evidence=[diploma()],
        claims={"o": {"A": cited}},
        assessments=[said(ratings={"A": RIGHT}, verified=VERIFIED)],
    )
    assert advice.basis.value == "standard-exemption"


TEN_YEARS = {"years": 10}


@pytest.mark.parametrize(
    ("keys", "max_age", "found", "reason"),
    [
        ({}, None, None, None),
        ({}, None, MISSING, "file-missing"),
        ({}, None, MISMATCH, "file-mismatch"),
        ({"issued": "2026-09-16"}, None, None, "future"),
        ({"issued": "2026-09-15"}, None, None, None),
        ({"period": {"from": "2026-09-16"}}, None, None, "future"),
        ({"issued": "2016-09-15"}, TEN_YEARS, None, None),  # exactly ten years still exempts
        ({"issued": "2016-09-14"}, TEN_YEARS, None, "outdated"),
        ({"issued": "1950-01-01"}, None, None, None),
        ({"issued": "2027-01-01"}, TEN_YEARS, MISSING, "file-missing"),  # the first that applies
        ({"issued": "2027-01-01", "period": {"from": "2001-01-01", "to": "2005-01-01"}}, TEN_YEARS, None, "future"),
    ],
)
@pytest.mark.parametrize("verified", [VERIFIED, {}])
def test_why_proof_is_set_aside(keys, max_age, found, reason, verified):
    advice = advised(
        diploma(**keys),
        max_age=max_age,
        found={"D1": found} if found else {},
        assessments=[said(verified=verified)],
    )
    assert advice.proof == (() if reason else ("D1",))
    if reason:
        assert shown(advice.reasons) == [
            ("not-claimed", {}),
            ("proof-set-aside", {"evidence": "D1", "reason": reason}),
        ]


@pytest.mark.parametrize(
    ("assessments", "consensus", "set_aside"),
    [
        ([said(rejected=rejected("not-authentic"))], None, True),
        ([said(rejected=rejected("not-readable"))], None, True),
        ([said(rejected=rejected("not-authentic", **{"for": ["o"]}))], None, True),
        # doubts about an outcome do not touch the paper
        ([said(rejected=rejected("not-relevant", **{"for": ["o"]}))], None, False),
        ([said(rejected=rejected("other"))], None, False),
        ([said(rejected=rejected("not-authentic"))], agreed("A-1", restored=["D1"]), False),
        ([said(rejected=rejected("not-authentic"))], agreed("A-1", restored=["D2"]), True),
        ([said("A-1", verified=VERIFIED), said("A-2", rejected=rejected("not-authentic"))], None, True),
        ([said("A-1", rejected=rejected("other")), said("A-2", rejected=rejected("not-readable"))], None, True),
    ],
)
def test_who_doubts_the_paper_sets_proof_aside(assessments, consensus, set_aside):
    advice = advised(diploma(), assessments=assessments, consensus=consensus)
    assert advice.proof == (() if set_aside else ("D1",))
    said_aside = ("proof-set-aside", {"evidence": "D1", "reason": "rejected"}) in shown(advice.reasons)
    assert said_aside is set_aside


def test_a_waiver_does_not_make_old_proof_young():
    waived = {"D1": {"remark": "…", "for": ["o"]}}
    advice = advised(
        diploma(issued="2001-01-01"), max_age=TEN_YEARS, assessments=[said(verified=VERIFIED, waived=waived)]
    )
    assert shown(advice.reasons)[-1] == ("proof-set-aside", {"evidence": "D1", "reason": "outdated"})


def test_each_item_set_aside_is_said_and_only_for_units_it_might_exempt_from():
    items = [diploma("D1", issued="2027-01-01"), diploma("D2", issued="2028-01-01"), item("B1", issued="2029-01-01")]
    aside = [data["evidence"] for code, data in shown(advised(*items).reasons) if code == "proof-set-aside"]
    assert aside == ["D1", "D2"]
    assert shown(advised(*items, exempt_for=["r"]).reasons) == [("not-claimed", {})]
