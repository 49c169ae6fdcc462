"""Facts of evidence files: are they there, and are they what they claim to be? Hashed, never parsed (DESIGN §3).

A path from a portfolio is walked part by part from the dossier's folder: each part must equal exactly one listed name
and is opened without following links, so that nothing outside the dossier is ever read.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Self
from unicodedata import normalize

from evc.model.dossier import FileFacts
from evc.model.findings import ItemReason
from evc.reading.files import chunks, kind_of, refusal
from evc.reading.folders import Folder, open_folder
from evc.reading.limits import MAX_EVIDENCE_BYTES

# So many folders are held open at a time; a dossier may have more, and a process may not have many more.
_MOST_OPEN = 32
# A machine that is out of these says nothing about the file: that it is not there would be untrue.
_NOT_THE_FILES_FAULT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})
_CAUSES = {"missing": "not-found", "folder": "not-a-file", "fifo": "not-a-file", "device": "not-a-file"}


class _NotThereError(Exception):
    """A file that does not count as there; the cause is one fixed word."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class EvidenceFolder:
    """The folder of one dossier; a context manager, so that every folder it opened is closed again."""

    def __init__(self, root: Path, open_root: Callable[[Path], Folder] = open_folder) -> None:
        """Remember the dossier's folder; nothing is opened yet."""
        self._root = root
        self._open_root = open_root
        self._open: dict[tuple[str, ...], tuple[Folder, dict[str, list[str]]]] = {}

    def __enter__(self) -> Self:
        """Start with nothing open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close every folder."""
        self._close()

    def _close(self) -> None:
        while self._open:
            _, (folder, _names) = self._open.popitem()
            folder.close()

    def facts(self, path: str, claimed_sha256: str | None) -> FileFacts:
        """What is found at a path that is right in syntax: its hash, or why it does not count.

        Raises OSError when the machine has no more open files or memory to give: then nothing can be said of the file.
        """
        if len(self._open) > _MOST_OPEN:
            self._close()
        try:
            found = self._hash(tuple(path.split("/")))
        except _NotThereError as gone:
            return FileFacts(None, ItemReason.FILE_MISSING.value, gone.cause)
        except OSError as error:
            if error.errno in _NOT_THE_FILES_FAULT:
                raise
            return FileFacts(None, ItemReason.FILE_MISSING.value, _cause(refusal(error)))
        differs = claimed_sha256 is not None and claimed_sha256.lower() != found
        return FileFacts(found, ItemReason.FILE_MISMATCH.value if differs else None, None)

    def _hash(self, parts: tuple[str, ...]) -> str:
        folder, names = self._folder(parts[:-1])
        name = _listed(names, parts[-1])
        _refuse_unless_regular(folder.look(name))
        descriptor = folder.open_file(name)
        try:
            found = os.fstat(descriptor)
            _refuse_unless_regular(found)
            return _sha256(descriptor, found.st_size)
        finally:
            os.close(descriptor)

    def _folder(self, parts: tuple[str, ...]) -> tuple[Folder, dict[str, list[str]]]:
        """An open folder below the dossier, with its listed names by NFC form; listed once."""
        if parts not in self._open:
            if parts:
                above, names = self._folder(parts[:-1])
                name = _listed(names, parts[-1])
                if stat.S_ISLNK(above.look(name).st_mode):
                    raise _NotThereError("symlink")
                folder = above.enter(name)
            else:
                folder = self._open_root(self._root)
            by_form: dict[str, list[str]] = {}
            self._open[parts] = (folder, by_form)
            for name in folder.names():
                by_form.setdefault(normalize("NFC", name), []).append(name)
        return self._open[parts]


def _listed(names: dict[str, list[str]], part: str) -> str:
    """The one listed name that equals a part of the path; two that are equal in NFC are neither found."""
    form = normalize("NFC", part)
    same = names.get(form, [])
    if len(same) == 1:
        return same[0]
    if same:
        raise _NotThereError("ambiguous")
    other_case = any(name.casefold() == form.casefold() for name in names)
    raise _NotThereError("case-differs" if other_case else "not-found")


def _refuse_unless_regular(found: os.stat_result) -> None:
    if kind := kind_of(found):
        raise _NotThereError(_cause(kind))
    if found.st_size > MAX_EVIDENCE_BYTES:
        raise _NotThereError("too-large")


def _sha256(descriptor: int, expected: int) -> str:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks(descriptor, expected, MAX_EVIDENCE_BYTES + 1):
        digest.update(chunk)
        size += len(chunk)
    if size > MAX_EVIDENCE_BYTES:
        raise _NotThereError("too-large")
    return digest.hexdigest()


def _cause(kind: str) -> str:
    """A refusal as the cause of a missing file."""
    return _CAUSES.get(kind, kind)
