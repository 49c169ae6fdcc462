"""The workbooks: real tables, real days and numbers, and never a formula, read back by another library."""

import datetime as dt
import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.reporting import samples
from tests.reporting.office import (
    EVERY,
    EXAMPLES,
    HOSTILE,
    elsewhere,
    example,
    here,
    made,
    parts_of,
    visible,
    with_text,
)

from evc.language import LANGUAGES, language
from evc.model.advice import Recommendation
from evc.model.text import Text
from evc.reporting.formats import render
from evc.reporting.manner import Kind, Manner
from evc.reporting.office.sheets import unique
from evc.reporting.view import view
from evc.reporting.view.candidate import candidate_view
from evc.reporting.view.interview import interview_view

SHEETS = {Kind.ADVICE: 6, Kind.INTERVIEW: 2, Kind.CANDIDATE: 2}
MOST = 32_767


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def texts(book: Workbook) -> list[str]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def sheet(book: Workbook, table: str) -> Worksheet:
    return next(each for each in book.worksheets if table in each.tables)


def only_values(data: bytes) -> bool:
    """Whether no cell is a formula and no part has a link."""
    cells = (cell for each in opened(data) for row in each.iter_rows() for cell in row)
    linked = any(b"hyperlink" in part.lower() for name, part in parts_of(data).items() if "sheet" in name)
    return not linked and all(cell.data_type != "f" for cell in cells)


