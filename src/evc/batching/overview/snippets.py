"""Pieces of a page that come back row after row, made by the templates once for each shape and word."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from markupsafe import Markup

from evc.batching.overview.layout import template

Status = tuple[str, str]
"""Shape and word; a word alone where there is no verdict yet."""

# More than the units and outcomes of a hundred programmes have words; what is rarer is made again.
_KEPT = 10_000
_Macro = Callable[[str, str], Markup]


def strip(statuses: Iterable[Status]) -> Markup:
    """The units of a candidate."""
    return Markup("".join(map(_glyph, statuses)))  # noqa: S704 - each was escaped by its macro


def cells(statuses: Iterable[Status]) -> Markup:
    """The outcomes of a candidate, a cell each."""
    return Markup("".join(map(_cell, statuses)))  # noqa: S704 - idem


@lru_cache(_KEPT)
def _glyph(status: Status) -> Markup:
    return _macro("glyph")(*status)


@lru_cache(_KEPT)
def _cell(status: Status) -> Markup:
    return _macro("cell")(*status)


@cache
def _macro(name: str) -> _Macro:
    macro: _Macro = getattr(template("macros.html.j2").module, name)
    return macro
