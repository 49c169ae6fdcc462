"""The shape of each kind of file: what is refused, as what, and where it points (DESIGN §3)."""

import json
from collections.abc import Iterator

import pytest
from jsonschema import Draft202012Validator

from evc.diagnostics import Problem, Where
from evc.model.dossier import EVIDENCE_TYPES
from evc.reading.schemas import KINDS, schema, schema_text
from evc.reading.shape import check_shape
from evc.reading.yaml import read_yaml

PORTFOLIO = """\
format: evc/portfolio@1
candidate: {id: K-1}
programme: leraar-po
submitted: 2026-09-15
claims: []
evidence:
  - id: B1
    type: video
    title: Opname
    issued: 2026-01-01
"""
RUBRIC = """\
format: evc/rubric@1
id: klimaat
version: 1.0.0
title: Klimaat
statement: De kandidaat schept een klimaat.
criteria: [{id: P1, title: Veilig}]
"""
ASSESSMENT = """\
format: evc/assessment@1
assessor: {id: A-1}
candidate: K-1
on: 2026-10-01
"""
CONSENSUS = """\
format: evc/consensus@1
candidate: K-1
on: 2026-10-01
assessors: [A-1, A-2]
"""
PROGRAMME = """\
format: evc/programme@1
id: leraar-po
title: Leraar
language: nl
credits: 240
scale: {levels: [{id: laag, title: Laag}, {id: hoog, title: Hoog}], pass: hoog}
units: [{id: U, title: Eenheid, credits: 30, outcomes: [klimaat]}]
"""

Row = tuple[str, str | None, object, str]


def shape(text: str, kind: str = "portfolio") -> list[Row]:
    """Every problem as code, kind, the last step of its key path, and whether it points at key or value."""
    return [_row(problem) for problem in problems(text, kind)]


def problems(text: str, kind: str = "portfolio") -> list[Problem]:
    value, wrong = read_yaml(text.encode(), "x.yml")
    assert not wrong
    return check_shape(value, kind, "x.yml")


def _row(problem: Problem) -> Row:
    kind = problem.data.get("kind")
    return (
        problem.code,
        kind if isinstance(kind, str) else None,
        problem.at[-1] if problem.at else "",
        problem.where.value,
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (PORTFOLIO, "portfolio"),
        (PORTFOLIO.partition("evidence:")[0] + "evidence: []", "portfolio"),
        (RUBRIC, "rubric"),
        (RUBRIC + "decision: {at_least: 1}", "rubric"),
        (ASSESSMENT + "ratings: {klimaat: {P1: hoog, P2: {level: laag, based_on: [B1]}}}", "assessment"),
        (ASSESSMENT + "rejected: {B1: {reason: other, remark: nee}}", "assessment"),
        (CONSENSUS + "restored: {B1: {remark: ja}}", "consensus"),
        (PROGRAMME, "programme"),
        (PROGRAMME.replace("outcomes: [klimaat]", "exemptible: false"), "programme"),
        (PROGRAMME.replace("title: Leraar", "title: {nl: Leraar, en: Teacher}") + "assessors: 0", "programme"),
    ],
)
def test_what_is_right_is_accepted(text: str, kind: str) -> None:
    assert shape(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind", "row"),
    [
        ("- a\n", "portfolio", ("EVC206", "file", "", "value")),
        ("tekst\n", "portfolio", ("EVC206", "file", "", "value")),
        ("a: 1\n", "portfolio", ("EVC204", "format", "", "key")),
        ("Format: evc/portfolio@1\n", "portfolio", ("EVC203", None, "Format", "key")),
        ("format:\n", "portfolio", ("EVC201", None, "format", "value")),
        ("format: 1\n", "portfolio", ("EVC201", None, "format", "value")),
        ("format: evc/portfolo@1\n", "portfolio", ("EVC201", None, "format", "value")),
        ("format: evc/portfolio@0\n", "portfolio", ("EVC201", None, "format", "value")),
        (RUBRIC, "portfolio", ("EVC201", "other-file", "format", "value")),
        (PORTFOLIO, "rubric", ("EVC201", "other-file", "format", "value")),
        ("format: evc/rubric@2\nx: 1\n", "rubric", ("EVC202", None, "format", "value")),
    ],
)
def test_a_file_of_another_kind_or_version_is_one_error(text: str, kind: str, row: Row) -> None:
    assert shape(text, kind) == [row]


def item(line: str) -> str:
    """A portfolio with one more line in its item."""
    return f"{PORTFOLIO}    {line}\n"


