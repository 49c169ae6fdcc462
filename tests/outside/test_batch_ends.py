"""`evc batch` brought to a bad end, for real: killed, interrupted, its disk full or closed. Then it goes on."""

import contextlib
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.outside.program import EVC, ROOT, environment, evc

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, pseudo-terminals and mounts of POSIX")

DOSSIERS, KILLS = 240, 30
RUBRICS = ("--rubrics", str(ROOT / "rubrics"))


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many dossiers of one kind, each of another candidate; every tenth has an error."""
    home = tmp_path_factory.mktemp("ends") / "pile"
    text = (ROOT / "examples" / "verhage" / "portfolio.yml").read_text("utf-8")
    for number in range(DOSSIERS):
        (home / f"d{number:03}").mkdir(parents=True)
        mine = text.replace("K-2026-014", f"K-{number:03}")
        mine = mine.replace("programme: leraar-po", "programme: none") if number % 10 == 3 else mine
        (home / f"d{number:03}" / "portfolio.yml").write_text(mine, "utf-8")
    return home


@pytest.fixture(scope="module")
def undisturbed(pile: Path) -> dict[str, bytes]:
    """What a run gives that nothing happens to."""
    assert batch(pile, pile.parent / "undisturbed").returncode == 1
    return written(pile.parent / "undisturbed")


def batch(pile: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return evc("batch", pile, "--out", out, "--report", "json", *RUBRICS, *more)


@contextlib.contextmanager
def running(pile: Path, out: Path, **streams: object) -> Iterator[subprocess.Popen[bytes]]:
    """A batch under way in a process of its own, ended with the test."""
    call = [*EVC, "batch", str(pile), "--out", str(out), "--report", "json", "--jobs", "2", *RUBRICS]
    quiet: dict[str, object] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(call, cwd=ROOT, env=environment(), **(quiet | streams))  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.kill()
        process.wait(20)


def written(out: Path) -> dict[str, bytes]:
    """Everything a batch leaves but its throw-away cache."""
    files = (path for path in out.rglob("*") if path.is_file() and ".evc-cache" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def is_whole(out: Path, undisturbed: dict[str, bytes]) -> bool:
    """Whether every file that is there is what it should be."""
    return written(out).items() <= undisturbed.items()


def has_no_leftovers(out: Path) -> bool:
    return not list(out.rglob("*.tmp")) and not list(out.glob(".evc-cache/new/*")) and is_empty_of_drafts(out)


def is_empty_of_drafts(out: Path) -> bool:
    return all(path.name.startswith("advice.") for path in out.glob("K-*/*"))


def until(condition: Callable[[], object], process: subprocess.Popen[bytes]) -> None:
    """Wait for something to be so, as long as the process lives."""
    while not condition() and process.poll() is None:
        time.sleep(0.002)


def advices(out: Path) -> int:
    return sum(1 for _ in out.glob("K-*/advice.json"))


def test_a_run_that_is_killed_thirty_times_ends_as_if_nothing_had_happened(
    pile: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    for kill in range(KILLS):
        before = advices(out)
        with running(pile, out) as process:
            if kill % 3 == 0:
                time.sleep(kill * 0.01)  # while it starts, and finds the dossiers
            else:
                until(lambda: advices(out) >= before + kill % 12, process)  # noqa: B023 - called at once
        assert is_whole(out, undisturbed)
    with running(pile, out) as process:
        until(lambda: list(out.glob(".evc-cache/.*.tmp")), process)  # while it tells the results
    assert is_whole(out, undisturbed)
    assert batch(pile, out).returncode == 1
    assert written(out) == undisturbed
    assert has_no_leftovers(out)


def test_a_worker_that_is_killed_costs_nothing(pile: Path, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    out = tmp_path / "out"
    with running(pile, out) as process:
        for number in (3, 60, 120):
            until(lambda: advices(out) >= number, process)  # noqa: B023 - called at once
            for worker in children(process.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
        assert process.wait(60) == 1
    assert written(out) == undisturbed
    assert has_no_leftovers(out)


def children(parent: int) -> list[int]:
    """The processes that a process has started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def test_workers_end_with_a_run_that_is_killed(pile: Path, tmp_path: Path) -> None:
    with running(pile, tmp_path / "out") as process:
        until(lambda: advices(tmp_path / "out") > 3, process)
        workers = children(process.pid)
        process.kill()
        process.wait(20)
    assert len(workers) == 2
    end = time.monotonic() + 20
    while any(map(is_alive, workers)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(is_alive, workers))


