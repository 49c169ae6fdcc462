"""`overview.csv` as a spreadsheet reads it."""

import csv
from pathlib import Path

import pytest
from tests.batching.overview.rows import EVERY, Raw, overview, ready, rewritten

from evc.batching.overview.csv_ import COLUMNS, harmless


def read(out: Path, separator: str) -> list[list[str]]:
    text = (out / "overview.csv").read_bytes().decode("utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))


@pytest.mark.parametrize(("code", "separator", "credits"), [("nl", ";", "30,5"), ("en", ",", "30.5")])
def test_it_opens_right_in_the_excel_of_who_reads_it(tmp_path: Path, code: str, separator: str, credits: str) -> None:  # noqa: A002
    overview(EVERY, tmp_path, code)
    data = (tmp_path / "overview.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == len(EVERY) + 1
    heads, *rows = read(tmp_path, separator)
    assert {len(row) for row in rows} == {len(heads)} == {len(COLUMNS)}
    found = dict(zip(COLUMNS, rows[0], strict=True))
    assert (found["candidate"], found["awarded"], found["on"]) == ("K-0001", credits, "2026-10-05")
    assert found["advice"] == "K-0001/advice.html"


def test_every_cell_is_quoted(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    for line in (tmp_path / "overview.csv").read_text("utf-8-sig").splitlines():
        assert line.startswith('"')
        assert line.endswith('"')


def test_before_any_assessor_and_with_errors_no_credits_are_told(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    awarded = [row[COLUMNS.index("awarded")] for row in read(tmp_path, ";")[1:]]
    assert awarded == ["30,5", "30,5", "", "", ""]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("=1+1", True),
        ("+31 6", True),
        ("-1", True),
        ("@SUM(A1)", True),
        ("\t=1", True),
        ("\r=1", True),
        ("  =1", True),
        ("\u00a0=1", True),
        ("\u200b=1", True),
        ("\uff1d1", True),
        ("\uff0b1", True),
        ("\uff0d1", True),
        ("\uff201", True),
        ("a=1", False),
        ("", False),
        ("'=1", False),
        ("Jansen-Bakker", False),
    ],
)
def test_text_that_would_be_calculated_begins_with_an_apostrophe(text: str, *, begins: bool) -> None:
    assert harmless(text) == (f"'{text}" if begins else text)


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("x";"y")', "  @SUM(1)", "\t=cmd|' /C calc'!A0", 'a";"b\r\n"=1', "\uff1d1", "\x00=1"]
)
def test_no_field_of_a_person_becomes_a_formula_or_another_cell(tmp_path: Path, text: str) -> None:
    rows: list[Raw] = [rewritten(text, row) for row in EVERY]
    overview(rows, tmp_path)
    read_back = read(tmp_path, ";")
    assert {len(row) for row in read_back} == {len(COLUMNS)}
    assert len(read_back) == len(rows) + 1
    for row in read_back:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "@", "\uff1d", "-"))


def test_quotes_in_text_come_back_as_they_were(tmp_path: Path) -> None:
    overview([ready(name='Jan "de Man"; jr.')], tmp_path)
    assert read(tmp_path, ";")[1][COLUMNS.index("name")] == 'Jan "de Man"; jr.'
