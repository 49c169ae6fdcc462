"""Strict YAML: what is text and what is not, and everything that is refused, at its place (DESIGN §3)."""

from decimal import Decimal
from pathlib import Path

import pytest

from evc.diagnostics import Problem
from evc.reading import events
from evc.reading.documents import parse_document
from evc.reading.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_KEY_LENGTH, MAX_NODES
from evc.reading.yaml import read_yaml

# After these it is still known what the file says.
HARMLESS = {"EVC107", "EVC114", "EVC115", "EVC116", "EVC118"}


def said(data: str | bytes) -> list[tuple[object, ...]]:
    """Every problem as code, kind, line and column; where it has no place of its own, without."""
    raw = data.encode() if isinstance(data, str) else data
    value, problems = read_yaml(raw, "x.yml")
    if any(problem.code not in HARMLESS for problem in problems):
        assert value is None
    return [_row(problem) for problem in problems]


def _row(problem: Problem) -> tuple[object, ...]:
    place = (problem.spot.line, problem.spot.column) if problem.spot else ()
    return (problem.code, problem.data.get("kind"), *place)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("3", 3),
        ("-3", -3),
        ("0", 0),
        ("-0", 0),
        ("3.0", 3),
        ("3.50", Decimal("3.5")),
        ("-0.25", Decimal("-0.25")),
        ("999999999999999", 999999999999999),
        ("1.0000000001", Decimal("1.0000000001")),
        # all else is text
        *((text, text) for text in ("no", "on", "True", "TRUE", "Null", "NULL", "yes", "ja", "y")),
        *(
            (text, text)
            for text in ("010", "+1", ".5", "5.", "1_000", "1e3", "0x10", "0o7", "12:30", "=", "-.5", "--1")
        ),
        *((text, text) for text in ("2026-06-30", "2026-06-30T10:00:00Z", ".nan", ".inf", "-.inf", "7,5", "1.2.3")),
        ("1000000000000000", "1000000000000000"),
        ("1.00000000001", "1.00000000001"),
        ("'3'", "3"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("|\n  3\n", "3\n"),
        ("٣", "٣"),
    ],
)
def test_a_scalar_is_text_unless_it_is_one_of_few(written: str, value: object) -> None:
    found, problems = read_yaml(f"key: {written}\n".encode(), "x.yml")
    assert (found, problems) == ({"key": value}, [])
    assert type(found["key"]) is type(value)  # type: ignore[index]


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_is_null(written: str) -> None:
    assert read_yaml(f"key: {written}\nlist: [1, {written or '~'}]\n".encode(), "x") == (
        {"key": None, "list": [1, None]},
        [],
    )


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa: [1, {b: c}]\n",
        b"a:\r\n  - 1\r\n  - b: c\r\n",
        b"---\na: [1, {b: c}]\n...\n",
        b"# comment\na: # another\n- 1\n- {b: c}",
        b'{"a": [1, {"b": "c"}]}',
        b"? a\n: [1, {b: c}]",
        b"a: [\n\t1, {b:\tc}]\n",
    ],
)
def test_many_ways_to_write_one_value(data: bytes) -> None:
    assert read_yaml(data, "x") == ({"a": [1, {"b": "c"}]}, [])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("EVC101", "empty")),
        (b"\xef\xbb\xbf", ("EVC101", "empty")),
        (b" \n\t\r\n", ("EVC101", "empty")),
        (b"# only\n\n  # comments", ("EVC101", "comments")),
        (b"~\n", ("EVC101", "nothing")),
        (b"---\n", ("EVC101", "nothing")),
        (b"\x89PNG\r\n\x1a\n\0\0", ("EVC102", "image")),
        (b"\xff\xd8\xff\xe0", ("EVC102", "image")),
        (b"%PDF-1.7\n%\xe2\xe3", ("EVC102", "pdf")),
        (b"PK\x03\x04\x14\0", ("EVC102", "office")),
        (b"<!DOCTYPE html>\n<html lang=nl>", ("EVC102", "page")),
        (b"\n <HTML><body>a: b", ("EVC102", "page")),
        (b"<?xml version='1.0'?>", ("EVC102", "page")),
        ("a: b".encode("utf-16"), ("EVC102", "utf-16")),
        ("a: b".encode("utf-16-le"), ("EVC102", "utf-16")),
        ("a: b".encode("utf-32"), ("EVC102", "utf-16")),
        (b"a: some text\nb: \0\n", ("EVC102", "binary")),
        (b"x" * (MAX_FILE_BYTES + 1), ("EVC113", "size")),
    ],
)
def test_a_whole_file_that_is_no_yaml_is_one_error(data: bytes, expected: tuple[str, str]) -> None:
    assert said(data) == [expected]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        # Windows-1252, at the byte
        (b"a: 1\nnaam: Ren\xe9\n", ("EVC102", "other-encoding", 2, 10)),
        ("naam: é\n".encode() + b"b: \xe9", ("EVC102", "other-encoding", 2, 4)),
        (b"a: \xed\xa0\x80", ("EVC102", "other-encoding", 1, 4)),
        (b"a: \xc3", ("EVC102", "other-encoding", 1, 4)),
        # a space between the bytes of a character does not mend it
        (b"a: \xc3 \xa9", ("EVC102", "other-encoding", 1, 4)),
        # tabs
        ("\ta: 1\n", ("EVC104", None, 1, 1)),
        ("a:\n\tb: 1\n", ("EVC104", None, 2, 1)),
        ("a:\n  - b\n\t- c\n", ("EVC104", None, 3, 1)),
        ("a: |\n\ttext\n", ("EVC104", None, 2, 1)),
        # what is opened and not closed, at the opening
        ("a: 'b\nc: d\n", ("EVC105", "quote", 1, 4)),
        ('a: "b\nc: d\n', ("EVC105", "quote", 1, 4)),
        ('a: "b\nc: "d"\ne: 1\n', ("EVC105", "quote", 1, 4)),
        ("x: 1\na: 'b\n---\nc'\n", ("EVC105", "quote", 2, 4)),
        ("a: [b, c\nd: e\n", ("EVC105", "bracket", 1, 4)),
        ("a: [b, c}\n", ("EVC105", "bracket", 1, 4)),
        ("a: {b: {c: [d}\n", ("EVC105", "bracket", 1, 12)),
        ("a: {b: c\nd: e\nf: g\n", ("EVC105", "brace", 1, 4)),
        ("a: [", ("EVC105", "bracket", 1, 4)),
        ("a: {b: [c,\n\n", ("EVC105", "bracket", 1, 8)),
        ("a: {b: [c],\n", ("EVC105", "brace", 1, 4)),
        # git
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", ("EVC106", None, 2, 1)),
        ("a: 1\n=======\nb: 2\n", ("EVC106", None, 2, 1)),
        ("a: 'x\n<<<<<<< HEAD\n  b'\n", ("EVC106", None, 2, 1)),
        # duplicate keys
        ("a: 1\nb: 2\na: 3\n", ("EVC107", None, 3, 1)),
        ('a: 1\n"\\x61": 2\n', ("EVC107", None, 2, 1)),
        ("x: {a: 1, 'a': 2}\n", ("EVC107", None, 1, 11)),
        ("\ufeffa: 1\na: 2\n", ("EVC107", None, 2, 1)),
        # keys
        ("1: a\n", ("EVC108", "not-text", 1, 1)),
        ("a: {'1': x}\nb: {1: y}\n", ("EVC108", "not-text", 2, 5)),  # in quotes it was a text
        ("a: {1: y}\nb: {'1': x}\n", ("EVC108", "not-text", 1, 5)),
        ("true: a\n", ("EVC108", "not-text", 1, 1)),
        ("~: a\n", ("EVC108", "not-text", 1, 1)),
        ("'': a\n", ("EVC108", "empty", 1, 1)),
        ("a: 1\n: b\n", ("EVC108", "empty", 2, 1)),
        ("? [a]\n: b\n", ("EVC108", "collection", 1, 3)),
        (f"? {'k' * (MAX_KEY_LENGTH + 1)}\n: 1\n", ("EVC113", "key", 1, 3)),
        (f"a: 1\n{'k' * (MAX_KEY_LENGTH + 50)}: 1\n", ("EVC113", "key", 2, 1)),
        # anchors, aliases, merging, tags, directives, documents
        ("a: &x 1\n", ("EVC109", "anchor", 1, 4)),
        ("a: *x\n", ("EVC109", "alias", 1, 4)),
        ("a: *vet*\n", ("EVC109", "alias", 1, 4)),
        ("a: &x [*x]\n", (("EVC109", "anchor", 1, 4), ("EVC109", "alias", 1, 8))),
        ("a: {<<: {b: 1}}\n", ("EVC109", "merge", 1, 5)),
        ("a: !!str 1\n", ("EVC110", None, 1, 4)),
        ("a: ! 1\n", ("EVC110", None, 1, 4)),
        ("a: !foo!bar 1\n", ("EVC110", None, 1, 4)),
        ("%YAML 1.2\n---\na: 1\n", ("EVC111", None, 1, 1)),
        ("%TAG ! tag:x,2026:\n---\na: 1\n", ("EVC111", None, 1, 1)),
        ("%FOO\n---\na: 1\n", ("EVC111", None, 1, 1)),
        ("%YAML 1.2\na: 1\n", ("EVC111", None, 1, 1)),
        ("a: 1\n---\nb: 1\n", ("EVC112", None, 2, 1)),
        ("a: 1\n...\nb: 1\n", ("EVC112", None, 3, 1)),
        # the rest of what people write
        ("a: b: c\n", ("EVC103", "colon", 1, 5)),
        ("a: 1\n b: 2\n", ("EVC103", "indentation", 2, 2)),
        ("a:\n  - b\n c: 2\n", ("EVC103", "indentation", 3, 2)),
        ("  a: 1\nb: 2\n", ("EVC103", "indentation", 2, 1)),
        ("Dag\nb: 1\n", ("EVC103", "missing-colon", 1, 1)),
        ("a: 1\nb\n", ("EVC103", "missing-colon", 2, 1)),
        ("a: - b\n", ("EVC103", "list-here", 1, 4)),
        ("a: @b\n", ("EVC103", "start-character", 1, 4)),
        ("a: 'it's'\n", ("EVC103", "after-quote", 1, 8)),
        ('a: "C:\\map"\n', ("EVC103", "escape", 1, 7)),
        ("a: >x\n  b\n", ("EVC103", "block-text", 1, 5)),
        ("a: ]\n", ("EVC103", "closing", 1, 4)),
        ("a: [b, , c]\n", ("EVC103", "comma", 1, 8)),
        ("{a: 1}\nb: 2\n", ("EVC103", "after-end", 2, 1)),
    ],
)
def test_what_is_refused_and_where(data: str | bytes, expected: tuple[object, ...]) -> None:
    assert said(data) == ([expected] if isinstance(expected[0], str) else list(expected))


