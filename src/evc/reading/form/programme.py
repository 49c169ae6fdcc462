"""The form of a programme: ids that exist, outcomes in one unit each, an `after` without circle, credits that fit."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from evc.diagnostics import Problem
from evc.model.findings import Value
from evc.reading.documents import Document, ids_of, mapping, sequence, text, texts
from evc.reading.files import folder_above, folder_name, list_folder
from evc.reading.form.common import alike_but_for_case, known_id, ordered, sources_known, twice


def programme_form(document: Document, folder: Path) -> Iterator[Problem]:
    """Everything in a programme's own file that is wrong beyond its shape."""
    value = document.value
    name = text(value, "id")
    if name is not None and name != folder_name(folder):
        yield Problem("EVC326", document.file, ("id",), {"id": name, "name": folder_name(folder)})
    yield from _scale(document)
    yield from ordered(document, ("regulation",), mapping(value, "regulation"))
    for key in ("sources", "qualifications", "units"):
        yield from twice(document, (key,), "id", mapping(value).get(key))
        yield from alike_but_for_case(document, (key,), "id", mapping(value).get(key))
    yield from _sources(document)
    yield from _units(document)
    yield from _shared(document, folder)
    yield from _circles(document)
    yield from _credits(document)


def levels_of(programme: Document) -> list[str] | None:
    """The ids of the scale's levels; None when they cannot be known."""
    return ids_of(programme, ("scale", "levels"), required=True)


def _scale(document: Document) -> Iterator[Problem]:
    scale = mapping(document.value, "scale")
    yield from twice(document, ("scale", "levels"), "id", scale.get("levels"))
    yield from alike_but_for_case(document, ("scale", "levels"), "id", scale.get("levels"))
    yield from known_id("EVC304", document, ("scale", "pass"), text(scale, "pass"), levels_of(document))


def _sources(document: Document) -> Iterator[Problem]:
    known = ids_of(document, ("sources",))
    for index, item in enumerate(sequence(document.value, "qualifications")):
        yield from sources_known(document, ("qualifications", index, "source"), mapping(item, "source"), known)
    for index, unit in enumerate(sequence(document.value, "units")):
        yield from sources_known(document, ("units", index, "source"), mapping(unit, "source"), known)
    yield from sources_known(
        document, ("advice", "source"), mapping(mapping(document.value, "advice"), "source"), known
    )


def _units(document: Document) -> Iterator[Problem]:
    units = ids_of(document, ("units",), required=True)
    qualifications = ids_of(document, ("qualifications",))
    homes: dict[str, str | None] = {}
    written: dict[str, str] = {}
    for index, unit in enumerate(sequence(document.value, "units")):
        at = ("units", index)
        for place, name in texts(unit, "after"):
            yield from known_id("EVC306", document, (*at, "after", place), name, units)
        for place, name in texts(unit, "exempt_for"):
            yield from known_id("EVC305", document, (*at, "exempt_for", place), name, qualifications)
        for place, outcome in texts(unit, "outcomes"):
            other = written.setdefault(outcome.casefold(), outcome)
            if other != outcome:
                where = (*at, "outcomes", place)
                yield Problem("EVC344", document.file, where, {"id": outcome, "other": other})
            if outcome in homes:
                data: dict[str, Value] = {"outcome": outcome, "first": homes[outcome], "second": text(unit, "id")}
                if data["first"] == data["second"]:
                    data["kind"] = "same-unit"
                yield Problem("EVC324", document.file, (*at, "outcomes", place), data)
            else:
                homes[outcome] = text(unit, "id")


def _shared(document: Document, folder: Path) -> Iterator[Problem]:
    above = folder_above(folder)
    siblings = [name for name in list_folder(above) if (above / name).is_dir()]
    for place, name in texts(document.value, "shared"):
        yield from known_id("EVC310", document, ("shared", place), name, siblings)


def _circles(document: Document) -> Iterator[Problem]:
    """Units that wait for each other: each circle said once, at the first of its units in the file."""
    places: dict[str, int] = {}
    waits: dict[str, list[str]] = {}
    for index, unit in enumerate(sequence(document.value, "units")):
        name = text(unit, "id")
        if name in waits:
            return  # which of two units of one id is waited for, nobody can say
        if name is not None:
            places[name] = index
            waits[name] = [before for _, before in texts(unit, "after")]
    for circle in _separate_circles(waits):
        at = ("units", places[circle[0]], "after")
        yield Problem("EVC325", document.file, at, {"cycle": tuple(circle)})


def _separate_circles(waits: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Circles that share no unit, found by following every unit to the end once; each begins with its first unit."""
    place = {name: index for index, name in enumerate(waits)}
    done: set[str] = set()
    told: set[str] = set()
    for start in waits:
        if start in done:
            continue
        trail = {start: iter(waits[start])}
        while trail:
            following = next(trail[next(reversed(trail))], None)
            if following is None:
                done.add(trail.popitem()[0])
            elif following in trail:
                steps = list(trail)
                circle = steps[steps.index(following) :]
                first = min(range(len(circle)), key=lambda step: place[circle[step]])
                if told.isdisjoint(circle):
                    yield circle[first:] + circle[:first]
                told.update(circle)
            elif following in waits and following not in done:
                trail[following] = iter(waits[following])


def _credits(document: Document) -> Iterator[Problem]:
    if any(at[-1:] == ("credits",) for at in document.wrong):
        return
    total = mapping(document.value).get("credits")
    each = [mapping(unit).get("credits") for unit in sequence(document.value, "units")]
    if not isinstance(total, int | Decimal) or not all(isinstance(amount, int | Decimal) for amount in each):
        return
    together = sum((Decimal(amount) for amount in each if isinstance(amount, int | Decimal)), Decimal())
    if together > total:
        yield Problem("EVC501", document.file, ("credits",), {"sum": together, "credits": Decimal(total)})
