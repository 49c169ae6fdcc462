"""The nearest known name to one that is unknown: the "did you mean" of every message."""

import difflib
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from evc.model.findings import Value
from evc.model.text import same_text_key

_SHOWN = 8
# Comparing one name with two thousand takes milliseconds, and two thousand names can be wrong at once.
_MANY = 200
# What looking at one known name costs, in comparisons of characters.
_LOOKING = 30


def unknown(name: str, known: Collection[str]) -> dict[str, Value]:
    """What a message about an unknown id says: the id, the nearest known one if any is near, and some that exist."""
    data: dict[str, Value] = {"id": name, "known": tuple(known)[:_SHOWN]}
    near = nearest(name, known)
    return data if near is None else data | {"near": near}


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that was most likely meant; None when none is near.

    First one that looks the same (other case, width or invisible characters), else one that differs by a slip.
    """
    if not _affordable(name, known):
        return None
    looks = _looks(name)
    for candidate in known:
        if _looks(candidate) == looks:
            return candidate
    found = difflib.get_close_matches(name, _worth_comparing(name, known), n=1, cutoff=0.6)
    return found[0] if found else None


_left: ContextVar[list[int] | None] = ContextVar("_left", default=None)


@contextmanager
def few_guesses(most: int = 5_000_000) -> Iterator[None]:
    """Within this, guessing stops when so many pairs of characters were compared: half a second's work.

    Of thousands of unknown names only the first are shown, and a file must never make its reader wait.
    """
    token = _left.set([most])
    try:
        yield
    finally:
        _left.reset(token)


def _affordable(name: str, known: Collection[str]) -> bool:
    left = _left.get()
    if left is None:
        return True
    left[0] -= len(known) * (_LOOKING + len(name) ** 2)
    return left[0] > 0


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
