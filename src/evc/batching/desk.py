"""The folder that a batch writes into: its lock, what it keeps there for itself, and where each report goes."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from evc.batching.cache import file_stamp
from evc.batching.lock import Lock
from evc.batching.naming import report_files
from evc.reading.files import list_folder
from evc.reporting.formats import FORMATS
from evc.reporting.manner import Kind

CACHE, RESULTS, ADVICE = ".evc-cache", "results.jsonl", Kind.ADVICE.value
_EVERY_REPORT = frozenset(file for _, _, file in report_files(FORMATS, Kind))


class NotWrittenError(Exception):
    """An output could not be written; what was done before is kept."""

    def __init__(self, file: str, why: str) -> None:
        """The file, and the system's reason."""
        super().__init__(file)
        self.file, self.why = file, why


@contextlib.contextmanager
def writing(file: Path) -> Iterator[None]:
    """An error of the system in here is about writing this."""
    try:
        yield
    except OSError as error:
        raise NotWrittenError(file.as_posix(), error.strerror or str(error)) from error


class Desk:
    """The output folder, while a run has it to itself."""

    def __init__(self, out: Path) -> None:
        """Make the folder and lock it; raises `BusyError` when another run has it, `NotWrittenError` when it may not.

        What a run that was killed had not yet put in its place is thrown away.
        """
        self.out, self.home = out, out / CACHE
        self.results, self.staging = out / RESULTS, self.home / "new"
        with writing(out):
            self.home.mkdir(parents=True, exist_ok=True)
            self._lock = Lock(self.home / "lock")
        with writing(self.staging):
            self._clear()
            self.staging.mkdir(exist_ok=True)
            self.started = self._lock.now()

    def place(self, folder: str, staged: Sequence[tuple[str, str]]) -> str:
        """Put a dossier's reports in their place, whole, and take away those of an earlier run; gives their stamp."""
        home = self.out / folder
        with writing(home):
            try:
                home.mkdir()
            except FileExistsError:
                if not home.is_dir():
                    raise
                _remove(home, _EVERY_REPORT - {report for report, _ in staged})
        for file, name in staged:
            report = home / file
            with writing(report):
                (self.staging / name).replace(report)
        return self.reports_stamp(folder, [file for file, _ in staged])

    def withdraw(self, folder: str) -> None:
        """Take away an advice that holds no more: its dossier has errors now, and no advice is made."""
        home = self.out / folder
        with writing(home):
            _remove(home, _EVERY_REPORT)
            with contextlib.suppress(OSError):
                home.rmdir()

    def reports_stamp(self, folder: str, files: Sequence[str]) -> str:
        """What the file system says of the reports of a dossier."""
        home = f"{self.out}/{folder}/"
        return " ".join(file_stamp(home + file) for file in files)

    def __enter__(self) -> Self:
        """Write."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing half done behind."""
        with contextlib.suppress(OSError):
            self._clear()
            self.staging.rmdir()
        self._lock.close()

    def _clear(self) -> None:
        """Remove what was staged or written in part; raises OSError."""
        if self.staging.is_dir():
            for staged in self.staging.iterdir():
                staged.unlink()
        for torn in self.home.glob("*.tmp"):
            torn.unlink()


def _remove(home: Path, files: Iterable[str]) -> None:
    """Remove what evc wrote under these names: it says nothing of the dossier as it is now; raises OSError."""
    for file in sorted(set(files).intersection(list_folder(home))):
        (home / file).unlink(missing_ok=True)
