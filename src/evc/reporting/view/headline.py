"""The sentences that answer the question: what is advised, or what the evidence covers; and what to heed in it."""

from collections.abc import Iterator
from decimal import Decimal

from evc.model.advice import Coverage, Recommendation
from evc.model.findings import Condition
from evc.reporting.extent import awarded, extent, measured
from evc.reporting.facts import amount
from evc.reporting.names import Names
from evc.reporting.view.common import Stage, every_claimed, stage
from evc.reporting.words import Investigation, condition_texts, investigation

# Conditions that the headline says in full.
_SAID = (Condition.ABOVE_MAXIMUM, Condition.EVIDENCE_ONLY)


def headline(names: Names) -> str:
    """Of an advice; the programme that asks no ratings is said to, because nobody judged the quality then."""
    if not any(True for _ in _answered(names)):
        return names.language.say("headline.nothing-claimed")
    return " ".join((*_answer(names), *_heed(names)))


def _answer(names: Names) -> Iterator[str]:
    match stage(names.advice):
        case Stage.COVERAGE:
            yield _coverage(names)
        case Stage.EVIDENCE_ONLY:
            yield _advised(names)
            yield names.language.say(f"headline.evidence-only.{'rated' if names.advice.assessors else 'unrated'}")
        case Stage.RATED:
            yield _advised(names)


def _heed(names: Names) -> Iterator[str]:
    """That more is advised than may be, and how many other conditions stand below."""
    language = names.language
    others = [each for each in names.advice.conditions if each.code not in _SAID]
    for each in names.advice.conditions:
        if each.code is Condition.ABOVE_MAXIMUM:
            maximum = measured(amount(each.data, "maximum"), names)
            yield language.say("headline.above-maximum", {"maximum": maximum})
    if count := len(condition_texts(others, names)):
        yield language.say_count("headline.conditions", count)


def _answered(names: Names) -> tuple[object, ...]:
    """What there is to say something about: claimed outcomes, and units with formal proof."""
    return (*every_claimed(names.advice), *(unit for unit in names.advice.units if unit.proof))


def _coverage(names: Names) -> str:
    outcomes = every_claimed(names.advice)
    covered = sum(outcome.coverage is Coverage.COVERED for outcome in outcomes)
    return names.language.say_count("headline.coverage", len(outcomes), {"covered": covered})


def _advised(names: Names) -> str:
    """The award with the first thing to be done, and a sentence for each other thing."""
    language = names.language
    first = [(each, total) for each in Investigation if (total := to_investigate(names, each))]
    total_awarded = awarded(names.advice)
    values = {"awarded": measured(total_awarded, names)}
    what = "award" if total_awarded else "none"
    if not first:
        return language.say(f"headline.{what}", values)
    (kind, total), *others = first
    sentences = [language.say(f"headline.{what}.{kind.value}", {**values, "credits": measured(total, names)})]
    for each, also in others:
        sentences.append(language.say(f"headline.also.{each.value}", {"credits": measured(also, names)}))
    return " ".join(sentences)


def to_investigate(names: Names, kind: Investigation) -> Decimal:
    """How much the units are worth for which this must be done first."""
    units = (
        unit
        for unit in names.advice.units
        if unit.recommendation is Recommendation.INVESTIGATE and investigation(unit) is kind
    )
    return extent(units, names.advice)
