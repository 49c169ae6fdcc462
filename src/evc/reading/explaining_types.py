"""A value of another type than is due: what it is, what it should be, and how it was probably meant."""

from decimal import Decimal

from evc.diagnostics import KeyPath, Problem, Where
from evc.model.findings import Value
from evc.reading.schemas import Schema
from evc.reading.slips import Slip, date_slip, number_slip, truth_slip

_SHOWN = 80
_COLOUR = "EVC221"
_COLLECTIONS = {"array": "list", "object": "mapping"}


def wrong_type(value: object, part: Schema, at: KeyPath, file: str) -> Problem:
    """The problem of a value that is not of the type its part of the schema asks."""
    if value is None:
        return _no_value(at, file, part)
    code, due = part.get("$comment", ""), part["type"]
    if code == "EVC218" and due == "object":
        return Problem("EVC218", file, at)
    if code == "EVC209":
        return Problem("EVC209", file, at, date_slip(str(value)) if isinstance(value, int | Decimal) else {})
    if "enum" in part:
        return Problem(code, file, at, _as_choice(value, part, code))
    return Problem("EVC206", file, at, _as(due, value, part))


def _no_value(at: KeyPath, file: str, part: Schema) -> Problem:
    """Nothing where something is due: only the key can be pointed at, in a list the item.

    What follows an unquoted # is a comment, so that of a colour nothing is left.
    """
    if at and isinstance(at[-1], str):
        data: dict[str, Value] = {"key": at[-1][:_SHOWN]}
        return Problem("EVC205", file, at, data | {"kind": "colour"} if part.get("$comment") == _COLOUR else data)
    return Problem("EVC205", file, at, {"kind": "item"}, Where.VALUE)


def _as(due: str | list[str], value: object, part: Schema) -> Slip:
    """What to say of a value by the type that is due."""
    match due:
        case "string":
            return _as_text(value, "text")
        case "number" | "integer":
            return _as_number(value, whole=due == "integer")
        case "boolean":
            return _as_truth(value)
        case str():
            return {"kind": _COLLECTIONS[due]}
        case _:
            return _as_text(value, "rating" if "properties" in part else "text-by-language")


def _as_text(value: object, kind: str) -> Slip:
    """Without quotes a number or true is no text; the digits are not repeated, they may be a citizen number."""
    if isinstance(value, bool):
        return {"kind": "text-truth"}
    return {"kind": "text-number"} if isinstance(value, int | Decimal) else {"kind": kind}


def _as_number(value: object, *, whole: bool) -> Slip:
    if isinstance(value, Decimal):
        return {"kind": "whole"}
    slip = number_slip(value) if isinstance(value, str) else {}
    near = slip.get("near")
    if "kind" not in slip or (whole and isinstance(near, str) and "." in near):
        return {"kind": "whole" if whole else "number"}
    return slip | {"kind": f"number-{slip['kind']}"}


def _as_truth(value: object) -> Slip:
    slip = truth_slip(value) if isinstance(value, str) else {}
    return slip | {"kind": "truth-word"} if slip else {"kind": "truth"}


def _as_choice(value: object, part: Schema, code: str) -> Slip:
    """A number, truth value or collection where one of a few words is due."""
    shown = "" if isinstance(value, list | dict) else str(value)[:_SHOWN]
    shown = shown.lower() if isinstance(value, bool) else shown
    data: dict[str, Value] = {"value": shown, "choices": tuple(part["enum"])}
    return data | {"kind": "report"} if code == "EVC217" else data
