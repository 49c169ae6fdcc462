"""The report of every example: small enough to mail, and with all of its page one on one sheet of paper."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.browser.harness import Browser, browser

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import render
from evc.reporting.view import view

__all__ = ["browser"]

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent for path in (ROOT / "examples").glob("*/advice.json"))


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name, name="folder")
def _folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_small(folder: Path, code: str) -> None:
    read = read_dossier(folder, Library(given=ROOT / "rubrics")).value
    assert read is not None
    assert len(render(".html", assess(read.programme, read.dossier), language(code))) < 150_000


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_committee_must_decide_on_is_on_the_first_sheet(
    folder: Path,
    code: str,
    browser: Browser,
    tmp_path: Path,
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    read = read_dossier(folder, Library(given=ROOT / "rubrics")).value
    assert read is not None
    advice = assess(read.programme, read.dossier)
    page, paper = tmp_path / "advies.html", tmp_path / "advies.pdf"
    page.write_bytes(render(".html", advice, language(code)))
    browser.print(page, paper)
    second = subprocess.run(["pdftotext", "-f", "2", "-l", "2", paper, "-"], capture_output=True, text=True, check=True)
    assert second.stdout.startswith(view(advice, language(code)).t["request"])
