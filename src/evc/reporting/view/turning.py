"""What the advice turns on: the few places where one act of a person would change it.

Open criteria, outcomes that are one change away, formal proof nobody verified, and evidence that counts nowhere. Before
any assessor: per outcome what the evidence still lacks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.model.advice import Coverage, Label, OutcomeAdvice, UnitAdvice
from evc.model.findings import Change, UnitReason
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.extent import unit_measured
from evc.reporting.names import Names
from evc.reporting.sentences.items import brief
from evc.reporting.view.common import (
    Link,
    Stage,
    claimed,
    criterion_key,
    every_claimed,
    item_key,
    outcome_key,
    set_aside,
    stage,
)

# Page one has room for these; the rest is counted and stands per outcome.
_SHOWN = 5
_CHANGES_SHOWN = 2
_ITEMS_SHOWN = 3
_BY_PEOPLE = frozenset({Change.RATE, Change.AGREE, Change.JUDGE_AGAIN})


@dataclass(frozen=True, slots=True)
class Turn:
    """A place on which the advice turns: where it is, and what would change there."""

    link: Link
    text: str


def turns(names: Names) -> tuple[tuple[Turn, ...], str]:
    """The first places in programme order, and a sentence that counts the others (empty when there are none)."""
    at = stage(names.advice)
    every = tuple(_lacking(names)) if at is Stage.COVERAGE else tuple(_deciding(names))
    more = len(every) - _SHOWN
    return every[:_SHOWN], names.language.say_count("turns.more", more) if more > 0 else ""


def changes_to_evidence(outcome: OutcomeAdvice, names: Names) -> tuple[str, ...]:
    """What the file of an outcome still lacks, in sentences; what assessors must do is left out."""
    return tuple(
        words.finding_text(change, names, outcome=outcome)
        for change in outcome.missing
        if change.code not in _BY_PEOPLE
    )


def _lacking(names: Names) -> Iterator[Turn]:
    for outcome in every_claimed(names.advice):
        if outcome.coverage is not Coverage.COVERED:
            link = Link(names.outcome(outcome.id), outcome_key(outcome.id))
            yield Turn(link, _first(changes_to_evidence(outcome, names), names))


def _first(changes: tuple[str, ...], names: Names) -> str:
    """The first changes, which are the least work, and a count of the others."""
    more = len(changes) - _CHANGES_SHOWN
    counted = (names.language.say_count("turns.more-changes", more),) if more > 0 else ()
    return " ".join((*changes[:_CHANGES_SHOWN], *counted))


def _deciding(names: Names) -> Iterator[Turn]:
    for unit in names.advice.units:
        yield from _proof(unit, names)
        for outcome in claimed(unit):
            yield from _open(outcome, names)
            yield from _one_change_away(outcome, unit, names)
    yield from _unused(names)


def _proof(unit: UnitAdvice, names: Names) -> Iterator[Turn]:
    if any(reason.code is UnitReason.PROOF_NOT_VERIFIED for reason in unit.reasons):
        text = names.language.say("turns.proof", {"unit": names.unit(unit.id), "credits": unit_measured(unit, names)})
        yield from (Turn(Link(names.item(item), item_key(item)), text) for item in unit.proof)


def _open(outcome: OutcomeAdvice, names: Names) -> Iterator[Turn]:
    """Criteria that keep an outcome open, each with its reason."""
    if outcome.label is not Label.OPEN:
        return
    for criterion in outcome.criteria:
        if criterion.verdict is Verdict.OPEN:
            values = {"outcome": names.outcome(outcome.id), "criterion": criterion.id}
            place = Link(names.language.say("turns.criterion", values), criterion_key(outcome.id, criterion.id))
            yield Turn(place, " ".join(words.finding_text(reason, names) for reason in criterion.reasons))


def _one_change_away(outcome: OutcomeAdvice, unit: UnitAdvice, names: Names) -> Iterator[Turn]:
    """An outcome not met that one change would turn; and the whole unit, when it was the last."""
    if outcome.verdict is not Verdict.NOT_MET or len(outcome.missing) != 1:
        return
    change = outcome.missing[0]
    if change.code is Change.CANNOT_BE_MET:
        return
    text = words.finding_text(change, names, outcome=outcome)
    others = [each for each in unit.outcomes if each is not outcome]
    if all(each.label is Label.DEMONSTRATED for each in others):
        last = names.language.say("turns.last", {"unit": names.unit(unit.id), "credits": unit_measured(unit, names)})
        text = f"{text} {last}"
    yield Turn(Link(names.outcome(outcome.id), outcome_key(outcome.id)), text)


def _unused(names: Names) -> Iterator[Turn]:
    """Evidence that is cited and counts for no outcome at all, in one line."""
    against: dict[str, str] = {}
    counts: set[str] = set()
    for outcome in every_claimed(names.advice):
        against |= {item: why for item, why in set_aside(outcome).items() if item not in against}
        counts |= {item.id for item in outcome.evidence if item.admissible}
    unused = [item.id for item in names.advice.evidence if item.id in against and item.id not in counts]
    if unused:
        say = names.language.say
        first = unused[:_ITEMS_SHOWN] if len(unused) > _ITEMS_SHOWN + 1 else unused
        why = {item: brief(against[item], names) for item in first}
        shown = [say("turns.unused.item", {"id": item, "title": names.items[item], "why": why[item]}) for item in first]
        if more := len(unused) - len(first):
            shown.append(names.language.say_count("turns.unused.more", more))
        text = names.language.say_count("turns.unused", len(unused), {"items": names.language.list(shown)})
        yield Turn(Link(say("report.register"), "register"), text)
