"""The table of commands."""

from typing import Annotated

import typer

from evc._version import __version__
from evc.cli import console
from evc.cli.lazy import HELP, LazyCommands


class Commands(LazyCommands):
    """What evc can do; each module is loaded when its command is named."""

    TABLE = {  # noqa: RUF012 - a table, never written to
        "assess": "evc.cli.assess:assess",
        "explain": "evc.cli.explain:explain",
        "batch": "evc.cli.batch:batch",
        "check": "evc.cli.check:check",
        "compare": "evc.cli.compare:compare",
        "verify": "evc.cli.verify:verify",
        "agreement": "evc.cli.agreement:agreement",
        "new": "evc.cli.new:app",
        "template": "evc.cli.template:app",
        "import": "evc.cli.import_:import_",
        "rule": "evc.cli.rule:rule",
        "schema": "evc.cli.schema:schema",
    }


app = typer.Typer(
    name="evc",
    cls=Commands,
    help="Assess prior learning (EVC) per learning outcome: what is covered, why, and what is still missing.",
    epilog="Exit: 0 done, 1 an input has errors, 2 wrong usage, 3 output could not be written, 70 a fault of evc.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP,
)


def _version(wanted: bool) -> None:
    if wanted:
        console.out(f"evc {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Assess prior learning (EVC) per learning outcome: what is covered, why, and what is still missing."""


def main() -> None:
    """Run the command line; leaves with one of the exit codes of DESIGN §5."""
    console.run(lambda: app(standalone_mode=False))
