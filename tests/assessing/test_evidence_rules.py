"""Variation, quantity, authenticity and relevance, each key alone and at its exact limit (DESIGN §4, *Rules*)."""

from decimal import Decimal

import pytest
from tests.assessing.cases import item, outcome, rubric, said

X = {"name": "X"}


def rules(demands, evidence, **keys):
    """The rules of an outcome without its decision."""
    advice = outcome(rubric(evidence=demands), evidence=evidence, **keys)
    return advice.rules[:-1]


@pytest.mark.parametrize(
    ("asked", "evidence", "verdict", "found", "counts"),
    [
        ({"types": 1}, [], "not-met", {"types": 0}, []),
        ({"types": 1}, [item("B1")], "met", {"types": 1}, ["B1"]),
        ({"types": 2}, [item("B1"), item("B2")], "not-met", {"types": 1}, ["B1", "B2"]),
        ({"types": 2}, [item("B1"), item("B2", type="video")], "met", {"types": 2}, ["B1", "B2"]),
        ({"contexts": 1}, [item("B1")], "not-met", {"contexts": 0}, []),
        ({"contexts": 1}, [item("B1", context=" \u200b")], "not-met", {"contexts": 0}, []),  # blank counts for none
        ({"contexts": 1}, [item("B1", context="school")], "met", {"contexts": 1}, ["B1"]),
        (
            {"contexts": 2},
            [item("B1", context="De  School"), item("B2", context="de school "), item("B3")],
            "not-met",
            {"contexts": 1},
            ["B1", "B2"],
        ),
        ({"contexts": 2}, [item("B1", context="a"), item("B2", context="b")], "met", {"contexts": 2}, ["B1", "B2"]),
        (
            {"types": 2, "contexts": 2},
            [item("B1", context="a"), item("B2", context="b"), item("B3")],
            "not-met",
            {"types": 1, "contexts": 2},
            ["B1", "B2", "B3"],
        ),
        (
            {"types": 2, "contexts": 2},
            [item("B1", context="a"), item("B2", type="video", context="a")],
            "not-met",
            {"types": 2, "contexts": 1},
            ["B1", "B2"],
        ),
    ],
)
def test_variation(asked, evidence, verdict, found, counts):
    (rule,) = rules({"variation": asked}, evidence)
    assert (rule.rule.value, rule.verdict.value, rule.required, rule.found) == ("variation", verdict, asked, found)
    assert list(rule.evidence) == counts


@pytest.mark.parametrize(
    ("asked", "evidence", "verdict", "found", "counts"),
    [
        ({"items": 1}, [], "not-met", {"items": 0}, []),
        ({"items": 2}, [item("B1")], "not-met", {"items": 1}, ["B1"]),
        ({"items": 2}, [item("B1"), item("B2")], "met", {"items": 2}, ["B1", "B2"]),
        ({"hours": 10}, [item("B1")], "not-met", {"hours": 0}, []),
        ({"hours": 10}, [item("B1", hours=10), item("B2")], "met", {"hours": 10}, ["B1"]),
        ({"hours": 10}, [item("B1", hours=Decimal("9.99"))], "not-met", {"hours": Decimal("9.99")}, ["B1"]),
        # decimals add up exactly, which floats would not
        (
            {"hours": Decimal("0.3")},
            [item("B1", hours=Decimal("0.1")), item("B2", hours=Decimal("0.2"))],
            "met",
            {"hours": Decimal("0.3")},
            ["B1", "B2"],
        ),
        ({"hours": 0}, [], "met", {"hours": 0}, []),
        ({"hours": 0}, [item("B1", hours=0)], "met", {"hours": 0}, ["B1"]),
        ({"items": 1, "hours": 10}, [item("B1", hours=9)], "not-met", {"items": 1, "hours": 9}, ["B1"]),
        ({"items": 2, "hours": 9}, [item("B1", hours=9)], "not-met", {"items": 1, "hours": 9}, ["B1"]),
        ({"items": 1, "hours": 9}, [item("B1", hours=9)], "met", {"items": 1, "hours": 9}, ["B1"]),
    ],
)
def test_quantity(asked, evidence, verdict, found, counts):
    (rule,) = rules({"quantity": asked}, evidence)
    assert (rule.rule.value, rule.verdict.value, rule.required, rule.found) == ("quantity", verdict, asked, found)
    assert list(rule.evidence) == counts


