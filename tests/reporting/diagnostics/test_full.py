"""The full form: the source line with a caret under what is wrong."""

import pytest
from tests.reporting.diagnostics.problems import EMPTY, SOURCES, UNKNOWN, UNUSED, diagnostic

from evc.language import language
from evc.reporting.cells import width
from evc.reporting.diagnostics import render
from evc.reporting.diagnostics.excerpt import excerpt

NL = language("nl")


def caret(shown: str) -> tuple[str, str]:
    """The source line with a caret, and the caret's line."""
    lines = shown.splitlines()
    place = next(number for number, line in enumerate(lines) if "^" in line)
    return lines[place - 1], lines[place]


def test_a_problem_is_one_block_with_its_line_and_caret() -> None:
    blocks = render("full", [UNKNOWN], SOURCES, NL).split("\n\n")
    first, *rest = blocks[0].splitlines()
    assert first.startswith(f"{NL.say('severity.error')}[EVC303]: ")
    assert rest[0] == " --> verhage/portfolio.yml:4:16"
    source, under = caret(blocks[0])
    assert source == "4 |     supports: {P5: [B1, B3], P2: [B3]}"
    assert under[source.index("P5") :].startswith("^^ ")
    assert "evc rule EVC303" in rest[-1]
    assert '"P2"' in rest[-1]
    assert len(blocks) == 2


def test_problems_are_in_order_and_once() -> None:
    shown = render("full", [UNKNOWN, UNUSED, EMPTY, UNKNOWN], SOURCES, NL)
    places = [line.split("--> ")[1] for line in shown.splitlines() if "--> " in line]
    assert places == ["verhage/consensus.yml:1:1", "verhage/portfolio.yml:3:5", "verhage/portfolio.yml:4:16"]


def test_a_whole_file_has_no_caret() -> None:
    assert "^" not in render("full", [EMPTY], SOURCES, NL)


@pytest.mark.parametrize(
    "sources", [{}, {"verhage/portfolio.yml": b"kort"}, {"verhage/portfolio.yml": b"\xff\xfe\x00"}]
)
def test_a_source_that_is_gone_or_shorter_is_left_out(sources: dict[str, bytes]) -> None:
    shown = render("full", [UNKNOWN], sources, NL)
    assert "EVC303" in shown
    assert "^" not in shown


@pytest.mark.parametrize(
    ("line", "column", "end", "text", "start", "length"),
    [
        ("a: fout", 4, 8, "a: fout", 3, 4),
        ("東京: fout", 5, 9, "東京: fout", 6, 4),
        ("a: 東京", 4, 6, "a: 東京", 3, 4),
        ("\ta: x", 2, 3, " a: x", 1, 1),
        ("a\u202eb: x", 4, 5, "a<U+202E>b: x", 10, 1),
        ("a\u202eb", 2, 3, "a<U+202E>b", 1, 8),
        ("e\u0301: x", 5, 6, "e\u0301: x", 3, 1),
        ("kort", 9, 12, "kort", 4, 1),
        ("leeg", 1, 1, "leeg", 0, 1),
        ("", 1, 1, "", 0, 1),
    ],
)
def test_the_caret_stands_under_it(line: str, column: int, end: int, text: str, start: int, length: int) -> None:
    found = excerpt(line, column, end)
    assert (found.text, found.start, found.length) == (text, start, length)


@pytest.mark.parametrize("column", [1, 30, 100, 500, 990, 1000])
@pytest.mark.parametrize("filler", ["x", "東"])
def test_a_long_line_is_windowed_round_the_caret(column: int, filler: str) -> None:
    line = filler * (column - 1) + "!" + filler * (1000 - column)
    found = excerpt(line, column, column + 1)
    assert width(found.text) <= 162
    before = 0
    for character in found.text:
        if before == found.start:
            assert character == "!"
            break
        before += width(character)
    assert found.length == 1


def test_a_bom_and_crlf_do_not_move_the_caret() -> None:
    sources = {"verhage/portfolio.yml": b"\xef\xbb\xbfformat: x\r\nwrong: y\r\n"}
    source, under = caret(render("full", [diagnostic("EVC303", 1, 1, 7, id="format", known=())], sources, NL))
    assert source == "1 | format: x"
    assert under.index("^") == source.index("format")


def test_foreign_text_is_harmless() -> None:
    sources = {"verhage/portfolio.yml": b"a: \x1b[31mrood"}
    shown = render("full", [diagnostic("EVC303", 1, 4, 5, id="\x1b[31m\u202e", known=())], sources, NL)
    assert not {"\x1b", "\u202e"} & set(shown)
