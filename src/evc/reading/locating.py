"""From key paths to places in the file: the second pass that only files with problems pay (STYLE §4.6).

A key path points at a key or at the value under it. What the file does not have is pointed at by the nearest thing
above it that the file does have.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from evc.diagnostics import (
    START,
    Diagnostic,
    KeyPath,
    Problem,
    Severity,
    Spot,
    Where,
    in_order,
    severity_of,
    without_cascades,
)
from evc.model.citizen import without_citizen_numbers
from evc.model.findings import Value
from evc.reading.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
    events,
)
from evc.reading.source import Source

Place = tuple[KeyPath, Where]


def diagnose(problems: Iterable[Problem], bytes_of: Callable[[str], bytes | None]) -> list[Diagnostic]:
    """The problems with their severity and place, in order; what only follows from another error is left out.

    A problem with a place of its own was found in the text itself, so it follows from no other. Digits of what may be
    a citizen number go no further than here.
    """
    by_depth = sorted(problems, key=lambda problem: len(problem.at))
    may_follow = [problem for problem in by_depth if problem.spot is None and _is_error(problem)]
    others = [problem for problem in by_depth if problem.spot is not None or not _is_error(problem)]
    by_file: dict[str, list[Problem]] = {}
    for problem in (*without_cascades(may_follow), *others):
        by_file.setdefault(problem.file, []).append(problem)
    return in_order(
        Diagnostic(_masked(problem), severity_of(problem.code), spot)
        for file, found in by_file.items()
        for problem, spot in zip(found, _spots(found, bytes_of(file)), strict=True)
    )


def _is_error(problem: Problem) -> bool:
    return severity_of(problem.code) is Severity.ERROR


def _spots(problems: Sequence[Problem], data: bytes | None) -> list[Spot]:
    """The place of each problem of one file: its own, else that of its key path, else the start of the file."""
    places = {(problem.at, problem.where) for problem in problems if problem.spot is None and problem.at}
    found = locate(data, places) if data and places else {}
    return [problem.spot or found.get((problem.at, problem.where), START) for problem in problems]


def locate(data: bytes, places: Iterable[Place]) -> dict[Place, Spot]:
    """Where in a file each key path points; a file that cannot be read to its end is searched as far as it can be."""
    asked = list(places)
    root = _Wanted()
    for path, _ in asked:
        root.want(path)
    _Search(Source(data), [_Open(root, keys=False)]).run(data)
    return {(path, where): _nearest(root, path, where) for path, where in asked}


@dataclass(slots=True)
class _Wanted:
    """A node of the tree of key paths asked for, and where it was found; `key` is None for an item of a list."""

    children: dict[str | int, "_Wanted"] = field(default_factory=dict)
    key: Spot | None = None
    value: Spot | None = None

    def want(self, path: KeyPath) -> None:
        """Make a branch for a key path."""
        node = self
        for step in path:
            node = node.children.setdefault(step, _Wanted())

    def spot(self, where: Where) -> Spot | None:
        """The key or the value; a value that is written as nothing has no place but its key."""
        nothing = self.value is not None and self.value.column == self.value.end_column
        if where is Where.KEY or nothing:
            return self.key or self.value
        return self.value or self.key


def _nearest(root: _Wanted, path: KeyPath, where: Where) -> Spot:
    """The place of a key path, or of the nearest above it that exists."""
    spot, node = START, root
    for depth, step in enumerate(path, start=1):
        node = node.children[step]
        found = node.spot(where if depth == len(path) else Where.KEY)
        if found is None:
            break
        spot = found
    return spot


@dataclass(slots=True)
class _Open:
    """An open collection: what is wanted in it, and the key or index that is due (None: a key has to come first)."""

    wanted: _Wanted | None
    keys: bool
    step: str | int | None = None
    key: Spot | None = None
    start: Event = None

    def child(self) -> _Wanted | None:
        """What is wanted of the value that comes now."""
        return self.wanted.children.get(self.step) if self.wanted and self.step is not None else None


@dataclass(slots=True)
class _Search:
    """The walk over the events, with the collections around the current one."""

    source: Source
    around: list[_Open]

    def run(self, data: bytes) -> None:
        """Find what is wanted, to the end of the first document or the first thing that is no YAML."""
        try:
            for event in events(data):
                if isinstance(event, MappingEndEvent | SequenceEndEvent):
                    self._close(event)
                elif isinstance(event, ScalarEvent | AliasEvent | MappingStartEvent | SequenceStartEvent):
                    self._node(event)
        except YAMLError:
            return

    def _node(self, event: Event) -> None:
        into = self.around[-1]
        opens = not isinstance(event, ScalarEvent | AliasEvent)
        if into.keys and into.step is None:
            into.step = event.value if isinstance(event, ScalarEvent) else ""
            into.key = self.source.of(event) if into.child() is not None else None
            wanted = None
        else:
            wanted = self._value(into, event)
            if into.keys and not opens:
                into.step = None
        if opens:
            self.around.append(_Open(wanted, keys=isinstance(event, MappingStartEvent), start=event))

    def _value(self, into: _Open, event: Event) -> _Wanted | None:
        """A value or item begins: note where, if it is wanted and was not found before."""
        if len(self.around) == 1:
            return into.wanted
        if not into.keys:
            into.step = into.step + 1 if isinstance(into.step, int) else 0
        wanted = into.child()
        if wanted is None or wanted.value is not None:
            return None
        wanted.key, wanted.value = into.key, self.source.of(event)
        return wanted

    def _close(self, event: Event) -> None:
        closed = self.around.pop()
        if closed.wanted is not None and len(self.around) > 1:
            closed.wanted.value = self.source.of(closed.start, event)
        if self.around[-1].keys:
            self.around[-1].step = None


def _masked(problem: Problem) -> Problem:
    """The problem without the digits of what may be a citizen number."""
    data = {name: _mask(value) for name, value in problem.data.items()}
    at = tuple(without_citizen_numbers(step) if isinstance(step, str) else step for step in problem.at)
    return replace(problem, at=at, data=data)


def _mask(value: Value) -> Value:
    match value:
        case str():
            return without_citizen_numbers(value)
        case tuple():
            return tuple(map(_mask, value))
        case _:
            return value