def test_a_duplicate_key_names_both_lines() -> None:
    _, problems = read_yaml(b"a: 1\n'a': 2\n\"\\u0061\": 3\n", "x")
    assert [(p.data["first_line"], p.spot and p.spot.line) for p in problems] == [(1, 2), (1, 3)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: b\u202ec\n", ("EVC114", "bidi", 1, 5)),
        ('a: "b\\u2066c"\n', ("EVC114", "bidi", 1, 6)),
        ("a: |\n  b\n  \u2067c\n", ("EVC114", "bidi", 3, 3)),
        ("\u202ea: b\n", ("EVC114", "bidi", 1, 1)),
        ("a: b\x07\n", ("EVC114", "control", 1, 5)),
        ('a: "\\a"\n', ("EVC114", "control", 1, 5)),
        ('a: "\\0"\n', ("EVC114", "control", 1, 5)),
        ("a: \x7f\n", ("EVC114", "control", 1, 4)),
        ('a: "\\x9f"\n', ("EVC114", "control", 1, 5)),
        ("a: b\x85c\n", ("EVC114", "line-separator", 1, 5)),
        ('a: "\\N"\n', ("EVC114", "line-separator", 1, 5)),
        ("a: b # c\u2028d: e\n", ("EVC114", "line-separator", 1, 9)),
        ('a: "\\P"\n', ("EVC114", "line-separator", 1, 5)),
        ("a: b\rc: d\n", ("EVC114", "lone-cr", 1, 5)),
        ('a: "b\\rc"\n', ("EVC114", "lone-cr", 1, 6)),
        ("a: b\ufeff\n", ("EVC114", "bom", 1, 5)),
        ('a: "\\ufeff"\n', ("EVC114", "bom", 1, 5)),
        ('a: "\\ud83d\\ude00"\n', ("EVC114", "surrogate", 1, 5)),
        ("a: \ufdd0\n", ("EVC114", "noncharacter", 1, 4)),
        ('a: "\\U0001fffe"\n', ("EVC114", "noncharacter", 1, 5)),
        ("a: \uffff\n", ("EVC114", "noncharacter", 1, 4)),
        ("a: b\u200bc\n", ("EVC115", None, 1, 5)),
        ("a: e" + "\u0301" * 21 + "\n", ("EVC116", None, 1, 4)),
    ],
)
def test_characters_at_their_place(data: str, expected: tuple[object, ...]) -> None:
    assert said(data) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a\tb",
        "\u200d\u200c\u200e\u200f",
        "é",
        "e" + "\u0301" * 20,
        "😀 \U0010fffd",
        "\u00ad\u061c",
    ],
)
def test_characters_that_are_fine(text: str) -> None:
    assert read_yaml(f"a: x{text}x\n".encode(), "x") == ({"a": f"x{text}x"}, [])


