"""The form of a portfolio: evidence, outcomes and criteria that exist, each once, and periods that make sense."""

from collections.abc import Collection, Iterator, Mapping

from evc.diagnostics import Problem
from evc.model.value import value
from evc.reading.documents import Document, ids_of, mapping, sequence, text, texts
from evc.reading.form.common import known_id, known_keys, ordered, twice

_FORMAL_TYPES = ("diploma", "certificate")


@value
class Known:
    """The ids that a dossier may refer to; None where they cannot be known because another file has errors."""

    evidence: list[str] | None
    outcomes: list[str] | None
    qualifications: list[str] | None
    levels: list[str] | None
    criteria: Mapping[str, list[str] | None]
    assessors_needed: int | None


def portfolio_form(document: Document, known: Known) -> Iterator[Problem]:
    """Everything in a portfolio that is wrong beyond its shape."""
    evidence = sequence(document.value, "evidence")
    yield from twice(document, ("evidence",), "id", evidence)
    for index, item in enumerate(evidence):
        yield from _item(document, index, item, known)
    claims = sequence(document.value, "claims")
    yield from twice(document, ("claims",), "outcome", claims)
    for index, claim in enumerate(claims):
        yield from _claim(document, index, claim, known)


def evidence_of(document: Document) -> list[str] | None:
    """The ids of a portfolio's evidence; None when they cannot be known."""
    return ids_of(document, ("evidence",), required=True)


def _item(document: Document, index: int, item: object, known: Known) -> Iterator[Problem]:
    at = ("evidence", index)
    period = mapping(item, "period")
    if period:
        yield from ordered(document, (*at, "period"), period)
    qualification, kind = text(item, "qualification"), text(item, "type")
    if qualification is None or document.is_wrong((*at, "type")):
        return
    if kind is not None and kind not in _FORMAL_TYPES:
        yield Problem("EVC314", document.file, (*at, "qualification"), {"type": kind})
    else:
        yield from known_id("EVC305", document, (*at, "qualification"), qualification, known.qualifications)


def _claim(document: Document, index: int, claim: object, known: Known) -> Iterator[Problem]:
    at = ("claims", index)
    outcome = text(claim, "outcome")
    yield from known_id("EVC302", document, (*at, "outcome"), outcome, known.outcomes)
    supports = mapping(claim, "supports")
    criteria = known.criteria.get(outcome) if outcome is not None else None
    yield from known_keys("EVC303", document, (*at, "supports"), supports, criteria)
    for criterion in supports:
        if not document.wrong and _all_known(supports[criterion], known.evidence):
            continue
        cited: set[str] = set()
        for place, name in texts(supports, criterion):
            here = (*at, "supports", criterion, place)
            if name in cited:
                yield Problem("EVC312", document.file, here, {"evidence": name, "criterion": criterion})
            else:
                yield from known_id("EVC301", document, here, name, known.evidence)
            cited.add(name)


def _all_known(cited: object, evidence: Collection[str] | None) -> bool:
    """Whether a list of ids in a file without errors names known evidence only, each once: nearly every list does."""
    if not isinstance(cited, list) or evidence is None:
        return False
    distinct = set(cited)
    return len(distinct) == len(cited) and distinct.issubset(evidence)
