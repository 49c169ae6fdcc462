"""`evc agreement`: how far assessors who judged apart agree."""

from pathlib import Path
from typing import Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit
from evc.cli.options import LangOption, ResultFormat, RubricsOption, speak
from evc.cli.reading import library


def agreement(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="A folder with dossiers that assessors rated.", show_default=False)
    ],
    format_: Annotated[ResultFormat, typer.Option("--format", help="What is printed.")] = ResultFormat.TEXT,
    rubrics: RubricsOption = None,
    lang: LangOption = None,
) -> None:
    """Show how far assessors agree, per criterion.

    Percentage agreement and weighted kappa over ratings given apart, before any consensus.

    Example: evc agreement examples
    """
    spoken = speak(lang)
    from evc.checking.agreement import agreements
    from evc.cli.dossiers import Judgeable, found_dossiers
    from evc.reporting.agreement import render, render_json

    dossiers = Judgeable(found_dossiers(folder), library(rubrics), lang)
    found = agreements(dossiers)
    console.out(render_json(found) if format_ is ResultFormat.JSON else render(found, spoken))
    raise typer.Exit(Exit.PROBLEMS if dossiers.failed else Exit.DONE)