def test_line_breaks_written_as_json_does_are_fine() -> None:
    assert read_yaml(b'{"a": "b\\r\\nc\\td"}', "x") == ({"a": "b\r\nc\td"}, [])


def test_a_direction_in_a_comment_is_no_text() -> None:
    assert read_yaml("a: | # \u202e\n  b\n".encode(), "x") == ({"a": "b\n"}, [])


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("123456782", True),
        ("bsn: 111222333.", True),
        ("111222333", True),
        ("123456789", False),  # fails the 11-test
        ("000000000", False),  # passes it, but all are equal
        ("x123456782", False),
        ("123456782é", False),
        ("1123456782", False),
        ("123456782٣", False),
        ("12345678", False),
        ("١٢٣٤٥٦٧٨٢", False),
    ],
)
def test_a_citizen_number_is_warned_of_and_never_repeated(text: str, warned: bool) -> None:
    value, problems = read_yaml(f'a: "{text}"\n'.encode(), "x")
    assert value == {"a": text}
    assert [problem.code for problem in problems] == (["EVC118"] if warned else [])
    assert not any("123456782" in repr(problem) or "111222333" in repr(problem) for problem in problems)


def test_a_citizen_number_is_no_hash_and_may_be_a_key_or_escaped() -> None:
    assert read_yaml(b"sha256: 123456782\njudged: {portfolio: '123456782'}\n", "x")[1] == []
    assert [p.code for p in read_yaml(b"'123456782': a\nb: \"\\x3123456782\"\n", "x")[1]] == ["EVC118", "EVC118"]


