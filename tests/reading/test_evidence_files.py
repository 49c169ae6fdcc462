"""Evidence files: named exactly, without links, hashed and never parsed (DESIGN §3, *Evidence paths*)."""

import os
import signal
from hashlib import sha256
from pathlib import Path

import pytest

from evc.model.dossier import FileFacts
from evc.reading.evidence_files import EvidenceFolder
from evc.reading.folders import FolderByDescriptor, FolderByPath, open_folder
from evc.reading.limits import MAX_EVIDENCE_BYTES

HASH = sha256(b"text").hexdigest()
NFC, NFD = "\u00e9", "e\u0301"


def by_descriptor(path):
    return FolderByDescriptor(os.open(path, os.O_RDONLY))


@pytest.fixture(autouse=True)
def at_once():
    """Nothing here may wait: reading a FIFO that nobody writes to would take for ever."""
    signal.alarm(60)
    yield
    signal.alarm(0)


@pytest.fixture(params=[by_descriptor, FolderByPath])
def look(request, tmp_path):
    """What is found at a path, by both ways to hold a folder."""

    def look(path, claimed=None):
        with EvidenceFolder(tmp_path / "dossier", request.param) as folder:
            return folder.facts(path, claimed)

    return look


@pytest.fixture
def dossier(tmp_path):
    """A dossier with one of everything, and a file beside it."""
    folder = tmp_path / "dossier"
    (folder / "map/onder").mkdir(parents=True)
    for name in ("B1.pdf", "map/b.pdf", "map/onder/c.pdf", f"{NFD}.pdf", "Straße.pdf"):
        (folder / name).write_bytes(b"text")
    os.mkfifo(folder / "pijp")
    os.mkfifo(folder / "map/pijp")
    (tmp_path / "buiten.pdf").write_bytes(b"text")
    links = {
        "link.pdf": "B1.pdf",
        "buiten.pdf": "../buiten.pdf",
        "los.pdf": "weg.pdf",
        "kring": "kring",
        "linkmap": "map",
        "map/omhoog": "..",
        "naar-pijp": "pijp",
    }
    for name, target in links.items():
        (folder / name).symlink_to(target)
    return folder


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("B1.pdf", None),
        ("map/b.pdf", None),
        ("map/onder/c.pdf", None),
        (f"{NFC}.pdf", None),  # composed or not is one name
        (f"{NFD}.pdf", None),
        # named exactly
        ("b1.pdf", "case-differs"),
        ("B1.PDF", "case-differs"),
        ("Map/b.pdf", "case-differs"),
        ("map/B.pdf", "case-differs"),
        (f"{NFC.upper()}.pdf", "case-differs"),
        ("STRASSE.pdf", "case-differs"),
        ("B2.pdf", "not-found"),
        ("B1.pdf ", "not-found"),
        ("kaart/b.pdf", "not-found"),
        ("map/onder/b.pdf", "not-found"),
        # one regular file
        ("map", "not-a-file"),
        ("map/onder", "not-a-file"),
        ("pijp", "not-a-file"),
        ("map/pijp", "not-a-file"),
        # links are followed nowhere
        ("link.pdf", "symlink"),
        ("buiten.pdf", "symlink"),
        ("los.pdf", "symlink"),
        ("kring", "symlink"),
        ("naar-pijp", "symlink"),
        ("linkmap", "symlink"),
        ("linkmap/b.pdf", "symlink"),
        ("map/omhoog/B1.pdf", "symlink"),
        ("kring/B1.pdf", "symlink"),
    ],
)
def test_what_is_found(dossier, look, path, cause):
    assert (dossier / "B1.pdf").exists()
    assert look(path) == (FileFacts(None, "file-missing", cause) if cause else FileFacts(HASH, None, None))


@pytest.mark.parametrize("path", ["B1.pdf/b.pdf", "pijp/b.pdf"])
@pytest.mark.parametrize("open_root", [by_descriptor, FolderByPath])
def test_a_file_is_no_folder(dossier, open_root, path):
    with EvidenceFolder(dossier, open_root) as folder:
        assert folder.facts(path, None) == FileFacts(None, "file-missing", "not-found")


