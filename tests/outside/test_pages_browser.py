"""Each example dossier as each document in each language, in a real browser: desk, phone, dark, forced colours, paper.

Needs `playwright`, `axe-playwright-python` and a Chromium of the system (see `tests/browser/harness.py`); else skipped.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.browser.harness import DESKTOP, RULES, Browser, Seen, axe_ready, browser

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import render
from evc.reporting.manner import Kind, Manner

__all__ = ["browser"]

ROOT = Path(__file__).parents[2]
SOUND = sorted(path.parent.name for path in (ROOT / "examples").glob("*/portfolio.yml"))
SOUND.remove("vol-fouten")  # it has errors of form, so that there is no advice

PHONE = {"width": 320, "height": 800}
SCREEN: dict[str, Any] = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
DARK: dict[str, Any] = {**SCREEN, "color_scheme": "dark"}
FORCED: dict[str, Any] = {**DARK, "forced_colors": "active"}
PAPER: dict[str, Any] = {**SCREEN, "media": "print"}

# Most of what axe-core does on a long page is to compute the contrast of thousands of texts that look alike. Here each
# look of a text (its colour, size, weight, and all that lies behind it) is marked once, so that each is judged once;
# what holds no marked text is out of sight meanwhile.
MARK_LOOKS = """() => {
    const looks = new Map();
    for (const element of document.body.querySelectorAll("*")) {
        const says = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
        if (!says || !element.getClientRects().length) continue;
        const own = getComputedStyle(element), behind = [];
        for (let under = element; under; under = under.parentElement) {
            const style = getComputedStyle(under);
            behind.push(style.backgroundColor + style.backgroundImage + style.opacity);
            if (style.backgroundColor.startsWith("rgb(")) break;
        }
        const look = [own.color, own.fontSize, own.fontWeight, ...behind].join(" ");
        if (!looks.has(look)) looks.set(look, element);
    }
    for (const marked of document.querySelectorAll("[data-look]")) marked.removeAttribute("data-look");
    [...looks.values()].forEach((element, place) => element.setAttribute("data-look", place));
    window.away = [...document.body.querySelectorAll("*")].filter(
        element => !element.closest("[data-look]") && !element.querySelector("[data-look]"));
    for (const element of window.away) element.style.display = "none";
    return [...looks.keys()].map((_, place) => [`[data-look="${place}"]`]);
}"""
BRING_BACK = """() => {
    for (const element of window.away) element.style.removeProperty("display");
}"""
JUDGE = """async ([places, options]) => {
    const found = await axe.run(places === null ? document : {include: places}, options);
    const said = (rule, node) => `${rule.id}: ${node.target} ${node.failureSummary}`;
    return found.violations.flatMap(rule => rule.nodes.map(node => said(rule, node)));
}"""


@cache
def example(name: str) -> Advice:
    """The advice on an example dossier."""
    read = read_dossier(ROOT / "examples" / name, Library(given=ROOT / "rubrics")).value
    assert read is not None
    return assess(read.programme, read.dossier)


def page_of(folder: Path, name: str, kind: Kind, code: str) -> Path:
    """A document as a file."""
    path = folder / f"{name}.html"
    path.write_bytes(render(".html", example(name), language(code), Manner(kind=kind)))
    return path


def judged(seen: Seen, *, colours_only: bool = False) -> list[str]:
    """What axe-core finds wrong with the page as it looks now; contrast once for each look of a text."""
    axe_ready(seen.page)
    options = {"resultTypes": ["violations"]}
    looks = seen.page.evaluate(MARK_LOOKS)
    contrast = {**options, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
    found: list[str] = seen.page.evaluate(JUDGE, [looks, contrast])
    seen.page.evaluate(BRING_BACK)
    if not colours_only:
        rest = {**options, "runOnly": RULES, "rules": {"color-contrast": {"enabled": False}}}
        found += seen.page.evaluate(JUDGE, [None, rest])
    return found


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", SOUND)
def test_a_page_is_right_however_it_is_looked_at(
    name: str, kind: Kind, code: str, browser: Browser, tmp_path: Path
) -> None:
    with browser.open(page_of(tmp_path, name, kind, code), DESKTOP) as seen:
        assert seen.page.evaluate("document.documentElement.lang") == code
        assert judged(seen) == []
        assert seen.overflow() <= 0
        for colours in (DARK, FORCED):
            seen.page.emulate_media(**colours)
            assert judged(seen, colours_only=True) == []
        seen.page.emulate_media(**PAPER)
        # On paper the advice only loses its list of contents; all else that is no colour was judged a moment ago.
        assert judged(seen, colours_only=kind is Kind.ADVICE) == []
        seen.page.emulate_media(**SCREEN)
        seen.page.set_viewport_size(PHONE)  # type: ignore[arg-type] # a TypedDict of the library
        assert judged(seen) == []
        assert seen.overflow() <= 0
        assert (seen.asked, seen.said) == ([], [])


def test_the_contrast_of_each_look_is_judged(browser: Browser, tmp_path: Path) -> None:
    """That only one of texts that look alike is judged must not let a pale one through."""
    path = page_of(tmp_path, "verhage", Kind.CANDIDATE, "nl")
    with browser.open(path, DESKTOP) as seen:
        seen.page.evaluate("document.querySelectorAll('.points p')[3].setAttribute('class', 'muted')")
        seen.page.evaluate("document.documentElement.style.setProperty('--muted', '#ccc')")
        assert any(found.startswith("color-contrast") for found in judged(seen, colours_only=True))


def test_nothing_is_let_in_by_the_policy(browser: Browser, tmp_path: Path) -> None:
    """A picture, a style and a script that somebody writes into the page are refused; what was tried is counted."""
    path = page_of(tmp_path, "verhage", Kind.CANDIDATE, "nl")
    text = path.read_text(encoding="utf-8")
    added = '<img src="https://evil.example/x.png" alt=""><style>body{display:none}</style><script>alert(1)</script>'
    path.write_text(text.replace("</main>", f"{added}</main>"), encoding="utf-8")
    with browser.open(path, DESKTOP) as seen:
        assert seen.asked == ["https://evil.example/x.png"]
        assert len([each for each in seen.said if "Content Security Policy" in each]) >= 3
        assert seen.shown("h1")
