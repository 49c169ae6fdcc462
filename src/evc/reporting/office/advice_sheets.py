"""The advice as tables: what is advised, per unit, per outcome, per criterion, the register, and what is still needed.

Sentences come from the view, days and numbers from the advice itself, so that they can be sorted and added up.
"""

from collections.abc import Iterator, Sequence

from evc.language import Language
from evc.model.advice import Advice, CriterionResult, OutcomeAdvice, Recommendation, UnitAdvice
from evc.model.dossier import Evidence
from evc.reporting.extent import awarded, extent, whole
from evc.reporting.office.sheets import Cell, Choice, Column, Kind, Sheet, lines
from evc.reporting.office.statuses import status
from evc.reporting.view import AdviceView
from evc.reporting.view.bar import NEVER_ASKED
from evc.reporting.view.common import Badge, Phrase, claimed
from evc.reporting.view.criteria import CriterionRow
from evc.reporting.view.outcomes import OutcomeSection
from evc.reporting.view.register import RegisterRow
from evc.reporting.words import none_reason

_DECISIONS = ("follows", "departs", "holds")


def advice_sheets(advice: Advice, shown: AdviceView, language: Language) -> tuple[Sheet, ...]:
    """Every sheet of an advice."""
    return (
        _summary(advice, shown, language),
        _units(advice, shown, language),
        _outcomes(advice, shown, language),
        _criteria(advice, shown, language),
        _register(advice, shown, language),
        _missing(advice, shown, language),
    )


def word(key: str, language: Language) -> str:
    """A word that only spreadsheets have."""
    return language.say(f"office.{key}")


def text_of(phrase: Phrase) -> str:
    """A text of programme or rubric, marked when it is in another language."""
    return f"{phrase.text} {phrase.mark}" if phrase.mark else phrase.text


def _status(badge: Badge | None) -> str:
    return status(badge.tone, badge.word) if badge else ""


def facts_sheet(name: str, rows: Sequence[tuple[Cell, ...]], language: Language) -> Sheet:
    """A first sheet: what it is about, a line each."""
    columns = (Column(word("fact", language), 30), Column(word("value", language), 90))
    return Sheet(name, "Facts", columns, tuple(rows))


def _summary(advice: Advice, shown: AdviceView, language: Language) -> Sheet:
    rows = tuple(_summary_rows(advice, shown, language))
    return facts_sheet(word(f"sheet.{'advice' if shown.judged else 'coverage'}", language), rows, language)


def _summary_rows(advice: Advice, shown: AdviceView, language: Language) -> Iterator[tuple[Cell, ...]]:
    page, t = shown.page_one, shown.t
    yield word("kind", language), shown.notice
    day = language.say("fact.on")
    for fact in page.facts:
        if fact.term == day:
            yield day, advice.on
        else:
            yield fact.term, lines((fact.first, *fact.others))
    yield page.answer_heading, page.headline
    if shown.judged:
        yield word("awarded", language), awarded(advice)
        yield word("whole", language), whole(advice)
    yield from ((part.word, part.amount) for part in page.bar.parts) if page.bar else ()
    yield t["request"], " ".join(shown.request)
    yield from ((page.turns_heading, f"{turn.link.text}. {turn.text}") for turn in page.turns)
    if page.more_turns:
        yield page.turns_heading, page.more_turns
    yield from ((t["conditions"], condition) for condition in page.conditions)
    yield t["digest"], "".join(shown.provenance.digest)
    yield from ((word("next", language), sentence) for sentence in shown.closing)


def _units(advice: Advice, shown: AdviceView, language: Language) -> Sheet:
    """With a column in which the committee writes; before any assessor there is nothing to decide."""
    t = shown.t
    columns = [
        Column(t["unit"], 34),
        Column(word("id", language), 12),
        Column(shown.page_one.answer_heading, 22, Kind.STATUS),
        Column(word("why", language), 60),
        Column(word("of-unit", language), 12, Kind.NUMBER),
    ]
    if shown.judged:
        columns += [
            Column(word("awarded", language), 14, Kind.NUMBER),
            Column(word("decision", language), 16, Kind.INPUT),
            Column(t["departs"], 36, Kind.INPUT),
        ]
    asked = {row.id for row in shown.signatures.decisions}
    choice = Choice(tuple(word(f"decision.{each}", language) for each in _DECISIONS))
    rows = []
    for unit, row in zip(advice.units, shown.page_one.units, strict=True):
        cells: list[Cell] = [text_of(row.title), row.id, _status(row.badge), lines(row.lines), extent((unit,), advice)]
        if shown.judged:
            cells += [_advised(unit, advice), choice if row.id in asked else "", None if row.id in asked else ""]
        rows.append(tuple(cells))
    return Sheet(word("sheet.units", language), "Units", tuple(columns), tuple(rows))


def _advised(unit: UnitAdvice, advice: Advice) -> Cell:
    """How much of the unit is advised; nothing where nobody asked, since 0 would read as a refusal."""
    if unit.recommendation is Recommendation.AWARD:
        return extent((unit,), advice)
    never = unit.recommendation is Recommendation.NONE and none_reason(unit) in NEVER_ASKED
    return None if never else 0


