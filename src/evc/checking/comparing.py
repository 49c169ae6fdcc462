"""Reading dossiers under two versions of the rubrics, and what changes in their advice (`evc compare`)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from evc.assessing import assess
from evc.checking.impact import advice_change, turns
from evc.checking.paths import Checked
from evc.diagnostics import Problem, in_order
from evc.model.advice import Advice
from evc.model.impact import AdviceChange, Impact, Unjudged
from evc.model.value import value
from evc.reading.documents import is_error
from evc.reading.dossier import ReadDossier, read_dossier
from evc.reading.files import display, list_folder
from evc.reading.library import Library, has_programme
from evc.reading.loaded import Loaded


@value
class Rubrics:
    """A version of the rubrics: as the user named it, and the folder where it is read."""

    name: str
    folder: Path

    def has_programmes(self) -> bool:
        """Whether there is at least one programme in the folder."""
        return any(has_programme(self.folder, name) for name in list_folder(self.folder))


@value
class Compared:
    """What changes, and the errors of form that kept dossiers from being judged."""

    impact: Impact
    checked: Checked


def compare_rubrics(old: Rubrics, new: Rubrics, dossiers: Sequence[Path], on: date | None = None) -> Compared:
    """Judge every dossier by the old and by the new rubrics, at `on` or at its own day of submission."""
    libraries = [Library(given=each.folder) for each in (old, new)]
    checked = Checked()
    changed: list[AdviceChange] = []
    unjudged: list[Unjudged] = []
    for path in dossiers:
        before, after = (
            _judged(checked, path, library, rubrics, on) for library, rubrics in zip(libraries, (old, new), strict=True)
        )
        name = display(path)
        if before is None or after is None:
            unjudged.append(Unjudged(name, under_old=before is None, under_new=after is None))
        elif change := advice_change(name, before, after):
            changed.append(change)
    checked.diagnostics = in_order(checked.diagnostics)
    impact = Impact(old.name, new.name, len(dossiers), tuple(changed), tuple(unjudged), turns(changed))
    return Compared(impact, checked)


def _judged(checked: Checked, path: Path, library: Library, rubrics: Rubrics, on: date | None) -> Advice | None:
    loaded = read_dossier(path, library)
    if loaded.value is None:
        _tell(checked, loaded, rubrics)
        return None
    return assess(loaded.value.programme, loaded.value.dossier, on)


def _tell(checked: Checked, loaded: Loaded[ReadDossier], rubrics: Rubrics) -> None:
    """The errors of a dossier; a rubric is named as the user named it, whatever folder it was read from."""
    files = {_named(file, rubrics): data for file, data in loaded.files.items()}
    checked.add(tuple(_renamed(filter(is_error, loaded.problems), rubrics)), files)


def _renamed(problems: Iterable[Problem], rubrics: Rubrics) -> Iterable[Problem]:
    return (replace(problem, file=_named(problem.file, rubrics)) for problem in problems)


def _named(file: str, rubrics: Rubrics) -> str:
    folder = display(rubrics.folder)
    return f"{rubrics.name.rstrip('/')}{file.removeprefix(folder)}" if file.startswith(f"{folder}/") else file