def test_bounds_let_through_what_just_fits() -> None:
    deep = f"{'[' * MAX_DEPTH}{']' * MAX_DEPTH}".encode()
    assert read_yaml(deep, "x")[1] == []
    assert said(b"[" + deep + b"]") == [("EVC113", "depth", 1, MAX_DEPTH + 1)]
    many = f"[{'1,' * (MAX_NODES - 1)}]".encode()
    assert read_yaml(many, "x")[1] == []
    assert said(many.replace(b"[1,", b"[0,1,")) == [("EVC113", "nodes", 1, 2 * MAX_NODES)]
    assert read_yaml(f"? {'k' * MAX_KEY_LENGTH}\n: 1\n".encode(), "x")[1] == []


def test_every_problem_of_a_file_is_found_in_one_reading() -> None:
    data = "a: 1\na: 2\n1: b\nc: &d e\nf: *d\ng: !!int 3\nh: b\u202ec\n"
    assert [row[0] for row in said(data)] == ["EVC107", "EVC108", "EVC109", "EVC109", "EVC110", "EVC114"]


def test_the_key_path_survives_lists_and_collections_as_keys() -> None:
    _, problems = read_yaml(b"a: [1, {b: !x 2}]\nc: []\n? {q: 1}\n: [3, !x 4]\nd: !x 5\n", "x")
    tags = [problem.at for problem in problems if problem.code == "EVC110"]
    assert tags == [("a", 1, "b"), ("?", 1), ("d",)]


def test_the_slow_parser_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = ["a: [1, {b: 2.5}]\n", "a: 1\na: 2\n", "a: 'b\nc: d\n", "a: [b\nc: d\n", "\ta: 1\n", "a: &x *x\n"]
    fast = [read_yaml(case.encode(), "x") for case in cases]
    monkeypatch.setattr(events, "_parser", events._PureParser)  # noqa: SLF001 - as where libyaml is absent
    assert [read_yaml(case.encode(), "x") for case in cases] == fast


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1\na: 2\nb: 3\n", {"a": 1, "b": 3}),  # the first of two equal keys holds
        ('a: {x: 1}\n"a": [2, {a: 3}]\nb: 3\n', {"a": {"x": 1}, "b": 3}),
        ('a: "x\\u202Ey"\n', {"a": "x\u202ey"}),
    ],
)
def test_what_is_still_known_is_read_on(text: str, value: object) -> None:
    read, problems = read_yaml(text.encode(), "x.yml")
    assert problems
    assert read == value


def test_a_key_twice_does_not_hide_a_bad_date() -> None:
    text = "format: evc/portfolio@1\ncandidate: {id: K}\ncandidate: {id: L}\nprogramme: p\nsubmitted: 1-1-2026\n"
    document = parse_document(Path("x.yml"), "x.yml", f"{text}evidence: []\nclaims: []\n".encode(), "portfolio")
    assert [problem.code for problem in document.problems] == ["EVC107", "EVC209"]
