"""An outcome's decision, label, coverage and what it is short of (DESIGN §4, *Outcome*)."""

import pytest
from tests.assessing.cases import RIGHT, WRONG, case, item, outcome, rubric, said

from evc.assessing.decision import decide
from evc.assessing.outcomes import cited_items
from evc.model.rubric import All, AtLeast
from evc.model.verdict import Verdict

VERDICTS = {"+": Verdict.MET, "?": Verdict.OPEN, "-": Verdict.NOT_MET}
ALL = {"all": True}


@pytest.mark.parametrize(
    ("decision", "mandatory", "others", "expected"),
    [
        (All(), "", "+", "+"),
        (All(), "", "+?", "?"),
        (All(), "", "+-", "-"),
        (All(), "", "?-", "-"),
        (All(), "+", "+", "+"),
        (All(), "?", "+", "?"),
        (All(), "+", "-", "-"),  # mandatory or not makes no difference here
        (AtLeast(1), "", "+-", "+"),
        (AtLeast(1), "", "?-", "?"),
        (AtLeast(1), "", "--", "-"),
        (AtLeast(2), "", "+?-", "?"),
        (AtLeast(2), "", "+--", "-"),
        (AtLeast(2), "", "??-", "?"),
        (AtLeast(2), "", "++?", "+"),
        (AtLeast(2), "+", "+-", "+"),  # the mandatory one is one of the two
        (AtLeast(2), "+", "?-", "?"),
        (AtLeast(2), "+", "--", "-"),
        (AtLeast(2), "-", "++", "-"),  # a knock-out, whatever else is met
        (AtLeast(2), "?", "++", "?"),
        (AtLeast(2), "?", "--", "-"),
        (AtLeast(2), "?", "+-", "?"),
        (AtLeast(1), "++", "-", "+"),
        (AtLeast(1), "+?", "-", "?"),
        (AtLeast(1), "+-", "+", "-"),  # each mandatory one, also when fewer would do
        (AtLeast(3), "+", "++", "+"),
        (AtLeast(3), "+", "+?", "?"),
    ],
)
def test_decision(decision, mandatory, others, expected):
    verdicts = [VERDICTS[each] for each in mandatory + others]
    must = [True] * len(mandatory) + [False] * len(others)
    assert decide(decision, must, verdicts) is VERDICTS[expected]
    assert decide(decision, must[::-1], verdicts[::-1]) is VERDICTS[expected]


# A criterion by its evidence and its rating: E or e (cited or not), then + reaches the pass, - does not, ? unrated.
def judged(*criteria, decision=None, evidence=None, mandatory=()):
    by_id = dict(zip("ABC", criteria, strict=False))
    rated = {"+": RIGHT, "-": WRONG}
    return outcome(
        rubric(
            *({"id": each, "mandatory": each in mandatory} for each in by_id),
            decision=decision or ALL,
            evidence=evidence or {},
        ),
        evidence=[item()],
        claims={"o": {each: ["B1"] for each, how in by_id.items() if how[0] == "E"}},
        assessments=[said(ratings={each: rated[how[1]] for each, how in by_id.items() if how[1] in rated})],
    )


ONE, TWO = {"at_least": 1}, {"at_least": 2}
MUCH = {"quantity": {"items": 2}}


@pytest.mark.parametrize(
    ("criteria", "keys", "label", "coverage", "short_of"),
    [
        (["E+"], {}, "demonstrated", "covered", []),
        (["E?"], {}, "open", "covered", []),
        (["E-"], {}, "not-demonstrated", "covered", ["judgement"]),
        (["e+"], {}, "not-demonstrated", "not-covered", ["evidence"]),
        (["e?"], {}, "not-demonstrated", "not-covered", ["evidence"]),
        (["e-"], {}, "not-demonstrated", "not-covered", ["evidence", "judgement"]),
        # of several criteria
        (["E+", "E+"], {}, "demonstrated", "covered", []),
        (["E+", "E?"], {}, "open", "covered", []),
        (["E+", "E-"], {}, "partly-demonstrated", "covered", ["judgement"]),
        (["E?", "E-"], {}, "not-demonstrated", "covered", ["judgement"]),
        (["E-", "E-"], {}, "not-demonstrated", "covered", ["judgement"]),
        (["E+", "e+"], {}, "partly-demonstrated", "partly-covered", ["evidence"]),
        (["E+", "e?"], {}, "partly-demonstrated", "partly-covered", ["evidence"]),
        (["E?", "e?"], {}, "not-demonstrated", "partly-covered", ["evidence"]),
        (["E-", "e?"], {}, "not-demonstrated", "partly-covered", ["evidence", "judgement"]),
        (["E-", "e+"], {}, "not-demonstrated", "partly-covered", ["evidence", "judgement"]),
        (["e?", "e?"], {}, "not-demonstrated", "not-covered", ["evidence"]),
        # a rule that is not met
        (["E+"], {"evidence": MUCH}, "partly-demonstrated", "partly-covered", ["evidence"]),
        (["E?"], {"evidence": MUCH}, "not-demonstrated", "partly-covered", ["evidence"]),
        (["E-"], {"evidence": MUCH}, "not-demonstrated", "partly-covered", ["evidence", "judgement"]),
        (["e+"], {"evidence": MUCH}, "not-demonstrated", "not-covered", ["evidence"]),
        # a decision that leaves room
        (["E+", "e-"], {"decision": ONE}, "demonstrated", "covered", []),
        (["E-", "E?"], {"decision": ONE}, "open", "covered", []),
        (["E-", "e?"], {"decision": ONE}, "not-demonstrated", "covered", ["evidence", "judgement"]),
        (["E-", "E-"], {"decision": ONE}, "not-demonstrated", "covered", ["judgement"]),
        (["e+", "e+"], {"decision": ONE}, "not-demonstrated", "not-covered", ["evidence"]),
        (["E-", "e+"], {"decision": ONE}, "not-demonstrated", "covered", ["evidence", "judgement"]),  # neither alone
        (["E+", "E-", "e+"], {"decision": TWO}, "partly-demonstrated", "covered", ["evidence", "judgement"]),
        (["E+", "E-", "E-"], {"decision": TWO}, "partly-demonstrated", "covered", ["judgement"]),
        (["E+", "e+", "e+"], {"decision": TWO}, "partly-demonstrated", "partly-covered", ["evidence"]),
        (["E+", "E?", "E-"], {"decision": TWO}, "open", "covered", []),
        # a knock-out
        (["E-", "E+", "E+"], {"decision": TWO, "mandatory": "A"}, "partly-demonstrated", "covered", ["judgement"]),
        (
            ["e+", "E+", "E+"],
            {"decision": TWO, "mandatory": "A"},
            "partly-demonstrated",
            "partly-covered",
            ["evidence"],
        ),
        (["E?", "E+", "E+"], {"decision": TWO, "mandatory": "A"}, "open", "covered", []),
    ],
)
def test_label_coverage_and_what_is_lacking(criteria, keys, label, coverage, short_of):
    advice = judged(*criteria, **keys)
    assert (advice.label.value, advice.coverage.value) == (label, coverage)
    assert [each.value for each in advice.short_of] == short_of


