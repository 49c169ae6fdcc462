"""What another version of the rubrics does, in words: a dossier, its units, its outcomes, and the rule that did it."""

from collections.abc import Iterator
from decimal import Decimal

from evc.language import Language
from evc.model.advice import Advice, CriterionResult, OutcomeAdvice, RuleResult, UnitAdvice
from evc.model.impact import (
    AdviceChange,
    CriterionCause,
    CriterionMoved,
    Impact,
    ItemMoved,
    OutcomeChange,
    RuleMoved,
    UnitCause,
    UnitChange,
    Unjudged,
)
from evc.model.value import value
from evc.reporting import words
from evc.reporting.facts import plain_decimal
from evc.reporting.names import Names, names_of
from evc.reporting.show import show


@value
class Sides:
    """The names under the old and under the new rubrics, and the arrow between them."""

    old: Names
    new: Names
    arrow: str

    @property
    def language(self) -> Language:
        """The language of both."""
        return self.new.language

    def turn(self, before: str, after: str) -> str:
        """From what to what."""
        return before if before == after else f"{before} {self.arrow} {after}"


def render(impact: Impact, language: Language, *, ascii: bool) -> str:  # noqa: A002 - it says it best
    """The whole of it: each dossier that changes, those that could not be judged, and the sums."""
    arrow = "->" if ascii else "→"
    names = {"old": impact.old, "new": impact.new, "arrow": arrow}
    blocks = [language.say_count("impact.heading", impact.dossiers, names)]
    blocks += ["\n".join(_dossier(change, language, arrow)) for change in impact.changed]
    if impact.unjudged:
        blocks.append("\n".join(_unjudged(each, language) for each in impact.unjudged))
    blocks.append("\n".join(_sums(impact, language, arrow)))
    return "\n\n".join("\n".join(map(show, block.split("\n"))) for block in blocks)


def _dossier(change: AdviceChange, language: Language, arrow: str) -> Iterator[str]:
    old, new = (names_of(advice, language, plain=True) for advice in (change.before, change.after))
    sides = Sides(old, new, arrow)
    before, after = (plain_decimal(advice.credits.awarded) for advice in (change.before, change.after))
    facts = {"dossier": change.dossier, "candidate": change.after.candidate.id, "credits": sides.turn(before, after)}
    yield language.say("impact.dossier", facts)
    remaining = [advice.credits.remaining for advice in (change.before, change.after)]
    if not change.units and remaining[0] != remaining[1]:
        turn = sides.turn(*map(plain_decimal, remaining))
        yield f"  {language.say('impact.remaining', {'credits': turn})}"
    for unit in change.units:
        yield from (f"  {line}" for line in _unit(unit, sides))


def _unit(change: UnitChange, sides: Sides) -> Iterator[str]:
    turn = sides.turn(advised(change.before, sides.old), advised(change.after, sides.new))
    title = (sides.new if change.after else sides.old).unit(change.id)
    yield sides.language.say("impact.unit", {"unit": change.id, "title": title, "turn": turn})
    for cause in change.causes:
        if cause is not UnitCause.OUTCOMES_JUDGED:
            yield f"  {unit_cause(cause, change, sides)}"
    for outcome in change.outcomes:
        yield from (f"  {line}" for line in _outcome(outcome, sides))


def advised(unit: UnitAdvice | None, names: Names) -> str:
    """What is advised for a unit, with the ground of an award."""
    if unit is None:
        return names.language.say("impact.absent")
    word = words.recommendation_word(unit, names.language)
    return f"{word} ({words.basis_word(unit.basis, names.language)})" if unit.basis else word


def unit_cause(cause: UnitCause, change: UnitChange, sides: Sides) -> str:
    """What of the unit itself is otherwise."""
    before, after = (plain_decimal(unit.credits) if unit else "" for unit in (change.before, change.after))
    return sides.language.say(f"impact.unit.{cause.value}", {"credits": sides.turn(before, after)})


def _outcome(change: OutcomeChange, sides: Sides) -> Iterator[str]:
    old, new = (_label(outcome, sides.language) for outcome in (change.before, change.after))
    title = (sides.new if change.after else sides.old).outcome(change.id)
    turn = sides.turn(old, new)
    if old == new and change.before and change.after and change.before.coverage is not change.after.coverage:
        covered = [words.coverage_word(each.coverage, sides.language) for each in (change.before, change.after)]
        turn = f"{old}, {sides.turn(*covered)}"
    yield sides.language.say("impact.outcome", {"outcome": change.id, "title": title, "turn": turn})
    yield from (f"  {cause}" for cause in causes(change, sides))


def _label(outcome: OutcomeAdvice | None, language: Language) -> str:
    return language.say("impact.absent") if outcome is None else words.label_word(outcome.label, language)


