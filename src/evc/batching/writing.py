"""Writing a file whole or not at all: beside its place first, flushed, then renamed over it."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that nobody ever sees half of it; an earlier file stays until the new one is whole.

    Raises OSError when it cannot be written; then nothing is left behind.
    """
    with writing_whole(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def writing_whole(path: Path, aside: Path | None = None, *, lasting: bool = True) -> Iterator[IO[bytes]]:
    """The same for what is written bit by bit; `aside` is a folder of the same file system to write it in first.

    What is not `lasting` need not survive a loss of power: nobody waits for the disk.
    """
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=aside or path.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def write_new(path: Path, data: bytes) -> None:
    """Write `data` to a path where nothing stands yet, whole or not at all.

    Raises FileExistsError when something does, even if it came there a moment ago; OSError when it cannot be written.
    """
    with path.open("xb"):
        pass
    try:
        write_whole(path, data)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
