"""Files made to hurt, or hurt by accident: each is refused at its place, in little time and memory (DESIGN §3).

A case is a folder with ``input.yml`` and ``expect.yml``: the kind of file, and every problem in order, by its code and
whatever of its key path, line, column and data the case is about. Large and binary inputs are made below.
"""

import time
import tracemalloc
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from evc.diagnostics import Diagnostic, Problem
from evc.reading.limits import MAX_DEPTH, MAX_FILE_BYTES, MAX_NODES
from evc.reading.locating import diagnose
from evc.reading.shape import check_shape
from evc.reading.yaml import read_yaml

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expect.yml"))
MIB = 1 << 20


def found_in(data: bytes, kind: str) -> list[Diagnostic]:
    """Everything that reading says of one file, located."""
    value, problems = read_yaml(data, "input.yml")
    if value is not None:
        problems += check_shape(value, kind, "input.yml")
    return diagnose(problems, {"input.yml": data}.get)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    expected = yaml.safe_load((case / "expect.yml").read_text(encoding="utf-8"))
    found = found_in((case / "input.yml").read_bytes(), expected["kind"])
    assert [_shown(each, row) for each, row in zip(found, expected["problems"], strict=False)] == expected["problems"]
    assert len(found) == len(expected["problems"]), [each.problem for each in found]


def _shown(diagnostic: Diagnostic, row: Mapping[str, object]) -> dict[str, object]:
    """What a row of the expectation asks of a diagnostic."""
    facts: dict[str, object] = {
        **diagnostic.problem.data,
        "code": diagnostic.problem.code,
        "path": list(diagnostic.problem.at),
        "line": diagnostic.spot.line,
        "column": diagnostic.spot.column,
    }
    return {name: facts.get(name) for name in row}


def filled(unit: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """As many units as fit in a file of the largest size."""
    return before + unit * ((MAX_FILE_BYTES - len(before) - len(after)) // len(unit)) + after


PORTFOLIO = b"format: evc/portfolio@1\ncandidate: {id: K}\nprogramme: p\nsubmitted: 2026-01-01\nclaims: []\nevidence:\n"

MADE = {
    "empty": (b"", "EVC101"),
    "utf-16": ("format: evc/portfolio@1\n".encode("utf-16"), "EVC102"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "EVC102"),
    "nul bytes": (b"format: evc/portfolio@1\0\n", "EVC102"),
    "larger than a file may be": (b"a" * (MAX_FILE_BYTES + 1), "EVC113"),
    "25,000 brackets": (b"a: " + b"[" * 25_000, "EVC113"),
    "25,000 brackets, closed": (b"a: " + b"[" * 25_000 + b"]" * 25_000, "EVC113"),
    "25,000 braces": (b"{a: " * 25_000, "EVC113"),
    "25,000 lists in blocks": (b"- " * 25_000 + b"a", "EVC113"),
    "mappings in blocks": ("".join(f"{' ' * depth}a:\n" for depth in range(2_000)).encode(), "EVC113"),
    "question marks": (b"? " * 25_000, "EVC108"),
    "2 MiB of brackets": (filled(b"["), "EVC113"),
    "2 MiB of dashes": (filled(b"- "), "EVC113"),
    "2 MiB of empty lists": (filled(b"[],", b"[", b"]"), "EVC113"),
    "2 MiB of items": (filled(b"- a\n"), "EVC113"),
    "2 MiB of one text": (filled(b"x", b"a: '", b"'"), "EVC204"),
    "2 MiB of line ends": (filled(b"\n", b"a: '", b"'"), "EVC204"),
    "2 MiB of digits": (filled(b"7", b"a: "), "EVC204"),
    "2 MiB of spaces": (filled(b" ", b"a:", b"b"), "EVC204"),
    "2 MiB of one key": (filled(b"k", b"? ", b"\n: 1"), "EVC113"),
    "2 MiB of one key twice": (filled(b"a: 1\n"), "EVC107"),
    "2 MiB of quotes": (filled(b'"a\n'), "EVC105"),
    "2 MiB of anchors": (filled(b"- &a 1\n"), "EVC109"),
    "2 MiB of escapes": (filled(b"\\u202e", b'a: "', b'"'), "EVC114"),
    "2 MiB of zero width": (filled("\u200b".encode(), b"a: '", b"'"), "EVC204"),
    "2 MiB of accents": (filled("\u0301".encode(), b"a: '", b"'"), "EVC204"),
    "2 MiB of half line ends": (filled(b"a\r"), "EVC114"),
    "2 MiB of conflicts": (filled(b"<<<<<<< a\n"), "EVC106"),
    "2 MiB of nine digits": (filled(b"123456789 ", b"a: "), "EVC204"),
    "2 MiB of directives": (filled(b"%a b\n"), "EVC111"),
    "99,000 nothings": (PORTFOLIO + b"  -\n" * 99_000, "EVC205"),
    "33,000 empty items": (PORTFOLIO + b"  - {}\n" * 33_000, "EVC204"),
    "unknown keys": (b"".join((PORTFOLIO, b"  []\n", *(b"key%d: 1\n" % number for number in range(45_000)))), "EVC203"),
    "long unknown keys": (
        b"".join((PORTFOLIO, b"  []\n", *(b"k" * 900 + b"%d: 1\n" % n for n in range(2_000)))),
        "EVC203",
    ),
}


@pytest.mark.parametrize(("data", "code"), MADE.values(), ids=MADE.keys())
def test_made(data: bytes, code: str) -> None:
    assert len(data) <= MAX_FILE_BYTES + 1
    started = time.process_time()
    found = found_in(data, "portfolio")
    spent = time.process_time() - started
    assert code in {each.problem.code for each in found[:200]}
    assert spent < 3


@pytest.mark.parametrize(
    "name", ["2 MiB of items", "2 MiB of one key twice", "33,000 empty items", "2 MiB of line ends"]
)
def test_memory(name: str) -> None:
    data, _ = MADE[name]
    tracemalloc.start()
    try:
        found_in(data, "portfolio")
        assert tracemalloc.get_traced_memory()[1] < 200 * MIB
    finally:
        tracemalloc.stop()


def _first(data: bytes) -> Problem:
    return found_in(data, "portfolio")[0].problem


def test_nesting_is_refused_at_the_first_level_too_deep() -> None:
    flat = (_first(b"[" * 25_000), _first(b"- " * 25_000))
    assert [problem.spot.column for problem in flat if problem.spot] == [MAX_DEPTH + 1, 2 * MAX_DEPTH + 1]


def test_nodes_are_refused_at_the_first_too_many() -> None:
    problem = _first(filled(b"- a\n"))
    assert problem.spot is not None
    assert problem.spot.line == MAX_NODES


def test_1500_errors_are_all_found() -> None:
    lines = (f"  - {{id: B{number}, type: film, title: x, issued: 2026-01-01}}\n".encode() for number in range(1_500))
    found = found_in(PORTFOLIO + b"".join(lines), "portfolio")
    assert [each.spot.line for each in found] == list(_lines(7, 1_500))
    assert {each.problem.code for each in found} == {"EVC207"}


def test_1500_duplicate_keys_are_all_found() -> None:
    found = found_in(b"a: 1\n" * 1_501, "portfolio")
    assert [each.spot.line for each in found if each.problem.code == "EVC107"] == list(_lines(2, 1_500))


def _lines(first: int, count: int) -> Iterator[int]:
    return iter(range(first, first + count))
