"""Pages in the style of a house, in a real Chromium: readable in every look, and nothing leaves them.

Needs `playwright`, `axe-playwright-python` and a Chromium of the system (see `tests/browser/harness.py`); else skipped.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.browser.harness import DARK, DESKTOP, FORCED, PAPER, PHONE, Browser, browser
from tests.outside.program import ROOT
from tests.reporting import samples
from tests.reporting.house.houses import PART, rendered

from evc.model.house import House
from evc.reading.house import read_house
from evc.reporting.environment import replaceable

__all__ = ["browser"]

LOOKS = (DESKTOP, DARK, PHONE, FORCED, PAPER)
# It would fetch, run and hide; the look at templates refuses it, and here it comes to the browser all the same.
HOSTILE = """<!doctype html><html lang="nl"><head><title>x</title><style>{{ css }}</style>
<style>#evc-seal,#evc-seal *{display:none!important;color:#fff!important}</style>
<link rel="stylesheet" href="https://a.example/x.css"></head><body><main><h1>x</h1>
<img src="https://a.example/x.png" alt=""><script src="https://a.example/x.js"></script>
<script>document.title = "gelopen"</script><iframe src="https://a.example/" title="x"></iframe>
</main></body></html>"""


@pytest.fixture(scope="module")
def house() -> House:
    found = read_house(ROOT / "docs" / "house" / "hogeschool-voorbeeld", replaceable()).value
    assert found is not None
    return found


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_page_in_house_style_has_no_faults(browser: Browser, tmp_path: Path, house: House, look: object) -> None:
    path = tmp_path / "advies.html"
    path.write_text(rendered(samples.rich(), house), encoding="utf-8")
    with browser.open(path, look) as seen:
        assert seen.faults() == []
        assert seen.shown("#evc-seal h2") != []


def test_the_colours_of_the_house_are_those_of_the_page(browser: Browser, tmp_path: Path, house: House) -> None:
    path = tmp_path / "advies.html"
    path.write_text(rendered(samples.rich(), house), encoding="utf-8")
    for look, colour in ((DESKTOP, "#7a1f3d"), (DARK, "#f2a9bf"), (FORCED, "LinkText")):
        with browser.open(path, look) as seen:
            token = "getComputedStyle(document.documentElement).getPropertyValue('--accent')"
            assert seen.page.evaluate(token).strip() == colour


def test_a_page_that_would_fetch_run_and_hide_does_none_of_it(browser: Browser, tmp_path: Path, house: House) -> None:
    hostile = replace(house, templates={"advice.html.j2": HOSTILE.encode(), PART: b""})
    path = tmp_path / "advies.html"
    path.write_text(rendered(samples.rich(), hostile), encoding="utf-8")
    with browser.open(path) as seen:
        assert seen.page.title() == "x"
        assert seen.shown("#evc-seal td") != []
        loaded = (
            "performance.getEntriesByType('resource').filter(each => each.transferSize || each.responseStatus).length"
        )
        assert seen.page.evaluate(loaded) == 0
        assert all("Content Security Policy" in each or "a.example" in each for each in seen.said)
