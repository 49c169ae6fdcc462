"""The overview as a committee sees it: in a real Chromium, from disk, with and without script, on screen and paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.batching.overview.rows import (
    EVERY,
    Raw,
    advice,
    dossier,
    faulty,
    outcome,
    overview,
    ready,
    rewritten,
    talk,
    unit,
)
from tests.browser.harness import (
    DESKTOP,
    FORCED,
    LOOKS,
    PAPER,
    PHONE,
    SCRIPTLESS,
    Browser,
    Look,
    Seen,
    browser,
)

__all__ = ["browser"]

OTHER = dossier(6, advice(unit("X", "award", outcome("drie")), programme={"id": "b", "title": "Anders"}), programme="b")
HOSTILE = '"><img src=x onerror=alert(1)></td></table><script>alert(1)</script>'
LONG = "Aangenaam" * 33


def page(folder: Path, *rows: Raw, code: str = "nl") -> Path:
    overview(rows, folder, code)
    return folder / "index.html"


def listed(seen: Seen) -> list[str]:
    return seen.shown("#list tbody th")


def kept(seen: Seen) -> str:
    """What stands behind the address, once it has been put there."""
    seen.page.wait_for_timeout(300)
    return seen.page.url.partition("#")[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every stand, and a second programme."""
    return page(tmp_path_factory.mktemp("site"), *EVERY, OTHER)


@pytest.fixture
def open_page(browser: Browser, site: Path) -> Iterator[Seen]:
    """The page on a desktop."""
    with browser.open(site, DESKTOP) as seen:
        yield seen


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("code", ["nl", "en"])
def test_it_has_no_faults_however_it_is_looked_at(browser: Browser, tmp_path: Path, look: Look, code: str) -> None:
    with browser.open(page(tmp_path, *EVERY, OTHER, code=code), look) as seen:
        assert seen.faults() == []


@pytest.mark.parametrize("look", [DESKTOP, PHONE, SCRIPTLESS], ids=lambda look: look.name)
@pytest.mark.parametrize("text", [HOSTILE, LONG, "\u202eevil", "نور الهدى"], ids=["markup", "long", "turned", "arabic"])
def test_foreign_text_harms_no_page(browser: Browser, tmp_path: Path, look: Look, text: str) -> None:
    with browser.open(page(tmp_path, *(rewritten(text, row) for row in EVERY)), look) as seen:
        assert seen.faults() == []


def test_pages_are_each_without_faults_and_lead_on(browser: Browser, tmp_path: Path) -> None:
    first = page(tmp_path, *(ready(number) for number in range(1, 1002)))
    with browser.open(first, DESKTOP) as seen:
        assert len(listed(seen)) == 1000
        seen.page.fill("[name=q]", "k-")
        kept(seen)
        seen.page.click("nav >> nth=0 >> text=2")
        seen.page.wait_for_load_state()
        assert seen.page.url.endswith("index-2.html#q=k-")
        assert listed(seen) == ["K-1001"]
    with browser.open(tmp_path / "index-2.html", PHONE) as seen:
        assert seen.faults() == []


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("q", "naam 2", ["K-0002"]),
        ("q", "  K-0003 ", ["K-0003"]),
        ("q", "0001 naam", ["K-0001"]),
        ("q", "nobody", []),
        ("stand", "errors", ["K-0004", "najaar/k-0005"]),
        ("stand", "unrated", ["K-0003"]),
        ("opleiding", "b", ["K-0006"]),
        ("oordeel", "open", ["K-0002"]),
        ("oordeel", "demonstrated", ["K-0001", "K-0006"]),
    ],
)
def test_a_filter_shows_what_fits_counts_it_and_stands_in_the_address(
    open_page: Seen, field: str, value: str, expected: list[str]
) -> None:
    control = open_page.page.locator(f"[name={field}]")
    if field == "q":
        control.fill(value)
    else:
        control.select_option(value)
    assert listed(open_page) == expected
    assert open_page.shown("[role=status]")[0].startswith(f"{len(expected)} ")
    assert f"{field}=" in kept(open_page)
    open_page.page.click("[type=reset]")
    assert kept(open_page) == ""
    assert len(listed(open_page)) == 6


def test_accents_do_not_matter_in_a_search(browser: Browser, tmp_path: Path) -> None:
    with browser.open(page(tmp_path, ready(1, name="Zoë Müller"), ready(2)), DESKTOP) as seen:
        seen.page.fill("[name=q]", "zoe mull")
        assert listed(seen) == ["K-0001"]


def test_a_view_that_was_mailed_opens_as_it_was(browser: Browser, site: Path) -> None:
    with browser.open(site, DESKTOP, "#stand=open&q=naam&volgorde=-candidate") as seen:
        assert listed(seen) == ["K-0002"]
        assert seen.page.input_value("[name=stand]") == "open"
        seen.page.click("[type=reset]")
        kept(seen)  # a form is reset after the click is over
        assert listed(seen)[0] == "najaar/k-0005"


