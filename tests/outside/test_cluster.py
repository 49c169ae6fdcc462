"""The same batch on a Dask cluster: a real scheduler and two real workers, one of which is killed midway."""

import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.outside.program import ROOT, environment, evc

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra evc[cluster] is not installed"
)
DOSSIERS = 120


@contextlib.contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of the cluster, ended with the test."""
    running = subprocess.Popen(
        [sys.executable, "-m", *arguments], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait(20)


def worker(address: str, folder: Path) -> tuple[str, ...]:
    return ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
            "--local-directory", str(folder))  # fmt: skip


def written(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and ".evc-cache" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_a_cluster_that_loses_a_worker_gives_the_same_bytes(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics")
    source = ROOT / "examples" / "verhage" / "portfolio.yml"
    for number in range(DOSSIERS):
        home = tmp_path / "pile" / f"d{number:03}"
        home.mkdir(parents=True)
        text = source.read_text("utf-8").replace("K-2026-014", f"K-{number:03}")
        (home / "portfolio.yml").write_text(text, "utf-8")
    found = tmp_path / "scheduler.json"
    with process(
        "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
        "--scheduler-file", str(found),
    ):  # fmt: skip
        until(found.exists)
        address = found.read_text("utf-8").split('"address": "')[1].split('"')[0]
        with process(*worker(address, tmp_path / "w1")), process(*worker(address, tmp_path / "w2")) as second:
            common = ("batch", tmp_path / "pile", "--rubrics", tmp_path / "rubrics", "--out")
            running = subprocess.Popen(
                [sys.executable, "-m", "evc", *map(str, common), str(tmp_path / "cluster"), "--cluster", address],
                cwd=ROOT,
                env=environment(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
            until(lambda: len(list((tmp_path / "cluster").glob("K-*"))) > 4)
            os.kill(second.pid, signal.SIGKILL)
            said, _ = running.communicate(timeout=100)
            assert running.returncode == 0, said.decode()
            first = written(tmp_path / "cluster")
            stricter(tmp_path / "rubrics" / "leraar-po" / "programme.yml")
            assert evc(*common, tmp_path / "cluster", "--cluster", address).returncode == 0
    assert written(tmp_path / "cluster") != first, "workers that go on do not keep the rubrics of an earlier run"
    assert evc(*common, tmp_path / "local").returncode == 0
    assert written(tmp_path / "cluster") == written(tmp_path / "local")


def stricter(programme: Path) -> None:
    text = programme.read_text("utf-8")
    assert "pass: voldoende" in text
    programme.write_text(text.replace("pass: voldoende", "pass: goed"), "utf-8")


def until(condition: object, seconds: float = 60) -> None:
    """Wait for something to be so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if callable(condition) and condition():
            return
        time.sleep(0.05)
    raise TimeoutError
