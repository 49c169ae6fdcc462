"""Which problems are shown: in order, and no more of one file than a reader can use (DESIGN §3, *Bounds*)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evc.diagnostics import Diagnostic, Severity, in_order
from evc.language import Language
from evc.reporting.show import show

MOST_OF_A_FILE = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """The problems shown, and how many of each file were left out."""

    diagnostics: tuple[Diagnostic, ...]
    omitted: Mapping[str, int]


def choose(diagnostics: Sequence[Diagnostic]) -> Shown:
    """By file, line, column and code, each once, at most `MOST_OF_A_FILE` a file: of more, errors before the rest."""
    seen: Counter[str] = Counter()
    kept = []
    for diagnostic in sorted(in_order(diagnostics), key=lambda each: each.severity is not Severity.ERROR):
        file = diagnostic.problem.file
        seen[file] += 1
        if seen[file] <= MOST_OF_A_FILE:
            kept.append(diagnostic)
    kept = in_order(kept)
    omitted = {file: count - MOST_OF_A_FILE for file, count in seen.items() if count > MOST_OF_A_FILE}
    return Shown(tuple(kept), omitted)


def omitted_lines(shown: Shown, language: Language) -> list[str]:
    """A line for each file of which problems were left out."""
    return [
        language.say_count("problem.omitted", count, {"file": show(path(file))})
        for file, count in shown.omitted.items()
    ]


def path(file: str) -> str:
    """A file's path as it was given, with ``/`` on every system."""
    return file.replace("\\", "/")


def place(diagnostic: Diagnostic) -> str:
    """``file:line:column``, as editors and terminals link it."""
    return show(f"{path(diagnostic.problem.file)}:{diagnostic.spot.line}:{diagnostic.spot.column}")
