"""The careful pass: everything in a YAML file that DESIGN §3 refuses or warns of, each with its key path and place.

It reads the same events as `yaml.read_yaml` and looks at what that passed over for speed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from evc.diagnostics import KeyPath, Problem, Spot
from evc.model.citizen import has_citizen_number
from evc.model.findings import Value
from evc.reading.characters import (
    ZERO_WIDTH_SPACE,
    forbidden_kind,
    has_mark_run,
    looks_harmless,
    remarkable,
)
from evc.reading.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    Mark,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    events,
)
from evc.reading.limits import MAX_DEPTH, MAX_KEY_LENGTH, MAX_NODES, MAX_PROBLEMS_FOUND
from evc.reading.scalars import MERGE, plain_value
from evc.reading.source import Source
from evc.reading.yaml_syntax import Stop, syntax_problem

_Found = tuple[str, dict[str, Value]]

# Before a number that stands as a key: in braces, the 5 of {hours: 7,5}.
_DECIMAL_COMMA = re.compile("[0-9],")


def yaml_faults(data: bytes, file: str) -> list[Problem]:
    """All that is wrong with the YAML of a file, as far as it can be read."""
    return list(islice(_Reading(data, file).problems(), MAX_PROBLEMS_FOUND))


@dataclass(slots=True)
class _Frame:
    """An open collection: the keys of a mapping with their lines, and the key or index of the value that is due.

    `opened` is its opening bracket, if it is written with brackets; `is_key` says that it stands where a key has to be;
    `merging` that the value belongs to the merge key.
    """

    keys: dict[str, int] | None
    place: str | int | None
    opened: Mark | None
    merging: bool = False
    is_key: bool = False


@dataclass(slots=True)
class _Reading:
    """How far the careful pass has come."""

    data: bytes
    file: str
    frames: list[_Frame] = field(default_factory=list)
    nodes: int = 0
    documents: int = 0
    last: Event = None
    first: Event = None
    ended: bool = False
    reached: int = 0
    harmless: bool = False
    source: Source = field(init=False)

    def problems(self) -> Iterator[Problem]:
        """Problems in the order of the file, to the first that makes reading on senseless."""
        self.source, self.harmless = Source(self.data), looks_harmless(self.data)
        try:
            for event in events(self.data):
                yield from self._take(event)
                self.reached = event.end_mark.index
                if len(self.frames) > MAX_DEPTH:
                    yield self._at(event, "EVC113", {"kind": "depth", "most": MAX_DEPTH})
                    return
                if self.nodes > MAX_NODES:
                    yield self._at(event, "EVC113", {"kind": "nodes", "most": MAX_NODES})
                    return
                if self.documents > 1:
                    return
        except YAMLError as error:
            yield syntax_problem(error, self.file, self._stop())

    def _stop(self) -> Stop:
        """How far reading came."""
        return Stop(
            source=self.source,
            last=self.last,
            depth=len(self.frames),
            opened=self.frames[-1].opened if self.frames else None,
            root=self.first.start_mark if self.first else None,
            ended=self.ended,
            reached=self.reached,
        )

    def _take(self, event: Event) -> Iterator[Problem]:
        match event:
            case ScalarEvent() | AliasEvent() | MappingStartEvent() | SequenceStartEvent():
                self.nodes += 1
                self.first = self.first or event
                yield from self._node(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._close()
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    yield self._at(event, "EVC112")
                elif event.version or event.tags:
                    yield Problem("EVC111", self.file, spot=self._line_starting("%"))
            case DocumentEndEvent():
                self.ended = bool(event.explicit)
            case _:
                pass

    def _node(self, event: Event) -> Iterator[Problem]:
        """A key, a value or an item."""
        frame = self.frames[-1] if self.frames else None
        is_key = frame is not None and frame.keys is not None and frame.place is None
        if frame is not None and frame.keys is not None and is_key:
            yield from self._key(event, frame, frame.keys)
        else:
            if frame is not None and isinstance(frame.place, int):
                frame.place += 1
            yield from self._decoration(event, merging=frame is not None and frame.merging)
            if isinstance(event, ScalarEvent):
                yield from self._text(event)
            if frame is not None and frame.keys is not None and isinstance(event, ScalarEvent | AliasEvent):
                frame.place = None
        if isinstance(event, ScalarEvent):
            self.last = event
        elif isinstance(event, MappingStartEvent):
            self.frames.append(_Frame({}, None, _bracket(event), is_key=is_key))
        elif isinstance(event, SequenceStartEvent):
            self.frames.append(_Frame(None, -1, _bracket(event), is_key=is_key))

    def _close(self) -> None:
        """The end of a collection: of a value, so that a key is due again, or of a collection where a key should be."""
        closed = self.frames.pop()
        if self.frames and self.frames[-1].keys is not None and not closed.is_key:
            self.frames[-1].place = None

    def _key(self, event: Event, frame: _Frame, keys: dict[str, int]) -> Iterator[Problem]:
        """A key: text, not empty, not too long, once."""
        yield from self._decoration(event, merging=False)
        frame.merging = False
        if not isinstance(event, ScalarEvent):
            frame.place = "?"
            if not isinstance(event, AliasEvent):
                yield self._at(event, "EVC108", {"kind": "collection"})
            return
        yield from self._text(event)
        key: str = event.value
        frame.place = key
        wrong = _wrong_key(event, self.source.text)
        if wrong is not None:
            frame.merging = wrong[0] == "EVC109"
            yield self._at(event, *wrong)
        elif key in keys:
            yield self._at(event, "EVC107", {"key": key, "first_line": keys[key]})
        else:
            keys[key] = self.source.of(event).line

    def _decoration(self, event: Event, *, merging: bool) -> Iterator[Problem]:
        """Anchors, aliases and tags; what is merged belongs to the merge key, which is refused itself."""
        if isinstance(event, AliasEvent):
            if not merging:
                yield self._at(event, "EVC109", {"kind": "alias", "name": event.anchor})
            return
        if event.anchor is not None:
            yield self._at(event, "EVC109", {"kind": "anchor", "name": event.anchor})
        if event.tag is not None:
            yield self._at(event, "EVC110", {"tag": event.tag.removeprefix("tag:yaml.org,2002:")})

    def _text(self, event: Event) -> Iterator[Problem]:
        """The characters of a text or key."""
        if self.harmless:
            return
        written, start = self.source.written(event), event.start_mark.index
        if event.style in {"|", ">"}:
            header = written.find("\n") + 1
            written, start = written[header:], start + header
        warned = False
        for character, begin, end in remarkable(written, escapes=event.style == '"'):
            if warned and character == ZERO_WIDTH_SPACE:
                continue
            warned = warned or character == ZERO_WIDTH_SPACE
            yield self._character(character, self.source.between(start + begin, start + end))
        if has_mark_run(event.value):
            yield self._at(event, "EVC116")
        if has_citizen_number(event.value) and not _is_hash(self._path()):
            yield self._at(event, "EVC118")

    def _character(self, character: str, spot: Spot) -> Problem:
        """A character that is refused, or the one that is only warned of."""
        if character == ZERO_WIDTH_SPACE:
            return Problem("EVC115", self.file, self._path(), spot=spot)
        data = {"kind": forbidden_kind(character), "codepoint": f"U+{ord(character):04X}"}
        return Problem("EVC114", self.file, self._path(), data, spot=spot)

    def _path(self) -> KeyPath:
        return tuple(frame.place for frame in self.frames if frame.place is not None)

    def _at(self, event: Event, code: str, data: dict[str, Value] | None = None) -> Problem:
        return Problem(code, self.file, self._path(), data or {}, spot=self.source.of(event))

    def _line_starting(self, beginning: str) -> Spot:
        """The first line that begins so."""
        found = (number for number, line in enumerate(self.source.lines) if line.startswith(beginning))
        number = next(found, 0)
        return self.source.on_line(number, 0, len(self.source.line(number)))


def _bracket(event: Event) -> Mark | None:
    """The opening bracket of a collection that is written with brackets."""
    mark: Mark | None = event.start_mark if event.flow_style else None
    return mark


def _wrong_key(event: Event, text: str) -> _Found | None:
    """Why a scalar is no key, if it is none."""
    key: str = event.value
    if not event.style and key == MERGE:
        return "EVC109", {"kind": "merge"}
    if not event.style and plain_value(key) is not key:
        start = event.start_mark.index
        decimals = key.isdigit() and _DECIMAL_COMMA.fullmatch(text[max(start - 2, 0) : start])
        return "EVC108", {"kind": "comma" if decimals else "not-text", "key": key}
    if not key:
        return "EVC108", {"kind": "empty"}
    if len(key) > MAX_KEY_LENGTH:
        return "EVC113", {"kind": "key", "most": MAX_KEY_LENGTH}
    return None


def _is_hash(path: KeyPath) -> bool:
    """Whether a value is a SHA-256, where digits are no citizen number."""
    return path[-1:] == ("sha256",) or path[-2:] == ("judged", "portfolio")
