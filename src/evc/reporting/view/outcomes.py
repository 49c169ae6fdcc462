"""Each claimed outcome, motivated: its statement, why, criteria with evidence and ratings, rules, what is needed."""

from dataclasses import dataclass

from evc.model.advice import ItemResult, OutcomeAdvice, RuleName, RuleResult, UnitAdvice
from evc.model.findings import Change
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.names import Names
from evc.reporting.view.because import because
from evc.reporting.view.common import (
    Badge,
    Item,
    Link,
    Phrase,
    Stage,
    claimed,
    label_badge,
    named_item,
    outcome_key,
    paragraphs,
    phrase,
    source_link,
    stage,
)
from evc.reporting.view.criteria import CriterionRow, Motive, columns, criterion_rows, motives, plain_motive
from evc.reporting.view.turning import changes_to_evidence

# Criterion, evidence and verdict; a column an assessor and one for the consensus stand between them.
_FIXED_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule with what it asked, what was there, and on which evidence."""

    name: str
    required: str
    found: str
    badge: Badge
    evidence: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A cited item of which something must be said, with whether it counts."""

    item: Item
    badge: Badge
    text: str


@dataclass(frozen=True, slots=True)
class OutcomeSection:
    """Everything about one claimed outcome.

    The candidate's own `account` stands in the portfolio; it is repeated where a reader must weigh it, which is
    everywhere but at an outcome that is demonstrated.
    """

    key: str
    title: Phrase
    badge: Badge | None
    coverage: str
    unit: str
    rubric: str
    sources: tuple[Link, ...]
    statement: Phrase
    statement_paragraphs: tuple[str, ...]
    because: str
    because_more: tuple[str, ...]
    assessors: tuple[str, ...]
    has_consensus: bool
    verdict_heading: str
    criteria: tuple[CriterionRow, ...]
    motives: tuple[Motive, ...]
    plain_motive: str
    rules: tuple[RuleRow, ...]
    item_rows: tuple[ItemRow, ...]
    other_items: str
    missing: tuple[str, ...]
    missing_after: str
    account: tuple[str, ...]
    columns: int


def outcome_sections(names: Names) -> tuple[OutcomeSection, ...]:
    """The claimed outcomes in programme order."""
    return tuple(_section(outcome, unit, names) for unit in names.advice.units for outcome in claimed(unit))


def _section(outcome: OutcomeAdvice, unit: UnitAdvice, names: Names) -> OutcomeSection:
    language = names.language
    at = stage(names.advice)
    judged = at is not Stage.COVERAGE
    statement = phrase(outcome.statement, names)
    coverage = words.coverage_word(outcome.coverage, language)
    first, *more = because(outcome, names)
    missing = _missing(outcome, at, names)
    rows = criterion_rows(outcome, names)
    consensus = any(criterion.consensus for criterion in outcome.criteria)
    assessors = columns(outcome)
    return OutcomeSection(
        key=outcome_key(outcome.id),
        title=phrase(outcome.title, names),
        badge=label_badge(outcome, language) if judged else None,
        coverage=language.say("outcome.coverage", {"coverage": coverage}),
        unit=f"{names.unit(unit.id)} ({unit.id})",
        rubric=language.say("outcome.rubric", {"version": outcome.version}),
        sources=tuple(source_link(reference, names) for reference in outcome.sources),
        statement=statement,
        statement_paragraphs=paragraphs(statement.text),
        because=first,
        because_more=tuple(more),
        assessors=assessors,
        has_consensus=consensus,
        verdict_heading=language.say("report.verdict" if judged else "report.coverage"),
        criteria=rows,
        motives=motives(outcome, rows, names),
        plain_motive=plain_motive(outcome, names),
        rules=tuple(_rule(rule, outcome, names) for rule in outcome.rules if judged or _of_evidence(rule)),
        item_rows=tuple(
            _item(item, text, names) for item in outcome.evidence if (text := words.item_text(item, names))
        ),
        other_items=_other_items(outcome, names),
        missing=missing,
        missing_after=_after(outcome, missing, names),
        account=paragraphs(outcome.account) if outcome.verdict is not Verdict.MET or not judged else (),
        columns=_FIXED_COLUMNS + len(assessors) + consensus,
    )


def _of_evidence(rule: RuleResult) -> bool:
    """The decision rule speaks of verdicts, of which there are none before any assessor."""
    return rule.rule is not RuleName.DECISION


def _rule(rule: RuleResult, outcome: OutcomeAdvice, names: Names) -> RuleRow:
    badge = Badge(words.verdict_tone(rule.verdict).value, words.rule_verdict_word(rule.verdict, names.language))
    if stage(names.advice) is Stage.COVERAGE:
        badge = Badge("", badge.word)
    return RuleRow(
        name=words.rule_name(rule, names.language),
        required=words.rule_required(rule, names),
        found=words.rule_found(rule, outcome, names),
        badge=badge,
        evidence=names.language.list(rule.evidence),
    )


def _item(item: ItemResult, text: str, names: Names) -> ItemRow:
    """Counting is a fact about a paper, so that it has a word and no verdict's shape."""
    word = "item.counts" if item.admissible else "item.set-aside"
    return ItemRow(named_item(item.id, names), Badge("", names.language.say(word)), text)


def _other_items(outcome: OutcomeAdvice, names: Names) -> str:
    """How many cited items simply count."""
    plain = [item.id for item in outcome.evidence if item.reason is None and not item.waived]
    values = {"items": names.language.list(plain)}
    return names.language.say_count("item.others", len(plain), values) if plain else ""


def _after(outcome: OutcomeAdvice, missing: tuple[str, ...], names: Names) -> str:
    """What follows when all of it is done; nothing, where no dossier could ever meet a rule."""
    if not missing or any(change.code is Change.CANNOT_BE_MET for change in outcome.missing):
        return ""
    about = "coverage" if stage(names.advice) is Stage.COVERAGE else "advice"
    return names.language.say_count(f"missing.after.{about}", len(missing))


def _missing(outcome: OutcomeAdvice, at: Stage, names: Names) -> tuple[str, ...]:
    """What together turns the outcome; before any assessor only the evidence, since all ratings are still to come."""
    if at is Stage.COVERAGE:
        return changes_to_evidence(outcome, names)
    return tuple(words.finding_text(change, names, outcome=outcome) for change in outcome.missing)
