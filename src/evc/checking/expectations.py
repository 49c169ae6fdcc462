"""What a golden case expects: an ``expected.yml``, or the ``advice.json`` that stands beside an example."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from evc.diagnostics import KeyPath, Problem, Where
from evc.model.value import value
from evc.reading.documents import Document, mapping, read_document, sequence, text
from evc.reading.files import Refused, display, list_folder, named, read_file, unread
from evc.reading.yaml import read_yaml

EXPECTED = "expected"
ADVICE = "advice.json"
_ADVICE_FORMAT = "evc/advice@1"


@value
class Wish:
    """One thing that is expected: of which unit, outcome or criterion, and where that is written.

    `named` is the place of the ids, the last one first to be wrong; `at` is that of what is expected.
    """

    ids: tuple[str, ...]
    expected: str
    at: KeyPath
    named: tuple[tuple[KeyPath, Where], ...]


@value
class Expectations:
    """Everything one file expects, with its bytes and what is wrong with it by itself."""

    document: Document
    on: date | None
    units: tuple[Wish, ...] = ()
    outcomes: tuple[Wish, ...] = ()
    criteria: tuple[Wish, ...] = ()


def read_expectations(folder: Path) -> tuple[list[Expectations], list[Problem]]:
    """What a dossier's folder expects, from either file or both; two for one name are an error."""
    names = list_folder(folder)
    found = named(names, EXPECTED)
    if len(found) > 1:
        return [], [Problem("EVC321", display(folder / found[1]), data={"name": EXPECTED, "other": found[0]})]
    expectations = [_expected(read_document(folder / name, EXPECTED)) for name in found]
    if ADVICE in names:
        expectations.append(_advice(folder / ADVICE))
    return expectations, []


def _expected(document: Document) -> Expectations:
    """What an ``expected.yml`` says; nothing where its shape is not right, for that is said already."""
    if not document.sound:
        return Expectations(document, None)
    on = text(document.value, "on")
    return Expectations(
        document,
        date.fromisoformat(on) if on else None,
        units=tuple(_keyed(document, "units")),
        outcomes=tuple(_keyed(document, "outcomes")),
        criteria=tuple(
            Wish(
                (outcome, criterion),
                str(verdict),
                ("criteria", outcome, criterion),
                ((("criteria", outcome), Where.KEY), (("criteria", outcome, criterion), Where.KEY)),
            )
            for outcome, verdicts in mapping(document.value, "criteria").items()
            for criterion, verdict in mapping(verdicts).items()
        ),
    )


def _keyed(document: Document, key: str) -> Iterator[Wish]:
    for name, expected in mapping(document.value, key).items():
        yield Wish((name,), str(expected), (key, name), (((key, name), Where.KEY),))


def _advice(path: Path) -> Expectations:
    """The verdicts of an advice as it was once made; JSON is YAML, so that places in it can be found."""
    file = display(path)
    data = read_file(path)
    if isinstance(data, Refused):
        return Expectations(Document(path, file, b"", None, (unread(file, data),), frozenset()), None)
    value, problems = read_yaml(data, file)
    found = text(value, "format")
    if value is not None and found != _ADVICE_FORMAT:
        facts = {"expected": _ADVICE_FORMAT, "found": (found or "")[:80]}
        problems = [*problems, Problem("EVC201", file, ("format",), facts)]
    document = Document(path, file, data, value, tuple(problems), frozenset())
    if not document.sound:
        return Expectations(document, None)
    return Expectations(document, _day(text(value, "on")), *_verdicts(value))


def _day(on: str | None) -> date | None:
    try:
        return date.fromisoformat(on) if on else None
    except ValueError:
        return None


def _verdicts(value: object) -> tuple[tuple[Wish, ...], tuple[Wish, ...], tuple[Wish, ...]]:
    """What an advice says of units, outcomes and criteria."""
    units: list[Wish] = []
    outcomes: list[Wish] = []
    criteria: list[Wish] = []
    for unit, at in _listed(value, "units", ()):
        units += _wish((unit,), at, "advice")
        for outcome, below in _listed(unit, "outcomes", at):
            outcomes += _wish((outcome,), below, "label")
            for criterion, place in _listed(outcome, "criteria", below):
                criteria += _wish((outcome, criterion), place, "verdict", below)
    return tuple(units), tuple(outcomes), tuple(criteria)


def _listed(value: object, key: str, above: KeyPath) -> Iterator[tuple[object, KeyPath]]:
    for index, each in enumerate(sequence(value, key)):
        yield each, (*above, key, index)


def _wish(things: tuple[object, ...], at: KeyPath, key: str, above: KeyPath = ()) -> Iterator[Wish]:
    """What is said under a key of the last of some things, by their ids; nothing where one of these is not there."""
    ids = tuple(name for thing in things if (name := text(thing, "id")) is not None)
    expected = text(things[-1], key)
    if expected is not None and len(ids) == len(things):
        places = (((*above, "id"), Where.VALUE),) if above else ()
        yield Wish(ids, expected, (*at, key), (*places, ((*at, "id"), Where.VALUE)))
