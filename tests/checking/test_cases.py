"""Golden cases: a dossier that says what must come of it is a test of the rubric it is judged by."""

import json
import shutil
from pathlib import Path

import pytest
from tests.reading.form.files import put, write

from evc.assessing import assess
from evc.checking.cases import check_cases
from evc.diagnostics import Where
from evc.language import language
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.diagnostics.words import message
from evc.reporting.json_ import render

ROOT = Path(__file__).parents[2]
BOTH = "claims: [{outcome: o, supports: {A: [B1], B: [B1]}}]"


def run(folder, expected=None):
    """The cases of a folder, with what the one dossier in it expects."""
    if expected is not None:
        put(folder, "dossier/expected.yml", f"format: evc/expected@1\n{expected}\n")
    return check_cases(folder, Library(given=folder / "rubrics"))


def found(folder, expected):
    """What differs, as code, key path and facts."""
    return [(each.problem.code, each.problem.at, each.problem.data)
            for each in run(folder, expected).checked.diagnostics]  # fmt: skip


@pytest.mark.parametrize("folder", sorted((ROOT / "rubrics").glob("*/cases/*")), ids=lambda path: path.name)
def test_every_case_beside_the_rubrics_is_as_expected(folder):
    cases = check_cases(folder, Library())
    assert (cases.run, cases.as_expected) == (1, 1), cases.checked.diagnostics


def test_the_examples_still_come_out_as_their_advice():
    cases = check_cases(ROOT / "examples", Library())
    assert cases.run == cases.as_expected == len(list((ROOT / "examples").glob("*/advice.json")))


@pytest.mark.parametrize(
    ("expected", "code", "at", "facts"),
    [
        ("units: {U: none}", "EVC421", ("units", "U"), {"unit": "U", "found": "award", "by": ("validation",)}),
        (
            "outcomes: {o: open}", "EVC422", ("outcomes", "o"),
            {"outcome": "o", "found": "demonstrated", "kind": "clear"},
        ),
        (
            "criteria: {o: {A: not-met}}", "EVC423", ("criteria", "o", "A"),
            {"outcome": "o", "criterion": "A", "found": "met", "by": ("A-1 high", "pass high")},
        ),
    ],
)  # fmt: skip
def test_a_difference_stands_at_its_key_and_says_what_decided(tmp_path, expected, code, at, facts):
    write(tmp_path, portfolio=BOTH)
    wish = expected.strip("}").split(": ")[-1]
    assert found(tmp_path, expected) == [(code, at, {**facts, "expected": wish})]


@pytest.mark.parametrize(
    ("files", "label", "by"),
    [
        ({"rubric": "evidence: {quantity: {items: 3}}"}, "partly-demonstrated", ("quantity (items 1/3)",)),
        ({"rubric": "evidence: {quantity: {hours: 7.50}}"}, "partly-demonstrated", ("quantity (hours 0/7.5)",)),
        ({"assessment": "ratings: {o: {A: high, B: low}}"}, "partly-demonstrated", ("B (not-met)",)),
        ({"assessment": "ratings: {o: {A: high}}"}, "open", ("B (open)",)),
        (
            {"assessment": "ratings: {o: {A: low, B: low}}", "rubric": "decision: {at_least: 1}"},
            "not-demonstrated",
            ("decision (at_least 0/1)", "A (not-met)", "B (not-met)"),
        ),
    ],
)
def test_the_rules_and_criteria_that_decided_an_outcome(tmp_path, files, label, by):
    write(tmp_path, portfolio=BOTH, **files)
    ((_, _, facts),) = found(tmp_path, "outcomes: {o: demonstrated}")
    assert (facts["found"], facts["by"]) == (label, by)


