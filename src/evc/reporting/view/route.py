"""The personal learning route: what remains after this advice, in an order that follows the programme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evc.model.advice import Label, RouteStep
from evc.reporting import words
from evc.reporting.extent import awarded, extent, measured, whole
from evc.reporting.names import Names
from evc.reporting.view.bar import WIDTH
from evc.reporting.view.common import Phrase, Stage, phrase, stage

# What is advised already stands first in the picture.
_DONE = "award"


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
class Stretch:
    """A stretch of the way: its pattern says where it is learned, its width how much it is; `mark` is its number."""

    kind: str
    x: int
    middle: int
    width: int
    mark: str


@dataclass(frozen=True, slots=True)
class Way:
    """The route as a picture: from what is advised already to the last unit; `legend` are its patterns in words."""

    title: str
    description: str
    stretches: tuple[Stretch, ...]
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Route:
    """The steps, what no unit of the programme carries (a sentence, or empty), and the picture of the steps."""

    intro: str
    steps: tuple[Step, ...]
    outside: str
    way: Way | None


def route(names: Names) -> Route:
    """What remains."""
    advice, say = names.advice, names.language.say
    left = whole(advice) - awarded(advice)
    outside = left - extent(advice.route, advice)
    about = "coverage" if stage(advice) is Stage.COVERAGE else "advice"
    remaining = {"credits": measured(left, names)}
    return Route(
        intro=say(f"route.intro.{about}" if advice.route else "route.nothing", remaining),
        steps=tuple(_step(number, step, names) for number, step in enumerate(advice.route, start=1)),
        outside=say("route.outside", {"credits": measured(outside, names)}) if outside > 0 and advice.route else "",
        way=_way(names) if advice.route else None,
    )


def _way(names: Names) -> Way | None:
    """Everything that has a size, laid end to end."""
    advice, say = names.advice, names.language.say
    sizes = [(_DONE, "", awarded(advice))]
    sizes += [(step.setting.value, str(n), extent((step,), advice)) for n, step in enumerate(advice.route, start=1)]
    total = sum((size for _, _, size in sizes), Decimal())
    if not total:
        return None
    steps = [
        say("route.way.step", {"number": mark, "where": say(f"setting.{kind}"), "credits": measured(size, names)})
        for kind, mark, size in sizes
        if kind != _DONE
    ]
    occurring = dict.fromkeys(kind for kind, _, size in sizes if size)
    legend = tuple((kind, say("route.way.done" if kind == _DONE else f"setting.{kind}")) for kind in occurring)
    description = say("sentence", {"text": names.language.list(steps)})
    return Way(say("route.way.title"), description, tuple(_stretches(sizes, total)), legend)


def _stretches(sizes: Sequence[tuple[str, str, Decimal]], total: Decimal) -> Iterator[Stretch]:
    """Rounded at their ends, so that no gap or overlap arises."""
    before = Decimal()
    for kind, mark, size in sizes:
        start, end = (round(WIDTH * edge / total) for edge in (before, before + size))
        before += size
        if end > start:
            yield Stretch(kind, start, (start + end) // 2, end - start, mark)


def _step(number: int, step: RouteStep, names: Names) -> Step:
    after = names.language.list(step.after)
    return Step(
        number=number,
        id=step.unit,
        title=phrase(step.title, names),
        where=words.setting_word(step.setting, names.language),
        what=_what(step, names),
        after=names.language.say("route.after", {"units": after}) if after else "",
        credits=names.amount(extent((step,), names.advice)),
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
