"""What an earlier run into the same folder did, so that only what has changed is done again. A throw-away.

One file, ``.evc-cache/dossiers``: a line for the options of the run, then a line for each dossier in the order of the
paths, then a line for what was made of all. A line begins with its own checksum: a line that was torn by a crash or
changed by hand is as if it were not there, and so is the whole file after other options or another evc. Then a
dossier is simply done again. It is read as a stream beside the dossiers, which are in the same order, and never held.

While a run goes on, what it did is added to ``.evc-cache/journal`` at once; the two are merged when it ends, or when
the next begins.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import IO, Self

from evc.batching.finding import in_path_order
from evc.batching.quick import dumps, loads
from evc.batching.tally import Tally
from evc.batching.work import Memo
from evc.batching.writing import writing_whole
from evc.model.value import value

_CHECKSUM = 8
_MADE = "made "
# A name of a file that is no text has halves of surrogate pairs in it.
_UTF_8 = ("utf-8", "surrogatepass")
TOLD = "told"
"""The pieces of the overview, which stand beside it (`evc.batching.overview.kept`)."""


@value
class Record:
    """A dossier done: what it was done from, what came of it, and the stamp of its reports; `row` is its result."""

    path: str
    memo: Memo
    tally: Tally
    reports: str
    row: str

    def as_line(self) -> bytes:
        """The record as a line of the file."""
        memo, tally = self.memo, self.tally
        facts = (
            *(self.path, memo.files, memo.evidence, memo.stamp, memo.content, memo.programme, memo.rules),
            *(tally.candidate, tally.folder, tally.state, tally.title, tally.stand, tally.awarded, self.reports),
        )
        return sealed(f"{dumps(facts).decode(*_UTF_8)}\t{self.row}")


def sealed(text: str) -> bytes:
    """A line with its checksum before it."""
    data = text.encode(*_UTF_8)
    return b"%08x%b\n" % (zlib.crc32(data), data)


def opened(line: bytes) -> str | None:
    """What a sealed line holds; None when it is not whole."""
    data = line[_CHECKSUM:-1]
    if not line.endswith(b"\n") or b"%08x" % zlib.crc32(data) != line[:_CHECKSUM]:
        return None
    return data.decode(*_UTF_8)


class Journal:
    """What a run has done so far, noted at once, so that a run that is killed loses only what was under way."""

    def __init__(self, path: Path, options: bytes) -> None:
        """Begin anew, with the first note."""
        self._path, self._options = path, options
        self._stream: IO[bytes] | None = None

    def add(self, record: Record) -> None:
        """Note a dossier; raises OSError when that cannot be written."""
        if self._stream is None:
            self._stream = self._path.open("wb", buffering=0)
            self._stream.write(self._options)
        self._stream.write(record.as_line())

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been done yet."""
        return self._stream is None

    def close(self) -> None:
        """Stop noting."""
        if self._stream is not None:
            self._stream.close()

    def __enter__(self) -> Self:
        """Note until the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


class Cache:
    """The records of earlier runs with the same options."""

    def __init__(self, home: Path, options: str) -> None:
        """Look into the folder of the cache; `options` is all that changes every dossier's result at once."""
        self._home, self._file, self._journal = home, home / "dossiers", home / "journal"
        self._options = sealed(options)
        self._told = home / TOLD

    def forget(self) -> None:
        """Throw everything away; raises OSError when that cannot be done."""
        for each in (self._file, self._journal, self._told):
            each.unlink(missing_ok=True)

    def settle(self) -> None:
        """Take in what a run that did not come to its end left behind; raises OSError when it cannot be written."""
        if self._journal.exists():
            newest = merge(self.records(), _records(self._journal, self._options), key=_order)
            with writing_whole(self._file) as stream:
                stream.write(self._options)
                for _, same in groupby(newest, key=_order):
                    *_, last = same
                    stream.write(last.as_line())
            self._journal.unlink()

    def journal(self) -> Journal:
        """Where this run notes what it does; nothing is written before there is something."""
        return Journal(self._journal, self._options)

    def records(self) -> Iterator[Record]:
        """The records, in the order of the paths."""
        return _records(self._file, self._options)

    def finish(self, paths: Iterable[str], results: Path) -> str:
        """Write the results of all dossiers, and keep their records; gives what `made` gives from now on.

        Raises OSError when they cannot be written; then everything is as it was.
        """
        new = Beside(_records(self._journal, self._options))
        old = Beside(self.records())
        with writing_whole(self._file) as kept:
            kept.write(self._options)
            with writing_whole(results, aside=self._home) as told:
                for path in paths:
                    record = old.find(path)
                    record = new.find(path) or record
                    if record is not None:
                        kept.write(record.as_line())
                        told.write(f"{record.row}\n".encode())
            made = file_stamp(results)
            kept.write(sealed(_MADE + made))
        self._journal.unlink(missing_ok=True)
        return made

    def made(self) -> str:
        """The stamp of the results when they were last written; nothing when that is not known."""
        try:
            with self._file.open("rb") as lines:
                if lines.readline() != self._options:
                    return ""
                lines.seek(-min(lines.seek(0, 2), 200), 2)
                last = lines.read().rstrip(b"\n").rpartition(b"\n")[2]
        except OSError:
            return ""
        said = opened(last + b"\n") or ""
        return said.removeprefix(_MADE) if said.startswith(_MADE) else ""


class Beside:
    """Records read along with paths in the same order.

    `gone` counts the records that no path asked for, `left` are the folders of their advice.
    """

    def __init__(self, records: Iterator[Record]) -> None:
        """Begin with the first record."""
        self._records = records
        self._next = next(records, None)
        self.left: list[str] = []
        self.gone = 0

    def find(self, path: str) -> Record | None:
        """The record of a path that comes after all paths asked for before."""
        here = in_path_order(path)
        while self._next is not None and in_path_order(self._next.path) < here:
            self._pass(self._next)
            self._next = next(self._records, None)
        if self._next is None or self._next.path != path:
            return None
        found, self._next = self._next, next(self._records, None)
        return found

    def rest(self) -> None:
        """After the last path, the records behind it are left too."""
        while self._next is not None:
            self._pass(self._next)
            self._next = next(self._records, None)

    def _pass(self, record: Record) -> None:
        self.gone += 1
        if record.tally.folder is not None:
            self.left.append(record.tally.folder)


def file_stamp(path: Path | str) -> str:
    """What the file system says of a file that this run has written itself; nothing when it is not there."""
    try:
        found = os.lstat(path)
    except OSError:
        return ""
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ino}"


def _order(record: Record) -> tuple[str, ...]:
    return in_path_order(record.path)


def _records(path: Path, options: bytes) -> Iterator[Record]:
    try:
        with path.open("rb") as lines:
            if lines.readline() == options:
                yield from filter(None, map(_record, lines))
    except OSError:
        return


def _record(line: bytes) -> Record | None:
    head, tab, row = (opened(line) or "").partition("\t")
    if not tab:
        return None
    try:
        path, files, evidence, stamp, content, programme, rules, *tally, reports = loads(head)
        memo = Memo(tuple(files), tuple(evidence), stamp, content, programme, rules)
        return Record(path, memo, Tally(*tally), reports, row)
    except (ValueError, TypeError):
        return None
