"""From key paths to lines and columns, counted from 1 in code points (DESIGN §6, STYLE §4.6)."""

import pytest

from evc.diagnostics import START, KeyPath, Problem, Spot, Where
from evc.reading.locating import diagnose, locate

FILE = """\
format: x
candidate: {id: K, name: 'é
  b'}
evidence:
  - id: B1
    title: 😀 long
     text   # comment
  - [x, y]
claims:
  - outcome: p
    account: |
      abc
    supports: {P1: [B1, B3],
      P2: []}
  -
empty:
"quoted key": &ignored 1
"""


@pytest.mark.parametrize(
    ("path", "where", "spot"),
    [
        ((), "value", (1, 1, 1)),
        (("format",), "key", (1, 1, 7)),
        (("format",), "value", (1, 9, 10)),
        (("candidate",), "value", (2, 12, 28)),  # of several lines the first
        (("candidate", "id"), "value", (2, 17, 18)),
        (("candidate", "name"), "key", (2, 20, 24)),
        (("candidate", "name"), "value", (2, 26, 28)),
        (("evidence",), "key", (4, 1, 9)),
        (("evidence",), "value", (5, 3, 11)),
        (("evidence", 0), "key", (5, 5, 11)),  # an item has no key: its start
        (("evidence", 0), "value", (5, 5, 11)),
        (("evidence", 0, "title"), "value", (6, 12, 18)),  # an emoji is one column
        (("evidence", 1, 1), "value", (8, 9, 10)),
        (("claims", 0, "account"), "value", (11, 14, 15)),
        (("claims", 0, "supports"), "value", (13, 15, 29)),
        (("claims", 0, "supports", "P1", 1), "value", (13, 25, 27)),
        (("claims", 0, "supports", "P2"), "value", (14, 11, 13)),
        (("empty",), "value", (16, 1, 6)),  # nothing has no place but its key
        (("quoted key",), "key", (17, 1, 13)),
        # what is not there: the nearest above it that is
        (("candidate", "role"), "key", (2, 1, 10)),
        (("evidence", 0, "issued", "x"), "value", (5, 5, 11)),
        (("evidence", 7), "value", (4, 1, 9)),
        (("nowhere", 0), "value", (1, 1, 1)),
    ],
)
def test_a_key_path_points(path: KeyPath, where: str, spot: tuple[int, int, int]) -> None:
    place = (path, Where(where))
    assert locate(FILE.encode(), [place]) == {place: Spot(*spot)}


def test_a_byte_order_mark_and_crlf_change_no_place() -> None:
    asked = [(("evidence", 0, "title"), Where.VALUE), (("candidate", "name"), Where.VALUE)]
    windows = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    assert locate(windows, asked) == locate(FILE.encode(), asked)


def test_a_broken_file_is_searched_as_far_as_it_can_be() -> None:
    places = [(("a",), Where.VALUE), (("b",), Where.VALUE)]
    assert list(locate(b"a: 1\nb: 'x\n", places).values()) == [Spot(1, 4, 5), START]


def test_the_first_of_two_equal_keys_is_meant() -> None:
    place = (("a",), Where.VALUE)
    assert locate(b"a: 1\na: 22\n", [place]) == {place: Spot(1, 4, 5)}


def test_problems_become_diagnostics_in_order_and_once() -> None:
    files = {"x": b"a: 1\nb: [2]\n"}
    problems = [
        Problem("EVC206", "x", ("b",)),
        Problem("EVC206", "x", ("b", 0)),  # only follows from the one above
        Problem("EVC118", "x", ("b", 0)),  # a warning is said all the same
        Problem("EVC203", "x", ("a",), where=Where.KEY),
        Problem("EVC203", "x", ("a",), where=Where.KEY),
        Problem("EVC103", "x", spot=Spot(9, 9, 9)),
        Problem("EVC117", "gone"),
    ]
    found = [
        (d.problem.file, d.problem.code, d.severity.value, d.spot.line, d.spot.column)
        for d in diagnose(problems, files.get)
    ]
    assert found == [
        ("gone", "EVC117", "error", 1, 1),
        ("x", "EVC203", "error", 1, 1),
        ("x", "EVC206", "error", 2, 4),
        ("x", "EVC118", "warning", 2, 5),
        ("x", "EVC103", "error", 9, 9),
    ]


def test_a_fault_above_silences_those_below_in_whatever_order_they_come() -> None:
    problems = [Problem("EVC209", "x", ("a", "b")), Problem("EVC206", "x", ("a",))]
    assert [d.problem.code for d in diagnose(problems, {"x": b"a: {b: 1}"}.get)] == ["EVC206"]


def test_digits_of_a_citizen_number_go_no_further() -> None:
    problem = Problem("EVC301", "x", ("123456782",), {"id": "123456782", "known": ("a 111222333",), "n": 1})
    (found,) = diagnose([problem], {"x": b"'123456782': 1\n"}.get)
    assert found.problem.at == ("*********",)
    assert found.problem.data == {"id": "*********", "known": ("a *********",), "n": 1}
    assert found.spot == Spot(1, 14, 15)
