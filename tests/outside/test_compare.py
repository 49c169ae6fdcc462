"""Comparing, verifying and agreement as a user runs them, with a real git repository."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.outside.program import ROOT, evc
from tests.reading.form.files import put, write

CASES = "rubrics/leraar-vo-mbo/cases"
GIT = shutil.which("git")
RUBRIC = "rubrics/p/o.yml"
needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed here")


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run([GIT or "git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One programme, one dossier, committed; then two items are asked where there is one."""
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B1], B: [B1]}}]")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    put(tmp_path, ".gitattributes", "*.yml text eol=crlf export-ignore\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "before")
    text = (tmp_path / RUBRIC).read_text("utf-8")
    put(tmp_path, RUBRIC, f"{text}evidence: {{quantity: {{items: 2}}}}\n")
    return tmp_path


@needs_git
@pytest.mark.parametrize("old", ["main:rubrics", "HEAD:rubrics", "main:./rubrics", "main:rubrics/"])
def test_a_revision_against_a_folder(repository: Path, old: str) -> None:
    ran = evc("compare", old, "rubrics", "dossier", "--format", "json", cwd=repository)
    assert ran.returncode == 0, ran.stderr
    document = json.loads(ran.stdout)
    (changed,) = document["changed"]
    assert (document["format"], document["old"], document["new"]) == ("evc/impact@1", old, "rubrics")
    assert (changed["dossier"], changed["candidate"]) == ("dossier", "K-1")
    (unit,) = changed["units"]
    assert (unit["before"]["advice"], unit["after"]["advice"]) == ("award", "partial")
    (outcome,) = unit["outcomes"]
    assert outcome["rules"] == [
        {
            "rule": "quantity",
            "before": None,
            "after": {"verdict": "not-met", "required": {"items": 2}, "found": {"items": 1}},
        }
    ]
    assert document["totals"]["units"] == [{"before": "award", "after": "partial", "count": 1}]
    assert document["totals"]["credits"] == {"before": "60", "after": "0"}


@needs_git
@pytest.mark.parametrize(("language", "word"), [("nl", "Kwantiteit"), ("en", "Quantity")])
def test_in_words_with_the_rule(repository: Path, language: str, word: str) -> None:
    ran = evc("compare", "main:rubrics", "rubrics", ".", "--lang", language, cwd=repository)
    assert ran.returncode == 0
    assert f"{word}: " in ran.stdout
    assert "60 → 0 EC" in ran.stdout


