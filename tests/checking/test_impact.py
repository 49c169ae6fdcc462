"""What another version of the rubrics does to an advice, and the rule that did it."""

import pytest
from tests.assessing.cases import RIGHT, WRONG, advise, item, rubric, said, unit

from evc.checking.impact import advice_change, turns
from evc.language import language
from evc.model.impact import CriterionCause, Impact, UnitCause
from evc.reporting.impact import render
from evc.reporting.impact_json import render as render_json

RATED = {"evidence": [item()], "assessments": [said(ratings={"A": RIGHT, "B": RIGHT})]}
DIPLOMA = item("D", type="diploma", qualification="q")


def change(old, new, **keys):
    """The change between two versions of a rubric for one and the same dossier."""
    return advice_change("d", advise(old, **{**RATED, **keys}), advise(new, **{**RATED, **keys}))


def outcome(old, new, **keys):
    """The change of the one outcome."""
    return change(old, new, **keys).units[0].outcomes[0]


def test_nothing_changes():
    assert change(rubric("A"), rubric("A")) is None


def test_words_and_versions_are_no_change():
    assert change(rubric("A"), rubric("A", version="2.0.0", title="other", statement="other")) is None


def test_a_demand_that_is_still_met_is_no_change():
    assert change(rubric(), rubric(evidence={"quantity": {"items": 1}})) is None


@pytest.mark.parametrize(
    ("old", "new", "rule", "before", "after"),
    [
        ({}, {"quantity": {"items": 2}}, "quantity", None, {"items": 2}),
        ({"quantity": {"items": 1}}, {"quantity": {"items": 2}}, "quantity", {"items": 1}, {"items": 2}),
        ({"quantity": {"items": 2}}, {}, "quantity", {"items": 2}, None),
        ({}, {"variation": {"contexts": 1}}, "variation", None, {"contexts": 1}),
        ({}, {"authenticity": {"attested": 1}}, "authenticity", None, {"attested": 1}),
    ],
)
def test_the_rule_that_did_it(old, new, rule, before, after):
    found = outcome(rubric(evidence=old), rubric(evidence=new))
    (moved,) = found.rules
    given = moved.before or moved.after
    assert given.rule.value == rule
    assert (moved.before and moved.before.required, moved.after and moved.after.required) == (before, after)
    assert found.criteria == ()


@pytest.mark.parametrize(
    ("old", "new", "keys", "causes"),
    [
        ([{"id": "A"}], [{"id": "A", "pass": "goed"}], {}, [CriterionCause.PASS]),
        ([{"id": "A"}], [{"id": "A"}, {"id": "B"}], {}, [CriterionCause.ADDED]),
        ([{"id": "A"}, {"id": "B"}], [{"id": "A"}], {}, [CriterionCause.REMOVED]),
    ],
)
def test_the_criterion_that_did_it(old, new, keys, causes):
    claims = {"o": {"A": ["B1"]}}
    found = outcome(rubric(*old), rubric(*new), claims=claims, **keys)
    assert [list(moved.causes) for moved in found.criteria] == [causes]


def test_a_criterion_that_becomes_mandatory():
    criteria = ({"id": "A", "mandatory": True}, "B")
    ratings = [said(ratings={"A": WRONG, "B": RIGHT})]
    found = outcome(rubric("A", "B", decision={"at_least": 1}), rubric(*criteria, decision={"at_least": 1}),
                    assessments=ratings)  # fmt: skip
    assert [(moved.after.id, moved.causes) for moved in found.criteria] == [("A", (CriterionCause.MANDATORY,))]


def test_more_items_asked_for_each_criterion():
    found = outcome(rubric(), rubric(evidence={"relevance": {"per_criterion": 2}}))
    assert [moved.causes for moved in found.criteria] == [(CriterionCause.ITEMS_ASKED,)]


def test_an_item_that_no_longer_counts_is_named():
    found = outcome(rubric(), rubric(evidence={"relevance": {"accepts": ["video"]}}))
    assert [moved.causes for moved in found.criteria] == [(CriterionCause.ITEMS_COUNTED,)]
    assert [(moved.after.id, moved.after.reason.value) for moved in found.items] == [("B1", "type-not-accepted")]


def test_the_decision_that_did_it():
    ratings = [said(ratings={"A": WRONG, "B": RIGHT})]
    found = outcome(rubric("A", "B"), rubric("A", "B", decision={"at_least": 1}), assessments=ratings)
    assert [moved.after.required for moved in found.rules] == [{"at_least": 1}]
    assert found.criteria == ()


def test_coverage_alone_is_a_change():
    """Nobody rated: the verdict stays not-met or open, and the coverage tells."""
    ratings = [said(ratings={"A": WRONG})]
    found = outcome(rubric(), rubric(evidence={"quantity": {"items": 2}}), assessments=ratings)
    assert (found.before.verdict, found.before.coverage.value) == (found.after.verdict, "covered")
    assert found.after.coverage.value == "partly-covered"
    assert [moved.after.rule.value for moved in found.rules] == ["quantity"]


@pytest.mark.parametrize(
    ("old", "new", "causes"),
    [
        ({}, {"assessors": 2}, [CriterionCause.RATINGS]),
    ],
)
def test_a_programme_that_counts_ratings_otherwise(old, new, causes):
    both = {**RATED, "assessments": [said(ratings={"A": RIGHT})]}
    found = advice_change("d", advise(programme=old, **both), advise(programme=new, **both))
    assert [list(moved.causes) for moved in found.units[0].outcomes[0].criteria] == [causes]