@pytest.mark.parametrize("fragment", ["#stand=nonsense&volgorde=nonsense", "#=", "#niet-beoordeeld", "#%E0%A4%A"])
def test_an_odd_address_shows_all(browser: Browser, site: Path, fragment: str) -> None:
    with browser.open(site, DESKTOP, fragment) as seen:
        assert len(listed(seen)) == 6
        assert seen.said == []


def test_the_matrix_follows_the_filters(open_page: Seen) -> None:
    assert len(open_page.shown(".matrix tbody th")) == 4
    open_page.page.select_option("[name=stand]", "open")
    assert open_page.shown(".matrix tbody th") == ["K-0002"]


def test_a_heading_sorts_both_ways_and_says_so(open_page: Seen) -> None:
    heading = open_page.page.locator("[data-sort=awarded]")
    heading.locator("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert listed(open_page)[-1] in {"K-0001", "K-0002", "K-0006"}
    heading.locator("button").press("Space")
    assert heading.get_attribute("aria-sort") == "descending"
    assert listed(open_page)[0] in {"K-0001", "K-0002", "K-0006"}
    assert "volgorde=-awarded" in kept(open_page)
    open_page.page.locator("[data-sort=candidate] button").click()
    assert heading.get_attribute("aria-sort") is None
    assert listed(open_page) == ["K-0001", "K-0002", "K-0003", "K-0004", "K-0006", "najaar/k-0005"]
    assert open_page.violations() == []


def test_numbers_in_names_sort_as_numbers(browser: Browser, tmp_path: Path) -> None:
    rows = [ready(number, candidate=f"K-{number}") for number in (10, 9, 100)]
    with browser.open(page(tmp_path, *rows), DESKTOP) as seen:
        seen.page.locator("[data-sort=candidate] button").click()
        assert listed(seen) == ["K-9", "K-10", "K-100"]


def test_the_keyboard_reaches_everything_in_the_order_of_the_page(open_page: Seen) -> None:
    reached = []
    for _ in range(12):
        open_page.page.keyboard.press("Tab")
        reached.append(
            open_page.page.evaluate("(document.activeElement.name || document.activeElement.textContent).trim()")
        )
    assert reached[0] == open_page.page.locator(".skip").inner_text()
    assert [each for each in reached if each in {"q", "opleiding", "stand", "oordeel"}] == [
        "q",
        "opleiding",
        "stand",
        "oordeel",
    ]
    assert "Kandidaat" in reached


def test_without_script_there_is_the_whole_list_and_nothing_that_does_not_work(browser: Browser, site: Path) -> None:
    with browser.open(site, SCRIPTLESS) as seen:
        assert len(listed(seen)) == 6
        assert seen.shown("form, button, select, input, [role=status]") == []
        assert seen.page.locator("#list thead th").first.inner_text() == "Kandidaat"


@pytest.mark.parametrize("look", [DESKTOP, FORCED, PAPER], ids=lambda look: look.name)
def test_shapes_are_drawn_on_screen_in_forced_colours_and_on_paper(browser: Browser, site: Path, look: Look) -> None:
    drawn = """each => { const style = getComputedStyle(each), box = each.getBoundingClientRect();
        return [style.maskImage.startsWith('url("data:'), style.backgroundColor, style.printColorAdjust,
                style.forcedColorAdjust, box.width > 8 && box.height > 8] }"""
    with browser.open(site, look) as seen:
        shapes = seen.page.locator("#list tbody .strip .g")
        for at in range(shapes.count()):
            masked, colour, on_paper, forced, is_large = shapes.nth(at).evaluate(drawn)
            assert masked
            assert is_large
            assert colour != "rgba(0, 0, 0, 0)"
            assert (on_paper, forced) == ("exact", "none")


def test_a_printed_list_has_its_headings_on_every_sheet_and_no_controls(browser: Browser, tmp_path: Path) -> None:
    rows = [talk(number) if number % 9 else faulty(number) for number in range(1, 80)]
    browser.print(page(tmp_path, *rows), tmp_path / "page.pdf")
    sheets = PdfReader(tmp_path / "page.pdf").pages
    texts = [each.extract_text() for each in sheets]
    assert sheets[0].mediabox.width > sheets[0].mediabox.height
    listing = [text for text in texts if "K-0002" in text.split("Waar")[0] or "K-0040" in text]
    assert len(listing) > 1
    for text in texts[:2]:
        assert "Kandidaat" in text
        assert "Opleiding" in text
        assert "Alles tonen" not in text
        assert "geen besluiten" in text
