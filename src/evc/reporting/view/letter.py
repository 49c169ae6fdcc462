"""The parts of the letter to the candidate: what was asked, the answer, and what was shown or is not sure yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evc.model.advice import (
    Basis,
    Coverage,
    CriterionResult,
    Label,
    OutcomeAdvice,
    Recommendation,
    UnitAdvice,
)
from evc.model.findings import Condition, CriterionReason, UnitReason
from evc.model.verdict import Verdict
from evc.reporting.names import Names
from evc.reporting.view.common import Phrase, Stage, claimed, every_claimed, phrase, stage
from evc.reporting.view.headline import to_investigate
from evc.reporting.words import Investigation, investigation


@dataclass(frozen=True, slots=True)
class LetterItem:
    """One thing the letter speaks of: its title, its EC (or empty), sentences, steps to take, and what follows then."""

    title: Phrase
    amount: str
    paragraphs: tuple[str, ...]
    steps: tuple[str, ...]
    after: str


@dataclass(frozen=True, slots=True)
class LetterSection:
    """A part under its own heading; `key` tells which, and `ordered` whether the order of the points says something."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[LetterItem, ...]
    ordered: bool


def has_credits(names: Names) -> bool:
    """Whether the programme counts in EC; some have none."""
    return names.advice.credits.programme > 0


def opening(names: Names) -> tuple[str, ...]:
    """What was handed in and who looked at it, before anything else."""
    advice, say = names.advice, names.language.say
    values = {"submitted": names.day(advice.submitted), "programme": names.text(advice.programme.title)}
    handed_in = say("letter.submitted", values)
    if not every_claimed(advice):
        return (handed_in,)
    match stage(advice):
        case Stage.COVERAGE:
            return handed_in, say("letter.looked.coverage")
        case Stage.EVIDENCE_ONLY:
            return handed_in, say("letter.looked.evidence-only")
        case Stage.RATED:
            return handed_in, names.language.say_count("letter.looked.rated", len(advice.assessors))


def answer(names: Names) -> tuple[str, ...]:
    """The answer in a few sentences, the most important first."""
    if not _answered(names):
        return (names.language.say("letter.answer.nothing"),)
    if stage(names.advice) is Stage.COVERAGE:
        return (_covered(names),)
    return tuple(_credits(names)) if has_credits(names) else (_units(names),)


def _answered(names: Names) -> bool:
    return bool(every_claimed(names.advice)) or any(unit.proof for unit in names.advice.units)


def _covered(names: Names) -> str:
    outcomes = every_claimed(names.advice)
    covered = sum(outcome.coverage is Coverage.COVERED for outcome in outcomes)
    return names.language.say_count("letter.answer.coverage", len(outcomes), {"covered": covered})


def _units(names: Names) -> str:
    """Of a programme without EC: how many of the units that were asked."""
    asked = [unit for unit in names.advice.units if claimed(unit) or unit.proof]
    done = sum(unit.recommendation is Recommendation.AWARD for unit in asked)
    return names.language.say_count("letter.answer.units", len(asked), {"done": done})


def _credits(names: Names) -> Iterator[str]:
    """The EC that are advised, then those that wait for something, then what an EC is."""
    advice, say = names.advice, names.language.say
    awarded = advice.credits.awarded
    yield say("letter.answer.award" if awarded else "letter.answer.none", {"credits": names.amount(awarded)})
    said = bool(awarded)
    for kind in Investigation:
        if total := to_investigate(names, kind):
            yield say(f"letter.answer.{'also' if said else 'first'}.{kind.value}", {"credits": names.amount(total)})
            said = True
    if advice.programme.maximum and any(each.code is Condition.ABOVE_MAXIMUM for each in advice.conditions):
        yield say("letter.answer.maximum", {"credits": names.amount(advice.programme.maximum.credits)})
    yield say("letter.answer.ec", {"credits": names.amount(advice.credits.programme)})


def shown(names: Names) -> LetterSection | None:
    """What was shown: units that are advised, and outcomes of other units; before any assessor, what is covered."""
    say = names.language.say
    if stage(names.advice) is Stage.COVERAGE:
        covered = [each for each in every_claimed(names.advice) if each.coverage is Coverage.COVERED]
        items = tuple(LetterItem(phrase(each.title, names), "", (), (), "") for each in covered)
        return section("covered", (say("letter.covered.then"),), items, names)
    units = [unit for unit in names.advice.units if unit.recommendation is Recommendation.AWARD]
    rated = sum(_is_rated(unit, names) for unit in units) > 1
    hoisted = (names.language.say_count("letter.shown.unless", len(names.advice.assessors)),) if rated else ()
    items = (*(_awarded(unit, names, hoisted=rated) for unit in units), *_beside(names))
    return section("shown", hoisted, items, names)


def section(
    key: str, paragraphs: tuple[str, ...], items: tuple[LetterItem, ...], names: Names, *, ordered: bool = False
) -> LetterSection | None:
    """A part of the letter; None when there is nothing to put in it."""
    if not items:
        return None
    return LetterSection(key, names.language.say(f"letter.section.{key}"), paragraphs, items, ordered)


