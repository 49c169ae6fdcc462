"""`evc check` as its users run it: exit codes, formats on standard output, settings, and a revision of git."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.checking.sense import rubric, write
from tests.outside.program import ROOT, evc
from tests.reading.form.files import put

VAGUE = "criteria: [{id: A, title: A, levels: {high: Has good command.}}]"
NEVER = "evidence: {variation: {types: 16}}"
FORM = "decision: {at_least: 9}"
QUIET = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.mark.parametrize(
    ("text", "settings", "code"),
    [
        ("", None, 0),
        (VAGUE, None, 0),  # a note stops nothing
        ("title: {nl: O}", None, 0),  # nor does a warning
        (NEVER, None, 1),
        (FORM, None, 1),
        (VAGUE, '[severity]\nEVC602 = "error"', 1),
        (NEVER, '[severity]\nEVC411 = "off"', 0),
        (FORM, '[severity]\nEVC411 = "off"', 1),
        ("", '[severity]\nEVC401 = "off"', 2),  # an error of form stays one
        ("", "[severty]", 2),
    ],
)
def test_exit_code(tmp_path: Path, text: str, settings: str | None, code: int) -> None:
    write(tmp_path, o=text)
    if settings is not None:
        put(tmp_path, "evc.toml", settings)
    ran = evc("check", "rubrics", cwd=tmp_path)
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    assert bool(ran.stderr) is (code == 2)


def test_a_wrong_key_names_the_right_one(tmp_path: Path) -> None:
    write(tmp_path)
    put(tmp_path, "evc.toml", "[severty]")
    ran = evc("check", "rubrics", "--lang", "en", cwd=tmp_path / "rubrics/p")
    assert ran.returncode == 2
    ran = evc("check", ".", "--lang", "en", cwd=tmp_path / "rubrics/p")  # found upward
    assert ran.stderr.count("\n") == 1
    assert '"severty"' in ran.stderr
    assert 'Did you mean "severity"?' in ran.stderr


@pytest.mark.parametrize("code", [0, 1])
@pytest.mark.parametrize("name", ["full", "concise", "json", "sarif", "github", "junit"])
def test_every_format_goes_to_standard_output(tmp_path: Path, name: str, code: int) -> None:
    write(tmp_path, o=NEVER if code else "")
    ran = evc("check", "rubrics", "--format", name, cwd=tmp_path)
    assert ran.returncode == code
    assert ran.stderr == ""
    assert ("EVC411" in ran.stdout) is bool(code)
    if name in {"json", "sarif"}:
        json.loads(ran.stdout)


def test_paths_are_as_they_were_given(tmp_path: Path) -> None:
    write(tmp_path, o=NEVER)
    log = json.loads(evc("check", "rubrics", "--format", "sarif", cwd=tmp_path).stdout)
    (result,) = log["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "rubrics/p/o.yml"}


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, env=os.environ | QUIET, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A rubric that changed under its version since the only commit."""
    write(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    put(tmp_path, "rubrics/p/o.yml", rubric("title: Other"))
    return tmp_path


def test_a_change_since_a_revision(repository: Path) -> None:
    ran = evc("check", "rubrics", "--since", "HEAD", cwd=repository, env=QUIET)
    assert ran.returncode == 0
    assert "rubrics/p/o.yml:3:10: EVC414" in ran.stdout
    put(repository, "evc.toml", '[severity]\nEVC414 = "error"')
    assert evc("check", "rubrics/p/o.yml", "--since", "HEAD", cwd=repository, env=QUIET).returncode == 1
    assert "EVC414" not in evc("check", "rubrics", cwd=repository).stdout


@pytest.mark.parametrize(
    ("revision", "env", "said"),
    [
        ("nowhere", {}, '"nowhere"'),
        ("--all", {}, '"--all"'),
        ("HEAD; touch x", {}, '"HEAD; touch x"'),
        ("HEAD", {"PATH": ""}, "git"),
    ],
)
def test_a_revision_that_cannot_be_had(repository: Path, revision: str, env: dict[str, str], said: str) -> None:
    ran = evc("check", "rubrics", f"--since={revision}", cwd=repository, env=QUIET | env)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1
    assert said in ran.stderr
    assert not (repository / "x").exists()


def test_outside_a_repository(tmp_path: Path) -> None:
    write(tmp_path)
    ran = evc("check", "rubrics", "--since", "HEAD", cwd=tmp_path, env=QUIET)
    assert ran.returncode == 2
    assert '"rubrics"' in ran.stderr


def test_the_shipped_rubrics_are_spotless() -> None:
    ran = evc("check", "rubrics", "--format", "json", cwd=ROOT)
    assert json.loads(ran.stdout)["diagnostics"] == []
