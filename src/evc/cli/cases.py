"""What `evc check` does with dossiers: run them as cases, or see what in the rubrics never decides in them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, UsageProblem
from evc.cli.dossiers import Judgeable, found_dossiers
from evc.cli.reading import library, readable

if TYPE_CHECKING:
    from evc.checking.cases import Cases
    from evc.language import Language

CasesOption = Annotated[
    Path | None,
    typer.Option(
        "--cases", metavar="DIR", help="Run dossiers with an expected.yml as tests of the rubrics.", show_default=False
    ),
]
SensitivityOption = Annotated[
    Path | None,
    typer.Option(
        "--sensitivity", metavar="DIR", help="Show what in the rubrics never decides in these dossiers.",
        show_default=False,
    ),
]  # fmt: skip


def run_cases(folder: Path, rubrics: Path | None) -> "Cases":
    """Run the cases in a folder; raises UsageProblem when there are none."""
    readable(folder)
    from evc.checking.cases import check_cases

    cases = check_cases(folder, library(rubrics))
    if not cases.run:
        raise UsageProblem("cli.no-cases", {"folder": folder})
    return cases


def tell_count(cases: "Cases", spoken: "Language", *, as_text: bool) -> None:
    """How many cases came out as expected: under the problems, or beside what a program reads."""
    facts = {"right": cases.as_expected, "differing": cases.run - cases.as_expected}
    line = spoken.say_count("cases.count", cases.run, facts)
    (console.out if as_text else console.err)(line)


def show_sensitivity(folder: Path, rubrics: Path | None, format_: str | None, lang: str | None) -> Exit:
    """Print what never decides in the dossiers of a folder; those with errors of form are left out, and said."""
    from evc.cli.options import speak

    spoken = speak(lang)
    if format_ not in {None, "full", "concise", "json"}:
        raise UsageProblem("cli.sensitivity-format")
    from evc.checking.sensitivity import sensitivity
    from evc.reporting.sensitivity import render, render_json

    dossiers = Judgeable(found_dossiers(folder), library(rubrics), lang)
    found = sensitivity(dossiers)
    console.out(render_json(found) if format_ == "json" else render(found, spoken))
    return Exit.PROBLEMS if dossiers.failed else Exit.DONE