@pytest.mark.parametrize(
    ("line", "row"),
    [
        # keys
        ("isued: 2026-01-01", ("EVC203", None, "isued", "key")),
        ("Titel: x", ("EVC203", None, "Titel", "key")),
        ("tіtle: x", ("EVC203", "lookalike", "tіtle", "key")),  # noqa: RUF001 - a Ukrainian i
        ("i\u0301ssuer: x", ("EVC203", "lookalike", "i\u0301ssuer", "key")),
        ("hours:", ("EVC205", None, "hours", "value")),
        ("attested_by: {role: x}", ("EVC204", None, "attested_by", "key")),
        (f"sha256: {'a' * 64}", ("EVC219", None, "sha256", "key")),
        # types
        ("issuer: 12", ("EVC206", "text-number", "issuer", "value")),
        ("issuer: true", ("EVC206", "text-truth", "issuer", "value")),
        ("issuer: [a]", ("EVC206", "text", "issuer", "value")),
        ("attested_by: Jan", ("EVC206", "mapping", "attested_by", "value")),
        ("group: ja", ("EVC206", "truth-word", "group", "value")),
        ("group: True", ("EVC206", "truth-word", "group", "value")),
        ("group: 1", ("EVC206", "truth", "group", "value")),
        # numbers
        ("hours: 7,5", ("EVC206", "number-comma", "hours", "value")),
        ("hours: 1.600,50", ("EVC206", "number-grouped", "hours", "value")),
        ("hours: 40 uur", ("EVC206", "number-unit", "hours", "value")),
        ("hours: '400'", ("EVC206", "number-quoted", "hours", "value")),
        ("hours: .nan", ("EVC206", "number-nan", "hours", "value")),
        ("hours: -.inf", ("EVC206", "number-nan", "hours", "value")),
        ("hours: 0x10", ("EVC206", "number", "hours", "value")),
        ("hours: 12:30", ("EVC206", "number", "hours", "value")),
        ("hours: true", ("EVC206", "number", "hours", "value")),
        (f"hours: {'9' * 5000}", ("EVC206", "number-digits", "hours", "value")),
        *(
            (f"hours: {text}", ("EVC206", "number-spelled", "hours", "value"))
            for text in ("1e3", "+1", "010", ".5", "1_000")
        ),
        ("hours: 7.555", ("EVC208", "decimals", "hours", "value")),
        ("hours: 0.0000000001", ("EVC208", "decimals", "hours", "value")),
        ("hours: 100000.01", ("EVC208", "between", "hours", "value")),
        ("hours: -1", ("EVC208", "between", "hours", "value")),
        # choices, ids, texts
        ("group: false\n    type2: x", ("EVC203", None, "type2", "key")),
        ("qualification: mbo 4", ("EVC210", "space", "qualification", "value")),
        ("qualification: ''", ("EVC210", "empty", "qualification", "value")),
        ("qualification: -a", ("EVC210", "start", "qualification", "value")),
        ("qualification: a/b", ("EVC210", "character", "qualification", "value")),
        (f"qualification: {'a' * 65}", ("EVC210", "length", "qualification", "value")),
        ("qualification: a.", ("EVC210", "trailing-dot", "qualification", "value")),
        ("qualification: Nul.x", ("EVC210", "device-name", "qualification", "value")),
        ("qualification: В1", ("EVC210", "lookalike", "qualification", "value")),  # noqa: RUF001 - a Cyrillic V
        ("qualification: m\u200bbo", ("EVC210", "lookalike", "qualification", "value")),
        ("qualification: e\u0301a", ("EVC210", "lookalike", "qualification", "value")),
        ("attested_by: {name: ' '}", ("EVC212", None, "name", "value")),
        ('attested_by: {name: "\\u2060"}', ("EVC212", None, "name", "value")),
        (f"context: {'é' * 301}", ("EVC213", "characters", "context", "value")),
        ("context: |\n      a", ("EVC213", "lines", "context", "value")),
        ('context: "a\\nb"', ("EVC213", "lines", "context", "value")),
        ("file: ../geheim", ("EVC214", "dot-part", "file", "value")),
        ("file: ''", ("EVC214", "empty", "file", "value")),
        (f"file: a\n    sha256: {'a' * 63}", ("EVC216", "length", "sha256", "value")),
        (f"file: a\n    sha256: {'g' * 64}", ("EVC216", "characters", "sha256", "value")),
    ],
)
def test_a_line_of_an_item(line: str, row: Row) -> None:
    assert list(shape_with_warnings(item(line))) == [row]


