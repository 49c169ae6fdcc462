"""Where rubrics are found: what is given, else above the dossier, upward from here, shipped (DESIGN §5, *Rubrics*)."""

import os
from pathlib import Path

import pytest
from tests.reading.form.files import write, yaml

from evc.reading.dossier import read_dossier
from evc.reading.library import Library, has_programme, shipped


def shelf(folder, *programmes):
    """A folder with these programmes."""
    for name in programmes:
        (folder / name).mkdir(parents=True)
        (folder / name / "programme.yml").write_text(yaml("programme", f"id: {name}"))
        (folder / name / "o.yml").write_text(yaml("rubric"))
    return folder


@pytest.fixture
def home(tmp_path):
    """A dossier in a school's folder, and a working folder elsewhere."""
    for name in ("school/class/dossier/sub", "work/desk", "given", "environment"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


SHELVES = {
    "given": "given",
    "environment": "environment",
    "near": "school/class/rubrics",
    "far": "school/rubrics",
    "desk": "work/desk/rubrics",
    "work": "work/rubrics",
    "own": "school/class/dossier/rubrics",
    "deep": "school/class/dossier/sub/rubrics",
}


@pytest.mark.parametrize(
    ("there", "options", "found"),
    [
        # the first that has it, in this order
        ("near far desk work", "", ("near", "above")),
        ("far desk work", "", ("far", "above")),
        ("desk work", "", ("desk", "working")),
        ("work", "", ("work", "working")),
        ("", "", None),
        # what is given or in the environment is the only one that is tried
        ("given environment near far desk", "given environment", ("given", "given")),
        ("given near", "given", ("given", "given")),
        ("environment near", "environment", ("environment", "environment")),
        ("environment near", "given environment", None),
        ("near far desk", "given", None),
        ("near far desk", "environment", None),
        # a candidate does not bring the rules
        ("own", "", None),
        ("deep", "", None),
        ("own far", "", ("far", "above")),
        ("own desk", "", ("desk", "working")),
    ],
)
def test_the_first_shelf_that_has_the_programme(home, there, options, found):
    for name in there.split():
        shelf(home / SHELVES[name], "q")
    library = Library(
        given=home / "given" if "given" in options else None,
        environment=home / "environment" if "environment" in options else None,
        working=home / "work/desk",
    )
    result = library.find("q", home / "school/class/dossier")
    assert (result and result.value.found) == (found and found[1])
    if found:
        assert any(Path(file).is_relative_to(home / SHELVES[found[0]]) for file in result.files)


@pytest.mark.parametrize("working", ["school/class/dossier", "school/class/dossier/sub", "school/class"])
@pytest.mark.parametrize("dossier", ["absolute", "relative"])
@pytest.mark.parametrize(
    ("there", "found"), [("own", None), ("deep", None), ("own near", "above"), ("own far", "above")]
)
def test_nor_when_one_works_inside_the_dossier(home, monkeypatch, working, dossier, there, found):
    for name in there.split():
        shelf(home / SHELVES[name], "q")
    monkeypatch.chdir(home / working)
    path = home / "school/class/dossier"
    result = Library().find("q", path if dossier == "absolute" else Path(os.path.relpath(path)))
    assert (result and result.value.found) == found


@pytest.mark.parametrize("working", ["school/class/dossier", "link"])
def test_nor_when_the_dossier_is_reached_by_a_link(home, monkeypatch, working):
    shelf(home / SHELVES["own"], "q")
    (home / "link").symlink_to("school/class/dossier")
    monkeypatch.chdir(home / working)
    assert Library().find("q", home / "link") is None


def test_the_shipped_rubrics_come_last(home):
    found = [each.found for each in Library(working=home / "work").shelves(home / "school/class/dossier")]
    assert list(dict.fromkeys(found)) == ["above", "working", "shipped"]
    (last,) = (each for each in Library().shelves(home) if each.found == "shipped")
    assert last.folder == shipped()
    assert Library(working=home).find("leraar-po", home / "school/class/dossier").value.found == "shipped"


def test_a_dossier_in_the_folder_it_is_named_in_uses_the_rubrics_beside_it(tmp_path):
    write(tmp_path)
    whole, file = (read_dossier(tmp_path / path, Library()) for path in ("dossier", "dossier/portfolio.yml"))
    assert whole.value.programme.found == file.value.programme.found == "above"


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("q", True),
        ("Q", False),
        ("r", False),
        ("file", False),
        ("", False),
        (".", False),
        ("..", False),
        ("q/../q", False),
    ],
)
def test_a_programme_is_a_folder_of_that_exact_name_with_a_programme_in_it(tmp_path, name, has):
    shelf(tmp_path, "q")
    (tmp_path / "r").mkdir()
    (tmp_path / "file").touch()
    assert has_programme(tmp_path, name) is has


def test_the_programmes_that_could_have_been_found(home):
    shelf(home / SHELVES["near"], "b", "a")
    shelf(home / SHELVES["desk"], "c", "a")
    (home / SHELVES["near"] / "general").mkdir()
    known = Library(working=home / "work/desk").known(home / "school/class/dossier")
    assert known[:3] == ["a", "b", "c"]
    assert "leraar-po" in known
    assert Library(given=home / SHELVES["desk"]).known(home) == ["a", "c"]
    assert Library(given=home / "nowhere").known(home) == []


def test_a_programme_is_read_once(home):
    shelf(home / "given", "q")
    library = Library(given=home / "given")
    assert library.find("q", home / "work") is library.find("q", home / "school")
