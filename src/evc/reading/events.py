"""YAML as a stream of events: libyaml through PyYAML, and PyYAML's own parser where libyaml is not there.

Events come one at a time, so a reader can stop at the first that goes too deep; nothing here recurses, keeps a
tree or resolves a value.
"""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

__all__ = [
    "BOM",
    "AliasEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "Mark",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "YAMLError",
    "events",
]

BOM = b"\xef\xbb\xbf"


Event = Any
"""One event. PyYAML's types leave open what its parsers always give (marks, anchors), so it is taken at its word."""


class Mark(Protocol):
    """A place in the text, counted from 0, in code points."""

    line: int
    column: int
    index: int


class _PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser: eleven times slower, the same events."""

    def __init__(self, data: bytes) -> None:
        Reader.__init__(self, data)
        Scanner.__init__(self)
        Parser.__init__(self)


_parser: Callable[[bytes], Any]
try:
    from yaml._yaml import CParser

    _parser = CParser
except ImportError:  # pragma: no cover - wheels of PyYAML have libyaml
    _parser = _PureParser


def events(data: bytes) -> Iterator[Event]:
    """The events of a document in UTF-8; a byte order mark is not part of it, so that columns do not count it.

    Raises YAMLError where the text is no YAML, when the stream comes to that place.
    """
    return iter(_parser(data.removeprefix(BOM)).get_event, None)
