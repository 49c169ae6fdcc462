"""House styles as a user has them: made, checked, used for one advice and for many, and wrong in every way."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from tests.outside.program import ROOT, evc

VERHAGE = ROOT / "examples" / "verhage"
PART = "parts/request.html.j2"
HOUSE = ROOT / "docs" / "house" / "hogeschool-voorbeeld"


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return made(tmp_path / "huisstijl", {"theme.yml": "format: evc/theme@1\ninstitution: Hogeschool <Voorbeeld>\n"})


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_new_house_is_right_and_changes_nothing_yet(tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "huisstijl"
    ran = evc("new", "template", folder, "--lang", lang)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert (folder / "theme.yml").read_text("utf-8").startswith("# yaml-language-server: $schema=schemas/theme.schema")
    assert (folder / "parts" / "signatures.html.j2").exists()
    assert evc("template", "check", folder).returncode == 0
    assert evc("check", folder).returncode == 0
    plain, dressed = tmp_path / "a.html", tmp_path / "b.html"
    (folder / "theme.yml").unlink()
    evc("assess", VERHAGE, "--report", plain)
    assert evc("assess", VERHAGE, "--report", dressed, "--template", folder).returncode == 0
    assert dressed.read_bytes() == plain.read_bytes()


def test_only_what_was_asked_for_is_made_and_nothing_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "huisstijl"
    assert evc("new", "template", folder, "--file", PART).returncode == 0
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["request.html.j2"]
    again = evc("new", "template", folder)
    assert again.returncode == 2
    assert not (folder / "theme.yml").exists()
    near = evc("new", "template", folder, "--file", "parts/signature.html.j2")
    assert near.returncode == 2
    assert "parts/signatures.html.j2" in near.stderr


def test_an_advice_in_house_style(tmp_path: Path, house: Path) -> None:
    report = tmp_path / "advies.html"
    assert evc("assess", VERHAGE, "--report", report, "--template", house).returncode == 0
    assert "Hogeschool &lt;Voorbeeld&gt;" in report.read_text("utf-8")


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ('template = "huisstijl"', "evc.toml"),
        ('[tool.evc]\ntemplate = {folder = "huisstijl", seconds = 5}', "pyproject.toml"),
    ],
)
def test_the_house_of_the_settings(tmp_path: Path, house: Path, settings: str, name: str) -> None:
    made(tmp_path, {name: settings})
    below = tmp_path / "map"
    below.mkdir()
    assert evc("assess", VERHAGE, "--report", "a.html", cwd=below).returncode == 0
    assert "Hogeschool &lt;Voorbeeld&gt;" in (below / "a.html").read_text("utf-8")
    assert house.name == "huisstijl"


@pytest.mark.parametrize(
    "settings",
    [
        "template = 1",
        'template = ""',
        "template = {seconds = 1}",
        'template = {folder = "x", second = 1}',
        'template = {folder = "x", seconds = 0}',
        'template = {folder = "x", memory = "veel"}',
        'template = {folder = "x", memory = true}',
        'template = "er-is-niets"',
    ],
)
def test_settings_that_cannot_be(tmp_path: Path, settings: str) -> None:
    made(tmp_path, {"evc.toml": settings})
    ran = evc("assess", VERHAGE, "--report", "a.html", cwd=tmp_path)
    assert ran.returncode == 2
    assert not (tmp_path / "a.html").exists()
    assert "Traceback" not in ran.stderr


def test_the_language_of_the_house_comes_before_that_of_the_programme(tmp_path: Path) -> None:
    house = made(tmp_path / "h", {"theme.yml": "format: evc/theme@1\nlanguage: en\n"})
    for lang, expected in ((None, "en"), ("nl", "nl")):
        report = tmp_path / f"{lang}.html"
        asked = ("--lang", lang) if lang else ()
        assert evc("assess", VERHAGE, "--report", report, "--template", house, *asked).returncode == 0
        assert f'<html lang="{expected}">' in report.read_text("utf-8")


WRONG = [
    ({"theme.yml": "format: evc/theme@1\ncolour: {}\n"}, "theme.yml:2:1: EVC203"),
    ({"theme.yml": 'format: evc/theme@1\ncolours:\n  met: {light: "#eeeeee", dark: "#fff0f0"}\n'},
     "theme.yml:3:16: EVC916"),
    ({"theme.yml": "format: evc/theme@1\nlogo: {file: logo.svg}\n"}, "theme.yml:2:14: EVC918"),
    ({"parts/handtekening.html.j2": "x"}, "parts/handtekening.html.j2:1:1: EVC917"),
    ({PART: "<p>\n{{ v.title|safe }}"}, f"{PART}:2:12: EVC913"),
    ({PART: "<script></script>"}, f"{PART}:1:2: EVC914"),
    ({PART: "\n\n{% if %}"}, f"{PART}:3:1: EVC911"),
    ({PART: "<p>\n  {{ v.nergens.x }}"}, f"{PART}:2:3: EVC911"),
    ({PART: "{{ ''.__class__ }}"}, f"{PART}:1:1: EVC911"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "said"), WRONG)
@pytest.mark.parametrize("command", ["assess", "batch", "check"])
def test_what_is_wrong_is_said_at_its_place(tmp_path: Path, command: str, files: dict[str, str], said: str) -> None:
    """Templates are usage: 2. Only `template check`, which was asked for it, ends with 1."""
    house = made(tmp_path / "h", files)
    if command == "check":
        ran = evc("template", "check", "h", cwd=tmp_path)
    elif command == "assess":
        ran = evc("assess", VERHAGE, "--report", "a.html", "--template", "h", cwd=tmp_path)
    else:
        shutil.copytree(VERHAGE, tmp_path / "pile" / "verhage")
        ran = evc("batch", "pile", "--out", "uit", "--template", "h", "--rubrics", ROOT / "rubrics", cwd=tmp_path)
    assert ran.returncode == (1 if command == "check" else 2)
    assert f"h/{said}" in (ran.stdout if command == "check" else ran.stderr)
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "a.html").exists()
    assert house.exists()


def test_the_check_names_what_was_left_out_as_data(tmp_path: Path) -> None:
    house = made(tmp_path / "h", {"parts/page_one.html.j2": "<h1>{{ v.page_one.headline }}</h1>"})
    ran = evc("template", "check", house, "--format", "json")
    found = json.loads(ran.stdout)["diagnostics"]
    assert ran.returncode == 1
    assert {each["code"] for each in found} == {"EVC915"}
    assert {each["data"]["kind"] for each in found} == {"unit", "reason"}


def test_the_check_takes_dossiers_of_ones_own(tmp_path: Path) -> None:
    source = "{% if v.title is string and 'K-2026-014' in v.title %}{{ v.nergens.x }}{% endif %}"
    house = made(tmp_path / "h", {PART: source + '<p>{{ v.request|join(" ") }}</p>'})
    assert evc("template", "check", house).returncode == 0
    assert evc("template", "check", house, VERHAGE).returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory")
def test_a_template_that_asks_too_much_is_stopped(tmp_path: Path) -> None:
    house = made(tmp_path / "h", {PART: "\n{{ 'a' * 10**9 }}"})
    ran = evc("assess", VERHAGE, "--report", tmp_path / "a.html", "--template", house)
    assert ran.returncode == 2
    assert f"{PART}:2:1: EVC912" in ran.stderr


def test_a_template_needs_a_report() -> None:
    assert evc("assess", VERHAGE, "--template", HOUSE).returncode == 2


def test_a_batch_in_house_style_and_again_when_it_changes(tmp_path: Path, house: Path) -> None:
    for name in ("verhage", "de-wit"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / "pile" / name)
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics")
    made(house, {PART: '<p>Eerste {{ v.request|join(" ") }}</p>'})

    def batch() -> dict[str, tuple[str, int]]:
        """The advice of each, and which file of the disk it is: one that is written again is another."""
        asked = ("--template", "huisstijl", "--jobs", "2", "--lang", "nl")
        ran = evc("batch", "pile", "--out", "uit", *asked, cwd=tmp_path)
        assert ran.returncode == 0, ran.stderr
        pages = tmp_path.glob("uit/*/advice.html")
        return {page.parent.name: (page.read_text("utf-8"), page.stat().st_mtime_ns) for page in pages}

    first = batch()
    assert len(first) == 2
    assert all("<p>Eerste " in page and 'id="evc-seal"' in page for page, _ in first.values())
    assert batch() == first
    made(house, {PART: '<p>Tweede {{ v.request|join(" ") }}</p>'})
    changed = batch()
    assert changed.keys() == first.keys()
    assert all("<p>Tweede " in page for page, _ in changed.values())


def test_a_template_that_fails_on_one_dossier_stops_the_batch_and_keeps_what_was_done(tmp_path: Path) -> None:
    for name in ("bakker", "verhage"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / "pile" / name)
    made(tmp_path / "h", {PART: "\n{% if 'K-2026-014' in v.title %}{{ v.nergens.x }}{% endif %}"})
    ran = evc(
        "batch", "pile", "--out", "uit", "--template", "h", "--jobs", "1", "--rubrics", ROOT / "rubrics", cwd=tmp_path
    )
    assert ran.returncode == 2
    assert f"h/{PART}:2:1: EVC911" in ran.stderr


def test_the_example_in_the_documentation_is_right(tmp_path: Path) -> None:
    assert evc("template", "check", HOUSE).returncode == 0
    report = tmp_path / "a.html"
    assert evc("assess", VERHAGE, "--report", report, "--template", HOUSE).returncode == 0
    assert "Hogeschool Voorbeeld" in report.read_text("utf-8")
