"""What JSON Schema cannot say of a value: days that exist, decimals by value, names that Windows keeps for itself.

Where to look is taken from the schema: its ``$comment`` names the code, and `TESTS` has the test of that code. So the
schema alone says which value is a date, and a new field needs no code. The walk survives a value of any shape.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from evc.diagnostics import KeyPath, Problem, Where
from evc.model.findings import Value
from evc.model.text import is_blank
from evc.model.value import value
from evc.reading.limits import MAX_DECIMALS
from evc.reading.paths import is_device_name, path_problem
from evc.reading.schemas import Schema, resolved, schema

Fault = tuple[str, dict[str, Value]] | None
Test = Callable[[object], Fault]


def beyond_schema(value: object, kind: str, file: str) -> list[Problem]:
    """The problems of a value that its schema does not see; the value may be of any shape."""
    found: list[Problem] = []
    plan = _plan_of(kind)
    if plan is not None:
        _walk(plan, value, (), _Into(file, found))
    return found


def _real_day(value: object) -> Fault:
    if not isinstance(value, str):
        return None
    try:
        date.fromisoformat(value)
    except ValueError:
        from evc.reading.slips import date_slip  # noqa: PLC0415 - only what is wrong pays for explaining it

        slip = date_slip(value)
        return ("EVC209", slip) if slip.get("kind") == "not-real" else None
    return None


def _usable_id(value: object) -> Fault:
    return _id_fault(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)  # a dossier names the same few dozen ids over and over
def _id_fault(value: str) -> Fault:
    if value.endswith("."):
        return "EVC210", {"kind": "trailing-dot", "near": value.rstrip(".")}
    return ("EVC210", {"kind": "device-name", "id": value}) if is_device_name(value) else None


def _few_decimals(value: object) -> Fault:
    if not isinstance(value, Decimal):
        return None
    exponent = value.normalize().as_tuple().exponent
    too_many = isinstance(exponent, int) and -exponent > MAX_DECIMALS
    return ("EVC208", {"kind": "decimals", "most": MAX_DECIMALS}) if too_many else None


def _some_age(value: object) -> Fault:
    nothing = isinstance(value, dict) and value and all(each == 0 for each in value.values())
    return ("EVC220", {}) if nothing else None


def _evidence_path(value: object) -> Fault:
    kind = path_problem(value) if isinstance(value, str) else None
    return ("EVC214", {"kind": kind}) if kind else None


def _not_blank(value: object) -> Fault:
    if not isinstance(value, str) or (value[:1].isascii() and value[:1].isalnum()):
        return None
    return ("EVC212", {}) if is_blank(value) else None


# By the code in a schema's $comment.
TESTS: Mapping[str, Test] = {
    "EVC208": _few_decimals,
    "EVC209": _real_day,
    "EVC210": _usable_id,
    "EVC214": _evidence_path,
    "EVC220": _some_age,
}
_TEXT = "EVC213"


@value
class _Plan:
    """What to test of a value, of the keys of a mapping, and of what is in it; what needs no test has no plan."""

    tests: tuple[Test, ...]
    keys: Test | None
    children: Mapping[str, "_Plan"]
    others: "_Plan | None"
    items: "_Plan | None"


@value
class _Into:
    """Where problems of a file are gathered."""

    file: str
    found: list[Problem]

    def add(self, fault: Fault, at: KeyPath, where: Where = Where.VALUE) -> None:
        if fault is not None:
            self.found.append(Problem(fault[0], self.file, at, fault[1], where))


@cache
def _plan_of(kind: str) -> _Plan | None:
    return _plan(schema(kind), schema(kind), required=False)


def _plan(whole: object, root: Schema, *, required: bool) -> _Plan | None:
    """The plan for a part of a schema; a text that is required must not be blank, in any of its languages."""
    if not isinstance(whole, dict):
        return None
    part = resolved(whole, root)
    code = part.get("$comment", "")
    tests = (_not_blank,) if required and code == _TEXT else (TESTS[code],) if code in TESTS else ()
    names = part.get("required", ())
    children = {
        name: plan
        for name, child in part.get("properties", {}).items()
        if (plan := _plan(child, root, required=name in names)) is not None
    }
    others = _plan(part.get("additionalProperties", False), root, required=required and code == _TEXT)
    items = _plan(part.get("items", False), root, required=False)
    keys = TESTS.get(resolved(part.get("propertyNames", {}), root).get("$comment", ""))
    nothing = not (tests or keys or children or others or items)
    return None if nothing else _Plan(tests, keys, children, others, items)


def _walk(plan: _Plan, value: object, at: KeyPath, into: _Into) -> None:
    for test in plan.tests:
        into.add(test(value), at)
    if isinstance(value, dict):
        for key, child in value.items():
            if plan.keys is not None:
                into.add(plan.keys(key), (*at, key), Where.KEY)
            below = plan.children.get(key, plan.others)
            if below is not None:
                _below(below, child, at, key, into)
    elif isinstance(value, list) and plan.items is not None:
        for index, item in enumerate(value):
            _below(plan.items, item, at, index, into)


def _below(plan: _Plan, value: object, above: KeyPath, step: str | int, into: _Into) -> None:
    """One step down; the key path of a scalar is made only when something is wrong with it."""
    if isinstance(value, dict | list):
        _walk(plan, value, (*above, step), into)
        return
    for test in plan.tests:
        fault = test(value)
        if fault is not None:
            into.add(fault, (*above, step))
