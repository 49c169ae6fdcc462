"""`overview.xlsx` read back by another program's library."""

import datetime as dt
from contextlib import ExitStack
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.batching.overview.rows import EVERY, Raw, advice, dossier, overview, ready, rewritten, talk, unit

from evc.batching.overview.cells import CUT, MOST_UNITS, cut
from evc.batching.overview.csv_ import Table
from evc.batching.overview.maker import Maker
from evc.batching.overview.sheets import Workbook as Overview
from evc.batching.overview.told import Teller
from evc.batching.overview.totals import Totals
from evc.batching.overview.workbook import Room
from evc.batching.results import row_of
from evc.language import language

NL = language("nl")


def read(out: Path) -> Workbook:
    return load_workbook(out / "overview.xlsx")


def sheet(book: Workbook, key: str) -> Worksheet:
    found = book[NL.say(f"overview.sheet.{key}")]
    assert isinstance(found, Worksheet)
    return found


def column(of: Worksheet, key: str) -> list[object]:
    heads = [cell.value for cell in of[1]]
    at = heads.index(NL.say(f"overview.column.{key}"))
    return [row[at] for row in of.iter_rows(min_row=2, values_only=True)]


def made(rows: list[Raw], folder: Path, most: int) -> Workbook:
    """A workbook whose sheets hold `most` rows."""
    teller, totals = Teller(NL, "advice.html"), Totals()
    stream = BytesIO()
    with ExitStack() as files:
        book = Overview(teller, Room(folder, files, most))
        maker = Maker(teller, Table(BytesIO(), NL), book)
        for row in rows:
            piece = maker.make(row_of(row))
            totals.add(piece)
            book.add(piece.sheets)
        book.finish(stream, totals)
    return load_workbook(stream)


