"""A problem a line."""

from tests.reporting.diagnostics.problems import EMPTY, SOURCES, UNKNOWN, UNUSED, diagnostic

from evc.language import language
from evc.reporting.diagnostics import FORMATS, render
from evc.reporting.diagnostics.words import message

NL = language("nl")
# What stands once for each problem where a code is also named elsewhere.
COUNTED = {"sarif": '"ruleId": "EVC303"', "github": "title=EVC303", "junit": 'type="EVC303"'}


def test_file_line_column_code_message() -> None:
    lines = render("concise", [UNKNOWN, UNUSED, EMPTY], SOURCES, NL).splitlines()
    assert lines[0].startswith("verhage/consensus.yml:1:1: EVC317 ")
    assert lines[1] == f"verhage/portfolio.yml:3:5: EVC341 {message(UNUSED.problem, NL)}"
    assert lines[2].startswith(f"verhage/portfolio.yml:4:16: EVC303 {message(UNKNOWN.problem, NL)}")
    assert '"P2"' in lines[2]
    assert len(lines) == 4


def test_a_name_with_a_line_break_stays_on_its_line() -> None:
    shown = render("concise", [diagnostic("EVC303", 1, 1, 2, "a\nb\x1b.yml", id="x\ny", known=())], {}, NL)
    assert len(shown.splitlines()) == 2
    assert "\x1b" not in shown


def test_windows_paths_are_shown_with_slashes() -> None:
    shown = render("concise", [diagnostic("EVC303", 1, 1, 2, "map\\portfolio.yml", id="x", known=())], {}, NL)
    assert shown.startswith("map/portfolio.yml:1:1: ")


def test_at_most_a_hundred_of_a_file_in_every_format() -> None:
    many = [diagnostic("EVC303", line, 1, 2, id="x", known=()) for line in range(1, 131)] + [EMPTY]
    for name in FORMATS:
        shown = render(name, many, SOURCES, NL)
        assert shown.count(COUNTED.get(name, "EVC303")) in (100, 200)
        assert "EVC317" in shown
        assert "30" in shown
