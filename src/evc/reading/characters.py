"""Characters in texts and keys: those that are refused, and those that only deserve a warning.

Source: DESIGN §3, *Strict and safe*; the bidirectional ones are those of CVE-2021-42574 (a text that reads another
way than it is stored); noncharacters as Unicode 15, §23.7.
"""

import re
import unicodedata
from collections.abc import Iterator

from evc.model.citizen import has_citizen_number
from evc.reading.events import BOM
from evc.reading.limits import MAX_COMBINING_RUN

ZERO_WIDTH_SPACE = "\u200b"
"""Only warned of: what copying from a page or a word processor often leaves behind."""

_PLAIN = bytes({0x09, 0x0A, 0x0D, *range(0x20, 0x7F)})

_KINDS = (
    ("bidi", "\u202a-\u202e\u2066-\u2069"),
    ("line-separator", "\x85\u2028\u2029"),
    ("lone-cr", "\r"),
    ("control", "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"),
    ("bom", "\ufeff"),
    ("surrogate", "\ud800-\udfff"),
    ("noncharacter", "\ufdd0-\ufdef" + "".join(chr(plane | last) for plane in range(0, 0x110000, 0x10000)
                                               for last in (0xFFFE, 0xFFFF))),
)  # fmt: skip
_BY_KIND = tuple((kind, re.compile(f"[{characters}]")) for kind, characters in _KINDS)
_FORBIDDEN = re.compile(f"[{''.join(characters for _, characters in _KINDS)}]")

# In double quotes: a line break written as \r\n is one; every other escape stands for one character.
_ESCAPE = re.compile(r"\\r\\n|\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))")
_TELLING_ESCAPE = re.compile(rb"\\[0abvfreNLPxuU]")
_NAMED = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85", "L": "\u2028",
          "P": "\u2029"}  # fmt: skip

_DIGITS_ALIKE = bytes.maketrans(b"123456789", b"000000000")
_NINE_ALIKE = b"0" * 9


def forbidden_kind(character: str) -> str | None:
    """Why a character may stand in no text, in one fixed word; None when it may."""
    return next((kind for kind, characters in _BY_KIND if characters.match(character)), None)


def looks_harmless(data: bytes) -> bool:
    """Whether nothing in a file can be a remarkable character, an escape for one, or a citizen number.

    Says yes or "perhaps not", never no; in UTF-8, and fast enough to be asked of every file.
    """
    escapes = b"\\" in data
    if escapes and (_TELLING_ESCAPE.search(data) or b"\\\n" in data or b"\\\r" in data):
        return False
    if _NINE_ALIKE in data.translate(_DIGITS_ALIKE) and (escapes or has_citizen_number(data.decode("utf-8"))):
        return False
    if data.isascii():
        return True
    used = set(unusual(data))
    if ZERO_WIDTH_SPACE in used or any(map(_FORBIDDEN.match, used)):
        return False
    marks = "".join(filter(_is_mark, used))
    return not (marks and re.search(f"[{marks}]{{{MAX_COMBINING_RUN + 1}}}", data.decode("utf-8")))


def unusual(data: bytes) -> str:
    """Everything in a file that is not printable ASCII, tab or line end, less the mark of byte order at its start.

    The bytes must be UTF-8: taking the ASCII out of what is not could even mend it.
    """
    return data.removeprefix(BOM).translate(None, _PLAIN).decode("utf-8")


def remarkable(written: str, *, escapes: bool) -> Iterator[tuple[str, int, int]]:
    """Each forbidden character of a scalar as written, and a zero-width space; with where it, or its escape, stands."""
    for found in _FORBIDDEN.finditer(written):
        if found[0] != "\r":  # of CRLF: a lone one never comes this far
            yield found[0], found.start(), found.end()
    zero_width = written.find(ZERO_WIDTH_SPACE)
    if zero_width >= 0:
        yield ZERO_WIDTH_SPACE, zero_width, zero_width + 1
    if not escapes or "\\" not in written:
        return
    for found in _ESCAPE.finditer(written):
        character = _unescaped(found)
        if character == ZERO_WIDTH_SPACE or _FORBIDDEN.match(character):
            yield character, found.start(), found.end()


def _unescaped(escape: re.Match[str]) -> str:
    """The character an escape stands for; empty for one that stands for nothing remarkable."""
    digits = escape[1] or escape[2] or escape[3]
    return chr(int(digits, 16)) if digits else _NAMED.get(escape[4] or "", "")


def has_mark_run(text: str) -> bool:
    """Whether more combining marks than any language needs follow one another."""
    if text.isascii():
        return False
    run = 0
    for character in text:
        run = run + 1 if _is_mark(character) else 0
        if run > MAX_COMBINING_RUN:
            return True
    return False


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