def test_each_sheet_is_a_table_with_filters_a_frozen_heading_and_a_page_set_up(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    book = read(tmp_path)
    assert len(book.sheetnames) == 4
    for each in book.worksheets:
        ((_, ref),) = each.tables.items()
        assert ref == each.dimensions
        assert each.tables[next(iter(each.tables))].autoFilter.ref == ref
        assert each.freeze_panes is not None
        assert each.print_title_rows == "$1:$1"
        assert each.page_setup.orientation == "landscape"
        assert all(cell.value for cell in each[1])
        assert not each.merged_cells.ranges


def test_days_are_days_and_credits_are_numbers(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    candidates = sheet(read(tmp_path), "candidates")
    assert column(candidates, "on")[0] == dt.datetime(2026, 10, 5)  # noqa: DTZ001 - as openpyxl reads it
    assert column(candidates, "awarded") == [30.5, 30.5, None, None, None]
    days = next(row for row in candidates.iter_rows(min_row=2, max_row=2))
    assert {cell.number_format for cell in days if isinstance(cell.value, dt.datetime)} == {"dd-mm-yyyy"}


def test_the_decision_is_a_choice_of_three_and_empty(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    for key in ("candidates", "units"):
        each = sheet(read(tmp_path), key)
        (choice,) = each.data_validations.dataValidation
        words = [NL.say(f"overview.decision.{word}") for word in ("follows", "deviates", "holds")]
        assert choice.formula1 == f'"{",".join(words)}"'
        assert f"{choice.sqref}".endswith(str(each.max_row))
        assert set(column(each, "decision")) == {None}


def test_a_colour_never_stands_without_its_word(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    units = sheet(read(tmp_path), "units")
    rules = [rule for each in units.conditional_formatting for rule in each.rules]
    coloured = {formula.strip('"') for rule in rules for formula in rule.formula}
    assert NL.say("recommendation.award") in coloured
    assert NL.say("recommendation.award") in column(units, "advised")


def test_before_any_assessor_no_cell_holds_a_verdict(tmp_path: Path) -> None:
    overview([EVERY[2]], tmp_path)
    verdicts = {NL.say(f"label.{each}") for each in ("demonstrated", "open", "partly-demonstrated", "not-demonstrated")}
    verdicts |= {NL.say(f"recommendation.{each}") for each in ("award", "partial", "investigate.ratings")}
    cells = {
        cell
        for each in read(tmp_path).worksheets
        for row in each.iter_rows(min_row=2, values_only=True)
        for cell in row
    }
    assert not cells & verdicts


def test_outcomes_are_those_asked_for_and_errors_have_their_place(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    book = read(tmp_path)
    assert column(sheet(book, "outcomes"), "outcome") == ["Uitkomst een", *["Uitkomst een", "Uitkomst twee"] * 2]
    problems = sheet(book, "problems")
    assert column(problems, "line") == [41, 50, None]
    assert column(problems, "code") == ["EVC303", "EVC303", None]
    assert column(problems, "message")[2]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{=SUM(A1)}",
        "http://example.org",
        "mailto:a@example.org",
        "00123",
        "1e5",
        "<c>&amp;</c>",
        "  spatie ",
        "emoji 🎓",
        "﹢é\u0301",
    ],
)
def test_foreign_text_stays_the_text_it_is(tmp_path: Path, text: str) -> None:
    overview([rewritten(text, row) for row in EVERY], tmp_path)
    book = read(tmp_path)
    for each in book.worksheets:
        assert not each._hyperlinks  # noqa: SLF001 - openpyxl has no other place for them
        for row in each.iter_rows(min_row=2):
            assert all(cell.data_type != "f" for cell in row)
    assert column(sheet(book, "candidates"), "name")[0] == text


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\ufffeb", "a\ud800b", "a\u202eb"])
def test_what_no_workbook_may_hold_is_shown_by_its_code(tmp_path: Path, text: str) -> None:
    overview([ready(name=text)], tmp_path)
    assert column(sheet(read(tmp_path), "candidates"), "name") == [f"a<U+{ord(text[1]):04X}>b"]


@pytest.mark.parametrize("text", ["x" * 40_000, "🎓" * 20_000])
def test_text_too_long_for_a_cell_is_cut_where_one_sees_it(tmp_path: Path, text: str) -> None:
    overview([ready(name=text)], tmp_path)
    (found,) = column(sheet(read(tmp_path), "candidates"), "name")
    assert isinstance(found, str)
    assert found.endswith(CUT)
    assert len(found.encode("utf-16-le")) // 2 <= MOST_UNITS


def test_what_excel_would_read_as_a_code_is_escaped(tmp_path: Path) -> None:
    overview([ready(name="_x0041_")], tmp_path)
    # openpyxl shows what stands in the file; Excel reads _x005F_ as the sign _.
    assert column(sheet(read(tmp_path), "candidates"), "name") == ["_x005F_x0041_"]


def test_text_that_just_fits_is_whole() -> None:
    assert cut("x" * MOST_UNITS) == "x" * MOST_UNITS


def test_more_rows_than_fit_go_on_in_a_second_sheet(tmp_path: Path) -> None:
    book = made([ready(number) for number in range(1, 8)], tmp_path, most=3)
    names = [name for name in book.sheetnames if name.startswith(NL.say("overview.sheet.candidates"))]
    assert len(names) == 3
    found = [column(book[name], "candidate") for name in names]
    assert found == [["K-0001", "K-0002", "K-0003"], ["K-0004", "K-0005", "K-0006"], ["K-0007"]]
    assert len({table for each in book.worksheets for table in each.tables}) == len(book.worksheets)


def test_a_batch_without_a_single_advice_is_a_workbook_too(tmp_path: Path) -> None:
    overview([EVERY[4]], tmp_path)
    book = read(tmp_path)
    assert column(sheet(book, "units"), "unit") == [None]
    assert column(sheet(book, "candidates"), "stand") == [NL.say("overview.stand.errors")]


def test_it_was_made_on_the_latest_reference_date_in_it(tmp_path: Path) -> None:
    overview([ready(), dossier(2, advice(on="2026-11-02"))], tmp_path)
    assert read(tmp_path).properties.created == dt.datetime(2026, 11, 2)  # noqa: DTZ001 - idem


def test_no_file_in_it_tells_the_clock(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    with ZipFile(tmp_path / "overview.xlsx") as packed:
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.testzip() is None


def test_credits_are_exact(tmp_path: Path) -> None:
    overview([dossier(1, advice(unit("LU-1", "award", credits="7.25")))], tmp_path)
    (found,) = column(sheet(read(tmp_path), "units"), "unit-credits")
    assert Decimal(str(found)) == Decimal("7.25")


def test_the_stand_of_a_dossier_to_talk_about_is_coloured(tmp_path: Path) -> None:
    overview([talk()], tmp_path)
    candidates = sheet(read(tmp_path), "candidates")
    words = {
        formula.strip('"')
        for each in candidates.conditional_formatting
        for rule in each.rules
        for formula in rule.formula
    }
    assert set(column(candidates, "stand")) <= words
