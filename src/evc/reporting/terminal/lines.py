"""Lines of a terminal view: made once, then printed as plain text or drawn by rich."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from evc.model.value import value
from evc.reporting.cells import wrap
from evc.reporting.words import Tone

if TYPE_CHECKING:
    from rich.text import Text as RichText


@value
class Span:
    """A piece of a line; `style` is rich's name for it, and plain text leaves it out."""

    text: str
    style: str = ""


Line = tuple[Span, ...]
BLANK: Line = ()
# However narrow the terminal says it is.
_LEAST_CELLS = 16

# Red is kept for errors of form, never for a person (REPORTS §0.1).
COLOURS: Mapping[Tone, str] = {
    Tone.MET: "cyan",
    Tone.OPEN: "yellow",
    Tone.PART: "magenta",
    Tone.NOT: "",
    Tone.NONE: "bright_black",
}


def bold(style: str = "") -> str:
    """The style, bold; bold stays where there is no colour."""
    return f"bold {style}".rstrip()


def line(text: str, style: str = "") -> Line:
    """A line in one style."""
    return (Span(text, style),)


def wrapped(text: str, room: int | None, indent: str = "", hanging: str = "", style: str = "") -> list[Line]:
    """A text on as many lines as the room asks, the later ones with a `hanging` indent; no room, no wrapping."""
    if room is None:
        return [(Span(indent), Span(text, style))]
    first, *rest = wrap(text, max(_LEAST_CELLS, room - len(indent) - len(hanging)))
    return [(Span(indent), Span(first, style)), *((Span(indent + hanging), Span(more, style)) for more in rest)]


def as_plain(lines: Sequence[Line]) -> str:
    """The lines as text without any style."""
    return "\n".join("".join(span.text for span in spans).rstrip() for spans in lines)


def as_rich(lines: Sequence[Line]) -> list["RichText"]:
    """The lines as rich's Text, never as markup, so that a title such as ``[/x]`` stays a title."""
    from rich.text import Text as RichText  # noqa: PLC0415 - only on a terminal: a third of start-up

    return [_rich_line(RichText(no_wrap=True, overflow="ignore"), spans) for spans in lines]


def _rich_line(text: "RichText", spans: Line) -> "RichText":
    for span in spans:
        text.append(span.text, span.style)
    text.rstrip()
    return text
