"""The other documents and --anonymous, as somebody types it: what is written, under which name, and what is refused."""

import json
import re
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from tests.outside.program import ROOT, evc

VERHAGE = ROOT / "examples" / "verhage"
NAMES = ("verhage", "noor", "oudshoorn", "rahmani")


def names_in(text: str) -> list[str]:
    """The names that a text holds, each as a word: Noorderlicht is another."""
    return [name for name in NAMES if re.search(rf"\b{name}\b", text.casefold())]


def all_text(file: Path) -> str:
    """All that is in a file, an office file's parts too."""
    if not is_zipfile(file):
        return file.read_bytes().decode("utf-8", "replace")
    with ZipFile(file) as parts:
        return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize(("kind", "holds"), [("interview", "K1"), ("candidate", "75 EC")])
@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_another_document_is_written(tmp_path: Path, suffix: str, kind: str, holds: str) -> None:
    file = tmp_path / f"x{suffix}"
    assert evc("assess", VERHAGE, "--kind", kind, "--report", file).returncode == 0
    assert holds in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kind", "candidate"),
        ("--kind", "letter", "--report", "x.html"),
        ("--kind", "candidate", "--report", "x.json"),
        ("--anonymous", "--report", "advies-verhage.html"),
        ("--anonymous", "--report", "Noor.md"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ran = evc("assess", VERHAGE, *arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert [*tmp_path.iterdir()] == []


def test_the_terminal_names_nobody_and_not_the_folder_either() -> None:
    for arguments in (("-v",), ("-q",), (), ("--lang", "en"), ("--format", "json")):
        ran = evc("assess", VERHAGE, "--anonymous", *arguments)
        assert ran.returncode == 0
        assert names_in(ran.stdout) == []
    assert "K-2026-014" in evc("assess", VERHAGE, "--anonymous").stdout


def test_the_interview_guide_is_offered_for_what_is_open() -> None:
    assert "--kind interview --report" in evc("assess", VERHAGE).stdout


def test_an_anonymous_advice_follows_from_its_dossier(tmp_path: Path) -> None:
    file = tmp_path / "advice.json"
    assert evc("assess", VERHAGE, "--anonymous", "--report", file).returncode == 0
    assert names_in(file.read_text(encoding="utf-8")) == []
    same = evc("verify", file, VERHAGE, "--format", "json")
    assert same.returncode == 0
    assert json.loads(same.stdout)["words"] == []
    document = json.loads(file.read_text(encoding="utf-8"))
    document["goal"] = "anders"
    file.write_text(json.dumps(document), encoding="utf-8")
    assert evc("verify", file, VERHAGE).returncode == 1


def test_an_advice_with_names_is_not_taken_for_an_anonymous_one(tmp_path: Path) -> None:
    file = tmp_path / "advice.json"
    assert evc("assess", VERHAGE, "--report", file).returncode == 0
    assert evc("verify", file, VERHAGE).returncode == 0


def test_a_batch_writes_the_other_documents_and_names_nobody(tmp_path: Path) -> None:
    out = tmp_path / "out"
    asked = ("batch", ROOT / "examples", "--out", out, "--jobs", "2", "--quiet")
    ran = evc(*asked, "--kind", "candidate", "--kind", "interview", "--anonymous")
    assert ran.returncode == 1  # one example has errors of form
    folder = out / "K-2026-014"
    assert {"advice.html", "advice.json", "candidate.html", "interview.html"} == {
        each.name for each in folder.iterdir()
    }
    written = [file for file in out.rglob("*") if file.is_file() and ".evc-cache" not in file.parts]
    assert [file for file in written if names_in(all_text(file))] == []
    rows = [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["name"] for row in rows} == {None}
    plain = evc(*asked)
    assert plain.returncode == 1
    assert {"advice.html", "advice.json"} == {each.name for each in folder.iterdir()}
    assert "Noor Verhage" in (folder / "advice.html").read_text(encoding="utf-8")


def test_a_batch_refuses_a_document_that_none_of_its_formats_can_hold(tmp_path: Path) -> None:
    ran = evc("batch", ROOT / "examples", "--out", tmp_path / "out", "--kind", "candidate", "--report", "json")
    assert ran.returncode == 2
    assert not (tmp_path / "out").exists()
