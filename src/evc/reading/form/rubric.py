"""The form of a rubric: its id and criteria, its programme's levels and sources, a decision that can be met."""

from collections.abc import Iterator

from evc.diagnostics import Problem
from evc.reading.documents import Document, ids_of, mapping, sequence, text
from evc.reading.files import yaml_stem
from evc.reading.form.common import alike_but_for_case, known_id, known_keys, sources_known, twice
from evc.reading.form.programme import levels_of


def rubric_form(document: Document, programme: Document | None) -> Iterator[Problem]:
    """Everything in a rubric that is wrong beyond its shape; without a programme only what it can say of itself."""
    value = document.value
    name, stem = text(value, "id"), yaml_stem(document.path.name)
    if name is not None and name != stem:
        yield Problem("EVC326", document.file, ("id",), {"id": name, "name": stem})
    levels = levels_of(programme) if programme else None
    sources = ids_of(programme, ("sources",)) if programme else None
    yield from sources_known(document, ("sources",), sequence(value, "sources"), sources)
    yield from twice(document, ("criteria",), "id", sequence(value, "criteria"))
    yield from alike_but_for_case(document, ("criteria",), "id", sequence(value, "criteria"))
    for index, criterion in enumerate(sequence(value, "criteria")):
        at = ("criteria", index)
        yield from known_id("EVC304", document, (*at, "pass"), text(criterion, "pass"), levels)
        yield from known_keys("EVC304", document, (*at, "levels"), mapping(criterion, "levels"), levels)
    yield from _decision(document)


def _decision(document: Document) -> Iterator[Problem]:
    count = mapping(mapping(document.value, "decision")).get("at_least")
    criteria = len(sequence(document.value, "criteria"))
    if isinstance(count, int) and criteria and count > criteria:
        data = {"required": count, "found": criteria}
        yield Problem("EVC401", document.file, ("decision", "at_least"), data)
