"""Opening what a user names: one regular file, never a link, never more than its bound, never waiting."""

import errno
import os
import signal
import stat
from pathlib import Path

import pytest

from evc.reading.files import Refused, display, kind_of, list_folder, named, read_file, refusal, unread, yaml_stem


@pytest.fixture(autouse=True)
def at_once():
    """Nothing here may wait: reading a FIFO that nobody writes to would take for ever."""
    signal.alarm(20)
    yield
    signal.alarm(0)


@pytest.fixture
def place(tmp_path):
    """A folder with one of everything."""
    (tmp_path / "file").write_bytes(b"text")
    (tmp_path / "empty").touch()
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    for name, target in (
        ("link", "file"),
        ("to-folder", "folder"),
        ("to-fifo", "fifo"),
        ("dangling", "gone"),
        ("loop", "loop"),
    ):
        (tmp_path / name).symlink_to(target)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "expected", "followed"),
    [
        ("file", b"text", b"text"),
        ("empty", b"", b""),
        ("gone", "missing", "missing"),
        ("file/under", "missing", "missing"),
        ("folder", "folder", "folder"),
        ("fifo", "fifo", "fifo"),
        ("link", "symlink", b"text"),  # an institution may link its rubrics
        ("to-folder", "symlink", "folder"),
        ("to-fifo", "symlink", "fifo"),
        ("dangling", "symlink", "missing"),
        ("loop", "symlink", "symlink"),
        ("x" * 300, "missing", "missing"),
    ],
)
def test_what_is_read(place, name, expected, followed):
    for follow, wanted in ((False, expected), (True, followed)):
        assert read_file(place / name, follow=follow) == (wanted if isinstance(wanted, bytes) else Refused(wanted))


def test_a_device_is_no_file():
    assert read_file(Path(os.devnull)) == Refused("device")


@pytest.mark.parametrize(
    ("size", "most", "read"), [(0, 0, True), (1, 0, False), (10, 10, True), (11, 10, False), (10_000, 10, False)]
)
def test_a_bound_is_exact(tmp_path, size, most, read):
    (tmp_path / "file").write_bytes(b"x" * size)
    assert read_file(tmp_path / "file", most=most) == (b"x" * size if read else Refused("too-large"))


def test_a_file_that_may_not_be_read(tmp_path):
    (tmp_path / "file").touch(mode=0)
    if os.access(tmp_path / "file", os.R_OK):
        pytest.skip("this user may read everything")
    assert read_file(tmp_path / "file") == Refused("unreadable")


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (errno.ENOENT, "missing"),
        (errno.ENOTDIR, "missing"),
        (errno.ENAMETOOLONG, "missing"),
        (errno.EINVAL, "missing"),
        (errno.ELOOP, "symlink"),
        (errno.EACCES, "unreadable"),
        (errno.EIO, "unreadable"),
    ],
)
def test_the_word_for_an_error(code, word):
    assert refusal(OSError(code, "…")) == word


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        (stat.S_IFREG, None),
        (stat.S_IFLNK, "symlink"),
        (stat.S_IFDIR, "folder"),
        (stat.S_IFIFO, "fifo"),
        (stat.S_IFCHR, "device"),
        (stat.S_IFBLK, "device"),
        (stat.S_IFSOCK, "device"),
    ],
)
def test_what_is_no_regular_file(mode, kind):
    assert kind_of(os.stat_result((mode | 0o600, *[0] * 9))) == kind


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("missing", "EVC117"),
        ("symlink", "EVC117"),
        ("fifo", "EVC117"),
        ("unreadable", "EVC117"),
        ("too-large", "EVC113"),
    ],
)
def test_the_problem_of_a_file_that_was_not_read(kind, code):
    assert unread("a.yml", Refused(kind)).code == code


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("a.yml", "a"),
        ("a.yaml", "a"),
        ("a.YML", "a"),
        ("a.Yaml", "a"),
        ("A.b.yml", "A.b"),
        (".yml", None),  # a hidden file without suffix
        (".a.yml", ".a"),
        ("a.yml.txt", None),
        ("a", None),
        ("yml", None),
        ("", None),
        ("a.yml ", None),
    ],
)
def test_a_name_without_its_suffix(name, stem):
    assert yaml_stem(name) == stem


@pytest.mark.parametrize(
    ("names", "stem", "found"),
    [
        (["o.yml", "p.yml"], "o", ["o.yml"]),
        (["o.yml", "o.YAML"], "o", ["o.YAML", "o.yml"]),
        (["O.yml", "oo.yml", "o.txt"], "o", []),
    ],
)
def test_the_files_that_stand_for_a_name(names, stem, found):
    assert named(names, stem) == found


def test_a_folder_is_listed_in_order_and_what_is_none_is_empty(place):
    (place / "folder/b").touch()
    (place / "folder/a").touch()
    assert list_folder(place / "folder") == ["a", "b"]
    assert list_folder(place / "gone") == list_folder(place / "file") == []


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("dossier/portfolio.yml", "dossier/portfolio.yml"),
        ("./dossier/portfolio.yml", "dossier/portfolio.yml"),
        ("../dossier/portfolio.yml", "../dossier/portfolio.yml"),
        ("/elsewhere/portfolio.yml", "/elsewhere/portfolio.yml"),
    ],
)
def test_a_path_as_a_reader_finds_it_back(tmp_path, monkeypatch, path, shown):
    monkeypatch.chdir(tmp_path)
    assert display(Path(path)) == shown
