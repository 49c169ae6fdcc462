"""What happens after the letter: who decides about what, what an interview is still for, and where to object."""

from collections.abc import Iterator

from evc.model.advice import Basis, Recommendation, UnitAdvice
from evc.model.findings import Condition, UnitReason
from evc.reporting.facts import word
from evc.reporting.names import Names
from evc.reporting.view.common import Stage, claimed, every_claimed, stage
from evc.reporting.view.letter import LetterSection, has_credits

# The law on higher education (WHW 7.61) gives the College van beroep voor de examens; NLQF 5 is where that begins.
_HIGHER_EDUCATION = 5


def following(names: Names) -> LetterSection:
    """The last part of the letter, which is always there."""
    return LetterSection("next", names.language.say("letter.section.next"), tuple(_sentences(names)), (), ordered=False)


def _sentences(names: Names) -> Iterator[str]:
    advice, say = names.advice, names.language.say
    if stage(advice) is Stage.COVERAGE:
        yield say("letter.next.coverage" if every_claimed(advice) else "letter.next.nothing")
        yield from _not_asked(names)
        return
    yield say("letter.next.advice")
    yield from _instruments(names)
    yield from _decisions(names)
    yield from _not_asked(names)
    yield say("letter.next.appeal" if _is_higher_education(names) else "letter.next.object")


def _is_higher_education(names: Names) -> bool:
    """Where level or credits are wanting, nothing is said of a board that may not be the right one."""
    level = names.advice.programme.level
    return has_credits(names) and level is not None and level >= _HIGHER_EDUCATION


def _instruments(names: Names) -> Iterator[str]:
    """Units that are advised and for which the programme asks an instrument that nobody names."""
    for condition in names.advice.conditions:
        if condition.code is Condition.INSTRUMENT_MISSING:
            kind = names.language.say(f"kind.{word(condition.data, 'kind')}")
            yield names.language.say(
                "letter.next.instrument", {"unit": names.unit(word(condition.data, "unit")), "kind": kind}
            )


def _decisions(names: Names) -> Iterator[str]:
    """Validation ends in an examiner's result, exemption in the committee's decision (DESIGN §1); both give EC."""
    if not has_credits(names):
        return
    awarded = [unit for unit in names.advice.units if unit.recommendation is Recommendation.AWARD]
    validated = [unit for unit in awarded if unit.basis is Basis.VALIDATION]
    exempted = [unit for unit in awarded if unit.basis is not Basis.VALIDATION]
    for key, units in (("validation", validated), ("exemption", exempted)):
        if units:
            told = names.language.list([names.unit(unit.id) for unit in units])
            yield names.language.say(f"letter.next.{key}", {"units": told})


def _not_asked(names: Names) -> Iterator[str]:
    """How many units the letter does not speak of, because nothing was asked for them."""
    count = sum(_is_left_out(unit) for unit in names.advice.units)
    if count and count < len(names.advice.units):
        yield names.language.say_count("letter.next.not-asked", count)


def _is_left_out(unit: UnitAdvice) -> bool:
    exemptible = all(reason.code is not UnitReason.NOT_EXEMPTIBLE for reason in unit.reasons)
    return exemptible and not claimed(unit) and not unit.proof
