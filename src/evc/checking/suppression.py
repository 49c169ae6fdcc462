"""``# evc: ignore[CODE] reason``: a problem that those who keep a file know of, and have a reason for.

Such a comment holds for the line it stands on. It says why, names a check (never an error of form), and there is
something to ignore; otherwise that is a problem of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from evc.checking.settings import Settings, may_be_set
from evc.diagnostics import CODES, Diagnostic, Problem, Severity, Spot, severity_of
from evc.model.value import value
from evc.reading.events import Event, ScalarEvent, YAMLError, events
from evc.reading.near import unknown
from evc.reading.source import Source

_MARK = b"evc:"
_COMMENT = re.compile(r"#[ \t]*evc:[ \t]*ignore\b(?:[ \t]*\[(?P<codes>[^\]\n]*)\])?(?P<reason>[^\r\n]*)")
_BLOCK = ("|", ">")


@value
class Ignore:
    """One comment: where it stands, the codes it names, and the reason, which is blank where none is given."""

    file: str
    spot: Spot
    codes: tuple[str, ...]
    reason: str


def weigh(diagnostics: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """The diagnostics with the severity they have here; those that are off fall away."""
    for each in diagnostics:
        severity = settings.severity.get(each.problem.code, each.severity)
        if severity is not None:
            yield each if severity is each.severity else replace(each, severity=severity)


def suppress(
    diagnostics: Sequence[Diagnostic], files: Mapping[str, bytes], whole: Collection[str], unsought: Collection[str]
) -> list[Diagnostic]:
    """Leave out what comments ignore, and add what is wrong with those comments.

    `whole` are the files in which everything was looked for, but for the codes that are `unsought`; only there can a
    comment be said to ignore nothing.
    """
    ignores = [each for file, data in files.items() if _MARK in data for each in ignores_in(file, data)]
    if not ignores:
        return list(diagnostics)
    ignored = {(each.file, each.spot.line, code) for each in ignores for code in each.codes if _is_check(code)}
    found = {_place(each) for each in diagnostics}
    kept = [each for each in diagnostics if _place(each) not in ignored]
    said = [each for each in ignores if each.file in whole]
    return [*kept, *(_diagnostic(each, problem) for each in said for problem in _faults(each, found, unsought))]


def ignores_in(file: str, data: bytes) -> Iterator[Ignore]:
    """The comments of a file that ask to ignore something; a text that looks like one is none."""
    source = Source(data)
    texts = list(_texts(data))
    start = 0
    for number, line in enumerate(source.lines):
        found = _COMMENT.search(line)
        if found is not None and not _inside(start + found.start(), texts):
            named = tuple(filter(None, map(str.strip, (found["codes"] or "").split(","))))
            reason = found["reason"].strip()
            spot = source.on_line(number, found.start(), found.end() - found.start())
            yield Ignore(file, spot, named, reason)
        start += len(line) + 1


def _texts(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the file's texts begin and end; the line that opens a block text may end in a comment."""
    text = Source(data).text
    try:
        for event in events(data):
            if _is_scalar(event):
                first, end = event.start_mark.index, event.end_mark.index
                opening = text.find("\n", first) + 1 if event.style in _BLOCK else first
                yield (opening or end, end)
    except YAMLError:
        return


def _inside(place: int, texts: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of these texts, which stand in order."""
    before = bisect_right(texts, place, key=lambda each: each[0])
    return before > 0 and place < texts[before - 1][1]


def _is_scalar(event: Event) -> bool:
    """Whether an event is a text or number (narrowing it here would lose that its marks are there)."""
    return isinstance(event, ScalarEvent)


def _is_check(code: str) -> bool:
    return code in CODES and may_be_set(code)


def _place(diagnostic: Diagnostic) -> tuple[str, int, str]:
    return diagnostic.problem.file, diagnostic.spot.line, diagnostic.problem.code


def _faults(ignore: Ignore, found: Collection[tuple[str, int, str]], unsought: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a comment; of its reason nothing is said where nothing is ignored for it."""
    if not ignore.codes:
        yield Problem("EVC903", ignore.file, data={"kind": "none"})
        return
    used = [code for code in ignore.codes if (ignore.file, ignore.spot.line, code) in found]
    for code in ignore.codes:
        if code not in CODES:
            yield Problem("EVC903", ignore.file, data=unknown(code, CODES))
        elif not may_be_set(code):
            yield Problem("EVC903", ignore.file, data={"kind": "form", "id": code})
        elif code not in used and code not in unsought:
            yield Problem("EVC902", ignore.file, data={"id": code})
    if not ignore.reason and any(map(_is_check, used)):
        yield Problem("EVC901", ignore.file, data={"codes": ignore.codes})


def _diagnostic(ignore: Ignore, problem: Problem) -> Diagnostic:
    severity: Severity = severity_of(problem.code)
    return Diagnostic(replace(problem, spot=ignore.spot), severity, ignore.spot)
