"""Every folder of examples/, end to end: the advice beside it, or for one full of mistakes its diagnostics."""

import json
from pathlib import Path

import pytest

from evc.assessing import assess
from evc.checking import check_paths
from evc.language import language
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.diagnostics import render
from evc.reporting.json_ import advice_json

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent for path in (ROOT / "examples").glob("*/portfolio.yml"))
EXPECTED = ("advice.json", "diagnostics.json")


@pytest.fixture(autouse=True)
def _in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths in diagnostics are as a reader of the project would type them."""
    monkeypatch.chdir(ROOT)


def outcome(folder: Path) -> tuple[str, str]:
    """The expected file's name and content for one example."""
    given = folder.relative_to(ROOT)
    loaded = read_dossier(given, Library())
    if loaded.value is None:
        checked = check_paths([given], Library())
        document = json.loads(render("json", checked.diagnostics, checked.files, language("nl")))
        return "diagnostics.json", as_text(document)
    advice = assess(loaded.value.programme, loaded.value.dossier)
    return "advice.json", as_text(advice_json(advice, language(loaded.value.programme.language)))


def as_text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_example(folder: Path, update: bool) -> None:
    name, content = outcome(folder)
    if update:
        (folder / name).write_text(content, "utf-8")
    assert json.loads(content) == json.loads((folder / name).read_text("utf-8"))


def test_no_expected_file_without_an_example(clean: bool) -> None:
    wanted = {folder / outcome(folder)[0] for folder in FOLDERS}
    orphans = {path for name in EXPECTED for path in (ROOT / "examples").rglob(name)} - wanted
    if clean:
        for orphan in orphans:
            orphan.unlink()
        return
    assert not orphans


def test_order_of_files_keys_and_items_changes_no_verdict(tmp_path: Path) -> None:
    """Two assessors in the other order, under other file names, give the same advice but for its inputs."""
    source = ROOT / "examples" / "verhage"
    copy = tmp_path / "verhage"
    for path in source.rglob("*"):
        if path.is_file():
            target = copy / path.relative_to(source)
            if target.parent.name == "assessments":
                target = target.with_name(f"z-{9 - int(path.stem[-1])}.yml")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    library = Library(given=ROOT / "rubrics")
    documents = []
    for folder in (source, copy):
        read = read_dossier(folder, library).value
        assert read is not None
        document = advice_json(assess(read.programme, read.dossier), language("nl"))
        documents.append({key: value for key, value in document.items() if key != "provenance"})
    assert documents[0] == documents[1]
