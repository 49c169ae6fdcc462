"""The nearest known name to one that is unknown: the "did you mean" of every message."""

import difflib
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from evc.model.findings import Value
from evc.model.text import same_text_key

_SHOWN = 8
# Comparing one name with two thousand takes milliseconds, and two thousand names can be wrong at once.
_MANY = 200


def unknown(name: str, known: Collection[str]) -> dict[str, Value]:
    """What a message about an unknown id says: the id, the nearest known one if any is near, and some that exist."""
    data: dict[str, Value] = {"id": name, "known": tuple(known)[:_SHOWN]}
    near = nearest(name, known)
    return data if near is None else data | {"near": near}


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that was most likely meant; None when none is near.

    First one that looks the same (other case, width or invisible characters), else one that differs by a slip.
    """
    looks = _looks(name)
    for candidate in known:
        if _looks(candidate) == looks:
            return candidate
    found = difflib.get_close_matches(name, _worth_comparing(name, known), n=1, cutoff=0.6)
    return found[0] if found else None


def _worth_comparing(name: str, known: Collection[str]) -> list[str]:
    """Of very many names those that share a half: one slip of the pen leaves the beginning or the end whole."""
    if len(known) <= _MANY:
        return list(known)
    half = len(name) // 2
    start, end = name[:half], name[len(name) - half :]
    return [each for each in known if each.startswith(start) or each.endswith(end)]


@lru_cache(maxsize=4096)
def _looks(name: str) -> str:
    return same_text_key(unicodedata.normalize("NFKC", name))
