"""Pieces of a page that come back row after row, made by the templates once for each shape and word."""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from markupsafe import Markup

from evc.batching.overview.layout import template

Status = tuple[str, str]
"""Shape and word; a word alone where there is no verdict yet."""

# More than the units and outcomes of a hundred programmes have words; what is rarer is made again.
_KEPT = 10_000
_Macro = Callable[..., Markup]


def strip(statuses: Iterable[Status]) -> Markup:
    """The units of a candidate."""
    return Markup("".join(map(_glyph, statuses)))  # noqa: S704 - each was escaped by its macro


def markup(name: str, *told: object) -> Markup:
    """What a macro makes of this."""
    return _macro(name)(*told)


@lru_cache(_KEPT)
def _glyph(status: Status) -> Markup:
    return _macro("glyph")(*status)


@lru_cache(_KEPT)
def cell(status: Status) -> Markup:
    """An outcome of a candidate."""
    return _macro("cell")(*status)


@cache
def _macro(name: str) -> _Macro:
    macro: _Macro = getattr(template("macros.html.j2").module, name)
    return macro
