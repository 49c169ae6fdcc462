"""Rendering an institution's template: called by name inside a child with limits, with plain data only."""

import difflib
import re
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from evc.reporting.foreign.environment import foreign_environment, takes_part
from evc.reporting.foreign.places import missing_name, place_of

_SAID = 300
_ABSENT = re.compile(r"has no attribute '(\w{1,80})'|^'(\w{1,80})' is undefined")


def render(data: dict[str, Any]) -> dict[str, Any]:
    """The text that a template makes of its context, or what is wrong with it and where.

    ``own`` says whether a template of the institution had a part in it.

    `trusted` is the part of the context that evc itself wrote as markup: the style sheet and the policy.
    """
    made = foreign_environment(data["templates"], escaped=data["escaped"])
    trusted = {name: Markup(text) for name, text in data["trusted"].items()}  # noqa: S704 - evc's own, checked before
    try:
        text = made.get_template(data["name"]).render(**data["context"], **trusted)
        return {"text": text, "own": takes_part(data["templates"], data["name"], escaped=data["escaped"])}
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a template does wrong is said of the template
        return {"wrong": {**described(error), "near": _near(error, data["context"])}}


def described(error: Exception) -> dict[str, Any]:
    """What is wrong, in one word and in Jinja's own words, and where."""
    kind, said = _kind(error)
    place = place_of(error)
    return {"kind": kind, "said": said[:_SAID], "at": list(place) if place else None}


def _near(error: Exception, context: dict[str, Any]) -> str | None:
    """The name in the context that was probably meant by one that is not there."""
    name = _absent(error) if isinstance(error, UndefinedError) else None
    near = difflib.get_close_matches(name, sorted(_names(context) - {name}), n=1, cutoff=0.7) if name else []
    return near[0] if near else None


def _names(context: object) -> set[str]:
    """The names by which a template can ask for something, at every depth."""
    if isinstance(context, dict):
        return {*context, *(name for each in context.values() for name in _names(each))}
    if isinstance(context, list):
        return {name for each in context for name in _names(each)}
    return set()


def _absent(error: UndefinedError) -> str | None:
    """The name that is not there, of which Jinja tells in one of two ways."""
    found = _ABSENT.search(error.message or "")
    return (found[1] or found[2]) if found else None


def _kind(error: Exception) -> tuple[str, str]:
    match error:
        case TemplateSyntaxError():
            return "syntax", error.message or ""
        case TemplateNotFound():
            return "missing", missing_name(error)
        case SecurityError():
            return "forbidden", error.message or ""
        case UndefinedError():
            return "undefined", _absent(error) or error.message or ""
        case _:
            return "failed", f"{type(error).__name__}: {error}"
