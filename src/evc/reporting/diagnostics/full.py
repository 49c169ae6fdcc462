"""A problem with its line of the file and a caret under what is wrong, and how to mend it, for a terminal."""

from collections.abc import Mapping, Sequence

from evc.diagnostics import START, Diagnostic, Problem, Spot
from evc.language import Language
from evc.reporting.cells import width
from evc.reporting.diagnostics.excerpt import excerpt
from evc.reporting.diagnostics.shown import choose, omitted_lines, place
from evc.reporting.diagnostics.summary import summary
from evc.reporting.diagnostics.words import hint, label, message

_MOST_LABEL_CELLS = 60


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """The problems in order, a blank line between them and none inside, then the sum."""
    shown = choose(diagnostics)
    lines = {file: _lines(source) for file, source in sources.items()}
    blocks = [_block(each, lines.get(each.problem.file, ()), language) for each in shown.diagnostics]
    blocks += [*omitted_lines(shown, language), summary(diagnostics, len(sources), language)]
    return "\n\n".join(blocks)


def _block(diagnostic: Diagnostic, lines: Sequence[str], language: Language) -> str:
    problem, spot = diagnostic.problem, diagnostic.spot
    severity = language.say(f"severity.{diagnostic.severity.value}")
    margin = " " * len(str(spot.line))
    block = [f"{severity}[{problem.code}]: {message(problem, language)}", f"{margin}--> {place(diagnostic)}"]
    if spot != START and spot.line <= len(lines):
        block += _source(spot, lines, _label(problem, language))
    more = language.say("hint.more", {"command": f"evc rule {problem.code}"})
    help_text = hint(problem, language)
    block.append(f"{language.say('hint', {'hint': help_text})}  {more}" if help_text else more)
    return "\n".join(block)


def _label(problem: Problem, language: Language) -> str:
    """What is said at the caret; many names are left out where the hint names the one that was meant."""
    said = label(problem, language) or ""
    return "" if problem.data.get("near") and width(said) > _MOST_LABEL_CELLS else said


def _source(spot: Spot, lines: Sequence[str], said: str) -> list[str]:
    """The line before, the line itself, and the caret with its label; a whole file has none of these."""
    digits = len(str(spot.line))
    margin = " " * digits
    found = excerpt(lines[spot.line - 1], spot.column, spot.end_column)
    before = excerpt(lines[spot.line - 2], 1, 1).text if spot.line > 1 else ""
    source = [f"{margin} |"]
    if before.strip():
        source.append(f"{spot.line - 1:>{digits}} | {before}".rstrip())
    source.append(f"{spot.line} | {found.text}".rstrip())
    source.append(f"{margin} | {' ' * found.start}{'^' * found.length} {said}".rstrip())
    source.append(f"{margin} |")
    return source


def _lines(source: bytes) -> list[str]:
    """The lines as positions count them: code points, without a BOM, ended by LF, CRLF or CR."""
    text = source.decode("utf-8", errors="replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
