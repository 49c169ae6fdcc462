"""`evc schema`: the JSON Schema of a file format, for editors and other programs."""

from pathlib import Path
from typing import Annotated

import typer

from evc.cli import console
from evc.cli.console import OutputProblem, UsageProblem
from evc.cli.options import LangOption, speak


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="programme, rubric, portfolio, assessment, consensus, expected, theme or advice.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write", metavar="DIR", help="Write every schema into this folder, for editors.", show_default=False
        ),
    ] = None,
    lang: LangOption = None,
) -> None:
    """Print the JSON Schema of a file format.

    Or write them all beside your rubrics, so that an editor completes and checks what you type.

    Example: evc schema portfolio
    """
    spoken = speak(lang)
    from evc.cli.schemas import NAMES, schema_text

    if name is not None and name not in NAMES:
        from evc.reading.near import nearest

        near = nearest(name, NAMES)
        raise UsageProblem("cli.unknown-schema", {"name": name}, (near,) if near else NAMES)
    if write is not None:
        from evc.batching.writing import write_whole

        try:
            write.mkdir(parents=True, exist_ok=True)
            for each in (name,) if name else NAMES:
                write_whole(write / f"{each}.schema.json", schema_text(each).encode())
        except OSError as error:
            raise OutputProblem("cli.not-written", {"file": write, "why": error.strerror}) from error
        console.err(spoken.say("cli.written", {"file": write.as_posix()}))
    elif name is not None:
        console.out(schema_text(name))
    else:
        console.out("\n".join(NAMES))
