"""`evc check`: what is wrong with rubrics and dossiers, where, and how to mend it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evc.cli import console
from evc.cli.cases import CasesOption, SensitivityOption, run_cases, show_sensitivity, tell_count
from evc.cli.console import Exit, UsageProblem
from evc.cli.options import LangOption, RubricsOption, speak
from evc.cli.reading import library, readable
from evc.cli.settings import revision, settings


class CheckFormat(StrEnum):
    """How diagnostics are printed."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH...]", help="Rubrics, programmes, dossiers, or folders of them.", show_default=False
        ),
    ] = None,
    rubrics: RubricsOption = None,
    format_: Annotated[
        CheckFormat | None,
        typer.Option("--format", help="full on a terminal, else concise.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Also rubrics changed since a git revision without a new version.",
            show_default=False,
        ),
    ] = None,
    cases: CasesOption = None,
    sensitivity: SensitivityOption = None,
    lang: LangOption = None,
) -> None:
    """Find what is wrong in rubrics and dossiers.

    Each with file, line and column, what is wrong, and how to mend it. A difference from what a case expects is an
    error too.

    Example: evc check rubrics/ examples/verhage --cases rubrics/
    """
    if sensitivity is not None:
        if paths or cases:
            raise UsageProblem("cli.sensitivity-alone")
        raise typer.Exit(show_sensitivity(sensitivity, rubrics, format_, lang))
    named = paths or []
    if not named and cases is None:
        raise UsageProblem("cli.nothing-to-check")
    for path in named:
        readable(path)
    spoken = speak(lang)
    from evc.checking import check_paths
    from evc.diagnostics import Severity
    from evc.reporting.diagnostics import render

    checked = check_paths(named, library(rubrics), settings(), revision(since, named))
    run = run_cases(cases, rubrics) if cases is not None else None
    if run is not None:
        checked = checked.together(run.checked)
    chosen = format_ or (CheckFormat.FULL if console.is_terminal() else CheckFormat.CONCISE)
    console.out(render(chosen.value, checked.diagnostics, checked.files, spoken))
    if run is not None:
        tell_count(run, spoken, as_text=chosen in {CheckFormat.FULL, CheckFormat.CONCISE})
    errors = any(diagnostic.severity is Severity.ERROR for diagnostic in checked.diagnostics)
    raise typer.Exit(Exit.PROBLEMS if errors else Exit.DONE)
