"""The personal learning route: what remains after this advice, in an order that follows the programme."""

from dataclasses import dataclass
from decimal import Decimal

from evc.model.advice import Label, RouteStep
from evc.reporting import words
from evc.reporting.names import Names
from evc.reporting.view.common import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Step:
    """A unit still to follow: where it is learned, what of it remains, and what comes first."""

    number: int
    id: str
    title: Phrase
    where: str
    what: str
    after: str
    credits: str


@dataclass(frozen=True, slots=True)
class Route:
    """The steps, and the EC that no unit of the programme carries (a sentence, or empty)."""

    intro: str
    steps: tuple[Step, ...]
    outside: str


def route(names: Names) -> Route:
    """What remains."""
    advice, say = names.advice, names.language.say
    listed = sum((step.credits for step in advice.route), Decimal())
    outside = advice.credits.remaining - listed
    remaining = {"credits": names.amount(advice.credits.remaining)}
    return Route(
        intro=say("route.intro" if advice.route else "route.nothing", remaining),
        steps=tuple(_step(number, step, names) for number, step in enumerate(advice.route, start=1)),
        outside=say("route.outside", {"credits": names.amount(outside)}) if outside > 0 and advice.route else "",
    )


def _step(number: int, step: RouteStep, names: Names) -> Step:
    after = names.language.list(step.after)
    return Step(
        number=number,
        id=step.unit,
        title=phrase(step.title, names),
        where=words.setting_word(step.setting, names.language),
        what=_what(step, names),
        after=names.language.say("route.after", {"units": after}) if after else "",
        credits=names.amount(step.credits),
    )


def _what(step: RouteStep, names: Names) -> str:
    """The whole unit, or what is left of it when something is demonstrated already."""
    done = [names.text(outcome.title) for outcome in step.outcomes if outcome.label is Label.DEMONSTRATED]
    left = [names.text(outcome.title) for outcome in step.outcomes if outcome.label is not Label.DEMONSTRATED]
    say = names.language.say
    if not done:
        return say("route.whole")
    if not left:
        return say("route.demonstrated")
    return say("route.left", {"left": names.language.list(left), "done": names.language.list(done)})
