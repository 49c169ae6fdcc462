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
from evc.batching.nameless import redactor_of, without_names
from evc.batching.naming import report_files
from evc.batching.pool import Failed
from evc.batching.problems import problems_as_data, published
from evc.batching.results import ASSESSED, ERRORS, verdict_part
from evc.batching.rules import BatchLibrary, Rules
from evc.batching.stamps import content, content_as_read, content_of_bytes, own_files, stamp, watched
from evc.language import DEFAULT_LANGUAGE, Language
from evc.language import language as speaking
from evc.model.advice import Advice
from evc.model.house import PLAIN_HOUSE, House
from evc.model.value import value
from evc.reading.documents import mapping, read_document, text
from evc.reading.dossier import ReadDossier, read_dossier
from evc.reading.dossier_files import PORTFOLIO
from evc.reading.files import list_folder, named
from evc.reading.ids import is_id
from evc.reading.library import Library
from evc.reading.loaded import Loaded
from evc.reporting.anonymous import anonymous, redactor
from evc.reporting.formats import HouseError, MissingExtraError, render
from evc.reporting.json_ import advice_json
from evc.reporting.json_many import as_file, seal
from evc.reporting.manner import Kind, Manner

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
    house: House = PLAIN_HOUSE
    kinds: tuple[Kind, ...] = (Kind.ADVICE,)
    anonymous: bool = False


@value
class Task:
    """One dossier to do. With a `content` that is still the same, nothing is done but to note its stamp anew.

    `whose`: only whose dossier it is, is asked; the rest has cost two processes their life.
    """

    path: str
    content: str = ""
    evidence: tuple[str, ...] = ()
    whose: bool = False


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
    """A dossier done: the row of the results without its folder, and the staged file of each report by its name."""

    row: Mapping[str, Json]
    staged: tuple[tuple[str, str], ...]
    memo: Memo


@value
class Unchanged:
    """A dossier whose content is what it was, with its new stamp."""

    stamp: str


@value
class Whose:
    """Whose dossier it is, and for which programme, as far as its portfolio says so."""

    candidate: str | None = None
    name: str | None = None
    programme: str | None = None


@value
class Unwritten:
    """A report could not be written, and why; the run stops at it."""

    why: str


Outcome = Done | Unchanged | Unwritten | Whose
# How long it may take to read whose dossier it is (s).
_WHOSE_LIMIT = 10.0


class OtherVersionError(Exception):
    """A worker of a cluster has another evc than the run; the values are the two versions."""


def work(orders: Orders, tasks: Sequence[Task]) -> list[Outcome | Failed]:
    """Do these dossiers; a fault of evc in one of them costs none of the others anything."""
    if orders.version != __version__:
        raise OtherVersionError(orders.version, __version__)
    return [_guarded(orders, task) for task in tasks]


def _guarded(orders: Orders, task: Task) -> Outcome | Failed:
    try:
        with time_limit(min(orders.limit, _WHOSE_LIMIT) if task.whose else orders.limit):
            return _whose(Path(orders.root, task.path)) if task.whose else _one(orders, task)
    except _StagingError as unwritten:
        return Unwritten(str(unwritten))
    except MemoryError:
        return Failed("memory")
    except (MissingExtraError, HouseError):
        raise
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


def shelved(orders: Orders) -> tuple[Library, Rules]:
    """The programmes read so far, kept for the whole run; a worker of a cluster reads them anew for another run.

    Who is forked has those that the run itself had read by then.
    """
    return _shelves(orders.root, orders.library, orders.trusted)


@lru_cache(maxsize=1)
def _shelves(root: str, library: tuple[Path | None, Path | None, Path], run: int) -> tuple[Library, Rules]:
    del run
    shelves = BatchLibrary(Path(root), *library)
    return shelves, Rules(shelves)


