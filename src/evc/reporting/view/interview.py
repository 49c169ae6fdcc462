"""The interview guide: for every criterion that keeps an outcome from being demonstrated, what to ask about."""

from dataclasses import dataclass

from evc.model.advice import CriterionResult, OutcomeAdvice
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.names import Names
from evc.reporting.view.common import Link, Phrase, criterion_key, every_claimed, phrase


@dataclass(frozen=True, slots=True)
class Question:
    """A criterion to talk about: why, on which evidence, what to look for, and from what level it is enough."""

    criterion: Link
    outcome: str
    reason: str
    evidence: str
    asked: str
    descriptor: Phrase | None
    indicators: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Interview:
    """The guide; empty when nothing is open."""

    intro: str
    questions: tuple[Question, ...]


def interview(names: Names) -> Interview:
    """A question for each open criterion, in programme order."""
    questions = tuple(
        _question(outcome, criterion, names)
        for outcome in every_claimed(names.advice)
        if outcome.verdict is not Verdict.MET
        for criterion in outcome.criteria
        if criterion.verdict is Verdict.OPEN
    )
    return Interview(names.language.say("interview.intro" if questions else "interview.nothing"), questions)


def _question(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Question:
    descriptor = criterion.levels.get(criterion.pass_level)
    say = names.language.say
    return Question(
        criterion=Link(names.criterion(outcome.id, criterion.id), criterion_key(outcome.id, criterion.id)),
        outcome=names.outcome(outcome.id),
        reason=" ".join(words.finding_text(reason, names) for reason in criterion.reasons),
        evidence=say("interview.evidence", {"items": names.every_item(criterion.admissible)}),
        asked=say("interview.asked", {"level": names.level(criterion.pass_level)}),
        descriptor=phrase(descriptor, names) if descriptor else None,
        indicators=tuple(phrase(indicator, names) for indicator in criterion.indicators),
    )