def _claimed(advice: Advice, shown: AdviceView) -> Iterator[tuple[UnitAdvice, OutcomeAdvice, OutcomeSection]]:
    """The outcomes with their sections, which follow the same order."""
    outcomes = [(unit, outcome) for unit in advice.units for outcome in claimed(unit)]
    return ((unit, outcome, section) for (unit, outcome), section in zip(outcomes, shown.outcomes, strict=True))


def _outcomes(advice: Advice, shown: AdviceView, language: Language) -> Sheet:
    t = shown.t
    columns = [Column(t["outcome"], 34), Column(word("id", language), 20), Column(t["unit"], 30)]
    if shown.judged:
        columns.append(Column(t["verdict"], 20, Kind.STATUS))
    columns += [Column(t["coverage"], 16), Column(t["why"], 70), Column(t["missing"], 12, Kind.NUMBER)]
    rows = []
    for _, outcome, section in _claimed(advice, shown):
        cells: list[Cell] = [text_of(section.title), outcome.id, section.unit]
        if shown.judged:
            cells.append(_status(section.badge))
        why = " ".join((section.because, *section.because_more))
        cells += [language.say(f"coverage.{outcome.coverage.value}"), why, len(section.missing)]
        rows.append(tuple(cells))
    return Sheet(word("sheet.outcomes", language), "Outcomes", tuple(columns), tuple(rows))


def _criteria(advice: Advice, shown: AdviceView, language: Language) -> Sheet:
    """A column for every assessor who rated anything, and one for what they found together."""
    t = shown.t
    who = sorted({each for section in shown.outcomes for each in section.assessors})
    together = any(section.has_consensus for section in shown.outcomes)
    columns = (
        Column(t["criterion"], 10),
        Column(word("title", language), 28),
        Column(word("note", language), 14),
        Column(t["outcome"], 24),
        Column(t["verdict" if shown.judged else "coverage"], 20, Kind.STATUS),
        Column(t["counting_evidence"], 36),
        *(Column(language.say("office.rating", {"who": each}), 14) for each in who),
        *((Column(t["consensus"], 14),) if together else ()),
        Column(t["why"], 46),
    )
    rows = tuple(
        _criterion(section, row, criterion, [*who, *([t["consensus"]] if together else [])])
        for _, outcome, section in _claimed(advice, shown)
        for row, criterion in zip(section.criteria, outcome.criteria, strict=True)
    )
    return Sheet(word("sheet.criteria", language), "Criteria", columns, rows, frozen=2)


def _criterion(
    section: OutcomeSection, row: CriterionRow, criterion: CriterionResult, who: Sequence[str]
) -> tuple[Cell, ...]:
    levels = {level.who: f"{level.first} → {level.level}" if level.first else level.level for level in row.levels}
    told = {motive.id: motive.text for motive in section.motives}
    return (
        row.id,
        text_of(row.title),
        row.note,
        text_of(section.title),
        _status(row.badge),
        lines(tuple(f"{item.id} {item.title}" for item in row.evidence)),
        *(levels.get(each, "") for each in who),
        told.get(criterion.id, section.plain_motive),
    )


def _register(advice: Advice, shown: AdviceView, language: Language) -> Sheet:
    t = shown.t
    columns = (
        Column(t["number"], 8),
        Column(t["item"], 34),
        Column(word("type", language), 16),
        Column(word("issued", language), 12),
        Column(word("from", language), 12),
        Column(word("until", language), 12),
        Column(t["attested"], 24),
        Column(t["counts"], 18),
        Column(word("note", language), 36),
        Column(word("facts", language), 24),
        Column(t["own_share"], 36),
    )
    rows = tuple(map(_item, advice.evidence, shown.register))
    return Sheet(word("sheet.register", language), "Evidence", columns, rows, frozen=2)


def _item(item: Evidence, row: RegisterRow) -> tuple[Cell, ...]:
    period = item.period
    return (
        row.id,
        row.title,
        row.kind,
        item.issued,
        period.start if period else None,
        period.end if period else None,
        ", ".join(row.attested),
        row.counts,
        lines(row.notes),
        lines(row.facts),
        lines(row.own_share),
    )


def _missing(advice: Advice, shown: AdviceView, language: Language) -> Sheet:
    """Per outcome all that together turns it, with a column to keep track in."""
    t = shown.t
    columns = (
        Column(t["outcome"], 34),
        Column(t["unit"], 30),
        Column(t["number"], 8, Kind.NUMBER),
        Column(t["missing"], 80),
        Column(word("done", language), 24, Kind.INPUT),
    )
    rows = tuple(
        (text_of(section.title), section.unit, number, change, None)
        for _, _, section in _claimed(advice, shown)
        for number, change in enumerate(section.missing, start=1)
    )
    return Sheet(word("sheet.missing", language), "Missing", columns, rows)
