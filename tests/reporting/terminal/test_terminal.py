"""The view of `evc assess`: what it says in a pipe, how it gives way to narrow terminals, what it never does."""

import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.reporting import samples
from tests.reporting.advices import advice, criterion, not_claimed, outcome, unit

from evc.language import LANGUAGES, language
from evc.model.advice import Advice, Recommendation
from evc.model.dossier import Candidate
from evc.model.text import Text
from evc.reporting.cells import width
from evc.reporting.names import names_of
from evc.reporting.terminal import plain, rich_text
from evc.reporting.terminal.look import ASCII, UNICODE
from evc.reporting.words import coverage_word, finding_text, label_word, recommendation_word

NL = language("nl")
SAMPLES = (samples.rich, samples.before_assessors, samples.evidence_only, samples.nothing_claimed)
VERDICT_SHAPES = {shape for tone, shape in UNICODE.tones.items() if shape in "✓✗~"}


def on_terminal(shown: Advice, room: int, verbosity: int = 0, *, ascii: bool = False) -> list[str]:  # noqa: A002
    return [line.plain for line in rich_text(shown, NL, "verhage/", verbosity, room, ascii=ascii)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("verbosity", [-1, 0, 1])
def test_every_message_is_there(code: str, sample: Callable[[], Advice], verbosity: int) -> None:
    shown = plain(sample(), language(code), "d", verbosity)
    assert not re.search(r"\b(terminal|short|explain|label|coverage|recommendation)\.[a-z]", shown)
    assert "{" not in shown


def test_a_row_for_each_unit_and_each_outcome_of_a_claimed_unit() -> None:
    lines = plain(samples.rich(), NL, "d", 0).splitlines()
    for each in samples.rich().units:
        row = next(line for line in lines if NL.pick(each.title, "nl")[0] in line)
        assert recommendation_word(each, NL) in row
        claimed = any(one.verdict is not None for one in each.outcomes)
        for one in each.outcomes:
            rows = [line for line in lines if line.lstrip().startswith(NL.pick(one.title, "nl")[0] + "  ")]
            assert bool(rows) == claimed
            assert not claimed or label_word(one.label, NL) in rows[0]


def test_columns_stand_under_their_headings() -> None:
    lines = plain(samples.rich(), NL, "d", 0).splitlines()
    heading = next(line for line in lines if NL.say("terminal.column.verdict") in line)
    place = heading.index(NL.say("terminal.column.verdict"))
    rows = lines[lines.index(heading) + 1 : lines.index("", lines.index(heading))]
    assert rows
    assert all(row[place] in UNICODE.tones.values() and row[place - 2 : place] == "  " for row in rows)


def test_evidence_set_aside_is_counted() -> None:
    row = next(line for line in plain(samples.rich(), NL, "d", 0).splitlines() if "Pedagogisch klimaat" in line)
    assert NL.say("terminal.counted-of", {"counts": 4, "cited": 5}) in row


def test_the_parts_of_the_sum_are_the_programme() -> None:
    sum_line = plain(samples.rich(), NL, "d", -1)
    *parts, whole = (Decimal(number) for number in re.findall(r"\d+", sum_line))
    assert sum(parts) == whole == samples.rich().credits.programme
    assert parts[0] == samples.rich().credits.awarded


def test_quiet_is_the_sum_line_alone() -> None:
    for sample in SAMPLES:
        (line,) = plain(sample(), NL, "d", -1).splitlines()
        assert line in plain(sample(), NL, "d", 0).splitlines()


def test_conditions_are_said_in_their_order() -> None:
    shown = plain(samples.rich(), NL, "d", 0)
    names = names_of(samples.rich(), NL, plain=True)
    places = [shown.index(finding_text(condition, names)) for condition in samples.rich().conditions]
    assert len(places) == len(samples.rich().conditions)
    assert places == sorted(places)


def test_before_any_assessor_looked_there_is_coverage_and_no_verdict() -> None:
    shown = plain(samples.before_assessors(), NL, "d", 1)
    assert not VERDICT_SHAPES & set(shown)
    for unit_advice in samples.before_assessors().units:
        for one in unit_advice.outcomes:
            row = next(line for line in shown.splitlines() if line.startswith(NL.pick(one.title, "nl")[0]))
            assert coverage_word(one.coverage, NL) in row


def test_a_programme_without_assessors_has_verdicts() -> None:
    assert UNICODE.tones[next(iter(UNICODE.tones))] in plain(samples.evidence_only(), NL, "d", 0)


def test_verbose_shows_every_criterion_and_rating() -> None:
    shown = plain(samples.rich(), NL, "d", 1)
    quiet = plain(samples.rich(), NL, "d", 0)
    for each in samples.rich().units:
        for one in each.outcomes:
            for every in one.criteria:
                title = f"{every.id} {NL.pick(every.title, 'nl')[0]}"
                assert title in shown
                assert title not in quiet
    assert "A-12" in shown


@pytest.mark.parametrize("room", [20, 40, 63, 64, 80, 91, 92, 96, 120, 200])
@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("verbosity", [0, 1])
def test_nothing_is_wider_than_the_terminal_but_commands(
    room: int, sample: Callable[[], Advice], verbosity: int
) -> None:
    for line in on_terminal(sample(), room, verbosity):
        assert width(line) <= max(room, 24) or line.lstrip().startswith(("evc ", "K-2026"))


@pytest.mark.parametrize("room", [30, 50, 64, 75, 92, 130])
def test_no_room_ever_cuts_a_title_or_a_verdict(room: int) -> None:
    letters = "".join(on_terminal(samples.rich(), room)).replace(" ", "")
    for each in samples.rich().units:
        title = NL.pick(each.title, "nl")[0]
        assert all(word in letters for word in title.split())
        assert recommendation_word(each, NL).split()[0] in letters


def test_what_is_missing_moves_below_and_then_the_table_becomes_a_list() -> None:
    missing = NL.say("terminal.column.missing")
    verdict = NL.say("terminal.column.verdict")
    wide, middle, narrow = ("\n".join(on_terminal(samples.rich(), room)) for room in (120, 80, 63))
    assert missing in wide
    assert missing not in middle
    assert verdict in middle
    assert verdict not in narrow
    assert all("T2" in shown for shown in (wide, middle, narrow))


def test_the_bar_is_for_a_terminal_and_is_whole() -> None:
    bars = [line for line in on_terminal(samples.rich(), 100) if set(line) <= set(UNICODE.bar) and line]
    assert [len(bar) for bar in bars] == [60]
    assert not set(UNICODE.bar[:3]) & set(plain(samples.rich(), NL, "d", 0))


def test_ascii_glyphs() -> None:
    shown = plain(samples.rich(), NL, "d", 1, ascii=True) + "".join(on_terminal(samples.rich(), 100, ascii=True))
    assert not set("✓✗█▒░") & set(shown)
    assert ASCII.separator in shown


@pytest.mark.parametrize("folder", ["map met spaties", "-rf", "it's", "$(rm)", "a;b"])
def test_commands_can_be_copied(folder: str) -> None:
    commands = [
        line.strip() for line in plain(samples.rich(), NL, folder, 0).splitlines() if line.startswith("      evc ")
    ]
    assert 1 <= len(commands) <= 3
    for command in commands:
        words = shlex.split(command)
        assert words[2] in (folder, f"./{folder}")
        assert not words[2].startswith("-")
        assert words[1] in ("assess", "explain", "check")


def test_the_nearest_outcome_comes_first_and_the_report_last() -> None:
    lines = plain(samples.before_assessors(), NL, "d", 0).splitlines()
    commands = [line.strip() for line in lines if line.startswith("      evc ")]
    assert commands[0] == "evc explain d zorg-signaleren/Z3"
    assert commands[-1].startswith("evc assess d --report ")


def test_judging_again_is_nobodys_next_step() -> None:
    assert not any(
        " praktijkonderzoek" in line for line in plain(samples.rich(), NL, "d", 0).splitlines() if "evc " in line
    )


def test_advice_is_no_decision() -> None:
    for verbosity in (0, 1):
        last = plain(samples.rich(), NL, "d", verbosity).splitlines()[-1]
        assert last.startswith(NL.say("terminal.closing").rstrip("."))


def hostile() -> Advice:
    one = outcome("o", "[/x] [bold] :warning:", (criterion("C1", "\x1b[31m", "B1"),))
    units = (unit("U", "\u202eomgekeerd", (one, not_claimed("p", "x\ny")), Recommendation.PARTIAL),)
    shown = advice(units, (), assessors=samples.rich().assessors)
    return replace(
        shown,
        candidate=Candidate("K-1", "\x1b]0;titel\x07"),
        programme=replace(shown.programme, title=Text({"": "\x9b"})),
    )


def test_foreign_text_stays_text() -> None:
    for shown in (plain(hostile(), NL, "\x1b[2J", 1), "\n".join(on_terminal(hostile(), 100, 1))):
        assert not set("\x1b\x07\x9b\u202e") & set(shown)
        assert "[/x] [bold] :warning:" in shown


def test_a_pipe_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from tests.reporting import samples\n"
        "from evc.language import language\n"
        "from evc.reporting.terminal import plain, explain\n"
        "advice = samples.rich()\n"
        "plain(advice, language('nl'), 'd', 1)\n"
        "explain(advice, language('nl'), 'zorg-signaleren', None, {})\n"
        "print(sorted({'rich', 'babel', 'jinja2', 'jsonschema', 'yaml', 'typer'} & set(sys.modules)))"
    )
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
