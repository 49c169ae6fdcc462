"""What commands do before their work: find the rubrics, read a dossier, and show what is wrong with it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from evc.cli.console import UsageProblem, err
from evc.cli.options import speak

if TYPE_CHECKING:
    from evc.reading.dossier import ReadDossier
    from evc.reading.library import Library
    from evc.reading.loaded import Loaded


def library(rubrics: Path | None) -> "Library":
    """Where rubrics are looked for; raises UsageProblem for a folder that is not there."""
    from evc.reading.library import Library

    environment = os.environ.get("EVC_RUBRICS")
    named = {"--rubrics": rubrics, "EVC_RUBRICS": Path(environment) if environment and rubrics is None else None}
    for name, folder in named.items():
        if folder is not None and not folder.is_dir():
            raise UsageProblem("cli.no-folder", {"option": name, "folder": folder})
    return Library(given=named["--rubrics"], environment=named["EVC_RUBRICS"])


def readable(path: Path) -> None:
    """Raises UsageProblem for a named path that is not there or that this user may not read."""
    if not os.path.lexists(path):
        raise UsageProblem("cli.not-there", {"path": path})
    if path.exists() and not os.access(path, os.R_OK):
        raise UsageProblem("cli.unreadable", {"path": path})


def dossier_path(path: Path) -> Path:
    """A path that can be a dossier; raises UsageProblem when it is not there or holds no portfolio."""
    readable(path)
    if path.is_dir():
        from evc.reading.dossier_files import PORTFOLIO
        from evc.reading.files import list_folder, named

        if not named(list_folder(path), PORTFOLIO):
            raise UsageProblem("cli.no-portfolio", {"path": path})
    return path


def read(path: Path, shelves: "Library", lang: str | None) -> "Loaded[ReadDossier]":
    """Read a dossier and show its problems on standard error."""
    from evc.reading.dossier import read_dossier

    loaded = read_dossier(dossier_path(path), shelves)
    show_problems(loaded, lang)
    return loaded


def show_problems(loaded: "Loaded[ReadDossier]", lang: str | None) -> None:
    """Problems as text, located, in the language asked for or the programme's."""
    if not loaded.problems:
        return
    from evc.cli.diagnostics import as_text

    spoken = speak(lang, loaded.value.programme.language if loaded.value else None)
    err(as_text(loaded.diagnostics(), loaded.files, spoken))
