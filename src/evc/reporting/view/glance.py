"""Outcomes at a glance: unit by unit, each claimed outcome with its criteria, its verdict and its coverage."""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.model.advice import CriterionResult, OutcomeAdvice, UnitAdvice
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.extent import unit_measured
from evc.reporting.names import Names
from evc.reporting.view.common import (
    Badge,
    Phrase,
    Stage,
    claimed,
    criterion_key,
    label_badge,
    outcome_key,
    phrase,
    stage,
    unit_badge,
    verdict_badge,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A criterion in the matrix: its id, its status in shape and word, and before any assessor its count of items.

    `linked`: it leads to where the criterion is motivated, which a plain one does not need. `said`: its word must be
    said to who cannot see the shape, because it is not the outcome's own.
    """

    id: str
    key: str
    badge: Badge
    count: str
    linked: bool
    said: bool


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """An outcome with its criteria; `badge` is None before any assessor."""

    title: Phrase
    key: str
    cells: tuple[Cell, ...]
    badge: Badge | None
    coverage: str


@dataclass(frozen=True, slots=True)
class GlanceGroup:
    """A unit with its claimed outcomes."""

    title: Phrase
    note: str
    rows: tuple[GlanceRow, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The matrix, and the legend of what occurs in it."""

    intro: str
    legend: tuple[Badge, ...]
    groups: tuple[GlanceGroup, ...]


def glance(names: Names) -> Glance:
    """The matrix of all units of which something is claimed."""
    asked = [unit for unit in names.advice.units if claimed(unit)]
    groups = tuple(_group(unit, names) for unit in asked)
    about = "coverage" if stage(names.advice) is Stage.COVERAGE else "advice"
    return Glance(names.language.say(f"report.glance.intro.{about}"), tuple(_legend(groups)), groups)


def _legend(groups: tuple[GlanceGroup, ...]) -> Iterator[Badge]:
    """Each status that occurs, once, in the order of `Tone`."""
    rows = [row for group in groups for row in group.rows]
    shown = {badge.tone: badge for row in rows for badge in (*(cell.badge for cell in row.cells), row.badge) if badge}
    return (shown[tone.value] for tone in words.Tone if tone.value in shown)


def _group(unit: UnitAdvice, names: Names) -> GlanceGroup:
    amount = unit_measured(unit, names)
    advised = unit_badge(unit, names.language).word
    note = amount if stage(names.advice) is Stage.COVERAGE else f"{amount} · {advised}"
    return GlanceGroup(phrase(unit.title, names), note, tuple(_row(each, names) for each in claimed(unit)))


def _row(outcome: OutcomeAdvice, names: Names) -> GlanceRow:
    judged = stage(names.advice) is not Stage.COVERAGE
    return GlanceRow(
        title=phrase(outcome.title, names),
        key=outcome_key(outcome.id),
        cells=tuple(_cell(outcome, criterion, names) for criterion in outcome.criteria),
        badge=label_badge(outcome, names.language) if judged else None,
        coverage=words.coverage_word(outcome.coverage, names.language),
    )


def _cell(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Cell:
    key = criterion_key(outcome.id, criterion.id)
    if stage(names.advice) is Stage.COVERAGE:
        short = criterion.relevance is not Verdict.MET
        count = f"{len(criterion.admissible)}/{criterion.required}"
        return Cell(criterion.id, key, evidence_badge(criterion, names), count, linked=short, said=short)
    badge = verdict_badge(criterion.verdict, names.language)
    own = label_badge(outcome, names.language).tone
    return Cell(criterion.id, key, badge, "", linked=criterion.verdict is not Verdict.MET, said=badge.tone != own)


def evidence_badge(criterion: CriterionResult, names: Names) -> Badge:
    """Whether enough evidence counts for a criterion: in words and border, never with a verdict's shape."""
    enough = criterion.relevance is Verdict.MET
    return Badge("enough" if enough else "short", names.language.say(f"enough.{'yes' if enough else 'no'}"))
