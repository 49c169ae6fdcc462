"""`evc check`: what is wrong with rubrics and dossiers, where, and how to mend it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit
from evc.cli.options import LangOption, RubricsOption, speak
from evc.cli.reading import library, readable


class CheckFormat(StrEnum):
    """How diagnostics are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def check(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", help="Rubrics, programmes, dossiers, or folders of them.", show_default=False
        ),
    ],
    rubrics: RubricsOption = None,
    format_: Annotated[
        CheckFormat | None,
        typer.Option("--format", help="full on a terminal, else concise.", show_default=False),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Find what is wrong in rubrics and dossiers.

    Each with file, line and column, what is wrong, and how to mend it.

    Example: evc check rubrics/ examples/verhage
    """
    for path in paths:
        readable(path)
    spoken = speak(lang)
    from evc.checking import check_paths
    from evc.diagnostics import Severity
    from evc.reporting.diagnostics import render

    checked = check_paths(paths, library(rubrics))
    chosen = format_ or (CheckFormat.FULL if console.is_terminal() else CheckFormat.CONCISE)
    console.out(render(chosen.value, checked.diagnostics, checked.files, spoken))
    errors = any(diagnostic.severity is Severity.ERROR for diagnostic in checked.diagnostics)
    raise typer.Exit(Exit.PROBLEMS if errors else Exit.DONE)
