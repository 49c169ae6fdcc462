"""A whole batch: find the dossiers, do those that have changed, put the advice in its place, and tell the results.

Everything that depends on order is done here, in the order of the paths, whichever worker is ready first: names of
folders, sums, and lines of the results. So the same dossiers give the same bytes on one core, many, or a cluster.
"""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from evc._version import __version__
from evc.batching.cache import Beside, Cache, Record, file_stamp
from evc.batching.crews import ClusterCrew, LocalCrew, cores
from evc.batching.desk import Desk, NotWrittenError, writing
from evc.batching.dress import dress_mark
from evc.batching.finding import Found, find_dossiers
from evc.batching.nameless import redactor_of, without_names
from evc.batching.naming import FolderNames, report_files
from evc.batching.overview.renewal import Asked, best_of, renew
from evc.batching.pool import Crew, Died, Pool
from evc.batching.problems import published
from evc.batching.results import ASSESSED, DIED, Json, result_line
from evc.batching.stamps import TICK, stamp, watched
from evc.batching.summary import NAMED, Summary
from evc.batching.tally import Tally, tally_of
from evc.batching.work import Done, Memo, Orders, Outcome, Task, Unchanged, Unwritten, Whose, shelved, usable_id, work
from evc.language import DEFAULT_LANGUAGE, language
from evc.model.house import PLAIN_HOUSE, House
from evc.model.value import value
from evc.reporting.manner import Kind

# What a cache of another make cannot be read as.
_CACHE_FORMAT = 4
# Longer than hashing a dossier full of videos from a slow disk takes (s).
LIMIT = 600.0

_Planned = tuple[str, Record | None]
_Pool = Pool[_Planned, Task, Outcome]


