"""When a dossier counts as unchanged: by what the file system says, unless a write could have deceived it."""

import os
import shutil
from pathlib import Path

import pytest

from evc.batching.stamps import TICK, content, content_as_read, own_files, stamp, watched
from evc.reading.dossier import read_dossier
from evc.reading.library import Library

ROOT = Path(__file__).parents[2]
EVIDENCE = ("bewijs/a.txt",)
NEVER = 1 << 62


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "bakker", tmp_path / "d")
    (tmp_path / "d" / "bewijs" / "a.txt").write_text("a")
    return tmp_path / "d"


def told(home: Path) -> str:
    return stamp(str(home), watched(own_files(home), EVIDENCE)).text


CHANGES = {
    "a file written": lambda home: (home / "portfolio.yml").write_text("b"),
    "of the same size, its time set back": lambda home: written_back(home / "bewijs" / "a.txt", "b"),
    "an assessment more": lambda home: (home / "assessments" / "A-99.yml").touch(),
    "evidence gone": lambda home: (home / "bewijs" / "a.txt").unlink(),
    "evidence in its place": lambda home: (home / "bewijs" / "a.txt").rename(home / "bewijs" / "b.txt"),
    "a consensus": lambda home: (home / "consensus.yml").touch(),
    "a file beside evidence": lambda home: (home / "bewijs" / "A.txt").touch(),
}


def written_back(path: Path, text: str) -> None:
    before = path.stat()
    path.write_text(text)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_without_reading(home: Path, change: str) -> None:
    before = told(home)
    assert told(home) == before
    CHANGES[change](home)
    assert told(home) != before


def test_what_was_changed_since_the_run_began_is_not_trusted(home: Path) -> None:
    found = stamp(str(home), watched(own_files(home), EVIDENCE))
    assert found.trusted(found.changed + 1) == found.text
    assert found.trusted(found.changed) == ""
    assert found.trusted(found.changed - TICK) == ""


def test_a_name_that_may_stand_for_another_is_not_trusted(home: Path) -> None:
    assert stamp(str(home), ["bewijs/caf\u00e9.txt"]).trusted(NEVER) == ""
    assert stamp(str(home), ["bewijs/gone.txt"]).trusted(NEVER) != ""


def test_content_is_what_was_read_and_nothing_else(home: Path) -> None:
    read = read_dossier(home, Library(given=ROOT / "rubrics")).value
    assert read is not None
    paths = tuple(dict.fromkeys(item.file for item in read.dossier.evidence if item.file))
    seen = content_as_read(read.files, read.dossier)
    assert content(home, paths) == seen
    (home / "leesmij.txt").write_text("no part of the dossier")
    (home / "assessments" / ".DS_Store").write_text("idem")
    assert content(home, paths) == seen
    (home / paths[0]).write_bytes(b"other")
    assert content(home, paths) != seen
