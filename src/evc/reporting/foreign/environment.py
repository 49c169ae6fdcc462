"""The environment in which an institution's templates run: evc's own, with theirs in front and fewer means.

A template is looked for among the institution's, then among evc's; ``evc:`` before a name means evc's, so that a
template can extend the one that it replaces. Nothing is looked for on disk but evc's own templates.
"""

import json
from collections.abc import Mapping
from functools import lru_cache

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, FileSystemLoader, PrefixLoader
from jinja2.meta import find_referenced_templates

from evc.reporting.environment import TEMPLATES, environment

PREFIX = "evc"
COLON = ":"

# What would make other bytes of the same advice, links out of a candidate's words, or markup out of them.
_WITHOUT_FILTERS = ("random", "urlize", "xmlattr", "pprint", "safe")
_WITHOUT_GLOBALS = ("lipsum",)


class _Named(BaseLoader):
    """Templates by name; an error in one then says that name, with `before` in front."""

    def __init__(self, inner: BaseLoader, before: str = "") -> None:
        self._inner, self._before = inner, before

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        source, _, _ = self._inner.get_source(environment, template)
        return source, self._before + template, None


def foreign_environment(templates: Mapping[str, str], *, escaped: bool) -> Environment:
    """The environment for templates by name, for HTML (`escaped`) or Markdown; kept for the next advice."""
    return _kept(json.dumps(templates, sort_keys=True), escaped)


@lru_cache(maxsize=8)
def _kept(templates: str, escaped: bool) -> Environment:  # noqa: FBT001 - a key of the cache
    own = _Named(FileSystemLoader(TEMPLATES), PREFIX + COLON)
    loader = ChoiceLoader([PrefixLoader({PREFIX: own}, COLON), _Named(DictLoader(json.loads(templates))), own])
    made = environment(loader, escaped=escaped)
    for name in _WITHOUT_FILTERS:
        made.filters.pop(name, None)
    for name in _WITHOUT_GLOBALS:
        made.globals.pop(name, None)
    return made


def takes_part(templates: Mapping[str, str], name: str, *, escaped: bool) -> bool:
    """Whether any of these templates has a part in the one of this name, itself or by what it includes and extends."""
    return _involved(json.dumps(templates, sort_keys=True), escaped, name)


@lru_cache(maxsize=64)
def _involved(templates: str, escaped: bool, name: str) -> bool:  # noqa: FBT001 - a key of the cache
    made, own = _kept(templates, escaped), json.loads(templates)
    waiting, seen = [name], set[str]()
    while waiting:
        each = waiting.pop()
        if each in own:
            return True
        if each not in seen and made.loader is not None:
            seen.add(each)
            named = find_referenced_templates(made.parse(made.loader.get_source(made, each)[0]))
            waiting += [other for other in named if other is not None]
    return False
