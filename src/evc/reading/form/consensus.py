"""The form of a consensus: by assessors who judged apart before, on what they rated, naming all who did (DESIGN §4)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from evc.diagnostics import Problem, Where
from evc.model.findings import Value
from evc.reading.documents import Document, mapping, sequence, text, texts
from evc.reading.form.assessments import rated, same_candidate, unknown_ratings
from evc.reading.form.common import known_id, known_keys
from evc.reading.form.portfolio import Known

Raters = Mapping[tuple[str, str], list[str]]


def consensus_form(
    document: Document, candidate: str | None, assessments: Sequence[Document], known: Known, *, complete: bool
) -> Iterator[Problem]:
    """Everything in a consensus that is wrong beyond its shape.

    `complete` says that every assessment could be read; if not, nobody can say who rated what, and nothing is said of
    it: a consensus that names the assessor of an unreadable file only follows from that file.
    """
    others = list(same_candidate(document, candidate))
    if others:
        yield from others  # it speaks of another portfolio and other assessments
        return
    faults = list(_assessors(document, assessments, known, complete=complete))
    yield from faults
    of_another = any(True for each in assessments for _ in same_candidate(each, candidate))
    certain = complete and not of_another and not faults and not any(at[:1] == ("assessors",) for at in document.wrong)
    yield from unknown_ratings(document, known)
    raters = raters_of(assessments, known)
    named = {name for _, name in texts(document.value, "assessors")}
    for at, outcome, criterion, rating in rated(document, known):
        yield from known_id("EVC304", document, (*at, "level"), text(rating, "level"), known.levels)
        if certain:
            by = raters.get((outcome, criterion), [])
            yield from _raters(document, (outcome, criterion), by, named)
    yield from known_keys("EVC301", document, ("restored",), mapping(document.value, "restored"), known.evidence)


def raters_of(assessments: Sequence[Document], known: Known) -> Raters:
    """Who rated each criterion of each outcome."""
    raters: dict[tuple[str, str], list[str]] = {}
    for document in assessments:
        name = text(mapping(document.value, "assessor"), "id")
        for _, outcome, criterion, _ in rated(document, known):
            if name is not None:
                raters.setdefault((outcome, criterion), []).append(name)
    return raters


def _assessors(
    document: Document, assessments: Sequence[Document], known: Known, *, complete: bool
) -> Iterator[Problem]:
    judges = [text(mapping(each.value, "assessor"), "id") for each in assessments]
    times: Counter[str] = Counter()
    for place, name in texts(document.value, "assessors"):
        at = ("assessors", place)
        times[name] += 1
        if times[name] > 1:
            yield Problem("EVC311", document.file, at, {"id": name})
        elif complete:
            yield from known_id("EVC316", document, at, name, [judge for judge in judges if judge])
    needed = known.assessors_needed
    is_list = bool(sequence(document.value, "assessors"))
    wrong = any(at[:1] == ("assessors",) for at in document.wrong)
    if is_list and not wrong and needed is not None and len(times) == sum(times.values()) < needed:
        data = {"required": needed, "found": len(times)}
        yield Problem("EVC317", document.file, ("assessors",), data, Where.KEY)


def _raters(document: Document, rating: tuple[str, str], raters: Sequence[str], named: set[str]) -> Iterator[Problem]:
    outcome, criterion = rating
    at = ("ratings", outcome, criterion)
    if not raters:
        yield Problem("EVC318", document.file, at, {"outcome": outcome, "criterion": criterion}, Where.KEY)
    elif absent := sorted(set(raters) - named):
        data: dict[str, Value] = {"outcome": outcome, "criterion": criterion, "assessors": tuple(absent)}
        yield Problem("EVC319", document.file, at, data, Where.KEY)
