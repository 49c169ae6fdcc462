"""The one sentence that answers the question: what is advised, or what the evidence covers."""

from decimal import Decimal

from evc.model.advice import Coverage, Recommendation
from evc.reporting.names import Names
from evc.reporting.view.common import Stage, every_claimed, stage
from evc.reporting.words import Investigation, investigation


def headline(names: Names) -> str:
    """Of an advice; the programme that asks no ratings is said to, because nobody judged the quality then."""
    if not any(True for _ in _answered(names)):
        return names.language.say("headline.nothing-claimed")
    match stage(names.advice):
        case Stage.COVERAGE:
            return _coverage(names)
        case Stage.EVIDENCE_ONLY:
            which = "rated" if names.advice.assessors else "unrated"
            return f"{_advised(names)} {names.language.say(f'headline.evidence-only.{which}')}"
        case Stage.RATED:
            return _advised(names)


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
    awarded = names.advice.credits.awarded
    values = {"awarded": names.amount(awarded)}
    what = "award" if awarded else "none"
    if not first:
        return language.say(f"headline.{what}", values)
    (kind, total), *others = first
    sentences = [language.say(f"headline.{what}.{kind.value}", {**values, "credits": names.amount(total)})]
    sentences += [language.say(f"headline.also.{each.value}", {"credits": names.amount(also)}) for each, also in others]
    return " ".join(sentences)


def to_investigate(names: Names, kind: Investigation) -> Decimal:
    """The EC of the units for which this must be done first."""
    return sum(
        (
            unit.credits
            for unit in names.advice.units
            if unit.recommendation is Recommendation.INVESTIGATE and investigation(unit) is kind
        ),
        Decimal(),
    )
