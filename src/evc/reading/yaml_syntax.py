"""What libyaml could not read, told as a person would: which quote is not closed, where a tab stands.

libyaml says where it gave up; that is often far below the slip. Its messages are recognised by fixed pieces that
PyYAML's own parser shares, and the place is moved to what has to be mended.
"""

import re
from dataclasses import dataclass, replace
from itertools import islice

from yaml.error import MarkedYAMLError

from evc.diagnostics import Problem
from evc.model.findings import Value
from evc.reading.events import Event, Mark, YAMLError
from evc.reading.limits import MAX_DEPTH, MAX_KEY_LENGTH
from evc.reading.source import Source

_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: |$)")
_SURROGATE = re.compile(r"(d[89a-f][0-9a-f]{2})", re.IGNORECASE)
_OPENING = re.compile(r"[\[{]")
_COLON = re.compile(r":(?: |$)")
_SHOWING_CHARACTER = frozenset({"start-character", "closing", "escape"})


@dataclass(frozen=True, slots=True)
class Stop:
    """How far reading came before it stopped.

    The last scalar that was whole, how many collections were open, the bracket that opened the innermost (None when
    that has none), where the document began (None when none did), whether it was closed by ``...``, and the offset
    where the last event ended.
    """

    source: Source
    last: Event | None
    depth: int
    opened: Mark | None
    root: Mark | None
    ended: bool
    reached: int


@dataclass(frozen=True, slots=True)
class _Slip:
    """How one kind of error is known by pieces of the parser's message, and what is said of it.

    `at_opening` points at what was opened, not at where the parser gave up.
    """

    context: str
    problem: str
    code: str
    kind: str | None = None
    at_opening: bool = False


# The first that fits; contexts and problems are pieces of libyaml's messages.
_SLIPS = (
    _Slip("quoted scalar", "unexpected", "EVC105", "quote", at_opening=True),
    _Slip("quoted scalar", "escape", "EVC103", "escape"),
    _Slip("quoted", "hexdecimal", "EVC103", "escape"),
    _Slip("", "tab character", "EVC104"),
    _Slip("flow sequence", "", "EVC105", "bracket", at_opening=True),
    _Slip("flow mapping", "", "EVC105", "brace", at_opening=True),
    _Slip("directive", "", "EVC111", at_opening=True),
    _Slip("", "incompatible YAML", "EVC111"),
    _Slip("", "duplicate", "EVC111"),
    _Slip("tag", "", "EVC110", at_opening=True),
    _Slip("", "undefined tag handle", "EVC110"),
    _Slip("alias", "", "EVC109", "alias", at_opening=True),
    _Slip("anchor", "", "EVC109", "anchor", at_opening=True),
    _Slip("block scalar", "", "EVC103", "block-text"),
    _Slip("", "mapping values", "EVC103", "colon"),
    _Slip("", "entries are not allowed", "EVC103", "list-here"),
    _Slip("simple key", "", "EVC103", "missing-colon", at_opening=True),
    _Slip("", "cannot start any token", "EVC103", "start-character"),
    _Slip("node", "content", "EVC103", "closing"),
    _Slip("block", "", "EVC103", "indentation"),
    _Slip("", "document start", "EVC103", "indentation"),
    _Slip("", "", "EVC103"),
)


