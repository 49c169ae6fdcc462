"""The table of units on page one: each with its outcomes, what is advised, and in a line or two why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evc.model.advice import Basis, Coverage, Label, OutcomeAdvice, Recommendation, ShortOf, UnitAdvice
from evc.model.findings import UnitReason
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.extent import extent, unit_measured
from evc.reporting.facts import word
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

# The badge, or a line on the outcomes, says these already; mandatory criteria are gathered in one line.
_SAID_OTHERWISE = (
    UnitReason.NOT_CLAIMED,
    UnitReason.NOT_DEMONSTRATED,
    UnitReason.INCOMPLETE,
    UnitReason.MANDATORY_NOT_MET,
)
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
        credits=unit_measured(unit, names),
        awarded=False,
    )


def _credits(unit: UnitAdvice, names: Names) -> str:
    """How much of the unit is advised; a dash where nobody asked, since 0 would read as a refusal."""
    never = unit.recommendation is Recommendation.NONE and none_reason(unit) in NEVER_ASKED
    whole = names.amount(extent((unit,), names.advice))
    advised = whole if unit.recommendation is Recommendation.AWARD else "–" if never else "0"
    return names.language.say("credits.of", {"awarded": advised, "credits": unit_measured(unit, names)})


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
            yield from _partial(unit, names)
            yield from _open(unit, names)
            yield from _lacking(unit, names)
            yield from _unclaimed(unit, names)
        case Recommendation.NONE:
            yield from _lacking(unit, names)
    yield from _mandatory(unit, names)
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


def _partial(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """How many outcomes are there already; that there is none is said by what they lack."""
    if done := sum(outcome.label is Label.DEMONSTRATED for outcome in unit.outcomes):
        yield names.language.say_count("unit.partial", len(unit.outcomes), {"done": done})


def _lacking(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """Which outcomes lack evidence, and which criteria were rated too low; one that lacks both stands in both."""
    language = names.language
    evidence = [names.outcome(each.id) for each in unit.outcomes if ShortOf.EVIDENCE in each.short_of]
    if evidence:
        yield language.say("unit.short-of.evidence", {"outcomes": language.list(evidence)})
    low = [(each.id, words.rated_too_low(each)) for each in unit.outcomes if ShortOf.JUDGEMENT in each.short_of]
    if low:
        yield language.say("unit.short-of.judgement", {"places": _places(low, names)})


def _unclaimed(unit: UnitAdvice, names: Names) -> Iterator[str]:
    outcomes = [names.outcome(each.id) for each in unit.outcomes if each.label is Label.NOT_CLAIMED]
    if outcomes:
        yield names.language.say("unit.not-claimed", {"outcomes": names.language.list(outcomes)})


def _mandatory(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """The mandatory criteria that are not met: one as its own sentence, several in one."""
    found = [reason for reason in unit.reasons if reason.code is UnitReason.MANDATORY_NOT_MET]
    if len(found) == 1:
        yield words.finding_text(found[0], names, unit=unit)
    elif found:
        by_outcome: dict[str, tuple[str, ...]] = {}
        for reason in found:
            outcome = word(reason.data, "outcome")
            by_outcome[outcome] = (*by_outcome.get(outcome, ()), word(reason.data, "criterion"))
        yield names.language.say("unit.mandatory-not-met", {"places": _places(list(by_outcome.items()), names)})


def _places(found: Sequence[tuple[str, tuple[str, ...]]], names: Names) -> str:
    """Criteria with the outcome they belong to, as in Z3 en Z5 van Zorg signaleren."""
    say = names.language.say
    return names.language.list(
        [
            say("unit.place", {"criteria": names.language.list(criteria), "outcome": names.outcome(outcome)})
            for outcome, criteria in found
        ]
    )


def _reasons_of_proof(unit: UnitAdvice, names: Names) -> Iterator[str]:
    """Formal proof matters before any assessor too: verifying it may be all that is needed."""
    if unit.proof:
        yield from (words.finding_text(reason, names, unit=unit) for reason in unit.reasons[:1])
