"""The interview guide: what is in doubt and why, and what to ask; a part of the advice, and a document of its own.

The questions follow STARR: situation, task, action, result, reflection.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evc.language import Language
from evc.model.advice import Advice, CriterionResult, OutcomeAdvice, UnitAdvice
from evc.model.findings import Condition, CriterionReason
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.facts import word
from evc.reporting.names import Names, names_of
from evc.reporting.sentences.items import brief
from evc.reporting.view.common import Link, Phrase, claimed, criterion_key, outcome_key, paragraphs, phrase, set_aside
from evc.reporting.view.paper import Paper, paper, paper_words, who

_WORDS = (
    "interview.skip",
    "interview.ratings",
    "interview.levels",
    "interview.questions",
    "interview.notes",
    "interview.afterwards",
    "interview.record",
    "interview.when",
    "interview.present",
    "interview.minutes",
)
_SHOWN_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """What an assessor gave, with the remark; `who` is an assessor's id."""

    who: str
    level: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelText:
    """A level of the scale as the rubric describes it for a criterion; `asked` is a phrase, or empty."""

    title: str
    asked: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Prompt:
    """A step of STARR: its word, the question to ask, and the indicators to go on about."""

    word: str
    text: str
    indicators: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A criterion to talk about.

    `reason` is what is in doubt and why, `voices` who gave what, `evidence` what lies on the table, `levels` where
    the border lies, `prompts` the questions; `scale` are the levels to choose from afterwards.
    """

    criterion: Link
    outcome: str
    unit: str
    reason: str
    voices: tuple[Voice, ...]
    evidence: str
    asked: str
    levels: tuple[LevelText, ...]
    prompts: tuple[Prompt, ...]
    scale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Interview:
    """The guide; without questions the introduction says that there is nothing to talk about."""

    t: Mapping[str, str]
    intro: str
    how: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class InterviewView:
    """The guide as a document of its own."""

    paper: Paper
    interview: Interview
    closing: tuple[str, ...]


def interview_view(advice: Advice, language: Language) -> InterviewView:
    """Put the interview guide of an advice into words."""
    names = names_of(advice, language)
    guide = interview(names)
    return InterviewView(
        paper=paper(names, "interview", ("candidate", "programme", "on", "assessors"), {"name": who(advice)}),
        interview=guide,
        closing=(language.say("interview.closing"),) if guide.questions else (),
    )


def interview(names: Names) -> Interview:
    """A question for each criterion to talk about, in programme order."""
    say, t = names.language.say, paper_words(names.language, _WORDS)
    asked = _asked_units(names)
    found = tuple(
        (outcome, criterion, unit)
        for unit in names.advice.units
        for outcome in claimed(unit)
        for criterion in outcome.criteria
        if unit.id in asked or _is_open(outcome, criterion)
    )
    if not found:
        return Interview(t, say("interview.nothing"), (), ())
    questions = tuple(_question(*each, names) for each in found)
    how = [say("interview.how")]
    if any(_unrated(criterion) for _, criterion, _ in found):
        how.append(say("interview.own-judgement"))
    return Interview(t, names.language.say_count("interview.count", len(questions)), tuple(how), questions)


def _asked_units(names: Names) -> frozenset[str]:
    """Units for which the programme asks an interview that no assessor names."""
    return frozenset(
        word(condition.data, "unit")
        for condition in names.advice.conditions
        if condition.code is Condition.INSTRUMENT_MISSING and condition.data.get("kind") == "interview"
    )


def _is_open(outcome: OutcomeAdvice, criterion: CriterionResult) -> bool:
    """An outcome that is met can do without its open criteria."""
    return outcome.verdict is not Verdict.MET and criterion.verdict is Verdict.OPEN


def _place(outcome: OutcomeAdvice, criterion: CriterionResult) -> str:
    """Where in the advice it is motivated; a criterion that is met has no place of its own there."""
    met = criterion.verdict is Verdict.MET
    return outcome_key(outcome.id) if met else criterion_key(outcome.id, criterion.id)


def _unrated(criterion: CriterionResult) -> bool:
    return any(reason.code is CriterionReason.TOO_FEW_RATINGS for reason in criterion.reasons)


def _question(outcome: OutcomeAdvice, criterion: CriterionResult, unit: UnitAdvice, names: Names) -> Question:
    say = names.language.say
    return Question(
        criterion=Link(names.criterion(outcome.id, criterion.id), _place(outcome, criterion)),
        outcome=names.outcome(outcome.id),
        unit=names.unit(unit.id),
        reason=" ".join(_reasons(outcome, criterion, unit, names)),
        voices=tuple(_voices(criterion, names)),
        evidence=" ".join(_evidence(outcome, criterion, names)),
        asked=say("interview.asked", {"level": names.level(criterion.pass_level)}),
        levels=tuple(_levels(criterion, names)),
        prompts=tuple(_prompts(outcome, criterion, names)),
        scale=tuple(names.text(level.title) for level in names.advice.programme.scale.levels),
    )


def _reasons(outcome: OutcomeAdvice, criterion: CriterionResult, unit: UnitAdvice, names: Names) -> Iterator[str]:
    """What is in doubt and why; a criterion without doubt is there because the programme asks an interview."""
    if not _is_open(outcome, criterion):
        yield names.language.say("interview.asked-anyway", {"unit": names.unit(unit.id)})
        return
    if not criterion.ratings:
        yield names.language.say("interview.unrated")
        return
    yield from (words.finding_text(reason, names) for reason in criterion.reasons)


def _voices(criterion: CriterionResult, names: Names) -> Iterator[Voice]:
    """Each rating with its remark, and the joint one when there is one."""
    for given in criterion.ratings:
        yield Voice(given.assessor, names.level(given.rating.level), paragraphs(given.rating.remark))
    if criterion.consensus:
        level, remark = names.level(criterion.consensus.level), criterion.consensus.remark
        yield Voice(names.language.say("report.consensus"), level, paragraphs(remark))


def _evidence(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Iterator[str]:
    """What counts, and what was brought forward and does not."""
    say, language = names.language.say, names.language
    if criterion.admissible:
        yield say("interview.evidence", {"items": names.every_item(criterion.admissible)})
    against = set_aside(outcome)
    dropped = [item for item in criterion.evidence if item in against]
    if dropped:
        shown = [say("why.dropped.item", {"item": names.item(i), "why": brief(against[i], names)}) for i in dropped]
        yield language.say_count("why.dropped", len(dropped), {"items": language.list(shown)})


def _levels(criterion: CriterionResult, names: Names) -> Iterator[LevelText]:
    """The levels that were given and the one that is asked, lowest first: between them lies what is to be found out."""
    given = {rating.rating.level for rating in criterion.ratings} | {criterion.pass_level}
    for level in names.advice.programme.scale.levels:
        text = criterion.levels.get(level.id)
        if level.id in given and text is not None:
            asked = names.language.say("interview.level.asked") if level.id == criterion.pass_level else ""
            yield LevelText(names.text(level.title), asked, phrase(text, names))


def _prompts(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Iterator[Prompt]:
    """The five steps, about this evidence and this criterion; to go on about what was done: the indicators."""
    say = names.language.say
    titles = dict(names.criteria)
    values = {
        "items": _items(criterion, names),
        "criterion": titles.get((outcome.id, criterion.id), criterion.id),
        "level": names.level(criterion.pass_level),
    }
    indicators = tuple(phrase(indicator, names) for indicator in criterion.indicators)
    for step in ("situation", "task", "action", "result", "reflection"):
        key = f"starr.{step}"
        if step == "situation" and not criterion.admissible:
            key = "starr.situation.any"
        if step == "action" and indicators:
            key = "starr.action.indicators"
        yield Prompt(say(f"starr.word.{step}"), say(key, values), indicators if step == "action" else ())


def _items(criterion: CriterionResult, names: Names) -> str:
    """One of these pieces of evidence: by title, or by id where there are more than a question can hold."""
    by_id = len(criterion.admissible) > _SHOWN_ITEMS
    items = [item if by_id else names.item(item) for item in criterion.admissible]
    if len(items) < 2:  # noqa: PLR2004 - there is nothing to choose from
        return "".join(items)
    return names.language.say("list.or", {"items": ", ".join(items[:-1]), "last": items[-1]})
