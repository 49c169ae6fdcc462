"""Credits of the whole programme, and the route through what remains (DESIGN §4, *Programme*, *Route*)."""

from collections.abc import Sequence
from decimal import Decimal
from heapq import heappop, heappush

from evc.model.advice import Credits, Recommendation, RouteOutcome, RouteStep, UnitAdvice
from evc.model.ids import UnitId
from evc.model.programme import Programme, Unit


def add_credits(programme: Programme, units: Sequence[UnitAdvice]) -> Credits:
    """What is advised to be awarded and what remains; credits outside the units count as remaining."""
    awarded = sum((unit.credits for unit in units if unit.recommendation is Recommendation.AWARD), Decimal())
    return Credits(programme.credits, awarded, programme.credits - awarded)


def route(programme: Programme, units: Sequence[UnitAdvice]) -> tuple[RouteStep, ...]:
    """The personal learning route: again and again the first unit whose `after` are all awarded or listed.

    `after` never blocks an award; it only orders what is still to follow, non-exemptible units too.
    """
    advised = {unit.id: unit for unit in units}
    following = [unit for unit in programme.units if advised[unit.id].recommendation is not Recommendation.AWARD]
    to_follow = {unit.id for unit in following}
    waits = {unit.id: len({before for before in unit.after if before in to_follow}) for unit in following}
    opens: dict[UnitId, list[int]] = {}
    for place, unit in enumerate(following):
        for before in set(unit.after) & to_follow:
            opens.setdefault(before, []).append(place)
    ready = [place for place, unit in enumerate(following) if not waits[unit.id]]
    steps: list[RouteStep] = []
    while ready:
        unit = following[heappop(ready)]
        steps.append(_step(unit, advised[unit.id], tuple(before for before in unit.after if before in to_follow)))
        for place in opens.get(unit.id, ()):
            waits[following[place].id] -= 1
            if not waits[following[place].id]:
                heappush(ready, place)
    return tuple(steps)


def _step(unit: Unit, advice: UnitAdvice, after: tuple[UnitId, ...]) -> RouteStep:
    outcomes = tuple(RouteOutcome(outcome.id, outcome.title, outcome.label) for outcome in advice.outcomes)
    return RouteStep(unit.id, unit.title, unit.credits, unit.setting, after, outcomes)
