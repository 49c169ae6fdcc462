"""The bar on page one: how the EC of the programme, or the claimed outcomes, divide over at most four parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evc.model.advice import Coverage, Recommendation, UnitAdvice
from evc.model.findings import UnitReason
from evc.reporting.extent import awarded, extent, measured, whole
from evc.reporting.names import Names
from evc.reporting.view.common import Stage, every_claimed, stage
from evc.reporting.words import Investigation, investigation, none_reason

# The bar is drawn in a box this wide; positions are whole numbers in it, so that equal advice is equal bytes.
WIDTH = 1000

NEVER_ASKED = (UnitReason.NOT_CLAIMED, UnitReason.NOT_EXEMPTIBLE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: its pattern, its place in the box, and its line in the legend."""

    kind: str
    x: int
    width: int
    amount: str
    word: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The parts from left to right; `description` says them as one sentence for who cannot see them."""

    title: str
    description: str
    parts: tuple[Part, ...]


def bar(names: Names) -> Bar | None:
    """Outcomes by coverage before any assessor, else EC by what is advised; None when there is nothing to divide."""
    language = names.language
    if stage(names.advice) is Stage.COVERAGE:
        title = language.say("bar.title.coverage")
        amounts = tuple(_coverage(names))
    else:
        title = language.say("bar.title.advice", {"credits": measured(whole(names.advice), names)})
        amounts = tuple(_credits(names))
    parts = tuple(_placed(amounts))
    if not parts:
        return None
    description = language.say("sentence", {"text": language.list([f"{part.amount} {part.word}" for part in parts])})
    return Bar(title, description, parts)


def _placed(amounts: tuple[tuple[str, Decimal, str, str], ...]) -> Iterator[Part]:
    """Amounts laid end to end; rounding the ends and not the widths keeps the bar whole."""
    whole = sum((amount for _, amount, _, _ in amounts), Decimal())
    before = Decimal()
    for kind, amount, shown, word in amounts:
        if amount <= 0:
            continue
        start, end = (round(WIDTH * edge / whole) for edge in (before, before + amount))
        before += amount
        yield Part(kind, start, end - start, shown, word)


def _coverage(names: Names) -> Iterator[tuple[str, Decimal, str, str]]:
    outcomes = every_claimed(names.advice)
    for coverage, kind in ((Coverage.COVERED, "covered"), (Coverage.PARTLY, "partly"), (Coverage.NOT, "uncovered")):
        count = sum(outcome.coverage is coverage for outcome in outcomes)
        yield kind, Decimal(count), str(count), names.language.say(f"coverage.{coverage.value}")


def _credits(names: Names) -> Iterator[tuple[str, Decimal, str, str]]:
    """Advised, first something else, not now, and the rest: not claimed, not exemptible, or outside the units."""
    advice, say = names.advice, names.language.say
    first = [unit for unit in advice.units if unit.recommendation is Recommendation.INVESTIGATE]
    later = [unit for unit in advice.units if _not_now(unit)]
    award, investigate, not_now = awarded(advice), extent(first, advice), extent(later, advice)
    rest = whole(advice) - award - investigate - not_now
    for kind, amount, word in (
        ("award", award, say("bar.award")),
        ("first", investigate, _first_word(first, names)),
        ("later", not_now, say("bar.not-now")),
        ("rest", rest, _rest_word(names)),
    ):
        yield kind, amount, measured(amount, names), word


def _not_now(unit: UnitAdvice) -> bool:
    if unit.recommendation is Recommendation.NONE:
        return none_reason(unit) not in NEVER_ASKED
    return unit.recommendation is Recommendation.PARTIAL


def _first_word(units: list[UnitAdvice], names: Names) -> str:
    kinds = {investigation(unit) for unit in units}
    only = next(iter(kinds)).value if len(kinds) == 1 else Investigation.INTERVIEW.value + "-or-other"
    return names.language.say(f"bar.first.{only}")


def _rest_word(names: Names) -> str:
    advice, say = names.advice, names.language.say
    never = {none_reason(unit) for unit in advice.units if unit.recommendation is Recommendation.NONE}
    kinds = [reason.value for reason in NEVER_ASKED if reason in never]
    if extent(advice.units, advice) < whole(advice):
        kinds.append("outside")
    return say(f"bar.rest.{'.'.join(kinds)}")
