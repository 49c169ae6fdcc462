"""The two template environments, HTML and Markdown: sandboxed, strict about what is not there, and made once a process.

`ImmutableSandboxedEnvironment` because in the plain sandbox a template could change the next candidate's report. HTML
is escaped by the environment, always; Markdown by `finalize`, so that every expression comes out as text.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from evc.model.house import House

TEMPLATES = Path(__file__).parent / "templates"

# What an institution may bring its own of; never the block that evc draws itself, nor the overview of a batch.
HTML, MARKDOWN = ".html.j2", ".md.j2"
_REPLACEABLE = (HTML, MARKDOWN, ".css", ".docx")
_OURS = ("seal.", "overview/")

# What can begin markup anywhere in a line of Markdown, tables and the links that GitHub makes by itself included.
_MARKUP = re.compile(r"([\\`*_\[\]<>!#|~&]|:(?=//)|(?<=www)\.)")
# What begins a list, a heading's underline or a numbered item, when it begins a line.
_AT_START = re.compile(r"^(\d{1,9})([.)])|^([-+=])")
_SPACE = re.compile(r"\s+")
# What the sandbox allows of a loop every time it is asked.
_OF_LOOPS = frozenset({"first", "last", "length"})


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which looks in a dict for its keys before its methods, and knows a loop: most of what templates do.

    Every value that it gets is plain data, so nothing can be reached that could not be before.
    """

    def getattr(self, obj: object, attribute: str) -> object:
        """What ``obj.attribute`` is: a key of a dict, else whatever the sandbox allows."""
        if obj.__class__ is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        if obj.__class__ is LoopContext and attribute in _OF_LOOPS:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


@cache
def html_environment() -> ImmutableSandboxedEnvironment:
    """For HTML: every expression is escaped."""
    return environment(FileSystemLoader(TEMPLATES), escaped=True)


@cache
def markdown_environment() -> ImmutableSandboxedEnvironment:
    """For Markdown: every expression is one line of plain text."""
    return environment(FileSystemLoader(TEMPLATES), escaped=False)


def environment(loader: BaseLoader, *, escaped: bool) -> ImmutableSandboxedEnvironment:
    """A new environment: of HTML (`escaped`) or of Markdown."""
    made = _Sandbox(
        autoescape=escaped,
        undefined=StrictUndefined,
        finalize=None if escaped else markdown_text,
        loader=loader,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["percent"] = percent
    return made


@cache
def replaceable() -> Mapping[str, bytes]:
    """The templates of evc that an institution may replace, by name."""
    found = {path.relative_to(TEMPLATES).as_posix(): path for path in sorted(TEMPLATES.rglob("*"))}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if name.endswith(_REPLACEABLE) and not name.startswith(_OURS)
    }


def brings(house: House, ending: str) -> bool:
    """Whether a house has files of its own of a kind."""
    return any(name.endswith(ending) for name in house.templates)


def percent(per_mille: int) -> str:
    """A place in a bar of a thousand, as a percentage for an attribute: 125 → 12.5%."""
    return f"{per_mille / 10:g}%"


def markdown_text(value: object) -> str:
    """A value as text that no Markdown reader takes for markup; white space, line ends included, becomes one space."""
    line = _SPACE.sub(" ", str(value)).strip()
    return _AT_START.sub(r"\1\\\2\3", _MARKUP.sub(r"\\\1", line))
