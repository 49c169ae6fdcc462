"""Signatures, the committee's own table, and the last lines; nothing here is ever filled in beforehand."""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.model.advice import Basis, UnitAdvice
from evc.model.findings import UnitReason
from evc.reporting import words
from evc.reporting.extent import unit_measured
from evc.reporting.names import Names
from evc.reporting.view.common import Phrase, Stage, phrase, stage
from evc.reporting.words import Tone, none_reason, recommendation_tone


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who is to sign: a name in print above an empty line."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A unit on which the committee decides, with what is advised."""

    title: Phrase
    id: str
    advised: str
    credits: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs the advice, and the units on which the committee decides; both empty before any assessor."""

    assessors: tuple[Signatory, ...]
    committee: tuple[Signatory, ...]
    decisions: tuple[DecisionRow, ...]


def signatures(names: Names) -> Signatures:
    """The boxes to sign."""
    say = names.language.say
    if stage(names.advice) is Stage.COVERAGE:
        return Signatures((), (), ())
    return Signatures(
        assessors=tuple(
            Signatory(each.assessor.name or each.assessor.id, _role(each.assessor.id, each.assessor.role))
            for each in names.advice.assessors
        ),
        committee=(Signatory(say("signature.chair"), ""), Signatory(say("signature.secretary"), "")),
        decisions=tuple(_decision(unit, names) for unit in names.advice.units if _asked(unit)),
    )


def closing(names: Names) -> tuple[str, ...]:
    """What this is and is not, by basis what follows on it, and where a decision can be contested."""
    say = names.language.say
    if stage(names.advice) is Stage.COVERAGE:
        return (say("closing.coverage"),)
    return (say("closing.advice"), *_follows(names), say("closing.appeal"))


def _follows(names: Names) -> Iterator[str]:
    """Validation ends in an examiner's result, exemption in the committee's decision (DESIGN §1)."""
    bases = {unit.basis for unit in names.advice.units}
    if Basis.VALIDATION in bases:
        yield names.language.say("closing.validation")
    if bases & {Basis.EXEMPTION, Basis.STANDARD_EXEMPTION}:
        yield names.language.say("closing.exemption")


def _asked(unit: UnitAdvice) -> bool:
    """A unit that nobody asked for, or that no one can be exempted from, is not decided on."""
    if recommendation_tone(unit) is not Tone.NONE:
        return True
    return none_reason(unit) is UnitReason.INCOMPLETE


def _decision(unit: UnitAdvice, names: Names) -> DecisionRow:
    return DecisionRow(
        title=phrase(unit.title, names),
        id=unit.id,
        advised=words.recommendation_word(unit, names.language),
        credits=unit_measured(unit, names),
    )


def _role(identity: str, role: str | None) -> str:
    return f"{identity} · {role}" if role else identity
