"""`evc new template`: a house style to start from, with evc's own templates."""

from pathlib import Path
from typing import Annotated

import typer

from evc.cli import console
from evc.cli.console import UsageProblem
from evc.cli.options import LangOption, speak


def new_template(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the house style.", show_default=False)],
    files: Annotated[
        list[str] | None,
        typer.Option(
            "--file",
            metavar="NAME",
            help="Only this file, as theme.yml or parts/signatures.html.j2; may be repeated.",
            show_default=False,
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Make a house style to start from.

    theme.yml with name, logo, colours, footer and signatories, and a copy of each template of evc. What you do not
    change you can remove: then evc's own is used, and gets better with it.

    Example: evc new template huisstijl --file theme.yml
    """
    spoken = speak(lang)
    from evc.cli.writing import refuse_existing, write_new
    from evc.exchange.scaffolds import theme
    from evc.exchange.schema_line import schema_line, schemas_beside
    from evc.reporting.environment import replaceable

    top = folder / "theme.yml"
    line = schema_line("theme", top, schemas_beside(top))
    known = {"theme.yml": (line + theme(spoken)).encode(), **replaceable()}
    chosen = dict.fromkeys(files or known)
    for name in chosen:
        if name not in known:
            from evc.reading.near import nearest

            near = nearest(name, known)
            raise UsageProblem("cli.unknown-template", {"name": name}, (near,) if near else tuple(known))
        refuse_existing(folder / name)
    for name in chosen:
        write_new(folder / name, known[name], spoken)
    console.err(spoken.say("cli.template-next", {"folder": folder.as_posix()}))
