"""Bytes to plain values: strict YAML as DESIGN §3 has it, from a stream of events.

The good path builds values and looks at no position. At the first thing that is doubtful it stops, and
`yaml_faults` reads the file once more to say everything that is wrong, each at its place. So only a file with
problems pays for positions (docs/adr: events, not nodes).
"""

from collections.abc import Iterator, Mapping
from sys import intern
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
from evc.reading.scalars import MERGE, WORDS, plain_value
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
        return _build(data, lenient=True), problems
    except (_DoubtfulError, _BeyondBoundError, YAMLError):
        return None, problems


def _build(data: bytes, *, lenient: bool = False) -> object:
    """The value of the one document in `data`; raises for anything that may be wrong.

    `lenient` is for a document whose faults were all found: the first of two equal keys holds.
    """
    root: list[object] = []
    if _fill(root, events(data), lenient=lenient) > 1:
        raise _DoubtfulError
    return root[0] if root else None


def _fill(root: list[object], stream: Iterator[Event], *, lenient: bool) -> int:  # noqa: C901, PLR0912 - see below
    """Put what the events say into the root; gives the number of documents.

    All is done in one loop over local names, because a call for each event would cost as much as libyaml's own work.
    A key is taken together with a scalar that stands under it.
    """
    around: list[Any] = []
    container: Any = root
    fine_keys: dict[str, str] = {}
    nodes = documents = 0
    for event in stream:
        kind = event.__class__
        key: str | None = None
        if kind is ScalarEvent:
            nodes += 1
            text: str = event.value
            if container.__class__ is list:
                container.append(text if event.style or (text > ":" and text not in WORDS) else plain_value(text))
            else:
                key = fine_keys.get(text)
                if key is None or text in container or event.style:
                    key = _key(event, container, fine_keys, lenient=lenient)
            if event.tag is not None or event.anchor is not None or nodes > MAX_NODES:
                raise _refusal(event)
            if key is None:
                continue
            event = next(stream)  # noqa: PLW2901 - what stands under the key
            kind = event.__class__
            if kind is ScalarEvent:
                nodes += 1
                text = event.value
                container[key] = text if event.style or (text > ":" and text not in WORDS) else plain_value(text)
                if event.tag is not None or event.anchor is not None or nodes > MAX_NODES:
                    raise _refusal(event)
                continue
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            nodes += 1
            container = _begin(event, container, key, around)
            if event.tag is not None or event.anchor is not None or nodes > MAX_NODES:
                raise _refusal(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if lenient:
                _leave_out_second_keys(container)
            container = around.pop()
        else:
            documents += _document(event)
    return documents


def _refusal(event: Event) -> Exception:
    """Why a node is not taken: it has a tag or an anchor, or else it is one too many."""
    if event.tag is not None or event.anchor is not None:
        return _DoubtfulError()
    return _BeyondBoundError("nodes", MAX_NODES, event)


_SECOND = "\0"


def _key(event: Event, container: Mapping[str, object], fine: dict[str, str], *, lenient: bool) -> str:
    """The key that a scalar is; one that stands again is set apart where that is allowed."""
    text: str = event.value
    if text in container:
        if not lenient:
            raise _DoubtfulError
        return f"{_SECOND}{text}"
    if text not in fine or event.style:
        if not _is_key(event, text):
            raise _DoubtfulError
        if event.style:
            return text  # plain, the same letters may be a number
        fine[text] = intern(text)  # the very string that code looks it up by, which is found sooner
    return fine[text]


def _begin(event: Event, container: Any, key: str | None, around: list[Any]) -> Any:  # noqa: ANN401 - of anything
    """Put a new list or mapping where it is due, and give it back to be filled; `around` grows by what holds it."""
    if len(around) >= MAX_DEPTH:
        raise _BeyondBoundError("depth", MAX_DEPTH, event)
    around.append(container)
    collection: Any = {} if event.__class__ is MappingStartEvent else []
    if key is not None:
        container[key] = collection
    elif container.__class__ is list:
        container.append(collection)
    else:
        raise _DoubtfulError
    return collection


def _leave_out_second_keys(container: object) -> None:
    if isinstance(container, dict):
        for key in [key for key in container if key.startswith(_SECOND)]:
            del container[key]


def _document(event: Event) -> int:
    """How many documents an event of another kind begins; aliases and directives are refused."""
    if event.__class__ is AliasEvent:
        raise _DoubtfulError
    if event.__class__ is not DocumentStartEvent:
        return 0
    if event.version or event.tags:
        raise _DoubtfulError
    return 1


def _is_key(event: Event, text: str) -> bool:
    """Whether a scalar may be a key: text, not empty, not too long."""
    if not text or len(text) > MAX_KEY_LENGTH:
        return False
    return bool(event.style) or (text != MERGE and plain_value(text) is text)