QUALIFIED = {"qualifications": [{"id": "q", "title": "q"}]}


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ({}, {"exemptible": False}, UnitCause.EXEMPTIBLE),
        ({}, {"credits": 20}, UnitCause.CREDITS),
        ({"exempt_for": ["q"]}, {}, UnitCause.PROOF),
    ],
)
def test_what_of_the_unit_itself_did_it(old, new, cause):
    keys = {
        "evidence": [item(), DIPLOMA],
        "claims": {"o": {"A": ["B1"]}},
        "programme": QUALIFIED,
        "assessments": [said(ratings={"A": RIGHT}, verified={"D": {"remark": "seen"}})],
    }
    before, after = (advise(units=[unit(**each)], **keys) for each in (old, new))
    found = advice_change("d", before, after)
    assert cause in found.units[0].causes
    assert found.units[0].outcomes == ()


def test_other_evidence_that_counts_changes_the_ground_of_an_award():
    keys = {**RATED, "evidence": [item(), item("D", type="diploma")]}
    new = rubric(evidence={"relevance": {"accepts": ["diploma"]}})
    found = advice_change("d", advise(rubric(), **keys), advise(new, **keys))
    assert found.units[0].causes == (UnitCause.EVIDENCE_COUNTED,)
    assert (found.units[0].before.basis.value, found.units[0].after.basis.value) == ("validation", "exemption")


def test_an_outcome_that_moves_to_another_unit_stands_under_the_new_one():
    rubrics = (rubric("A"), rubric("A", name="o2"))
    old = advise(*rubrics, units=[unit("U", ["o"]), unit("V", ["o2"])], **RATED)
    new = advise(*rubrics, units=[unit("U", ["o2"]), unit("V", ["o"])], **RATED)
    found = advice_change("d", old, new)
    assert [(each.id, each.causes) for each in found.units] == [
        ("U", (UnitCause.OUTCOMES_LISTED,)),
        ("V", (UnitCause.OUTCOMES_LISTED,)),
    ]


def test_a_unit_that_nobody_claims_may_come_and_go():
    rubrics = (rubric("A"), rubric("A", name="o2"))
    old = advise(*rubrics, units=[unit("U", ["o"])], **RATED)
    new = advise(*rubrics, units=[unit("U", ["o"]), unit("V", ["o2"])], **RATED)
    assert advice_change("d", old, new) is None
    assert advice_change("d", new, old) is None


def test_a_unit_that_was_advised_and_is_gone():
    rubrics = (rubric("A"), rubric("A", name="o2"))
    old = advise(*rubrics, units=[unit("U", ["o"]), unit("V", ["o2"])], **RATED)
    new = advise(*rubrics, units=[unit("V", ["o2"])], **RATED)
    (found,) = advice_change("d", old, new).units
    assert (found.id, found.after, found.causes) == ("U", None, (UnitCause.REMOVED,))
    assert turns([advice_change("d", old, new)]) == {("award", None): 1}


def test_credits_of_the_programme_alone():
    found = advice_change("d", advise(**RATED), advise(programme={"credits": 180}, **RATED))
    assert found.units == ()


def test_turns_are_counted_the_commonest_first():
    lost = change(rubric(), rubric(evidence={"quantity": {"items": 2}}))
    won = change(rubric(evidence={"quantity": {"items": 2}}), rubric())
    assert list(turns([won, lost, lost]).items()) == [(("award", "partial"), 2), (("partial", "award"), 1)]


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("ascii_", [True, False])
def test_every_cause_has_its_words(code, ascii_):
    changes = (
        change(rubric(), rubric(evidence={"quantity": {"items": 2}})),
        change(rubric(), rubric(evidence={"relevance": {"accepts": ["video"]}})),
        change(rubric(evidence={"relevance": {"accepts": ["video"]}}), rubric()),
        change(rubric("A"), rubric("A", "B")),
        change(rubric("A", "B"), rubric("A")),
        change(rubric(), rubric({"id": "A", "pass": "goed"})),
        advice_change("d", advise(**RATED), advise(programme={"assessors": 2}, **RATED)),
        advice_change("d", advise(**RATED), advise(units=[unit(credits=20)], **RATED)),
        advice_change("d", advise(**RATED), advise(programme={"credits": 180}, **RATED)),
        change(rubric("A", "B", decision={"at_least": 1}),
               rubric({"id": "A", "mandatory": True}, "B", decision={"at_least": 1}),
               assessments=[said(ratings={"A": WRONG, "B": RIGHT})]),
        change(rubric(), rubric(evidence={"quantity": {"items": 2}}), assessments=[said(ratings={"A": WRONG})]),
    )  # fmt: skip
    impact = Impact("old", "new", 12, changes, (), turns(changes))
    spoken = language(code)
    shown = render(impact, spoken, ascii=ascii_)
    assert "{" not in shown
    assert "impact." not in shown
    assert ("→" in shown) != ascii_
    assert render_json(impact, spoken).startswith('{\n  "format": "evc/impact@1"')


@pytest.mark.parametrize("cause", UnitCause)
@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_cause_of_a_unit_is_in_the_catalogue(cause, code):
    assert language(code).knows(f"impact.unit.{cause.value}")
