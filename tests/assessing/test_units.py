"""What is advised for a unit: the first of eight lines, the basis, and the reasons beside it (DESIGN §4, *Unit*)."""

import pytest
from tests.assessing.cases import RIGHT, WRONG, first_unit, item, rubric, said, shown, unit

OPEN, MET, PARTLY, NOT, NOT_CLAIMED = "open", "demonstrated", "partly-demonstrated", "not-demonstrated", "not-claimed"
LACKING = "lacking evidence"  # not demonstrated, short of evidence only
_RATED = {OPEN: {}, MET: {"A": RIGHT, "B": RIGHT}, PARTLY: {"A": RIGHT, "B": WRONG}, NOT: {"A": WRONG, "B": WRONG}}
_CITED = {LACKING: [], NOT_CLAIMED: None}
DIPLOMA = item("D1", type="diploma", qualification="q")
VERIFIED = {"D1": {"remark": "seen"}}


def advised(*labels, diploma=None, verified=False, said_of=None, mandatory=False, **keys):
    """A unit with an outcome for each label, each with criteria A (perhaps a knock-out) and B."""
    names = [f"o{number}" for number in range(len(labels))]
    evidence = [item(), *([diploma] if diploma else [])]
    cited = [_CITED.get(label, ["B1"]) for label in labels]
    advice = first_unit(
        *(rubric({"id": "A", "mandatory": mandatory}, "B", name=name) for name in names),
        programme={"qualifications": [{"id": "q", "title": "q"}]},
        units=[unit(outcomes=names, exempt_for=["q"], **keys)],
        evidence=evidence,
        claims={
            name: {"A": items, "B": items} for name, items in zip(names, cited, strict=True) if items is not None
        },
        assessments=[
            {**said(verified=VERIFIED if verified else {}, **(said_of or {})),
             "ratings": {name: _RATED.get(label, {}) for name, label in zip(names, labels, strict=True)}}
        ],
    )  # fmt: skip
    assert [each.label.value for each in advice.outcomes] == [NOT if label == LACKING else label for label in labels]
    return advice


def reason(code, **data):
    return (code, data)


@pytest.mark.parametrize(
    ("labels", "recommendation", "basis", "reasons"),
    [
        # 3
        ([MET], "award", "validation", []),
        ([MET, MET], "award", "validation", []),
        # 5
        ([OPEN], "investigate", None, []),
        ([MET, OPEN], "investigate", None, []),
        ([OPEN, OPEN], "investigate", None, []),
        # 6
        ([PARTLY], "partial", None, []),
        ([PARTLY, NOT], "partial", None, []),
        ([PARTLY, OPEN], "partial", None, []),
        ([PARTLY, NOT_CLAIMED], "partial", None, []),
        ([MET, NOT], "partial", None, []),
        ([MET, NOT_CLAIMED], "partial", None, []),
        ([MET, OPEN, NOT], "partial", None, []),
        ([MET, OPEN, NOT_CLAIMED], "partial", None, []),
        # 7
        ([OPEN, NOT], "investigate", None, []),
        ([OPEN, NOT_CLAIMED], "investigate", None, [reason("outcomes-not-claimed", outcomes=("o1",))]),
        (
            [NOT_CLAIMED, OPEN, NOT, NOT_CLAIMED],
            "investigate",
            None,
            [reason("outcomes-not-claimed", outcomes=("o0", "o3"))],
        ),
        # 8
        ([NOT_CLAIMED], "none", None, [reason("not-claimed")]),
        ([NOT_CLAIMED, NOT_CLAIMED], "none", None, [reason("not-claimed")]),
        ([LACKING], "none", None, [reason("incomplete")]),
        ([LACKING, LACKING], "none", None, [reason("incomplete")]),
        ([LACKING, NOT_CLAIMED], "none", None, [reason("incomplete")]),
        ([NOT], "none", None, [reason("not-demonstrated")]),
        ([NOT, LACKING], "none", None, [reason("not-demonstrated")]),
        ([NOT, NOT_CLAIMED], "none", None, [reason("not-demonstrated")]),
    ],
)
def test_the_first_line_that_applies(labels, recommendation, basis, reasons):
    advice = advised(*labels)
    assert advice.recommendation.value == recommendation
    assert (advice.basis.value if advice.basis else None) == basis
    assert shown(advice.reasons) == reasons
    assert (advice.exempted_by, advice.proof) == ((), ())


@pytest.mark.parametrize("label", [MET, OPEN, PARTLY, NOT, NOT_CLAIMED, LACKING])
@pytest.mark.parametrize("verified", [True, False])
def test_1_what_is_not_exemptible_is_never_awarded(label, verified):
    advice = advised(label, diploma=DIPLOMA, verified=verified, exemptible=False)
    assert (advice.recommendation.value, advice.basis) == ("none", None)
    assert shown(advice.reasons) == [reason("not-exemptible")]


def test_1_a_unit_without_outcomes_can_only_be_followed():
    advice = first_unit(rubric(), units=[{"id": "U", "title": "U", "credits": 30, "exemptible": False}, unit("V")])
    assert shown(advice.reasons) == [reason("not-exemptible")]
    assert advice.outcomes == ()


