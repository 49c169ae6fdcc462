"""A pool of real processes that are killed, hang or fail: each task has its result, in order, and none is lost."""

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from evc.batching.crews import LocalCrew
from evc.batching.pool import AHEAD, CHUNK, Died, Failed, Pool
from evc.batching.work import time_limit

LIMIT = 0.5
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def do(home: Path, tasks: Sequence[str]) -> list[str | Failed]:
    """What the name of a task says; each try leaves a mark, so that tries can be counted."""
    return [_do(home, task) for task in tasks]


def _do(home: Path, task: str) -> str | Failed:
    what, _, _ = task.partition(" ")
    tries = len(list(home.glob(f"{task}.*"))) + 1
    (home / f"{task}.{tries}").touch()
    with time_limit(LIMIT):
        if what == "die" or (what == "die-once" and tries == 1):
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "hang":
            time.sleep(60)
    if what == "slow":
        time.sleep(30)
        (home / f"{task}.slept").touch()
    if what == "fail" or (what == "fail-once" and tries == 1):
        return Failed("KeyError")
    return f"{task} done"


def through(home: Path, tasks: Iterable[str], jobs: int = 2) -> dict[str, str | Died | None]:
    with Pool[str, str, str](partial(do, home), LocalCrew(jobs), LIMIT) as pool:
        results = list(pool.each((task, task) for task in tasks))
    assert [task for task, _ in results] == list(tasks)
    return dict(results)


@pytest.mark.parametrize(
    ("task", "end"),
    [
        ("die 20", Died("killed")),
        ("hang 20", Died("time")),
        ("fail 20", Died("KeyError")),
        ("die-once 20", "die-once 20 done"),
        ("fail-once 20", "fail-once 20 done"),
    ],
)
def test_one_that_fails_has_a_second_try_and_costs_no_other_anything(
    tmp_path: Path, task: str, end: str | Died
) -> None:
    tasks = [f"ok {number}" for number in range(40)]
    tasks[20] = task
    results = through(tmp_path, tasks)
    assert results.pop(task) == end
    assert all(result == f"{name} done" for name, result in results.items())
    assert len(list(tmp_path.glob(f"{task}.*"))) == 2


def test_several_that_die_together(tmp_path: Path) -> None:
    tasks = [f"{'die' if number % 9 == 0 else 'ok'} {number}" for number in range(45)]
    results = through(tmp_path, tasks)
    assert [name for name, result in results.items() if isinstance(result, Died)] == tasks[::9]


def test_what_needs_no_work_is_passed_through_and_starts_no_process(tmp_path: Path) -> None:
    crew = LocalCrew(2)
    items: list[tuple[int, str | None]] = [(number, None) for number in range(1000)]
    with Pool[int, str, str](partial(do, tmp_path), crew, LIMIT) as pool:
        assert list(pool.each(items)) == [(number, None) for number in range(1000)]
        assert pool._executor is None  # noqa: SLF001


def test_only_a_window_of_tasks_is_taken_before_results_are(tmp_path: Path) -> None:
    taken = 0

    def endless() -> Iterator[tuple[int, str]]:
        nonlocal taken
        while True:
            taken += 1
            yield taken, f"ok {taken}"

    with Pool[int, str, str](partial(do, tmp_path), LocalCrew(2), LIMIT) as pool:
        for (number, result), _ in zip(pool.each(endless()), range(100), strict=False):
            assert result == f"ok {number} done"
            assert taken <= number + CHUNK * (2 * AHEAD + 1)


def test_one_task_between_others(tmp_path: Path) -> None:
    with Pool[str, str, str](partial(do, tmp_path), LocalCrew(2), LIMIT) as pool:
        for task, result in pool.each((f"ok {number}", f"ok {number}") for number in range(12)):
            assert result == f"{task} done"
            assert pool.one(f"die between {task}") == Died("killed")
            assert pool.one(f"between {task}") == f"between {task} done"


def test_a_broken_run_ends_its_processes_at_once(tmp_path: Path) -> None:
    crew = LocalCrew(2)
    tasks = ("ok 1", "ok 2", "ok 3", "ok 4", "slow 1", "slow 2")
    pool = Pool[str, str, str](partial(do, tmp_path), crew, 60)
    with pytest.raises(KeyboardInterrupt), pool:
        _interrupted(pool.each((task, task) for task in tasks))
    assert not list(tmp_path.glob("slow *.slept")), "nobody waited for it"


def _interrupted(results: Iterator[object]) -> None:
    next(results)
    raise KeyboardInterrupt
