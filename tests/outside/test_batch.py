"""`evc batch` as a committee runs it: another process, real files, real signals."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.outside.program import EVC, ROOT, environment, evc

EXAMPLES = ROOT / "examples"
RUBRICS = ("--rubrics", ROOT / "rubrics")
FAULTY = "vol-fouten"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """The examples that can be assessed, as a committee's folder."""
    shutil.copytree(EXAMPLES, tmp_path / "pile", ignore=shutil.ignore_patterns("*.json", "README.md", FAULTY))
    return tmp_path / "pile"


def batch(
    pile: Path, out: Path, *more: object, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return evc("batch", pile, "--out", out, *RUBRICS, *more, env=env)


def written(out: Path) -> dict[str, bytes]:
    """Everything a batch leaves but its throw-away cache."""
    files = (path for path in out.rglob("*") if path.is_file() and ".evc-cache" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def results(out: Path) -> list[dict]:
    return [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]


def made(out: Path) -> dict[str, int]:
    """When each advice was written."""
    return {path.relative_to(out).as_posix(): path.stat().st_mtime_ns for path in out.rglob("advice.json")}


def test_an_advice_for_each_and_a_result_in_order_of_path(pile: Path, tmp_path: Path) -> None:
    ran = batch(pile, tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    rows = results(tmp_path / "out")
    assert [row["path"] for row in rows] == sorted(path.name for path in pile.iterdir())
    assert {row["state"] for row in rows} == {"assessed"}
    for row in rows:
        advice = json.loads((tmp_path / "out" / row["folder"] / "advice.json").read_text("utf-8"))
        assert advice["candidate"]["id"] == row["candidate"]
        assert advice["provenance"]["digest"] == row["advice"]["digest"]
        assert (tmp_path / "out" / row["folder"] / "advice.html").read_bytes().rstrip().endswith(b"</html>")


def test_a_second_dossier_of_a_candidate_has_a_folder_of_its_own(pile: Path, tmp_path: Path) -> None:
    portfolio = pile / "de-wit" / "portfolio.yml"
    portfolio.write_text(portfolio.read_text("utf-8").replace("K-2026-052", "k-2026-014"), "utf-8")
    batch(pile, tmp_path / "out")
    folders = {row["path"]: row["folder"] for row in results(tmp_path / "out")}
    assert folders["de-wit"] == "k-2026-014"
    assert folders["verhage"] == "K-2026-014~2"


def test_a_dossier_with_errors_is_a_row_and_stops_nothing(pile: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / FAULTY, pile / FAULTY)
    ran = batch(pile, tmp_path / "out")
    assert ran.returncode == 1
    states = {row["path"]: row["state"] for row in results(tmp_path / "out")}
    assert states.pop(FAULTY) == "errors"
    assert set(states.values()) == {"assessed"}
    assert "vol-fouten" in ran.stdout


HABITS = [
    {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "0", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/Adak"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0", "TZ": "Asia/Kathmandu"},
]


def test_same_bytes_whatever_the_processes_the_hash_seed_and_the_machine_s_habits(pile: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / FAULTY, pile / FAULTY)
    batch(pile, tmp_path / "one", "--jobs", 1)
    first = written(tmp_path / "one")
    assert len(first) > 2 * len(results(tmp_path / "one")) - 1
    for number, habits in enumerate(HABITS):
        batch(pile, tmp_path / f"{number}", "--jobs", number + 2, env=habits)
        assert written(tmp_path / f"{number}") == first


def test_what_has_not_changed_is_not_done_again(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(pile, out)
    first, before = written(out), made(out)
    assert batch(pile, out).returncode == 0
    assert (written(out), made(out)) == (first, before)
    evidence = next(path for path in (pile / "bakker" / "bewijs").iterdir() if path.suffix == ".pdf")
    evidence.write_bytes(evidence.read_bytes() + b" ")
    batch(pile, out)
    assert [path for path, when in made(out).items() if when != before[path]] == ["K-2026-063/advice.json"]
    changed = made(out)
    batch(pile, out, "--fresh")
    assert all(when != changed[path] for path, when in made(out).items())


def test_a_changed_rubric_concerns_the_dossiers_of_its_programme(pile: Path, tmp_path: Path) -> None:
    rubrics, out = tmp_path / "rubrics", tmp_path / "out"
    shutil.copytree(ROOT / "rubrics", rubrics)
    shutil.copytree(ROOT / "rubrics/hbo-ict/cases/een-context-te-weinig", pile / "ict")
    evc("batch", pile, "--out", out, "--rubrics", rubrics)
    before = made(out)
    rubric = rubrics / "leraar-po" / "taalonderwijs.yml"
    rubric.write_text(rubric.read_text("utf-8") + "\n# changed\n", "utf-8")
    evc("batch", pile, "--out", out, "--rubrics", rubrics)
    same = [path for path, when in made(out).items() if when == before[path]]
    assert len(same) == 1


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\xff\xfe\x00"])
def test_a_cache_that_is_broken_costs_time_and_nothing_else(pile: Path, tmp_path: Path, damage: bytes) -> None:
    out = tmp_path / "out"
    batch(pile, out)
    first = written(out)
    for path in (out / ".evc-cache").rglob("*"):
        if path.is_file():
            path.write_bytes(damage)
    assert batch(pile, out).returncode == 0
    assert written(out) == first


def test_what_was_thrown_away_is_made_again(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(pile, out)
    first = written(out)
    (out / "K-2026-063" / "advice.json").unlink()
    shutil.rmtree(out / "K-2026-052")
    (out / "results.jsonl").unlink()
    batch(pile, out)
    assert written(out) == first


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere", "--out", "out"),
        ("empty", "--out", "out"),
        ("pile", "--out", "out", "--report", "odt"),
        ("pile", "--out", "out", "--jobs", "0"),
        ("pile", "--out", "pile/verhage/out"),
        ("pile",),
    ],
)
def test_wrong_usage_writes_nothing(pile: Path, arguments: tuple[str, ...]) -> None:
    home = pile.parent
    (home / "empty").mkdir()
    ran = evc("batch", *arguments, cwd=home)
    assert ran.returncode == 2
    assert ran.stderr
    assert not (home / "out").exists()


def test_a_file_in_the_way_is_exit_3_and_keeps_what_is_done(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "K-2026-063").write_text("in the way")
    ran = batch(pile, out)
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    assert (out / "K-2026-063").read_text() == "in the way"
    assert not list(out.rglob("*.tmp"))


def many(pile: Path, count: int) -> Path:
    """So many copies of one dossier, each of another candidate."""
    source = pile / "verhage"
    text = (source / "portfolio.yml").read_text("utf-8")
    home = pile.parent / "many"
    for number in range(count):
        copy = home / f"d{number:03}"
        copy.mkdir(parents=True)
        (copy / "portfolio.yml").write_text(text.replace("K-2026-014", f"K-{number:03}"), "utf-8")
    return home


@pytest.mark.parametrize("seconds", [0.25, 0.5, 0.8, 1.2])
def test_after_a_kill_a_second_run_finishes_the_work(pile: Path, tmp_path: Path, seconds: float) -> None:
    home, out = many(pile, 60), tmp_path / "out"
    with subprocess.Popen(
        [*EVC, "batch", str(home), "--out", str(out), *map(str, RUBRICS)],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGKILL)
    for path in out.rglob("advice.json"):
        json.loads(path.read_text("utf-8"))  # whole, or not there
    assert batch(home, out).returncode == 0
    assert batch(home, tmp_path / "undisturbed").returncode == 0
    assert written(out) == written(tmp_path / "undisturbed")


def test_an_interrupt_is_130_and_a_second_run_finishes(pile: Path, tmp_path: Path) -> None:
    home, out = many(pile, 200), tmp_path / "out"
    with subprocess.Popen(
        [*EVC, "batch", str(home), "--out", str(out), *map(str, RUBRICS)],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        while not list(out.glob("K-*")):
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=20)
    assert running.returncode == 130
    assert b"Traceback" not in said
    assert not list(out.rglob("*.tmp"))
    assert batch(home, out).returncode == 0
    assert len(results(out)) == 200


def test_two_at_once_into_one_folder_is_refused(pile: Path, tmp_path: Path) -> None:
    home, out = many(pile, 200), tmp_path / "out"
    with subprocess.Popen(
        [*EVC, "batch", str(home), "--out", str(out), *map(str, RUBRICS)],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        while not list(out.glob("K-*")):
            time.sleep(0.02)
        second = batch(home, out)
        assert running.poll() is None, "the first is still at it"
        assert running.wait(60) == 0
    assert second.returncode == 2
    assert len(results(out)) == 200
