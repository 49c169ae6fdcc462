"""Page one: who, what is advised, how many EC, per unit why, what it turns on, and what must be said besides.

Anything the committee must decide is on this page (REPORTS §0.3); before any assessor it is about coverage instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.model.advice import Advice, AssessorSummary
from evc.model.assessment import Instrument
from evc.reporting import words
from evc.reporting.extent import awarded, counts_units, measured, whole
from evc.reporting.names import Names
from evc.reporting.view.bar import Bar, bar
from evc.reporting.view.common import Stage, stage
from evc.reporting.view.headline import headline
from evc.reporting.view.identity import assessor_name, regulation_lines
from evc.reporting.view.turning import Turn, turns
from evc.reporting.view.units import UnitRow, unit_rows


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing to know about this advice; `first` leads the other lines, which may be more of the same."""

    term: str
    first: str
    others: tuple[str, ...]
    alike: bool


@dataclass(frozen=True, slots=True)
class PageOne:
    """The whole answer, on one page."""

    heading: str
    facts: tuple[Fact, ...]
    headline: str
    bar: Bar | None
    units_caption: str
    answer_heading: str
    units: tuple[UnitRow, ...]
    total: str
    turns_heading: str
    turns: tuple[Turn, ...]
    more_turns: str
    conditions: tuple[str, ...]


def page_one(names: Names) -> PageOne:
    """Page one of an advice."""
    advice, language = names.advice, names.language
    at = stage(advice)
    found, more = turns(names)
    about = "coverage" if at is Stage.COVERAGE else "advice"
    return PageOne(
        heading=_heading(names, about),
        facts=tuple(_facts(names)),
        headline=headline(names),
        bar=bar(names),
        units_caption=language.say(f"report.units.{about}"),
        answer_heading=language.say(f"report.answer.{about}"),
        units=unit_rows(names),
        total=_total(names, at),
        turns_heading=language.say(f"report.turns.{about}"),
        turns=found,
        more_turns=more,
        conditions=words.condition_texts(advice.conditions, names),
    )


def _heading(names: Names, about: str) -> str:
    candidate = names.advice.candidate
    units = ".units" if about == "advice" and counts_units(names.advice) else ""
    return names.language.say(f"report.heading.{about}{units}", {"name": candidate.name or candidate.id})


def _total(names: Names, at: Stage) -> str:
    """What is advised of the whole programme; before any assessor there is nothing to add up."""
    if at is Stage.COVERAGE:
        return ""
    values = {"awarded": names.amount(awarded(names.advice)), "credits": measured(whole(names.advice), names)}
    return names.language.say("credits.of", values)


def _facts(names: Names) -> Iterator[Fact]:
    """Only what is there: a fact without a value is left out."""
    advice, say = names.advice, names.language.say
    found = (
        ("candidate", tuple(filter(None, (advice.candidate.name, advice.candidate.id))), False),
        ("programme", _programme(names), False),
        ("regulation", regulation_lines(names), False),
        ("on", (names.day(advice.on),), False),
        ("assessors", tuple(_assessor(each, names) for each in advice.assessors), True),
        ("instruments", tuple(_instruments(advice, names)), True),
    )
    for key, (first, *others), alike in ((key, lines, alike) for key, lines, alike in found if lines):
        yield Fact(say(f"fact.{key}"), first, tuple(others), alike)


def _programme(names: Names) -> tuple[str, ...]:
    programme, say = names.advice.programme, names.language.say
    size = measured(whole(names.advice), names)
    if programme.level is None:
        return names.text(programme.title), size
    return names.text(programme.title), say("fact.programme.level", {"credits": size, "level": programme.level})


def _assessor(summary: AssessorSummary, names: Names) -> str:
    """Who judged and when."""
    values = {"who": assessor_name(summary.assessor, names), "on": names.day(summary.on)}
    return names.language.say("fact.assessor", values)


def _instruments(advice: Advice, names: Names) -> Iterator[str]:
    """What was used beside the portfolio, when and how long, and by whom; what assessors did together stands once."""
    say = names.language.say
    users: dict[str, list[str]] = {}
    for summary in advice.assessors:
        for each in summary.instruments:
            who = {"id": each.id or "", "assessor": summary.assessor.id}
            user = say("fact.instrument.who", who) if each.id else summary.assessor.id
            users.setdefault(_instrument(each, names), []).append(user)
    for what, by in users.items():
        yield say("fact.instrument", {"what": what, "who": names.language.list(by)})


def _instrument(used: Instrument, names: Names) -> str:
    """Its kind, its day and how long it took, as far as they are given."""
    say = names.language.say
    parts = [say(f"kind.{used.kind or 'other'}")]
    if used.on is not None:
        parts.append(names.day(used.on))
    if used.minutes is not None:
        parts.append(say("fact.minutes", {"minutes": names.amount(used.minutes)}))
    return ", ".join(parts)
