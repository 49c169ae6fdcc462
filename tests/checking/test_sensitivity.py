"""A part of a rubric decides in a dossier when the outcome is another without it."""

import pytest
from tests.assessing.cases import RIGHT, WRONG, case, item, rubric, said

from evc.checking.parts import DEMANDS, parts_of
from evc.checking.sensitivity import sensitivity
from evc.language import language
from evc.reporting.sensitivity import render, render_json


def probe(*cases):
    """How often each part was judged, failed and decided over these cases, by its name."""
    found = sensitivity([(each.programme, each.dossier) for each in cases])
    return {use.part: (use.judged, use.failed, use.decided) for use in found.parts}


def rated(*ratings, **keys):
    """A case with two criteria and one item; ratings in the order of the criteria."""
    given = dict(zip(("A", "B", "C"), ratings, strict=False))
    return case(rubric("A", "B", **keys), evidence=[item()], assessments=[said(ratings=given)])


@pytest.mark.parametrize(
    ("ratings", "a", "b"),
    [
        ((RIGHT, RIGHT), (1, 0, 0), (1, 0, 0)),  # either could be left out
        ((WRONG, RIGHT), (1, 1, 1), (1, 0, 0)),
        ((WRONG, WRONG), (1, 1, 0), (1, 1, 0)),  # together in the way: neither alone
        ((RIGHT,), (1, 0, 0), (1, 1, 1)),  # an open criterion decides too
    ],
)
def test_a_criterion_under_all(ratings, a, b):
    found = probe(rated(*ratings))
    assert (found["A"], found["B"]) == (a, b)


@pytest.mark.parametrize(
    ("ratings", "a", "b"),
    [
        ((RIGHT, RIGHT), 0, 0),
        ((RIGHT, WRONG), 1, 0),  # the one that is met carries the outcome
        ((WRONG, WRONG), 1, 1),  # either would have been enough
    ],
)
def test_a_criterion_under_at_least_one(ratings, a, b):
    found = probe(rated(*ratings, decision={"at_least": 1}))
    assert (found["A"][2], found["B"][2]) == (a, b)


def test_a_knock_out_is_tried_apart_from_its_criterion():
    criteria = rubric({"id": "A", "mandatory": True}, "B", decision={"at_least": 1})
    found = probe(case(criteria, evidence=[item()], assessments=[said(ratings={"A": WRONG, "B": RIGHT})]))
    assert found["A.mandatory"] == (1, 1, 1)
    assert "B.mandatory" not in found
    under_all = rubric({"id": "A", "mandatory": True})
    assert "A.mandatory" not in probe(case(under_all, evidence=[item()]))


@pytest.mark.parametrize(
    ("name", "evidence", "items", "failed", "decided"),
    [
        ("variation.types", {"variation": {"types": 2}}, [item()], 1, 1),
        ("variation.types", {"variation": {"types": 2}}, [item(), item("B2", type="video")], 0, 0),
        ("variation.contexts", {"variation": {"contexts": 1}}, [item()], 1, 1),
        ("quantity.items", {"quantity": {"items": 2}}, [item()], 1, 1),
        ("quantity.hours", {"quantity": {"hours": 40}}, [item(hours=39)], 1, 1),
        ("quantity.hours", {"quantity": {"hours": 40}}, [item(hours=40)], 0, 0),
        ("authenticity.attested", {"authenticity": {"attested": 1}}, [item()], 1, 1),
        ("currency.max_age", {"currency": {"max_age": {"years": 1}}}, [item(issued="2020-01-01")], 1, 1),
        ("currency.max_age", {"currency": {"max_age": {"years": 1}}}, [item(), item("B2", issued="2020-01-01")], 1, 0),
        ("relevance.accepts", {"relevance": {"accepts": ["video"]}}, [item()], 1, 1),
        ("relevance.per_criterion", {"relevance": {"per_criterion": 2}}, [item()], 1, 1),
        ("relevance.per_criterion", {"relevance": {"per_criterion": 1}}, [item()], 0, 0),
    ],
)
def test_what_is_asked_of_evidence(name, evidence, items, failed, decided):
    given = case(rubric(evidence=evidence), evidence=items, assessments=[said(ratings={"A": RIGHT})])
    assert probe(given)[name] == (1, failed, decided)


def test_two_keys_of_one_rule_in_the_way_together_decide_neither():
    given = rubric(evidence={"quantity": {"items": 2, "hours": 40}})
    found = probe(case(given, evidence=[item()], assessments=[said(ratings={"A": RIGHT})]))
    assert found["quantity.items"] == found["quantity.hours"] == (1, 1, 0)


def test_coverage_counts_where_nobody_has_rated_yet():
    given = case(rubric(evidence={"quantity": {"items": 2}}), evidence=[item()])
    assert probe(given)["quantity.items"] == (1, 1, 1)


def test_counts_add_up_over_dossiers():
    assert probe(rated(RIGHT, RIGHT), rated(WRONG, RIGHT), rated(WRONG, WRONG))["A"] == (3, 2, 1)


def test_a_key_that_is_not_given_is_no_part():
    names = [part.name for part in parts_of(rated(RIGHT).programme.rubrics["o"])]
    assert names == ["A", "B", "relevance.per_criterion"]
    assert len({demand.name for demand in DEMANDS}) == len(DEMANDS)


def test_outcomes_that_nobody_claims_are_named():
    given = case(rubric(), rubric(name="o2"), evidence=[item()])
    found = sensitivity([(given.programme, given.dossier)])
    assert found.untried == (("p", "o2"),)
    assert {use.outcome for use in found.parts} == {"o"}


def test_no_dossiers():
    assert sensitivity([]).parts == ()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_in_words_what_never_decides_comes_first(code):
    given = rated(WRONG, RIGHT)
    found = sensitivity([(given.programme, given.dossier)])
    said_ = render(found, language(code))
    assert "{" not in said_
    assert said_.index("criteri") < said_.index(" A ")
    lines = said_.splitlines()
    assert lines.index(language(code).say("sensitivity.never")) < lines.index(language(code).say("sensitivity.decides"))
    assert '"never": 2' in render_json(found)
