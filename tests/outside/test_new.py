"""`evc new` and `evc import` as a user runs them: what is written, what is refused, and the way round."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.outside.program import ROOT, environment, evc

DOSSIER = ROOT / "examples" / "jansen-voor-gesprek"


def copy_of(folder: Path) -> Path:
    """The candidate's part of an example: no assessor has looked yet."""
    portfolio = DOSSIER / "portfolio.yml"
    folder.mkdir()
    (folder / "portfolio.yml").write_bytes(portfolio.read_bytes())
    return folder


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("arguments", "checked"),
    [
        (("programme", "p"), "p"),
        (("rubric", "r"), "r.yml"),
        (("portfolio", "--programme", "leraar-po"), "portfolio.yml"),
        (("portfolio", "--programme", "hbo-ict", "--candidate", "K-2026-001", "--out", "d/portfolio.yml"), "d"),
    ],
)
def test_what_is_made_is_right_and_never_overwritten(
    tmp_path: Path, arguments: tuple[str, ...], checked: str, lang: str
) -> None:
    made = evc("new", *arguments, "--lang", lang, cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert made.stdout == ""
    right = evc("check", checked, "--format", "json", cwd=tmp_path)
    assert right.returncode == 0, right.stdout
    assert json.loads(right.stdout)["diagnostics"] == []
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert all(data.startswith(b"# yaml-language-server: $schema=schemas/") for data in files.values())
    again = evc("new", *arguments, "--lang", lang, cwd=tmp_path)
    assert again.returncode == 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        made = evc("new", "portfolio", "--programme", "leraar-po", "--on", "2026-09-15", "--out", tmp_path / name)
        assert made.returncode == 0, made.stderr
    assert (tmp_path / "a.yml").read_bytes() == (tmp_path / "b.yml").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("portfolio",), "leraar-po"),
        (("portfolio", "--programme", "leraar-pro"), '"leraar-po"'),
        (("portfolio", "--programme", "../leraar-po"), "leraar-po"),
        (("portfolio", "--programme", "leraar-po", "--on", "15-09-2026"), "2026-09-15"),
        (("portfolio", "--programme", "leraar-po", "--candidate", "a b"), "a b"),
        (("programme", "a/b"), "a/b"),
        (("programme", "nul"), "nul"),
        (("programme", "p", "--out", "q/programme.yml"), "q/programme.yml"),
        (("rubric", "r", "--out", "q.yml"), "q.yml"),
        (("rubric", ".."), ".."),
        (("portfolo",), '"portfolio"'),
        (("assessment", "nowhere", "--assessor", "A-07"), "nowhere"),
        (("assessment", str(DOSSIER), "--assessor", "A 07"), "A 07"),
        (("assessment", str(DOSSIER)), "--assessor"),
    ],
)
def test_wrong_usage_writes_nothing(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = evc("new", *arguments, cwd=tmp_path)
    assert ran.returncode == 2, ran.stderr
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_is_exit_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert evc("new", "rubric", "r", "--out", "file/r.yml", cwd=tmp_path).returncode == 3


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "r.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert evc("new", "rubric", "r", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "elsewhere.yml").exists()


def test_two_assessors_start_at_once_and_check_says_what_is_open(tmp_path: Path) -> None:
    dossier = copy_of(tmp_path / "d")
    for assessor in ("A-07", "A-12"):
        made = evc("new", "assessment", dossier, "--assessor", assessor, "--on", "2026-10-06")
        assert made.returncode == 0, made.stderr
    first = dossier / "assessments" / "A-07.yml"
    assert first.read_text("utf-8").startswith("# yaml-language-server: $schema=../schemas/assessment.schema.json\n")
    assert evc("new", "assessment", dossier, "--assessor", "A-07", "--out", tmp_path / "x.yml").returncode == 2
    found = json.loads(evc("check", dossier, "--format", "json").stdout)["diagnostics"]
    errors = [each for each in found if each["severity"] == "error"]
    assert {(each["code"], each["path"][-1]) for each in errors} == {("EVC205", "level")}
    for file in (dossier / "assessments").iterdir():
        file.write_text(file.read_text("utf-8").replace("level:\n", "level: voldoende\n"), "utf-8")
    assert evc("check", dossier).returncode == 0
    assert evc("assess", dossier).returncode == 0


def fill(form: Path, level: str, remark: str) -> None:
    """Fill in every row, as another program would."""
    book = load_workbook(form)
    ratings, particulars = book.worksheets[:2]
    for row in range(2, ratings.max_row + 1):
        ratings.cell(row, 4).value = level
        ratings.cell(row, 7).value = remark
        ratings.cell(row, 7).data_type = "s"
    particulars["B7"] = "2026-10-06"
    book.save(form)


def test_from_form_to_advice(tmp_path: Path) -> None:
    dossier = copy_of(tmp_path / "d")
    remark = "=1+1 <script>alert(1)</script>\n" + "lang " * 2000
    for assessor in ("A-07", "A-12"):
        made = evc("new", "assessment", dossier, "--assessor", assessor, "--format", "xlsx")
        assert made.returncode == 0, made.stderr
        fill(dossier / f"{assessor}.xlsx", "goed", remark)
        out = dossier / "assessments" / f"{assessor}.yml"
        read = evc("import", "assessment-xlsx", dossier / f"{assessor}.xlsx", "--out", out)
        assert read.returncode == 0, read.stderr
        assert evc("import", "assessment-xlsx", dossier / f"{assessor}.xlsx", "--out", out).returncode == 2
    assert evc("check", dossier).returncode == 0
    advice = json.loads(evc("assess", dossier, "--format", "json").stdout)
    ratings = [
        rating
        for unit in advice["units"]
        for outcome in unit["outcomes"]
        for criterion in outcome["criteria"]
        for rating in criterion["ratings"]
    ]
    assert {rating["level"] for rating in ratings} == {"goed"}
    assert {rating["remark"] for rating in ratings} == {remark.strip()}
    assert not [each for each in advice["conditions"] if each["code"].endswith("-changed")]


def test_without_out_it_is_printed(tmp_path: Path) -> None:
    dossier = copy_of(tmp_path / "d")
    evc("new", "assessment", dossier, "--assessor", "A-07", "--format", "xlsx")
    fill(dossier / "A-07.xlsx", "goed", "ja")
    read = evc("import", "assessment-xlsx", dossier / "A-07.xlsx")
    assert read.returncode == 0
    assert "format: evc/assessment@1\n" in read.stdout
    assert not (dossier / "assessments").exists()


def test_a_slip_is_shown_with_its_cell_in_the_language_asked_for(tmp_path: Path) -> None:
    dossier = copy_of(tmp_path / "d")
    evc("new", "assessment", dossier, "--assessor", "A-07", "--format", "xlsx")
    fill(dossier / "A-07.xlsx", "god", "ja")
    out = dossier / "assessments" / "A-07.yml"
    for lang, words in (("nl", 'bedoelt u "goed"?'), ("en", 'did you mean "goed"?')):
        read = evc("import", "assessment-xlsx", "A-07.xlsx", "--out", out, "--lang", lang, cwd=dossier)
        assert read.returncode == 1
        first = read.stderr.splitlines()[0]
        assert first.startswith("A-07.xlsx:Oordelen!D2: EVC304 ")
        assert words in first
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("assessment-xlsx", "nowhere.xlsx"), 2),
        (("assesment-xlsx", "README.md"), 2),
        (("assessment-xlsx", "README.md"), 1),
        (("assessment-xlsx", "rubrics"), 1),
    ],
)
def test_what_cannot_be_imported(arguments: tuple[str, ...], code: int) -> None:
    ran = evc("import", *arguments)
    assert ran.returncode == code, ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stdout == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "assessment", str(DOSSIER), "--assessor", "A-99", "--format", "xlsx"),
        ("import", "assessment-xlsx", "README.md"),
    ],
)
def test_without_the_extra_it_says_what_to_install(arguments: tuple[str, ...]) -> None:
    hide = "import sys; sys.modules.update(openpyxl=None, xlsxwriter=None); from evc.cli.app import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", hide, *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert 'pip install "evc[xlsx]"' in ran.stderr
    assert not (DOSSIER / "A-99.xlsx").exists()
