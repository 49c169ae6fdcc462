"""The public reader of a programme: its folder becomes a `Programme`, or problems that say what is wrong."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from evc.diagnostics import Problem
from evc.model.ids import OutcomeId
from evc.model.programme import Programme
from evc.model.source import InputFile
from evc.reading.building.programme import build_programme
from evc.reading.documents import Document, is_error, mapping, read_document, sequence, texts
from evc.reading.files import display, folder_above, folder_name, list_folder, named
from evc.reading.form.programme import programme_form
from evc.reading.form.rubric import rubric_form
from evc.reading.loaded import Loaded
from evc.reading.near import nearest

PROGRAMME = "programme"


def read_programme(folder: Path, found: str = "given") -> Loaded[Programme]:
    """Read ``programme.yml`` in a folder and the rubric of every outcome that its units name.

    `found` says in one word how the folder was come by; it goes into the advice.
    """
    document, problems = read_named(folder, PROGRAMME, "programme")
    if document is None:
        return Loaded(None, tuple(problems), {})
    rubrics, missing = _read_rubrics(document, folder)
    own = (problem for problem in programme_form(document, folder) if not document.is_wrong(problem.at))
    problems += [*document.problems, *own, *missing]
    for rubric in rubrics.values():
        beyond = (problem for problem in rubric_form(rubric, document) if not rubric.is_wrong(problem.at))
        problems += [*rubric.problems, *beyond]
    files = {each.file: each.data for each in (document, *rubrics.values())}
    if any(map(is_error, problems)):
        return Loaded(None, tuple(problems), files)
    programme = build_programme(
        mapping(document.value),
        {OutcomeId(outcome): mapping(rubric.value) for outcome, rubric in rubrics.items()},
        found=found,
        inputs=tuple(map(input_file, (document, *rubrics.values()))),
    )
    return Loaded(programme, tuple(problems), files)


def read_named(folder: Path, stem: str, kind: str) -> tuple[Document | None, list[Problem]]:
    """The one file in a folder that stands for `stem`, read; two for one name are an error, and none is read."""
    names = named(list_folder(folder), stem)
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
    listed = {shelf: list_folder(shelf) for shelf in shelves}
    unshared = any(name not in list_folder(above) for name in shared)
    rubrics: dict[str, Document | None] = {}
    problems: list[Problem] = []
    for unit_place, place, outcome in outcome_places(programme):
        if outcome in rubrics or programme.is_wrong(("units", unit_place, "outcomes", place)):
            continue
        shelf = next((shelf for shelf in shelves if named(listed[shelf], outcome)), None)
        rubrics[outcome] = None
        if shelf is not None:
            rubrics[outcome], faults = read_named(shelf, outcome, "rubric")
            problems += faults
        elif not unshared:  # else it may well stand in the folder that is not there
            problems.append(_without_rubric(programme, (unit_place, place), outcome, listed))
    return {outcome: rubric for outcome, rubric in rubrics.items() if rubric is not None}, problems


def _without_rubric(
    programme: Document, place: tuple[int, int], outcome: str, listed: Mapping[Path, list[str]]
) -> Problem:
    stems = [stem for names in listed.values() for name in names if (stem := _stem(name)) != PROGRAMME]
    near = nearest(outcome, stems)
    return Problem(
        "EVC323",
        programme.file,
        ("units", place[0], "outcomes", place[1]),
        {"outcome": outcome} | ({"near": near} if near else {}),
    )


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _is_name(name: str) -> bool:
    """Whether a shared folder's name can only be a sibling: an id has no separators and no dot-dot."""
    return "/" not in name and "\\" not in name and name not in {"", ".", ".."}
