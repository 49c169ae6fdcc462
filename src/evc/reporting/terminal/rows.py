"""The rows of the table that `evc assess` shows, as words: made once from the advice, laid out afterwards."""

from collections.abc import Iterator
from decimal import Decimal

from evc.language import Language
from evc.model.advice import Label, OutcomeAdvice, Recommendation, UnitAdvice
from evc.model.findings import UnitReason
from evc.model.value import value
from evc.reporting.extent import extent, unit_measured
from evc.reporting.facts import plain_decimal, word
from evc.reporting.names import Names
from evc.reporting.show import show
from evc.reporting.terminal.changes import brief, evidence_changes
from evc.reporting.terminal.details import details
from evc.reporting.terminal.look import Look
from evc.reporting.words import (
    Tone,
    basis_word,
    coverage_word,
    label_tone,
    label_word,
    none_reason,
    recommendation_tone,
    recommendation_word,
)


@value
class Row:
    """A unit or an outcome. `credits` is what is advised of a unit; `of` says that in words where there is no table."""

    is_unit: bool
    credits: str
    of: str
    title: str
    tone: Tone
    word: str
    coverage: str
    evidence: str
    missing: str
    details: tuple[str, ...]


def rows(look: Look) -> list[Row]:
    """Every unit, each followed by its outcomes where any was claimed; before anyone judged, every outcome."""
    if not look.judged:
        return [_outcome_row(outcome, look) for unit in look.advice.units for outcome in unit.outcomes]
    every: list[Row] = []
    for unit in look.advice.units:
        every.append(_unit_row(unit, look))
        if any(outcome.verdict is not None for outcome in unit.outcomes):
            every.extend(_outcome_row(outcome, look) for outcome in unit.outcomes)
    return every


def was_asked(unit: UnitAdvice) -> bool:
    """Whether anyone asked for the unit, and may ask for it."""
    if unit.recommendation is not Recommendation.NONE:
        return True
    return none_reason(unit) not in (UnitReason.NOT_CLAIMED, UnitReason.NOT_EXEMPTIBLE)


def _unit_row(unit: UnitAdvice, look: Look) -> Row:
    size = extent((unit,), look.advice)
    advised = size if unit.recommendation is Recommendation.AWARD else Decimal()
    values = {"credits": plain_decimal(advised), "of": unit_measured(unit, look.names)}
    asked = was_asked(unit)
    return Row(
        is_unit=True,
        credits=values["credits"] if asked else look.glyphs.dash,
        of=look.language.say("terminal.credits-of", values) if asked else "",
        title=show(look.names.text(unit.title)),
        tone=recommendation_tone(unit),
        word=recommendation_word(unit, look.language),
        coverage="",
        evidence="",
        missing=show("; ".join(_notes(unit, look.names))),
        details=(),
    )


def _notes(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """What must be said of a unit beside its outcomes: the basis of an award, and its formal proof."""
    say = names.language.say
    if unit.basis is not None:
        values = {"basis": basis_word(unit.basis, names.language), "evidence": names.language.list(unit.exempted_by)}
        yield say("terminal.basis.proof" if unit.exempted_by else "terminal.basis", values)
    elif unit.recommendation is Recommendation.INVESTIGATE and unit.proof:
        yield say("terminal.proof", {"evidence": names.language.list(unit.proof)})
    for reason in unit.reasons:
        if reason.code is UnitReason.PROOF_SET_ASIDE:
            why = say(f"set-aside.{word(reason.data, 'reason')}")
            yield say("terminal.proof-set-aside", {"evidence": word(reason.data, "evidence"), "reason": why})


def _outcome_row(outcome: OutcomeAdvice, look: Look) -> Row:
    claimed = outcome.label is not Label.NOT_CLAIMED
    changes = outcome.missing if look.judged else evidence_changes(outcome)
    return Row(
        is_unit=False,
        credits="",
        of="",
        title=show(look.names.text(outcome.title)),
        tone=label_tone(outcome.label) if look.judged or not claimed else Tone.NOT,
        word=label_word(outcome.label, look.language),
        coverage=coverage_word(outcome.coverage, look.language) if claimed or not look.judged else "",
        evidence=_counted(outcome, look.language) if claimed else "",
        missing=brief(changes, outcome, look.language),
        details=details(outcome, look) if look.verbose and claimed else (),
    )


def _counted(outcome: OutcomeAdvice, language: Language) -> str:
    """How many cited items count, and of how many when some were set aside."""
    counts = sum(item.admissible for item in outcome.evidence)
    if counts == len(outcome.evidence):
        return str(counts)
    return language.say("terminal.counted-of", {"counts": counts, "cited": len(outcome.evidence)})