def shape_with_warnings(text: str) -> Iterator[Row]:
    """As `shape`, where the text itself may be warned of (a zero-width space)."""
    value, _ = read_yaml(text.encode(), "x.yml")
    return map(_row, check_shape(value, "portfolio", "x.yml"))


@pytest.mark.parametrize(
    "line",
    [
        "hours: 7.50",
        "hours: 7.500",
        "hours: 100000",
        "hours: 0",
        "issuer: ' '",
        "issuer: ''",
        "issuer: 2199-12-31",
        "own_share: |\n      a\n      b",
        "group: true",
        f"context: {'😀' * 300}",
        f"file: a\n    sha256: {'aF' * 32}",
    ],
)
def test_a_line_that_is_fine(line: str) -> None:
    assert shape(item(line)) == []


@pytest.mark.parametrize(
    ("written", "kind", "near"),
    [
        ("01-03-2025", "order", "2025-03-01"),
        ("1/3/2025", "order", "2025-03-01"),
        ("31.02.2025", "order", None),
        ("2025-3-1", "digits", "2025-03-01"),
        ("2025/03/01", "digits", "2025-03-01"),
        ("20250301", "digits", "2025-03-01"),
        ("1 maart 2025", "words", "2025-03-01"),
        ("1 mrt 2025", "words", "2025-03-01"),
        ("30 juni 2025", "words", "2025-06-30"),
        ("30 June 2025", "words", "2025-06-30"),
        ("2025-03-01T10:00:00Z", "time", "2025-03-01"),
        ("2025-03-01 10:00:00", "time", "2025-03-01"),
        ("'2025-03-01 '", None, "2025-03-01"),
        ("2025-02-29", "not-real", None),
        ("2025-13-01", "not-real", None),
        ("1900-02-29", "not-real", None),
        ("1899-12-31", "year", None),
        ("2200-01-01", "year", None),
        ("0000-00-00", "year", None),
        ("２０２５-03-01", "odd-character", "2025-03-01"),  # noqa: RUF001 - the subject
        ("٢٠٢٥-٠٣-٠١", "odd-character", "2025-03-01"),  # noqa: RUF001 - the subject
        ("2025‑03‑01", "odd-character", "2025-03-01"),  # noqa: RUF001 - hyphens that do not break
        ("binnenkort", None, None),
        ("2025", None, None),
        ("12.5", None, None),
        ("true", None, None),
        ("[2025-03-01]", None, None),
        ("''", None, None),
    ],
)
def test_a_date(written: str, kind: str | None, near: str | None) -> None:
    (problem,) = problems(PORTFOLIO.replace("2026-09-15", written))
    assert (problem.code, problem.at) == ("EVC209", ("submitted",))
    assert (problem.data.get("kind"), problem.data.get("near")) == (kind, near)


@pytest.mark.parametrize("written", ["1900-01-01", "2199-12-31", "2024-02-29", "'2026-01-01'"])
def test_a_date_that_is_fine(written: str) -> None:
    assert shape(PORTFOLIO.replace("2026-09-15", written)) == []


