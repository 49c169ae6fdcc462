"""The two template environments, HTML and Markdown: sandboxed, strict about what is not there, and made once a process.

`ImmutableSandboxedEnvironment` because in the plain sandbox a template could change the next candidate's report. HTML
is escaped by the environment, always; Markdown by `finalize`, so that every expression comes out as text.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

TEMPLATES = Path(__file__).parent / "templates"

# What can begin markup anywhere in a line of Markdown, tables and the links that GitHub makes by itself included.
_MARKUP = re.compile(r"([\\`*_\[\]<>!#|~&]|:(?=//)|(?<=www)\.)")
# What begins a list, a heading's underline or a numbered item, when it begins a line.
_AT_START = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_SPACE = re.compile(r"\s+")


@cache
def html_environment() -> ImmutableSandboxedEnvironment:
    """For HTML: every expression is escaped."""
    return _environment(escaped=True)


@cache
def markdown_environment() -> ImmutableSandboxedEnvironment:
    """For Markdown: every expression is one line of plain text."""
    return _environment(escaped=False, finalize=markdown_text)


def _environment(*, escaped: bool, finalize: Callable[[object], object] | None = None) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=escaped,
        undefined=StrictUndefined,
        finalize=finalize,
        loader=FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["percent"] = percent
    return environment


def percent(per_mille: int) -> str:
    """A place in a bar of a thousand, as a percentage for an attribute: 125 → 12.5%."""
    return f"{per_mille / 10:g}%"


def markdown_text(value: object) -> str:
    """A value as text that no Markdown reader takes for markup; white space, line ends included, becomes one space."""
    line = _SPACE.sub(" ", str(value)).strip()
    return _AT_START.sub(r"\1\\\2\3", _MARKUP.sub(r"\\\1", line))
