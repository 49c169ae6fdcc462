"""What the evidence for an outcome still needs: mended, attested, cited or added items (DESIGN §4, *missing*)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice

from evc.assessing.evidence_rules import Counted
from evc.assessing.situation import Lacking, Piece, Pieces, Situation, as_it_stands, evidence_of, is_enough, lacking
from evc.model.advice import RuleName
from evc.model.dossier import EVIDENCE_TYPES
from evc.model.findings import Change, Finding, Value
from evc.model.ids import CriterionId
from evc.model.rubric import Rubric

# A portfolio of 100,000 nodes (DESIGN §3) holds fewer items than this; a rubric that asks more asks the impossible.
MOST_ITEMS = 10_000


def plan_evidence(
    rubric: Rubric, pieces: Pieces, needed: Sequence[CriterionId], others: Callable[[], Iterable[Piece]]
) -> tuple[tuple[Finding, ...], Pieces]:
    """Mend, attest, cite, and add for what then remains; or the one rule that no dossier can meet.

    `others` gives the items of the portfolio that are not cited and would count; they are looked at only when the
    cited ones do not suffice. The second value is `pieces` with those of them that the plan cites.
    """
    now = as_it_stands(rubric.evidence, pieces)
    counted_types = frozenset(now.types)
    mended = list(_mend(now, pieces, needed))
    standing = pieces.changed(mended)
    attested = list(_attest(now, standing, needed))
    cited = list(_cite_more(now, standing, needed))
    if not is_enough(now, needed):
        more = {piece.item.id: piece for piece in others()}
        newly = list(_cite_others(now, more.values(), needed))
        cited += newly
        pieces = Pieces(
            {**pieces.by_id, **{item: more[item] for item in [evidence_of(change.data) for change in newly]}}
        )
        attested += _attest(now, pieces.changed([*mended, *attested, *newly]), needed)
    added = () if is_enough(now, needed) else _add(now, rubric, needed, counted_types)
    if any(change.code is Change.CANNOT_BE_MET for change in added):
        return added, pieces
    return (*mended, *attested, *cited, *added), pieces


def _helps(short: Lacking, now: Situation, item: Counted, criteria: Iterable[CriterionId]) -> bool:
    """Whether one more item would bring any demand nearer."""
    return (
        any(short.criteria.get(criterion) for criterion in criteria)
        or (short.types > 0 and item.type not in now.types)
        or (short.contexts > 0 and bool(item.context) and item.context not in now.contexts)
        or short.items > 0
        or (short.hours > 0 and bool(item.hours))
        or (short.attested > 0 and item.attested)
    )


def _mend(now: Situation, pieces: Pieces, needed: Sequence[CriterionId]) -> Iterator[Finding]:
    short = lacking(now, needed)
    for piece in pieces.by_id.values():
        if len(piece.faults) == 1 and _helps(short, now, piece.item, piece.cited):
            now.count(piece.item, piece.cited)
            short = lacking(now, needed)
            yield Finding(Change.MEND_ITEM, {"evidence": piece.item.id, "reason": piece.faults[0].value})


def _attest(now: Situation, pieces: Pieces, needed: Sequence[CriterionId]) -> Iterator[Finding]:
    short = lacking(now, needed).attested
    unattested = (piece for piece in pieces.by_id.values() if piece.counts and not piece.item.attested)
    for piece in islice(unattested, short):
        now.attested += 1
        yield Finding(Change.ATTEST_ITEM, {"evidence": piece.item.id})


def _cite_more(now: Situation, pieces: Pieces, needed: Sequence[CriterionId]) -> Iterator[Finding]:
    """Items that count already, for the criteria that lack support."""
    short = lacking(now, needed)
    for piece in pieces.by_id.values():
        criteria = [key for key, lacks in short.criteria.items() if lacks and key not in piece.cited]
        if criteria and piece.counts:
            now.cite(criteria)
            short = lacking(now, needed)
            yield Finding(Change.CITE_ITEM, {"evidence": piece.item.id, "criteria": tuple(criteria)})


def _cite_others(now: Situation, others: Iterable[Piece], needed: Sequence[CriterionId]) -> Iterator[Finding]:
    """Items of the portfolio that are not cited yet, for whatever they bring nearer."""
    short = lacking(now, needed)
    for piece in others:
        criteria = [key for key, lacks in short.criteria.items() if lacks]
        if _helps(short, now, piece.item, criteria):
            criteria = criteria or [_thinnest(now, needed)]
            now.count(piece.item, criteria)
            short = lacking(now, needed)
            yield Finding(Change.CITE_ITEM, {"evidence": piece.item.id, "criteria": tuple(criteria)})


def _add(
    now: Situation, rubric: Rubric, needed: Sequence[CriterionId], counted_types: Collection[str]
) -> tuple[Finding, ...]:
    """New items for what remains; the first carry the most, so that the fewest are needed.

    An item that must be added anyway is of a type that does not count yet, as long as `counted_types` (those that
    count without any change) are too few: then nothing need be mended or cited for its type alone.
    """
    short = lacking(now, needed)
    accepted = rubric.evidence.accepts or EVIDENCE_TYPES
    if short.types > sum(kind not in now.types for kind in accepted):
        return (_cannot_be_met(RuleName.VARIATION.value),)
    if now.items + short.added_items > MOST_ITEMS:
        return (_cannot_be_met(_beyond(short)),)
    new_types = sorted((kind for kind in accepted if kind not in counted_types), key=now.types.__contains__)
    new_types = new_types[: max(0, now.asked.types - len(counted_types))]
    return tuple(_new_item(now, needed, short, number, new_types) for number in range(short.added_items))


def _new_item(
    now: Situation, needed: Sequence[CriterionId], short: Lacking, number: int, new_types: Sequence[str]
) -> Finding:
    """The item that is added as the `number`-th, from 0: it serves every criterion and rule it can."""
    criteria = tuple(key for key in needed if short.criteria[key] > number)
    data: dict[str, Value] = {"criteria": criteria or (_thinnest(now, needed),)}
    if number < len(new_types):
        data["type"] = new_types[number]
    if number < short.contexts:
        data["new_context"] = True
    if number == 0 and short.hours:
        data["hours"] = short.hours
    if number < short.attested:
        data["attested"] = True
    return Finding(Change.ADD_ITEM, data)


def _thinnest(now: Situation, needed: Sequence[CriterionId]) -> CriterionId:
    """The needed criterion with the least evidence: where one more item is most welcome."""
    return min(needed, key=now.support)


def _beyond(short: Lacking) -> str:
    """The rule that asks most of what cannot be had."""
    demands = {
        "relevance": max(short.criteria.values()),
        RuleName.VARIATION.value: short.contexts,
        RuleName.QUANTITY.value: short.items,
        RuleName.AUTHENTICITY.value: short.attested,
    }
    return max(demands, key=lambda rule: demands[rule])


def _cannot_be_met(rule: str) -> Finding:
    return Finding(Change.CANNOT_BE_MET, {"rule": rule})
