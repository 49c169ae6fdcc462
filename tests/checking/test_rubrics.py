"""Rubrics that are right in form and make no sense: decisions, evidence rules, sources and descriptors."""

import pytest
from tests.checking.sense import LEVELS, found, rubric, severities, write
from tests.reading.form.files import put, yaml

from evc.checking.descriptors import nearly_equal
from evc.diagnostics import Severity

AT = ("decision", "at_least")


def in_rubric(tmp_path, text):
    """What is found in a rubric beside its programme, as (code, key path)."""
    return [(code, at) for code, _, at in found(write(tmp_path, o=text))]


TITLES = "title: {nl: O, en: O}\nstatement: {nl: O, en: O}"


def criteria(*mandatory):
    """Criteria A, B, … of which some are mandatory."""
    each_one = (
        f"{{id: {chr(65 + place)}, title: T, mandatory: {str(each).lower()}, {LEVELS}}}"
        for place, each in enumerate(mandatory)
    )
    return f"criteria: [{', '.join(each_one)}]"


@pytest.mark.parametrize(
    ("mandatory", "decision", "expected"),
    [
        ((True, False), "{all: true}", []),
        ((True, False), "{at_least: 1}", [("EVC402", AT)]),
        ((True, True, False), "{at_least: 1}", [("EVC402", AT)]),
        ((True, True, False), "{at_least: 3}", []),
        ((False, False), "{at_least: 1}", []),
        ((True, True), "{at_least: 1}", []),  # nothing is left that could matter
        ((True, False), "{at_least: 3}", [("EVC401", AT)]),  # more than there are is an error of form
    ],
)
def test_every_criterion_has_a_part_in_the_decision(tmp_path, mandatory, decision, expected):
    assert in_rubric(tmp_path, f"{criteria(*mandatory)}\ndecision: {decision}") == expected


@pytest.mark.parametrize(("own", "expected"), [("low", [("EVC403", ("criteria", 0, "pass"))]), ("high", [])])
def test_a_criterion_can_be_failed(tmp_path, own, expected):
    assert in_rubric(tmp_path, f"criteria: [{{id: A, title: A, pass: {own}, {LEVELS}}}]") == expected


def test_a_scale_that_cannot_be_failed_is_said_once(tmp_path):
    folder = write(tmp_path, "scale: {levels: [{id: low, title: L}, {id: high, title: H}], pass: low}")
    assert [code for code, _, _ in found(folder)] == ["EVC504"]


TYPES = ("evidence", "variation", "types")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("{variation: {types: 2}}", []),
        ("{variation: {types: 2}, relevance: {accepts: [video, observation]}}", []),
        ("{variation: {types: 2}, relevance: {accepts: [video]}}", [("EVC411", TYPES)]),
        ("{variation: {contexts: 2}, relevance: {accepts: [video]}}", []),
        ("{variation: {types: 15}}", []),
        ("{variation: {types: 16}}", [("EVC411", TYPES)]),  # there are no more
    ],
)
def test_evidence_rules_can_be_met_together(tmp_path, evidence, expected):
    assert in_rubric(tmp_path, f"evidence: {evidence}") == expected


def test_only_what_cannot_be_met_is_an_error(tmp_path):
    folder = write(tmp_path, o="evidence: {variation: {types: 16}, quantity: {hours: 4}}")
    assert severities(folder) == {"EVC411": Severity.ERROR}


HOURS = ("evidence", "quantity", "hours")


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("{quantity: {hours: 400}}", [("EVC412", HOURS)]),
        ("{quantity: {hours: 400, items: 2}}", [("EVC412", HOURS)]),  # two statements of time are time
        ("{quantity: {hours: 400}, currency: {max_age: {years: 5}}}", [("EVC412", HOURS)]),
        ("{quantity: {items: 3}}", []),
        ("{quantity: {hours: 400}, variation: {contexts: 2}}", []),
        ("{quantity: {hours: 400}, authenticity: {attested: 1}}", []),
        ("{quantity: {hours: 400}, relevance: {accepts: [video]}}", []),
    ],
)
def test_a_rule_asks_learning_and_not_time_alone(tmp_path, evidence, expected):
    assert in_rubric(tmp_path, f"evidence: {evidence}") == expected