def _one(orders: Orders, task: Task) -> Outcome:
    folder = Path(orders.root, task.path)
    if task.content and task.content == content(folder, task.evidence):
        return Unchanged(_trusted(orders, folder, own_files(folder), task.evidence))
    shelves, rules = shelved(orders)
    files = own_files(folder)
    loaded = read_dossier(folder, shelves)
    if loaded.value is None:
        return _faulty(orders, task, files, loaded)
    read = loaded.value
    advice = assess(read.programme, read.dossier, orders.on)
    spoken = speaking(orders.language or read.programme.language)
    redact = redactor(advice) if orders.anonymous else None
    advice = anonymous(advice) if orders.anonymous else advice
    row, staged = _reported(orders, advice, spoken)
    evidence = tuple(dict.fromkeys(item.file for item in read.dossier.evidence if item.file))
    memo = Memo(
        files=tuple(files),
        evidence=evidence,
        stamp=_trusted(orders, folder, files, evidence),
        content=content_as_read(read.files, read.dossier),
        programme=read.programme.id,
        rules=rules.mark(read.programme.id, str(folder)),
    )
    told = {
        "path": published(task.path),
        "candidate": advice.candidate.id,
        "name": advice.candidate.name,
        "state": ASSESSED,
        "programme": read.programme.id,
        "fault": None,
        "advice": row,
        **problems_as_data(loaded, spoken, Path(orders.root), task.path),
    }
    return Done(without_names(told, redact) if redact else told, staged, memo)


def _faulty(orders: Orders, task: Task, files: list[str], loaded: Loaded[ReadDossier]) -> Done:
    """A dossier with errors of form: a row with what is wrong, and no advice."""
    folder = Path(orders.root, task.path)
    _, rules = shelved(orders)
    spoken = speaking(orders.language or DEFAULT_LANGUAGE)
    whose = _whose(folder)
    told = {
        "path": published(task.path),
        "candidate": whose.candidate,
        "name": whose.name,
        "state": ERRORS,
        "programme": usable_id(whose.programme),
        "fault": None,
        "advice": None,
        **problems_as_data(loaded, spoken, Path(orders.root), task.path),
    }
    return Done(
        without_names(told, redactor_of(whose.name, whose.candidate)) if orders.anonymous else told,
        (),
        Memo(
            files=tuple(files),
            evidence=(),
            stamp=_trusted(orders, folder, files, ()),
            content=content_of_bytes(folder, files, loaded.files),
            programme=whose.programme,
            rules=rules.mark(whose.programme, str(folder)),
        ),
    )


def _whose(folder: Path) -> Whose:
    names = named(list_folder(folder), PORTFOLIO)
    portfolio = read_document(folder / names[0], PORTFOLIO).value if len(names) == 1 else None
    candidate = mapping(portfolio, "candidate")
    return Whose(usable_id(text(candidate, "id")), text(candidate, "name"), text(portfolio, "programme"))


def usable_id(name: str | None) -> str | None:
    """An id as it stands in a file with errors, or None where it can be no id."""
    return name if name and is_id(name) else None


def _trusted(orders: Orders, folder: Path, files: Sequence[str], evidence: Sequence[str]) -> str:
    """The stamp of a dossier, or nothing where a write could have gone unnoticed since it was read."""
    return stamp(str(folder), watched(files, evidence)).trusted(orders.trusted)


class _StagingError(Exception):
    """A report could not be staged; the value is the system's reason."""


def _reported(orders: Orders, advice: Advice, spoken: Language) -> tuple[Json, tuple[tuple[str, str], ...]]:
    """The verdict part for the results, and the reports, written where nobody looks yet."""
    document = advice_json(advice, spoken, seal)
    token, staged = secrets.token_hex(8), []
    for kind, suffix, file in report_files(orders.reports, orders.kinds):
        manner = Manner(kind=kind, house=orders.house)
        data = as_file(document) if suffix == ".json" else render(suffix, advice, spoken, manner)
        name = f"{token}{file}"
        try:
            Path(orders.staging, name).write_bytes(data)
        except OSError as error:
            raise _StagingError(error.strerror or str(error)) from error
        staged.append((file, name))
    return verdict_part(document), tuple(staged)
