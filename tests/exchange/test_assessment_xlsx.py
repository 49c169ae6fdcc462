"""A form that comes back: the assessment in it, or every slip with the cell it stands in."""

import datetime as dt
from io import BytesIO

import pytest
from openpyxl import Workbook
from tests.exchange.forms import DAY, PARTICULARS, RATINGS, filled, form

from evc.exchange.assessment_xlsx import read
from evc.exchange.yaml_text import document
from evc.reading.yaml import read_yaml

RIGHT = {"Oordelen!D2": "high", DAY: dt.date(2026, 10, 6)}
LONG = "x" * 10_000


def imported(folder, cells, change=None):
    return read(filled(form(folder), cells, change), "A-7.xlsx")


def said(folder, cells, change=None):
    """The faults as (place, code or key)."""
    return [
        (each.place, each.what.code if hasattr(each.what, "code") else each.what.key)
        for each in imported(folder, cells, change).faults
    ]


def test_all_that_was_filled_in(tmp_path):
    cells = {
        "Oordelen!D2": "high",
        "Oordelen!E2": "low",
        "Oordelen!F2": "B1, G1; G2",
        "Oordelen!G2": "Laat het zien.",
        "Oordelen!D3": "low",
        f"{PARTICULARS}!B5": "M. Bakker",
        f"{PARTICULARS}!B6": "vakdidacticus",
        DAY: dt.datetime(2026, 10, 6, 14, 30),  # noqa: DTZ001 - as a spreadsheet holds it
        f"{PARTICULARS}!B10": "gesprek",
        f"{PARTICULARS}!C10": dt.date(2026, 10, 5),
        f"{PARTICULARS}!D10": 40,
        f"{PARTICULARS}!D11": 7.5,
    }
    found = imported(tmp_path, cells)
    assert found.faults == ()
    assert found.document is not None
    assert {key: found.document[key] for key in ("assessor", "candidate", "on", "instruments", "ratings")} == {
        "assessor": {"id": "A-7", "name": "M. Bakker", "role": "vakdidacticus"},
        "candidate": "K-1",
        "on": "2026-10-06",
        "instruments": [
            {"id": "G1", "kind": "interview", "on": "2026-10-05", "minutes": 40},
            {"id": "G2", "minutes": pytest.approx(7.5)},
        ],
        "ratings": {
            "o": {
                "A": {"level": "high", "first": "low", "based_on": ["B1", "G1", "G2"], "remark": "Laat het zien."},
                "B": {"level": "low"},
            }
        },
    }
    judged = found.document["judged"]
    assert isinstance(judged, dict)
    assert judged["rubrics"] == {"o": "1.0.0"}
    assert len(judged["portfolio"]) == 64


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("=1+1", "=1+1"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("een\ntwee\n\n drie", "een\ntwee\n\n drie"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("  \n ruimte eromheen \n", "ruimte eromheen"),
        (LONG, LONG),
        ("a: b #c - 'd' \"e\" {f} [g] *h &i !j |k >l %m @n `o", "a: b #c - 'd' \"e\" {f} [g] *h &i !j |k >l %m @n `o"),
        (8, "8"),
        (7.5, "7.5"),
        (True, "true"),
    ],
)
def test_what_was_typed_stays_what_it_was(tmp_path, written, remark):
    found = imported(tmp_path, RIGHT | {"Oordelen!G2": written})
    assert found.document is not None, found.faults
    text = document(found.document)
    back, problems = read_yaml(text.encode(), "A-7.yml")
    assert problems == []
    assert back["ratings"]["o"]["A"]["remark"] == remark


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        ({}, [("Oordelen!D2", "form.nothing"), (DAY, "form.no-day")]),
        (RIGHT | {"Oordelen!D2": "hihg"}, [("Oordelen!D2", "EVC304")]),
        (RIGHT | {"Oordelen!D2": "High"}, [("Oordelen!D2", "EVC304")]),
        (RIGHT | {"Oordelen!E2": "lwo"}, [("Oordelen!E2", "EVC304")]),
        (RIGHT | {"Oordelen!D2": "heel goed"}, [("Oordelen!D2", "EVC304")]),
        (RIGHT | {"Oordelen!F2": "B1, B9"}, [("Oordelen!F2", "EVC309")]),
        (RIGHT | {"Oordelen!F2": "het gesprek"}, [("Oordelen!F2", "EVC309")]),
        (RIGHT | {"Oordelen!G3": "geen niveau"}, [("Oordelen!D3", "form.no-level")]),
        (RIGHT | {"Oordelen!G2": "x" * 20_001}, [("Oordelen!G2", "EVC213")]),
        (RIGHT | {"Oordelen!G2": "\u202eomgekeerd"}, [("Oordelen!G2", "EVC114")]),
        (RIGHT | {"Oordelen!B2": "B"}, [("Oordelen!B2", "form.changed-id")]),
        (RIGHT | {"Oordelen!B3": None}, [("Oordelen!B3", "form.changed-id")]),
        (RIGHT | {"Oordelen!D4": "high"}, [("Oordelen!D4", "form.beyond")]),
        (RIGHT | {DAY: "6-10-2026"}, [(DAY, "EVC209")]),
        (RIGHT | {DAY: dt.date(2250, 1, 1)}, [(DAY, "EVC209")]),
        (RIGHT | {f"{PARTICULARS}!B5": "x" * 301}, [(f"{PARTICULARS}!B5", "EVC213")]),
        (RIGHT | {f"{PARTICULARS}!B5": "M.\nBakker"}, [(f"{PARTICULARS}!B5", "EVC213")]),
        (RIGHT | {f"{PARTICULARS}!B10": "gesprk"}, [(f"{PARTICULARS}!B10", "EVC207")]),
        (RIGHT | {f"{PARTICULARS}!C10": "gisteren"}, [(f"{PARTICULARS}!C10", "EVC209")]),
        (RIGHT | {f"{PARTICULARS}!D10": "een uur"}, [(f"{PARTICULARS}!D10", "EVC206")]),
        (RIGHT | {f"{PARTICULARS}!D10": -5}, [(f"{PARTICULARS}!D10", "EVC208")]),
        (RIGHT | {f"{PARTICULARS}!A10": "G9"}, [(f"{PARTICULARS}!A10", "form.changed-id")]),
        (RIGHT | {"evc!B2": "K-2"}, [("evc", "form.changed")]),
        (
            {"Oordelen!D2": "hihg", "Oordelen!D3": "lo", DAY: "morgen"},
            [("Oordelen!D2", "EVC304"), ("Oordelen!D3", "EVC304"), (DAY, "EVC209")],
        ),
    ],
)
def test_every_slip_has_its_cell(tmp_path, cells, faults):
    assert sorted(said(tmp_path, cells)) == sorted(faults)
    assert imported(tmp_path, cells).document is None


