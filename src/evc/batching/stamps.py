"""Is a dossier what it was? By what the file system says of its files, and where that could deceive, by their content.

A file is trusted to be unchanged when its size, times and inode are what they were *and* it was last changed well
before the run that noted them began: a write that falls in the same tick of the clock as the reading leaves all of
them alike (git calls it racy). What was changed later than that is hashed again the next time.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from evc.model.dossier import Dossier
from evc.model.value import value
from evc.reading.dossier_files import ASSESSMENTS, CONSENSUS, PORTFOLIO, DossierFiles, is_skipped
from evc.reading.evidence_files import EvidenceFolder
from evc.reading.files import Refused, display, list_folder, named, read_file, yaml_stem

# Clocks of file systems tick in anything up to two seconds (FAT).
TICK = 2_000_000_000

_Fact = tuple[str, str, str | None]


@value
class Stamp:
    """What the file system says of some files, made short; when one was last changed (ns); and which are not there."""

    text: str
    changed: int
    absent: tuple[str, ...]

    def trusted(self, before: int) -> str:
        """The stamp, or nothing where it could deceive.

        That is where something was changed since `before`; and where a name is not there as it is written, for a
        name in another Unicode form may stand for it.
        """
        return self.text if self.changed < before and all(map(str.isascii, self.absent)) else ""


def stamp(folder: str, names: Iterable[str]) -> Stamp:
    """The stamp of the entries below a folder; what is not there has its place in it too."""
    told, changed, absent = hashlib.blake2b(digest_size=16), 0, []
    for name in names:
        try:
            found = os.lstat(f"{folder}/{name}")
        except (OSError, ValueError):
            told.update(b"-;")
            absent.append(name)
            continue
        times = (found.st_mtime_ns, found.st_ctime_ns)
        changed = max(changed, *times)
        told.update(b"%d:%d:%d:%d;" % (found.st_size, *times, found.st_ino))
    return Stamp(told.hexdigest(), changed, tuple(absent))


def watched(files: Sequence[str], evidence: Sequence[str]) -> list[str]:
    """What a stamp of a dossier looks at: its files, and every folder in which a name was looked up."""
    folders = {above for path in evidence for above in _folders_above(path)}
    return ["", ASSESSMENTS, *files, *sorted(folders), *evidence]


def _folders_above(path: str) -> Iterator[str]:
    parts = path.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def own_files(folder: Path) -> list[str]:
    """The names of a dossier's YAML files, and of whatever else stands among its assessments."""
    top = list_folder(folder)
    own = [*named(top, PORTFOLIO), *named(top, CONSENSUS)]
    return [*own, *(f"{ASSESSMENTS}/{name}" for name in list_folder(folder / ASSESSMENTS) if not is_skipped(name))]


def content(folder: Path, evidence: Sequence[str]) -> str:
    """The content of a dossier as it stands now: its own files, and the evidence at these paths."""
    with EvidenceFolder(folder) as home:
        return _digest([*_own_now(folder), *((path, "evidence", _evidence(home, path)) for path in evidence)])


def content_as_read(files: DossierFiles, dossier: Dossier) -> str:
    """The same of a dossier as it was read, without touching a file again."""
    own = [each.path.relative_to(files.folder).as_posix() for each in files.documents()]
    facts = {item.file: item.found for item in dossier.evidence if item.file and item.found}
    return _digest(
        [
            *((name, "own", each.sha256) for name, each in zip(own, dossier.inputs, strict=False)),
            *((path, "evidence", found.sha256 or found.cause) for path, found in facts.items()),
        ]
    )


def content_of_bytes(folder: Path, files: Sequence[str], read: Mapping[str, bytes]) -> str:
    """The same of a dossier with errors of form, whose evidence nobody looked at; `read` is what was read of it.

    Nothing where a YAML file was not read: then it is done again. What else stands among the assessments nobody reads.
    """
    found = {name: read.get(display(folder / name)) for name in files}
    if not all(data or yaml_stem(name) is None for name, data in found.items()):
        return ""
    return _digest(_own(folder, name, data) for name, data in found.items())


def _own_now(folder: Path) -> Iterator[_Fact]:
    return (_own(folder, name, None) for name in own_files(folder))


def _own(folder: Path, name: str, read: bytes | None) -> _Fact:
    """A file of the dossier as it was read, or as it is now."""
    data = read_file(folder / name) if read is None else read
    return name, "own", data.kind if isinstance(data, Refused) else hashlib.sha256(data).hexdigest()


def _evidence(home: EvidenceFolder, path: str) -> str | None:
    found = home.facts(path, None)
    return found.sha256 or found.cause


def _digest(facts: Iterable[_Fact]) -> str:
    return hashlib.sha256(json.dumps(sorted(facts, key=str)).encode()).hexdigest()
