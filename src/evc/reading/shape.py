"""Is a value of the shape its kind of file has? Accept fast; only what is refused is explained (STYLE §2).

`jsonschema_rs` says yes or no in a hundredth of the time that reading took; `explaining` finds out why not.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import islice

from evc.diagnostics import Problem, Where
from evc.model.findings import Value
from evc.reading.accepting import fast_validator, surely_right
from evc.reading.beyond import beyond_schema
from evc.reading.near import nearest
from evc.reading.schemas import KINDS, schema

_VERSION = 1
_SHOWN = 80
_LOOKED_AT = 20
_FORMAT = re.compile(r"evc/([a-z]{1,40})@([1-9][0-9]{0,5})")


def check_shape(value: object, kind: str, file: str) -> list[Problem]:
    """What is wrong with the shape of a file's value, for one of `KINDS`.

    Of a file that is of another kind or version only that is said, not every key that is not there.
    """
    other = _other_format(value, kind, file)
    if other is not None:
        return [other]
    if surely_right(kind)(value):
        return []
    refused = [] if accepts(kind)(value) else _explain(value, kind, file)
    places = {problem.at for problem in refused}
    return [*refused, *(problem for problem in beyond_schema(value, kind, file) if problem.at not in places)]


@cache
def accepts(kind: str) -> Callable[[object], bool]:
    """The test of a kind's schema, compiled once; JSON Schema's own validator where the fast one is not there."""
    fast = fast_validator(schema(kind))
    if fast is not None:
        return fast
    from evc.reading.explaining import validator  # noqa: PLC0415 - slow to import

    test: Callable[[object], bool] = validator(kind).is_valid
    return test


def _explain(value: object, kind: str, file: str) -> list[Problem]:
    from evc.reading.explaining import explain  # noqa: PLC0415 - slow to import; only a refused file pays

    return explain(value, kind, file)


def _other_format(value: object, kind: str, file: str) -> Problem | None:
    """The one thing to say of a file that does not say it is of this kind and version."""
    expected = f"evc/{kind}@{_VERSION}"
    if not isinstance(value, dict):
        return Problem("EVC206", file, data={"kind": "file", "expected": expected})
    if "format" not in value:
        return _no_format(value, expected, file)
    found = value["format"]
    if found == expected:
        return None
    code, data = _wrong_format(found if isinstance(found, str) else "", kind, expected)
    return Problem(code, file, ("format",), data)


def _wrong_format(found: str, kind: str, expected: str) -> tuple[str, dict[str, Value]]:
    """Another kind of file, a newer version of this kind, or no format that evc knows."""
    shown = found[:_SHOWN]
    data: dict[str, Value] = {"expected": expected, "found": shown}
    known = _FORMAT.fullmatch(found)
    if known is not None and known[1] in KINDS:
        return ("EVC202", data) if known[1] == kind else ("EVC201", data | {"kind": "other-file"})
    near = nearest(shown, [expected])
    return "EVC201", data if near is None else data | {"near": near}


def _no_format(value: dict[str, object], expected: str, file: str) -> Problem:
    meant = next((key for key in islice(value, _LOOKED_AT) if nearest(key[:_SHOWN], ["format"])), None)
    if meant is not None:
        return Problem("EVC203", file, (meant,), {"key": meant[:_SHOWN], "near": "format"}, Where.KEY)
    return Problem("EVC204", file, (), {"key": "format", "expected": expected, "kind": "format"}, Where.KEY)
