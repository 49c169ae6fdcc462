"""Who does the work: processes of this machine, or the workers of a Dask cluster."""

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from importlib import import_module
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import Any

# Objects that outlive their making before garbage is looked for: some dossiers' worth, and nearly all of it is freed
# without. At Python's 700 it was looked for a hundred times a dossier, some 7% of the whole time.
_GARBAGE = 100_000


class ClusterUnreachableError(Exception):
    """There is no scheduler at the address, or nobody works for it."""


class MissingClusterError(Exception):
    """The extra `cluster` is not installed."""


def cores() -> int:
    """The cores that this process may use."""
    able = getattr(os, "sched_getaffinity", None)
    return len(able(0)) if able else os.cpu_count() or 1


class LocalCrew:
    """So many processes of this machine."""

    one_fate = True

    def __init__(self, jobs: int) -> None:
        """Nothing starts before there is work."""
        self.width = jobs

    def gather(self) -> Executor:
        """An executor of all processes."""
        return _Processes(self.width)

    def alone(self) -> Executor:
        """An executor of one process."""
        return _Processes(1)

    def dismiss(self, executor: Executor, *, at_once: bool) -> str:
        """End the processes: the system's own alarm is what the time limit of a task sets off."""
        processes = executor.started if isinstance(executor, _Processes) else []
        if at_once:
            for process in processes:
                with contextlib.suppress(ValueError):
                    process.kill()
        executor.shutdown(wait=True, cancel_futures=at_once)
        alarm = -getattr(signal, "SIGALRM", 0)
        return "time" if any(process.exitcode == alarm for process in processes) else "killed"

    def is_death(self, error: Exception) -> bool:
        """Whether an error of a task means that its process died; here the executor itself says so."""
        del error
        return False

    def close(self) -> None:
        """Nothing is held between executors."""


class _Processes(ProcessPoolExecutor):
    """A process pool that remembers its processes, and that an interrupt does not reach."""

    def __init__(self, jobs: int) -> None:
        super().__init__(jobs, mp_context=_context(), initializer=_begin)
        self.started: list[Any] = []

    def submit(self, *call: Any, **named: Any) -> "Future[Any]":  # noqa: ANN401 - as the class it extends
        with _uninterrupted():
            future = super().submit(*call, **named)
        if self._processes:
            self.started = list(self._processes.values())
        return future


def _context() -> BaseContext:
    """How processes start: forked where that is safe, which takes milliseconds and does not run the caller's script."""
    forks = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if forks else None)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C while processes start, so that they are born deaf to it: the run alone decides what ends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Begin as a worker: end when the run ends, however it ends, and clear away what many dossiers leave behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    gc.enable()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class ClusterCrew:
    """The workers of a Dask cluster; the scheduler itself gives the work of a lost worker to another."""

    one_fate = False

    def __init__(self, address: str) -> None:
        """Find the scheduler; raises `MissingClusterError` or `ClusterUnreachableError`."""
        try:
            distributed = import_module("distributed")
        except ImportError as missing:
            raise MissingClusterError from missing
        try:
            self._client = distributed.Client(address, timeout=10, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterUnreachableError(address) from error
        self._lost: type[Exception] = distributed.KilledWorker
        self.width = max(1, sum(self._client.nthreads().values()))

    def gather(self) -> Executor:
        """An executor of all workers."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def alone(self) -> Executor:
        """On a cluster a task by itself: it cannot be said in which process."""
        return self.gather()

    def dismiss(self, executor: Executor, *, at_once: bool) -> str:
        """Give back what was asked; the workers themselves go on."""
        executor.shutdown(wait=not at_once)
        return "killed"

    def is_death(self, error: Exception) -> bool:
        """Whether the scheduler gave up a task because it cost it worker after worker."""
        return isinstance(error, self._lost)

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()
