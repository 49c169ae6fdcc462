"""The shape of every file evc reads, as JSON Schema (draft 2020-12); each schema stands by itself.

A ``$comment`` names the code with which evc refuses a value of that kind; what a schema cannot say of it (a day that
exists, a name that Windows keeps for itself) `evc.reading.beyond` adds by the same code. No ``$ref`` leads outside
its own file, so nothing is ever fetched.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

KINDS = ("programme", "rubric", "portfolio", "assessment", "consensus", "expected", "theme")

Schema = dict[str, Any]


def schema_text(kind: str) -> str:
    """The schema of a kind of file as it is shipped: a whole JSON document."""
    return (Path(__file__).parent / f"{kind}.schema.json").read_text(encoding="utf-8")


@cache
def schema(kind: str) -> Schema:
    """The schema of a kind of file; shared, so not to be changed."""
    loaded: Schema = json.loads(schema_text(kind))
    return loaded


def resolved(part: Schema, root: Schema) -> Schema:
    """A part of a schema with its ``$ref`` replaced by what that names, below what the part says itself."""
    if "$ref" not in part:
        return part
    return {**resolved(root["$defs"][part["$ref"].rpartition("/")[2]], root), **part}


def expanded(part: Schema, root: Schema) -> Schema:
    """A part of a schema with every ``$ref`` in it replaced by what that names; none of ours refers to itself."""
    whole = resolved(part, root)
    return {key: _expanded(value, root) for key, value in whole.items() if key not in {"$ref", "$defs", "examples"}}


def _expanded(value: object, root: Schema) -> object:
    match value:
        case dict():
            return expanded(value, root)
        case list():
            return [_expanded(each, root) for each in value]
        case _:
            return value