def syntax_problem(error: YAMLError, file: str, stop: Stop) -> Problem:
    """The problem behind an error of the parser, at the place that has to be mended."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem("EVC102", file, data={"kind": "binary"})
    failure = _Failure(error.context or "", error.problem or "", error.context_mark or error.problem_mark,
                       error.problem_mark)  # fmt: skip
    for second_look in _SECOND_LOOKS:
        found = second_look(failure, stop)
        if found is not None:
            return replace(found, file=file)
    slip = next(slip for slip in _SLIPS if slip.context in failure.context and slip.problem in failure.problem)
    where = failure.opening if slip.at_opening else failure.mark
    data: dict[str, Value] = {"kind": slip.kind} if slip.kind else {}
    if slip.kind in _SHOWING_CHARACTER:
        data["character"] = _character(failure, stop)
    return Problem(slip.code, file, data=data, spot=stop.source.on_line(where.line, where.column))


@dataclass(frozen=True, slots=True)
class _Failure:
    """What the parser said: in doing what, why it stopped, where that began and where it stopped."""

    context: str
    problem: str
    opening: Mark
    mark: Mark


def _conflict(failure: _Failure, stop: Stop) -> Problem | None:
    """A marker of git that is the only one left."""
    for line in (failure.mark.line, failure.opening.line):
        if _CONFLICT.match(stop.source.line(line)):
            return Problem("EVC106", "", spot=stop.source.on_line(line, 0, 7))
    return None


def _unclosed(failure: _Failure, stop: Stop) -> Problem | None:
    """The file ends inside brackets."""
    if stop.opened is None or stop.source.text[failure.mark.index :].strip():
        return None
    kind = "bracket" if stop.source.text[stop.opened.index] == "[" else "brace"
    place = stop.source.on_line(stop.opened.line, stop.opened.column)
    return Problem("EVC105", "", data={"kind": kind}, spot=place)


def _tab(failure: _Failure, stop: Stop) -> Problem | None:
    """A tab where a line is indented."""
    if "cannot start any token" in failure.problem and stop.source.text[failure.mark.index] == "\t":
        return Problem("EVC104", "", spot=stop.source.on_line(failure.mark.line, failure.mark.column))
    return None


def _quote(failure: _Failure, stop: Stop) -> Problem | None:
    """Text right after a quoted text: when that ran over several lines, it is the opening quote that was not closed."""
    last = stop.last
    if last is None or last.style not in {"'", '"'} or "quoted" in failure.context:
        return None
    between = stop.source.text[last.end_mark.index : failure.mark.index]
    if failure.mark.line != last.end_mark.line or between.strip():
        return None
    if last.start_mark.line < last.end_mark.line:
        place = stop.source.on_line(last.start_mark.line, last.start_mark.column)
        return Problem("EVC105", "", data={"kind": "quote"}, spot=place)
    place = stop.source.on_line(failure.mark.line, failure.mark.column)
    return Problem("EVC103", "", data={"kind": "after-quote"}, spot=place)


def _colon(failure: _Failure, stop: Stop) -> Problem | None:
    """A colon after a text that ran on from an earlier line: a line lacks its colon or is indented too far."""
    last = stop.last
    if last is None or last.style or "mapping values" not in failure.problem:
        return None
    start, end = last.start_mark, last.end_mark
    if len(last.value) > MAX_KEY_LENGTH:
        return _long_key(stop, start)
    if start.line == end.line or failure.mark.line != end.line:
        return None
    if stop.depth == 0:
        place = stop.source.of(last)
        return Problem("EVC103", "", data={"kind": "missing-colon"}, spot=place)
    line = stop.source.line(end.line)
    place = stop.source.on_line(end.line, len(line) - len(line.lstrip()))
    return Problem("EVC103", "", data={"kind": "indentation"}, spot=place)


def _key(failure: _Failure, stop: Stop) -> Problem | None:
    """A key so long that the parser no longer takes it for one."""
    if "simple key" not in failure.context:
        return None
    line = stop.source.line(failure.opening.line)
    colon = _COLON.search(line, failure.opening.column + MAX_KEY_LENGTH)
    return _long_key(stop, failure.opening) if colon else None


def _long_key(stop: Stop, start: Mark) -> Problem:
    data: dict[str, Value] = {"kind": "key", "most": MAX_KEY_LENGTH}
    return Problem("EVC113", "", data=data, spot=stop.source.on_line(start.line, start.column))


def _document(failure: _Failure, stop: Stop) -> Problem | None:
    """Something where no document can begin."""
    if "document start" not in failure.problem:
        return None
    place = stop.source.on_line(failure.mark.line, failure.mark.column)
    if stop.root is None:
        return Problem("EVC111", "", spot=stop.source.on_line(0, 0))
    if stop.ended:
        return Problem("EVC112", "", spot=place)
    kind = "indentation" if failure.mark.column < stop.root.column else "after-end"
    return Problem("EVC103", "", data={"kind": kind}, spot=place)


def _depth(failure: _Failure, stop: Stop) -> Problem | None:
    """So many opening brackets that the parser gave up before it told of the first."""
    if "nesting depth" not in failure.problem:
        return None
    opening = islice(_OPENING.finditer(stop.source.text, stop.reached), MAX_DEPTH - stop.depth, None)
    start = next((found.start() for found in opening), failure.mark.index)
    data: dict[str, Value] = {"kind": "depth", "most": MAX_DEPTH}
    return Problem("EVC113", "", data=data, spot=stop.source.between(start, start + 1))


def _surrogate(failure: _Failure, stop: Stop) -> Problem | None:
    """Half a character: what some programs write for an emoji."""
    found = _SURROGATE.match(stop.source.text, failure.mark.index)
    if "Unicode character escape" not in failure.problem or not found:
        return None
    data: dict[str, Value] = {"kind": "surrogate", "codepoint": f"U+{found[1].upper()}"}
    place = stop.source.on_line(failure.mark.line, failure.mark.column - 2, 6)
    return Problem("EVC114", "", data=data, spot=place)


def _stray(failure: _Failure, stop: Stop) -> Problem | None:
    """A closing bracket that nothing opened, a comma too many, or a colon without a key."""
    character = _character(failure, stop)
    place = stop.source.on_line(failure.mark.line, failure.mark.column)
    if character == "," and "content" in failure.problem:
        return Problem("EVC103", "", data={"kind": "comma"}, spot=place)
    if not failure.context.startswith("while parsing a block"):
        return None
    if character == ":":
        return Problem("EVC108", "", data={"kind": "empty"}, spot=place)
    if character in {"]", "}"}:
        return Problem("EVC103", "", data={"kind": "closing", "character": character}, spot=place)
    return None


def _character(failure: _Failure, stop: Stop) -> str:
    """The character at which the parser stopped; in an escape the one after the backslash."""
    text, index = stop.source.text, failure.mark.index
    return text[index + 1 : index + 2] if text[index : index + 1] == "\\" else text[index : index + 1]


_SECOND_LOOKS = (_depth, _conflict, _unclosed, _tab, _quote, _colon, _key, _document, _surrogate, _stray)