@pytest.mark.parametrize(
    ("files", "verdict", "by"),
    [
        ({"portfolio": "claims: [{outcome: o, supports: {}}]"}, "not-met", ("too-few-items (0/1)",)),
        ({"assessment": "ratings: {o: {B: high}}"}, "open", ("too-few-ratings (0/1)",)),
        ({"assessment": "ratings: {o: {A: low}}"}, "not-met", ("below-pass (low; pass high)",)),
        (
            {"assessment": "ratings: {o: {A: low}}", "dossier__two": ""},
            "open",
            ("disagreement",),
        ),
    ],
)
def test_the_reasons_that_decided_a_criterion(tmp_path, files, verdict, by):
    two = files.pop("dossier__two", None)
    write(tmp_path, **{"portfolio": BOTH, **files})
    if two is not None:
        text = (tmp_path / "dossier/assessments/A-1.yml").read_text().replace("A-1", "A-2").replace("low", "high")
        put(tmp_path, "dossier/assessments/A-2.yml", text)
    ((_, _, facts),) = found(tmp_path, "criteria: {o: {A: met}}")
    assert (facts["found"], facts["by"]) == (verdict, by)


def test_what_is_not_claimed_is_said_as_such(tmp_path):
    write(
        tmp_path,
        portfolio="claims: []\nevidence: []",
    )
    expected = "outcomes: {o: demonstrated}\ncriteria: {o: {A: met}}"
    kinds = [(code, facts["found"], facts["kind"]) for code, _, facts in found(tmp_path, expected)]
    assert kinds == [("EVC422", "not-claimed", "not-claimed"), ("EVC423", "not-claimed", "not-claimed")]


@pytest.mark.parametrize(
    ("expected", "code", "at", "near"),
    [
        ("units: {UU: none}", "EVC306", ("units", "UU"), "U"),
        ("outcomes: {O: open}", "EVC302", ("outcomes", "O"), "o"),
        ("criteria: {O: {A: met}}", "EVC302", ("criteria", "O"), "o"),
        ("criteria: {o: {a: met}}", "EVC303", ("criteria", "o", "a"), "A"),
    ],
)
def test_an_unknown_id_is_pointed_at_with_the_one_that_was_meant(tmp_path, expected, code, at, near):
    write(tmp_path, portfolio=BOTH)
    (only,) = run(tmp_path, expected).checked.diagnostics
    assert (only.problem.code, only.problem.at, only.problem.where) == (code, at, Where.KEY)
    assert only.problem.data["near"] == near
    assert only.spot.line == 2


@pytest.mark.parametrize(
    ("expected", "code"),
    [
        ("", "EVC204"),  # it expects nothing
        ("about: words", "EVC204"),
        ("units: {U: awarded}", "EVC207"),
        ("units: {}", "EVC211"),
        ("outcomes: {o: met}", "EVC207"),
        ("criteria: {o: {A: demonstrated}}", "EVC207"),
        ("outcome: {o: open}\nunits: {U: award}", "EVC203"),
        ("on: 2026-02-30\nunits: {U: award}", "EVC209"),
        ("units: [", "EVC105"),
    ],
)
def test_an_expectation_is_read_strictly(tmp_path, expected, code):
    write(tmp_path, portfolio=BOTH)
    cases = run(tmp_path, expected)
    assert [each.problem.code for each in cases.checked.diagnostics] == [code]
    assert (cases.run, cases.as_expected) == (1, 0)


def test_on_is_the_day_of_judging(tmp_path):
    write(tmp_path, portfolio=BOTH, rubric="evidence: {currency: {max_age: {years: 1}}}")
    assert found(tmp_path, "outcomes: {o: demonstrated}") == []
    later = found(tmp_path, "on: 2030-01-01\noutcomes: {o: demonstrated}")
    assert [facts["found"] for _, _, facts in later] == ["not-demonstrated"]


def test_a_dossier_with_an_error_of_form_is_no_success(tmp_path):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B9]}}]")
    cases = run(tmp_path, "units: {U: none}")
    assert [each.problem.code for each in cases.checked.diagnostics] == ["EVC301"]
    assert (cases.run, cases.as_expected) == (1, 0)


