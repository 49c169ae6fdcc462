"""The streams, the exit codes, and the one place where anything unforeseen ends (DESIGN §5)."""

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, NoReturn

import typer

# Typer brings its own copy of click, or uses the installed one, depending on its version.
ClickException: type[Any] = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
ISSUES = "https://github.com/evc-tool/evc/issues"


class Exit(IntEnum):
    """Exit codes; of several the most severe wins: interrupt, 70, 3, 2, 1, 0."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    UNFINISHED = 3
    FAULT = 70
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Said(Exception):  # noqa: N818 - it is said to the user, not a fault of evc
    """Something to say in one sentence before leaving: a message key, its values, and names that were perhaps meant."""

    code = Exit.USAGE

    def __init__(self, key: str, values: Mapping[str, object] | None = None, known: Sequence[str] = ()) -> None:
        """The message `key` filled with `values`; `known` are the names that exist, the nearest first or all."""
        super().__init__(key)
        self.key, self.values, self.known = key, dict(values or {}), tuple(known)


class UsageProblem(Said):
    """A wrong option, name or path: exit 2."""


class OutputProblem(Said):
    """An output that could not be written: exit 3."""

    code = Exit.UNFINISHED


class _NobodyReads(Exception):  # noqa: N818 - no error: the reader of the pipe has seen enough
    """Standard output was closed by who read it. Not an OSError, which Typer would turn into exit 1."""


def tell(said: Said) -> Exit:
    """Say it on standard error, in the language of the options or the environment; returns the exit code."""
    from evc.language import DEFAULT_LANGUAGE, LANGUAGES, language
    from evc.reporting.show import show

    wish = _language_asked()
    spoken = language(wish if wish in LANGUAGES else DEFAULT_LANGUAGE)
    sentence = spoken.say(said.key, said.values)
    if len(said.known) == 1:
        sentence += " " + spoken.say("cli.near", {"near": said.known[0]})
    elif said.known:
        sentence += " " + spoken.say("cli.known", {"known": ", ".join(said.known)})
    err(f"evc: {show(sentence)}")
    return said.code


def _language_asked() -> str:
    """The language by option or environment, found without parsing: options may be what is wrong."""
    words = sys.argv[1:]
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word.startswith("--lang"):
            return word.partition("=")[2] or following
    return os.environ.get("EVC_LANG", "")


def out(text: str) -> None:
    """A result, to standard output; raises OutputProblem when it cannot be written."""
    if sys.stdout is None:
        raise OutputProblem("cli.output-lost", {"why": "stdout"})
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except BrokenPipeError as error:
        raise _NobodyReads from error
    except OSError as error:
        raise OutputProblem("cli.output-lost", {"why": error.strerror}) from error


def err(text: str) -> None:
    """Everything else, to standard error; where that is closed there is nobody to tell."""
    with contextlib.suppress(OSError):
        if sys.stderr is not None:
            sys.stderr.write(text if text.endswith("\n") else text + "\n")


def is_terminal() -> bool:
    """Whether a person looks at standard output; a terminal that can do nothing counts as a pipe."""
    if os.environ.get("TERM") == "dumb":
        return False
    return (
        (sys.stdout is not None and sys.stdout.isatty())
        or os.environ.get("FORCE_COLOR", "") != ""
        or os.environ.get("TTY_COMPATIBLE") == "1"
    )


def columns() -> int | None:
    """How wide the terminal is; None in a pipe, where nothing wraps."""
    if not is_terminal():
        return None
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def ascii_only() -> bool:
    """Whether standard output cannot carry the marks ✓ ? ~ ✗ –."""
    return _ASCII_ONLY


def run(program: Callable[[], int | None]) -> NoReturn:
    """Run the program and leave with the right code; a traceback only when EVC_DEBUG=1 asks for it."""
    # What one command reads lives until it ends; looking for garbage in it costs a twentieth of the whole.
    gc.disable()
    _prepare_streams()
    code = _guarded(program)
    code = max(code, _flush(), key=_severity)
    if sys.stderr is not None:
        sys.stderr.flush()
    # All is written; taking the objects apart one by one would cost a tenth of the whole, and flushing once more
    # would complain of a stream that takes nothing.
    os._exit(code)


def _guarded(program: Callable[[], int | None]) -> int:
    try:
        return program() or Exit.DONE
    except Said as said:
        return tell(said)
    except ClickException as wrong:
        wrong.show()
        code: int = wrong.exit_code
        return code
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except _NobodyReads:
        return Exit.BROKEN_PIPE
    except Exception as fault:
        if os.environ.get("EVC_DEBUG") == "1":
            raise
        return tell(_Fault("cli.fault", {"kind": type(fault).__name__, "issues": ISSUES}))


class _Fault(Said):
    code = Exit.FAULT


def _prepare_streams() -> None:
    """Marks and names must come through a pipe on Windows too, where it defaults to an old code page."""
    global _ASCII_ONLY  # noqa: PLW0603 - a fact of the process, settled once before anything is printed
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            "✓✗–".encode(stream.encoding)
        except (UnicodeEncodeError, LookupError):
            _ASCII_ONLY = True
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        else:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _flush() -> int:
    """What was printed must have arrived: a full disk or a closed pipe is no success."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return Exit.BROKEN_PIPE
    except (OSError, ValueError) as error:
        return tell(OutputProblem("cli.output-lost", {"why": error}))
    return Exit.DONE


def _severity(code: int) -> int:
    order = (Exit.DONE, Exit.PROBLEMS, Exit.USAGE, Exit.UNFINISHED, Exit.FAULT, Exit.BROKEN_PIPE, Exit.INTERRUPTED)
    return order.index(Exit(code)) if code in order else len(order)


def worst(codes: list[Exit]) -> Exit:
    """The most severe of several codes."""
    return max(codes, key=_severity, default=Exit.DONE)


_ASCII_ONLY = False
if hasattr(signal, "SIGTERM"):
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
