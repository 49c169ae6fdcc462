"""A page as people get it: opened from disk in a real Chromium, looked at in many ways, and judged by axe-core.

Needs the packages `playwright` and `axe-playwright-python` and a Chromium of the system: the one that `EVC_CHROMIUM`
names, else the first on the path. Playwright's own browsers are not used, so that nothing is fetched. A test takes the
fixture `browser`; where one of these is missing it is skipped, and says which.

    def test_it(browser: Browser, page: Path) -> None:
        for look in LOOKS:
            with browser.open(page, look) as seen:
                assert seen.faults() == []
"""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:  # a test that is skipped must still be collected
    from playwright.sync_api import Browser as Chromium
    from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = {"playwright": "playwright", "axe_playwright_python": "axe-playwright-python"}
# Chromium's sandbox needs rights that a container seldom gives; the pages are evc's own.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
# What the law asks (WCAG 2.2 A and AA), and what axe calls good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

# Nobody points at paper.
ON_PAPER = {"target-size": {"enabled": False}}

_VISIBLE = """all => all
    .filter(each => each.checkVisibility({visibilityProperty: true}) && each.getClientRects().length)
    .map(each => each.innerText)"""


@dataclass(frozen=True)
class Look:
    """One way to look at a page."""

    name: str
    width: int = 1280
    height: int = 900
    dark: bool = False
    forced: bool = False
    paper: bool = False
    script: bool = True


DESKTOP = Look("desktop")
DARK = Look("dark", dark=True)
PHONE = Look("phone", width=320, height=800)
FORCED = Look("forced colours", dark=True, forced=True)
PAPER = Look("paper", width=794, height=1123, paper=True)
SCRIPTLESS = Look("without script", script=False)
SCRIPTLESS_PHONE = Look("phone without script", width=320, height=800, script=False)
LOOKS = (DESKTOP, DARK, PHONE, FORCED, PAPER, SCRIPTLESS, SCRIPTLESS_PHONE)


@dataclass
class Seen:
    """A page that is open: `asked` are the addresses it tried to get besides itself, `said` the errors it logged."""

    page: "Page"
    look: Look
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """What axe-core finds wrong: the rule, and where; the page's own security policy stays in force."""
        axe_ready(self.page)
        options = {"runOnly": RULES, "resultTypes": ["violations"], "rules": ON_PAPER if self.look.paper else {}}
        found: dict[str, Any] = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{each['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def overflow(self) -> int:
        """How far the page can be moved sideways (px); tables that scroll by themselves do not count."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def faults(self) -> list[str]:
        """All that no page may have: violations, sideways movement, requests, errors."""
        moved = self.overflow() if not self.look.paper else 0
        sideways = [f"moves {moved} px sideways"] if moved > 0 else []
        return [f"{self.look.name}: {fault}" for fault in (*self.violations(), *sideways, *self.asked, *self.said)]

    def shown(self, selector: str) -> list[str]:
        """The texts of the elements that a person sees, in the order of the page."""
        seen: list[str] = self.page.eval_on_selector_all(selector, _VISIBLE)
        return seen

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """A picture of it, for people to look at."""
        self.page.screenshot(path=path, full_page=whole)


class Browser:
    """A Chromium that is running."""

    def __init__(self, chromium: "Chromium") -> None:
        """Use this one."""
        self._chromium = chromium

    @contextmanager
    def open(self, path: Path, look: Look = DESKTOP, fragment: str = "") -> Iterator[Seen]:
        """The page in a file, with `fragment` (``#…``) behind its address; every look begins with an empty memory."""
        context = self._chromium.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme="dark" if look.dark else "light",
            forced_colors="active" if look.forced else "none",
            offline=True,
        )
        try:
            page = context.new_page()
            seen = Seen(page, look)
            address = path.resolve().as_uri()
            page.on("request", lambda each: seen.asked.append(each.url) if _leaves(each.url, address) else None)
            page.on("console", lambda each: seen.said.append(each.text) if each.type == "error" else None)
            page.on("pageerror", lambda error: seen.said.append(str(error)))
            _visit(page, address + fragment, script=look.script)
            if look.paper:
                page.emulate_media(media="print")
            yield seen
        finally:
            context.close()

    def print(self, path: Path, paper: Path) -> None:
        """The page as a PDF, as somebody prints it."""
        with self.open(path) as seen:
            seen.page.pdf(path=paper, prefer_css_page_size=True, print_background=True)


def missing() -> str | None:
    """Why there is no browser here; None when there is one."""
    for module, package in PACKAGES.items():
        if importlib.util.find_spec(module) is None:
            return f"the package {package} is not installed"
    return None if executable() else "no Chromium on this machine; EVC_CHROMIUM can name one"


def executable() -> str | None:
    """Where Chromium is."""
    return os.environ.get("EVC_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium for the tests of a module; while it lives no other event loop can run in this thread."""
    why = missing()
    if why:
        pytest.skip(why)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not there where the test is skipped

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        yield Browser(chromium)
        chromium.close()


def _visit(page: "Page", address: str, *, script: bool) -> None:
    """Go there. Without script the page's own never run; afterwards axe-core may."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setScriptExecutionDisabled", {"value": not script})
    page.goto(address)
    devtools.send("Emulation.setScriptExecutionDisabled", {"value": False})


def _leaves(url: str, address: str) -> bool:
    """Whether an address is another than the page itself; pictures inside the page are part of it."""
    return url.partition("#")[0] != address and not url.startswith("data:")


def axe_ready(page: "Page") -> None:
    """Bring axe-core into a page, once."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe())


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
