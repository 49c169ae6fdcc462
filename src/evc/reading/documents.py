"""One YAML file as read: its bytes and its plain value, with look-ups that survive a document that is not right.

References and form are checked even where the shape of a file has faults, so that all errors of a file are seen at
once; these look-ups give nothing where the shape is not what it should be, and never fail.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evc.diagnostics import Problem, Severity, severity_of
from evc.model.value import value
from evc.reading.files import Refused, display, read_file, unread
from evc.reading.shape import check_shape
from evc.reading.yaml import read_yaml

_OF_THE_INSTITUTION = ("programme", "rubric")


@value
class Document:
    """A file with the value that was read from it and what is wrong with it by itself.

    `sound` says that neither its YAML nor its shape has an error.
    """

    path: Path
    file: str
    data: bytes
    value: object
    problems: tuple[Problem, ...]
    sound: bool


def read_document(path: Path, kind: str) -> Document:
    """Read one file of a kind (programme, rubric, portfolio, assessment, consensus): bytes, YAML, shape."""
    file = display(path)
    data = read_file(path, follow=kind in _OF_THE_INSTITUTION)
    if isinstance(data, Refused):
        return Document(path, file, b"", None, (unread(file, data),), sound=False)
    return parse_document(path, file, data, kind)


def parse_document(path: Path, file: str, data: bytes, kind: str) -> Document:
    """The document in these bytes."""
    value, problems = read_yaml(data, file)
    if value is not None:
        problems = [*problems, *check_shape(value, kind, file)]
    return Document(path, file, data, value, tuple(problems), sound=not any(map(is_error, problems)))


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


def ids_of(value: object, key: str) -> list[str] | None:
    """The ids of the items under a key; None when one cannot be known, and then no reference is called unknown."""
    items = value.get(key) if isinstance(value, dict) else None
    if items is None:
        return []
    ids = [text(item, "id") for item in sequence(items)]
    if not isinstance(items, list) or None in ids:
        return None
    return [each for each in ids if each is not None]
