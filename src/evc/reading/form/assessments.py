"""The form of assessments and a consensus: about this candidate, by distinct assessors, of things that exist."""

from collections.abc import Iterator, Sequence

from evc.diagnostics import KeyPath, Problem
from evc.reading.documents import Document, mapping, sequence, text, texts
from evc.reading.form.common import known_id, known_keys, twice
from evc.reading.form.portfolio import Known


def assessment_form(document: Document, candidate: str | None, known: Known) -> Iterator[Problem]:
    """Everything in one assessment that is wrong beyond its shape."""
    value = document.value
    others = list(same_candidate(document, candidate))
    if others:
        yield from others  # it speaks of another portfolio, so nothing in it can be looked up in this one
        return
    yield from twice(document, ("instruments",), "id", sequence(value, "instruments"))
    judged = mapping(mapping(value, "judged"), "rubrics")
    yield from known_keys("EVC302", document, ("judged", "rubrics"), judged, known.outcomes)
    yield from _ratings(document, known)
    for said in ("verified", "rejected", "waived"):
        items = mapping(value, said)
        yield from known_keys("EVC301", document, (said,), items, known.evidence)
        for item, opinion in items.items():
            for place, outcome in texts(opinion, "for"):
                yield from known_id("EVC302", document, (said, item, "for", place), outcome, known.outcomes)


def same_candidate(document: Document, candidate: str | None) -> Iterator[Problem]:
    """An assessment or consensus of another candidate than the portfolio's."""
    named = text(document.value, "candidate")
    if candidate is not None and named is not None and named != candidate:
        yield Problem("EVC315", document.file, ("candidate",), {"candidate": named, "expected": candidate})


def distinct_assessors(assessments: Sequence[Document]) -> Iterator[Problem]:
    """The same assessor in two files: two who judge without seeing each other must be two."""
    seen: dict[str, str] = {}
    for document in assessments:
        name = text(mapping(document.value, "assessor"), "id")
        if name is not None and name in seen:
            data = {"assessor": name, "other": seen[name]}
            yield Problem("EVC320", document.file, ("assessor", "id"), data)
        elif name is not None:
            seen[name] = document.path.name


def rated(document: Document, known: Known) -> Iterator[tuple[KeyPath, str, str, object]]:
    """Every rating in a file with its place, outcome and criterion, as far as they exist."""
    for outcome, ratings in mapping(document.value, "ratings").items():
        if known.outcomes is not None and outcome not in known.outcomes:
            continue
        criteria = known.criteria.get(outcome)
        for criterion, rating in mapping(ratings).items():
            if criteria is None or criterion in criteria:
                yield ("ratings", outcome, criterion), outcome, criterion, rating


def unknown_ratings(document: Document, known: Known) -> Iterator[Problem]:
    """Ratings of outcomes or criteria that do not exist."""
    ratings = mapping(document.value, "ratings")
    yield from known_keys("EVC302", document, ("ratings",), ratings, known.outcomes)
    for outcome, criteria in ratings.items():
        yield from known_keys("EVC303", document, ("ratings", outcome), criteria, known.criteria.get(outcome))


def _ratings(document: Document, known: Known) -> Iterator[Problem]:
    yield from unknown_ratings(document, known)
    instruments = [name for item in sequence(document.value, "instruments") if (name := text(item, "id")) is not None]
    sure = not any(map(_hides_an_instrument, document.wrong))
    levels = known.levels
    for at, _, _, rating in rated(document, known):
        if isinstance(rating, str):
            if levels is not None and rating not in levels:
                yield from known_id("EVC304", document, at, rating, levels)
            continue
        for key in ("level", "first"):
            name = text(rating, key)
            if name is not None and levels is not None and name not in levels:
                yield from known_id("EVC304", document, (*at, key), name, levels)
        for place, name in texts(rating, "based_on"):
            if sure and name not in instruments:
                sources = None if known.evidence is None else list(dict.fromkeys([*known.evidence, *instruments]))
                yield from known_id("EVC309", document, (*at, "based_on", place), name, sources)


def _hides_an_instrument(wrong: KeyPath) -> bool:
    """Whether a fault at this place means that an instrument may have another id than can be read."""
    return wrong[:1] == ("instruments",) and wrong[2:3] not in {("kind",), ("on",), ("minutes",)}