def causes(change: OutcomeChange, sides: Sides) -> Iterator[str]:
    """Every rule, criterion and item that made an outcome come out otherwise."""
    for rule in change.rules:
        yield rule_cause(rule, change, sides)
    for criterion in change.criteria:
        yield criterion_cause(criterion, change, sides)
    for item in change.items:
        yield item_cause(item, sides)


def rule_cause(moved: RuleMoved, change: OutcomeChange, sides: Sides) -> str:
    """A rule before and after: what it asked, what was there, and whether that was enough."""
    say = sides.language.say
    given = moved.after or moved.before
    name = words.rule_name(given, sides.language) if given else ""
    before = _rule(moved.before, change.before, sides.old)
    after = _rule(moved.after, change.after, sides.new)
    return say("impact.rule", {"rule": name, "turn": sides.turn(before, after)})


def _rule(rule: RuleResult | None, outcome: OutcomeAdvice | None, names: Names) -> str:
    if rule is None or outcome is None:
        return names.language.say("impact.rule.absent")
    facts = {
        "required": words.rule_required(rule, names),
        "found": words.rule_found(rule, outcome, names),
        "verdict": words.rule_verdict_word(rule.verdict, names.language),
    }
    return names.language.say("impact.rule.asked", facts)


def criterion_cause(moved: CriterionMoved, change: OutcomeChange, sides: Sides) -> str:
    """A criterion before and after, and what of it is otherwise."""
    either = moved.after or moved.before
    name = (sides.new if moved.after else sides.old).criterion(change.id, either.id) if either else ""
    before, after = (_verdict(each, sides.language) for each in (moved.before, moved.after))
    whys = [_why(cause, moved, sides) for cause in moved.causes]
    facts = {"criterion": name, "turn": sides.turn(before, after), "why": "; ".join(whys)}
    return sides.language.say("impact.criterion", facts)


def _verdict(criterion: CriterionResult | None, language: Language) -> str:
    return language.say("impact.absent") if criterion is None else words.verdict_word(criterion.verdict, language)


def _why(cause: CriterionCause, moved: CriterionMoved, sides: Sides) -> str:
    key = f"impact.criterion.{cause.value}"
    if moved.before is None or moved.after is None:
        return sides.language.say(key)
    before, after = moved.before, moved.after
    match cause:
        case CriterionCause.MANDATORY:
            return sides.language.say(f"{key}.{'now' if after.mandatory else 'no-longer'}")
        case CriterionCause.PASS:
            turn = sides.turn(sides.old.level(before.pass_level), sides.new.level(after.pass_level))
        case CriterionCause.ITEMS_ASKED:
            turn = sides.turn(str(before.required), str(after.required))
        case CriterionCause.ITEMS_COUNTED:
            turn = sides.turn(str(len(before.admissible)), str(len(after.admissible)))
        case _:
            return _ratings(key, moved.after, sides)
    return sides.language.say(key, {"turn": turn})


def _ratings(key: str, after: CriterionResult, sides: Sides) -> str:
    """The programme counts the ratings otherwise: its scale, its number of assessors, or when they agree."""
    reasons = [words.finding_text(reason, sides.new) for reason in after.reasons]
    return f"{sides.language.say(key)}: {' '.join(reasons)}" if reasons else sides.language.say(key)


def item_cause(moved: ItemMoved, sides: Sides) -> str:
    """An item that no longer counts, or counts now, and why it does not."""
    out = not moved.after.admissible
    item, names = (moved.after, sides.new) if out else (moved.before, sides.old)
    facts = {"evidence": item.id, "reason": words.item_text(item, names)}
    return sides.language.say("impact.item.out" if out else "impact.item.in", facts)


def _unjudged(each: Unjudged, language: Language) -> str:
    under = "both" if each.under_old and each.under_new else "old" if each.under_old else "new"
    return language.say(f"impact.unjudged.{under}", {"dossier": each.dossier})


def _sums(impact: Impact, language: Language, arrow: str) -> Iterator[str]:
    changed, unjudged = len(impact.changed), len(impact.unjudged)
    same = impact.dossiers - changed - unjudged
    yield language.say("impact.sum", {"changed": changed, "same": same, "unjudged": unjudged})
    for (before, after), count in impact.turns.items():
        old, new = (language.say(f"impact.advice.{each or 'absent'}") for each in (before, after))
        yield "  " + language.say_count("impact.turn", count, {"turn": f"{old} {arrow} {new}"})
    if impact.changed:
        old, new = (plain_decimal(awarded) for awarded in credits_awarded(impact))
        yield language.say("impact.credits", {"turn": f"{old} {arrow} {new}" if old != new else old})


def credits_awarded(impact: Impact) -> tuple[Decimal, Decimal]:
    """EC advised to the dossiers that change, before and after."""

    def total(advices: Iterator[Advice]) -> Decimal:
        return sum((advice.credits.awarded for advice in advices), Decimal())

    return total(each.before for each in impact.changed), total(each.after for each in impact.changed)
