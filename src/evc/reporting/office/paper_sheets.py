"""The interview guide and the letter as tables: a row for each criterion to talk about, a row for each thing said."""

from collections.abc import Iterator

from evc.language import Language
from evc.reporting.office.advice_sheets import facts_sheet, text_of, word
from evc.reporting.office.sheets import Cell, Choice, Column, Kind, Sheet, lines
from evc.reporting.view.candidate import CandidateView
from evc.reporting.view.interview import InterviewView, Question
from evc.reporting.view.letter import LetterItem
from evc.reporting.view.paper import Paper


def interview_sheets(shown: InterviewView, language: Language) -> tuple[Sheet, ...]:
    """What the interview is about, and a table to write in."""
    guide = shown.interview
    facts = [*_facts(shown.paper, language), *((word("about", language), text) for text in (guide.intro, *guide.how))]
    facts += [(guide.t[key], None) for key in ("when", "minutes", "present") if guide.questions]
    facts += [(word("next", language), text) for text in shown.closing]
    columns = (
        Column(language.say("report.criterion"), 22),
        Column(language.say("report.outcome"), 18),
        Column(word("why", language), 30),
        Column(guide.t["ratings"], 34),
        Column(language.say("report.evidence"), 28),
        Column(guide.t["levels"], 34),
        Column(guide.t["questions"], 48),
        Column(guide.t["notes"], 36, Kind.INPUT),
        Column(guide.t["afterwards"], 14, Kind.INPUT),
    )
    rows = tuple(map(_question, guide.questions))
    return (
        facts_sheet(word("sheet.about", language), facts, language),
        Sheet(word("sheet.interview", language), "Interview", columns, rows),
    )


def _facts(paper: Paper, language: Language) -> Iterator[tuple[Cell, ...]]:
    yield word("kind", language), paper.notice
    yield word("title", language), paper.heading
    yield from ((fact.term, lines(fact.lines)) for fact in paper.facts)


def _question(question: Question) -> tuple[Cell, ...]:
    voices = [f"{voice.who}: {' '.join((voice.level, *voice.paragraphs))}" for voice in question.voices]
    levels = [
        f"{each.title}{f' ({each.asked})' if each.asked else ''}: {text_of(each.text)}" for each in question.levels
    ]
    return (
        question.criterion.text,
        question.outcome,
        question.reason,
        lines(voices),
        question.evidence,
        lines(levels),
        lines(tuple(_prompts(question))),
        None,
        Choice(question.scale),
    )


def _prompts(question: Question) -> Iterator[str]:
    for prompt in question.prompts:
        yield f"{prompt.word}. {prompt.text}"
        yield from (f"– {text_of(indicator)}" for indicator in prompt.indicators)


def candidate_sheets(shown: CandidateView, language: Language) -> tuple[Sheet, ...]:
    """The words of the letter, in its order; what is to be done has a column to keep track in."""
    columns = (
        Column(word("part", language), 34),
        Column(word("subject", language), 44),
        Column(word("text", language), 80),
        Column(word("done", language), 24, Kind.INPUT),
    )
    return (
        facts_sheet(word("sheet.about", language), tuple(_facts(shown.paper, language)), language),
        Sheet(word("sheet.letter", language), "Letter", columns, tuple(_letter(shown, language))),
    )


def _letter(shown: CandidateView, language: Language) -> Iterator[tuple[Cell, ...]]:
    for text in (shown.salutation, *shown.opening, *shown.answer):
        yield shown.paper.heading, "", text, ""
    for section in shown.sections:
        yield from ((section.heading, "", text, "") for text in section.paragraphs)
        for point in section.points:
            yield from ((section.heading, _title(point), text, to_do) for text, to_do in _said(point))
    yield from ((word("next", language), "", text, "") for text in shown.closing)


def _title(point: LetterItem) -> str:
    return f"{text_of(point.title)} ({point.amount})" if point.amount else text_of(point.title)


def _said(point: LetterItem) -> Iterator[tuple[str, str | None]]:
    """What is said of one thing, with an empty cell beside what is to be done; what is only named is a row too."""
    yield from ((text, "") for text in point.paragraphs)
    yield from ((step, None) for step in point.steps)
    if point.after or not (point.paragraphs or point.steps):
        yield point.after, ""
