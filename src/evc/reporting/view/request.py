"""What was asked, and when: the request that this advice answers."""

from decimal import Decimal

from evc.reporting.names import Names
from evc.reporting.view.common import claimed


def request(names: Names) -> tuple[str, ...]:
    """The day of submission, and how much was asked; nothing was when only formal proof speaks."""
    advice, language = names.advice, names.language
    asked = [unit for unit in advice.units if claimed(unit)]
    outcomes = sum(len(claimed(unit)) for unit in asked)
    submitted = language.say("request.submitted", {"on": names.day(advice.submitted)})
    if not outcomes:
        return submitted, language.say("request.nothing")
    total = sum((unit.credits for unit in asked), Decimal())
    units = language.say_count("request.units", len(asked), {"credits": names.amount(total)})
    return submitted, language.say_count("request.outcomes", outcomes, {"units": units})
