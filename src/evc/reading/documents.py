"""One YAML file as read: its bytes and its plain value, with look-ups that survive a document that is not right.

References and form are checked even where the shape of a file has faults, so that all errors of a file are seen at
once; these look-ups give nothing where the shape is not what it should be, and never fail.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path

from evc.diagnostics import KeyPath, Problem, Severity, severity_of
from evc.model.value import value
from evc.reading.characters import forbidden_kind
from evc.reading.files import Refused, display, read_file, unread
from evc.reading.shape import check_shape
from evc.reading.yaml import read_yaml

_OF_THE_INSTITUTION = ("programme", "rubric")
_OTHER_FILE = ("EVC201", "EVC202")
_MISSING = "EVC204"
_FORBIDDEN_CHARACTER = "EVC114"
_UNKNOWN_KEY = "EVC203"


@value
class Document:
    """A file with the value that was read from it and what is wrong with it by itself.

    `sound` says that neither its YAML nor its shape has an error; `wrong` are the places of those errors.
    """

    path: Path
    file: str
    data: bytes
    value: object
    problems: tuple[Problem, ...]
    wrong: frozenset[KeyPath]

    @property
    def sound(self) -> bool:
        """Whether the file is right by itself."""
        return not any(map(is_error, self.problems))

    def is_wrong(self, at: KeyPath) -> bool:
        """Whether an error was found at this place or above it, so that what stands here means nothing."""
        return bool(self.wrong) and any(at[:depth] in self.wrong for depth in range(1, len(at) + 1))


def read_document(path: Path, kind: str) -> Document:
    """Read one file of a kind (one of `schemas.KINDS`): bytes, YAML, shape."""
    file = display(path)
    data = read_file(path, follow=kind in _OF_THE_INSTITUTION)
    if isinstance(data, Refused):
        return Document(path, file, b"", None, (unread(file, data),), frozenset())
    return parse_document(path, file, data, kind)


def parse_document(path: Path, file: str, data: bytes, kind: str) -> Document:
    """The document in these bytes; one of another kind or version has no value, for nothing in it is known."""
    value, problems = read_yaml(data, file)
    if value is not None:
        refused = {problem.at for problem in problems if problem.code == _FORBIDDEN_CHARACTER}
        shape = [problem for problem in check_shape(value, kind, file) if not (refused and _follows(problem, refused))]
        problems = [*problems, *shape]
        if any(problem.code in _OTHER_FILE for problem in shape):
            value = None
    wrong = frozenset(_place(problem) for problem in problems if is_error(problem))
    return Document(path, file, data, value, tuple(problems), wrong)


def _follows(problem: Problem, refused: Container[KeyPath]) -> bool:
    """Whether a fault of shape lies in a text or key that has a forbidden character in it."""
    if not problem.at:
        return False
    last = problem.at[-1]
    in_key = problem.code == _UNKNOWN_KEY and isinstance(last, str) and any(map(forbidden_kind, last))
    return in_key or problem.at in refused


def _place(problem: Problem) -> KeyPath:
    """Where a problem lies; a key that is missing, where it should have been."""
    key = problem.data.get("key")
    return (*problem.at, key) if problem.code == _MISSING and isinstance(key, str) else problem.at


def is_error(problem: Problem) -> bool:
    """Whether a problem stops the file it is in."""
    return severity_of(problem.code) is Severity.ERROR


def mapping(value: object, key: str | None = None) -> Mapping[str, object]:
    """The mapping itself or under a key; an empty one where there is none."""
    if key is not None:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def sequence(value: object, key: str | None = None) -> Sequence[object]:
    """The list itself or under a key; an empty one where there is none."""
    if key is not None:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, list) else ()


def text(value: object, key: str | None = None) -> str | None:
    """The text itself or under a key; None where there is none."""
    if key is not None:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else None


def texts(value: object, key: str | None = None) -> Iterator[tuple[int, str]]:
    """The texts of a list with their places in it."""
    for index, item in enumerate(sequence(value, key)):
        if isinstance(item, str):
            yield index, item


def ids_of(document: Document, at: KeyPath, *, required: bool = False) -> list[str] | None:
    """The ids of the items of a list; None when one cannot be known, and then no reference is called unknown.

    A list that may be left out has no items when it is; of one that is required nothing is known then.
    """
    value: object = document.value
    for key in at:
        value = value.get(key) if isinstance(value, dict) else None
    if document.is_wrong(at) or (value is None and required):
        return None
    ids = [text(item, "id") for item in sequence(value)]
    if any(document.is_wrong((*at, index, "id")) for index in range(len(ids))) or None in ids:
        return None
    return [each for each in ids if each is not None]