def rows(data: bytes, table: str) -> list[tuple]:
    """The rows of a table below its head."""
    return list(sheet(opened(data), table).iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize(("name", "kind", "code"), EVERY)
def test_every_sheet_is_one_table_ready_to_print(name: str, kind: Kind, code: str) -> None:
    book = opened(made(".xlsx", name, kind, code))
    shown = [each for each in book.worksheets if each.sheet_state == "visible"]
    assert len(shown) == SHEETS[kind]
    for each in shown:
        (table,) = each.tables.values()
        heads = [cell.value for cell in each[1]]
        assert [column.name for column in table.tableColumns] == heads
        assert len({head.casefold() for head in heads}) == len(heads)
        assert table.ref.startswith("A1:")
        assert table.autoFilter is not None
        assert each.freeze_panes is not None
        assert each.freeze_panes.endswith("2")
        assert not each.merged_cells.ranges
        assert each.page_setup.orientation == "landscape"
        assert each.print_title_rows == "$1:$1"
        assert example(name).candidate.id in each.oddFooter.left.text


@pytest.mark.parametrize(("name", "kind", "code"), EVERY)
def test_nothing_is_a_formula_or_a_link(name: str, kind: Kind, code: str) -> None:
    assert only_values(made(".xlsx", name, kind, code))


@pytest.mark.parametrize(("name", "kind", "code"), EVERY)
def test_it_says_what_it_is(name: str, kind: Kind, code: str) -> None:
    about = opened(made(".xlsx", name, kind, code)).properties
    assert example(name).candidate.id in about.title
    assert about.creator
    assert about.created.date() == example(name).on


@pytest.mark.parametrize("name", EXAMPLES)
def test_days_and_numbers_are_real(name: str) -> None:
    advice, data = example(name), made(".xlsx", name, Kind.ADVICE, "nl")
    assert dt.datetime.combine(advice.on, dt.time()) in [value for _, value in rows(data, "Facts")]
    for unit, row in zip(advice.units, rows(data, "Units"), strict=True):
        assert row[4] == float(unit.credits)
    issued = [row[3].date() if row[3] else None for row in rows(data, "Evidence")]
    assert issued == [item.issued for item in advice.evidence]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_unit_outcome_criterion_item_and_change_has_its_row(name: str, code: str) -> None:
    data, shown = made(".xlsx", name, Kind.ADVICE, code), view(example(name), language(code))
    assert [row[1] for row in rows(data, "Units")] == [unit.id for unit in shown.page_one.units]
    criteria = [criterion.id for outcome in shown.outcomes for criterion in outcome.criteria]
    assert [row[0] for row in rows(data, "Criteria") if row[0]] == criteria
    assert [row[0] for row in rows(data, "Evidence") if row[0]] == [item.id for item in shown.register]
    changes = [change for outcome in shown.outcomes for change in outcome.missing]
    assert [row[3] for row in rows(data, "Missing") if row[3]] == changes
    whys = [" ".join((outcome.because, *outcome.because_more)) for outcome in shown.outcomes]
    assert [why for why in whys if why not in texts(opened(data))] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_other_kinds_say_all_too(name: str) -> None:
    said = "\n".join(texts(opened(made(".xlsx", name, Kind.INTERVIEW, "nl"))))
    for question in interview_view(example(name), language("nl")).interview.questions:
        assert question.reason in said
        assert all(prompt.text in said for prompt in question.prompts)
    letter = candidate_view(example(name), language("nl"))
    said = "\n".join(texts(opened(made(".xlsx", name, Kind.CANDIDATE, "nl"))))
    for text in (letter.salutation, *letter.opening, *letter.answer, *letter.closing):
        assert text in said
    for point in (point for section in letter.sections for point in section.points):
        assert all(text in said for text in (point.title.text, *point.paragraphs, *point.steps, point.after))


def test_a_status_is_shape_and_word_and_colours_itself_by_the_shape() -> None:
    units = sheet(opened(render(".xlsx", samples.rich(), language("nl"))), "Units")
    shapes = {unit.recommendation: units.cell(row, 3).value for row, unit in enumerate(samples.rich().units, start=2)}
    assert shapes[Recommendation.AWARD].startswith("✓\u00a0")
    assert shapes[Recommendation.INVESTIGATE].startswith("?\u00a0")
    rules = [rule.formula[0] for each in units.conditional_formatting for rule in each.rules]
    assert 'LEFT(C2,1)="✓"' in rules


def test_the_committee_chooses_only_where_it_decides() -> None:
    book = opened(render(".xlsx", samples.rich(), language("nl")))
    asked = {row.id for row in view(samples.rich(), language("nl")).signatures.decisions}
    units = sheet(book, "Units")
    cells = {str(found) for each in units.data_validations.dataValidation for found in each.sqref.ranges}
    assert cells == {f"G{row}" for row in range(2, units.max_row + 1) if units.cell(row, 2).value in asked}


def test_before_any_assessor_no_column_speaks_of_a_verdict_or_a_decision() -> None:
    before = opened(render(".xlsx", samples.before_assessors(), language("nl")))
    after = opened(render(".xlsx", samples.rich(), language("nl")))
    assert sheet(before, "Units").max_column < sheet(after, "Units").max_column
    shapes = ("✓", "?", "~", "✗")
    assert not [text for text in texts(before) if text.startswith(shapes)]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("hostile", sorted(HOSTILE))
def test_hostile_text_is_text(hostile: str, kind: Kind) -> None:
    """In every field at once."""
    advice = with_text(samples.rich(), HOSTILE[hostile])
    data = render(".xlsx", advice, language("nl"), Manner(kind=kind))
    said = [" ".join(text.split()) for text in texts(opened(data))]
    told = " ".join(visible(f"Leraar basisonderwijs {HOSTILE[hostile]}").split())
    assert any(told in text for text in said)
    assert only_values(data)


@pytest.mark.parametrize("hostile", ["command", "plus", "at", "link"])
def test_a_cell_that_begins_like_a_formula_is_a_string(hostile: str) -> None:
    advice = samples.rich()
    changed = replace(advice.evidence[0], title=HOSTILE[hostile])
    data = render(".xlsx", replace(advice, evidence=(changed, *advice.evidence[1:])), language("nl"))
    cell = sheet(opened(data), "Evidence").cell(2, 2)
    assert (cell.value, cell.data_type) == (HOSTILE[hostile], "s")
    assert only_values(data)


@pytest.mark.parametrize("character", ["a", "é", "😀"])
def test_a_text_that_is_too_long_is_cut_where_one_sees_it(character: str) -> None:
    advice = replace(samples.rich(), evidence=(replace(samples.rich().evidence[0], title=character * 40_000),))
    book = opened(render(".xlsx", advice, language("nl")))
    title = sheet(book, "Evidence").cell(2, 2).value
    assert len(title.encode("utf-16-le")) // 2 <= MOST
    assert title.startswith(character * 16_000)
    assert title.endswith("[…]")
    assert any(language("nl").say("office.cut") == text for text in texts(book))
    assert not any(
        language("nl").say("office.cut") == text
        for text in texts(opened(render(".xlsx", samples.rich(), language("nl"))))
    )


def test_heads_are_never_twice_the_same() -> None:
    assert list(unique(["EC", "ec", "EC", "A"])) == ["EC", "ec (2)", "EC (3)", "A"]


def test_every_assessor_has_a_column() -> None:
    heads = [cell.value for cell in sheet(opened(render(".xlsx", samples.rich(), language("nl"))), "Criteria")[1]]
    for who in ("A-07", "A-12"):
        assert language("nl").say("office.rating", {"who": who}) in heads


def test_what_can_be_chosen_may_hold_a_comma_and_be_long() -> None:
    """A list inside a validation is split at commas and may not be long: it stands in cells of its own."""
    programme = samples.before_assessors().programme
    levels = tuple(replace(level, title=Text({"nl": f"{level.id}, {'x' * 300}"})) for level in programme.scale.levels)
    advice = samples.rich()
    changed = replace(advice.programme, scale=replace(advice.programme.scale, levels=levels))
    book = opened(render(".xlsx", replace(advice, programme=changed), language("nl"), Manner(kind=Kind.INTERVIEW)))
    (hidden,) = (each for each in book.worksheets if each.sheet_state == "hidden")
    assert [cell.value for cell in hidden["A"]] == [level.title.by_language["nl"] for level in levels]
    (rule,) = {each.formula1 for each in sheet(book, "Interview").data_validations.dataValidation}
    assert rule == f"{hidden.title}!$A$1:$A${len(levels)}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_sheets_have_names_that_a_workbook_allows(code: str) -> None:
    spoken = language(code)
    keys = (
        "advice",
        "coverage",
        "units",
        "outcomes",
        "criteria",
        "register",
        "missing",
        "about",
        "interview",
        "letter",
    )
    names = [spoken.say(f"office.sheet.{key}") for key in keys]
    assert all(0 < len(name) <= 31 for name in names)
    assert not any(character in name for name in names for character in "[]:*?/\\'")
    assert len({name.casefold() for name in names}) == len(names)


def test_an_old_day_is_written_as_text() -> None:
    item = replace(samples.rich().evidence[0], issued=dt.date(1899, 12, 31))
    data = render(".xlsx", replace(samples.rich(), evidence=(item,)), language("nl"))
    assert rows(data, "Evidence")[0][3] == "1899-12-31"


def test_a_long_programme_title_still_makes_a_workbook() -> None:
    programme = replace(samples.rich().programme, title=Text({"nl": "x&y " * 300}))
    book = opened(render(".xlsx", replace(samples.rich(), programme=programme), language("nl")))
    assert len(book.properties.title) <= 255


@pytest.mark.parametrize(("zone", "seed"), [("UTC", "1"), ("Pacific/Kiritimati", "77")])
def test_the_same_bytes_in_another_process(zone: str, seed: str) -> None:
    assert elsewhere(".xlsx", zone, seed) == here(".xlsx")
