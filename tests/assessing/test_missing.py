"""The evidence that would make an outcome met: mended, attested, cited, added, in this order (DESIGN §4, *missing*)."""

from decimal import Decimal

import pytest
from tests.assessing.cases import MISMATCH, MISSING, RIGHT, item, outcome, rubric, said, shown

X = {"name": "X"}
RATED = [said(ratings={"A": RIGHT, "B": RIGHT, "C": RIGHT})]


def plan(*rubrics, assessments=RATED, **keys):
    return shown(outcome(*rubrics, assessments=assessments, **keys).missing)


def mend(evidence, reason):
    return ("mend-item", {"evidence": evidence, "reason": reason})


def attest(evidence):
    return ("attest-item", {"evidence": evidence})


def cite(evidence, *criteria):
    return ("cite-item", {"evidence": evidence, "criteria": criteria})


def add(*criteria, **keys):
    return ("add-item", {"criteria": criteria, **keys})


def cannot(rule):
    return ("cannot-be-met", {"rule": rule})


def asks(**demands):
    return rubric("A", evidence=demands)


def both(**demands):
    return rubric("A", "B", evidence=demands)


def test_nothing_is_missing_of_what_is_met():
    assert plan(evidence=[item()]) == []


def test_nothing_is_missing_of_what_nobody_claims():
    assert plan(rubric(), rubric(name="other"), claims={"other": {}}) == []


FIVE_YEARS, ONLY_VIDEO = {"max_age": {"years": 5}}, {"accepts": ["video"]}
REJECTED = {"B1": {"reason": "other", "remark": "…"}}


@pytest.mark.parametrize(
    ("keys", "demands", "more", "reason"),
    [
        ({}, {}, {"assessments": [{**RATED[0], "rejected": REJECTED}]}, "rejected"),
        ({}, {}, {"found": {"B1": MISSING}}, "file-missing"),
        ({}, {}, {"found": {"B1": MISMATCH}}, "file-mismatch"),
        ({"issued": "2027-01-01"}, {}, {}, "future"),
        ({"group": True}, {}, {}, "own-share-missing"),
        ({"issued": "2020-01-01"}, {"currency": FIVE_YEARS}, {}, "outdated"),
        ({}, {"relevance": ONLY_VIDEO}, {}, "type-not-accepted"),
    ],
)
def test_a_cited_item_with_one_fault_is_mended(keys, demands, more, reason):
    assert plan(asks(**demands), evidence=[item(**keys)], **more) == [mend("B1", reason)]


def test_an_item_with_two_faults_is_replaced():
    assert plan(evidence=[item(group=True, issued="2027-01-01")]) == [add("A")]


def test_an_item_that_is_not_needed_is_not_mended():
    demands = {"quantity": {"items": 2}}
    evidence = [item("B1"), item("B2", group=True), item("B3", group=True)]
    assert plan(asks(**demands), evidence=evidence) == [mend("B2", "own-share-missing")]


def test_an_item_that_brings_nothing_nearer_is_not_mended():
    evidence = [item("B1", hours=4), item("B2", group=True)]
    assert plan(asks(quantity={"hours": 10}), evidence=evidence) == [add("A", hours=6)]


@pytest.mark.parametrize(
    ("demands", "keys"),
    [
        ({"variation": {"types": 2}}, {"type": "video"}),
        ({"variation": {"contexts": 2}}, {"context": "b"}),
        ({"quantity": {"items": 2}}, {}),
        ({"quantity": {"hours": 10}}, {"hours": 6}),
        ({"authenticity": {"attested": 2}}, {"attested_by": X}),
        ({"relevance": {"per_criterion": 2}}, {}),
    ],
)
@pytest.mark.parametrize(
    ("fault", "cited", "expected"),
    [
        ({"group": True}, ["B1", "B2"], mend("B2", "own-share-missing")),
        ({}, ["B1"], cite("B2", "A")),
    ],
)
def test_mending_or_citing_helps_every_rule(demands, keys, fault, cited, expected):
    evidence = [item("B1", context="a", hours=4, attested_by=X), item("B2", **keys, **fault)]
    assert plan(asks(**demands), evidence=evidence, claims={"o": {"A": cited}}) == [expected]


@pytest.mark.parametrize(
    ("count", "evidence", "expected"),
    [
        (1, [item()], [attest("B1")]),
        (1, [item("B1"), item("B2")], [attest("B1")]),
        (2, [item("B1"), item("B2", attested_by=X), item("B3")], [attest("B1")]),
        (2, [item("B1"), item("B2")], [attest("B1"), attest("B2")]),
        (1, [item(attested_by={"name": "noor  verhage"})], [attest("B1")]),  # by another than the candidate
        (1, [item(group=True)], [mend("B1", "own-share-missing"), attest("B1")]),
        (2, [item()], [attest("B1"), add("A", attested=True)]),
    ],
)
def test_attesting(count, evidence, expected):
    who = {"candidate": {"id": "K-1", "name": "Noor Verhage"}}
    assert plan(asks(authenticity={"attested": count}), evidence=evidence, portfolio=who) == expected


def test_an_item_that_is_cited_for_a_rule_may_have_to_be_attested_too():
    demands = {"authenticity": {"attested": 2}, "quantity": {"items": 2}}
    evidence = [item("B1"), item("B2")]
    found = plan(asks(**demands), evidence=evidence, claims={"o": {"A": ["B1"]}})
    assert sorted(found, key=str) == [attest("B1"), attest("B2"), cite("B2", "A")]


