"""`evc import`: files of other systems, and forms that were filled in, as files of evc."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, UsageProblem
from evc.cli.options import LangOption, speak
from evc.cli.reading import readable

if TYPE_CHECKING:
    from evc.exchange.base import Fault, Imported
    from evc.language import Language


def import_(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="assessment-xlsx.", show_default=False)],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What to read.", show_default=False)],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Where to write it; else it is printed.", show_default=False),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Read a form or a file of another system.

    What comes out is a file that `evc check` finds right; every slip is shown with its cell. Nothing is overwritten.

    Example: evc import assessment-xlsx A-07.xlsx --out mijn-dossier/assessments/A-07.yml
    """
    spoken = speak(lang)
    readable(file)
    if out is not None:
        from evc.cli.writing import refuse_existing

        refuse_existing(out)
    imported = _read(format_, file)
    if imported.document is None:
        for fault in imported.faults:
            console.err(_said(fault, file, spoken))
        raise typer.Exit(Exit.PROBLEMS)
    from evc.exchange.schema_line import schema_line, schemas_beside
    from evc.exchange.yaml_text import document

    heading = "# " + spoken.say("import.heading", {"file": _shown(file.name)}) + "\n"
    text = heading + document(imported.document)
    if out is None:
        console.out(text)
        return
    from evc.cli.writing import write_new

    write_new(out, (schema_line(imported.kind, out, schemas_beside(out)) + text).encode(), spoken)


def _read(format_: str, file: Path) -> "Imported":
    """Read the file by its format; raises UsageProblem for a format that is unknown or not installed."""
    from evc.exchange.base import IMPORTS, MAX_IMPORT_BYTES, MissingExtraError, importer, refused
    from evc.reading.files import Refused, display, read_file

    if format_ not in IMPORTS:
        from evc.reading.near import nearest

        near = nearest(format_, IMPORTS)
        raise UsageProblem("cli.unknown-import", {"format": format_}, (near,) if near else IMPORTS)
    try:
        read = importer(format_)
    except MissingExtraError as extra:
        raise UsageProblem("cli.import-needs", {"format": format_, "extra": extra}) from extra
    data = read_file(file, follow=True, most=MAX_IMPORT_BYTES)
    if isinstance(data, Refused):
        return refused(data.kind, display(file))
    return read(data, display(file))


def _said(fault: "Fault", file: Path, spoken: "Language") -> str:
    """A fault on one line: the file, the cell, the code where it has one, what is wrong, and how to mend it."""
    from evc.diagnostics import Problem
    from evc.reading.files import display
    from evc.reporting.diagnostics.words import hint, message
    from evc.reporting.diagnostics.words import text as shown

    place = ":".join(filter(None, (_shown(display(file)), _shown(fault.place))))
    if isinstance(fault.what, Problem):
        help_text = hint(fault.what, spoken)
        said = f"{fault.what.code} {message(fault.what, spoken)}"
        if help_text:
            said = spoken.say("problem.with-hint", {"message": said, "hint": help_text})
    else:
        said = spoken.say(fault.what.key, {key: shown(value, spoken) for key, value in fault.what.data.items()})
    return spoken.say("import.line", {"place": place, "message": said})


def _shown(text: str) -> str:
    from evc.reporting.show import show

    return show(text)
