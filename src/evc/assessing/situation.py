"""What the evidence for an outcome amounts to, now and after changes, and what it lacks (DESIGN §4, *missing*)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evc.assessing.evidence_rules import Counted
from evc.model.dossier import EVIDENCE_TYPES
from evc.model.findings import Change, Finding, ItemReason, Value
from evc.model.ids import CriterionId, EvidenceId
from evc.model.rubric import EvidenceDemands
from evc.model.value import value


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
    """The items of a portfolio by id, in its order."""

    by_id: Mapping[EvidenceId, Piece]

    def changed(self, plan: Sequence[Finding]) -> "Pieces":
        """The items after the changes of `plan` that concern items of the portfolio."""
        pieces = dict(self.by_id)
        for change in plan:
            data = change.data
            match change.code:
                case Change.MEND_ITEM:
                    piece = pieces[evidence_of(data)]
                    pieces[piece.item.id] = Piece(piece.item, piece.cited, piece.faults[1:])
                case Change.ATTEST_ITEM:
                    piece = pieces[evidence_of(data)]
                    pieces[piece.item.id] = Piece(_attested(piece.item), piece.cited, piece.faults)
                case Change.CITE_ITEM:
                    piece = pieces[evidence_of(data)]
                    pieces[piece.item.id] = Piece(piece.item, piece.cited | _criteria(data), piece.faults)
                case _:
                    pass
        return Pieces(pieces)


@value
class Asked:
    """What a rubric asks of the evidence together; 0 where it asks nothing. `hours` in hours, the rest in numbers."""

    per_criterion: int
    types: int
    contexts: int
    items: int
    hours: Decimal
    attested: int


@dataclass(slots=True)
class Situation:
    """What the counted items amount to together. Grows while a plan is made; never leaves this room.

    `hours` are added up only when the rubric asks for them.
    """

    asked: Asked
    supports: dict[CriterionId, int]
    types: set[str]
    contexts: set[str]
    items: int = 0
    hours: Decimal = Decimal()
    attested: int = 0

    def count(self, item: Counted, criteria: Iterable[CriterionId]) -> None:
        """Let one more item count, for these criteria."""
        self.items += 1
        self.cite(criteria)
        self.types.add(item.type)
        if item.context:
            self.contexts.add(item.context)
        if item.hours and self.asked.hours:
            self.hours += item.hours
        self.attested += item.attested

    def cite(self, criteria: Iterable[CriterionId]) -> None:
        """Let an item that counts bear on these criteria too."""
        supports = self.supports
        for criterion in criteria:
            supports[criterion] = supports.get(criterion, 0) + 1

    def support(self, criterion: CriterionId) -> int:
        """How many items that count are cited for the criterion."""
        return self.supports.get(criterion, 0)

    def copy(self) -> "Situation":
        """The same, to grow apart."""
        supports, types, contexts = dict(self.supports), set(self.types), set(self.contexts)
        return Situation(self.asked, supports, types, contexts, self.items, self.hours, self.attested)


@value
class Prospect:
    """The evidence before a plan: the items that no change of it concerns, counted once for all, and the others."""

    untouched: Situation
    touched: Pieces

    def after(self, plan: Sequence[Finding]) -> Situation:
        """What the evidence amounts to after these changes of the plan."""
        now = self.untouched.copy()
        if self.touched.by_id:
            _count_all(now, self.touched.changed(plan).by_id.values())
        for change in plan:
            if change.code is Change.ADD_ITEM:
                now.count(_added(change.data, now), _criteria(change.data))
        return now


def prospect(demands: EvidenceDemands, pieces: Pieces, plan: Sequence[Finding]) -> Prospect:
    """Make ready to look at parts of this plan."""
    named = {change.data["evidence"] for change in plan if "evidence" in change.data}
    touched = {item: piece for item, piece in pieces.by_id.items() if item in named}
    untouched = Pieces({item: piece for item, piece in pieces.by_id.items() if item not in named})
    return Prospect(as_it_stands(demands, untouched), Pieces(touched))


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
    def added_items(self) -> int:
        """The fewest new items that make good everything, each serving all it can."""
        return max(
            *self.criteria.values(), self.types, self.contexts, self.items, self.attested, int(self.hours > 0), 0
        )


def as_it_stands(demands: EvidenceDemands, pieces: Pieces) -> Situation:
    """What the items that count amount to now."""
    now = Situation(_asked(demands), {}, set(), set())
    _count_all(now, pieces.by_id.values())
    return now


def lacking(now: Situation, needed: Sequence[CriterionId]) -> Lacking:
    """What a situation lacks for the rules and for the criteria that are needed."""
    asked, supports = now.asked, now.supports
    return Lacking(
        criteria={key: max(0, asked.per_criterion - supports.get(key, 0)) for key in needed},
        types=max(0, asked.types - len(now.types)),
        contexts=max(0, asked.contexts - len(now.contexts)),
        items=max(0, asked.items - now.items),
        hours=max(Decimal(), asked.hours - now.hours) if asked.hours else asked.hours,
        attested=max(0, asked.attested - now.attested),
    )


def is_enough(now: Situation, needed: Sequence[CriterionId]) -> bool:
    """Whether nothing is lacking, for the rules and for the criteria that are needed."""
    asked, supports = now.asked, now.supports
    return (
        len(now.types) >= asked.types
        and len(now.contexts) >= asked.contexts
        and now.items >= asked.items
        and now.hours >= asked.hours
        and now.attested >= asked.attested
        and not [key for key in needed if supports.get(key, 0) < asked.per_criterion]
    )


def evidence_of(data: Mapping[str, Value]) -> EvidenceId:
    """The item of the portfolio that a change concerns."""
    return EvidenceId(str(data["evidence"]))


def _asked(demands: EvidenceDemands) -> Asked:
    variation, quantity = demands.variation, demands.quantity
    return Asked(
        per_criterion=demands.per_criterion,
        types=(variation.types or 0) if variation else 0,
        contexts=(variation.contexts or 0) if variation else 0,
        items=(quantity.items or 0) if quantity else 0,
        hours=(quantity.hours or Decimal()) if quantity else Decimal(),
        attested=demands.attested or 0,
    )


def _count_all(now: Situation, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if piece.cited and not piece.faults:
            now.count(piece.item, piece.cited)


def _attested(item: Counted) -> Counted:
    return Counted(item.id, item.type, item.context, item.hours, attested=True)


def _added(data: Mapping[str, Value], now: Situation) -> Counted:
    """A new item as supposed: what is not asked of it adds nothing, so it is of a type that counts already."""
    hours = data.get("hours")
    name = f"\0added-{now.items}"
    return Counted(
        id=EvidenceId(name),
        type=str(data["type"]) if "type" in data else min(now.types, default=EVIDENCE_TYPES[-1]),
        context=name if data.get("new_context") else "",
        hours=hours if isinstance(hours, Decimal) else None,
        attested=bool(data.get("attested")),
    )


def _criteria(data: Mapping[str, Value]) -> frozenset[CriterionId]:
    criteria = data["criteria"]
    assert isinstance(criteria, tuple), "criteria are a tuple"
    return frozenset(CriterionId(str(criterion)) for criterion in criteria)
