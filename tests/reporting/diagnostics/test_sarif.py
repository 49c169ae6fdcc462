"""SARIF 2.1.0: right by its own schema, its places right, its text harmless."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.reporting.diagnostics.problems import EMPTY, SOURCES, UNKNOWN, UNUSED, diagnostic

from evc.checking import check_paths
from evc.diagnostics import CODES, Diagnostic, Problem, Spot, severity_of
from evc.language import LANGUAGES, language
from evc.reading.library import Library, shipped
from evc.reporting.diagnostics import render
from evc.reporting.diagnostics.sarif import address

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text("utf-8"))
ROOT = Path(__file__).parents[3]


def log(*diagnostics: Diagnostic, code: str = "nl") -> Any:
    """The log of these problems, proved by the schema."""
    document = json.loads(render("sarif", diagnostics, SOURCES, language(code)))
    jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(document)
    return document


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_makes_a_right_log(code: str) -> None:
    every = [Diagnostic(Problem(each, f"{each}.yml", ("a", 0)), severity_of(each), Spot(1, 1, 2)) for each in CODES]
    run = log(*every, code=code)["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(CODES)
    assert all(rule["help"]["markdown"].count("```") % 2 == 0 for rule in run["tool"]["driver"]["rules"])
    assert run["language"] == code


def test_nothing_wrong_is_a_right_log() -> None:
    assert log()["runs"][0]["results"] == []


def test_a_real_folder_makes_a_right_log() -> None:
    checked = check_paths([ROOT / "examples/vol-fouten"], Library(given=shipped()))
    assert len(log(*checked.diagnostics)["runs"][0]["results"]) == len(checked.diagnostics)


def test_a_place_counts_code_points_from_one() -> None:
    run = log(UNKNOWN)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "verhage/portfolio.yml"},
        "region": {"startLine": 4, "startColumn": 16, "endColumn": 18},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "claims[0]"}]


def test_a_result_points_at_its_rule() -> None:
    run = log(UNKNOWN, UNUSED, EMPTY)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [(rules[each["ruleIndex"]], each["level"]) for each in run["results"]] == [
        ("EVC317", "error"),
        ("EVC341", "warning"),
        ("EVC303", "error"),
    ]
    assert [each["ruleId"] for each in run["results"]] == ["EVC317", "EVC341", "EVC303"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("verhage/portfolio.yml", "verhage/portfolio.yml"),
        ("map\\portfolio.yml", "map/portfolio.yml"),
        ("../x/o.yml", "../x/o.yml"),
        ("mijn dossier/é#1?.yml", "mijn%20dossier/%C3%A9%231%3F.yml"),
        ("a:b/o.yml", "a%3Ab/o.yml"),
        ("a\udc80.yml", "a%5Cudc80.yml"),  # a name in another encoding
        ("/home/x/o.yml", "file:///home/x/o.yml"),
        ("C:\\x\\o p.yml", "file:///C:/x/o%20p.yml"),
    ],
)
def test_a_file_is_an_address(file: str, uri: str) -> None:
    assert address(file) == uri


def test_what_is_left_out_is_told() -> None:
    many = [diagnostic("EVC303", line, 1, 2, id="x", known=()) for line in range(1, 131)]
    run = log(*many)["runs"][0]
    assert len(run["results"]) == 100
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "30" in told["message"]["text"]


def test_foreign_text_is_harmless() -> None:
    shown = render("sarif", [diagnostic("EVC303", 1, 1, 2, id="\x1b[31m\u202e", known=())], SOURCES, language("nl"))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