@pytest.mark.parametrize(
    ("text", "kind", "row"),
    [
        (PORTFOLIO.replace("    issued: 2026-01-01\n", ""), "portfolio", ("EVC204", "one-of", 0, "key")),
        (PORTFOLIO.replace("type: video", "type: vidoe"), "portfolio", ("EVC207", None, "type", "value")),
        (PORTFOLIO.replace("type: video", "type: vidеo"), "portfolio", ("EVC207", "lookalike", "type", "value")),  # noqa: RUF001
        (PORTFOLIO.replace("K-1", "20260014"), "portfolio", ("EVC206", "text-number", "id", "value")),
        (PORTFOLIO.replace("claims: []", "claims: [~]"), "portfolio", ("EVC205", "item", 0, "value")),
        (PORTFOLIO.replace("claims: []", "claims: [{outcome: a, supports: {P1: []}}]"), "portfolio",
         ("EVC211", "list", "P1", "value")),
        (PORTFOLIO.replace("claims: []", "claims: [{outcome: a, supports: {P 1: [B1]}}]"), "portfolio",
         ("EVC210", "space", "P 1", "key")),
        (PORTFOLIO.replace("claims: []", "claims: [{outcome: a, supports: {con: [B1]}}]"), "portfolio",
         ("EVC210", "device-name", "con", "key")),
        (RUBRIC.replace("title: Klimaat", "title: {nl: Klimaat, en: ' '}"), "rubric", ("EVC212", None, "en", "value")),
        (RUBRIC.replace("title: Klimaat", "title: {NL: Klimaat}"), "rubric", ("EVC217", "key", "NL", "key")),
        (RUBRIC.replace("title: Klimaat", "title: {}"), "rubric", ("EVC211", "mapping", "title", "value")),
        (RUBRIC.replace("title: Klimaat", "title: [a]"), "rubric", ("EVC206", "text-by-language", "title", "value")),
        (RUBRIC.replace("1.0.0", "1.0"), "rubric", ("EVC206", "text-number", "version", "value")),
        (RUBRIC.replace("[{id: P1, title: Veilig}]", "[]"), "rubric", ("EVC211", "list", "criteria", "value")),
        (RUBRIC + "decision: {}", "rubric", ("EVC218", None, "decision", "value")),
        (RUBRIC + "decision: alle", "rubric", ("EVC218", None, "decision", "value")),
        (RUBRIC + "decision: {all: false}", "rubric", ("EVC218", None, "all", "value")),
        (RUBRIC + "decision: {all: true, at_least: 1}", "rubric", ("EVC218", None, "decision", "value")),
        (RUBRIC + "decision: {at_least: 0}", "rubric", ("EVC208", "least", "at_least", "value")),
        (RUBRIC + "decision: {at_least: 1.5}", "rubric", ("EVC206", "whole", "at_least", "value")),
        (RUBRIC + "evidence: {}", "rubric", ("EVC211", "mapping", "evidence", "value")),
        (RUBRIC + "evidence: {currency: {max_age: {years: 0, days: 0}}}", "rubric",
         ("EVC220", None, "max_age", "value")),
        (RUBRIC + "evidence: {currency: {max_age: {months: 1201}}}", "rubric",
         ("EVC208", "between", "months", "value")),
        (RUBRIC + "evidence: {relevance: {accepts: [video, vidoe]}}", "rubric", ("EVC207", None, 1, "value")),
        (ASSESSMENT, "assessment", ("EVC204", "one-of", "", "key")),
        (ASSESSMENT + "rating: {a: {P1: hoog}}", "assessment", ("EVC203", None, "rating", "key")),
        (ASSESSMENT + "ratings: {a: {P1: {}}}", "assessment", ("EVC204", None, "P1", "key")),
        (ASSESSMENT + "ratings: {a: {P1: [hoog]}}", "assessment", ("EVC206", "rating", "P1", "value")),
        (ASSESSMENT + "ratings: {a: {}}", "assessment", ("EVC211", "mapping", "a", "value")),
        (ASSESSMENT + "verified: {B1: {}}", "assessment", ("EVC211", "mapping", "B1", "value")),
        (ASSESSMENT + "verified: {B1: }", "assessment", ("EVC205", None, "B1", "value")),
        (ASSESSMENT + "rejected: {B1: {reason: not-relevant, remark: x}}", "assessment",
         ("EVC219", "value", "B1", "key")),
        (ASSESSMENT + "rejected: {B1: {reason: other, remark: ' '}}", "assessment",
         ("EVC212", None, "remark", "value")),
        (ASSESSMENT + "waived: {B1: {remark: x}}", "assessment", ("EVC204", None, "B1", "key")),
        (CONSENSUS, "consensus", ("EVC204", "one-of", "", "key")),
        (CONSENSUS + "ratings: {a: {P1: hoog}}", "consensus", ("EVC206", "mapping", "P1", "value")),
        (CONSENSUS + "ratings: {a: {P1: {level: hoog}}}", "consensus", ("EVC204", None, "P1", "key")),
        (PROGRAMME.replace(", outcomes: [klimaat]", ""), "programme", ("EVC204", None, 0, "key")),
        (PROGRAMME.replace("language: nl", "language: fr"), "programme", ("EVC217", "report", "language", "value")),
        (PROGRAMME.replace(", {id: hoog, title: Hoog}", ""), "programme", ("EVC211", "too-few", "levels", "value")),
        (PROGRAMME + "level: 9", "programme", ("EVC208", "between", "level", "value")),
        (PROGRAMME + "assessors: -1", "programme", ("EVC208", "least", "assessors", "value")),
        (PROGRAMME + "sources: [{id: a, title: b, url: www.x.nl}]", "programme", ("EVC215", None, "url", "value")),
        (PROGRAMME + "sources: [{id: a, title: b, url: 'ftp://x'}]", "programme", ("EVC215", None, "url", "value")),
        (PROGRAMME + "regulation: {from: 2026-02-30}", "programme", ("EVC209", "not-real", "from", "value")),
    ],
)  # fmt: skip
def test_the_rest_of_the_files(text: str, kind: str, row: Row) -> None:
    assert shape(text, kind) == [row]


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("hours: 7,5", "7.5"),
        ("hours: 1.600,50", "1600.50"),
        ("hours: 1e3", "1000"),
        ("hours: 010", "10"),
        ("hours: 40 uur", "40"),
        ("group: Nee", "false"),
        ("isuer: x", "issuer"),
        ("Bestand: a", "file"),  # the Dutch label of a key
        ("tіtle: x", "title"),  # noqa: RUF001 - a Ukrainian i
        ("title2: x", None),  # title is there already
    ],
)
def test_what_was_probably_meant(line: str, near: str | None) -> None:
    (problem,) = problems(item(line))
    assert problem.data.get("near") == near


