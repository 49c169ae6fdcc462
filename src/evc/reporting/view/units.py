"""The table of units on page one: each with its outcomes, what is advised, and in a line or two why."""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.model.advice import Basis, Coverage, Label, OutcomeAdvice, Recommendation, UnitAdvice
from evc.model.findings import UnitReason
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.names import Names
from evc.reporting.view.bar import NEVER_ASKED
from evc.reporting.view.common import (
    Badge,
    Phrase,
    Stage,
    claimed,
    label_badge,
    outcome_key,
    phrase,
    stage,
    unit_badge,
)
from evc.reporting.words import none_reason

# The badge, or the line on each outcome, says these already.
_SAID_OTHERWISE = (UnitReason.NOT_CLAIMED, UnitReason.NOT_DEMONSTRATED)
# A unit may have a dozen reasons; page one shows the first lines, the rest stands per outcome.
_LINES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome under its unit; `key` is empty where nothing more is said about it."""

    title: Phrase
    key: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit; `badge` is None before any assessor, `credits` what is advised of how much."""

    id: str
    title: Phrase
    outcomes: tuple[OutcomeLine, ...]
    badge: Badge | None
    lines: tuple[str, ...]
    credits: str
    awarded: bool


def unit_rows(names: Names) -> tuple[UnitRow, ...]:
    """All units, in programme order."""
    at = stage(names.advice)
    return tuple(
        _coverage_row(unit, names) if at is Stage.COVERAGE else _row(unit, names) for unit in names.advice.units
    )


def _row(unit: UnitAdvice, names: Names) -> UnitRow:
    language = names.language
    advised = unit.recommendation is Recommendation.AWARD
    shown = unit.outcomes if claimed(unit) else ()
    return UnitRow(
        id=unit.id,
        title=phrase(unit.title, names),
        outcomes=tuple(_line(outcome, label_badge(outcome, language), names) for outcome in shown),
        badge=unit_badge(unit, language),
        lines=_shortened(tuple(_why(unit, names)), names),
        credits=_credits(unit, names),
        awarded=advised,
    )


def _coverage_row(unit: UnitAdvice, names: Names) -> UnitRow:
    """Before any assessor: what the evidence covers, and no word of award."""
    language = names.language
    asked = claimed(unit)
    covered = sum(outcome.coverage is Coverage.COVERED for outcome in asked)
    summary = language.say_count("unit.covered", len(asked), {"covered": covered})
    shown = unit.outcomes if asked else ()
    if not asked:
        summary = words.recommendation_word(unit, language) if not unit.proof else ""
    return UnitRow(
        id=unit.id,
        title=phrase(unit.title, names),
        outcomes=tuple(
            _line(outcome, Badge("", words.coverage_word(outcome.coverage, language)), names) for outcome in shown
        ),
        badge=None,
        lines=tuple(filter(None, (summary, *_reasons_of_proof(unit, names)))),
        credits=language.say("credits.all", {"credits": names.amount(unit.credits)}),
        awarded=False,
    )


def _credits(unit: UnitAdvice, names: Names) -> str:
    """How much of the unit's EC is advised; a dash where nobody asked, since 0 would read as a refusal."""
    whole = names.amount(unit.credits)
    never = unit.recommendation is Recommendation.NONE and none_reason(unit) in NEVER_ASKED
    advised = whole if unit.recommendation is Recommendation.AWARD else "–" if never else "0"
    return names.language.say("credits.of", {"awarded": advised, "credits": whole})


def _shortened(lines: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """The first lines and a count of the others, where there are two or more of these."""
    more = len(lines) - _LINES_SHOWN
    if more <= 1:
        return lines
    return (*lines[:_LINES_SHOWN], names.language.say_count("unit.more-reasons", more))


def _line(outcome: OutcomeAdvice, badge: Badge, names: Names) -> OutcomeLine:
    key = "" if outcome.label is Label.NOT_CLAIMED else outcome_key(outcome.id)
    return OutcomeLine(phrase(outcome.title, names), key, badge)


def _why(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """The basis of an award; else the criteria that are open, the outcomes that lack something, and the reasons."""
    match unit.recommendation:
        case Recommendation.AWARD:
            yield _basis(unit, names)
            return
        case Recommendation.INVESTIGATE:
            yield from _open(unit, names)
        case Recommendation.PARTIAL:
            yield _partial(unit, names)
            yield from _lacking(unit, names)
        case Recommendation.NONE:
            yield from _lacking(unit, names)
    told = [reason for reason in unit.reasons if reason.code not in _SAID_OTHERWISE]
    yield from (words.finding_text(reason, names, unit=unit) for reason in told)


def _basis(unit: UnitAdvice, names: Names) -> str:
    """The ground; a standard exemption names what exempts and the article that says so."""
    if unit.basis is None:
        return ""
    word = words.basis_word(unit.basis, names.language)
    if unit.basis is not Basis.STANDARD_EXEMPTION:
        return names.language.say("unit.basis", {"basis": word})
    qualifications = {item.id: item.qualification for item in names.advice.evidence}
    proofs = [_proof(item, qualifications.get(item), names) for item in unit.exempted_by]
    return names.language.say("unit.basis.standard", {"basis": word, "proof": names.language.list(proofs)})


def _proof(item: str, qualification: str | None, names: Names) -> str:
    """A verified diploma with the qualification it is, and the article that lets it exempt."""
    known = {str(key): value for key, value in names.advice.programme.qualifications.items()}
    if qualification is None or qualification not in known:
        return names.item(item)
    found = known[qualification]
    values = {"id": item, "qualification": names.text(found.title)}
    if found.source is None:
        return names.language.say("unit.proof", values)
    return names.language.say("unit.proof.source", {**values, "source": names.source(found.source)})


def _open(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """Which criteria of which outcomes are open."""
    for outcome in unit.outcomes:
        if outcome.label is Label.OPEN:
            criteria = tuple(each.id for each in outcome.criteria if each.verdict is Verdict.OPEN)
            values = {"outcome": names.outcome(outcome.id), "criteria": names.every_criterion(outcome.id, criteria)}
            yield names.language.say_count("unit.open", len(criteria), values)


def _partial(unit: UnitAdvice, names: Names) -> str:
    done = sum(outcome.label is Label.DEMONSTRATED for outcome in unit.outcomes)
    return names.language.say_count("unit.partial", len(unit.outcomes), {"done": done})


def _lacking(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """For each outcome that is not met whether it lacks evidence, judgement or both."""
    for outcome in unit.outcomes:
        if outcome.short_of:
            which = outcome.short_of[0].value if len(outcome.short_of) == 1 else "both"
            yield names.language.say(f"unit.short-of.{which}", {"outcome": names.outcome(outcome.id)})


def _reasons_of_proof(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """Formal proof matters before any assessor too: verifying it may be all that is needed."""
    if unit.proof:
        yield from (words.finding_text(reason, names, unit=unit) for reason in unit.reasons[:1])
