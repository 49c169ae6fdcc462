"""A file that evc makes, in a real language server: what an editor completes, explains and underlines.

Node and npm fetch the server into a temporary folder; where they are not there, or cannot, the tests are skipped.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.editors.language_server import Editor
from tests.outside.program import evc

INSTALL = ("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--silent")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The entry of the language server."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("no Node.js here: the language server of editors cannot be run")
    folder = tmp_path_factory.mktemp("server")
    shutil.copy(Path(__file__).with_name("package.json"), folder)
    npm = shutil.which(INSTALL[0]) or INSTALL[0]
    try:
        ran = subprocess.run([npm, *INSTALL[1:]], cwd=folder, capture_output=True, check=False, timeout=60)
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not fetch the language server within a minute")
    entry = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if ran.returncode or not entry.exists():
        pytest.skip("npm could not fetch the language server")
    return entry


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, with a space in its name, with a new portfolio and the schemas that its first line names."""
    folder = tmp_path_factory.mktemp("mijn dossier")
    made = evc("new", "portfolio", "--programme", "leraar-po", "--out", folder / "portfolio.yml", "--on", "2026-09-15")
    assert made.returncode == 0, made.stderr
    assert evc("schema", "--write", folder / "schemas").returncode == 0
    return folder


@pytest.fixture(scope="module")
def editor(server: Path, dossier: Path) -> Iterator[Editor]:
    running = Editor(server, dossier)
    yield running
    running.close()


def changed(dossier: Path, name: str, old: str, new: str) -> tuple[Path, str, list[str]]:
    """The portfolio as somebody is changing it, under a name of its own."""
    text = (dossier / "portfolio.yml").read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    return dossier / f"{name}.yml", text, text.split("\n")


def test_a_new_file_is_right(editor: Editor, dossier: Path) -> None:
    file = dossier / "portfolio.yml"
    assert editor.open(file, file.read_text("utf-8")) == []


def test_keys_are_completed_with_what_they_mean(editor: Editor, dossier: Path) -> None:
    file, text, lines = changed(dossier, "key", "# goal:", "go\n# goal:")
    editor.open(file, text)
    offered = editor.complete(file, lines.index("go"), 2)
    assert offered["goal"]["documentation"] == "Wat de kandidaat met het advies wil bereiken."


def test_choices_are_completed(editor: Editor, dossier: Path) -> None:
    item = "evidence:\n  - id: B1\n    type: \n    title: Verklaring\n    issued: 2026-06-30"
    file, text, lines = changed(dossier, "choice", "evidence: []", item)
    editor.open(file, text)
    offered = editor.complete(file, lines.index("    type: "), 10)
    assert {"diploma", "employer-statement", "video"} <= offered.keys()


def test_hovering_explains_in_dutch_with_an_example(editor: Editor, dossier: Path) -> None:
    file, text, lines = changed(dossier, "hover", "K-001", "K-2026-014")
    editor.open(file, text)
    shown = editor.hover(file, lines.index("submitted: 2026-09-15"), 3)
    assert "De dag waarop het portfolio is ingediend." in shown
    assert "2026-09-15" in shown


def test_a_misspelt_key_is_underlined_where_it_stands(editor: Editor, dossier: Path) -> None:
    file, text, lines = changed(dossier, "misspelt", "submitted:", "submited:")
    problems = [each for each in editor.open(file, text) if "submited" in str(each["message"])]
    line = lines.index("submited: 2026-09-15")
    assert [each["range"] for each in problems] == [
        {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 8}}
    ]


@pytest.mark.parametrize("kind", ["programme", "rubric", "assessment"])
def test_every_kind_of_file_is_known(editor: Editor, tmp_path: Path, kind: str) -> None:
    """Each names its own schema; of an assessment only the levels are still to be filled in."""
    place = {"programme": "p/programme.yml", "rubric": "r.yml", "assessment": "assessments/A-07.yml"}[kind]
    wanted = {"programme": ("p",), "rubric": ("r",), "assessment": ("examples/de-wit", "--assessor", "A-07")}[kind]
    file = tmp_path / place
    made = evc("new", kind, *wanted, "--out", file)
    assert made.returncode == 0, made.stderr
    assert evc("schema", "--write", tmp_path / "schemas").returncode == 0
    assert evc("schema", "--write", file.parent / "schemas").returncode == 0
    text = file.read_text("utf-8")
    said = editor.open(file, text)
    assert {text.split("\n")[each["range"]["start"]["line"]].strip() for each in said} <= {"level:"}
    assert bool(said) is (kind == "assessment")
    assert "bestand" in editor.hover(file, text[: text.index("format:")].count("\n"), 2)