def amount(unit: UnitAdvice, names: Names) -> str:
    """The EC of a unit; nothing where the programme has none."""
    return names.language.say("credits.all", {"credits": names.amount(unit.credits)}) if has_credits(names) else ""


def _is_rated(unit: UnitAdvice, names: Names) -> bool:
    return unit.basis is Basis.VALIDATION and stage(names.advice) is Stage.RATED


def _awarded(unit: UnitAdvice, names: Names, *, hoisted: bool) -> LetterItem:
    """Why a unit is advised, by its basis; what was said above of all that were rated (`hoisted`) is not repeated."""
    say = names.language.say
    if hoisted and _is_rated(unit, names):
        return LetterItem(phrase(unit.title, names), amount(unit, names), (), (), "")
    match unit.basis:
        case Basis.STANDARD_EXEMPTION:
            values = {"proof": names.every_item(unit.exempted_by)}
            text = names.language.say_count("letter.shown.proof", len(unit.exempted_by), values)
        case Basis.EXEMPTION:
            text = say("letter.shown.formal")
        case _ if stage(names.advice) is Stage.EVIDENCE_ONLY:
            text = say("letter.shown.evidence")
        case _:
            text = names.language.say_count("letter.shown.rated", len(names.advice.assessors))
    return LetterItem(phrase(unit.title, names), amount(unit, names), (text,), (), "")


def _beside(names: Names) -> Iterator[LetterItem]:
    """Outcomes that were shown although their unit is not advised, and why that gives no EC yet."""
    for unit in names.advice.units:
        if unit.recommendation is Recommendation.AWARD:
            continue
        left = [names.text(each.title) for each in unit.outcomes if each.label is not Label.DEMONSTRATED]
        for outcome in claimed(unit):
            if outcome.label is Label.DEMONSTRATED:
                values = {"unit": names.unit(unit.id), "left": names.language.list(left)}
                text = names.language.say(_no_credits(unit, names), values)
                yield LetterItem(phrase(outcome.title, names), "", (text,), (), "")


def _no_credits(unit: UnitAdvice, names: Names) -> str:
    if any(reason.code is UnitReason.NOT_EXEMPTIBLE for reason in unit.reasons):
        return "letter.shown.not-exemptible"
    return "letter.shown.outcome" if has_credits(names) else "letter.shown.outcome.no-credits"


def unsure(names: Names) -> LetterSection | None:
    """What must be found out first: proof to be checked, judgements to be given, or an interview."""
    items = tuple(item for unit in names.advice.units if (item := _unsure(unit, names)) is not None)
    return section("unsure", (), items, names)


def _unsure(unit: UnitAdvice, names: Names) -> LetterItem | None:
    """A unit of which something is open; in words that blame nobody."""
    sentences = list(_proof(unit, names))
    if stage(names.advice) is not Stage.COVERAGE:
        for outcome in claimed(unit):
            if outcome.label is Label.OPEN:
                sentences += _open(outcome, names)
    for reason in unit.reasons:
        if reason.code is UnitReason.OUTCOMES_NOT_CLAIMED and sentences:
            absent = [names.text(each.title) for each in unit.outcomes if each.label is Label.NOT_CLAIMED]
            sentences.append(names.language.say("letter.unsure.rest", {"outcomes": names.language.list(absent)}))
    if not sentences or unit.recommendation is Recommendation.AWARD:
        return None
    waits = unit.recommendation is Recommendation.INVESTIGATE
    return LetterItem(phrase(unit.title, names), amount(unit, names) if waits else "", tuple(sentences), (), "")


def _proof(unit: UnitAdvice, names: Names) -> Iterator[str]:
    if unit.recommendation is Recommendation.INVESTIGATE and investigation(unit) is Investigation.PROOF:
        values = {"proof": names.every_item(unit.proof)}
        yield names.language.say_count("letter.unsure.proof", len(unit.proof), values)


def _open(outcome: OutcomeAdvice, names: Names) -> Iterator[str]:
    """On what assessors differ, and what nobody has judged enough yet."""
    still = [each for each in outcome.criteria if each.verdict is Verdict.OPEN]
    unrated = [each for each in still if _has(each, CriterionReason.TOO_FEW_RATINGS)]
    differing = [each for each in still if each not in unrated]
    if differing:
        yield names.language.say("letter.unsure.interview", {"what": told(outcome, differing, names)})
    if unrated:
        yield names.language.say("letter.unsure.ratings", {"what": told(outcome, unrated, names)})


def told(outcome: OutcomeAdvice, criteria: Sequence[CriterionResult], names: Names) -> str:
    """Criteria with their titles, behind the outcome that they are of: a letter has no table to look an id up in."""
    shown = names.language.list([names.criterion(outcome.id, each.id) for each in criteria])
    return names.language.say("letter.criteria", {"outcome": names.outcome(outcome.id), "criteria": shown})


def _has(criterion: CriterionResult, code: CriterionReason) -> bool:
    return any(reason.code is code for reason in criterion.reasons)
