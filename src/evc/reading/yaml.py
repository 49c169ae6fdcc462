"""Bytes to plain values: strict YAML as DESIGN §3 has it, from a stream of events.

The good path builds values and looks at no position. At the first thing that is doubtful it stops, and
`yaml_faults` reads the file once more to say everything that is wrong, each at its place. So only a file with
problems pays for positions (docs/adr: events, not nodes).
"""

from typing import Any

from evc.diagnostics import Problem, Severity, severity_of
from evc.reading.characters import looks_harmless
from evc.reading.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    events,
)
from evc.reading.limits import MAX_DEPTH, MAX_KEY_LENGTH, MAX_NODES
from evc.reading.raw import nothing_said, raw_problems
from evc.reading.scalars import MERGE, plain_value
from evc.reading.source import Source


class _DoubtfulError(Exception):
    """Something in the file may be wrong; the careful pass will say what."""


class _BeyondBoundError(Exception):
    """The file is too deep or has too many nodes: the one thing that is said without a careful pass."""

    def __init__(self, kind: str, most: int, event: Event) -> None:
        super().__init__(kind)
        self.kind, self.most, self.event = kind, most, event

    def problem(self, data: bytes, file: str) -> Problem:
        """The problem, at the node that was one too many."""
        return Problem("EVC113", file, data={"kind": self.kind, "most": self.most}, spot=Source(data).of(self.event))


def read_yaml(data: bytes, file: str) -> tuple[object, list[Problem]]:
    """The plain value of a YAML file (dict, list, str, int, Decimal, bool, None) and what is wrong with it.

    The value is None when an error leaves open what the file says. A key that stands twice and a character that is
    refused do not: then the value goes on to be checked, so that all errors of a file are seen at once.
    """
    refused = raw_problems(data, file)
    if refused:
        return None, refused
    try:
        value = _build(data)
    except _BeyondBoundError as beyond:
        return None, [beyond.problem(data, file)]
    except (_DoubtfulError, YAMLError):
        return _with_faults(data, file)
    if value is None:
        return None, [nothing_said(data, file)]
    if looks_harmless(data):
        return value, []
    return _with_faults(data, file)


def _faults(data: bytes, file: str) -> list[Problem]:
    from evc.reading.yaml_faults import yaml_faults  # noqa: PLC0415 - only files with problems pay for it

    return yaml_faults(data, file)


_READABLE = ("EVC107", "EVC114")


def _with_faults(data: bytes, file: str) -> tuple[object, list[Problem]]:
    """The value as far as the faults leave no doubt of it, and the faults."""
    problems = _faults(data, file)
    errors = (problem.code for problem in problems if severity_of(problem.code) is Severity.ERROR)
    if not all(code in _READABLE for code in errors):
        return None, problems
    try:
        return _build(data, _Lenient()), problems
    except (_DoubtfulError, _BeyondBoundError, YAMLError):
        return None, problems


def _build(data: bytes, builder: "_Builder | None" = None) -> object:
    """The value of the one document in `data`; raises for anything that may be wrong."""
    builder = builder or _Builder()
    take = {
        ScalarEvent: builder.scalar,
        MappingStartEvent: builder.mapping,
        SequenceStartEvent: builder.sequence,
        MappingEndEvent: builder.close,
        SequenceEndEvent: builder.close,
        DocumentStartEvent: builder.start,
        AliasEvent: builder.refuse,
    }
    for event in events(data):
        if event.__class__ in take:
            take[event.__class__](event)
    return builder.document[0] if builder.document else None


class _Builder:
    """A document half read: the collection being filled, those around it, and the key whose value is due, if one is."""

    __slots__ = ("_around", "_container", "_key", "_nodes", "_started", "document")

    def __init__(self) -> None:
        self.document: list[object] = []
        self._container: Any = self.document
        self._around: list[Any] = []
        self._key: str | None = None
        self._nodes = 0
        self._started = False

    def scalar(self, event: Event) -> None:
        """A key or a text, number, truth value or nothing."""
        self._nodes += 1
        if event.tag is not None or event.anchor is not None:
            raise _DoubtfulError
        if self._nodes > MAX_NODES:
            raise _BeyondBoundError("nodes", MAX_NODES, event)
        text: str = event.value
        if self._key is not None:
            self._container[self._key] = text if event.style else plain_value(text)
            self._key = None
        elif self._container.__class__ is list:
            self._container.append(text if event.style else plain_value(text))
        elif text in self._container or not _is_key(event, text):
            raise _DoubtfulError
        else:
            self._key = text

    def mapping(self, event: Event) -> None:
        """The start of a mapping."""
        self._open(event, {})

    def sequence(self, event: Event) -> None:
        """The start of a list."""
        self._open(event, [])

    def _open(self, event: Event, collection: dict[str, object] | list[object]) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None:
            raise _DoubtfulError
        if self._nodes > MAX_NODES:
            raise _BeyondBoundError("nodes", MAX_NODES, event)
        if len(self._around) >= MAX_DEPTH:
            raise _BeyondBoundError("depth", MAX_DEPTH, event)
        if self._key is not None:
            self._container[self._key] = collection
            self._key = None
        elif self._container.__class__ is list:
            self._container.append(collection)
        else:
            raise _DoubtfulError
        self._around.append(self._container)
        self._container = collection

    def close(self, _: Event) -> None:
        """The end of a mapping or list."""
        self._container = self._around.pop()

    def start(self, event: Event) -> None:
        """The start of a document: there is one, without directives."""
        if self._started or event.version or event.tags:
            raise _DoubtfulError
        self._started = True

    def refuse(self, _: Event) -> None:
        """An alias."""
        raise _DoubtfulError


class _Lenient(_Builder):
    """A document whose faults were all found: the first of two equal keys holds."""

    __slots__ = ()

    def scalar(self, event: Event) -> None:
        """A key or a value; a key that stands again is set apart."""
        if self._key is None and self._container.__class__ is dict and event.value in self._container:
            self._nodes += 1
            self._key = f"\0{event.value}"
        else:
            super().scalar(event)

    def close(self, event: Event) -> None:
        """The end of a collection; what was set apart is left out."""
        if isinstance(self._container, dict):
            for key in [key for key in self._container if key.startswith("\0")]:
                del self._container[key]
        super().close(event)


def _is_key(event: Event, text: str) -> bool:
    """Whether a scalar may be a key: text, not empty, not too long."""
    if not text or len(text) > MAX_KEY_LENGTH:
        return False
    return bool(event.style) or (text != MERGE and plain_value(text) is text)
