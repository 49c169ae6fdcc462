"""Foreign text made harmless for a terminal: every word that evc did not ship goes through `show` (REPORTS §7).

A control character can move the cursor, a bidirectional override can turn a sentence round: both are printed as
their code point, so that a reader sees that something is there.
"""

import unicodedata

# Controls, formats, surrogates and the two separators that break a line.
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Joiners and direction marks that Persian, Arabic, Hindi and family emoji need: ZWNJ, ZWJ, LRM, RLM.
_NEEDED = frozenset("\u200c\u200d\u200e\u200f")


def show(text: str) -> str:
    """The text on one line: a tab or a line break becomes a space, anything harmful its code point."""
    if text.isprintable():
        return text
    return "".join(visible(character) for character in text.replace("\r\n", "\n"))


def visible(character: str) -> str:
    """One character as it may be printed: itself, a space, or ``<U+202E>``."""
    if character in "\t\n":
        return " "
    if character in _NEEDED or unicodedata.category(character) not in _HARMFUL:
        return character
    return f"<U+{ord(character):04X}>"