def test_an_expectation_without_a_dossier_is_no_success(tmp_path):
    write(tmp_path)
    put(tmp_path, "lonely/expected.yml", "format: evc/expected@1\nunits: {U: none}\n")
    cases = run(tmp_path)
    assert [each.problem.code for each in cases.checked.diagnostics] == ["EVC117"]
    assert (cases.run, cases.as_expected) == (1, 0)


def test_two_expectations_of_one_name_are_an_error(tmp_path):
    write(tmp_path, portfolio=BOTH)
    put(tmp_path, "dossier/expected.yaml", "format: evc/expected@1\nunits: {U: award}\n")
    assert [code for code, _, _ in found(tmp_path, "units: {U: award}")] == ["EVC321"]


def test_weak_evidence_in_a_case_is_not_warned_of(tmp_path):
    write(tmp_path, portfolio="evidence: [{id: B1, type: video, title: B, issued: 2030-01-01}]")
    assert found(tmp_path, "outcomes: {o: not-demonstrated}") == []


def test_a_dossier_that_expects_nothing_is_no_case(tmp_path):
    write(tmp_path)
    assert run(tmp_path).run == 0


def test_an_advice_is_compared_verdict_by_verdict_and_pointed_into(tmp_path):
    write(tmp_path, portfolio=BOTH)
    read = read_dossier(tmp_path / "dossier", Library(given=tmp_path / "rubrics")).value
    advice = tmp_path / "dossier/advice.json"
    advice.write_bytes(render(assess(read.programme, read.dossier), language("nl")))
    assert run(tmp_path).as_expected == 1
    document = json.loads(advice.read_text("utf-8"))
    document["units"][0]["outcomes"][0]["label"] = "open"
    document["units"][0]["outcomes"][0]["criteria"][1]["verdict"] = "open"
    document["units"][0]["outcomes"][0]["criteria"][0]["id"] = "AA"
    advice.write_text(json.dumps(document, indent=2), "utf-8")
    outcome = ("units", 0, "outcomes", 0)
    diagnostics = run(tmp_path).checked.diagnostics
    assert [(each.problem.code, each.problem.at) for each in diagnostics] == [
        ("EVC422", (*outcome, "label")),
        ("EVC303", (*outcome, "criteria", 0, "id")),
        ("EVC423", (*outcome, "criteria", 1, "verdict")),
    ]
    lines = advice.read_text("utf-8").split("\n")
    assert '"label": "open"' in lines[diagnostics[0].spot.line - 1]


@pytest.mark.parametrize(
    ("text", "code"),
    [("{}", "EVC201"), ('{"format": "other"}', "EVC201"), ("{", "EVC105"), ("", "EVC101"), ("[1]", "EVC201")],
)
def test_a_file_of_that_name_that_is_no_advice(tmp_path, text, code):
    write(tmp_path, portfolio=BOTH)
    put(tmp_path, "dossier/advice.json", text)
    cases = run(tmp_path)
    assert [each.problem.code for each in cases.checked.diagnostics] == [code]


def test_a_copied_programme_is_tested_by_itself(tmp_path):
    """Not by rubrics that happen to lie above it, nor by those that are shipped."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "rubrics", copy)
    assert check_cases(copy, Library()).as_expected == check_cases(copy, Library()).run
    rubric = copy / "leraar-vo-mbo/omgaan-met-verschillen.yml"
    rubric.write_text(rubric.read_text("utf-8").replace("hours: 160", "hours: 150"), "utf-8")
    cases = check_cases(copy / "leraar-vo-mbo/cases", Library())
    assert [each.problem.code for each in cases.checked.diagnostics] == ["EVC421", "EVC422"]
    assert (cases.run, cases.as_expected) == (3, 2)


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("expected", ["units: {U: none}", "outcomes: {o: open}", "criteria: {o: {A: open}}"])
def test_a_difference_in_words_says_both(tmp_path, code, expected):
    write(tmp_path, portfolio=BOTH)
    (only,) = run(tmp_path, expected).checked.diagnostics
    said = message(only.problem, language(code))
    assert str(only.problem.data["expected"]) in said
    assert str(only.problem.data["found"]) in said
    assert "{" not in said
