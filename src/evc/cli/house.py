"""The house style that reports are written in: by option, by evc.toml, or evc's own."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from evc.cli import console
from evc.cli.console import Exit, UsageProblem
from evc.cli.options import speak

if TYPE_CHECKING:
    from evc.diagnostics import Diagnostic
    from evc.model.house import House
    from evc.reading.loaded import Loaded
    from evc.reporting.formats import HouseError


def house(template: Path | None, lang: str | None) -> "House":
    """The house style asked for, looked at; where something is wrong with it that is shown and the command ends."""
    from evc.cli.settings import settings
    from evc.model.house import PLAIN_HOUSE

    found = settings()
    folder = template or found.template
    if folder is None:
        return PLAIN_HOUSE
    loaded = read(folder)
    if loaded.problems:
        _show(loaded.diagnostics(), loaded.files, lang)
    if loaded.value is None:
        raise typer.Exit(Exit.USAGE)
    asked = replace(loaded.value, limits=found.limits)
    from evc.reporting.formats import HouseError
    from evc.reporting.houses import look_at

    try:
        look_at(asked)
    except HouseError as error:
        raise failed(error, lang) from error
    return asked


def read(folder: Path) -> "Loaded[House]":
    """What is in a folder of a house style; raises UsageProblem when it is no folder."""
    from evc.cli.reading import readable
    from evc.reading.house import read_house
    from evc.reporting.environment import replaceable

    readable(folder)
    if not folder.is_dir():
        raise UsageProblem("cli.no-folder", {"option": "--template", "folder": folder})
    return read_house(folder, replaceable())


def failed(error: "HouseError", lang: str | None) -> typer.Exit:
    """Show what is wrong with an institution's templates, each at its place; what the command then ends with."""
    from evc.reading.locating import diagnose

    files = {**{each.file: b"" for each in error.problems}, **error.files}
    _show(diagnose(error.problems, files.get), files, lang)
    return typer.Exit(Exit.USAGE)


def _show(diagnostics: "list[Diagnostic]", files: "Mapping[str, bytes]", lang: str | None) -> None:
    from evc.cli.diagnostics import as_text

    console.err(as_text(diagnostics, files, speak(lang)))
