"""What is wrong with a dossier, as data that names no machine: paths from the batch's folder on."""

from pathlib import Path
from typing import Any

from evc.diagnostics import Diagnostic
from evc.language import Language
from evc.reading.documents import is_error
from evc.reading.dossier import ReadDossier
from evc.reading.files import display
from evc.reading.library import FOLDER
from evc.reading.loaded import Loaded
from evc.reporting.diagnostics.concise import said
from evc.reporting.diagnostics.shown import choose
from evc.reporting.diagnostics.words import hint

Json = Any


def published(path: str) -> str:
    r"""A path as it can stand in any file: a name that is no text shows its bytes, as in ``caf\xe9``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def problems_as_data(loaded: Loaded[ReadDossier], language: Language, root: Path, dossier: str) -> dict[str, Json]:
    """The problems in their order, with sentences; `omitted` counts what a file with very many has more.

    Warnings about the rubrics are left out: they are the same for every dossier, and `evc check` tells them.
    """
    home, start = _shown(root / dossier), _shown(root)
    # Chosen before they are located, for that is what takes time.
    own = tuple(each for each in loaded.problems if each.file.startswith(home) or is_error(each))
    if not own:
        return {"problems": [], "omitted": 0}
    shown = choose(Loaded(loaded.value, own, loaded.files).diagnostics())
    problems = [_as_data(each, language, start) for each in shown.diagnostics]
    return {"problems": problems, "omitted": sum(shown.omitted.values())}


def _shown(folder: Path) -> str:
    """How the paths of what is in a folder begin when they are shown."""
    return display(folder / "x").removesuffix("x")


def _as_data(diagnostic: Diagnostic, language: Language, start: str) -> Json:
    file = diagnostic.problem.file.replace("\\", "/")
    return {
        "code": diagnostic.problem.code,
        "severity": diagnostic.severity.value,
        "file": published(_from(start, file)),
        "line": diagnostic.spot.line,
        "column": diagnostic.spot.column,
        "message": said(diagnostic, language),
        "hint": None if diagnostic.problem.data.get("near") else hint(diagnostic.problem, language),
    }


def _from(start: str, file: str) -> str:
    """A file of the batch from its folder on; a rubric from the folder that holds the programmes."""
    if start and file.startswith(start):
        return file.removeprefix(start)
    if start == "" and not Path(file).is_absolute():
        return file
    return "/".join((FOLDER, *Path(file).parts[-2:]))
