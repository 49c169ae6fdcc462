"""The outside of a child with limits: start it, give it orders, end it when it breaks a limit, start another."""

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Any, Self

from evc.model.house import Limits
from evc.reporting.limits import wire
from evc.reporting.limits.wire import Plain

__all__ = ["LimitError", "Limits", "Room", "in_child"]

_START = "import json,sys;sys.path[:]=json.loads(sys.argv[1]);from evc.reporting.limits.child import main;main()"
# What the system needs to start a process; it hears nothing else from the environment.
_KEPT = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH", "PYTHONHOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP")


# How a child ends that somebody else has ended.
_BY_ANOTHER = ("memory", "died")


class LimitError(Exception):
    """An order broke a limit: `kind` is memory, time, depth, size, or died when the child ended by itself.

    `at` is the template and line in which it did, where that is known.
    """

    def __init__(self, kind: str, at: tuple[str, int] | None = None) -> None:
        """The limit, and where."""
        super().__init__(kind, at)
        self.kind, self.at = kind, at


class ChildFaultError(Exception):
    """A function of evc failed in the child: a fault of evc, with the name and text of its error."""


class Room:
    """One child at a time, kept for the next order; made anew when it has broken a limit. Threads take turns."""

    def __init__(self) -> None:
        """Nothing starts before there is an order."""
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def run(self, function: str, data: Plain, limits: Limits) -> Plain:
        """What ``module:function`` makes of plain data, within limits; raises LimitError when it breaks one.

        On a system without such limits (Windows; on macOS that of memory) `limits.wall` is the one that holds.
        """
        order: Plain = {"function": function, "data": data, "memory": limits.memory, "seconds": limits.seconds}
        with self._turn:
            answer = self._answered(order, limits.wall)
            if "result" in answer:
                result: Plain = answer["result"]
                return result
            if answer["broken"] == "fault":
                raise ChildFaultError(function, answer["kind"], answer["said"])
            # Memory that was nearly full, or a stack that was, makes the next order fail for nothing.
            self.close()
        at = answer["at"]
        raise LimitError(str(answer["broken"]), (str(at[0]), int(at[1])) if at else None)

    def _answered(self, order: Plain, wall: float) -> dict[str, Any]:
        """The answer to an order; one that a waiting child did not answer is tried once more.

        That child may have been ended by another: only a fresh one shows that this order did it.
        """
        waited = self._child is not None
        try:
            return self._ask(order, wall)
        except LimitError as ended:
            if not waited or ended.kind not in _BY_ANOTHER:
                raise
            return self._ask(order, wall)

    @property
    def process(self) -> int | None:
        """The id of the child, while there is one."""
        return None if self._child is None else self._child.pid

    def close(self) -> None:
        """End the child, whatever it does."""
        child, self._child = self._child, None
        if child is None:
            return
        with suppress(OSError):
            child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def __enter__(self) -> Self:
        """Use it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def _ask(self, order: Plain, wall: float) -> dict[str, Any]:
        child = self._started()
        late = threading.Event()
        alarm = threading.Timer(wall, _end, (child, late))
        alarm.daemon = True
        alarm.start()
        try:
            wire.write(_pipe(child.stdin), order)
            answer: Any = wire.read(_pipe(child.stdout))
        except (OSError, EOFError, ValueError) as gone:
            raise LimitError(self._how_it_ended(child, late=late.is_set())) from gone
        except wire.TooLargeError as large:
            self.close()
            raise LimitError("size") from large
        finally:
            alarm.cancel()
            alarm.join()
        if late.is_set():
            # It came in just before the alarm: the answer counts, the child is gone.
            self.close()
        return dict(answer)

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._child is None or self._child.poll() is not None:
            self.close()
            kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
            self._child = subprocess.Popen(  # noqa: S603 - this very Python, and our own words
                [sys.executable, "-P", "-c", _START, json.dumps([*map(str, sys.path)])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=kept,
            )
        return self._child

    def _how_it_ended(self, child: "subprocess.Popen[bytes]", *, late: bool) -> str:
        """Why no answer came: late, killed by its clock, by a system short of memory, or by something else."""
        self.close()
        if late:
            return "time"
        ends = {-getattr(signal, "SIGXCPU", 0): "time", -getattr(signal, "SIGKILL", 0): "memory"}
        return ends.get(child.returncode, "died")


def _end(child: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    child.kill()


def _pipe(of: IO[bytes] | None) -> IO[bytes]:
    if of is None:
        raise EOFError
    return of


def in_child(function: str, data: Plain, limits: Limits) -> Plain:
    """What a function of evc (``module:function``) makes of plain data in the child of this process.

    Raises LimitError when it breaks a limit. The child is kept for the next call.
    """
    return _room().run(function, data, limits)


# One a process: after a fork the child belongs to the parent.
_ROOMS: dict[int, Room] = {}


def _room() -> Room:
    process = os.getpid()
    return _ROOMS.setdefault(process, Room())


def close_room() -> None:
    """End the child of this process, if it has one."""
    room = _ROOMS.pop(os.getpid(), None)
    if room is not None:
        room.close()


atexit.register(close_room)
