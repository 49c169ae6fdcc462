"""How much a unit is worth in an advice: its EC, or one unit in a programme of stages whose units carry none."""

from collections.abc import Iterable
from decimal import Decimal

from evc.model.advice import Advice, Recommendation, RouteStep, UnitAdvice
from evc.reporting.names import Names


def counts_units(advice: Advice) -> bool:
    """Whether units are counted, because the whole programme has no credits to add up."""
    return advice.credits.programme == 0


def extent(units: Iterable[UnitAdvice | RouteStep], advice: Advice) -> Decimal:
    """The EC of these units together, or how many there are."""
    if counts_units(advice):
        return Decimal(sum(1 for _ in units))
    return sum((unit.credits for unit in units), Decimal())


def awarded(advice: Advice) -> Decimal:
    """What is advised to be awarded."""
    if counts_units(advice):
        return extent((unit for unit in advice.units if unit.recommendation is Recommendation.AWARD), advice)
    return advice.credits.awarded


def whole(advice: Advice) -> Decimal:
    """The whole programme."""
    return extent(advice.units, advice) if counts_units(advice) else advice.credits.programme


def measured(amount: Decimal, names: Names) -> str:
    """An amount with what it counts, as in 75 EC or 3 eenheden."""
    if counts_units(names.advice):
        return names.language.say_count("units.all", int(amount))
    return names.language.say("credits.all", {"credits": names.amount(amount)})


def unit_measured(unit: UnitAdvice, names: Names) -> str:
    """What one unit is worth, with what is counted."""
    return measured(extent((unit,), names.advice), names)
