"""Problems as data: the published form of DESIGN §6."""

import json
from datetime import date
from decimal import Decimal

from tests.reporting.diagnostics.problems import EMPTY, SOURCES, UNKNOWN, UNUSED, diagnostic

from evc.language import language
from evc.reporting.diagnostics import render
from evc.reporting.diagnostics.words import message

NL = language("nl")


def test_the_document() -> None:
    document = json.loads(render("json", [UNKNOWN], SOURCES, NL))
    assert list(document) == ["format", "files", "omitted", "diagnostics"]
    assert (document["format"], document["files"], document["omitted"]) == ("evc/diagnostics@1", 2, 0)
    assert document["diagnostics"] == [
        {
            "code": "EVC303",
            "severity": "error",
            "file": "verhage/portfolio.yml",
            "line": 4,
            "column": 16,
            "end_column": 18,
            "path": ["claims", 0],
            "message": message(UNKNOWN.problem, NL),
            "hint": NL.say("hint.near", {"near": "P2"}),
            "data": {"id": "P5", "known": ["P1", "P2", "P3"], "near": "P2"},
        }
    ]


def test_facts_are_plain_json() -> None:
    given = diagnostic(
        "EVC501", 1, 1, 2, sum=Decimal("240.50"), credits=Decimal(240), on=date(2026, 9, 15), age={"years": 5}
    )
    (found,) = json.loads(render("json", [given], {}, NL))["diagnostics"]
    assert found["data"] == {"sum": "240.5", "credits": "240", "on": "2026-09-15", "age": {"years": 5}}


def test_omitted_are_counted() -> None:
    many = [diagnostic("EVC303", line, 1, 2, id="x", known=()) for line in range(1, 131)]
    document = json.loads(render("json", many, SOURCES, NL))
    assert (len(document["diagnostics"]), document["omitted"]) == (100, 30)


def test_nothing_wrong_is_a_document_too() -> None:
    assert json.loads(render("json", [], SOURCES, NL))["diagnostics"] == []


def test_hostile_text_survives_and_is_printed_escaped() -> None:
    name = "\x1b\u202e\x9b\ud800\U000e0041\u2028é東"
    shown = render("json", [diagnostic("EVC303", 1, 1, 2, id=name, known=())], {}, NL)
    shown.encode("utf-8")
    assert json.loads(shown)["diagnostics"][0]["data"]["id"] == name
    assert not {"\x1b", "\u202e", "\x9b", "\u2028"} & set(shown)
    assert "é東" in shown


def test_order() -> None:
    found = json.loads(render("json", [UNKNOWN, UNUSED, EMPTY], SOURCES, NL))["diagnostics"]
    assert [each["code"] for each in found] == ["EVC317", "EVC341", "EVC303"]