@pytest.mark.parametrize("label", [MET, OPEN, PARTLY, NOT, NOT_CLAIMED, LACKING])
def test_2_verified_proof_awards_whatever_the_outcomes(label):
    advice = advised(label, diploma=DIPLOMA, verified=True)
    assert (advice.recommendation.value, advice.basis.value) == ("award", "standard-exemption")
    assert (advice.exempted_by, advice.proof, advice.reasons) == (("D1",), ("D1",), ())


@pytest.mark.parametrize("label", [OPEN, PARTLY, NOT, NOT_CLAIMED, LACKING])
def test_4_proof_that_nobody_verified_is_looked_into(label):
    advice = advised(label, diploma=DIPLOMA)
    assert (advice.recommendation.value, advice.basis) == ("investigate", None)
    assert shown(advice.reasons) == [reason("proof-not-verified")]
    assert (advice.exempted_by, advice.proof) == ((), ("D1",))


def test_3_goes_before_4_demonstrated_outcomes_need_no_proof():
    advice = advised(MET, diploma=DIPLOMA)
    assert (advice.recommendation.value, advice.basis.value, advice.reasons) == ("award", "validation", ())
    assert (advice.exempted_by, advice.proof) == ((), ("D1",))


@pytest.mark.parametrize(
    ("types", "basis"),
    [
        (["diploma"], "exemption"),
        (["certificate"], "exemption"),
        (["badge"], "exemption"),
        (["diploma", "certificate", "badge"], "exemption"),
        (["diploma", "work-product"], "validation"),
        (["attendance"], "validation"),
        (["experience-certificate"], "validation"),
        (["test-result"], "validation"),
    ],
)
def test_the_basis_of_an_award_on_outcomes(types, basis):
    evidence = [item(f"B{number}", type=kind) for number, kind in enumerate(types)]
    advice = first_unit(evidence=evidence, assessments=[said(ratings={"A": RIGHT})])
    assert (advice.recommendation.value, advice.basis.value) == ("award", basis)


@pytest.mark.parametrize(
    ("keys", "cited", "basis"),
    [
        ({"group": True}, ["B1", "B2"], "exemption"),  # set aside: the award does not rest on it
        ({}, ["B1"], "exemption"),  # not cited
        ({}, ["B1", "B2"], "validation"),
    ],
)
def test_only_admissible_items_that_are_cited_make_a_basis(keys, cited, basis):
    evidence = [item("B1", type="diploma"), item("B2", **keys)]
    advice = first_unit(evidence=evidence, claims={"o": {"A": cited}}, assessments=[said(ratings={"A": RIGHT})])
    assert advice.basis.value == basis


def test_the_basis_looks_at_every_outcome_of_the_unit():
    advice = first_unit(
        rubric(),
        rubric(name="other"),
        evidence=[item("B1", type="diploma"), item("B2")],
        claims={"o": {"A": ["B1"]}, "other": {"A": ["B2"]}},
        programme={"assessors": 0},
    )
    assert advice.basis.value == "validation"


@pytest.mark.parametrize(
    ("rejected", "why"),
    [
        ({}, "incomplete"),
        ({"B1": {"reason": "other", "remark": "…"}}, "not-demonstrated"),
        ({"B1": {"reason": "other", "remark": "…", "for": ["o"]}}, "not-demonstrated"),
        ({"B1": {"reason": "other", "remark": "…", "for": ["other"]}}, "incomplete"),
        ({"B2": {"reason": "other", "remark": "…"}}, "incomplete"),  # not cited
    ],
)
def test_what_was_rejected_is_not_merely_incomplete(rejected, why):
    advice = first_unit(
        rubric(evidence={"quantity": {"items": 3}}),
        rubric(name="other"),
        evidence=[item("B1"), item("B2")],
        claims={"o": {"A": ["B1"]}},
        assessments=[said(rejected=rejected)],
    )
    assert shown(advice.reasons) == [reason(why)]


@pytest.mark.parametrize(
    ("labels", "keys", "reasons"),
    [
        ([NOT], {}, [reason("not-demonstrated"), reason("mandatory-not-met", outcome="o0", criterion="A")]),
        ([LACKING], {}, [reason("incomplete"), reason("mandatory-not-met", outcome="o0", criterion="A")]),
        ([PARTLY], {}, []),  # A is met, only B is not
        ([OPEN], {}, []),
        ([MET, NOT], {}, [reason("mandatory-not-met", outcome="o1", criterion="A")]),
        (
            [NOT, LACKING, NOT_CLAIMED],
            {},
            [
                reason("not-demonstrated"),
                reason("mandatory-not-met", outcome="o0", criterion="A"),
                reason("mandatory-not-met", outcome="o1", criterion="A"),
            ],
        ),
        (
            [NOT],
            {"exemptible": False},
            [reason("not-exemptible"), reason("mandatory-not-met", outcome="o0", criterion="A")],
        ),
        (
            [NOT],
            {"diploma": DIPLOMA},
            [reason("proof-not-verified"), reason("mandatory-not-met", outcome="o0", criterion="A")],
        ),
        ([NOT], {"diploma": DIPLOMA, "verified": True}, []),  # nothing is added to an award
    ],
)
def test_a_knock_out_is_said(labels, keys, reasons):
    assert shown(advised(*labels, mandatory=True, **keys).reasons) == reasons


def test_reasons_about_proof_come_last():
    advice = advised(NOT, mandatory=True, diploma={**DIPLOMA, "issued": "2027-01-01"})
    assert [code for code, _ in shown(advice.reasons)] == ["not-demonstrated", "mandatory-not-met", "proof-set-aside"]