@pytest.mark.parametrize("path", [f"{NFC}.pdf", f"{NFD}.pdf", f"{NFC}/b.pdf"])
def test_two_names_that_are_one_are_neither_found(dossier, look, path):
    for name in (NFC, NFD):
        (dossier / f"{name}.pdf").touch()
        (dossier / name).mkdir(exist_ok=True)
        (dossier / name / "b.pdf").touch()
    assert look(path) == FileFacts(None, "file-missing", "ambiguous")


@pytest.mark.parametrize(
    ("claimed", "problem"),
    [
        (None, None),
        (HASH, None),
        (HASH.upper(), None),  # hex in either case
        ("0" * 64, "file-mismatch"),
        (sha256(b"").hexdigest(), "file-mismatch"),
    ],
)
def test_a_file_is_what_it_claims_to_be(dossier, look, claimed, problem):
    assert (dossier / "B1.pdf").exists()
    assert look("B1.pdf", claimed) == FileFacts(HASH, problem, None)


def test_what_is_not_there_has_no_hash_to_differ(dossier, look):
    assert dossier.exists()
    assert look("B9.pdf", "0" * 64) == FileFacts(None, "file-missing", "not-found")


def test_a_file_that_is_too_large(dossier, look):
    with (dossier / "groot.mp4").open("wb") as file:
        file.truncate(MAX_EVIDENCE_BYTES + 1)
    assert look("groot.mp4") == FileFacts(None, "file-missing", "too-large")


def test_a_file_of_exactly_the_bound(dossier):
    with (dossier / "groot.mp4").open("wb") as file:
        file.truncate(MAX_EVIDENCE_BYTES)
    with EvidenceFolder(dossier) as folder:
        assert folder.facts("groot.mp4", None).problem is None


def test_an_empty_file_is_a_file(dossier, look):
    (dossier / "leeg.txt").touch()
    assert look("leeg.txt") == FileFacts(sha256(b"").hexdigest(), None, None)


def test_a_dossier_that_is_gone(look):
    assert look("B1.pdf") == FileFacts(None, "file-missing", "not-found")


@pytest.mark.parametrize("open_root", [by_descriptor, FolderByPath])
def test_a_device_is_no_file(open_root):
    with EvidenceFolder(Path(os.devnull).parent, open_root) as folder:
        assert folder.facts(Path(os.devnull).name, None) == FileFacts(None, "file-missing", "not-a-file")


@pytest.mark.parametrize("path", ["B1.pdf", "map/b.pdf"])
def test_what_may_not_be_read(dossier, look, path):
    closed = dossier / path.partition("/")[0]
    closed.chmod(0)
    if os.access(closed, os.R_OK):
        pytest.skip("this user may read everything")
    assert look(path) == FileFacts(None, "file-missing", "unreadable")


def test_every_folder_is_closed_again(dossier):
    before = len(list(Path("/proc/self/fd").iterdir()))
    with EvidenceFolder(dossier, by_descriptor) as folder:
        for path in ("map/onder/c.pdf", "map/b.pdf", "B1.pdf", "B9.pdf", "linkmap/b.pdf", "B1.pdf/x", "pijp"):
            folder.facts(path, None)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_the_safest_way_that_the_system_has(tmp_path):
    folder = open_folder(tmp_path)
    folder.close()
    assert isinstance(folder, FolderByDescriptor) is (os.open in os.supports_dir_fd)


def test_more_folders_than_a_process_may_hold_open(tmp_path):
    resource = pytest.importorskip("resource")
    paths = [f"folder-{number}/file" for number in range(200)]
    for path in paths:
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_bytes(b"text")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        with EvidenceFolder(tmp_path) as folder:
            folder.facts(paths[0], None)
            few = min(len(list(Path("/dev/fd").iterdir())) + 60, limits[1])
            resource.setrlimit(resource.RLIMIT_NOFILE, (few, limits[1]))
            assert {folder.facts(path, None).sha256 for path in paths} == {HASH}
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_a_process_out_of_open_files_says_nothing_about_a_file(tmp_path):
    resource = pytest.importorskip("resource")
    (tmp_path / "file").write_bytes(b"text")
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        with EvidenceFolder(tmp_path) as folder:
            resource.setrlimit(resource.RLIMIT_NOFILE, (0, limits[1]))
            with pytest.raises(OSError, match="open files"):
                folder.facts("file", None)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
