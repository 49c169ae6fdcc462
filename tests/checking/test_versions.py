"""Rubrics that changed since a revision of git, under the same version."""

import os
import subprocess
from pathlib import Path

import pytest
from tests.checking.sense import found, rubric, write
from tests.reading.form.files import put

from evc.checking.history import Revision, Unresolved, resolve

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "T",
    "GIT_AUTHOR_EMAIL": "t@example.org",
    "GIT_COMMITTER_NAME": "T",
    "GIT_COMMITTER_EMAIL": "t@example.org",
}


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | GIT, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A repository with a programme of two rubrics, committed once."""
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    folder = write(tmp_path, "units: [{id: U, title: U, credits: 60, outcomes: [o, o2]}]", o2="id: o2\nversion: 2.0.0")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return folder


def since(path, revision="HEAD"):
    """What is found when rubrics are compared with a revision."""
    resolved = resolve(revision, [path if path.is_dir() else path.parent])
    assert isinstance(resolved, Revision)
    return found(path, since=resolved)


SAME = [("EVC414", "o.yml", ("version",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("title: Other", SAME),
        ("decision: {at_least: 2}", SAME),
        ("title: Other\nversion: 1.0.1", []),
        ("title: Other\nversion: 0.9.0", []),  # another version is another version
        ("# a comment", []),
        ("id:   o", []),  # another layout
    ],
)
def test_what_changed_has_another_version(folder, text, expected):
    put(folder, "p/o.yml", rubric(text))
    assert since(folder) == expected
    assert since(folder / "p/o.yml") == expected
    assert found(folder) == []  # nobody asked


def test_line_ends_are_no_change(folder):
    path = folder / "p/o.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert since(folder) == []


def test_a_new_rubric_has_no_earlier_version(folder):
    put(folder, "p/new.yml", rubric("id: new"))
    put(folder, "p/programme.yml", (folder / "p/programme.yml").read_text().replace("[o, o2]", "[o, o2, new]"))
    assert since(folder) == []


def test_every_rubric_is_compared_with_its_own(folder):
    put(folder, "p/o.yml", rubric("title: Other"))
    put(folder, "p/o2.yml", rubric("id: o2\nversion: 2.0.0\ntitle: Other"))
    assert since(folder) == [*SAME, ("EVC414", "o2.yml", ("version",))]


def test_an_earlier_revision_by_any_name(folder):
    git(folder, "tag", "v1")
    put(folder, "p/o.yml", rubric("title: Other"))
    git(folder, "commit", "-q", "-a", "-m", "second")
    assert since(folder) == []
    for name in ("HEAD~1", "v1", "main~1", "HEAD@{1}"):
        assert since(folder, name) == SAME


def test_what_was_no_rubric_then_says_nothing(folder):
    put(folder, "p/o.yml", "format: [\n")
    git(folder, "commit", "-q", "-a", "-m", "broken")
    put(folder, "p/o.yml", rubric())
    assert since(folder) == []


def test_ignoring_it_is_no_mistake_when_nobody_asked(folder):
    text = rubric("title: Other").replace(
        "version: 1.0.0", "version: 1.0.0  # evc: ignore[EVC414] a slip of the pen mended"
    )
    put(folder, "p/o.yml", text)
    assert found(folder) == []
    assert since(folder) == []


@pytest.mark.parametrize("name", ["nowhere", "", "--all", "-h", "HEAD\nHEAD", "HEAD:rubrics", "\0"])
def test_a_revision_that_does_not_exist(folder, name):
    assert resolve(name, [folder]) == Unresolved("unknown", folder)


def test_a_folder_without_repository(tmp_path):
    assert resolve("HEAD", [tmp_path]) == Unresolved("no-repository", tmp_path)


def test_a_machine_without_git(folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert resolve("HEAD", [folder]) == Unresolved("no-git", folder)