@value
class Batch:
    """What is asked. `given` and `environment` are folders of rubrics by option and environment; `limit` in seconds."""

    folder: Path
    out: Path
    reports: tuple[str, ...]
    language: str | None = None
    on: date | None = None
    given: Path | None = None
    environment: Path | None = None
    fresh: bool = False
    jobs: int | None = None
    cluster: str | None = None
    limit: float = LIMIT
    house: House = PLAIN_HOUSE
    kinds: tuple[Kind, ...] = (Kind.ADVICE,)
    anonymous: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The names of what is written for a dossier."""
        return tuple(file for _, _, file in report_files(self.reports, self.kinds))


class Watch(Protocol):
    """Who looks on."""

    def begin(self, total: int) -> None:
        """So many dossiers were found."""

    def seen(self, tally: Tally) -> None:
        """One more is done, or was done before."""

    def tick(self) -> None:
        """Time passes."""


def run_batch(batch: Batch, watch: Watch) -> Summary:
    """Do the batch.

    Raises what says why it cannot: `NoDossiersError`, `OutInDossierError`, `BusyError`, `NotWrittenError`,
    `CrewGoneError`, `MissingClusterError`, `ClusterUnreachableError`, `OtherVersionError` or `MissingExtraError`.
    Whatever it is, an interrupt too, what was done is kept, and the same call goes on from there.
    """
    batch = _absolute(batch)
    found = find_dossiers(batch.folder, batch.out)
    watch.begin(len(found.paths))
    with Desk(batch.out) as desk:
        cache = Cache(desk.home, _options(batch))
        with writing(desk.home):
            if batch.fresh:
                cache.forget()
            cache.settle()
        with closing(_crew(batch)) as crew:
            return _Run(batch, found, desk, cache).to_the_end(crew, watch)


class _Run:
    """A batch under way."""

    def __init__(self, batch: Batch, found: Found, desk: Desk, cache: Cache) -> None:
        self._batch, self._found, self._desk, self._cache = batch, found, desk, cache
        self._root, self._files = str(batch.folder), batch.files
        self._summary = Summary(unreadable=tuple(map(published, found.unreadable)))
        self._names, self._journal = FolderNames(), cache.journal()
        self._before = Beside(cache.records())
        self._orders = _orders(batch, desk)
        _, self._rules = shelved(self._orders)

    def to_the_end(self, crew: Crew, watch: Watch) -> Summary:
        """Do what has changed, dossier by dossier, then tell the results of all."""
        order = partial(work, self._orders)
        pool: _Pool = Pool(order, crew, self._batch.limit, watch.tick, _ask_whose)
        with self._journal, pool:
            for (path, before), outcome in pool.each(self._plan()):
                watch.seen(self._settle(path, before, outcome, pool).tally)
        self._before.rest()
        left = [folder for folder in self._before.left if not self._names.is_given(folder)]
        self._summary.left, self._summary.left_count = tuple(left[:NAMED]), len(left)
        if not self._is_told():
            with writing(self._desk.results):
                self._cache.finish(self._found.paths, self._desk.results)
        self._overview()
        return self._summary

    def _overview(self) -> None:
        """The overview of all, in the language asked for; else in Dutch, since dossiers may be in several."""
        spoken = language(self._batch.language or DEFAULT_LANGUAGE)
        made = renew(self._desk, Asked(spoken, best_of(self._batch.files)))
        self._summary.files, self._summary.missing, self._summary.kept = made.files, made.missing, made.kept

    def _is_told(self) -> bool:
        """Whether the results already say what there is to say."""
        nothing_new = self._journal.is_empty and not self._before.gone
        return nothing_new and self._cache.made() == file_stamp(self._desk.results) != ""

    def _plan(self) -> Iterator[tuple[_Planned, Task | None]]:
        for path in self._found.paths:
            record = self._before.find(path)
            yield (path, record), self._task(path, record)

    def _task(self, path: str, record: Record | None) -> Task | None:
        """What is to be done for a dossier: all, a look at its content, or nothing."""
        if record is None or not self._is_reported(record):
            return Task(path)
        memo, folder = record.memo, f"{self._root}/{path}"
        if memo.rules != self._rules.mark(memo.programme, folder):
            return Task(path)
        if memo.stamp and memo.stamp == stamp(folder, watched(memo.files, memo.evidence)).text:
            return None
        return Task(path, memo.content, memo.evidence)

    def _is_reported(self, record: Record) -> bool:
        folder = record.tally.folder
        return folder is None or record.reports == self._desk.reports_stamp(folder, self._files)

    def _settle(self, path: str, before: Record | None, outcome: Outcome | Died | None, pool: _Pool) -> Record:
        """The record of a dossier whose turn it is; its advice is in its place by then."""
        if before is not None and (outcome is None or isinstance(outcome, Unchanged)):
            folder = self._name(before.tally.candidate)
            if before.tally.folder in {None, folder}:
                return self._unchanged(before, outcome)
            # A dossier before it with the same id has come or gone: its advice stands under another name now.
            outcome = pool.one(Task(path))
        else:
            folder = self._name(_whose(outcome).candidate)
        record = self._done(path, folder, outcome)
        self._note(record)
        self._summary.add(record, new=True)
        stale = before.tally.folder if before else None
        if stale is not None and stale != record.tally.folder and not self._names.is_given(stale):
            self._desk.withdraw(stale)
        return record

    def _unchanged(self, record: Record, outcome: Unchanged | None) -> Record:
        if outcome is not None and outcome.stamp != record.memo.stamp:
            record = replace(record, memo=replace(record.memo, stamp=outcome.stamp))
            self._note(record)
        self._summary.add(record, new=False)
        return record

    def _name(self, candidate: str | None) -> str | None:
        return None if candidate is None else self._names.name(candidate)

    def _note(self, record: Record) -> None:
        with writing(self._desk.home):
            self._journal.add(record)

    def _done(self, path: str, folder: str | None, outcome: Outcome | Died | None) -> Record:
        if folder is not None and not _is_assessed(outcome):
            self._desk.withdraw(folder)
        match outcome:
            case Done(row, staged, memo) if row["state"] == ASSESSED and folder is not None:
                reports = self._desk.place(folder, staged)
                return Record(path, memo, tally_of(row, folder), reports, result_line(row, folder))
            case Done(row, _, memo):
                return Record(path, memo, tally_of(row, None), "", result_line(row, None))
            case Unwritten(why):
                raise NotWrittenError(self._desk.out.as_posix(), why)
            case Died(reason, _):
                whose = _whose(outcome)
                row = _death(path, reason, whose)
                if self._batch.anonymous:
                    row = without_names(row, redactor_of(whose.name, whose.candidate))
                memo = Memo((), (), "", "", whose.programme, "")
                return Record(path, memo, tally_of(row, None), "", result_line(row, None))
            case _:
                raise TypeError(outcome)


def _is_assessed(outcome: Outcome | Died | None) -> bool:
    return isinstance(outcome, Done) and outcome.row["state"] == ASSESSED


def _ask_whose(task: Task) -> Task:
    """What is still tried of a dossier that died.

    The names of folders then depend on what is in the dossiers, and not on which of them died in this run.
    """
    return Task(task.path, whose=True)


def _whose(outcome: Outcome | Died | None) -> Whose:
    """Whose dossier it is, as far as that is known."""
    if isinstance(outcome, Done):
        return Whose(outcome.row["candidate"], outcome.row["name"], outcome.row["programme"])
    known = outcome.rest if isinstance(outcome, Died) else None
    return known if isinstance(known, Whose) else Whose()


def _crew(batch: Batch) -> LocalCrew | ClusterCrew:
    """Who does the work; of this machine nobody starts before there is some."""
    return LocalCrew(batch.jobs or cores()) if batch.cluster is None else ClusterCrew(batch.cluster)


def _absolute(batch: Batch) -> Batch:
    """Paths that hold in every process; links are left as they are."""
    return replace(
        batch,
        folder=_absolutely(batch.folder),
        out=_absolutely(batch.out),
        given=batch.given and _absolutely(batch.given),
        environment=batch.environment and _absolutely(batch.environment),
    )


def _absolutely(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - links are not followed


def _options(batch: Batch) -> str:
    """What changes every result at once."""
    on = batch.on.isoformat() if batch.on else None
    how = [batch.language, on, batch.files, batch.anonymous, dress_mark(batch.house)]
    return json.dumps(["evc/cache", _CACHE_FORMAT, __version__, *how])


def _orders(batch: Batch, desk: Desk) -> Orders:
    return Orders(
        version=__version__,
        root=str(batch.folder),
        staging=str(desk.staging),
        reports=batch.reports,
        language=batch.language,
        on=batch.on,
        library=(batch.given, batch.environment, Path.cwd()),
        limit=batch.limit,
        trusted=desk.started - TICK,
        house=batch.house,
        kinds=batch.kinds,
        anonymous=batch.anonymous,
    )


def _death(path: str, reason: str, whose: Whose) -> Json:
    return {
        "path": published(path),
        "candidate": whose.candidate,
        "name": whose.name,
        "state": DIED,
        "programme": usable_id(whose.programme),
        "fault": reason,
        "advice": None,
        "problems": [],
        "omitted": 0,
    }
