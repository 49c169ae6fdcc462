"""What a worker does with one dossier: read, assess, render, write; and what little it reports back.

A worker is a process of this machine or of a cluster. It keeps the programmes it has read, and writes the reports into
a staging folder, from where the run moves them to their place: only the run knows the name of that.
"""

import contextlib
import secrets
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from evc._version import __version__
from evc.assessing import assess
from evc.batching.pool import Failed
from evc.batching.problems import problems_as_data, published
from evc.batching.results import ASSESSED, ERRORS, verdict_part
from evc.batching.rules import BatchLibrary, Rules
from evc.batching.stamps import content, content_as_read, own_files, stamp, watched
from evc.language import DEFAULT_LANGUAGE, Language
from evc.language import language as speaking
from evc.model.advice import Advice
from evc.model.value import value
from evc.reading.documents import mapping, read_document, text
from evc.reading.dossier import ReadDossier, read_dossier
from evc.reading.dossier_files import PORTFOLIO
from evc.reading.files import list_folder, named
from evc.reading.ids import is_id
from evc.reading.library import Library
from evc.reading.loaded import Loaded
from evc.reporting.formats import render
from evc.reporting.json_ import advice_json, as_file

Json = Any


@value
class Orders:
    """What is the same for every dossier of a run. `trusted` (ns): what was changed later is hashed again next time."""

    version: str
    root: str
    staging: str
    reports: tuple[str, ...]
    language: str | None
    on: date | None
    library: tuple[Path | None, Path | None, Path]
    limit: float
    trusted: int


@value
class Task:
    """One dossier to do. With a `content` that is still the same, nothing is done but to note its stamp anew."""

    path: str
    content: str = ""
    evidence: tuple[str, ...] = ()


@value
class Memo:
    """What must be the same for a dossier to be left alone: which files, their stamp and content, and the rules."""

    files: tuple[str, ...]
    evidence: tuple[str, ...]
    stamp: str
    content: str
    programme: str | None
    rules: str


@value
class Done:
    """A dossier done: the row of the results without its folder, and the staged file of each report by suffix."""

    row: Mapping[str, Json]
    staged: tuple[tuple[str, str], ...]
    memo: Memo


@value
class Unchanged:
    """A dossier whose content is what it was, with its new stamp."""

    stamp: str


@value
class Unwritten:
    """A report could not be written, and why; the run stops at it."""

    why: str


Outcome = Done | Unchanged | Unwritten


class OtherVersionError(Exception):
    """A worker of a cluster has another evc than the run; the values are the two versions."""


def work(orders: Orders, tasks: Sequence[Task]) -> list[Outcome | Failed]:
    """Do these dossiers; a fault of evc in one of them costs none of the others anything."""
    if orders.version != __version__:
        raise OtherVersionError(orders.version, __version__)
    return [_guarded(orders, task) for task in tasks]


def _guarded(orders: Orders, task: Task) -> Outcome | Failed:
    try:
        with time_limit(orders.limit):
            return _one(orders, task)
    except _StagingError as unwritten:
        return Unwritten(str(unwritten))
    except MemoryError:
        return Failed("memory")
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is this dossier's row that says so
        return Failed(type(fault).__name__)


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End this process when what is inside takes longer: the system does it, whatever the process hangs in.

    Where the system cannot, or this is not the thread that signals reach, the run itself has to notice.
    """
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if able:
        signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        if able:
            signal.setitimer(signal.ITIMER_REAL, 0)


@lru_cache(maxsize=1)
def _shelves(root: str, library: tuple[Path | None, Path | None, Path]) -> tuple[Library, Rules]:
    """The programmes read so far; a worker keeps them for the whole run."""
    shelves = BatchLibrary(Path(root), *library)
    return shelves, Rules(shelves)


def _one(orders: Orders, task: Task) -> Outcome:
    folder = Path(orders.root, task.path)
    if task.content and task.content == content(folder, task.evidence):
        return Unchanged(_trusted(orders, folder, own_files(folder), task.evidence))
    shelves, rules = _shelves(orders.root, orders.library)
    files = own_files(folder)
    loaded = read_dossier(folder, shelves)
    if loaded.value is None:
        return _faulty(orders, task, files, loaded, rules)
    read = loaded.value
    advice = assess(read.programme, read.dossier, orders.on)
    spoken = speaking(orders.language or read.programme.language)
    row, staged = _reported(orders, advice, spoken)
    evidence = tuple(dict.fromkeys(item.file for item in read.dossier.evidence if item.file))
    memo = Memo(
        files=tuple(files),
        evidence=evidence,
        stamp=_trusted(orders, folder, files, evidence),
        content=content_as_read(read.files, read.dossier),
        programme=read.programme.id,
        rules=rules.mark(read.programme.id, folder),
    )
    return Done(
        {
            "path": published(task.path),
            "candidate": advice.candidate.id,
            "name": advice.candidate.name,
            "state": ASSESSED,
            "programme": read.programme.id,
            "fault": None,
            "advice": row,
            **problems_as_data(loaded, spoken, Path(orders.root), task.path),
        },
        staged,
        memo,
    )


def _faulty(orders: Orders, task: Task, files: list[str], loaded: Loaded[ReadDossier], rules: Rules) -> Done:
    """A dossier with errors of form: a row with what is wrong, and no advice."""
    folder = Path(orders.root, task.path)
    spoken = speaking(orders.language or DEFAULT_LANGUAGE)
    names = named(list_folder(folder), PORTFOLIO)
    portfolio = read_document(folder / names[0], PORTFOLIO).value if len(names) == 1 else None
    candidate = text(mapping(portfolio, "candidate"), "id")
    programme = text(portfolio, "programme")
    stamped = _trusted(orders, folder, files, ())
    return Done(
        {
            "path": published(task.path),
            "candidate": candidate if candidate and is_id(candidate) else None,
            "name": text(mapping(portfolio, "candidate"), "name"),
            "state": ERRORS,
            "programme": programme if programme and is_id(programme) else None,
            "fault": None,
            "advice": None,
            **problems_as_data(loaded, spoken, Path(orders.root), task.path),
        },
        (),
        Memo(tuple(files), (), stamped, "", programme, rules.mark(programme, folder)),
    )


def _trusted(orders: Orders, folder: Path, files: Sequence[str], evidence: Sequence[str]) -> str:
    """The stamp of a dossier, or nothing where a write could have gone unnoticed since it was read."""
    return stamp(str(folder), watched(files, evidence)).trusted(orders.trusted)


class _StagingError(Exception):
    """A report could not be staged; the value is the system's reason."""


def _reported(orders: Orders, advice: Advice, spoken: Language) -> tuple[Json, tuple[tuple[str, str], ...]]:
    """The verdict part for the results, and the reports, written where nobody looks yet."""
    document = advice_json(advice, spoken)
    token = secrets.token_hex(8)
    staged = []
    for suffix in orders.reports:
        data = as_file(document) if suffix == ".json" else render(suffix, advice, spoken)
        name = f"{token}{suffix}"
        try:
            Path(orders.staging, name).write_bytes(data)
        except OSError as error:
            raise _StagingError(error.strerror or str(error)) from error
        staged.append((suffix, name))
    return verdict_part(document), tuple(staged)
