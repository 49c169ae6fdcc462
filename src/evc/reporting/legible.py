"""Text that the shipped fonts can set: a character that none of them has is replaced by its code point, and told.

PDF/UA and PDF/A allow no character without a shape, so Typst refuses a document that has one (REPORTS §3.1). Which
characters there are is frozen beside the fonts by `scripts/fonts.py`.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from evc.reporting.limits.wire import Plain

FONTS = Path(__file__).parent / "fonts"

# Set as they are: they change the look of the character before them and have none of their own.
_VARIATION_SELECTORS = (0xFE00, 0xFE0F)
# So long without a space, hyphen or slash, a word may run out of its column: it may be broken after every so many.
_LONG_WORD = re.compile(r"[^\s/\u2010-\u2015-]{29,}")
_EVERY_SO_MANY = re.compile(r".{8}(?=.)")
_MAY_BREAK = "\u200b"


def legible(data: Mapping[str, Plain]) -> tuple[dict[str, Plain], tuple[str, ...]]:
    """The same data in characters that can be set, and what stands for those that cannot, in order of first use."""
    replaced: dict[str, None] = {}
    return {key: _legible(value, replaced) for key, value in data.items()}, tuple(replaced)


def legible_text(text: str) -> tuple[str, tuple[str, ...]]:
    """One text, likewise."""
    replaced: dict[str, None] = {}
    return _text(text, replaced), tuple(replaced)


def _legible(value: Plain, replaced: dict[str, None]) -> Plain:
    match value:
        case str():
            return _text(value, replaced)
        case list():
            return [_legible(each, replaced) for each in value]
        case dict():
            return {key: _legible(each, replaced) for key, each in value.items()}
        case _:
            return value


def _text(text: str, replaced: dict[str, None]) -> str:
    if not text.isascii():
        shown = _unshown().sub(_code_point, text)
        if shown != text:
            replaced.update(dict.fromkeys(map(_code_point, _unshown().finditer(text))))
        text = shown
    return _LONG_WORD.sub(_breakable, text)


def _code_point(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def _breakable(found: re.Match[str]) -> str:
    return _EVERY_SO_MANY.sub(rf"\g<0>{_MAY_BREAK}", found[0])


@cache
def _unshown() -> re.Pattern[str]:
    """Any one character that no font has; a line break is no character to set."""
    ranges = [(0x0A, 0x0A), _VARIATION_SELECTORS, *(pair for pairs in shown_by_fonts().values() for pair in pairs)]
    characters = "".join(rf"\U{first:08x}-\U{last:08x}" for first, last in ranges)
    return re.compile(f"[^{characters}]")


@cache
def shown_by_fonts() -> Mapping[str, tuple[tuple[int, int], ...]]:
    """The characters of each font family, as first and last code points; the families in order of use."""
    frozen = json.loads((FONTS / "characters.json").read_text(encoding="utf-8"))
    return {family: tuple((first, last) for first, last in pairs) for family, pairs in frozen.items()}
