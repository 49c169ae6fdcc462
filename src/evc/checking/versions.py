"""The check of a rubric's version against an earlier revision: what was changed has another version."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evc.checking.curriculum import Curriculum, RubricFile
from evc.checking.history import Revision, earlier
from evc.diagnostics import Problem
from evc.reading.documents import mapping, text
from evc.reading.yaml import read_yaml

# Found only when a user asks to compare with a revision.
ONLY_SINCE = ("EVC414",)


def earlier_files(revision: Revision, rubrics: Iterable[RubricFile]) -> Mapping[str, bytes]:
    """What the files of these rubrics were at a revision, by their shown name; one that was not there is left out."""
    folders: dict[Path, dict[str, str]] = {}
    for each in rubrics:
        path = each.document.path
        folders.setdefault(path.parent, {})[path.name] = each.document.file
    return {
        shown[name]: data
        for folder, shown in folders.items()
        for name, data in earlier(revision, folder, list(shown)).items()
    }


def changed_without_version(curriculum: Curriculum) -> Iterator[Problem]:
    """A rubric that says something else than at the revision asked for, under the same version.

    Only what is read counts: a comment or another layout changes nothing. Source: house rule; advice names the version
    it rests on, and `rubric-changed` compares it with what the assessors had before them (DESIGN §4, *Conditions*).
    """
    for each in curriculum.rubrics:
        file = each.document.file
        before = curriculum.earlier.get(file)
        if before is None or before == each.document.data:
            continue
        value, _ = read_yaml(before, file)
        if text(value, "version") == each.rubric.version and mapping(value) != each.document.value:
            yield Problem("EVC414", file, ("version",), {"version": each.rubric.version, "outcome": each.rubric.id})
