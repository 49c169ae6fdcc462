"""What `evc batch` leaves over all dossiers, as a committee runs it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.outside.program import ROOT, environment, evc

NAMES = ("bakker", "de-wit", "vol-fouten")
OVERVIEW = ("index.html", "overview.csv", "overview.xlsx")
WITHOUT_EXTRA = (
    "import sys; sys.modules['xlsxwriter'] = None; sys.argv[0] = 'evc'; from evc.cli.app import main; main()"
)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Three examples, as a committee's folder."""
    for name in NAMES:
        shutil.copytree(ROOT / "examples" / name, tmp_path / "pile" / name)
    return tmp_path / "pile"


def batch(pile: Path, out: Path, *more: object) -> subprocess.CompletedProcess[str]:
    return evc("batch", pile, "--out", out, "--rubrics", ROOT / "rubrics", "--report", "json", *more)


def seen(out: Path) -> dict[str, tuple[int, bytes]]:
    return {name: ((out / name).stat().st_mtime_ns, (out / name).read_bytes()) for name in OVERVIEW}


def test_the_overview_stands_beside_the_results_and_is_named(pile: Path, tmp_path: Path) -> None:
    done = batch(pile, tmp_path / "out")
    assert done.returncode == 1
    for name in OVERVIEW:
        assert (tmp_path / "out" / name).stat().st_size
        assert name in done.stdout
    assert 'href="K-2026-063/advice.json"' in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_a_second_run_leaves_it_alone_and_other_wishes_do_not(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(pile, out)
    first = seen(out)
    assert batch(pile, out).stdout
    assert seen(out) == first
    batch(pile, out, "--lang", "en")
    assert '<html lang="en">' in (out / "index.html").read_text("utf-8")
    shutil.rmtree(pile / "bakker")
    batch(pile, out)
    assert "K-2026-063" not in (out / "index.html").read_text("utf-8")


def test_the_same_dossiers_give_the_same_bytes_however_many_work_on_them(pile: Path, tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        batch(pile, tmp_path / jobs, "--jobs", jobs)
    assert [(tmp_path / "1" / name).read_bytes() for name in OVERVIEW] == [
        (tmp_path / "3" / name).read_bytes() for name in OVERVIEW
    ]


def test_without_the_extra_a_batch_goes_on_and_says_what_would_be_needed(pile: Path, tmp_path: Path) -> None:
    arguments = ["batch", pile, "--out", tmp_path / "out", "--rubrics", ROOT / "rubrics", "--quiet"]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRA, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "evc[xlsx]" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").glob("*.*")) == [
        ".evc-cache",
        "index.html",
        "overview.csv",
        "results.jsonl",
    ]


def test_a_workbook_that_was_changed_is_kept_and_that_is_said(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(pile, out)
    (out / "overview.xlsx").write_bytes(b"with decisions")
    shutil.rmtree(pile / "bakker")
    assert "overview~1.xlsx" in batch(pile, out).stderr
    assert (out / "overview~1.xlsx").read_bytes() == b"with decisions"
