"""A result without names, for a batch that is asked to be anonymous: a dossier's row with its paths and problems."""

from collections.abc import Callable, Mapping
from typing import Any

from evc.reporting.redacting import Person, Redactor

Json = Any


def without_names(row: Mapping[str, Json], redact: Callable[[str], str]) -> dict[str, Json]:
    """The row with its name away, and what `redact` makes of its path and its problems."""
    return {
        **row,
        "name": None,
        "path": redact(row["path"]),
        "problems": [_problem(each, redact) for each in row["problems"]],
    }


def _problem(problem: Mapping[str, Json], redact: Callable[[str], str]) -> Json:
    texts = ("file", "message", "hint")
    return {key: redact(each) if key in texts and each else each for key, each in problem.items()}


def redactor_of(name: str | None, candidate: str | None) -> Redactor:
    """What takes away a candidate of whom only this is known, because the dossier could not be assessed."""
    return Redactor([Person(name, candidate or "…", parts=True)] if name else [])
