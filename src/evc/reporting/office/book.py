"""Sheets as the bytes of an .xlsx file: real tables, real days and numbers, and text that never becomes a formula."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from evc.reporting.office.sheets import Book, Cell, Choice, Column, Kind, Sheet, unique
from evc.reporting.office.statuses import GLYPHS
from evc.reporting.office.text import legal

# Nothing that a person wrote is ever taken for anything but text.
_TEXT_ONLY = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_MOST_UNITS = 32_767
"""UTF-16 units that a cell holds."""
_MOST_HEAD = 255
"""Characters of a table's head, and of a property or the foot of a page."""
_CUT = " […]"
_HIDDEN = "evc"
_FIRST_YEAR = 1901
"""Before this, spreadsheets do not agree on what a day is; such a day is written as text."""
_A4 = 9
_LINE_HEIGHT, _ROOM, _MOST_HEIGHT = 15.0, 3.0, 409.0
"""Points: of a line, around it, and of the highest row that a spreadsheet can show."""

_INK, _LINE, _HEAD, _INPUT = "#1A1D21", "#C8CDD5", "#E8EDF2", "#FFFBE6"
# Text and ground of each status; the same as on paper.
_STATUSES: Mapping[str, tuple[str, str]] = {
    "met": ("#0B5872", "#DCEEF4"),
    "open": ("#7D4400", "#FDF0DC"),
    "part": ("#54439A", "#ECEAF8"),
    "not": ("#434951", "#E8EAED"),
}


def written(book: Book) -> bytes:
    """The file; equal books are equal bytes."""
    stream = BytesIO()
    workbook = Workbook(stream, _TEXT_ONLY)
    made = dt.datetime.combine(book.on, dt.time())
    title, author = legal(book.title)[:_MOST_HEAD], legal(book.author)[:_MOST_HEAD]
    workbook.set_properties({"title": title, "author": author, "created": made})
    looks = _Looks(workbook)
    for number, sheet in enumerate(_with_notice(book)):
        page = workbook.add_worksheet(sheet.name)
        _sheet(page, sheet, looks)
        _printed(page, book.foot)
        if number == 0:
            page.activate()
    _choices(workbook, looks)
    workbook.close()
    return stream.getvalue()


class _Looks:
    """The formats of a workbook, and the choices in it."""

    def __init__(self, workbook: Workbook) -> None:
        self.choices: list[tuple[str, ...]] = []
        plain = {"text_wrap": True, "valign": "top", "font_color": _INK, "bottom": 1, "bottom_color": _LINE}
        self.head = workbook.add_format({**plain, "bold": True, "bg_color": _HEAD, "valign": "bottom", "bottom": 2})
        self.text = workbook.add_format({**plain, "num_format": "@"})
        self.first = workbook.add_format({**plain, "num_format": "@", "bold": True})
        self.number = workbook.add_format({**plain, "align": "right", "indent": 1})
        self.amount = workbook.add_format({**plain, "align": "left"})
        self.day = workbook.add_format({**plain, "num_format": "dd-mm-yyyy", "align": "left"})
        self.input = workbook.add_format({**plain, "bg_color": _INPUT, "border": 1, "border_color": "#7F7F7F"})
        self.statuses = {
            tone: workbook.add_format({"bold": True, "font_color": text, "bg_color": ground})
            for tone, (text, ground) in _STATUSES.items()
        }


def _with_notice(book: Book) -> Iterator[Sheet]:
    """The sheets; the first says so when a text in any of them had to be cut."""
    first, *others = book.sheets
    cut = any(isinstance(cell, str) and _too_long(cell) for sheet in book.sheets for row in sheet.rows for cell in row)
    if cut:
        row: tuple[Cell, ...] = (_CUT.strip(), book.cut, *(None for _ in first.columns[2:]))
        first = Sheet(first.name, first.table, first.columns, (*first.rows, row), first.frozen)
    yield first
    yield from others


