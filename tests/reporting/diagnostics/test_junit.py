"""JUnit XML: right by a published schema, with failures for errors alone."""

from pathlib import Path

import pytest
from lxml import etree
from tests.reporting.diagnostics.problems import EMPTY, SOURCES, UNKNOWN, UNUSED, diagnostic

from evc.checking import check_paths
from evc.diagnostics import CODES, Diagnostic, Problem, Spot, severity_of
from evc.language import language
from evc.reading.library import Library, shipped
from evc.reporting.diagnostics import render

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas/junit-10.xsd"))
ROOT = Path(__file__).parents[3]


def suites(*diagnostics: Diagnostic) -> etree._Element:
    """The document of these problems, proved by the schema."""
    root = etree.fromstring(render("junit", diagnostics, SOURCES, language("nl")).encode())
    SCHEMA.assertValid(root)
    return root


def test_a_suite_a_file_and_a_case_a_problem() -> None:
    root = suites(UNKNOWN, UNUSED)
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root] == [
        ("verhage/consensus.yml", "1", "0"),  # nothing wrong: one case that passed
        ("verhage/portfolio.yml", "2", "1"),
    ]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("3", "1", "0")
    assert [case.get("name") for case in root.iter("testcase")] == ["evc check", "EVC341 3:5", "EVC303 4:16"]


def test_only_an_error_fails() -> None:
    root = suites(UNKNOWN, UNUSED, EMPTY, diagnostic("EVC602", 9, 1, 2, phrase="x"))
    assert sorted(failure.get("type", "") for failure in root.iter("failure")) == ["EVC303", "EVC317"]
    assert len(list(root.iter("system-out"))) == 2


def test_every_code_makes_a_right_document() -> None:
    suites(*(Diagnostic(Problem(each, "a.yml"), severity_of(each), Spot(1, 1, 2)) for each in CODES))


def test_a_real_folder_makes_a_right_document() -> None:
    checked = check_paths([ROOT / "examples/vol-fouten"], Library(given=shipped()))
    root = suites(*checked.diagnostics)
    assert sum(1 for _ in root.iter("failure")) == sum(each.severity.value == "error" for each in checked.diagnostics)


def test_what_is_left_out_is_told() -> None:
    root = suites(*(diagnostic("EVC303", line, 1, 2, id="x", known=()) for line in range(1, 131)))
    assert root.get("failures") == "100"
    assert "30" in (root[-1][0].text or "")


@pytest.mark.parametrize("text", ["<b>&\"'", "]]>", "\x00\x1b", "\ufffe\uffff", "\ud800", "a\nb"])
def test_any_text_is_legal(text: str) -> None:
    suites(diagnostic("EVC303", 1, 1, 2, f"{text}.yml", id=text, known=()))
