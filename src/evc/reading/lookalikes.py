"""Names that look like another: letters of another alphabet, invisible characters, loose accents.

The pairs are the letters of Greek and Cyrillic that most fonts draw as a Latin one (Unicode's confusables.txt), and
the digits and dashes that word processors put in for others.
"""

import unicodedata
from collections.abc import Collection

_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсхуԁһԛԝЗΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιονρυıɑɡǃ‐‑‒–—−",  # noqa: RUF001 - the subject
    "ABESIJKMHOPCTXYaesijopcxydhqw3ABEZHIKMNOPTYXaiovpuiagl------",
)
_INVISIBLE = frozenset({"Cf", "Cc", "Mn", "Me"})


def plain_form(name: str) -> str:
    """The name as it looks in plain Latin letters: other forms composed, alphabets matched, the invisible dropped."""
    shown = unicodedata.normalize("NFKD", name).translate(_ALIKE)
    return "".join(character for character in shown if unicodedata.category(character) not in _INVISIBLE)


def lookalike(name: str, known: Collection[str]) -> str | None:
    """The known name that this one is mistaken for by eye, though it has other characters in it."""
    if name.isascii():
        return None
    form = plain_form(name)
    return next((each for each in known if each == form), None)


def odd_codepoint(name: str) -> str:
    """The first character of a name that is no plain ASCII, as U+0430."""
    odd = next(character for character in name if not character.isascii())
    return f"U+{ord(odd):04X}"
