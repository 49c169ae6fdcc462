"""The PDF: tagged in order, told in its own language, dated on the reference date, and foreign text as text."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from tests.properties.strategies import Case, cases, write_case
from tests.reporting import samples
from tests.reporting.pdfs import INVISIBLE, Pdf, is_embedded
from tests.reporting.test_html import HOSTILE, saying

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.model.house import House, Logo, Shade
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import HouseError, render
from evc.reporting.legible import legible_text, shown_by_fonts
from evc.reporting.manner import Kind, Manner
from evc.reporting.view import view

pytest.importorskip("typst", reason="the extra pdf is not installed")

ADVICES = [samples.rich, samples.before_assessors, samples.evidence_only, samples.nothing_claimed]
EVERY = [(make, kind, code) for make in ADVICES for kind in Kind for code in LANGUAGES]
NAMES = [f"{make.__name__}-{kind}-{code}" for make, kind, code in EVERY]

# What a PDF adds to the hostile texts of every format.
TYPST = {
    "code": '#read("/etc/passwd") #import "parts/common.typ": v; #panic()',
    "markup": "*b* _i_ `c` $x^2$ = kop <lab> @ref \\ ~ // weg",
    "placeholder": "{page} {pages} {0}",
    "JSON": '"}], \\u0041 \\n',
    "word": "y" * 200,
    "direction": "abc\u200edef\u200fghi \u05e9\u05dc\u05d5\u05dd",
    "mixed marks": "e\u064e \u05d0\u0301 \u2192\u05b0 \u0301",
}


_RIGHT_TO_LEFT = re.compile("[\u0590-\u06ff]")
# Characters: longer than a page.
_LONG = 5_000


def pdf(of: Advice, code: str = "nl", manner: Manner | None = None) -> Pdf:
    return Pdf(render(".pdf", of, language(code), manner or Manner()))


@pytest.mark.parametrize(("make", "kind", "code"), EVERY, ids=NAMES)
def test_it_can_be_listened_to(make: Callable[[], Advice], kind: Kind, code: str) -> None:
    read = pdf(make(), code, Manner(kind))
    assert read.root["/MarkInfo"]["/Marked"]
    assert read.root["/Lang"] == code
    assert read.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.reader.metadata is not None
    assert "K-2026-014" in str(read.reader.metadata.title)
    assert read.metadata == {"ua": "1", "a": "3", "conformance": "A"}
    levels = read.headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


@pytest.mark.parametrize(("make", "kind", "code"), EVERY, ids=NAMES)
def test_tables_have_heads_and_pictures_have_words(make: Callable[[], Advice], kind: Kind, code: str) -> None:
    read = pdf(make(), code, Manner(kind))
    for table in (tag for tag in read.tags if tag.kind == "Table"):
        kinds = [tag.kind for tag in table]
        assert "Caption" in kinds
        heads = [tag for tag in table if tag.kind == "TH"]
        assert heads
        assert {head.attributes["/Scope"] for head in heads} == {"/Column"}
    assert all(tag.own.get("/Alt") for tag in read.tags if tag.kind == "Figure")
    assert all(map(is_embedded, read.fonts))


@pytest.mark.parametrize("make", ADVICES)
def test_the_bar_and_the_route_are_the_only_pictures(make: Callable[[], Advice]) -> None:
    shown = view(make(), language("nl"))
    drawn = [each for each in (shown.page_one.bar, shown.route.way) if each]
    pictures = [str(tag.own["/Alt"]) for tag in pdf(make()).tags if tag.kind == "Figure"]
    assert pictures == [f"{each.title}: {each.description}" for each in drawn]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_says_whose_it_is_and_which(code: str) -> None:
    shown = view(samples.rich(), language(code))
    pages = pdf(samples.rich(), code).pages
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        words = page.translate(INVISIBLE)
        told = language(code).say("pdf.page", {"page": number, "pages": len(pages)})
        assert all(text.translate(INVISIBLE) in words for text in (shown.footer, shown.notice, told))


def test_a_text_in_another_language_says_so() -> None:
    assert "nl" in {tag.own.get("/Lang") for tag in pdf(samples.rich(), "en").tags}


@cache
def ordinary() -> Pdf:
    return pdf(samples.rich())


def foreign(text: str) -> Advice:
    """The sample with this text in every place; a long text in one place of every kind, for it fills pages in each."""
    everywhere, base = saying(text), samples.rich()
    if len(text) < _LONG:
        return everywhere
    one = next(item.id for item in everywhere.evidence if item.attested_by)
    evidence = tuple(
        own if own.id == one else other for own, other in zip(everywhere.evidence, base.evidence, strict=True)
    )
    first = next(n for n, unit in enumerate(everywhere.units) if any(outcome.account for outcome in unit.outcomes))
    units = tuple(everywhere.units[n] if n == first else unit for n, unit in enumerate(base.units))
    return replace(everywhere, evidence=evidence, units=units)


@pytest.mark.parametrize("text", (HOSTILE | TYPST).values(), ids=(HOSTILE | TYPST).keys())
def test_foreign_text_comes_out_as_text(text: str) -> None:
    advice = foreign(text)
    plain, read = ordinary(), pdf(advice)
    shown = view(advice, language("nl"))
    many = len(read.pages)
    feet = [language("nl").say("pdf.page", {"page": number, "pages": many}) for number in range(many, 0, -1)]
    told = read.body(shown.footer, shown.notice, *feet)
    expected = legible_text(text)[0].translate(INVISIBLE)
    # What is read from right to left comes out in the order of the eye.
    assert expected in told if not _RIGHT_TO_LEFT.search(text) else set(expected) <= set(told)
    assert {tag.kind for tag in read.tags} <= {tag.kind for tag in plain.tags} | {"BlockQuote"}
    assert read.addresses <= plain.addresses


def test_a_character_without_a_shape_is_shown_by_its_code_and_told() -> None:
    read = pdf(saying("een \U0001f600 en \ue000 en \uffff"))
    assert "een[U+1F600]en[U+E000]en[U+FFFF]" in read.words
    values = {"characters": language("nl").list(["[U+1F600]", "[U+E000]", "[U+FFFF]"])}
    assert language("nl").say_count("pdf.replaced", 3, values).translate(INVISIBLE) in read.words
    assert "U+" not in ordinary().words


def test_every_character_that_the_fonts_are_said_to_have_can_be_set() -> None:
    every = [chr(point) for pairs in shown_by_fonts().values() for low, high in pairs for point in range(low, high + 1)]
    goal = " ".join(each for each in every if each.isprintable())
    assert legible_text(goal)[1] == ()
    assert pdf(replace(samples.before_assessors(), goal=goal), manner=Manner(Kind.ADVICE)).pages


def test_the_same_advice_is_the_same_bytes_dated_on_its_day() -> None:
    first, second = (render(".pdf", samples.rich(), language("nl")) for _ in range(2))
    assert first == second
    created = Pdf(first).reader.metadata
    assert created is not None
    assert created.creation_date is not None
    assert created.creation_date.date() == samples.rich().on


def test_a_house_puts_its_name_its_logo_and_its_last_words_on_it() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z" fill="#063"/></svg>'
    house = House(
        "Hogeschool Elders",
        {"advice.typ": b'#read("/etc/passwd")'},
        department="Pabo",
        logo=Logo("image/svg+xml", drawing, "Een groene driehoek"),
        colours={"accent": Shade("#006633", "#88ccaa"), "met": Shade("#004422", "#88ccaa")},
        footer="Postbus 1, Elders",
    )
    for kind in Kind:
        read = pdf(samples.rich(), manner=Manner(kind, house))
        assert "HogeschoolElders" in read.words
        assert "Postbus1,Elders" in read.words
        assert "Een groene driehoek" in {tag.own.get("/Alt") for tag in read.tags}


def test_a_logo_that_cannot_be_drawn_is_the_house_s_fault() -> None:
    house = House("Elders", {}, logo=Logo("image/png", b"\x89PNG\r\n\x1a\nnot really", "Elders"))
    with pytest.raises(HouseError) as refused:
        pdf(samples.rich(), manner=Manner(house=house))
    assert [problem.code for problem in refused.value.problems] == ["EVC918"]


@pytest.mark.parametrize(
    ("text", "shown", "replaced"),
    [
        ("Zoë → ≥ 2", "Zoë → ≥ 2", ()),
        ("a\U0001f600b\U0001f600", "a[U+1F600]b[U+1F600]", ("[U+1F600]",)),
        ("regel\nregel", "regel\nregel", ()),
        ("☎\ufe0f", "☎\ufe0f", ()),
        ("leeruitkomst-over-onderwijsassistenten", "leeruitkomst-over-onderwijsassistenten", ()),
        ("x" * 30, "xxxxxxxx\u200bxxxxxxxx\u200bxxxxxxxx\u200bxxxxxx", ()),
    ],
)
def test_legible(text: str, shown: str, replaced: tuple[str, ...]) -> None:
    assert legible_text(text) == (shown, replaced)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(case=cases())
def test_whatever_is_sound_in_form_can_be_set(case: Case) -> None:
    with TemporaryDirectory() as folder:
        written = write_case(Path(folder), case)
        read = read_dossier(written.dossier, Library(given=written.rubrics)).value
    assert read is not None
    advice = assess(read.programme, read.dossier)
    for kind in Kind:
        assert pdf(advice, manner=Manner(kind)).pages
