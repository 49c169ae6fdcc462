"""The form that an assessor gets: what can be filled in, what is locked, and that text stays text."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook
from tests.exchange.forms import PARTICULARS, RATINGS, form, judged

from evc.exchange.form import ChangedFormError, facts_from, facts_of, hidden_rows
from evc.language import language
from evc.model.ids import AssessorId

HOSTILE = "=1+1 <script>alert(1)</script> _x000D_ @SUM(A1) \"' 007"
RUBRIC = f"""title: {json.dumps(HOSTILE)}
criteria:
  - id: A
    title: '=HYPERLINK("http://example.org","x")'
    mandatory: true
    indicators: ["+1", "-1\\nregel twee", "0031"]
    levels: {{low: "=low", high: "@high"}}
  - {{id: B, title: B}}
"""


def sheets(data):
    return load_workbook(BytesIO(data))


def test_a_row_a_criterion_with_all_that_an_assessor_reads(tmp_path):
    sheet = sheets(form(tmp_path, rubric=RUBRIC))[RATINGS]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:4] == ["Leeruitkomst", "Kenmerk", "Criterium", "Niveau"]
    assert heads[-2:] == ["Low (low)", "High (high)"]
    assert [sheet.cell(row, 2).value for row in (2, 3, 4)] == ["A", "B", None]
    assert sheet["H2"].value == "B1 B"
    assert sheet.freeze_panes == "D2"


def test_text_stays_text(tmp_path):
    sheet = sheets(form(tmp_path, rubric=RUBRIC))[RATINGS]
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in texts} == {"s"}
    assert [cell.hyperlink for cell in texts if cell.hyperlink] == []
    assert sheet["A2"].value == HOSTILE
    assert sheet["C2"].value == '=HYPERLINK("http://example.org","x") (verplicht)'
    assert sheet["I2"].value == "– +1\n– -1\nregel twee\n– 0031"
    assert (sheet["J2"].value, sheet["K2"].value) == ("=low", "@high")


def test_ids_are_locked_and_what_is_filled_in_is_not(tmp_path):
    book = sheets(form(tmp_path))
    for sheet in book.worksheets:
        assert sheet.protection.sheet
    ratings, particulars = book[RATINGS], book[PARTICULARS]
    unlocked = {cell.coordinate for row in ratings.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == {f"{column}{row}" for column in "DEFG" for row in (2, 3)}
    assert not particulars["B7"].protection.locked
    assert particulars["B4"].protection.locked
    assert book["evc"].sheet_state == "hidden"


def test_levels_are_chosen_from_the_scale(tmp_path):
    book = sheets(form(tmp_path))
    lists = {
        str(each.sqref): each.formula1 for each in book[RATINGS].data_validations.dataValidation if each.type == "list"
    }
    assert set(lists) == {"D2:D3", "E2:E3"}
    first, last = (cell.replace("$", "") for cell in lists["D2:D3"].partition("!")[2].split(":"))
    assert [cell.value for (cell,) in book["evc"][first:last]] == ["low", "high"]


def test_the_same_dossier_gives_the_same_bytes(tmp_path):
    assert form(tmp_path) == form(tmp_path)


def test_a_text_beyond_what_a_cell_holds_is_cut_visibly(tmp_path):
    long = "x" * 19_000
    criteria = f"criteria: [{{id: A, title: A, indicators: [{long}, {long}]}}]\n"
    shown = sheets(form(tmp_path, rubric=criteria))[RATINGS]
    assert len(shown["I2"].value) == 32_767
    assert shown["I2"].value.endswith(" […]")


def test_facts_come_back_and_any_change_is_seen(tmp_path):
    facts = facts_of(judged(tmp_path), AssessorId("A-7"), language("nl"))
    rows = hidden_rows(facts)
    assert facts_from(rows) == facts
    for number, row in enumerate(rows):
        changed = [*rows[:number], (*row[:-1], f"{row[-1]}x"), *rows[number + 1 :]]
        with pytest.raises(ChangedFormError):
            facts_from(changed)
        with pytest.raises(ChangedFormError):
            facts_from([*rows[:number], *rows[number + 1 :]])


def test_instruments_never_share_an_id_with_evidence(tmp_path):
    evidence = "evidence: [{id: G1, type: other, title: B, issued: 2026-06-01}]\nclaims: [{outcome: o, supports: {}}]\n"
    facts = facts_of(judged(tmp_path, portfolio=evidence), AssessorId("A-7"), language("nl"))
    assert facts.instruments == ("G2", "G3", "G4", "G5", "G6", "G7")
