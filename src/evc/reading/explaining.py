"""Why a value has not the shape of its schema: jsonschema's errors as problems, each once, at the most useful place.

Slow and thorough; only a file that was refused comes here. Each keyword of the schemas has one function below, which
turns an error into the code a reader knows it by.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, cast

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend
from referencing import Registry

from evc.diagnostics import KeyPath, Problem, Where
from evc.model.findings import Value
from evc.reading.explaining_types import wrong_type
from evc.reading.limits import MAX_PROBLEMS_FOUND
from evc.reading.lookalikes import lookalike, odd_codepoint
from evc.reading.near import nearest
from evc.reading.schemas import Schema, expanded, schema
from evc.reading.slips import date_slip, id_slip

_SHOWN = 80
_GUESSES = 200
_LANGUAGE = re.compile("[a-z]{2}")
_HEX = re.compile("[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One error of jsonschema: the keyword of the schema, what it asks, the part it stands in and the way to it."""

    keyword: str
    asked: Any
    part: Schema
    way: tuple[str | int, ...]
    value: Any
    at: KeyPath
    file: str

    def sameness(self) -> tuple[object, ...]:
        """What two errors share of which one says all: jsonschema gives one for each key that is missing."""
        return (self.at, self.way, self.value if isinstance(self.value, str) else None)

    def problem(self, code: str, data: Mapping[str, Value] | None = None) -> Problem:
        """A problem of the value."""
        return Problem(code, self.file, self.at, data or {})

    def problem_of_key(self, code: str, data: Mapping[str, Value], key: str | None = None) -> Problem:
        """A problem of the key of the value, or of a key in it."""
        return Problem(code, self.file, self.at if key is None else (*self.at, key), data, Where.KEY)


Found = Iterator[Problem]


def _pattern(_: object, pattern: str, instance: object, __: object) -> Iterator[ValidationError]:
    """JSON Schema's ``$`` is the end of the text; Python's would let a line break follow."""
    if isinstance(instance, str) and not _compiled(pattern).search(instance):
        yield ValidationError("does not match")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


_Draft = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call] # of the stubs


@cache
def validator(kind: str) -> Any:  # noqa: ANN401 - jsonschema makes its class when it runs
    """The explaining validator of a kind of file; it has no ``$ref`` left, so it fetches nothing and is quick."""
    return _Draft(expanded(schema(kind), schema(kind)), registry=Registry())


def explain(value: object, kind: str, file: str) -> list[Problem]:
    """Everything that is wrong with the shape of a value, in the order of the schema; one problem a place."""
    errors = islice(validator(kind).iter_errors(value), MAX_PROBLEMS_FOUND)
    refusals = {refusal.sameness(): refusal for refusal in (_refusal(error, file) for error in errors)}
    ordered = sorted(refusals.values(), key=lambda refusal: _FIRST.get(refusal.keyword, len(_FIRST)))
    problems = list(islice((found for each in ordered for found in _explained(each)), MAX_PROBLEMS_FOUND))
    meant = {(problem.at[:-1], problem.data["near"]) for problem in problems if "near" in problem.data}
    wrong = {problem.at for problem in problems if problem.code not in _LACKING}
    wrong |= {(*at, str(key)) for at, key in meant}
    wrong |= {at[:depth] for at in wrong for depth in range(len(at))}
    return list(_once(problem for problem in problems if not _follows(problem, wrong)))


# A wrong type is said before what follows from it.
_FIRST = {"type": 0, "additionalProperties": 1}


def _refusal(error: ValidationError, file: str) -> _Refusal:
    keyword, part, way = str(error.validator), cast(Schema, error.schema), tuple(error.absolute_schema_path)
    return _Refusal(keyword, error.validator_value, part, way, error.instance, tuple(error.absolute_path), file)


def _explained(refusal: _Refusal) -> Found:
    explainer = _EXPLAINERS.get(refusal.keyword)
    return explainer(refusal) if explainer is not None else iter(())


_LACKING = ("EVC204", "EVC219")
# A unit has no outcomes where it says that nobody can be exempted from it; who says that wrongly lacks nothing else.
_UNLESS = {"outcomes": "exemptible"}


def _follows(problem: Problem, wrong: set[KeyPath]) -> bool:
    """Whether something is lacking only because it stands there with a slip in it, or because of another slip."""
    if problem.code not in _LACKING:
        return False
    if problem.code == "EVC219":
        at = problem.at if problem.data.get("kind") == "value" else problem.at[:-1]
        return (*at, str(problem.data["needs"])) in wrong
    keys = problem.data.get("keys")
    names = [*map(str, keys)] if isinstance(keys, tuple) else [str(problem.data.get("key"))]
    return any((*problem.at, name) in wrong or (*problem.at, _UNLESS.get(name, name)) in wrong for name in names)


def _once(problems: Iterable[Problem]) -> Found:
    """One problem at a place, but for keys that are missing there, which are each a problem."""
    seen: set[object] = set()
    for problem in problems:
        place = (problem.at, problem.where, problem.data.get("key") if problem.code == "EVC204" else None)
        if place not in seen:
            seen.add(place)
            yield problem