def test_an_outcome_that_nobody_claims():
    advice = outcome(rubric(), rubric(name="other"), evidence=[item()], claims={"other": {"A": ["B1"]}})
    assert (advice.label.value, advice.verdict, advice.coverage.value) == ("not-claimed", None, "not-claimed")
    empty = (advice.short_of, advice.criteria, advice.rules, advice.evidence, advice.missing)
    assert empty == ((), (), (), (), ())
    assert advice.account is None


def test_a_claim_that_cites_nothing_is_a_claim():
    advice = outcome(evidence=[item()], claims={"o": {}})
    assert (advice.label.value, advice.coverage.value) == ("not-demonstrated", "not-covered")
    assert advice.evidence == ()


def test_an_outcome_may_be_met_on_evidence_alone():
    advice = outcome(evidence=[item()], programme={"assessors": 0})
    assert advice.label.value == "demonstrated"


@pytest.mark.parametrize(
    ("criteria", "decision", "required", "found", "verdict"),
    [
        (["E+", "E+"], ALL, {"all": True}, {"all": True}, "met"),
        (["E+", "E?"], ALL, {"all": True}, {"all": False}, "open"),
        (["E+", "E-"], ALL, {"all": True}, {"all": False}, "not-met"),
        (["E+", "E-"], ONE, {"at_least": 1}, {"at_least": 1}, "met"),
        (["E+", "E?"], TWO, {"at_least": 2}, {"at_least": 1}, "open"),
        (["E-", "E-"], TWO, {"at_least": 2}, {"at_least": 0}, "not-met"),
    ],
)
def test_the_decision_is_shown_as_a_rule(criteria, decision, required, found, verdict):
    rule = judged(*criteria, decision=decision).rules[-1]
    assert (rule.rule.value, rule.verdict.value, rule.required, rule.found) == ("decision", verdict, required, found)


@pytest.mark.parametrize(
    ("evidence", "rating", "verdict"),
    [
        ([item("B1"), item("B2")], {"A": RIGHT}, "met"),
        ([item("B1")], {"A": RIGHT}, "not-met"),
        ([item("B1"), item("B2")], None, "open"),
        ([item("B1")], None, "not-met"),  # what no rating can mend is not open
    ],
)
def test_the_rules_and_the_decision_must_all_be_met(evidence, rating, verdict):
    advice = outcome(rubric(evidence=MUCH), evidence=evidence, assessments=[said(ratings=rating)])
    assert advice.verdict.value == verdict


def test_cited_items_stand_once_and_as_in_the_portfolio():
    given = case(
        rubric("A", "B"),
        evidence=[item("B3"), item("B1"), item("B2")],
        claims={"o": {"A": ["B1", "B3"], "B": ["B1"]}},
    )
    assert [each.id for each in cited_items(given, given.dossier.claims["o"])] == ["B3", "B1"]


def test_what_the_rubric_says_of_the_outcome_is_passed_on():
    criterion = {"id": "A", "title": {"nl": "Ziet", "en": "Sees"}, "indicators": ["looks"], "levels": {RIGHT: "sees"}}
    advice = outcome(rubric(criterion, version="2.1.0", statement="…", sources=[{"ref": "law", "article": "2"}]))
    assert (advice.version, advice.statement.by_language) == ("2.1.0", {"": "…"})
    assert [(each.ref, each.article.by_language) for each in advice.sources] == [("law", {"": "2"})]
    (shown,) = advice.criteria
    assert shown.title.by_language == {"nl": "Ziet", "en": "Sees"}
    assert [each.by_language for each in shown.indicators] == [{"": "looks"}]
    assert {level: text.by_language for level, text in shown.levels.items()} == {RIGHT: {"": "sees"}}
