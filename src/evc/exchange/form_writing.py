"""The form as a workbook: drop-downs from the scale, ids that are locked, and text that never becomes a formula."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from evc.exchange.form import (
    BASED_ON,
    DAY,
    FIRST_INSTRUMENT,
    HIDDEN,
    KIND,
    LEVEL,
    MINUTES,
    NAME,
    ON,
    READ,
    REMARK,
    ROLE,
    FormFacts,
    facts_of,
    first_hidden_row,
    hidden_rows,
)
from evc.exchange.subject import Subject
from evc.language import Language
from evc.model.ids import AssessorId
from evc.model.rubric import Criterion, Rubric

# Nothing that a person wrote is ever taken for anything but text.
_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MOST_UNITS = 32_767
"""UTF-16 units that a cell holds."""
_CUT = " […]"
_WIDTHS = (24, 8, 28, 14, 14, 14, 60, 34, 50)
_DESCRIPTOR_WIDTH = 40
_FIRST_DAY, _LAST_DAY = dt.date(1900, 3, 1), dt.date(2199, 12, 31)


class _Form:
    """A workbook with its formats, while it is filled."""

    def __init__(self, subject: Subject, assessor: AssessorId, language: Language, stream: BytesIO) -> None:
        self.subject, self.language = subject, language
        self.facts = facts_of(subject, assessor, language)
        self.book = Workbook(stream, _TEXT_ONLY)
        # The same dossier gives the same bytes: the clock plays no part.
        made = dt.datetime.combine(subject.dossier.submitted, dt.time())
        title = self.say("title", {"candidate": self.facts.candidate, "assessor": assessor})
        self.book.set_properties({"title": title, "created": made})
        look = {"text_wrap": True, "valign": "top", "num_format": "@"}
        box = {"border": 1, "border_color": "#7F7F7F"}
        self.head = self.book.add_format({**look, "bold": True, "bg_color": "#D9E2EC", "bottom": 1})
        self.locked = self.book.add_format(look)
        self.open = self.book.add_format({**look, **box, "locked": False, "bg_color": "#FFFBE6"})
        self.day = self.book.add_format({**look, **box, "locked": False, "bg_color": "#FFFBE6",
                                         "num_format": "yyyy-mm-dd"})  # fmt: skip
        self.number = self.book.add_format({**look, **box, "locked": False, "bg_color": "#FFFBE6", "num_format": "0"})

    def say(self, key: str, values: dict[str, object] | None = None) -> str:
        return self.language.say(f"form.{key}", values)

    def sheet(self, name: str, widths: Sequence[int], heads: Sequence[str]) -> Worksheet:
        """A protected sheet with a header that stays in view."""
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for column, words in enumerate(heads):
            text(sheet, 1, column + 1, words, self.head)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        return sheet


def assessment_form(subject: Subject, assessor: AssessorId, language: Language) -> bytes:
    """The form in which an assessor rates this dossier, as the bytes of an .xlsx file."""
    stream = BytesIO()
    form = _Form(subject, assessor, language, stream)
    _ratings(form)
    _particulars(form)
    _hidden(form)
    form.book.close()
    return stream.getvalue()


def text(sheet: Worksheet, row: int, column: int, words: str, look: Format) -> None:
    """Write words as text, whatever they look like; rows and columns count from 1. Too long ones end in a mark."""
    units = words.encode("utf-16-le", "surrogatepass")
    if len(units) > 2 * _MOST_UNITS:
        words = units[: 2 * (_MOST_UNITS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
    if words:
        sheet.write_string(row - 1, column - 1, words, look)
    else:
        sheet.write_blank(row - 1, column - 1, None, look)


def _ratings(form: _Form) -> None:
    levels = form.subject.programme.scale.levels
    shown = [f"{form.subject.own(level.title, form.language)} ({level.id})" for level in levels]
    columns = ("outcome", "criterion", "title", "level", "first", "based-on", "remark", "evidence", "indicators")
    heads = [*(form.say(f"column.{each}") for each in columns), *shown]
    sheet = form.sheet(form.facts.sheets[0], [*_WIDTHS, *[_DESCRIPTOR_WIDTH] * len(levels)], heads)
    sheet.freeze_panes(1, LEVEL - 1)
    row = 1
    for rubric in form.subject.rubrics:
        for criterion in rubric.criteria:
            row += 1
            _criterion(form, sheet, row, rubric, criterion)
    if row > 1:
        _choices(form, sheet, row)


def _criterion(form: _Form, sheet: Worksheet, row: int, rubric: Rubric, criterion: Criterion) -> None:
    own, language = form.subject.own, form.language
    title = own(criterion.title, language)
    if criterion.mandatory:
        title = form.say("mandatory", {"title": title})
    cited = "\n".join(f"{item.id} {item.title}" for item in form.subject.cited(rubric.id, criterion.id))
    indicators = "\n".join(f"– {own(each, language)}" for each in criterion.indicators)
    described = (
        own(criterion.levels[level.id], language) if level.id in criterion.levels else ""
        for level in form.subject.programme.scale.levels
    )
    for column, words in enumerate((own(rubric.title, language), criterion.id, title), start=1):
        text(sheet, row, column, words, form.locked)
    for column in range(LEVEL, REMARK + 1):
        text(sheet, row, column, "", form.open)
    for column, words in enumerate((cited, indicators, *described), start=READ):
        text(sheet, row, column, words, form.locked)


def _choices(form: _Form, sheet: Worksheet, last: int) -> None:
    """Drop-downs of the scale for both levels, and what to write where."""
    choice = {
        "validate": "list",
        "source": _range(form.facts, "level", len(form.facts.levels)),
        "error_title": form.say("error.level.title"),
        "error_message": form.say("error.level"),
    }
    for column in (LEVEL, LEVEL + 1):
        sheet.data_validation(1, column - 1, last - 1, column - 1, choice)
    hint = {"validate": "any", "input_title": form.say("column.based-on"), "input_message": form.say("based-on")}
    sheet.data_validation(1, BASED_ON - 1, last - 1, BASED_ON - 1, hint)


def _particulars(form: _Form) -> None:
    facts, candidate = form.facts, form.subject.dossier.candidate
    programme = form.subject.own(form.subject.programme.title, form.language)
    heads = [form.say("particulars.what"), form.say("particulars.fill-in"), "", ""]
    sheet = form.sheet(facts.sheets[1], (30, 40, 16, 12), heads)
    sheet.freeze_panes(1, 0)
    fixed = {
        "candidate": f"{candidate.id} {candidate.name or ''}".rstrip(),
        "programme": programme,
        "assessor": facts.assessor,
    }
    for row, (key, words) in enumerate(fixed.items(), start=2):
        text(sheet, row, 1, form.say(f"particulars.{key}"), form.locked)
        text(sheet, row, 2, words, form.locked)
    for row, key, look in ((NAME, "name", form.open), (ROLE, "role", form.open), (ON, "on", form.day)):
        text(sheet, row, 1, form.say(f"particulars.{key}"), form.locked)
        text(sheet, row, 2, "", look)
    _day_only(form, sheet, ON, ON, 2)
    for column, key in enumerate(("instrument", "kind", "day", "minutes"), start=1):
        text(sheet, FIRST_INSTRUMENT - 1, column, form.say(f"particulars.{key}"), form.head)
    last = FIRST_INSTRUMENT + len(facts.instruments) - 1
    for row, name in enumerate(facts.instruments, start=FIRST_INSTRUMENT):
        text(sheet, row, 1, name, form.locked)
        for column, look in ((KIND, form.open), (DAY, form.day), (MINUTES, form.number)):
            text(sheet, row, column, "", look)
    kinds = {"validate": "list", "source": _range(facts, "kind", len(facts.kinds))}
    sheet.data_validation(FIRST_INSTRUMENT - 1, KIND - 1, last - 1, KIND - 1, kinds)
    _day_only(form, sheet, FIRST_INSTRUMENT, last, DAY)


def _day_only(form: _Form, sheet: Worksheet, first: int, last: int, column: int) -> None:
    days = {
        "validate": "date",
        "criteria": "between",
        "minimum": _FIRST_DAY,
        "maximum": _LAST_DAY,
        "error_title": form.say("error.day.title"),
        "error_message": form.say("error.day"),
    }
    sheet.data_validation(first - 1, column - 1, last - 1, column - 1, days)


def _hidden(form: _Form) -> None:
    sheet = form.book.add_worksheet(HIDDEN)
    for row, values in enumerate(hidden_rows(form.facts), start=1):
        for column, words in enumerate(values, start=1):
            text(sheet, row, column, words, form.locked)
    sheet.protect()
    sheet.hide()


def _range(facts: FormFacts, key: str, number: int) -> str:
    """The cells of the hidden sheet with the choices of a kind."""
    first = first_hidden_row(facts, key)
    return f"={HIDDEN}!$B${first}:$B${first + number - 1}"
