"""Workflow commands: each on one line, with nothing in it that starts another."""

import pytest
from tests.reporting.diagnostics.problems import EMPTY, SOURCES, UNKNOWN, UNUSED, diagnostic

from evc.language import language
from evc.reporting.diagnostics import render

NL = language("nl")


def lines(*diagnostics: object) -> list[str]:
    return render("github", diagnostics, SOURCES, NL).splitlines()  # type: ignore[arg-type] # diagnostics of a test


def test_a_command_a_problem_and_the_sum() -> None:
    shown = lines(UNKNOWN, UNUSED, EMPTY)
    assert shown[0].startswith("::error file=verhage/consensus.yml,line=1,col=1,endColumn=1,title=EVC317::")
    assert shown[1].startswith("::warning file=verhage/portfolio.yml,line=3,col=5,endColumn=12,title=EVC341::")
    assert shown[2].startswith("::error file=verhage/portfolio.yml,line=4,col=16,endColumn=18,title=EVC303::")
    assert '"P2"' in shown[2]
    assert len(shown) == 4
    assert not shown[3].startswith("::")


def test_a_note_is_a_notice() -> None:
    assert lines(diagnostic("EVC602", 1, 1, 2, phrase="x"))[0].startswith("::notice file=")


@pytest.mark.parametrize(
    ("file", "name", "expected"),
    [
        ("a,b:c.yml", "x", "file=a%2Cb%3Ac.yml,"),
        ("100%.yml", "x", "file=100%25.yml,"),
        ("a.yml", "50%25 off", '"50%2525 off"'),
        ("a.yml", "x::error::y", '"x::error::y"'),  # not at the beginning of a line
    ],
)
def test_signs_are_escaped(file: str, name: str, expected: str) -> None:
    assert expected in lines(diagnostic("EVC303", 1, 1, 2, file, id=name, known=()))[0]


@pytest.mark.parametrize("break_", ["\n", "\r", "\r\n", "\u2028", "\x85", "\x1b"])
def test_a_line_break_starts_no_command(break_: str) -> None:
    shown = lines(diagnostic("EVC303", 1, 1, 2, f"a{break_}::error::x.yml", id=f"x{break_}::stop::", known=()))
    assert len(shown) == 2
    assert shown[0].count("::error file=") == 1


def test_nothing_wrong_is_one_plain_line() -> None:
    assert len(lines()) == 1
