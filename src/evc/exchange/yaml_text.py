"""Plain values as YAML that `evc.reading` takes back unchanged, in the style in which people write it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from evc.reading.scalars import plain_value

Scalar = str | int | Decimal
_WIDTH = 110

# What needs no quotes: no character that YAML could take for its own. In a list of one line a comma is one.
_IN_LIST = re.compile(r"[A-Za-zÀ-ɏ0-9](?:[\w .;()/'+%&=@–-]*[\w.)%])?")
_ON_LINE = re.compile(r"[A-Za-zÀ-ɏ0-9](?:[\w .,;()/'+%&=@–-]*[\w.)%;])?")


def scalar(value: Scalar, plain: re.Pattern[str] = _ON_LINE) -> str:
    """A value on one line; a text that could be read as anything else gets quotes."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            unmistakable = plain.fullmatch(value) and plain_value(value) == value
            return value if unmistakable else json.dumps(value, ensure_ascii=False)
        case int():
            return str(value)
        case _:
            return format(value, "f")


def document(values: Mapping[str, object]) -> str:
    """A mapping as a YAML document: blocks for mappings and lists of them, one line for a list of plain values."""
    return "".join(f"{line}\n" for line in _mapping(values, 0))


def _mapping(values: Mapping[str, object], indent: int) -> Iterator[str]:
    for key, value in values.items():
        yield from _entry(f"{' ' * indent}{scalar(key)}:", value, indent + 2)


def _entry(start: str, value: object, indent: int) -> Iterator[str]:
    """The lines of a key and its value; `indent` is where what belongs to it stands."""
    match value:
        case Mapping():
            yield start
            yield from _mapping(value, indent)
        case str():
            first, *others = _text(value)
            yield f"{start} {first}"
            yield from (f"{' ' * indent}{line}" if line else "" for line in others)
        case Sequence() if any(isinstance(each, Mapping) for each in value):
            yield start
            for each in value:
                yield from _item(each, indent)
        case Sequence():
            yield f"{start} [{', '.join(scalar(each, _IN_LIST) for each in value)}]"
        case int() | Decimal():
            yield f"{start} {scalar(value)}"
        case _:
            raise TypeError(start)


def _item(values: Mapping[str, object], indent: int) -> Iterator[str]:
    first, *others = _mapping(values, indent + 2)
    yield f"{' ' * indent}- {first.lstrip()}"
    yield from others


def _text(text: str) -> list[str]:
    """A text as lines under its key: folded when it is long, as it stands when it has lines, else on one."""
    if text.strip() != text or re.search(r"[\t\r]", text):
        return [scalar(text)]
    if "\n" in text:
        return ["|-", *text.split("\n")]
    if len(text) > _WIDTH and "  " not in text:
        return [">-", *_folded(text)]
    return [scalar(text)]


def _folded(text: str) -> Iterator[str]:
    """The text broken at single spaces, which YAML puts back."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= _WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