@pytest.mark.parametrize(
    ("asked", "evidence", "verdict", "counts"),
    [
        (1, [item("B1")], "not-met", []),
        (1, [item("B1", attested_by=X)], "met", ["B1"]),
        (2, [item("B1", attested_by=X), item("B2")], "not-met", ["B1"]),
        (2, [item("B1", attested_by=X), item("B2", attested_by=X)], "met", ["B1", "B2"]),  # one may attest much
        (1, [item("B1", attested_by={"name": "Noor Verhage"})], "not-met", []),  # not by the candidate
        (1, [item("B1", attested_by={"name": " noor\u00a0VERHAGE\u200b"})], "not-met", []),
        (1, [item("B1", attested_by={"name": "N. Verhage"})], "met", ["B1"]),
    ],
)
def test_authenticity(asked, evidence, verdict, counts):
    who = {"candidate": {"id": "K-1", "name": "Noor Verhage"}}
    (rule,) = rules({"authenticity": {"attested": asked}}, evidence, portfolio=who)
    assert (rule.rule.value, rule.verdict.value) == ("authenticity", verdict)
    assert (rule.required, rule.found) == ({"attested": asked}, {"attested": len(counts)})
    assert list(rule.evidence) == counts


@pytest.mark.parametrize("candidate", [{"id": "K-1"}, {"id": "K-1", "name": " "}])
@pytest.mark.parametrize("name", ["X", "K-1"])
def test_a_candidate_without_name_is_nobodys_namesake(candidate, name):
    evidence = [item(attested_by={"name": name})]
    (rule,) = rules({"authenticity": {"attested": 1}}, evidence, portfolio={"candidate": candidate})
    assert rule.verdict.value == "met"


@pytest.mark.parametrize(
    ("demands", "cited", "relevance"),
    [
        ({}, [], "not-met"),  # one item a criterion is always asked
        ({}, ["B1"], "met"),
        ({"relevance": {"accepts": ["work-product"]}}, ["B1"], "met"),
        ({"relevance": {"per_criterion": 2}}, ["B1"], "not-met"),
        ({"relevance": {"per_criterion": 2}}, ["B1", "B2"], "met"),
        ({"relevance": {"per_criterion": 2}}, ["B1", "B3"], "not-met"),  # B3 is set aside
        ({"relevance": {"per_criterion": 3}}, ["B1", "B2"], "not-met"),
    ],
)
def test_relevance(demands, cited, relevance):
    evidence = [item("B1"), item("B2"), item("B3", group=True)]
    advice = outcome(rubric("A", "B", evidence=demands), evidence=evidence, claims={"o": {"A": cited, "B": ["B2"]}})
    criterion = advice.criteria[0]
    assert criterion.relevance.value == relevance
    assert criterion.evidence == tuple(cited)
    found = sum(each in {"B1", "B2"} for each in cited)
    reasons = [(each.code.value, each.data) for each in criterion.reasons if each.code.value == "too-few-items"]
    assert reasons == (
        [("too-few-items", {"required": criterion.required, "found": found})] if relevance == "not-met" else []
    )


def test_the_items_of_a_criterion_stand_as_in_the_portfolio():
    advice = outcome(evidence=[item("B2"), item("B1")], claims={"o": {"A": ["B1", "B2"]}})
    assert advice.criteria[0].evidence == ("B2", "B1")


def test_each_item_counts_once_for_an_outcome_however_often_it_is_cited():
    asked = {"quantity": {"items": 2, "hours": 10}}
    advice = outcome(
        rubric("A", "B", evidence=asked), evidence=[item(hours=5)], claims={"o": {"A": ["B1"], "B": ["B1"]}}
    )
    assert advice.rules[0].found == {"items": 1, "hours": 5}


def test_only_admissible_items_that_the_claim_cites_count():
    asked = {
        "quantity": {"items": 1, "hours": 1},
        "variation": {"types": 1, "contexts": 1},
        "authenticity": {"attested": 1},
    }
    evidence = [
        item("B1", type="video", hours=9, context="a", attested_by=X, group=True),  # set aside
        item("B2", type="other", hours=9, context="b", attested_by=X),  # not cited for o
        item("B3"),
    ]
    found = [
        dict(rule.found)
        for rule in outcome(
            rubric(evidence=asked),
            rubric(name="p"),
            evidence=evidence,
            claims={"o": {"A": ["B1", "B3"]}, "p": {"A": ["B2"]}},
        ).rules[:-1]
    ]
    assert found == [{"types": 1, "contexts": 0}, {"items": 1, "hours": 0}, {"attested": 0}]


@pytest.mark.parametrize(
    ("demands", "names"),
    [
        ({}, ["decision"]),
        ({"relevance": {"per_criterion": 1}, "currency": {"max_age": {"years": 5}}}, ["decision"]),
        ({"authenticity": {"attested": 1}, "variation": {"types": 1}}, ["variation", "authenticity", "decision"]),
        (
            {"quantity": {"items": 1}, "authenticity": {"attested": 1}, "variation": {"types": 1}},
            ["variation", "quantity", "authenticity", "decision"],
        ),
    ],
)
def test_only_the_rules_given_are_judged_and_the_decision_always_comes_last(demands, names):
    advice = outcome(rubric(evidence=demands), evidence=[item()], assessments=[said(ratings={"A": "voldoende"})])
    assert [rule.rule.value for rule in advice.rules] == names
