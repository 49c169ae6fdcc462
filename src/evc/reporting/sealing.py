"""The words of an advice that evc itself has made, found by their places: sooner than by looking everywhere.

`canonical.without_words` takes any document and so must look at each value of it, which costs more than to write and
hash the rest. Where the words of ``evc/advice@1`` stand is known; what has none is shared and not copied. A test holds
the table to the published schema.
"""

from collections.abc import Mapping
from typing import Final

from evc.reporting.canonical import Json

Places = Mapping[str, "Places"]

# Under a key either more places, or nothing: then the key is a word itself.
_WORD: Final[Places] = {}
_SAID: Final[Places] = {"text": _WORD}
_TITLED: Final[Places] = {"title": _WORD}
_CRITERION: Final[Places] = {"title": _WORD, "indicators": _SAID, "reasons": _SAID}
_OUTCOME: Final[Places] = {
    "title": _WORD,
    "statement": _WORD,
    "criteria": _CRITERION,
    "evidence": _SAID,
    "missing": _SAID,
}
_UNIT: Final[Places] = {"title": _WORD, "reasons": _SAID, "outcomes": _OUTCOME}
PLACES: Final[Places] = {
    "programme": {"title": _WORD, "regulation": _TITLED, "scale": _TITLED, "sources": _TITLED},
    "evidence": _TITLED,
    "conditions": _SAID,
    "units": _UNIT,
}


def without_own_words(document: Json, places: Places = PLACES) -> Json:
    """An advice of this version of evc without its sentences; raises KeyError for any other document."""
    if not isinstance(document, dict):
        return document
    kept = document.copy()
    for key, inside in places.items():
        if not inside:
            del kept[key]
        elif isinstance(found := kept[key], list):
            kept[key] = _muted(found) if inside is _SAID else [without_own_words(each, inside) for each in found]
        else:
            kept[key] = without_own_words(found, inside)
    return kept


def _muted(said: list[Json]) -> Json:
    """Items and findings, of which there are hundreds: a copy of each, and no call."""
    muted = [each.copy() for each in said if isinstance(each, dict)]
    for each in muted:
        del each["text"]
    return [*muted]
