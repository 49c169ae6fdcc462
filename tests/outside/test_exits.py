"""Exit codes and streams: results on standard output, everything else on standard error (DESIGN §5)."""

import json
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from tests.outside.program import EVC, ROOT, environment, evc

VERHAGE = "examples/verhage"
FAULTY = "examples/vol-fouten"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--version",), 0),
        (("--help",), 0),
        (("assess", VERHAGE), 0),
        (("assess", f"{VERHAGE}/portfolio.yml"), 0),
        (("assess", "examples/de-wit"), 0),
        (("assess", FAULTY), 1),
        (("assess", VERHAGE, FAULTY), 1),
        (("assess", VERHAGE, FAULTY, "nowhere"), 2),
        (("assess", "nowhere"), 2),
        (("assess", "examples"), 2),
        (("assess",), 2),
        (("assess", VERHAGE, "--lang", "fr"), 2),
        (("assess", VERHAGE, "--on", "2026-02-30"), 2),
        (("assess", VERHAGE, "--on", "15-09-2026"), 2),
        (("assess", VERHAGE, "--rubrics", "nowhere"), 2),
        (("assess", VERHAGE, "--report", "advice.odt"), 2),
        (("assess", VERHAGE, "examples/bakker", "--report", "advice.html"), 2),
        (("assess", VERHAGE, "--format", "yaml"), 2),
        (("assess", VERHAGE, "--rubrics", "examples"), 1),
        (("explain", VERHAGE, "taalonderwijs"), 0),
        (("explain", VERHAGE, "taalonderwijs/T1"), 0),
        (("explain", VERHAGE, "taalonderwijs/T99"), 2),
        (("explain", VERHAGE, "taalonderwys"), 2),
        (("explain", FAULTY, "taalonderwijs"), 1),
        (("check", "rubrics", VERHAGE), 0),
        (("check", FAULTY), 1),
        (("check", "README.md"), 1),
        (("check", "nowhere"), 2),
        (("rule",), 0),
        (("rule", "EVC303"), 0),
        (("rule", "EVC999"), 2),
        (("schema", "portfolio"), 0),
        (("schema", "portfolo"), 2),
        (("nothing",), 2),
    ],
)
def test_exit_code(arguments: tuple[str, ...], code: int) -> None:
    ran = evc(*arguments)
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    assert bool(ran.stdout if arguments[0] == "check" and code < 2 else ran.stderr) or code == 0


def test_a_report_that_cannot_be_written_is_exit_3_and_leaves_nothing(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "advice.html"
    assert evc("assess", VERHAGE, "--report", gone).returncode == 3
    assert not gone.parent.exists()


def test_reports_are_whole_and_the_view_is_still_printed(tmp_path: Path) -> None:
    reports = [tmp_path / f"advice{suffix}" for suffix in (".html", ".md", ".json")]
    ran = evc("assess", VERHAGE, *(word for report in reports for word in ("--report", report)))
    assert ran.returncode == 0
    assert "K-2026-014" in ran.stdout
    assert reports[0].read_text("utf-8").rstrip().endswith("</html>")
    assert json.loads(reports[2].read_text("utf-8"))["candidate"]["id"] == "K-2026-014"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(report.name for report in reports)


def test_json_of_one_dossier_is_one_document_and_of_several_a_line_each() -> None:
    one = evc("assess", VERHAGE, "--format", "json")
    assert json.loads(one.stdout)["format"] == "evc/advice@1"
    several = evc("assess", "examples/bakker", FAULTY, VERHAGE, "--format", "json")
    candidates = [json.loads(line)["candidate"]["id"] for line in several.stdout.splitlines()]
    assert candidates == ["K-2026-063", "K-2026-014"]
    assert several.returncode == 1


def test_problems_go_to_standard_error_as_text_whatever_the_format() -> None:
    ran = evc("assess", FAULTY, "--format", "json")
    assert ran.stdout == ""
    assert "examples/vol-fouten/portfolio.yml:" in ran.stderr


def test_a_lone_portfolio_gives_what_its_folder_gives() -> None:
    by_folder, by_file = (
        evc("assess", VERHAGE, "--format", "json"),
        evc("assess", f"{VERHAGE}/portfolio.yml", "--format", "json"),
    )
    assert by_folder.stdout == by_file.stdout


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_language_changes_words_and_not_the_digest(language: str) -> None:
    asked = json.loads(evc("assess", VERHAGE, "--format", "json", "--lang", language).stdout)
    by_environment = json.loads(evc("assess", VERHAGE, "--format", "json", env={"EVC_LANG": language}).stdout)
    plain = json.loads(evc("assess", VERHAGE, "--format", "json", env={"EVC_LANG": ""}).stdout)
    assert asked == by_environment
    assert asked["language"] == language
    assert asked["provenance"]["digest"] == plain["provenance"]["digest"]


def test_a_broken_pipe_is_silent() -> None:
    with subprocess.Popen(
        [*EVC, "assess", *[VERHAGE] * 40],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_exit_3() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*EVC, "assess", VERHAGE], cwd=ROOT, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 3
    assert ran.stderr.count(b"\n") == 1


def test_an_interrupt_is_130_without_a_traceback(tmp_path: Path) -> None:
    fifo_free = tmp_path / "dossier"
    shutil.copytree(ROOT / VERHAGE, fifo_free)
    with subprocess.Popen(
        [*EVC, "assess", *[str(fifo_free)] * 400],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 130
    assert b"Traceback" not in said


def test_output_survives_an_encoding_without_marks() -> None:
    ran = subprocess.run(
        [*EVC, "assess", VERHAGE],
        cwd=ROOT,
        env=environment({"PYTHONIOENCODING": "ascii"}),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0
    assert b"+ toekennen" in ran.stdout


def test_color_never_reaches_a_pipe() -> None:
    assert "\x1b" not in evc("assess", VERHAGE).stdout
    assert "\x1b" in evc("assess", VERHAGE, env={"FORCE_COLOR": "1", "TERM": "xterm"}).stdout


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_programme_without_credits_counts_its_units(language: str) -> None:
    ran = evc("assess", "rubrics/inductie/cases/eerste-jaar-geadviseerd", "-q", "--lang", language)
    assert [word for word in ran.stdout.split() if word.isdigit()] == ["1", "0", "0", "1", "4", "6"]