@needs_git
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("main:rubrics", "rubrics", "dossier"), 0),
        (("main:rubrics", "rubrics", "dossier", "--exit-code"), 1),
        (("main:rubrics", "rubrics", "dossier/portfolio.yml", "--exit-code"), 1),
        (("rubrics", "rubrics", "dossier", "--exit-code"), 0),
        (("main:rubrics", "main:rubrics", "dossier", "--exit-code"), 0),
        (("gone:rubrics", "rubrics", "dossier"), 2),
        (("main:gone", "rubrics", "dossier"), 2),
        (("main:rubrics/p/o.yml", "rubrics", "dossier"), 2),
        (("main:dossier", "rubrics", "dossier"), 2),
        ((":rubrics", "rubrics", "dossier"), 2),
        (("main", "rubrics", "dossier"), 2),
        (("main:rubrics", "gone", "dossier"), 2),
        (("rubrics/p", "rubrics", "dossier"), 2),
        (("main:rubrics", "rubrics", "gone"), 2),
        (("main:rubrics", "rubrics", "rubrics"), 2),
        (("main:rubrics\n", "rubrics", "dossier"), 2),
        (("main:rubrics", "rubrics", "dossier", "--on", "yesterday"), 2),
    ],
)
def test_exit_code(repository: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = evc("compare", *arguments, cwd=repository)
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    if code == 2:
        assert ran.stderr.startswith("evc: ")
        assert ran.stderr.count("\n") == 1


@needs_git
def test_outside_a_repository(tmp_path: Path) -> None:
    write(tmp_path)
    ran = evc("compare", "main:rubrics", "rubrics", "dossier", cwd=tmp_path, env={"GIT_CEILING_DIRECTORIES": "/"})
    assert (ran.returncode, ran.stdout) == (2, "")


def test_without_git(tmp_path: Path) -> None:
    write(tmp_path)
    ran = evc("compare", "main:rubrics", "rubrics", "dossier", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "git" in ran.stderr


@needs_git
def test_a_dossier_with_errors_of_form_under_one_of_the_two(repository: Path) -> None:
    """Its errors stand at the revision, not at a folder that is gone."""
    text = (repository / RUBRIC).read_text("utf-8")
    put(repository, RUBRIC, text.replace("{id: B, title: B}", "{id: C, title: C}"))
    ran = evc("compare", "main:rubrics", "rubrics", "dossier", "--format", "json", cwd=repository)
    assert ran.returncode == 1
    under = {"dossier": "dossier", "under_old": False, "under_new": True}
    assert json.loads(ran.stdout)["unjudged"] == [under]
    assert "dossier/portfolio.yml" in ran.stderr
    turned = evc("compare", "rubrics", "main:rubrics", "dossier", cwd=repository)
    assert turned.returncode == 1
    put(repository, RUBRIC, "nothing: here\n")
    git(repository, "commit", "--quiet", "-am", "broken")
    broken = evc("compare", "main:rubrics", "main~1:rubrics", "dossier", cwd=repository)
    assert broken.stderr.startswith("main:rubrics/p/o.yml:")
    assert "evc-" not in broken.stderr + broken.stdout


@needs_git
def test_only_regular_yaml_leaves_the_revision(repository: Path) -> None:
    (repository / "rubrics/p/link.yml").symlink_to("/etc/hostname")
    put(repository, "rubrics/p/hook.sh", "exit 1\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "more")
    assert evc("compare", "main:rubrics", "rubrics", "dossier", "--exit-code", cwd=repository).returncode == 0


def test_cases_are_run_and_counted() -> None:
    ran = evc("check", "--cases", "rubrics", "--lang", "en")
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.splitlines()[-1].endswith(" as expected, 0 not")
    as_data = evc("check", "--cases", CASES, "--format", "json")
    assert json.loads(as_data.stdout)["diagnostics"] == []
    assert as_data.stderr.startswith("3 ")


def test_a_case_that_differs_is_exit_1(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics")
    expected = tmp_path / CASES / "net-niet-verschillen/expected.yml"
    expected.write_text(expected.read_text("utf-8").replace("LU-VER: partial", "LU-VER: award"), "utf-8")
    ran = evc("check", "--cases", "rubrics", cwd=tmp_path)
    assert ran.returncode == 1
    assert f"{CASES}/net-niet-verschillen/expected.yml:6:11: EVC421" in ran.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--cases", "docs"),
        ("check", "--cases", "gone"),
        ("check", "--sensitivity", "docs"),
        ("check", "--sensitivity", "gone"),
        ("check", "rubrics", "--sensitivity", "examples"),
        ("check", "--sensitivity", "examples", "--format", "sarif"),
        ("agreement", "docs"),
        ("agreement", "gone"),
        ("verify", "gone.json", "examples/verhage"),
        ("verify", "examples/verhage/advice.json", "gone"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: tuple[str, ...]) -> None:
    ran = evc(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1


def test_sensitivity_as_text_and_data() -> None:
    ran = evc("check", "--sensitivity", CASES, "--format", "json")
    assert ran.returncode == 0
    document = json.loads(ran.stdout)
    decided = {(part["outcome"], part["part"]): part["decided"] for part in document["parts"]}
    assert document["dossiers"] == 3
    assert decided["omgaan-met-verschillen", "quantity.hours"] == 1
    assert decided["omgaan-met-verschillen", "M1"] == 0
    assert document["never"] == sum(not times for times in decided.values())
    assert "quantity.hours" in evc("check", "--sensitivity", CASES).stdout


def test_dossiers_with_errors_of_form_are_said_and_left_out() -> None:
    for arguments in (("check", "--sensitivity", "examples"), ("agreement", "examples")):
        ran = evc(*arguments, "--format", "json")
        assert ran.returncode == 1
        assert json.loads(ran.stdout)["dossiers"] == 7
        assert "vol-fouten" in ran.stderr


def test_agreement_of_the_examples() -> None:
    ran = evc("agreement", CASES, "--format", "json")
    assert ran.returncode == 0
    document = json.loads(ran.stdout)
    assert (document["format"], document["weights"]) == ("evc/agreement@1", "quadratic")
    by_criterion = {each["criterion"]: each for each in document["criteria"]}
    assert by_criterion["J3"]["agreement_on_pass"] == "0.0000"


@pytest.mark.parametrize("example", ["verhage", "de-wit", "jansen-na-gesprek"])
@pytest.mark.parametrize("rubrics", [(), ("--rubrics", "rubrics")])
def test_an_advice_follows_from_its_inputs_wherever_the_rubrics_are(example: str, rubrics: tuple[str, ...]) -> None:
    ran = evc("verify", f"examples/{example}/advice.json", f"examples/{example}", *rubrics)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_advice_at_another_day_in_another_language_follows_too(tmp_path: Path) -> None:
    report = tmp_path / "advice.json"
    made = evc("assess", "examples/verhage", "--on", "2027-05-01", "--lang", "en", "--report", report)
    assert made.returncode == 0
    assert evc("verify", report, "examples/verhage").returncode == 0


def test_an_input_that_was_changed_is_named(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples/verhage", tmp_path / "verhage")
    portfolio = tmp_path / "verhage/portfolio.yml"
    portfolio.write_bytes(portfolio.read_bytes() + b"\n")
    ran = evc(
        "verify", "examples/verhage/advice.json", tmp_path / "verhage", "--format", "json", "--rubrics", "rubrics"
    )
    assert ran.returncode == 1
    document = json.loads(ran.stdout)
    assert [each["at"] for each in document["inputs"]] == ["provenance/inputs/dossier/portfolio.yml/sha256"]
    assert (document["same"], document["untouched"], document["verdicts"]) == (False, True, [])


@pytest.mark.parametrize(
    "text", ["", "{}", "[" * 50_000, '{"format": "evc/advice@1", "on": "x", "provenance": {"digest": ""}}']
)
def test_what_is_no_advice_is_exit_1_in_one_line(tmp_path: Path, text: str) -> None:
    put(tmp_path, "advice.json", text)
    ran = evc("verify", tmp_path / "advice.json", "examples/verhage")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1
