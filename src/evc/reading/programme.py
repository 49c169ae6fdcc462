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
from evc.reading.files import display, list_folder, named
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
    problems += [*document.problems, *programme_form(document, folder), *missing]
    for rubric in rubrics.values():
        problems += [*rubric.problems, *rubric_form(rubric, document)]
    files = {each.file: each.data for each in (document, *rubrics.values())}
    if any(map(is_error, problems)):
        return Loaded(None, tuple(problems), files)
    programme = build_programme(
        mapping(document.value),
        {OutcomeId(outcome): mapping(rubric.value) for outcome, rubric in rubrics.items()},
        found=found,
        inputs=tuple(input_file(folder.parent, each) for each in (document, *rubrics.values())),
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


def input_file(shelf: Path, document: Document) -> InputFile:
    """A rubric file under its published name: ``rubrics/<programme>/…``, never a machine's path."""
    path = document.path.relative_to(shelf).as_posix()
    return InputFile(f"rubrics/{path}", hashlib.sha256(document.data).hexdigest())


def _read_rubrics(programme: Document, folder: Path) -> tuple[Mapping[str, Document], list[Problem]]:
    """The rubric of each outcome: beside the programme, else in a shared folder; first in the order of the units."""
    shelves = [folder, *(folder.parent / name for _, name in texts(programme.value, "shared") if _is_name(name))]
    rubrics: dict[str, Document] = {}
    problems: list[Problem] = []
    listed = {shelf: list_folder(shelf) for shelf in shelves}
    for unit_place, place, outcome in outcome_places(programme):
        if outcome in rubrics:
            continue
        shelf = next((shelf for shelf in shelves if named(listed[shelf], outcome)), None)
        if shelf is None:
            problems.append(_without_rubric(programme, (unit_place, place), outcome, listed))
            continue
        document, faults = read_named(shelf, outcome, "rubric")
        problems += faults
        if document is not None:
            rubrics[outcome] = document
    return rubrics, problems


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
