"""What formats of others have in common: a table of them, and what is wrong in a file of one, as values."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from evc.diagnostics import Problem
from evc.model.findings import Value
from evc.model.value import value


@value
class Message:
    """What is wrong with a file of another kind as such: a key of the locale under ``exchange.``, and its facts."""

    key: str
    data: Mapping[str, Value]


@value
class Fault:
    """Something wrong at a place as people call it there (a cell, as Oordelen!D7); empty for the whole file."""

    place: str
    what: Problem | Message


@value
class Imported:
    """A file of evc's own kind as plain values, or None and why not."""

    kind: str
    document: Mapping[str, object] | None
    faults: tuple[Fault, ...]


def refused(kind: str, file: str) -> Imported:
    """What cannot be read at all, by the word of `evc.reading.files.Refused`."""
    if kind == "too-large":
        return Imported("", None, (Fault("", Message("xlsx.too-large", {})),))
    return Imported("", None, (Fault("", Problem("EVC117", file, data={"kind": kind})),))


class MissingExtraError(Exception):
    """A format needs an extra that is not installed; the value is the extra's name, for the install command."""


Importer = Callable[[bytes, str], Imported]
_MODULES = {"assessment-xlsx": ("assessment_xlsx", "xlsx")}

IMPORTS = tuple(_MODULES)
"""The formats that `evc import` reads."""

MAX_IMPORT_BYTES = 8 * 1024 * 1024
"""A form of a whole programme is under 1 MB; office programs add to it, but not eight times."""


def importer(name: str) -> Importer:
    """The reader of one of `IMPORTS`: the bytes of a file and its shown name become an `Imported`.

    Raises MissingExtraError when what the format needs is not installed.
    """
    module, extra = _MODULES[name]
    found: Importer = load(module, "read", extra)
    return found


def load(module: str, function: str, extra: str) -> Any:  # noqa: ANN401 - whatever that module has
    """A function of a module here that needs an extra; raises MissingExtraError when that is not installed."""
    try:
        return getattr(import_module(f"evc.exchange.{module}"), function)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "evc":
            raise
        raise MissingExtraError(extra) from missing
