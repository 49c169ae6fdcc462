"""Where in a template an error arose: its name and line (REPORTS §8).

A syntax error says so itself. Of all others the traceback knows: each template that was running has a frame in it.
What is found while a template is compiled has no such frame, but the compiler was busy with a node of a line.
"""

from types import FrameType, TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError

Place = tuple[str, int]

# Functions of Jinja's environment that are given a template to compile, by name.
_COMPILING = ("compile", "_parse", "_generate")


def place_of(error: BaseException) -> Place | None:
    """The template and line of an error, the innermost of those that were running; None when there is none."""
    if isinstance(error, TemplateSyntaxError) and error.name is not None:
        return error.name, error.lineno
    found: Place | None = None
    for frame, line in _frames(error.__traceback__):
        found = _ran(frame, line) or _compiled(frame, found)
    return found


def missing_name(error: TemplateNotFound) -> str:
    """The name of the template that is not there."""
    return str(error.name or error.message or "")


def _frames(trace: TracebackType | None) -> "list[tuple[FrameType, int]]":
    found = []
    while trace is not None:
        found.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return found


def _ran(frame: FrameType, line: int) -> Place | None:
    """The place of a frame in which a template ran: as Jinja has rewritten it, or as it compiled it."""
    space = frame.f_globals
    if "__jinja_exception__" in space:
        return frame.f_code.co_filename, line
    template = space.get("__jinja_template__")
    return None if template is None else (str(template.filename), template.get_corresponding_lineno(line))


def _compiled(frame: FrameType, before: Place | None) -> Place | None:
    """The place of a frame of the compiler: the template it was given, and what of it it was busy with."""
    inside = frame.f_locals
    if frame.f_code.co_name in _COMPILING and isinstance(inside.get("name"), str):
        return inside["name"], 0
    busy = getattr(getattr(inside.get("self"), "stream", None), "current", None) or inside.get("node")
    line = getattr(busy, "lineno", None)
    return before if before is None or not isinstance(line, int) else (before[0], line)
