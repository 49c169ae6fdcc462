"""A finding in a template, and its place in the text: line and columns from 1, as everywhere in evc."""

import re
from dataclasses import asdict, dataclass
from typing import Any

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, by code and kind; line 0 is the template as a whole, column 0 the whole line."""

    code: str
    kind: str
    name: str
    line: int = 0
    column: int = 0
    end: int = 0
    said: str = ""

    def as_data(self) -> dict[str, Any]:
        """The finding as plain data, to leave the child with."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its name, as text."""

    name: str
    text: str


def finding(code: str, kind: str, of: Template, found: "re.Match[str]", said: str | None = None) -> Finding:
    """A finding at the first group of a match; what it says is the text that was found."""
    start, end = found.span(1)
    line = of.text.count("\n", 0, start) + 1
    before = of.text.rfind("\n", 0, start) + 1
    length = min(end, _line_end(of.text, start)) - start
    column = start - before + 1
    return Finding(code, kind, of.name, line, column, column + max(length, 1), (said or found[1])[:_SHOWN])


def on_line(code: str, kind: str, of: Template, line: int, pattern: "re.Pattern[str]") -> Finding:
    """A finding that is known to begin on a line: where the pattern is found from there on, else that line."""
    start = 0
    for _ in range(line - 1):
        start = of.text.find("\n", start) + 1
    found = pattern.search(of.text, start)
    return finding(code, kind, of, found) if found else Finding(code, kind, of.name, line)


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end
