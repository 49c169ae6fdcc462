"""Texts that lack a language, and descriptors that say how well instead of what."""

import pytest
from tests.checking.sense import found, severities, write

from evc.diagnostics import Severity

TITLE = "title: {nl: Luisteren, en: Listening}"


def missing(folder):
    """Where a language is missing, as (file, key path)."""
    return [(file, at) for code, file, at in found(folder) if code == "EVC601"]


def test_one_language_needs_no_name(tmp_path):
    assert missing(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("title: {nl: T, en: T}\nstatement: {nl: S, en: S}", []),
        ("title: {nl: T, en: T}\nstatement: {nl: S}", [("statement",)]),
        ("title: {nl: T, en: T}\nstatement: S", [("statement",)]),  # a plain text is in some language
        ("title: {nl: T, fy: T}\nstatement: {nl: S, fy: S}", []),  # any language, as long as it is everywhere
        ("title: {nl: T, en: T}\nstatement: {nl: S, fy: S}", [("title",), ("statement",)]),
    ],
)
def test_a_text_has_every_language_of_its_file(tmp_path, text, places):
    codes = [code for code in ("nl", "en", "fy") if f"{code}:" in text]
    words = f"{{{', '.join(f'{code}: W' for code in codes)}}}"
    folder = write(tmp_path, o=f"{text}\ncriteria: [{{id: A, title: {words}, levels: {{high: {words}}}}}]")
    assert missing(folder) == [("o.yml", place) for place in places]


def test_every_kind_of_text_is_looked_at(tmp_path):
    text = "criteria: [{id: A, title: T, indicators: [I, {nl: I, en: I}], levels: {low: {nl: D, en: ' '}, high: D}}]\n"
    folder = write(tmp_path, o=f"{TITLE}\nstatement: {{nl: S, en: S}}\n{text}")
    assert [at for _, at in missing(folder)] == [
        ("criteria", 0, "title"),
        ("criteria", 0, "indicators", 0),
        ("criteria", 0, "levels", "low"),
        ("criteria", 0, "levels", "high"),
    ]


def test_a_programme_and_what_it_quotes(tmp_path):
    programme = (
        "title: {nl: P, en: P}\nregulation: {title: OER, year: '2026'}\n"
        "sources: [{id: law, title: Wet, citation: Stb. 1}]\nunits: [{id: U, title: U, credits: 60, outcomes: [o]}]"
    )
    places = [at for file, at in missing(write(tmp_path, programme)) if file == "programme.yml"]
    assert ("sources", 0, "title") not in places
    assert set(places) >= {("regulation", "title"), ("units", 0, "title"), ("scale", "levels", 0, "title")}


def test_a_language_that_a_whole_file_lacks_is_said_once(tmp_path):
    programme = "title: {nl: P, en: P}"
    assert [each for each in missing(write(tmp_path, programme)) if each[0] == "o.yml"] == [("o.yml", ("title",))]


@pytest.mark.parametrize(
    ("descriptor", "vague"),
    [
        ("Heeft voldoende kennis van de meldcode.", True),
        ("Toont goede  BEHEERSING van de stof.", True),
        ("Has sufficient knowledge of the code.", True),
        ("Works to a satisfactory level.", True),
        ("Noemt de vijf stappen van de meldcode en past ze toe.", False),
        ("Heeft kennis van de meldcode.", False),
        ("Onderscheidt een slechte vraag van slecht begrip.", False),
        ("Separates a bad question from poor understanding.", False),  # of pupils, not of the candidate
        ("Zegt dat hij onvoldoende kennismaakte.", False),  # a whole word
    ],
)
def test_a_descriptor_says_what_is_seen(tmp_path, descriptor, vague):
    folder = write(tmp_path, o=f"criteria: [{{id: A, title: A, levels: {{high: '{descriptor}'}}}}]")
    expected = [("EVC602", "o.yml", ("criteria", 0, "levels", "high"))]
    assert found(folder) == (expected if vague else [])


def test_a_vague_descriptor_is_a_note(tmp_path):
    folder = write(tmp_path, o="criteria: [{id: A, title: A, levels: {high: Good command.}}]")
    assert severities(folder) == {"EVC602": Severity.NOTE}
