"""A view as plain data: what a template gets, so that it cannot do anything with what it is given.

Text, whole numbers, booleans, lists and dicts only: the sandbox never stops the public methods of a value, and a
`date` gives today, a `Path` deletes files (REPORTS §8).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter

from evc.reporting.limits.wire import Plain
from evc.reporting.show import visible


def plain(value: object) -> Plain:
    """The view as data that a template cannot do anything with; characters that would not show are made to show.

    A page has thousands of values, nearly all text, tuples and dataclasses, so these are asked for first.
    """
    if isinstance(value, str):
        return value if value.isprintable() else "".join(map(_shown, value.replace("\r\n", "\n")))
    if isinstance(value, (tuple, list)):
        return _every(value)
    kind: type = type(value)
    names, values_of = _fields(kind)
    if names:
        return dict(zip(names, _every(values_of(value)), strict=True))
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    raise TypeError(kind.__name__)


def _every(values: Iterable[object]) -> list[Plain]:
    """Each value as plain data; no call for the text that shows as it is."""
    return [each if isinstance(each, str) and each.isprintable() else plain(each) for each in values]


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """The names of a dataclass's fields, and what takes their values out; no names for what is none."""
    names = tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    if len(names) > 1:
        return names, attrgetter(*names)
    return names, lambda value: tuple(getattr(value, name) for name in names)


def _shown(character: str) -> str:
    return character if character == "\n" else visible(character)
