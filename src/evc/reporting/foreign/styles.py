"""What can be seen of a style sheet: that it fetches nothing, and that what it colours can be read."""

import re
from collections.abc import Iterator

from evc.model.colours import SHAPE, STATUSES, TEXT, contrast
from evc.reporting.foreign.text import Finding, Template, finding

_LOADING = re.compile(
    r"((?:url|src)\(\s*(?![\"']?\s*(?:#|data:image/(?:png|jpeg|svg\+xml)[;,]))[^)\n]{0,80}|@import\b|image-set\()",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"(<)")
# A letter of CSS may be written by its number; nobody does, but to hide a word.
_ESCAPE = re.compile(r"(\\[0-9a-fA-F]{1,6})")
_TOKEN = re.compile(r"--([a-z-]+)\s*:\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})\b")
_DARK = re.compile(r"prefers-color-scheme\s*:\s*dark", re.IGNORECASE)
_SHORT = 4

Tokens = dict[str, "re.Match[str]"]


def css_findings(of: Template, *, sheet: bool) -> Iterator[Finding]:
    """What a sheet would fetch and what nobody could read; of a template that is no sheet, what its styles fetch."""
    for found in _LOADING.finditer(of.text):
        yield finding("EVC914", "css", of, found)
    if not sheet:
        return
    for pattern, kind in ((_MARKUP, "markup"), (_ESCAPE, "escape")):
        for found in pattern.finditer(of.text):
            if kind == "markup" or not _is_glyph(found[1]):
                yield finding("EVC914", kind, of, found)
    yield from _pale(of)


def _is_glyph(escape: str) -> bool:
    """Whether an escape stands for no letter that could spell a name: an arrow or a check mark in `content`."""
    return int(escape[1:], 16) > 127  # noqa: PLR2004 - ASCII


def _pale(of: Template) -> Iterator[Finding]:
    """Colours of the sheet's own tokens that cannot be read. Source: WCAG 2.2, 1.4.3 and 1.4.11."""
    light, dark = _schemes(of.text)
    for tokens in (light, {**light, **dark}) if dark else (light,):
        for text, ground, least in _pairs():
            if text in tokens and ground in tokens:
                ratio = contrast(_colour(tokens[text]), _colour(tokens[ground]))
                if ratio < least:
                    said = f"--{text} / --{ground}: {ratio:.1f} < {least:g}"
                    yield finding("EVC916", "sheet", of, _second(tokens[text]), said)


def _pairs() -> Iterator[tuple[str, str, float]]:
    for text in ("ink", "muted", "accent", *STATUSES):
        for ground in ("paper", "wash"):
            yield text, ground, TEXT
    for status in STATUSES:
        yield status, f"{status}-bg", TEXT
    yield "focus", "paper", SHAPE
    yield "focus", "wash", SHAPE


def _schemes(source: str) -> tuple[Tokens, Tokens]:
    """The first value of each token before the part for dark screens, and those in that part."""
    dark = _DARK.search(source)
    middle = dark.start() if dark else len(source)
    first: Tokens = {}
    second: Tokens = {}
    for found in _TOKEN.finditer(source):
        (first if found.start() < middle else second).setdefault(found[1], found)
    return first, second


def _colour(found: "re.Match[str]") -> str:
    text = found[2]
    return "#" + "".join(2 * letter for letter in text[1:]) if len(text) == _SHORT else text


def _second(found: "re.Match[str]") -> "re.Match[str]":
    """The match again, with the colour as its first group, which is what is pointed at."""
    again = re.compile(r"[^#]*(#[0-9a-fA-F]+)").match(found.string, found.start())
    return again or found
