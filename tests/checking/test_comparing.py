"""Dossiers read under two versions of the rubrics, in folders and in a git repository made here."""

import shutil
import subprocess
from datetime import date

import pytest
from tests.reading.form.files import put, write

from evc.checking.comparing import Rubrics, compare_rubrics
from evc.checking.finding import dossiers_in
from evc.checking.snapshots import NotTaken, is_revision, take

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed here")
BOTH = "claims: [{outcome: o, supports: {A: [B1], B: [B1]}}]"


def git(folder, *arguments):
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run([GIT, *who, *arguments], cwd=folder, check=True, capture_output=True)


def versions(folder, **rubric):
    """The rubrics as they are written, and a copy in which the rubric says `rubric`."""
    write(folder, portfolio=BOTH)
    shutil.copytree(folder / "rubrics", folder / "new")
    for key, text in rubric.items():
        put(folder, "new/p/o.yml", (folder / "new/p/o.yml").read_text("utf-8") + f"{key}: {text}\n")
    return Rubrics("old", folder / "rubrics"), Rubrics("new", folder / "new")


def test_what_changes(tmp_path):
    old, new = versions(tmp_path, evidence="{quantity: {items: 2}}")
    found = compare_rubrics(old, new, dossiers_in(tmp_path))
    assert (found.impact.dossiers, len(found.impact.changed), found.impact.unjudged) == (1, 1, ())
    assert found.impact.turns == {("award", "partial"): 1}
    assert found.checked.diagnostics == []


def test_the_day_of_judging(tmp_path):
    old, new = versions(tmp_path, evidence="{currency: {max_age: {years: 1}}}")
    dossiers = dossiers_in(tmp_path / "dossier/portfolio.yml")
    assert compare_rubrics(old, new, dossiers).impact.changed == ()
    assert len(compare_rubrics(old, new, dossiers, date(2030, 1, 1)).impact.changed) == 1


def test_errors_of_form_stand_where_the_user_named_them(tmp_path):
    old, new = versions(tmp_path, decision="{at_least: 9}")
    found = compare_rubrics(old, new, dossiers_in(tmp_path))
    (only,) = found.impact.unjudged
    assert (only.under_old, only.under_new) == (False, True)
    assert [each.problem.file for each in found.checked.diagnostics] == ["new/p/o.yml"]


def test_a_folder_without_programmes(tmp_path):
    old, _ = versions(tmp_path)
    assert old.has_programmes()
    assert not Rubrics("p", tmp_path / "rubrics/p").has_programmes()


def test_no_dossier_in_a_hidden_folder_or_another_dossier(tmp_path):
    write(tmp_path)
    for path in (".hidden/portfolio.yml", "dossier/inner/portfolio.yml"):
        put(tmp_path, path, "")
    assert dossiers_in(tmp_path) == [tmp_path / "dossier"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("main:rubrics", True), ("a~1:", True), (":x", False), ("main", False), ("-x:y", False), ("a\n:y", False)],
)
def test_how_a_revision_is_written(name, is_one):
    assert is_revision(name) == is_one


@pytest.fixture
def repository(tmp_path):
    """YAML, something else, a link, and bytes that a filter would touch."""
    here = tmp_path / "repository"
    put(here, "rubrics/p/o.yml", "a: 1\r\n")
    put(here, "rubrics/p/empty.yaml", "")
    put(here, "rubrics/p/notes.txt", "no\n")
    put(here, "rubrics/één/naam met spatie.yml", "b: 2\n")
    put(here, ".gitattributes", "* text=auto eol=lf export-ignore\n")
    (here / "rubrics/p/link.yml").symlink_to("o.yml")
    git(here, "init", "--quiet", "--initial-branch=main")
    git(here, "-c", "core.autocrlf=false", "add", ".")
    git(here, "commit", "--quiet", "-m", "all")
    return here


@needs_git
def test_only_regular_yaml_is_taken(repository, tmp_path):
    into = tmp_path / "into"
    into.mkdir()
    assert take("main:rubrics", into, repository=repository) is None
    taken = {path.relative_to(into).as_posix(): path.read_bytes() for path in into.rglob("*") if path.is_file()}
    assert sorted(taken) == ["p/empty.yaml", "p/o.yml", "één/naam met spatie.yml"]
    assert (taken["p/empty.yaml"], taken["één/naam met spatie.yml"]) == (b"", b"b: 2\n")


@needs_git
@pytest.mark.parametrize(
    ("name", "kind"),
    [("gone:rubrics", "unknown-revision"), ("main:gone", "no-such-folder"), ("main:rubrics/p/o.yml", "no-such-folder")],
)
def test_what_git_does_not_have(repository, tmp_path, name, kind):
    assert take(name, tmp_path, repository=repository) == NotTaken(kind)


@needs_git
def test_no_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = take("main:rubrics", tmp_path, repository=tmp_path)
    assert (found.kind, "not a git repository" in found.why) == ("no-repository", True)


def test_no_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert take("main:rubrics", tmp_path, repository=tmp_path) == NotTaken("no-git")


@needs_git
def test_a_repository_that_cannot_be_entered(tmp_path):
    assert take("main:rubrics", tmp_path, repository=tmp_path / "gone").kind == "git-failed"
