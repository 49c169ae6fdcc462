"""The form of a programme: ids that exist, outcomes in one unit each, an `after` without circle, credits that fit."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from evc.diagnostics import Problem
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
    for index, unit in enumerate(sequence(document.value, "units")):
        at = ("units", index)
        for place, name in texts(unit, "after"):
            yield from known_id("EVC306", document, (*at, "after", place), name, units)
        for place, name in texts(unit, "exempt_for"):
            yield from known_id("EVC305", document, (*at, "exempt_for", place), name, qualifications)
        for place, outcome in texts(unit, "outcomes"):
            if outcome in homes:
                data = {"outcome": outcome, "first": homes[outcome], "second": text(unit, "id")}
                yield Problem("EVC324", document.file, (*at, "outcomes", place), data)
            else:
                homes[outcome] = text(unit, "id")


def _shared(document: Document, folder: Path) -> Iterator[Problem]:
    above = folder_above(folder)
    siblings = [name for name in list_folder(above) if (above / name).is_dir()]
    for place, name in texts(document.value, "shared"):
        yield from known_id("EVC310", document, ("shared", place), name, siblings)


def _circles(document: Document) -> Iterator[Problem]:
    """Units that wait for each other: what cannot be laid in any order, said once at the first of them."""
    waits = {
        name: {before for _, before in texts(unit, "after")}
        for unit in sequence(document.value, "units")
        if (name := text(unit, "id")) is not None
    }
    remaining = {name: waits[name] & waits.keys() for name in waits}
    while free := [name for name, before in remaining.items() if not before]:
        for name in free:
            del remaining[name]
        for before in remaining.values():
            before.difference_update(free)
    if not remaining:
        return
    circle = _circle(remaining)
    index = next(index for index, unit in enumerate(sequence(document.value, "units")) if text(unit, "id") == circle[0])
    yield Problem("EVC325", document.file, ("units", index, "after"), {"cycle": tuple(circle)})


def _circle(waits: dict[str, set[str]]) -> list[str]:
    """One circle among units that all wait for another: follow any of them until a unit comes back."""
    trail = [next(iter(waits))]
    while True:
        following = min(waits[trail[-1]])
        if following in trail:
            return trail[trail.index(following) :]
        trail.append(following)


def _credits(document: Document) -> Iterator[Problem]:
    if any(at[-1] == "credits" for at in document.wrong):
        return
    total = mapping(document.value).get("credits")
    each = [mapping(unit).get("credits") for unit in sequence(document.value, "units")]
    if not isinstance(total, int | Decimal) or not all(isinstance(amount, int | Decimal) for amount in each):
        return
    together = sum((Decimal(amount) for amount in each if isinstance(amount, int | Decimal)), Decimal())
    if together > total:
        yield Problem("EVC501", document.file, ("credits",), {"sum": together, "credits": Decimal(total)})
