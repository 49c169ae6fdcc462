"""An advice, an interview guide or a letter as a spreadsheet, for who wants to sort, count or write in it."""

from collections.abc import Callable, Mapping

from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.manner import Kind, Manner
from evc.reporting.office.advice_sheets import advice_sheets
from evc.reporting.office.book import written
from evc.reporting.office.paper_sheets import candidate_sheets, interview_sheets
from evc.reporting.office.sheets import Book, Sheet
from evc.reporting.view import view
from evc.reporting.view.candidate import candidate_view
from evc.reporting.view.interview import interview_view
from evc.reporting.view.paper import Paper

# A title, the foot of a page, and the sheets.
Content = tuple[str, str, tuple[Sheet, ...]]


def xlsx(advice: Advice, language: Language, manner: Manner) -> bytes:
    """One .xlsx with a table on each sheet."""
    title, foot, sheets = _CONTENTS[manner.kind](advice, language)
    author = manner.house.institution or "evc"
    return written(Book(title, author, advice.on, foot, language.say("office.cut"), sheets))


def _advice(advice: Advice, language: Language) -> Content:
    shown = view(advice, language)
    return shown.title, f"{shown.notice} · {shown.footer}", advice_sheets(advice, shown, language)


def _interview(advice: Advice, language: Language) -> Content:
    guide = interview_view(advice, language)
    return guide.paper.title, _foot(guide.paper), interview_sheets(guide, language)


def _candidate(advice: Advice, language: Language) -> Content:
    letter = candidate_view(advice, language)
    return letter.paper.title, _foot(letter.paper), candidate_sheets(letter, language)


def _foot(paper: Paper) -> str:
    return f"{paper.notice} · {paper.footer}"


_CONTENTS: Mapping[Kind, Callable[[Advice, Language], Content]] = {
    Kind.ADVICE: _advice,
    Kind.INTERVIEW: _interview,
    Kind.CANDIDATE: _candidate,
}
