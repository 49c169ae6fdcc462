"""What the evidence for an outcome still needs: mended, attested, cited or added items (DESIGN §4, *missing*)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice

from evc.assessing.evidence_rules import Counted
from evc.model.advice import RuleName
from evc.model.dossier import EVIDENCE_TYPES
from evc.model.findings import Change, Finding, ItemReason, Value
from evc.model.ids import CriterionId, EvidenceId
from evc.model.rubric import EvidenceDemands, Rubric
from evc.model.value import value

# A portfolio of 100,000 nodes (DESIGN §3) holds fewer items than this; a rubric that asks more asks the impossible.
MOST_ITEMS = 10_000


@value
class Piece:
    """An item as it bears on the outcome: the criteria it is cited for, and every fault that sets it aside."""

    item: Counted
    cited: frozenset[CriterionId]
    faults: tuple[ItemReason, ...]

    @property
    def counts(self) -> bool:
        """Cited and admissible: it works in the rules of this outcome."""
        return bool(self.cited) and not self.faults


@value
class Pieces:
    """The items of a portfolio by id, in its order; added ones follow."""

    by_id: Mapping[EvidenceId, Piece]

    def changed(self, plan: Sequence[Finding]) -> "Pieces":
        """The items after the changes of `plan` that concern evidence."""
        pieces = dict(self.by_id)
        for number, change in enumerate(plan):
            data = change.data
            match change.code:
                case Change.MEND_ITEM:
                    piece = pieces[_id(data)]
                    pieces[piece.item.id] = Piece(piece.item, piece.cited, piece.faults[1:])
                case Change.ATTEST_ITEM:
                    piece = pieces[_id(data)]
                    item = replace(piece.item, attested=True)
                    pieces[piece.item.id] = Piece(item, piece.cited, piece.faults)
                case Change.CITE_ITEM:
                    piece = pieces[_id(data)]
                    pieces[piece.item.id] = Piece(piece.item, piece.cited | _criteria(data), piece.faults)
                case Change.ADD_ITEM:
                    added = _added(data, number, pieces.values())
                    pieces[added.item.id] = added
                case _:
                    pass
        return Pieces(pieces)


@dataclass(slots=True)
class Situation:
    """What the counted items amount to together. Grows while a plan is made; never leaves this room."""

    demands: EvidenceDemands
    items: list[Counted] = field(default_factory=list)
    supports: dict[CriterionId, int] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    contexts: set[str] = field(default_factory=set)
    hours: Decimal = Decimal()
    attested: int = 0

    def count(self, item: Counted, criteria: Iterable[CriterionId]) -> None:
        """Let one more item count, for these criteria."""
        self.items.append(item)
        self.cite(criteria)
        self.types.add(item.type)
        if item.context:
            self.contexts.add(item.context)
        self.hours += item.hours or 0
        self.attested += item.attested

    def cite(self, criteria: Iterable[CriterionId]) -> None:
        """Let an item that counts bear on these criteria too."""
        for criterion in criteria:
            self.supports[criterion] = self.support(criterion) + 1

    def support(self, criterion: CriterionId) -> int:
        """How many items that count are cited for the criterion."""
        return self.supports.get(criterion, 0)


@value
class Lacking:
    """How far a situation falls short of each demand; 0 is enough."""

    criteria: Mapping[CriterionId, int]
    types: int
    contexts: int
    items: int
    hours: Decimal
    attested: int

    @property
    def anything(self) -> bool:
        """Whether anything is lacking at all."""
        return self.added_items > 0

    @property
    def added_items(self) -> int:
        """The fewest new items that make good everything, each serving all it can."""
        return max(
            *self.criteria.values(), self.types, self.contexts, self.items, self.attested, int(self.hours > 0), 0
        )


def as_it_stands(rubric: Rubric, pieces: Pieces) -> Situation:
    """What the items that count amount to now."""
    now = Situation(rubric.evidence)
    for piece in pieces.by_id.values():
        if piece.counts:
            now.count(piece.item, piece.cited)
    return now


def lacking(now: Situation, needed: Sequence[CriterionId]) -> Lacking:
    """What a situation lacks for the rules and for the criteria that are needed."""
    variation, quantity = now.demands.variation, now.demands.quantity
    return Lacking(
        criteria={key: max(0, now.demands.per_criterion - now.support(key)) for key in needed},
        types=max(0, _types_asked(now.demands) - len(now.types)),
        contexts=max(0, (variation.contexts or 0) - len(now.contexts)) if variation else 0,
        items=max(0, (quantity.items or 0) - len(now.items)) if quantity else 0,
        hours=max(Decimal(), (quantity.hours or Decimal()) - now.hours) if quantity else Decimal(),
        attested=max(0, (now.demands.attested or 0) - now.attested),
    )


def plan_evidence(
    rubric: Rubric, pieces: Pieces, needed: Sequence[CriterionId], others: Callable[[], Iterable[Piece]]
) -> tuple[tuple[Finding, ...], Pieces]:
    """Mend, attest, cite, and add for what then remains; or the one rule that no dossier can meet.

    `others` gives the items of the portfolio that are not cited and would count; they are looked at only when the
    cited ones do not suffice. The second value is `pieces` with those of them that the plan cites.
    """
    now = as_it_stands(rubric, pieces)
    if not lacking(now, needed).anything:
        return (), pieces
    counted_types = frozenset(now.types)
    mended = list(_mend(now, pieces, needed))
    standing = pieces.changed(mended)
    attested = list(_attest(now, standing, needed))
    cited = list(_cite_more(now, standing, needed))
    if lacking(now, needed).anything:
        more = {piece.item.id: piece for piece in others()}
        newly = list(_cite_others(now, more.values(), needed))
        cited += newly
        pieces = Pieces({**pieces.by_id, **{_id(change.data): more[_id(change.data)] for change in newly}})
        attested += _attest(now, pieces.changed([*mended, *attested, *newly]), needed)
    added = _add(now, needed, counted_types)
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
        if piece.counts and criteria:
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


def _add(now: Situation, needed: Sequence[CriterionId], counted_types: Collection[str]) -> tuple[Finding, ...]:
    """New items for what remains; the first carry the most, so that the fewest are needed.

    An item that must be added anyway is of a type that does not count yet, as long as `counted_types` (those that
    count without any change) are too few: then nothing need be mended or cited for its type alone.
    """
    short = lacking(now, needed)
    accepted = now.demands.accepts or EVIDENCE_TYPES
    if short.types > sum(kind not in now.types for kind in accepted):
        return (_cannot_be_met(RuleName.VARIATION.value),)
    if len(now.items) + short.added_items > MOST_ITEMS:
        return (_cannot_be_met(_beyond(short)),)
    new_types = sorted((kind for kind in accepted if kind not in counted_types), key=now.types.__contains__)
    new_types = new_types[: max(0, _types_asked(now.demands) - len(counted_types))]
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


def _types_asked(demands: EvidenceDemands) -> int:
    return (demands.variation.types or 0) if demands.variation else 0


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


def _added(data: Mapping[str, Value], number: int, others: Iterable[Piece]) -> Piece:
    """A new item as supposed: what is not asked of it adds nothing, so it is of a type that counts already."""
    hours = data.get("hours")
    same = next((piece.item.type for piece in others if piece.counts), EVIDENCE_TYPES[-1])
    item = Counted(
        id=EvidenceId(f"\0added-{number}"),
        type=str(data.get("type", same)),
        context=f"\0added-{number}" if data.get("new_context") else "",
        hours=hours if isinstance(hours, Decimal) else None,
        attested=bool(data.get("attested")),
    )
    return Piece(item, _criteria(data), ())


def _id(data: Mapping[str, Value]) -> EvidenceId:
    return EvidenceId(str(data["evidence"]))


def _criteria(data: Mapping[str, Value]) -> frozenset[CriterionId]:
    criteria = data["criteria"]
    assert isinstance(criteria, tuple), "criteria are a tuple"
    return frozenset(CriterionId(str(criterion)) for criterion in criteria)
