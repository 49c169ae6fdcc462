"""`evc template`: is a house style fit to write advice in."""

from pathlib import Path
from typing import Annotated

import typer

from evc.cli import console
from evc.cli.check import CheckFormat
from evc.cli.console import Exit
from evc.cli.lazy import HELP, LazyCommands
from evc.cli.options import LangOption, speak


class _Deeds(LazyCommands):
    """What can be done with a house style; the module is this one."""

    TABLE = {"check": "evc.cli.template:check"}  # noqa: RUF012 - a table, never written to


app = typer.Typer(
    name="template",
    cls=_Deeds,
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    context_settings=HELP,
)


@app.callback()
def template() -> None:
    """Look after the house style of your institution.

    A folder with theme.yml and templates; `evc new template` makes one.

    Example: evc template check huisstijl
    """


def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the house style.", show_default=False)],
    dossiers: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[DOSSIER...]", help="Dossiers to try it on, beside those that come with evc.", show_default=False
        ),
    ] = None,
    format_: Annotated[
        CheckFormat | None,
        typer.Option("--format", help="full on a terminal, else concise.", show_default=False),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Find what is wrong in a house style.

    Its files and colours; whether its templates fetch anything or let a candidate's words be markup; and, on every
    example dossier, whether they come to their end and say each verdict and reason.

    Example: evc template check huisstijl
    """
    from evc.batching.trying import examples, try_on
    from evc.cli.house import read
    from evc.cli.reading import dossier_path
    from evc.cli.settings import settings
    from evc.diagnostics import Severity
    from evc.reporting.diagnostics import render

    spoken = speak(lang)
    samples = [*examples(), *(dossier_path(path) for path in dossiers or ())]
    tried = try_on(read(folder), samples, settings().limits)
    chosen = format_ or (CheckFormat.FULL if console.is_terminal() else CheckFormat.CONCISE)
    console.out(render(chosen.value, tried.diagnostics, tried.files, spoken))
    if tried.dossiers and chosen in {CheckFormat.FULL, CheckFormat.CONCISE}:
        console.err(spoken.say_count("template.tried", tried.dossiers))
    errors = any(each.severity is Severity.ERROR for each in tried.diagnostics)
    raise typer.Exit(Exit.PROBLEMS if errors else Exit.DONE)