def test_a_lookalike_names_its_first_odd_character() -> None:
    (problem,) = problems(item("tіtle: x"))  # noqa: RUF001 - a Ukrainian i
    assert problem.data["codepoint"] == "U+0456"


def test_a_key_with_a_slip_is_one_problem_not_two() -> None:
    assert shape(PORTFOLIO.replace("    issued:", "    isued:")) == [("EVC203", None, "isued", "key")]
    assert shape(PORTFOLIO.replace("candidate:", "candidat:")) == [("EVC203", None, "candidat", "key")]


def test_every_problem_of_a_file_is_said_in_one_go() -> None:
    text = (
        PORTFOLIO.replace("2026-09-15", "15-09-2026").replace("video", "film").replace("K-1", "1").replace("B1", "con")
    )
    assert {row[0] for row in shape(text)} == {"EVC206", "EVC207", "EVC209", "EVC210"}


def test_digits_of_a_number_that_should_be_text_are_not_repeated() -> None:
    assert "123456782" not in repr([problem.data for problem in check_shape(
        {"format": "evc/portfolio@1", "candidate": {"id": 123456782}}, "portfolio", "x")])  # fmt: skip


def test_any_value_at_all_can_be_looked_at() -> None:
    for value in (None, 1, "x", [], [[]], {"format": "evc/portfolio@1", "evidence": {"a": 1}, "claims": "x"}):
        assert check_shape(value, "portfolio", "x")


def test_many_problems_are_found_quickly_and_all() -> None:
    items = [{"id": f"B{number}", "type": "video", "title": "x", "issued": "1-1-2026"} for number in range(1500)]
    value = {"format": "evc/portfolio@1", "candidate": {"id": "K"}, "programme": "p", "submitted": "2026-01-01",
             "claims": [], "evidence": items}  # fmt: skip
    found = check_shape(value, "portfolio", "x")
    assert [problem.at for problem in found] == [("evidence", number, "issued") for number in range(1500)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_stands_by_itself_and_explains_every_key(kind: str) -> None:
    whole = json.loads(schema_text(kind))
    Draft202012Validator.check_schema(whole)
    assert whole["$id"] == f"urn:evc:schema:{kind}@1"
    for node in _nodes(whole):
        assert node.get("$ref", "#/$defs/").startswith("#/$defs/")
        for part in node.get("properties", {}).values():
            # What only sets a condition on another key (a const, a key that must be there) has nothing to explain.
            assert {"title", "description"} <= part.keys() or part.keys() in ({"const"}, {"required"})


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_schema_are_right(kind: str) -> None:
    whole = schema(kind)
    for node in _nodes(whole):
        for example in node.get("examples", ()):
            part = {**{key: value for key, value in node.items() if key != "examples"}, "$defs": whole["$defs"]}
            assert Draft202012Validator(part).is_valid(example), (kind, node["title"], example)


def _nodes(node: object) -> Iterator[dict[str, object]]:
    if isinstance(node, dict):
        yield node
        for child in node.values():
            yield from _nodes(child)
    elif isinstance(node, list):
        for child in node:
            yield from _nodes(child)


def test_the_types_of_evidence_are_those_of_the_model() -> None:
    assert tuple(schema("portfolio")["$defs"]["evidence-type"]["enum"]) == EVIDENCE_TYPES
    assert tuple(schema("rubric")["$defs"]["evidence-type"]["enum"]) == EVIDENCE_TYPES


def test_where_a_problem_points() -> None:
    (problem,) = problems(item("isued: x"))
    assert (problem.at, problem.where) == (("evidence", 0, "isued"), Where.KEY)