def test_the_level_that_was_meant_is_named(tmp_path):
    (fault,) = imported(tmp_path, RIGHT | {"Oordelen!D2": "hihg"}).faults
    assert fault.what.data["near"] == "high"


def test_a_formula_is_no_text(tmp_path):
    def formula(book):
        book[RATINGS]["G2"] = '=HYPERLINK("http://example.org")'

    assert said(tmp_path, RIGHT, formula) == [("Oordelen!G2", "form.formula")]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda book: book.remove(book["evc"]), ("", "xlsx.no-form")),
        (lambda book: setattr(book[RATINGS], "title", "Blad1"), ("", "form.no-sheet")),
        (lambda book: book["evc"].delete_rows(3), ("evc", "form.changed")),
        (lambda book: book["evc"].append(["row", "o", "C"]), ("evc", "form.changed")),
        (lambda book: setattr(book["evc"]["A1"], "value", "=1+1"), ("evc", "form.changed")),
    ],
)
def test_a_form_that_is_no_longer_whole(tmp_path, change, fault):
    assert said(tmp_path, RIGHT, change) == [fault]


def test_another_workbook_is_no_form():
    stream = BytesIO()
    Workbook().save(stream)
    assert [each.what.key for each in read(stream.getvalue(), "x.xlsx").faults] == ["xlsx.no-form"]
