"""Texts in one or more languages, and when two texts are the same."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from evc.model.value import value

# Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt): characters that show nothing by themselves.
_IGNORABLE = dict.fromkeys(
    chain(
        (0xAD, 0x34F, 0x61C, 0x3164, 0xFEFF, 0xFFA0),
        range(0x115F, 0x1161),
        range(0x17B4, 0x17B6),
        range(0x180B, 0x1810),
        range(0x200B, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        range(0xFFF0, 0xFFF9),
        range(0x1BCA0, 0x1BCA4),
        range(0x1D173, 0x1D17B),
        range(0xE0000, 0xE1000),
    )
)


@value
class Text:
    """One sentence or paragraph, by two-letter language; a text without a language stands under ``""``."""

    by_language: Mapping[str, str]


@lru_cache(maxsize=4096)
def same_text_key(text: str) -> str:
    """What two texts must share to be the *same text* (DESIGN §4): contexts and names are compared by it.

    NFC, full case folding, NFC again, default-ignorable characters dropped, each run of white space one
    space, trimmed.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return " ".join(folded.translate(_IGNORABLE).split())


def is_blank(text: str | None) -> bool:
    """Whether nothing is left of it as *same text*; an absent text is blank."""
    return text is None or not same_text_key(text)
