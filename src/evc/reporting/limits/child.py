"""The inside of a child with limits: take an order, do it within its limits, send back what came of it.

Only functions of evc are called, by name, with plain data. The child writes no file, keeps nothing of the environment
and hears no keyboard; when evc goes, its orders end and so does it.
"""

import os
import signal
import sys
import time
from contextlib import suppress
from importlib import import_module
from typing import IO, Any

from evc.reporting.limits import wire

resource: Any = None
with suppress(ImportError):
    resource = import_module("resource")

# So long after the polite end comes the one that no code can miss (s of CPU).
_GRACE = 1.0


class TimeUpError(BaseException):
    """The time of an order is up; no `except Exception` on its way stops it, so that its place is known."""


def main() -> None:
    """Serve orders until there are no more."""
    orders, answers = _streams()
    _settle()
    while True:
        try:
            order: Any = wire.read(orders)
        except EOFError:
            return
        _answer(answers, _done(order))


def surroundings(_nothing: object) -> list[str]:
    """The names in the environment here: a template that broke out would find nothing there to take."""
    return sorted(os.environ)


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, kept from whatever else might write to standard output."""
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    return orders, answers


def _settle() -> None:
    """What holds for every order: no file grows, no core is left, Ctrl-C is for evc itself."""
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, _time_up)
    if resource is not None:
        for limit in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
            with suppress(ValueError, OSError):
                resource.setrlimit(limit, (0, 0))


def _time_up(_number: int, _frame: object) -> None:
    raise TimeUpError


def _done(order: dict[str, Any]) -> dict[str, Any]:
    """What came of an order: its result, or in one word which limit it broke, and on what line of a template."""
    try:
        function = _function(order["function"])
        _limit_memory(order["memory"])
        _start_clock(order["seconds"])
        try:
            return {"result": function(order["data"])}
        finally:
            _stop_clock()
    except MemoryError as error:
        return {"broken": "memory", "at": _place(error)}
    except TimeUpError as error:
        return {"broken": "time", "at": _place(error)}
    except RecursionError as error:
        return {"broken": "depth", "at": _place(error)}
    except Exception as error:  # noqa: BLE001 - whatever it is, evc says which function and what
        return {"broken": "fault", "at": None, "kind": type(error).__name__, "said": str(error)[:1000]}
    finally:
        _limit_memory(None)


def _function(name: str) -> Any:  # noqa: ANN401 - (plain data) → plain data
    module, _, function = name.partition(":")
    if not module.startswith("evc."):
        raise LookupError(name)
    return getattr(import_module(module), function)


def _limit_memory(megabytes: int | None) -> None:
    """So much address space from now on; None is as much as there is."""
    if resource is None:
        return
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        soft = hard if megabytes is None else megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _start_clock(seconds: float) -> None:
    """So much CPU from now on: first an error that knows its place, a moment later the end of the process."""
    if resource is not None:
        with suppress(ValueError, OSError):
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            last = int(time.process_time() + seconds + _GRACE) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (last, hard))
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _stop_clock() -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, 0)


def _place(error: BaseException) -> list[Any] | None:
    """The template and line in which an error arose, where that can be known."""
    try:
        from evc.reporting.foreign.places import place_of  # noqa: PLC0415 - only what breaks a limit asks

        found = place_of(error)
    except Exception:  # noqa: BLE001 - memory may still be short; then the place is not known
        return None
    return None if found is None else list(found)


def _answer(answers: IO[bytes], answer: dict[str, Any]) -> None:
    try:
        wire.write(answers, answer)
    except wire.TooLargeError:
        wire.write(answers, {"broken": "size", "at": None})
    except (MemoryError, RecursionError):
        wire.write(answers, {"broken": "memory", "at": None})