def test_an_outcome_names_its_source(tmp_path):
    folder = write(tmp_path)
    put(folder, "p/o.yml", rubric().replace("sources: [{ref: law}]\n", ""))
    assert found(folder) == [("EVC413", "o.yml", ("id",))]


NONE, SOME = ("criteria", 0, "id"), ("criteria", 0, "levels")


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("", [("EVC404", NONE)]),
        (", levels: {low: Gives the answer.}", [("EVC404", SOME)]),
        (", levels: {low: Gives the answer., high: ''}", [("EVC404", SOME)]),
        (", levels: {low: '', high: ' '}", [("EVC404", NONE)]),
        (", levels: {high: Asks on.}", []),  # a single-point rubric: the standard alone
        (", levels: {low: Gives the answer., high: Asks on.}", []),
        (", levels: {high: Asks on., top: Has pupils ask.}", [("EVC404", SOME)]),
    ],
)
def test_levels_have_descriptors(tmp_path, levels, expected):
    scale = "scale: {levels: [{id: low, title: L}, {id: high, title: H}%s], pass: high}"
    more = ", {id: top, title: T}" if "top" in levels else ""
    folder = write(tmp_path, scale % more, o=f"criteria: [{{id: A, title: A{levels}}}]")
    assert [(code, at) for code, _, at in found(folder)] == expected


def test_without_a_programme_a_rubric_is_its_own_measure(tmp_path):
    text = "criteria: [{id: A, title: A, levels: {low: Tells., high: Asks.}}, {id: B, title: B, levels: {low: Waits.}}]"
    put(tmp_path, "o.yml", rubric(text))
    assert found(tmp_path) == [("EVC404", "o.yml", ("criteria", 1, "levels"))]


def test_a_minimal_rubric_is_told_everything_at_once(tmp_path):
    put(tmp_path, "o.yml", yaml("rubric"))
    assert [code for code, _, _ in found(tmp_path)] == ["EVC413", "EVC404", "EVC404"]


HIGH = ("criteria", 0, "levels", "high")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("Asks on.", "Asks on.", [("EVC405", HIGH)]),
        ("Asks  on.", "asks ON.", [("EVC405", HIGH)]),  # the same text
        ("{nl: Vraagt., en: Asks.}", "{nl: Vraagt door., en: Asks.}", [("EVC405", (*HIGH, "en"))]),
        ("{nl: Vraagt., en: Asks.}", "{nl: Vraagt., en: Asks.}", [("EVC405", (*HIGH, "nl"))]),  # one pair, said once
        ("Sometimes asks on.", "Always asks on.", [("EVC406", HIGH)]),
        ("Asks on.", "Has pupils ask each other.", []),
        ("Does not ask on.", "Does ask on.", []),  # a denial is a difference
    ],
)
def test_descriptors_differ(tmp_path, low, high, expected):
    levels = f"{{low: {low}, high: {high}}}"
    text = f"{TITLES}\ncriteria: [{{id: A, title: {{nl: A, en: A}}, levels: {levels}}}]"
    codes = [each for each in in_rubric(tmp_path, text) if each[0] != "EVC601"]
    assert codes == expected


@pytest.mark.parametrize(
    ("first", "second", "near"),
    [
        ("legt de les uit", "legt de les vaak uit", True),
        ("legt de les voldoende uit", "legt de les goed uit", True),
        ("een twee drie vier vijf", "een twee drie vier zes", True),  # four of five
        ("een twee drie vier", "een twee drie vijf", False),  # three of four
        ("legt de les uit", "legt de les niet uit", False),
        ("uit legt les de", "legt de les uit", True),  # order alone tells nobody anything
    ],
)
def test_what_is_nearly_equal(first, second, near):
    assert nearly_equal(first, second) is near
    assert nearly_equal(second, first) is near
