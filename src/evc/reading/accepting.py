"""Is nothing wrong with a value at all, neither by its schema nor beyond it? Asked at once, in the time of a schema.

Each kind's schema is made narrower here, by what `beyond` tests of the parts with a code. What is accepted has no
fault that `shape` could find; what is not may still be right (a text that begins with a quotation mark and has no
letter in it, an amount of 0.1), and is looked at part by part. So this never decides that something is wrong.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NoReturn

from evc.reading.schemas import Schema, schema

_DEVICE = "([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9])"
_PART = "[A-Za-z0-9_-]([A-Za-z0-9_. -]{0,100}[A-Za-z0-9_-])?"

# What is certainly right by the test that `beyond` has for a code: every pattern is of ASCII, and no pattern looks
# ahead, so that any engine reads it alike; a quarter is a number of two decimals that has no rounding in binary.
_CERTAIN: Mapping[str, Schema] = {
    "EVC208": {"multipleOf": 0.25},
    "EVC209": {"pattern": "-(0[1-9]|1[0-9]|2[0-8])$|-(0[13-9]|1[0-2])-(29|30)$|-(0[13578]|1[02])-31$"},
    "EVC210": {"not": {"type": "string", "pattern": f"^{_DEVICE}([.]|$)|[.]$"}},
    "EVC213": {"pattern": "[A-Za-z0-9]"},
    "EVC214": {"pattern": f"^({_PART}/)*{_PART}$", "not": {"type": "string", "pattern": f"(^|/){_DEVICE} *([./]|$)"}},
    "EVC220": {"not": {"type": "object", "additionalProperties": {"const": 0}}},
}


@cache
def surely_right(kind: str) -> Callable[[object], bool]:
    """The test of a kind, compiled once; one that accepts nothing where the fast validator is not there."""
    return fast_validator(narrower(schema(kind))) or _never


def fast_validator(of: Schema) -> Callable[[object], bool] | None:
    """The test of a schema, compiled: yes or no, never why; None where `jsonschema_rs` is not there."""
    try:
        import jsonschema_rs  # noqa: PLC0415 - only what is read pays for it
    except ImportError:
        return None
    fast: Callable[[Any], bool] = jsonschema_rs.Draft202012Validator(of, retriever=_fetch_nothing).is_valid
    return fast


def _fetch_nothing(uri: str) -> NoReturn:
    """No schema leads outside itself; if one did, that would be a fault of evc."""
    raise LookupError(uri)


def _never(_value: object) -> bool:
    return False


def narrower(part: Schema) -> Schema:
    """A part of a schema that also asks what is certain of its code, and the same of every part that `beyond` sees.

    What a schema says with ``if``, ``not`` or ``anyOf`` stays as it is: narrower there could be wider.
    """
    found: dict[str, Any] = dict(part)
    for key in ("properties", "$defs"):
        if key in part:
            found[key] = {name: narrower(child) for name, child in part[key].items()}
    for key in ("additionalProperties", "items", "propertyNames"):
        if isinstance(part.get(key), dict):
            found[key] = narrower(part[key])
    certain = _CERTAIN.get(part.get("$comment", ""))
    if certain is not None:
        found["allOf"] = [*part.get("allOf", ()), certain]
    return found
