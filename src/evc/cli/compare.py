"""`evc compare`: whose advice changes, and why, when one version of the rubrics becomes another."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, UsageProblem
from evc.cli.options import LangOption, OnOption, ResultFormat, reference_date, speak

if TYPE_CHECKING:
    from evc.checking.comparing import Compared, Rubrics
    from evc.language import Language

_VERSION = "A folder of rubrics, or one in a git revision, as main:rubrics."


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_VERSION, show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_VERSION, show_default=False)],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder with dossiers.", show_default=False)],
    format_: Annotated[ResultFormat, typer.Option("--format", help="What is printed.")] = ResultFormat.TEXT,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 when the advice on a dossier changes.")
    ] = False,
    on: OnOption = None,
    lang: LangOption = None,
) -> None:
    """Show whose advice changes when rubrics change.

    Example: evc compare main:rubrics rubrics examples
    """
    day, spoken = reference_date(on), speak(lang)
    from evc.checking.comparing import compare_rubrics
    from evc.cli.dossiers import found_dossiers

    dossiers = found_dossiers(folder)
    with ExitStack() as stack:
        before, after = (stack.enter_context(_rubrics(name)) for name in (old, new))
        compared = compare_rubrics(before, after, dossiers, day)
    _show(compared, format_, spoken)
    changed = exit_code and bool(compared.impact.changed)
    raise typer.Exit(Exit.PROBLEMS if changed or compared.impact.unjudged else Exit.DONE)


def _show(compared: "Compared", format_: ResultFormat, spoken: "Language") -> None:
    if compared.checked.diagnostics:
        from evc.cli.diagnostics import as_text

        console.err(as_text(compared.checked.diagnostics, compared.checked.files, spoken))
    if format_ is ResultFormat.JSON:
        from evc.reporting.impact_json import render as as_json

        console.out(as_json(compared.impact, spoken))
    else:
        from evc.reporting.impact import render

        console.out(render(compared.impact, spoken, ascii=console.ascii_only()))


@contextmanager
def _rubrics(name: str) -> Iterator["Rubrics"]:
    """A version of the rubrics, for as long as it is needed; raises UsageProblem for what is none."""
    from tempfile import TemporaryDirectory

    from evc.checking.comparing import Rubrics
    from evc.checking.snapshots import is_revision, take

    folder = Path(name)
    if folder.is_dir():
        yield _with_programmes(Rubrics(folder.as_posix(), folder))
        return
    if not is_revision(name):
        raise UsageProblem("cli.no-rubrics", {"name": name})
    with TemporaryDirectory(prefix="evc-") as kept:
        failed = take(name, Path(kept))
        if failed is not None:
            revision, _, inside = name.partition(":")
            facts = {"name": name, "revision": revision, "folder": inside, "why": failed.why}
            raise UsageProblem(f"cli.revision.{failed.kind}", facts)
        yield _with_programmes(Rubrics(name, Path(kept)))


def _with_programmes(rubrics: "Rubrics") -> "Rubrics":
    if not rubrics.has_programmes():
        raise UsageProblem("cli.no-programmes", {"name": rubrics.name})
    return rubrics
