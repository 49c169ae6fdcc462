"""Word documents and workbooks in a real office program, and through the program that makes them.

Needs LibreOffice (Debian: libreoffice-writer-nogui and libreoffice-calc-nogui) and poppler-utils; without them it is
skipped, and says so.
"""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.outside.program import ROOT, evc
from tests.reporting import samples
from tests.reporting.office import EVERY, EXAMPLES, HOSTILE, example, made, opened, with_text

from evc.language import language
from evc.model.advice import Advice
from evc.reporting.formats import render
from evc.reporting.manner import Kind, Manner

SUFFIXES = (".docx", ".xlsx")
MISSING = [program for program in ("soffice", "pdftotext", "pdfinfo") if shutil.which(program) is None]
office = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every document as LibreOffice lays it out, in one go, because starting it takes seconds."""
    folder = tmp_path_factory.mktemp("office")
    for suffix in SUFFIXES:
        (folder / suffix).mkdir()
        for name, kind, code in EVERY:
            (folder / suffix / f"{name}.{kind.value}.{code}{suffix}").write_bytes(made(suffix, name, kind, code))
        for name, text in HOSTILE.items():
            data = render(suffix, hostile(name, text), language("nl"), Manner())
            (folder / suffix / f"hostile-{name}{suffix}").write_bytes(data)
        _convert(sorted((folder / suffix).iterdir()), folder / f"pdf{suffix}")
    return folder


def hostile(name: str, text: str) -> Advice:
    """A text in every field; one of 10,000 characters in a few, since LibreOffice takes minutes for a book of them."""
    advice = samples.rich()
    if name != "long":
        return with_text(advice, text)
    item = replace(advice.evidence[0], title=text, own_share=text)
    candidate = replace(advice.candidate, name=text)
    return replace(advice, goal=text, candidate=candidate, evidence=(item, *advice.evidence[1:]))


def _convert(files: list[Path], out: Path) -> None:
    """A profile of its own, so that no LibreOffice of the user is in the way."""
    profile = f"-env:UserInstallation={(out.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def read(pdf: Path) -> str:
    ran = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True)
    return " ".join(ran.stdout.decode("utf-8").split())


@office
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_document_opens_and_is_read(converted: Path, suffix: str) -> None:
    for name, kind, code in EVERY:
        said = read(converted / f"pdf{suffix}" / f"{name}.{kind.value}.{code}.pdf")
        assert example(name).candidate.id in said
        assert len(said) > 300


@office
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_opens_too(converted: Path, suffix: str, name: str) -> None:
    said = read(converted / f"pdf{suffix}" / f"hostile-{name}.pdf")
    assert "Pedagogisch handelen" in said
    if name in {"jinja", "command", "plus", "at"}:
        assert " ".join(HOSTILE[name].split())[:20] in said


@office
def test_the_advice_is_on_a4(converted: Path) -> None:
    ran = subprocess.run(["pdfinfo", converted / "pdf.docx" / "verhage.advice.nl.pdf"], check=True, capture_output=True)
    assert b"(A4)" in ran.stdout


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_report_is_what_the_library_makes(tmp_path: Path, suffix: str) -> None:
    report = tmp_path / f"advies{suffix}"
    ran = evc(
        "assess", ROOT / "examples" / "verhage", "--rubrics", ROOT / "rubrics", "--report", report, "--lang", "nl"
    )
    assert ran.returncode == 0, ran.stderr
    assert report.read_bytes() == made(suffix, "verhage", Kind.ADVICE, "nl")


def test_a_batch_writes_them_for_each(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    for name in EXAMPLES:
        ignored = shutil.ignore_patterns("*.json", "README.md")
        shutil.copytree(ROOT / "examples" / name, pile / name, ignore=ignored)
    out = tmp_path / "out"
    ran = evc("batch", pile, "--out", out, "--rubrics", ROOT / "rubrics", "--report", "docx", "--report", "xlsx")
    assert ran.returncode == 0, ran.stderr
    assert len(list(out.rglob("advice.docx"))) == len(EXAMPLES) == len(list(out.rglob("advice.xlsx")))
    assert all(opened(path.read_bytes()).paragraphs for path in out.rglob("advice.docx"))
