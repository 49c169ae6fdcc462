"""The public reader of a programme: its folder becomes a `Programme`, or problems that say what is wrong."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evc.diagnostics import Problem
from evc.model.ids import OutcomeId
from evc.model.programme import Programme
from evc.model.source import InputFile
from evc.model.value import value
from evc.reading.building.programme import build_programme
from evc.reading.documents import Document, is_error, mapping, read_document, sequence, texts
from evc.reading.files import display, folder_above, folder_name, list_folder, named, yaml_stem
from evc.reading.form.programme import programme_form
from evc.reading.form.rubric import rubric_form
from evc.reading.loaded import Loaded
from evc.reading.near import nearest

PROGRAMME = "programme"
# Of a few outcomes without a rubric one wants to know which file was meant; of hundreds it is no slip of the pen.
_MOST_NEAR = 20


@value
class ProgrammeFiles:
    """A programme's file and the rubric of each outcome its units name, as read, with all that is wrong in form."""

    document: Document | None
    rubrics: Mapping[str, Document]
    problems: tuple[Problem, ...]

    def documents(self) -> Iterator[Document]:
        """Every file that was read."""
        yield from () if self.document is None else (self.document, *self.rubrics.values())


def read_programme(folder: Path, found: str = "given") -> Loaded[Programme]:
    """Read ``programme.yml`` in a folder and the rubric of every outcome that its units name.

    `found` says in one word how the folder was come by; it goes into the advice.
    """
    files = read_programme_files(folder)
    shown = {each.file: each.data for each in files.documents()}
    if files.document is None or any(map(is_error, files.problems)):
        return Loaded(None, files.problems, shown)
    programme = build_programme(
        mapping(files.document.value),
        {OutcomeId(outcome): mapping(rubric.value) for outcome, rubric in files.rubrics.items()},
        found=found,
        inputs=tuple(map(input_file, files.documents())),
    )
    return Loaded(programme, files.problems, shown)


def read_programme_files(folder: Path) -> ProgrammeFiles:
    """Read the files of a programme, with what is wrong in them by themselves and together."""
    document, problems = read_named(folder, PROGRAMME, "programme")
    if document is None:
        return ProgrammeFiles(None, {}, tuple(problems))
    rubrics, missing = _read_rubrics(document, folder)
    own = (problem for problem in programme_form(document, folder) if not document.is_wrong(problem.at))
    problems += [*document.problems, *own, *missing]
    for rubric in rubrics.values():
        beyond = (problem for problem in rubric_form(rubric, document) if not rubric.is_wrong(problem.at))
        problems += [*rubric.problems, *beyond]
    return ProgrammeFiles(document, rubrics, tuple(problems))


def read_named(folder: Path, stem: str, kind: str) -> tuple[Document | None, list[Problem]]:
    """The one file in a folder that stands for `stem`, read; two for one name are an error, and none is read."""
    return _read_one(folder, named(list_folder(folder), stem), stem, kind)


def _read_one(folder: Path, names: Sequence[str], stem: str, kind: str) -> tuple[Document | None, list[Problem]]:
    """The file of that name in a folder, read; `names` are those that stand for `stem` there."""
    if len(names) > 1:
        first, second = names[0], names[1]
        return None, [Problem("EVC321", display(folder / second), data={"name": stem, "other": first})]
    if not names:
        return None, [Problem("EVC117", display(folder / f"{stem}.yml"), data={"kind": "missing"})]
    return read_document(folder / names[0], kind), []


def outcome_places(programme: Document) -> Iterator[tuple[int, int, str]]:
    """Every outcome that a unit names, with the places of the unit and of the outcome in it."""
    for unit_place, unit in enumerate(sequence(programme.value, "units")):
        for place, outcome in texts(unit, "outcomes"):
            yield unit_place, place, outcome


def input_file(document: Document) -> InputFile:
    """A rubric file under its published name: ``rubrics/<programme>/…``, never a machine's path."""
    path = f"{folder_name(document.path.parent)}/{document.path.name}"
    return InputFile(f"rubrics/{path}", hashlib.sha256(document.data).hexdigest())


def _read_rubrics(programme: Document, folder: Path) -> tuple[Mapping[str, Document], list[Problem]]:
    """The rubric of each outcome: beside the programme, else in a shared folder; first in the order of the units."""
    above = folder_above(folder)
    shared = [name for _, name in texts(programme.value, "shared")]
    shelves = [folder, *(above / name for name in shared if _is_name(name))]
    listed = {shelf: _by_stem(list_folder(shelf)) for shelf in shelves}
    unshared = any(name not in list_folder(above) for name in shared)
    rubrics: dict[str, Document | None] = {}
    problems: list[Problem] = []
    for unit_place, place, outcome in outcome_places(programme):
        if outcome in rubrics or programme.is_wrong(("units", unit_place, "outcomes", place)):
            continue
        shelf = next((shelf for shelf in shelves if outcome in listed[shelf]), None)
        rubrics[outcome] = None
        if shelf is not None:
            rubrics[outcome], faults = _read_one(shelf, listed[shelf][outcome], outcome, "rubric")
            problems += faults
        elif not unshared:  # else it may well stand in the folder that is not there
            stems = [stem for names in listed.values() for stem in names if len(problems) < _MOST_NEAR]
            problems.append(_without_rubric(programme, (unit_place, place), outcome, stems))
    return {outcome: rubric for outcome, rubric in rubrics.items() if rubric is not None}, problems


def _without_rubric(programme: Document, place: tuple[int, int], outcome: str, stems: Sequence[str]) -> Problem:
    near = nearest(outcome, [stem for stem in stems if stem != PROGRAMME])
    return Problem(
        "EVC323",
        programme.file,
        ("units", place[0], "outcomes", place[1]),
        {"outcome": outcome} | ({"near": near} if near else {}),
    )


def _by_stem(names: Sequence[str]) -> Mapping[str, list[str]]:
    """The YAML files of a folder by the name that they stand for; looked up once for each of thousands of outcomes."""
    stems: dict[str, list[str]] = {}
    for name in sorted(names):
        stem = yaml_stem(name)
        if stem is not None:
            stems.setdefault(stem, []).append(name)
    return stems


def _is_name(name: str) -> bool:
    """Whether a shared folder's name can only be a sibling: an id has no separators and no dot-dot."""
    return "/" not in name and "\\" not in name and name not in {"", ".", ".."}
