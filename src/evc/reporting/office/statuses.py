"""The shapes of the five statuses in office documents: with their word, so that colour is only the third sign."""

from collections.abc import Mapping

# The same five everywhere (REPORTS §0.1).
GLYPHS: Mapping[str, str] = {"met": "✓", "open": "?", "part": "~", "not": "✗", "none": "–"}
NO_BREAK = "\u00a0"


def status(tone: str, word: str) -> str:
    """A status as one text: its shape and its word; a word alone where a fact has no shape."""
    return f"{GLYPHS[tone]}{NO_BREAK}{word}" if tone in GLYPHS else word
