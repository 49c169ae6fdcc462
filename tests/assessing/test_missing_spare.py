"""Of the changes that together suffice none can be left out: what another makes spare is not asked (DESIGN §4)."""

import pytest
from tests.assessing.cases import RIGHT, WRONG, agreed, item, outcome, rubric, said, shown

X = {"name": "X"}


def mend(evidence, reason="own-share-missing"):
    return ("mend-item", {"evidence": evidence, "reason": reason})


def attest(evidence):
    return ("attest-item", {"evidence": evidence})


def cite(evidence, *criteria):
    return ("cite-item", {"evidence": evidence, "criteria": criteria})


def add(*criteria, **keys):
    return ("add-item", {"criteria": criteria, **keys})


def people(code, **keys):
    return (code, {"criterion": "A", **keys})


# What assessors said of A, and what they must still say.
RATED = {
    "enough said": ([RIGHT, RIGHT], None, []),
    "one to rate": ([RIGHT], None, [people("rate", assessors=1)]),
    "to agree": ([RIGHT, WRONG], None, [people("agree")]),
    "to judge again": ([WRONG, WRONG], None, [people("judge-again")]),
    "to agree again": ([RIGHT, WRONG], WRONG, [people("judge-again")]),
    "one to rate and to agree": ([WRONG], None, [people("rate", assessors=1), people("agree")]),
}


def plan(demands, evidence, cited, decision, said_of_a):
    levels, consensus, _ = RATED[said_of_a]
    return shown(
        outcome(
            rubric({"id": "A", "mandatory": True}, "B", evidence=demands, decision=decision),
            evidence=evidence,
            claims={"o": {"A": cited, "B": cited}},
            programme={"assessors": 2},
            assessments=[
                said(f"A-{number}", {**({"A": levels[number]} if number < len(levels) else {}), "B": RIGHT})
                for number in range(2)
            ],
            consensus=consensus and agreed("A-0", "A-1", A=consensus),
        ).missing
    )


@pytest.mark.parametrize("said_of_a", RATED)
@pytest.mark.parametrize("decision", [{"all": True}, {"at_least": 1}, {"at_least": 2}], ids=str)
@pytest.mark.parametrize(
    ("demands", "evidence", "cited", "expected"),
    [
        # B3 brings hours and the type for which B2 would have been mended
        (
            {"variation": {"types": 2}, "quantity": {"hours": 5}},
            [item("B1"), item("B2", type="video", group=True), item("B3", type="video", group=True, hours=5)],
            ["B1", "B2", "B3"],
            [mend("B3")],
        ),
        # B3 brings hours and the context
        (
            {"variation": {"contexts": 2}, "quantity": {"hours": 5}},
            [
                item("B1", context="a"),
                item("B2", context="b", group=True),
                item("B3", context="b", group=True, hours=5),
            ],
            ["B1", "B2", "B3"],
            [mend("B3")],
        ),
        # B2 is cited for the number of items and was attested already
        (
            {"authenticity": {"attested": 1}, "quantity": {"items": 2}},
            [item("B1"), item("B2", attested_by=X)],
            ["B1"],
            [cite("B2", "A")],
        ),
        # nothing is spare here
        (
            {"authenticity": {"attested": 2}, "quantity": {"items": 2}},
            [item("B1"), item("B2", attested_by=X)],
            ["B1"],
            [attest("B1"), cite("B2", "A")],
        ),
        ({"variation": {"types": 2}}, [item("B1")], ["B1"], [add("A", type="diploma")]),
        ({"variation": {"contexts": 2}}, [item("B1", context="a")], ["B1"], [add("A", new_context=True)]),
        ({"authenticity": {"attested": 1}}, [item("B1")], ["B1"], [attest("B1")]),
        (
            {"quantity": {"hours": 9}},
            [item("B1", hours=4), item("B2", hours=9, group=True)],
            ["B1", "B2"],
            [mend("B2")],
        ),
    ],
)
def test_only_what_is_needed_is_asked(demands, evidence, cited, expected, decision, said_of_a):
    assert plan(demands, evidence, cited, decision, said_of_a) == [*expected, *RATED[said_of_a][2]]


def test_the_nearest_criterion_lacks_the_least():
    """A lacks two items; B has them and lacks one rating."""
    found = shown(
        outcome(
            rubric("A", "B", evidence={"relevance": {"per_criterion": 2}}, decision={"at_least": 1}),
            evidence=[item("B1"), item("B2")],
            claims={"o": {"B": ["B1", "B2"]}},
            assessments=[said(ratings={"A": RIGHT})],
        ).missing
    )
    assert found == [("rate", {"criterion": "B", "assessors": 1})]
