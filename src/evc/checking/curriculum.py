"""What checks of sense look at: a programme's own file and rubrics, each as far as it is right in form.

The model gives the meaning, the documents the key paths. A file with an error of form is left out: what is wrong with
its sense can be said once it says something.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field

from evc.diagnostics import Problem
from evc.model.ids import LevelId
from evc.model.rubric import Rubric
from evc.model.value import value
from evc.reading.building.rubric import build_rubric
from evc.reading.documents import Document, is_error, mapping, sequence, text, texts
from evc.reading.files import folder_above, folder_name, list_folder, named
from evc.reading.form.programme import levels_of
from evc.reading.programme import PROGRAMME, outcome_places, read_named


@value
class RubricFile:
    """A rubric that is right in form."""

    rubric: Rubric
    document: Document


@value
class Curriculum:
    """A programme with rubrics, or rubrics alone (shared ones, one by itself), of which no scale or units are known.

    `claimed` are the outcomes that a unit of this programme names, or of one that shares its folder; `earlier` holds
    the bytes that a rubric's file had at the revision that the user asks to compare with, by its shown name.
    """

    programme: Document | None
    rubrics: tuple[RubricFile, ...]
    claimed: frozenset[str] = frozenset()
    earlier: Mapping[str, bytes] = field(default_factory=dict)

    def levels(self) -> list[str]:
        """The levels of the scale, lowest first; none where no scale is known."""
        return (levels_of(self.programme) or []) if self.programme else []

    def own(self) -> Iterator[RubricFile]:
        """The rubrics that stand in the programme's own folder."""
        if self.programme is not None:
            here = self.programme.path.parent
            yield from (each for each in self.rubrics if each.document.path.parent == here)


def curriculum(programme: Document | None, rubrics: Iterable[Document], problems: Collection[Problem]) -> Curriculum:
    """What is right in form among these files; `problems` are all that were found in them."""
    wrong = {problem.file for problem in problems if is_error(problem)}
    sound = None if programme is None or programme.file in wrong else programme
    lowest = LevelId(text(mapping(sound.value, "scale"), "pass") or "") if sound else LevelId("")
    files = tuple(
        RubricFile(build_rubric(mapping(document.value), lowest), document)
        for document in rubrics
        if document.file not in wrong
    )
    return Curriculum(sound, files, frozenset(_claimed(sound, files)))


def _claimed(programme: Document | None, rubrics: Iterable[RubricFile]) -> Iterator[str]:
    """Outcomes that units name; other programmes are read only where one of these rubrics seems to be in none."""
    if programme is None:
        return
    here = {outcome for _, _, outcome in outcome_places(programme)}
    yield from here
    folder = programme.path.parent
    if all(each.rubric.id in here or each.document.path.parent != folder for each in rubrics):
        return
    above, name = folder_above(folder), folder_name(folder)
    for sibling in list_folder(above):
        if sibling != name and named(list_folder(above / sibling), PROGRAMME):
            document, _ = read_named(above / sibling, PROGRAMME, PROGRAMME)
            if document is not None and name in (shared for _, shared in texts(document.value, "shared")):
                yield from (outcome for _, _, outcome in outcome_places(document))


def credits_of(programme: Document) -> Iterator[object]:
    """The credits of each unit, as read."""
    for unit in sequence(programme.value, "units"):
        yield mapping(unit).get("credits")
