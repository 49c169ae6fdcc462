"""One run at a time into a folder: a lock that the system takes back when its holder ends, however it ends."""

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class BusyError(Exception):
    """Another run is writing into the same folder."""


class Lock:
    """Holds a file's lock until it is closed.

    Not ``flock``: a worker forked from this process would hold it too, and outlive a parent that was killed.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock at once; raises `BusyError` when another has it. Where a file system has none, go on."""
        self._path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _lock(self._descriptor)
        except OSError as error:
            if error.errno in _HELD:
                os.close(self._descriptor)
                raise BusyError from error

    def now(self) -> int:
        """What time it is by the clock of this file system, in nanoseconds."""
        os.utime(self._path)
        return os.fstat(self._descriptor).st_mtime_ns

    def close(self) -> None:
        """Let go; the file stays, since to remove it could take it from under another run."""
        os.close(self._descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
