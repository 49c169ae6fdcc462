"""When the overview is made anew, and what becomes of the one that stood there.

It is left alone as long as the results are the same and nobody touched a file of it; then nothing more is imported
than this. A workbook that somebody has worked in is never lost: it is moved aside under another name.
"""

import json
import re
from collections.abc import Sequence
from hashlib import file_digest
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from evc._version import __version__
from evc.batching.cache import file_stamp
from evc.batching.desk import ADVICE, Desk, writing
from evc.batching.writing import write_whole
from evc.language import Language
from evc.model.value import value

XLSX, CSV = "overview.xlsx", "overview.csv"
FAULTS = "niet-beoordeeld"
"""Where on a page stands what was not assessed; the same in every language, for the terminal leads to it."""

PROBLEMS = f"index.html#{FAULTS}"
"""Where every problem stands."""

EXTRA = "xlsx"
"""The extra that the workbook needs."""

# What a memory of another make cannot be read as.
_FORMAT = 1
_LATER_PAGE = re.compile(r"index-[0-9]+\.html")
_BEST = (".html", ".pdf", ".docx", ".xlsx", ".md", ".json")


@value
class Asked:
    """What the overview is made of: its language, and the name of the file that a row leads to."""

    language: Language
    advice: str


@value
class Overview:
    """What stands over all dossiers: `files` with the first page first, and the workbook that was `kept` aside.

    `missing` is the extra without which there is no workbook.
    """

    files: tuple[str, ...]
    missing: str | None
    kept: str | None


class _Writer(Protocol):
    def write_overview(self, desk: Desk, asked: Asked, *, workbook: bool) -> tuple[str, ...]:
        """Write all files; gives their names."""


def best_of(files: Sequence[str]) -> str:
    """Of the documents of a dossier the one to lead to: the advice itself, and of that what is read most easily."""
    return min(files, key=lambda file: (Path(file).stem != ADVICE, _rank(Path(file).suffix), file))


def _rank(suffix: str) -> int:
    return _BEST.index(suffix) if suffix in _BEST else len(_BEST)


def renew(desk: Desk, asked: Asked) -> Overview:
    """Make the overview of the results on a desk, unless it is there; raises `NotWrittenError`."""
    workbook = find_spec("xlsxwriter") is not None
    missing = None if workbook else EXTRA
    memory = _Memory(desk)
    key = [_FORMAT, __version__, asked.language.code, asked.advice, workbook]
    if memory.key == key and memory.is_as_it_was():
        with writing(desk.home):
            memory.refresh()
        return Overview(tuple(memory.stamps), missing, None)
    with writing(desk.home):
        memory.forget()
    kept = _move_aside(desk, memory.workbook)
    writer: _Writer = import_module("evc.batching.overview.writer")
    files = writer.write_overview(desk, asked, workbook=workbook)
    if kept is not None and _digest(desk.out / kept) == _digest(desk.out / XLSX):
        with writing(desk.out / kept):
            (desk.out / kept).unlink()
        kept = None
    _remove_others(desk, files)
    with writing(desk.home):
        memory.keep(key, files)
    return Overview(files, missing, kept)


class _Memory:
    """What was made last, and of what. It outlives ``--fresh``: it knows whose workbook stands there."""

    def __init__(self, desk: Desk) -> None:
        self._out, self._path = desk.out, desk.home / "overview"
        self._results = desk.results
        self.key: list[object] = []
        self.stamps: dict[str, str] = {}
        self.workbook = self._made_of = ""
        try:
            self.key, self.stamps, self.workbook, self._made_of = json.loads(self._path.read_bytes())
        except (OSError, ValueError, TypeError):
            return

    def is_as_it_was(self) -> bool:
        """Whether nobody touched a file, and the results say the same; they may have been written again."""
        touched = {name for name, stamp in self.stamps.items() if file_stamp(self._out / name) != stamp}
        return not touched - {self._results.name} and (not touched or _digest(self._results) == self._made_of)

    def refresh(self) -> None:
        """Know the results by how they stand there now, so that they need not be read again the next time."""
        stamp = file_stamp(self._results)
        if self.stamps[self._results.name] != stamp:
            self._write(self.key, self.stamps | {self._results.name: stamp})

    def forget(self) -> None:
        """From now on the files may be half those of one run and half those of another; the workbook stays known."""
        self._write([], {})

    def keep(self, key: list[object], files: Sequence[str]) -> None:
        """All is as this key asks."""
        self.workbook, self._made_of = _digest(self._out / XLSX), _digest(self._results)
        self._write(key, {name: file_stamp(self._out / name) for name in files})

    def _write(self, key: list[object], stamps: dict[str, str]) -> None:
        write_whole(self._path, json.dumps([key, stamps, self.workbook, self._made_of]).encode())


def _move_aside(desk: Desk, known: str) -> str | None:
    """Keep a workbook that is not as evc wrote it, with the decisions somebody put in it; gives its new name."""
    path = desk.out / XLSX
    if not path.is_file() or _digest(path) == known:
        return None
    # No candidate's folder is called so: behind ~ there stands a number alone.
    number = next(each for each in range(1, 1_000_000) if not (desk.out / f"overview~{each}.xlsx").exists())
    with writing(path):
        path.rename(desk.out / f"overview~{number}.xlsx")
    return f"overview~{number}.xlsx"


def _remove_others(desk: Desk, files: Sequence[str]) -> None:
    """Take away what an earlier run wrote and this one does not: later pages, or the workbook."""
    for path in sorted(desk.out.iterdir()):
        is_own = _LATER_PAGE.fullmatch(path.name) or path.name in {XLSX, CSV}
        if is_own and path.name not in files and path.is_file():
            with writing(path):
                path.unlink()


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
