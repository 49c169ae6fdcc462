"""Checks that several kinds of file share: ids that stand twice, unknown ids, periods that end before they begin."""

from collections.abc import Collection, Iterator

from evc.diagnostics import KeyPath, Problem, Where
from evc.reading.documents import Document, mapping, sequence, text
from evc.reading.near import unknown


def twice(document: Document, at: KeyPath, key: str, items: object) -> Iterator[Problem]:
    """An id that stands more than once in a list of items; each later one is pointed at."""
    seen: set[str] = set()
    for index, item in enumerate(sequence(items)):
        name = text(item, key)
        if name in seen:
            yield Problem("EVC311", document.file, (*at, index, key), {"id": name})
        elif name is not None:
            seen.add(name)


def alike_but_for_case(document: Document, at: KeyPath, key: str, items: object) -> Iterator[Problem]:
    """Ids of one list that differ only in case: allowed, and sooner or later mistaken for one another."""
    seen: dict[str, str] = {}
    for index, item in enumerate(sequence(items)):
        name = text(item, key)
        other = None if name is None else seen.setdefault(name.casefold(), name)
        if other != name:
            yield Problem("EVC344", document.file, (*at, index, key), {"id": name, "other": other})


def known_id(
    code: str, document: Document, at: KeyPath, name: str | None, known: Collection[str] | None
) -> Iterator[Problem]:
    """A reference to something that is not there; nothing is said when what is there cannot be known."""
    if name is not None and known is not None and name not in known:
        yield Problem(code, document.file, at, unknown(name, known))


def known_keys(
    code: str, document: Document, at: KeyPath, value: object, known: Collection[str] | None
) -> Iterator[Problem]:
    """Keys of a mapping that refer to something that is not there."""
    if known is None:
        return
    for key in mapping(value):
        if key not in known:
            yield Problem(code, document.file, (*at, key), unknown(key, known), Where.KEY)


def ordered(document: Document, at: KeyPath, value: object) -> Iterator[Problem]:
    """A period whose `to` lies before its `from`; ISO dates compare as text."""
    start, end = text(value, "from"), text(value, "to")
    if start is None or end is None or end >= start:
        return
    if document.is_wrong((*at, "from")) or document.is_wrong((*at, "to")):
        return
    yield Problem("EVC313", document.file, (*at, "to"), {"from": start, "to": end})


def sources_known(document: Document, at: KeyPath, refs: object, known: Collection[str] | None) -> Iterator[Problem]:
    """References to sources of the programme that are not in its list; one reference or a list of them."""
    if isinstance(refs, dict):
        yield from known_id("EVC307", document, (*at, "ref"), text(refs, "ref"), known)
    for index, ref in enumerate(sequence(refs)):
        yield from known_id("EVC307", document, (*at, index, "ref"), text(ref, "ref"), known)