@pytest.mark.parametrize(
    ("evidence", "cited", "expected"),
    [
        ([item("B1")], {"A": ["B1"]}, [cite("B1", "B")]),  # what counts already
        ([item("B1")], {}, [cite("B1", "A", "B")]),  # what stands in the portfolio; once for all criteria
        ([item("B1"), item("B2")], {"A": ["B2"]}, [cite("B2", "B")]),  # first what counts for the outcome already
        ([item("B1", group=True)], {"A": ["B1"]}, [mend("B1", "own-share-missing"), cite("B1", "B")]),
        ([item("B1", group=True)], {}, [add("A", "B")]),  # what nobody cites is not mended for it
        ([item("B1", group=True), item("B2")], {}, [cite("B2", "A", "B")]),
    ],
)
def test_citing(evidence, cited, expected):
    found = plan(both(), evidence=evidence, claims={"o": cited})
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_an_item_cited_for_a_rule_alone_goes_to_the_criterion_with_the_least_evidence():
    evidence = [item("B1"), item("B2"), item("B3")]
    cited = {"A": ["B1", "B2"], "B": ["B1"]}
    assert plan(both(quantity={"items": 3}), evidence=evidence, claims={"o": cited}) == [cite("B3", "B")]


@pytest.mark.parametrize(
    ("demands", "evidence", "expected"),
    [
        ({}, [], [add("A", "B")]),  # one item serves every criterion it can
        ({"relevance": {"per_criterion": 2}}, [], [add("A", "B"), add("A", "B")]),
        ({"relevance": {"per_criterion": 2}}, [item()], [add("A", "B")]),
        ({"quantity": {"items": 2}}, [item()], [add("A")]),
        ({"quantity": {"items": 3}}, [item()], [add("A"), add("A")]),
        ({"quantity": {"hours": 10}}, [item(hours=Decimal("2.5"))], [add("A", hours=Decimal("7.5"))]),
        ({"variation": {"types": 2}}, [item()], [add("A", type="diploma")]),
        ({"variation": {"types": 2}}, [item(type="diploma")], [add("A", type="certificate")]),
        ({"variation": {"types": 3}}, [item()], [add("A", type="diploma"), add("A", type="certificate")]),
        (
            {"variation": {"types": 2}, "relevance": {"accepts": ["work-product", "video"]}},
            [item()],
            [add("A", type="video")],
        ),
        ({"variation": {"contexts": 1}}, [item()], [add("A", new_context=True)]),
        (
            {"variation": {"contexts": 3}},
            [item(context="a")],
            [add("A", new_context=True), add("A", new_context=True)],
        ),
        # what several rules ask, one item brings
        (
            {
                "variation": {"types": 2, "contexts": 2},
                "quantity": {"items": 2, "hours": 9},
                "authenticity": {"attested": 2},
            },
            [item(context="a", hours=4, attested_by=X)],
            [add("A", type="diploma", new_context=True, hours=5, attested=True)],
        ),
        # the first carries the most, so that the fewest are needed
        (
            {"variation": {"types": 2, "contexts": 3}, "quantity": {"hours": 9}},
            [item(context="a", hours=4)],
            [add("A", type="diploma", new_context=True, hours=5), add("A", new_context=True)],
        ),
    ],
)
def test_adding(demands, evidence, expected):
    assert plan(both(**demands), evidence=evidence) == expected


def test_an_item_added_for_one_criterion_serves_the_rules_too():
    evidence = [item("B1")]
    demands = {"quantity": {"items": 2}, "relevance": {"per_criterion": 2}}
    assert plan(asks(**demands), evidence=evidence) == [add("A")]


def test_mending_comes_before_citing_before_adding():
    evidence = [item("B1", group=True), item("B2")]
    found = plan(asks(relevance={"per_criterion": 3}), evidence=evidence, claims={"o": {"A": ["B1"]}})
    assert found == [mend("B1", "own-share-missing"), cite("B2", "A"), add("A")]


def test_what_an_added_item_brings_anyway_is_not_mended_or_cited_for():
    evidence = [item("B1"), item("B2", type="video")]
    demands = {"relevance": {"per_criterion": 2}, "variation": {"types": 2}}
    found = plan(both(**demands), evidence=evidence, claims={"o": {"A": ["B1", "B2"], "B": []}})
    assert found == [cite("B1", "B"), cite("B2", "B")]


@pytest.mark.parametrize(
    ("demands", "rule"),
    [
        ({"variation": {"types": 2}, "relevance": {"accepts": ["work-product"]}}, "variation"),
        ({"variation": {"types": 3}, "relevance": {"accepts": ["work-product", "video"]}}, "variation"),
        ({"variation": {"types": 16}}, "variation"),  # there are fifteen
        ({"variation": {"contexts": 20_000}}, "variation"),
        ({"quantity": {"items": 20_000}}, "quantity"),
        ({"authenticity": {"attested": 20_000}}, "authenticity"),
        ({"relevance": {"per_criterion": 20_000}}, "relevance"),
        ({"relevance": {"per_criterion": 10_001}}, "relevance"),  # more than a portfolio can hold
    ],
)
def test_what_no_dossier_could_meet(demands, rule):
    assert plan(asks(**demands), evidence=[item()]) == [cannot(rule)]


@pytest.mark.parametrize(
    ("demands", "count"),
    [
        ({"variation": {"types": 15}}, 14),
        ({"relevance": {"per_criterion": 250}}, 249),
        ({"relevance": {"per_criterion": 10_000}}, 9_999),
        ({"quantity": {"hours": 100_000}}, 1),
    ],
)
def test_much_can_be_asked(demands, count):
    assert len(plan(asks(**demands), evidence=[item()])) == count


def test_a_type_that_is_not_accepted_can_still_be_waived():
    demands = {"variation": {"types": 2}, "relevance": {"accepts": ["video"]}}
    evidence = [item("B1", type="video"), item("B2")]
    assert plan(asks(**demands), evidence=evidence) == [mend("B2", "type-not-accepted")]
