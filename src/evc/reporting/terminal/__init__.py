"""The view that `evc assess` and `evc explain` show: rows of strings, aligned in a pipe, drawn by rich on a terminal.

Nothing heavy is imported on the piped path: no rich, no Babel; dates are ISO, numbers plain digits (REPORTS §1.5).
"""

from typing import TYPE_CHECKING

from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.show import show
from evc.reporting.terminal.columns import table
from evc.reporting.terminal.lines import BLANK, Line, as_plain, as_rich, bold, line, wrapped
from evc.reporting.terminal.look import Look, look_at
from evc.reporting.terminal.next_steps import next_steps, step_lines
from evc.reporting.terminal.rows import rows
from evc.reporting.terminal.sums import bar, remarks, sum_lines
from evc.reporting.terminal.trace import explain

if TYPE_CHECKING:
    from rich.text import Text as RichText

__all__ = ["explain", "plain", "rich_text"]


def plain(advice: Advice, language: Language, dossier: str, verbosity: int, *, ascii: bool = False) -> str:  # noqa: A002
    """The view as aligned text for a pipe: nothing wraps and no bar.

    `dossier` is the path as the user gave it, for the commands; `verbosity` is -1 for the sum alone, 0, or 1 for
    every criterion; `ascii` replaces the glyphs where the output cannot carry them.
    """
    return as_plain(_lines(look_at(advice, language, verbose=verbosity > 0, ascii=ascii), dossier, verbosity, None))


def rich_text(  # noqa: PLR0913 - what is shown, and how
    advice: Advice,
    language: Language,
    dossier: str,
    verbosity: int,
    width: int,
    *,
    ascii: bool = False,  # noqa: A002 - it says it best
) -> list["RichText"]:
    """The view for a terminal of so many columns, a Text a line; print each with ``soft_wrap=True``.

    The lines are wrapped already where they may be; commands are longer where they must be, to be copied whole.
    """
    look = look_at(advice, language, verbose=verbosity > 0, ascii=ascii)
    return as_rich(_lines(look, dossier, verbosity, width))


def _lines(look: Look, dossier: str, verbosity: int, room: int | None) -> list[Line]:
    if verbosity < 0:
        return sum_lines(look, None)
    lines = [*_heading(look, room), BLANK, *table(rows(look), look, room), BLANK]
    lines += [*bar(look, room), *sum_lines(look, room)]
    said = remarks(look, room)
    if said:
        lines += [BLANK, *said]
    lines += [BLANK, *step_lines(next_steps(look, dossier), look, room), BLANK]
    return [*lines, *wrapped(_closing(look), room)]


def _closing(look: Look) -> str:
    """What this is not, and how to see more of it."""
    closing = look.language.say("terminal.closing" if look.judged else "terminal.closing.coverage")
    return closing if look.verbose else look.language.say("terminal.closing.more", {"closing": closing})


def _heading(look: Look, room: int | None) -> list[Line]:
    """Who, for what programme, on which day, judged by whom."""
    advice, say = look.advice, look.language.say
    who = show(f"{advice.candidate.id}  {advice.candidate.name or ''}".rstrip())
    assessors = [each.assessor.id for each in advice.assessors]
    facts = [look.names.text(advice.programme.title), say("terminal.on", {"date": advice.on.isoformat()})]
    if assessors:
        by = {"assessors": look.language.list(assessors)}
        facts.append(look.language.say_count("terminal.assessors", len(assessors), by))
    else:
        facts.append(say("terminal.assessors.unasked" if look.judged else "terminal.assessors.none"))
    return [line(who, bold()), *wrapped(show(look.glyphs.facts(facts)), room)]