def _sheet(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    last = max(len(sheet.rows), 1)
    heads = [legal(head)[:_MOST_HEAD] for head in unique(column.head for column in sheet.columns)]
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    page.set_row(0, _height(sheet.columns, heads))
    # A table writes its own head; it holds no style of its own, so that ours is the same in every program.
    columns = [{"header": head, "header_format": looks.head} for head in heads]
    page.add_table(0, 0, last, len(heads) - 1, {"name": sheet.table, "style": None, "columns": columns})
    for row, cells in enumerate(sheet.rows, start=1):
        page.set_row(row, _height(sheet.columns, cells))
        for at, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True)):
            _cell(page, (row, at), cell, column.kind, looks)
    for at, column in enumerate(sheet.columns):
        if column.kind is Kind.STATUS:
            _coloured(page, at, last, looks)
    page.freeze_panes(1, sheet.frozen)


def _height(columns: Sequence[Column], cells: Sequence[Cell]) -> float:
    """So high that wrapped text shows, since not every program works that out by itself (points)."""
    rows = max(
        sum(len(line) // max(column.width, 1) + 1 for line in str(cell).split("\n"))
        for column, cell in zip(columns, cells, strict=True)
        if not isinstance(cell, Choice)
    )
    return min(rows * _LINE_HEIGHT + _ROOM, _MOST_HEIGHT)


def _cell(page: Worksheet, place: tuple[int, int], cell: Cell, kind: Kind, looks: _Looks) -> None:
    row, at = place
    match cell:
        case "":
            page.write_blank(row, at, None, looks.text)
        case Choice(options=options):
            page.write_blank(row, at, None, looks.input)
            page.data_validation(row, at, row, at, {"validate": "list", "source": _source(options, looks)})
        case None:
            page.write_blank(row, at, None, looks.input if kind is Kind.INPUT else looks.text)
        case dt.date() if cell.year >= _FIRST_YEAR:
            page.write_datetime(row, at, dt.datetime.combine(cell, dt.time()), looks.day)
        case dt.date():
            page.write_string(row, at, cell.isoformat(), looks.text)
        case Decimal() | int():
            page.write_number(row, at, float(cell), looks.number if kind is Kind.NUMBER else looks.amount)
        case str():
            page.write_string(row, at, _fitting(cell), looks.text if at else looks.first)


def _source(options: tuple[str, ...], looks: _Looks) -> str:
    """Where the choices stand: inside a rule, a comma would split them and 255 characters be too many."""
    if options not in looks.choices:
        looks.choices.append(options)
    column = _letter(looks.choices.index(options))
    return f"={_HIDDEN}!${column}$1:${column}${len(options)}"


def _choices(workbook: Workbook, looks: _Looks) -> None:
    """The sheet that nobody sees, with a column for every list to choose from."""
    if not looks.choices:
        return
    page = workbook.add_worksheet(_HIDDEN)
    for at, options in enumerate(looks.choices):
        for row, option in enumerate(options):
            page.write_string(row, at, _fitting(option), looks.text)
    page.hide()


def _too_long(text: str) -> bool:
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * _MOST_UNITS


def _fitting(text: str) -> str:
    """A text as a cell holds it; what does not fit ends in a mark."""
    text = legal(text)
    if not _too_long(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return units[: 2 * (_MOST_UNITS - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _coloured(page: Worksheet, at: int, last: int, looks: _Looks) -> None:
    """The colour of a status, by the shape that stands in the cell with its word."""
    where = f"{_letter(at)}2"
    for tone, look in looks.statuses.items():
        rule = {"type": "formula", "criteria": f'=LEFT({where},1)="{GLYPHS[tone]}"', "format": look}
        page.conditional_format(1, at, last, at, rule)


def _letter(at: int) -> str:
    """A column as spreadsheets name it: 0 is A, 26 is AA."""
    before, letter = divmod(at, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + letter)


def _printed(page: Worksheet, foot: str) -> None:
    """Landscape, as wide as the paper, the head on every page, and what it is at the foot of each."""
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    shown = " ".join(legal(foot).split()).replace("&", "&&")[:200]
    page.set_footer(f"&L{shown}&R&P / &N")
