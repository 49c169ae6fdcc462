"""Problems in words: every code that references, files and sense raise, with the facts its code gives it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from tests.reporting.diagnostics.problems import EMPTY, UNKNOWN, UNUSED

from evc.diagnostics import Problem
from evc.language import LANGUAGES, language
from evc.model.findings import Value
from evc.reporting.diagnostics.summary import summary
from evc.reporting.diagnostics.words import hint, label, message

NL = language("nl")
UNKNOWN_ID: dict[str, Value] = {"id": "X1", "known": ("A1", "A2")}
CAUSES = ("not-found", "case-differs", "not-a-file", "symlink", "unreadable", "too-large", "ambiguous", "new")
FACTS: list[tuple[str, Mapping[str, Value]]] = [
    *((f"EVC{number}", UNKNOWN_ID) for number in (*range(301, 311), 316)),
    ("EVC311", {"id": "X1"}),
    ("EVC312", {"evidence": "X1", "criterion": "P1"}),
    ("EVC313", {"from": "2026-01-02", "to": "2026-01-01"}),
    ("EVC314", {"type": "X1"}),
    ("EVC315", {"candidate": "X1", "expected": "K-2"}),
    ("EVC317", {"required": 2, "found": 1}),
    ("EVC318", {"outcome": "X1", "criterion": "P1"}),
    ("EVC319", {"outcome": "X1", "criterion": "P1", "assessors": ("A-1", "A-2")}),
    ("EVC320", {"assessor": "X1", "other": "A-1.yml"}),
    ("EVC321", {"name": "X1", "other": "X1.yaml"}),
    *(
        ("EVC322", {"name": "X1", "kind": kind})
        for kind in ("symlink", "folder", "not-yaml", "fifo", "device", "file", "?")
    ),
    ("EVC323", {"outcome": "X1"}),
    ("EVC324", {"outcome": "X1", "first": "U1", "second": "U2"}),
    ("EVC324", {"outcome": "X1", "first": "U1", "second": "U1", "kind": "same-unit"}),
    ("EVC325", {"cycle": ("X1", "U2")}),
    ("EVC326", {"id": "X1", "name": "x2"}),
    ("EVC341", {"evidence": "X1"}),
    ("EVC342", {"file": "a.pdf", "first": "X1", "second": "B2"}),
    ("EVC343", {"evidence": "X1"}),
    ("EVC344", {"id": "X1", "other": "x1"}),
    ("EVC345", {"outcome": "X1"}),
    ("EVC346", {"outcome": "X1", "criterion": "P1", "required": 2, "found": 1}),
    ("EVC347", {"name": "X1", "near": "assessments"}),
    *(("EVC351", {"evidence": "X1", "outcome": "o", "cause": cause}) for cause in CAUSES),
    ("EVC351", {"evidence": "X1", "unit": "U"}),
    ("EVC352", {"evidence": "X1"}),
    ("EVC353", {"evidence": "X1", "date": date(2027, 1, 1)}),
    ("EVC353", {"evidence": "X1", "unit": "U"}),
    ("EVC354", {"evidence": "X1"}),
    ("EVC355", {"evidence": "X1", "outcome": "o", "date": date(2015, 1, 1)}),
    ("EVC355", {"evidence": "X1", "unit": "U"}),
    ("EVC356", {"evidence": "X1", "outcome": "o", "type": "badge"}),
    ("EVC356", {"evidence": "X1", "unit": "U"}),
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("problem", "facts"), FACTS)
def test_a_message_names_what_is_wrong(code: str, problem: str, facts: Mapping[str, Value]) -> None:
    found = Problem(problem, "f.yml", data=facts)
    said = message(found, language(code))
    assert said != problem
    assert any(str(fact) in said for fact in facts.values()) or "X1" in said
    assert "{" not in said
    assert not said.endswith(".")
    assert hint(found, language(code))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["missing", "unreadable", "folder", "symlink", "fifo", "device", "too-large", "new"])
def test_a_file_that_cannot_be_read(code: str, kind: str) -> None:
    assert message(Problem("EVC117", "f.yml", data={"kind": kind}), language(code)) != "EVC117"


def test_a_near_name_is_the_hint_and_known_names_the_label() -> None:
    assert hint(UNKNOWN.problem, NL) == NL.say("hint.near", {"near": "P2"})
    assert "P1, P2" in (label(UNKNOWN.problem, NL) or "")


def test_amounts_and_dates_are_plain() -> None:
    said = message(Problem("EVC501", "f", data={"sum": Decimal("1640.50"), "credits": Decimal(240)}), NL)
    assert "1640.5 " in said
    assert "2015-01-01" in message(
        Problem("EVC355", "f", data={"evidence": "B1", "outcome": "o", "date": date(2015, 1, 1)}), NL
    )


def test_a_code_without_words_is_shown_by_itself() -> None:
    assert message(Problem("EVC999", "f"), NL) == "EVC999"
    assert hint(Problem("EVC999", "f"), NL) is None


@pytest.mark.parametrize(
    ("diagnostics", "numbers"),
    [
        ([], ["14"]),
        ([UNKNOWN], ["1", "14"]),
        ([UNKNOWN, UNKNOWN], ["1", "14"]),
        ([UNKNOWN, EMPTY, UNUSED], ["2", "1", "14"]),
    ],
)
def test_the_sum_counts_each_severity(diagnostics: list, numbers: list[str]) -> None:  # type: ignore[type-arg]
    said = summary(diagnostics, 14, NL)
    assert [word for word in said.split() if word.isdigit()] == numbers
