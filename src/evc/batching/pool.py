"""Many tasks through an ordinary `concurrent.futures.Executor`: in order, a few at a time, and none lost.

Tasks go in small chunks, never more under way than a window holds, so that memory stays flat. A process that dies
takes the executor with it, and with that every chunk under way. Those that may have been the cause are then tried
again one task at a time, each alone in a fresh process; the others simply go to a new executor.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from evc.model.value import value

# Small, for a chunk is what a death costs; large enough that sending it costs a hundredth of doing it.
CHUNK = 4
# Chunks under way for each process, so that none waits for work while the first in order is a slow one.
AHEAD = 8
# Settled items that are passed through together; how often the caller hears that time passes (s).
_PASSED, TICK = 64, 0.1
# What the system needs, beyond a task's own limit, to end a process (s).
_GRACE = 10.0

Key = TypeVar("Key")
Task = TypeVar("Task")
Result = TypeVar("Result")


@value
class Failed:
    """A task that failed in a process that lives on; `reason` in one word."""

    reason: str


@value
class Died:
    """A task that failed twice, the second time alone in a fresh process: killed, time, memory, or an error's name.

    `rest` is the result of what a pool still tries of it, where it does.
    """

    reason: str
    rest: object = None


class Crew(Protocol):
    """Who does the work: `width` processes. `one_fate`: when one of them dies, all that is under way is lost."""

    width: int
    one_fate: bool

    def gather(self) -> Executor:
        """An executor for many tasks at once."""

    def alone(self) -> Executor:
        """An executor that does one task in a process that has done no other."""

    def dismiss(self, executor: Executor, *, at_once: bool) -> str:
        """End it, its running tasks too when `at_once`; says in one word how its processes ended."""

    def is_death(self, error: Exception) -> bool:
        """Whether an error that came back instead of a result means that the process died."""


class CrewGoneError(Exception):
    """Nobody is left to work, as when a cluster cannot be reached any more."""


class _StuckError(Exception):
    """A chunk did not come back in the time that all its tasks may take."""


@dataclass(slots=True)
class _Chunk(Generic[Task, Result]):
    """Tasks that go together: under way in a future, or done already."""

    tasks: list[Task]
    future: "Future[Sequence[Result | Failed]] | None" = None
    results: "list[Result | Died]" = field(default_factory=list)


@dataclass(slots=True)
class Pool(Generic[Key, Task, Result]):
    """Does tasks with `work`, which a crew can pickle; `limit` is how long one may take (s).

    `tick` is called while nothing else happens; `rest` is what of a task that died is still tried, alone. A context
    manager: an error or interrupt ends what is under way.
    """

    work: Callable[[Sequence[Task]], Sequence[Result | Failed]]
    crew: Crew
    limit: float
    tick: Callable[[], None] = lambda: None
    rest: Callable[[Task], Task] | None = None
    _executor: Executor | None = None
    _waiting: "deque[tuple[list[tuple[Key, Task | None]], _Chunk[Task, Result]]]" = field(default_factory=deque)

    def each(self, items: Iterable[tuple[Key, Task | None]]) -> Iterator[tuple[Key, Result | Died | None]]:
        """The result of each item, in order; one without a task is passed through with None."""
        ahead = iter(items)
        while self._fill(ahead):
            some, chunk = self._waiting.popleft()
            results = iter(self._results(chunk))
            for key, task in some:
                yield key, None if task is None else next(results)

    def one(self, task: Task) -> Result | Died:
        """The result of one task that comes between; what is under way goes on."""
        return self._results(_Chunk([task], self._submit([task])))[0]

    def close(self, *, at_once: bool = False) -> None:
        """Let the processes go; `at_once` leaves what they are doing undone."""
        if self._executor is not None:
            executor, self._executor = self._executor, None
            self.crew.dismiss(executor, at_once=at_once)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""
        self.close(at_once=kind is not None)

    def _fill(self, ahead: Iterator[tuple[Key, Task | None]]) -> bool:
        """Keep the window full; whether anything is left to wait for."""
        while len(self._waiting) < AHEAD * self.crew.width:
            some = list(_next_chunk(ahead))
            if not some:
                break
            tasks = [task for _, task in some if task is not None]
            self._waiting.append((some, _Chunk(tasks, self._submit(tasks) if tasks else None)))
        return bool(self._waiting)

    def _submit(self, tasks: list[Task]) -> "Future[Sequence[Result | Failed]]":
        if self._executor is None:
            self._executor = self.crew.gather()
        try:
            return self._executor.submit(self.work, tasks)
        except BrokenExecutor as broken:
            # It broke while nobody looked: its chunk is found out when its turn comes.
            future: Future[Sequence[Result | Failed]] = Future()
            future.set_exception(broken)
            return future

    def _results(self, chunk: "_Chunk[Task, Result]") -> "list[Result | Died]":
        """What came of a chunk's tasks; those that failed in any way have had their second try."""
        if chunk.results or chunk.future is None:
            return chunk.results
        try:
            got = self._await(chunk.future, len(chunk.tasks))
        except (BrokenExecutor, _StuckError):
            self._mend(chunk)
            return chunk.results
        if any(isinstance(result, Failed) for result in got):
            # A second try is alone: what is under way comes to its end first, and is kept.
            self.close()
        return [
            self._second_try(task) if isinstance(result, Failed) else result
            for task, result in zip(chunk.tasks, got, strict=True)
        ]

    def _await(self, future: "Future[Sequence[Result | Failed]]", tasks: int) -> "Sequence[Result | Failed]":
        end = time.monotonic() + self.limit * tasks + _GRACE
        while not wait((future,), timeout=TICK).done:
            self.tick()
            if time.monotonic() > end:
                raise _StuckError
        try:
            return future.result()
        except BrokenExecutor:
            raise
        except CancelledError as gone:
            raise CrewGoneError from gone
        except Exception as error:
            if self.crew.is_death(error):
                raise BrokenExecutor from error
            raise

    def _mend(self, chunk: "_Chunk[Task, Result]") -> None:
        """After a death: try those again that may be the cause, each alone, and give the others to a new executor."""
        suspects, innocent = [chunk], []
        if self.crew.one_fate:
            self.close(at_once=True)
            lost = [each for _, each in self._waiting if _is_lost(each)]
            # A process works on the chunk that was submitted first; results may have been on their way, too.
            suspects += lost[: 2 * self.crew.width]
            innocent = lost[2 * self.crew.width :]
        for suspect in suspects:
            suspect.results = [self._second_try(task) for task in suspect.tasks]
        for each in innocent:
            each.future = self._submit(each.tasks)

    def _second_try(self, task: Task) -> Result | Died:
        """The result of a task that failed once; of processes of this machine no other is at work meanwhile."""
        found = self._alone(task)
        if self.rest is None or not isinstance(found, Died):
            return found
        rest = self._alone(self.rest(task))
        return Died(found.reason, None if isinstance(rest, Died) else rest)

    def _alone(self, task: Task) -> Result | Died:
        executor = self.crew.alone()
        result: Result | Failed | None = None
        try:
            result = self._await(executor.submit(self.work, [task]), 1)[0]
        except _StuckError:
            result = Failed("time")
        except BrokenExecutor:
            pass
        finally:
            end = self.crew.dismiss(executor, at_once=True)
        if result is None:
            return Died(end)
        return Died(result.reason) if isinstance(result, Failed) else result


def _next_chunk(ahead: Iterator[tuple[Key, Task | None]]) -> Iterator[tuple[Key, Task | None]]:
    tasks = 0
    for key, task in islice(ahead, _PASSED):
        yield key, task
        tasks += task is not None
        if tasks == CHUNK:
            return


def _is_lost(chunk: "_Chunk[Task, Result]") -> bool:
    """Whether a chunk was under way and its results will not come."""
    future = chunk.future
    if future is None or chunk.results:
        return False
    return not future.done() or future.cancelled() or future.exception() is not None
