"""What was asked, and when: the request that this advice answers."""

from evc.reporting.extent import counts_units, extent, measured
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
    units = language.say_count("request.units", len(asked), {"credits": measured(extent(asked, advice), names)})
    if counts_units(advice):
        units = measured(extent(asked, advice), names)
    return submitted, language.say_count("request.outcomes", outcomes, {"units": units})
