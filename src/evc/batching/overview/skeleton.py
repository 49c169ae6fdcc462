"""A workbook without its rows, as XlsxWriter makes it: tables, drop-downs, coloured words, the page set-up."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from evc.batching.overview.cells import Column, Kind
from evc.model.value import value

FIRST_ROW = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
"""The one empty row of a sheet."""

_FILLS = {
    "met": ("#0B5872", "#DCEEF4"),
    "open": ("#7D4400", "#FDF0DC"),
    "part": ("#54439A", "#ECEAF8"),
    "not": ("#434951", "#E8EAED"),
    "err": ("#A11D1D", "#FDEAEA"),
}


@value
class Sheet:
    """A sheet: its name, columns, how many of these stay in view, and the words that are coloured, each by its tone."""

    name: str
    columns: tuple[Column, ...]
    frozen: int
    colours: Mapping[str, str]


@value
class Wording:
    """What a workbook says beside its rows: its title, the foot of printed sheets, choices, and how days look."""

    title: str
    notice: str
    heading: Callable[[str], str]
    choices: tuple[str, ...]
    choices_title: str
    choices_error: str
    day_format: str


def skeleton(sheets: Sequence[tuple[Sheet, str, int]], wording: Wording, made: date) -> dict[str, bytes]:
    """The files of a workbook with these sheets, each with one empty row, but made for so many."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    created = datetime.combine(made, time())
    book.set_properties({"title": wording.title, "comments": wording.notice, "created": created})
    looks = _formats(book, wording)
    for sheet, name, count in sheets:
        _sheet(book.add_worksheet(name), sheet, max(count, 1), wording, looks)
    book.close()
    with ZipFile(stream) as packed:
        return {each: packed.read(each) for each in packed.namelist()}


def _formats(book: Workbook, wording: Wording) -> dict[str, Format]:
    """The looks of cells by kind of column, and of words by tone."""
    top = {"valign": "top"}
    text = {**top, "num_format": "@"}
    wrapped = {**text, "text_wrap": True}
    kinds: dict[Kind, Mapping[str, object]] = {
        Kind.TEXT: text,
        Kind.LONG: wrapped,
        Kind.WORD: {**text, "bold": True},
        Kind.NUMBER: {**top, "num_format": "#,##0.##"},
        Kind.DAY: {**top, "num_format": wording.day_format},
        Kind.CHOICE: {**text, "bg_color": "#FFFBE6"},
        Kind.NOTE: {**wrapped, "bg_color": "#FFFBE6"},
    }
    found = {kind.value: book.add_format(dict(look)) for kind, look in kinds.items()}
    fills = {tone: {"font_color": ink, "bg_color": fill} for tone, (ink, fill) in _FILLS.items()}
    return found | {tone: book.add_format(look) for tone, look in fills.items()}


def _sheet(into: Worksheet, sheet: Sheet, count: int, wording: Wording, looks: Mapping[str, Format]) -> None:
    """A sheet with its headings, one empty row, and all that Excel does for `count` rows."""
    last = len(sheet.columns) - 1
    heads = [{"header": wording.heading(column.key)} for column in sheet.columns]
    into.add_table(0, 0, 1, last, {"columns": heads, "style": "Table Style Light 1"})
    for at, column in enumerate(sheet.columns):
        into.set_column(at, at, column.width)
        into.write_blank(1, at, None, looks[column.kind.value])
        if column.kind is Kind.WORD:
            _colour(into, at, count, sheet.colours, looks)
        if column.kind is Kind.CHOICE:
            _choose(into, at, count, wording)
    into.freeze_panes(1, sheet.frozen)
    into.set_landscape()
    into.set_paper(9)
    into.repeat_rows(0)
    into.fit_to_pages(1, 0)
    into.set_footer("&L" + wording.notice.replace("&", "&&") + "&C&A&R&P / &N")


def _colour(into: Worksheet, at: int, count: int, colours: Mapping[str, str], looks: Mapping[str, Format]) -> None:
    for word, tone in colours.items():
        if tone in _FILLS:
            quoted = '"' + word.replace('"', '""') + '"'
            rule = {"type": "cell", "criteria": "==", "value": quoted, "format": looks[tone]}
            into.conditional_format(1, at, count, at, rule)


def _choose(into: Worksheet, at: int, count: int, wording: Wording) -> None:
    choice = {
        "validate": "list",
        "source": list(wording.choices),
        "error_title": wording.choices_title,
        "error_message": wording.choices_error,
    }
    into.data_validation(1, at, count, at, choice)


def looks_of(sheet: bytes) -> list[str]:
    """The styles of the columns, as the empty row of a sheet has them."""
    row = FIRST_ROW.search(sheet)
    return [] if row is None else [found.decode() for found in re.findall(rb'<c r="[A-Z]2" s="([0-9]+)"', row[0])]