def is_alive(process: int) -> bool:
    """Whether a process is there and no mere entry that waits to be taken notice of."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip()) and not found.stdout.startswith("Z")


@pytest.mark.skipif(sys.platform != "linux", reason="a controlling terminal as Linux gives one")
def test_ctrl_c_in_a_terminal_stops_at_once_and_says_how_to_go_on(
    pile: Path, tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    out = tmp_path / "out"
    ours, theirs = os.openpty()

    streams: dict[str, object] = {
        "stdin": theirs,
        "stdout": theirs,
        "stderr": theirs,
        "preexec_fn": partial(take_terminal, theirs),
    }
    with running(pile, out, **streams) as process:
        os.close(theirs)
        until(lambda: advices(out) > 5, process)
        os.write(ours, b"\x03")
        said = read_all(ours)
        assert process.wait(20) == 130
    assert b"Traceback" not in said
    assert f" {DOSSIERS}".encode() in said.splitlines()[-1]
    assert is_whole(out, undisturbed)
    assert has_no_leftovers(out)
    assert batch(pile, out).returncode == 1
    assert written(out) == undisturbed


def take_terminal(terminal: int) -> None:
    """In the new process: begin a session of which this is the terminal, so that Ctrl-C in it is a signal."""
    os.setsid()
    importlib.import_module("fcntl").ioctl(terminal, importlib.import_module("termios").TIOCSCTTY, 0)


def read_all(terminal: int) -> bytes:
    """What a terminal shows until nobody writes to it any more."""
    said = b""
    with contextlib.suppress(OSError):
        while some := os.read(terminal, 4096):
            said += some
    os.close(terminal)
    return said


@contextlib.contextmanager
def small_disk(home: Path, options: str) -> Iterator[Path]:
    """A file system in memory, mounted where this machine allows it."""
    home.mkdir()
    if sys.platform != "linux" or shutil.which("mount") is None:
        pytest.skip("no file system can be mounted here")
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "evc-test", str(home)], capture_output=True, check=False
    )
    if tried.returncode:
        pytest.skip(f"mounting is not allowed here: {tried.stderr.decode().strip()}")
    try:
        yield home
    finally:
        subprocess.run(["umount", str(home)], check=True)


def test_a_disk_that_is_full_keeps_what_is_done(pile: Path, tmp_path: Path, undisturbed: dict[str, bytes]) -> None:
    with small_disk(tmp_path / "disk", "size=3m") as disk:
        out = disk / "out"
        ran = batch(pile, out)
        assert ran.returncode == 3
        assert "Traceback" not in ran.stderr
        assert out.as_posix() in ran.stderr
        assert 0 < advices(out) < DOSSIERS
        assert is_whole(out, undisturbed)
        assert has_no_leftovers(out)
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        before = advices(out)
        again = batch(pile, out)
        assert again.returncode == 1
        assert f"({DOSSIERS} " not in again.stdout, "what was done is not done again"
        assert before <= advices(out)
        assert written(out) == undisturbed


def test_a_folder_that_nobody_may_write_to_is_an_error(pile: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "ro") as disk:
        for out in (disk, disk / "out"):
            ran = batch(pile, out)
            assert ran.returncode == 3
            assert "Traceback" not in ran.stderr
            assert out.as_posix() in ran.stderr
        assert not list(disk.iterdir())


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_without_permission_is_an_error(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir(mode=0o500)
    ran = batch(pile, out)
    assert ran.returncode == 3
    assert out.as_posix() in ran.stderr
    assert not list(out.iterdir())


def test_a_dossier_that_vanishes_while_it_is_its_turn_is_a_row(pile: Path, tmp_path: Path) -> None:
    mine, out = tmp_path / "pile", tmp_path / "out"
    shutil.copytree(pile, mine)
    with running(mine, out) as process:
        until(lambda: advices(out) > 3, process)
        for number in range(100, DOSSIERS):
            shutil.rmtree(mine / f"d{number:03}")
        assert process.wait(60) == 1
    rows = [json.loads(line) for line in (out / "results.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == DOSSIERS
    assert {row["state"] for row in rows[100:]} <= {"assessed", "errors"}
    assert rows[-1]["problems"][0]["code"] == "EVC117"
    assert has_no_leftovers(out)
