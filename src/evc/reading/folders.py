"""A folder whose entries are looked at and opened without following links.

Where the system can open relative to an open folder (all but Windows) nobody can swap a part of a path for a link
between looking and opening; elsewhere each part is looked at before it is opened.
"""

import errno
import os
import stat
from pathlib import Path
from typing import Protocol

from evc.reading.files import OPEN_FLAGS

_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Folder(Protocol):
    """What can be done with a folder; every method raises OSError."""

    def names(self) -> list[str]:
        """What is listed in it."""

    def look(self, name: str) -> os.stat_result:
        """What an entry is, itself and not what it links to."""

    def open_file(self, name: str) -> int:
        """A descriptor to read the entry from."""

    def enter(self, name: str) -> "Folder":
        """The folder below."""

    def close(self) -> None:
        """Give it back."""


class FolderByDescriptor:
    """A folder held open."""

    def __init__(self, descriptor: int) -> None:
        """Own an open descriptor."""
        self._descriptor = descriptor

    def names(self) -> list[str]:
        """What is listed in it."""
        return os.listdir(self._descriptor)

    def look(self, name: str) -> os.stat_result:
        """What an entry is, itself and not what it links to."""
        return os.stat(name, dir_fd=self._descriptor, follow_symlinks=False)

    def open_file(self, name: str) -> int:
        """A descriptor to read the entry from."""
        return os.open(name, OPEN_FLAGS, dir_fd=self._descriptor)

    def enter(self, name: str) -> "FolderByDescriptor":
        """The folder below."""
        return FolderByDescriptor(os.open(name, _FOLDER_FLAGS, dir_fd=self._descriptor))

    def close(self) -> None:
        """Give it back."""
        os.close(self._descriptor)


class FolderByPath:
    """A folder known by its path only."""

    def __init__(self, path: Path) -> None:
        """Remember a path whose parts have been looked at."""
        self._path = path

    def names(self) -> list[str]:
        """What is listed in it."""
        return os.listdir(self._path)

    def look(self, name: str) -> os.stat_result:
        """What an entry is, itself and not what it links to."""
        return (self._path / name).lstat()

    def open_file(self, name: str) -> int:
        """A descriptor to read the entry from."""
        return os.open(self._path / name, OPEN_FLAGS)

    def enter(self, name: str) -> "FolderByPath":
        """The folder below; raises NotADirectoryError for anything else."""
        if not stat.S_ISDIR(self.look(name).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "not a folder", name)
        return FolderByPath(self._path / name)

    def close(self) -> None:
        """Nothing is held."""


def open_folder(path: Path) -> Folder:
    """The folder that a user names, in the safest way the system has."""
    if os.open in os.supports_dir_fd and os.listdir in os.supports_fd:
        return FolderByDescriptor(os.open(path, os.O_RDONLY))
    return FolderByPath(path)
