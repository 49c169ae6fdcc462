"""Opening what a user names: one regular file, without following links, never more than its bound.

A FIFO, device or endless file must neither hang evc nor fill memory, so a file is looked at before it is opened and
again once it is open.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from evc.diagnostics import Problem
from evc.model.value import value
from evc.reading.limits import MAX_FILE_BYTES

YAML_SUFFIXES = (".yml", ".yaml")
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20
OPEN_FLAGS = os.O_RDONLY | _NO_FOLLOW | _NO_WAIT | _BINARY


@value
class Refused:
    """Why a file was not read, in one fixed word: missing, symlink, folder, fifo, device, unreadable or too-large."""

    kind: str


def read_file(path: Path, *, follow: bool = False, most: int = MAX_FILE_BYTES) -> bytes | Refused:
    """The bytes of one regular file of at most `most` bytes, or why they were not read.

    Links are followed only where `follow` allows it: in rubrics, which an institution keeps, never in a dossier.
    """
    try:
        if kind := kind_of(os.stat(path, follow_symlinks=follow)):
            return Refused(kind)
        descriptor = os.open(path, OPEN_FLAGS & ~_NO_FOLLOW if follow else OPEN_FLAGS)
    except OSError as error:
        return Refused(refusal(error))
    try:
        found = os.fstat(descriptor)
        if kind := kind_of(found):
            return Refused(kind)
        if found.st_size > most:
            return Refused("too-large")
        try:
            data = b"".join(chunks(descriptor, found.st_size, most + 1))
        except OSError as error:
            return Refused(refusal(error))
    finally:
        os.close(descriptor)
    return data if len(data) <= most else Refused("too-large")


def chunks(descriptor: int, expected: int, most: int) -> Iterator[bytes]:
    """What can be read of a file until its end or `most` bytes; as a rule all that is `expected`, in one piece.

    The system is asked for hardly more than there is: memory for the bound itself costs more than a small file.
    """
    asked = min(expected + 1, _CHUNK)
    while most > 0 and (chunk := os.read(descriptor, min(asked, most))):
        yield chunk
        most -= len(chunk)


def kind_of(found: os.stat_result) -> str | None:
    """What a path is when it is no regular file; None for a regular file."""
    mode = found.st_mode
    if stat.S_ISREG(mode):
        return None
    kinds = ((stat.S_ISLNK, "symlink"), (stat.S_ISDIR, "folder"), (stat.S_ISFIFO, "fifo"))
    return next((kind for test, kind in kinds if test(mode)), "device")


def refusal(error: OSError) -> str:
    """The fixed word for an error of opening or reading."""
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR | errno.ENAMETOOLONG | errno.EINVAL:
            return "missing"
        case errno.ELOOP:
            return "symlink"
        case _:
            return "unreadable"


def unread(file: str, refused: Refused) -> Problem:
    """The problem of a file that could not be read."""
    if refused.kind == "too-large":
        return Problem("EVC113", file, data={"kind": "size", "most": MAX_FILE_BYTES})
    return Problem("EVC117", file, data={"kind": refused.kind})


def yaml_stem(name: str) -> str | None:
    """The name without its YAML suffix, written in any case; None when it has no such suffix."""
    stem, dot, suffix = name.rpartition(".")
    return stem if stem and f"{dot}{suffix}".lower() in YAML_SUFFIXES else None


def named(names: Sequence[str], stem: str) -> list[str]:
    """The file names that stand for `stem`: one is right, two are one too many."""
    return sorted(name for name in names if yaml_stem(name) == stem)


def list_folder(folder: Path) -> list[str]:
    """The names in a folder, sorted; none when it is not there or cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def display(path: Path) -> str:
    """A path as it was given, with ``/`` always."""
    return path.as_posix()


def folder_name(folder: Path) -> str:
    """The name of a folder, also of the one a user stands in."""
    return Path(os.path.abspath(folder)).name  # noqa: PTH100 - without following links


def folder_above(folder: Path) -> Path:
    """The folder in which a folder stands; shown as it was given where that can be."""
    return folder.parent if folder.name not in {"", ".."} else Path(os.path.abspath(folder)).parent  # noqa: PTH100