def _unknown_keys(refusal: _Refusal) -> Found:
    """Keys that the schema does not know, each with the one that was probably meant, also by its Dutch label."""
    known: Mapping[str, Schema] = refusal.part["properties"]
    labels = {part["title"].lower(): name for name, part in known.items()}
    for count, key in enumerate(key for key in refusal.value if key not in known):
        data: dict[str, Value] = {"key": key[:_SHOWN]}
        near = labels.get(key.lower()) or (nearest(key[:_SHOWN], known) if count < _GUESSES else None)
        if twin := lookalike(key, known):
            data |= {"kind": "lookalike", "near": twin, "codepoint": odd_codepoint(key)}
        elif near is not None and near not in refusal.value:
            data |= {"near": near}
        else:
            data |= {"known": tuple(known)}
        yield refusal.problem_of_key("EVC203", data, key)


def _missing_key(refusal: _Refusal) -> Found:
    """Keys that have to be there."""
    for key in refusal.asked:
        if key in refusal.value:
            continue
        if "then" in refusal.way:
            reason = str(refusal.value["reason"])
            yield refusal.problem_of_key("EVC219", {"kind": "value", "needs": key, "key": "reason", "value": reason})
        else:
            yield refusal.problem_of_key("EVC204", {"key": key})


def _one_of(refusal: _Refusal) -> Found:
    keys = tuple(key for branch in refusal.asked for key in branch["required"])
    yield refusal.problem_of_key("EVC204", {"kind": "one-of", "keys": keys})


def _needs(refusal: _Refusal) -> Found:
    for key, needed in refusal.asked.items():
        for other in needed:
            if key in refusal.value and other not in refusal.value:
                yield refusal.problem_of_key("EVC219", {"key": key, "needs": other}, key)


def _type(refusal: _Refusal) -> Found:
    yield wrong_type(refusal.value, refusal.part, refusal.at, refusal.file)


def _choice(refusal: _Refusal) -> Found:
    choices: tuple[str, ...] = tuple(refusal.asked)
    value = str(refusal.value)
    data: dict[str, Value] = {"value": value[:_SHOWN], "choices": choices}
    if twin := lookalike(value, choices):
        data |= {"kind": "lookalike", "near": twin, "codepoint": odd_codepoint(value)}
    elif near := nearest(value[:_SHOWN], choices):
        data |= {"near": near}
    code = refusal.part.get("$comment", "EVC207")
    if code == "EVC217":
        data["kind"] = "report"
    yield refusal.problem(code, data)


def _decision(refusal: _Refusal) -> Found:
    yield refusal.problem("EVC218")


def _format(refusal: _Refusal) -> Found:
    """A text that has not the form its kind of value has; of a key the key is pointed at."""
    text, code = str(refusal.value), refusal.part.get("$comment", "EVC213")
    data = _FORMATS[code](text)
    yield refusal.problem_of_key(code, data, text) if "propertyNames" in refusal.way else refusal.problem(code, data)


def _too_long(refusal: _Refusal) -> Found:
    data: dict[str, Value] = {"kind": "characters", "most": refusal.asked, "length": len(refusal.value)}
    yield refusal.problem("EVC213", data)


def _range(refusal: _Refusal) -> Found:
    least, most = refusal.part.get("minimum"), refusal.part.get("maximum")
    if most is None:
        yield refusal.problem("EVC208", {"kind": "least", "least": least})
    else:
        yield refusal.problem("EVC208", {"kind": "between", "least": least, "most": most})


def _empty(refusal: _Refusal) -> Found:
    """A list or map without anything in it, or with less than is asked."""
    if refusal.part.get("$comment") == "EVC218":
        yield refusal.problem("EVC218")
    elif refusal.value:
        yield refusal.problem("EVC211", {"kind": "too-few", "least": refusal.asked})
    else:
        yield refusal.problem("EVC211", {"kind": "list" if isinstance(refusal.value, list) else "mapping"})


def _hash_slip(text: str) -> dict[str, Value]:
    length = len(text)
    return {"kind": "length", "length": length} if length != 64 else {"kind": "characters"}  # noqa: PLR2004 - SHA-256


def _url_slip(text: str) -> dict[str, Value]:
    if any(map(str.isspace, text)):
        return {"kind": "space"}
    return {"near": f"https://{text}"} if text.lower().startswith("www.") else {}


def _language_slip(text: str) -> dict[str, Value]:
    data: dict[str, Value] = {"kind": "key", "key": text[:_SHOWN]}
    near = text.strip().lower()
    return data | {"near": near} if _LANGUAGE.fullmatch(near) else data


_FORMATS: Mapping[str, Callable[[str], dict[str, Value]]] = {
    "EVC209": date_slip,
    "EVC210": id_slip,
    "EVC213": lambda _: {"kind": "lines"},
    "EVC215": _url_slip,
    "EVC216": _hash_slip,
    "EVC217": _language_slip,
    "EVC221": lambda text: {"near": f"#{text}"} if _HEX.fullmatch(text) else {},
    "EVC918": lambda _: {"kind": "name"},
}

_EXPLAINERS: Mapping[str, Callable[[_Refusal], Found]] = {
    "type": _type,
    "additionalProperties": _unknown_keys,
    "required": _missing_key,
    "anyOf": _one_of,
    "dependentRequired": _needs,
    "enum": _choice,
    "const": _decision,
    "maxProperties": _decision,
    "pattern": _format,
    "maxLength": _too_long,
    "minimum": _range,
    "maximum": _range,
    "minItems": _empty,
    "minProperties": _empty,
}
