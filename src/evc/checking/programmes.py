"""Checks of a programme's sense: credits that add up, rubrics that belong to a unit, a scale that can tell apart."""

from collections.abc import Iterator
from decimal import Decimal

from evc.checking.curriculum import Curriculum, credits_of
from evc.diagnostics import Problem
from evc.reading.documents import mapping, text


def units_below_credits(curriculum: Curriculum) -> Iterator[Problem]:
    """The units are together less than the programme: what lies outside them can never be advised, and counts as rest.

    Source: DESIGN §4, *Programme* (credits outside the units count as remaining); that credits hang on the unit is
    DOMAIN §4 [FON-EVL].
    """
    if curriculum.programme is None:
        return
    total = mapping(curriculum.programme.value).get("credits")
    amounts = [Decimal(each) for each in credits_of(curriculum.programme) if isinstance(each, int | Decimal)]
    together = sum(amounts, Decimal())
    if isinstance(total, int | Decimal) and together < total:
        data = {"sum": together, "credits": Decimal(total), "short": Decimal(total) - together}
        yield Problem("EVC502", curriculum.programme.file, ("credits",), data)


def outcome_in_no_unit(curriculum: Curriculum) -> Iterator[Problem]:
    """A rubric beside a programme that no unit names, nor a unit of a programme that shares the folder.

    Nobody can claim it, so it gives no credits. Source: DOMAIN §4, credits come by the unit [FON-EVL].
    """
    for each in curriculum.own():
        if each.rubric.id not in curriculum.claimed:
            yield Problem("EVC503", each.document.file, ("id",), {"outcome": each.rubric.id})


def scale_cannot_fail(curriculum: Curriculum) -> Iterator[Problem]:
    """The lowest level of the scale passes, so that no rating can be a fail.

    Source: DOMAIN §3.3, the cut score is the border between fail and pass [HFE].
    """
    if curriculum.programme is None:
        return
    levels = curriculum.levels()
    passes = text(mapping(curriculum.programme.value, "scale"), "pass")
    if levels and passes == levels[0]:
        yield Problem("EVC504", curriculum.programme.file, ("scale", "pass"), {"level": levels[0]})
