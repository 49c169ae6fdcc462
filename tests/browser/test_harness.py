"""The harness must be able to fail: a page with known faults shows each of them."""

from pathlib import Path

from tests.browser.harness import DARK, DESKTOP, FORCED, LOOKS, PAPER, PHONE, SCRIPTLESS, Browser, browser

__all__ = ["browser"]

GOOD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Good</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root{color-scheme:light dark}@media print{.screen{display:none}}</style>
<main><h1>Good</h1><p class="screen">On a screen</p><p id="by">by hand</p></main>
<script>document.getElementById("by").textContent = "by script"</script></html>"""
BAD = """<!doctype html><html><meta charset="utf-8"><title>Bad</title>
<main><h1>Bad</h1><img src="elsewhere.png"><p style="color:#ccc;background:#fff;width:2000px">pale</p>
<script>throw new Error("broken")</script></main></html>"""


def page(folder: Path, text: str) -> Path:
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_page_has_no_faults_however_it_is_looked_at(browser: Browser, tmp_path: Path) -> None:
    path = page(tmp_path, GOOD)
    for look in LOOKS:
        with browser.open(path, look) as seen:
            assert seen.faults() == []


def test_every_fault_of_a_bad_page_is_found(browser: Browser, tmp_path: Path) -> None:
    with browser.open(page(tmp_path, BAD), PHONE) as seen:
        found = "\n".join(seen.faults())
    for fault in ("html-has-lang", "image-alt", "color-contrast", "sideways", "elsewhere.png", "broken"):
        assert fault in found


def test_a_script_runs_or_not_and_paper_hides_what_is_for_screens(browser: Browser, tmp_path: Path) -> None:
    path = page(tmp_path, GOOD)
    with browser.open(path, DESKTOP) as seen:
        assert seen.shown("#by") == ["by script"]
        assert seen.shown(".screen") == ["On a screen"]
    with browser.open(path, SCRIPTLESS) as seen:
        assert seen.shown("#by") == ["by hand"]
    with browser.open(path, PAPER) as seen:
        assert seen.shown(".screen") == []
    with browser.open(path, DARK) as seen:
        assert seen.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    with browser.open(path, FORCED) as seen:
        assert seen.page.evaluate("matchMedia('(forced-colors: active)').matches")


def test_a_page_is_printed(browser: Browser, tmp_path: Path) -> None:
    browser.print(page(tmp_path, GOOD), tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
