"""Dossiers that cost a worker its life: each is tried again, alone, and then a row; no other dossier notices."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.batching.test_run import ROOT, Nobody, replaced, written

from evc.assessing import assess
from evc.batching import work
from evc.batching.results import Row, read_results
from evc.batching.run import Batch, run_batch
from evc.batching.summary import Summary
from evc.model.advice import Advice
from evc.model.dossier import Dossier
from evc.model.programme import Programme

if sys.platform == "win32":
    pytest.skip("signals and limits of POSIX", allow_module_level=True)

import resource

VICTIM = "de-wit"
MB = 1 << 20


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Dossiers of one candidate each, and a last one of the same candidate as the victim."""
    for name in ("bakker", "de-wit", "jansen-na-gesprek", "verhage"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / "pile" / name)
    shutil.copytree(tmp_path / "pile" / VICTIM, tmp_path / "pile" / "z-again")
    replaced(tmp_path / "pile" / "z-again" / "portfolio.yml", "submitted: 2026-", "submitted: 2027-")
    return tmp_path / "pile"


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang() -> None:
    time.sleep(600)


def eat_memory() -> None:
    """Ask for more than this process may have; what it may have is left as it was found."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 64 * MB, before[1]))
    try:
        eaten = []
        while True:
            eaten.append(bytearray(8 * MB))
    finally:
        eaten.clear()
        resource.setrlimit(resource.RLIMIT_AS, before)


def fail() -> None:
    raise ZeroDivisionError


class Sabotage:
    """Judges as ever, but for one dossier: always, or only `once`, which a file remembers."""

    def __init__(self, harm: Callable[[], None], once: Path | None = None) -> None:
        """Do this harm."""
        self.harm, self.once = harm, once

    def __call__(self, programme: Programme, dossier: Dossier, on: date | None) -> Advice:
        """The advice, unless it is the dossier to be harmed."""
        if dossier.candidate.id == "K-2026-052" and dossier.submitted.year == 2026:
            if self.once is None:
                self.harm()
            elif not self.once.exists():
                self.once.touch()
                self.harm()
        return assess(programme, dossier, on)


def run(pile: Path, out: Path, limit: float = 600) -> Summary:
    return run_batch(Batch(pile, out, (".json",), given=ROOT / "rubrics", jobs=2, limit=limit), Nobody())


def rows(out: Path) -> dict[str, Row]:
    return {row.path: row for row in read_results(out / "results.jsonl")}


HARMS: dict[str, tuple[Callable[[], None], float]] = {
    "killed": (kill, 600),
    "time": (hang, 3),
    "memory": (eat_memory, 600),
    "ZeroDivisionError": (fail, 600),
}


@pytest.mark.parametrize("fault", HARMS)
@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked, and a process can see how large it is")
def test_a_dossier_that_dies_twice_is_a_row_that_says_so(
    pile: Path, tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    harm, limit = HARMS[fault]
    run(pile, tmp_path / "undisturbed")
    out = tmp_path / "out"
    with monkeypatch.context() as planted:
        planted.setattr(work, "assess", Sabotage(harm))
        summary = run(pile, out, limit)
    good, bad = rows(tmp_path / "undisturbed"), rows(out)
    assert (summary.died, summary.together.not_assessed) == (1, 1)
    dead = bad.pop(VICTIM)
    assert (dead.state, dead.fault, dead.folder, dead.advice) == ("died", fault, None, None)
    assert (dead.candidate, dead.programme) == ("K-2026-052", "leraar-po")
    assert bad == {path: row for path, row in good.items() if path != VICTIM}
    assert not list(out.rglob("*.tmp"))
    assert run(pile, out).new == 1
    assert written(out) == written(tmp_path / "undisturbed")


@pytest.mark.parametrize("fault", HARMS)
@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked, and a process can see how large it is")
def test_a_second_try_can_be_enough(pile: Path, tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    harm, limit = HARMS[fault]
    monkeypatch.setattr(work, "assess", Sabotage(harm, tmp_path / "done"))
    assert run(pile, tmp_path / "out", limit).died == 0
    monkeypatch.undo()
    run(pile, tmp_path / "undisturbed")
    assert written(tmp_path / "out") == written(tmp_path / "undisturbed")


def test_an_earlier_advice_of_a_dossier_that_dies_now_does_not_stay(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run(pile, out)
    replaced(pile / VICTIM / "portfolio.yml", "submitted: 2026-09-21", "submitted: 2026-09-22")
    monkeypatch.setattr(work, "assess", Sabotage(fail))
    assert run(pile, out).died == 1
    assert not (out / "K-2026-052").exists()
    assert (out / "K-2026-052~2" / "advice.json").exists()
