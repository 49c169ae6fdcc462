"""What another version of the rubrics does to dossiers: whose advice changes, and which rule it was (`evc compare`).

Pure: two advices in, what differs out. Titles, sentences and versions are no difference; verdicts, advice and credits
are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from evc.checking.causes import criteria_moved, items_moved, rules_moved
from evc.model.advice import Advice, Label, OutcomeAdvice, Recommendation, UnitAdvice
from evc.model.findings import UnitReason
from evc.model.ids import OutcomeId
from evc.model.impact import AdviceChange, OutcomeChange, UnitCause, UnitChange

Turns = Mapping[tuple[str | None, str | None], int]


def advice_change(dossier: str, before: Advice, after: Advice) -> AdviceChange | None:
    """What differs between two advices on one dossier; None when nothing does."""
    units = tuple(_units(before, after))
    same_credits = _credits(before) == _credits(after)
    return None if same_credits and not units else AdviceChange(dossier, before, after, units)


def turns(changes: Iterable[AdviceChange]) -> Turns:
    """How often the advice on a unit turned from what to what, the commonest first."""
    counted = Counter(
        (_advice(unit.before), _advice(unit.after))
        for change in changes
        for unit in change.units
        if _advice(unit.before) != _advice(unit.after)
    )
    ordered = sorted(counted.items(), key=lambda turn: (-turn[1], str(turn[0])))
    return dict(ordered)


def _credits(advice: Advice) -> tuple[Decimal, Decimal]:
    return advice.credits.awarded, advice.credits.remaining


def _advice(unit: UnitAdvice | None) -> str | None:
    return None if unit is None else unit.recommendation.value


def _units(before: Advice, after: Advice) -> Iterator[UnitChange]:
    """Every unit that differs, as the new programme has them, then those it no longer has."""
    old, new = ({unit.id: unit for unit in advice.units} for advice in (before, after))
    had, has = (_outcomes(advice) for advice in (before, after))
    for name in dict.fromkeys((*new, *old)):
        change = _unit(old.get(name), new.get(name), had, has)
        if change is not None:
            yield change


def _outcomes(advice: Advice) -> dict[OutcomeId, OutcomeAdvice]:
    return {outcome.id: outcome for unit in advice.units for outcome in unit.outcomes}


def _unit(
    old: UnitAdvice | None,
    new: UnitAdvice | None,
    had: Mapping[OutcomeId, OutcomeAdvice],
    has: Mapping[OutcomeId, OutcomeAdvice],
) -> UnitChange | None:
    """One unit; an outcome stands under the unit that has it now, else under the one that had it."""
    either = new or old
    if either is None:
        return None
    own = [outcome.id for outcome in new.outcomes] if new else []
    gone = [outcome.id for outcome in old.outcomes if outcome.id not in has] if old else []
    found = (_outcome(name, had.get(name), has.get(name)) for name in (*own, *gone))
    outcomes = tuple(change for change in found if change is not None)
    moved = _moved(old, new)
    if not moved and not outcomes:
        return None
    return UnitChange(either.id, old, new, tuple(_unit_causes(old, new, outcomes)) if moved else (), outcomes)


def _moved(old: UnitAdvice | None, new: UnitAdvice | None) -> bool:
    """Whether the advice on the unit itself differs. A unit that is not there is as one that is not advised."""
    return _judgement(old) != _judgement(new)


def _judgement(unit: UnitAdvice | None) -> tuple[object, ...]:
    if unit is None:
        return Recommendation.NONE, None, (), None
    awarded = unit.credits if unit.recommendation is Recommendation.AWARD else None
    return unit.recommendation, unit.basis, unit.exempted_by, awarded


def _unit_causes(
    old: UnitAdvice | None, new: UnitAdvice | None, outcomes: tuple[OutcomeChange, ...]
) -> Iterator[UnitCause]:
    """What of the unit itself is otherwise; its outcomes only where these were judged otherwise."""
    if old is None or new is None:
        yield UnitCause.ADDED if old is None else UnitCause.REMOVED
        return
    if _exemptible(old) != _exemptible(new):
        yield UnitCause.EXEMPTIBLE
    if (old.proof, old.exempted_by) != (new.proof, new.exempted_by):
        yield UnitCause.PROOF
    if [each.id for each in old.outcomes] != [each.id for each in new.outcomes]:
        yield UnitCause.OUTCOMES_LISTED
    if old.credits != new.credits:
        yield UnitCause.CREDITS
    if outcomes:
        yield UnitCause.OUTCOMES_JUDGED
    elif old.basis is not None and new.basis is not None and old.basis is not new.basis:
        yield UnitCause.EVIDENCE_COUNTED


def _exemptible(unit: UnitAdvice) -> bool:
    return not any(reason.code is UnitReason.NOT_EXEMPTIBLE for reason in unit.reasons)


def _outcome(name: OutcomeId, old: OutcomeAdvice | None, new: OutcomeAdvice | None) -> OutcomeChange | None:
    """One outcome; that nobody claims it is as good as that it is not there."""
    rules, criteria = tuple(rules_moved(old, new)), tuple(criteria_moved(old, new))
    judged = any(each.before is None or each.after is None or each.before.verdict is not each.after.verdict
                 for each in criteria)  # fmt: skip
    if _state(old) == _state(new) and not judged:
        return None
    return OutcomeChange(name, old, new, rules, criteria, tuple(items_moved(old, new)))


def _state(outcome: OutcomeAdvice | None) -> tuple[object, ...]:
    if outcome is None or outcome.label is Label.NOT_CLAIMED:
        return (Label.NOT_CLAIMED,)
    return outcome.label, outcome.verdict, outcome.coverage
