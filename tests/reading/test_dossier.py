"""A dossier as files: a folder or its portfolio, one assessment an assessor, and nothing lost unseen (DESIGN §3)."""

import os
import signal
from hashlib import sha256
from pathlib import Path

import pytest
from tests.reading.form.files import found, put, read, write, yaml

from evc.assessing import assess
from evc.model.source import InputFile
from evc.reading.dossier import read_dossier
from evc.reading.library import Library

PORTFOLIO, ASSESSMENTS = "dossier/portfolio.yml", "dossier/assessments"


@pytest.fixture(autouse=True)
def at_once():
    """Nothing here may wait: reading a FIFO that nobody writes to would take for ever."""
    signal.alarm(20)
    yield
    signal.alarm(0)


def loaded(folder, path):
    return read_dossier(folder / path, Library(given=folder / "rubrics"))


def advice(of):
    return assess(of.value.programme, of.value.dossier)


def test_a_dossier_is_a_folder_or_its_portfolio(tmp_path):
    write(tmp_path, consensus="")
    whole, file = loaded(tmp_path, "dossier"), loaded(tmp_path, PORTFOLIO)
    assert whole.value.dossier == file.value.dossier
    assert advice(whole) == advice(file)
    assert whole.files == file.files


@pytest.mark.parametrize(
    ("working", "path"),
    [
        (".", "dossier"),
        ("dossier", "."),
        ("dossier", "portfolio.yml"),
        ("dossier/assessments", ".."),
        ("rubrics", "../dossier"),
    ],
)
def test_a_dossier_is_found_from_where_one_stands(tmp_path, monkeypatch, working, path):
    write(tmp_path, consensus="")
    whole = loaded(tmp_path, "dossier")
    monkeypatch.chdir(tmp_path / working)
    assert read_dossier(Path(path), Library(given=tmp_path / "rubrics")).value.dossier == whole.value.dossier
    assert read_dossier(Path(path), Library()).value.programme.found == "above"


@pytest.mark.parametrize("name", ["portfolio.yml", "portfolio.yaml", "portfolio.YML", "portfolio.Yaml"])
@pytest.mark.parametrize("path", ["dossier", "dossier/{}"])
def test_a_suffix_in_any_case(tmp_path, name, path):
    write(tmp_path)
    (tmp_path / PORTFOLIO).rename(tmp_path / "dossier" / name)
    assert loaded(tmp_path, path.format(name)).problems == ()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("dossier", "portfolio"),
        (PORTFOLIO, "portfolio"),
        ("dossier/portfolio.YAML", "portfolio"),
        ("dossier", "consensus"),
        (PORTFOLIO, "consensus"),
    ],
)
def test_two_files_for_one_name(tmp_path, path, kind):
    write(tmp_path, consensus="")
    put(tmp_path, f"dossier/{kind}.YAML", yaml(kind))
    result = loaded(tmp_path, path)
    assert [(each.code, each.data) for each in result.problems] == [("EVC321", {"name": kind, "other": f"{kind}.YAML"})]
    assert result.value is None


def test_a_portfolio_of_another_name_is_a_dossier_when_it_is_named(tmp_path):
    write(tmp_path)
    (tmp_path / PORTFOLIO).rename(tmp_path / "dossier/jansen.yml")
    result = loaded(tmp_path, "dossier/jansen.yml")
    assert [each.assessor.id for each in result.value.dossier.assessments] == ["A-1"]
    assert [each.path for each in result.value.dossier.inputs] == ["dossier/jansen.yml", "dossier/assessments/A-1.yml"]
    assert [each.code for each in loaded(tmp_path, "dossier").problems] == ["EVC117"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("nowhere", "nowhere"),
        ("dossier", PORTFOLIO),
        (PORTFOLIO, PORTFOLIO),
        ("dossier/other.yml", "dossier/other.yml"),
    ],
)
def test_there_is_no_portfolio(tmp_path, path, shown):
    write(tmp_path)
    (tmp_path / PORTFOLIO).unlink()
    (problem,) = loaded(tmp_path, path).problems
    assert (problem.code, problem.data) == ("EVC117", {"kind": "missing"})
    assert problem.file == (tmp_path / shown).as_posix()


def replaced(path, kind):
    """Put something that is no file in the place of a file."""
    path.unlink(missing_ok=True)
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "symlink":
            path.with_name("target").write_text("format: evc/portfolio@1")
            path.symlink_to("target")


@pytest.mark.parametrize("kind", ["fifo", "folder", "symlink"])
@pytest.mark.parametrize("path", [PORTFOLIO, "dossier/consensus.yml", f"{ASSESSMENTS}/A-1.yml"])
def test_a_file_of_a_dossier_is_a_regular_file(tmp_path, kind, path):
    write(tmp_path, consensus="")
    replaced(tmp_path / path, kind)
    if "assessments" in path:
        (tmp_path / ASSESSMENTS / "target").unlink(missing_ok=True)
    problems = loaded(tmp_path, "dossier").problems
    assert [(each.code, each.data["kind"]) for each in problems] == [("EVC117", kind)]


def test_the_dossier_folder_that_a_user_names_may_be_a_link(tmp_path):
    write(tmp_path)
    (tmp_path / "link").symlink_to("dossier")
    assert loaded(tmp_path, "link").problems == ()


@pytest.mark.parametrize(
    "name", [".hidden", ".A-2.yml", ".DS_Store", "~$A-2.yml", "~$x.docx", "Thumbs.db", "desktop.ini"]
)  # fmt: skip
@pytest.mark.parametrize("folder", [False, True])
def test_what_is_skipped_among_assessments(tmp_path, name, folder):
    write(tmp_path)
    put(tmp_path, f"{ASSESSMENTS}/{name}{'/A-2.yml' if folder else ''}", "not YAML: [")
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("A-2.txt", "not-yaml"),
        ("A-2", "not-yaml"),
        ("A-2.yml.bak", "not-yaml"),
        ("A-2.yml~", "not-yaml"),
        ("A-2.docx", "not-yaml"),
        ("thumbs.db", "not-yaml"),  # the names are exact
        ("~A-2.txt", "not-yaml"),
        ("old/A-2.yml", "folder"),
    ],
)
def test_what_is_foreign_among_assessments(tmp_path, name, kind):
    write(tmp_path)
    put(tmp_path, f"{ASSESSMENTS}/{name}", yaml("assessment", "assessor: {id: A-2}"))
    result = read(tmp_path)
    assert [(each.code, each.data["kind"]) for each in result.problems] == [("EVC322", kind)]
    assert result.value is None


@pytest.mark.parametrize("kind", ["fifo", "folder", "symlink"])
@pytest.mark.parametrize(("name", "code"), [("A-2.yml", "EVC117"), ("A-2", "EVC322")])
def test_no_link_fifo_or_folder_among_assessments(tmp_path, kind, name, code):
    write(tmp_path)
    path = tmp_path / ASSESSMENTS / name
    match kind:
        case "symlink":
            path.symlink_to("A-1.yml")
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
    assert [(each.code, each.data["kind"]) for each in read(tmp_path).problems] == [(code, kind)]


@pytest.mark.parametrize("kind", ["file", "fifo", "symlink"])
def test_assessments_stand_in_a_folder(tmp_path, kind):
    write(tmp_path)
    (tmp_path / ASSESSMENTS).rename(tmp_path / "elsewhere")
    match kind:
        case "file":
            put(tmp_path, ASSESSMENTS, "")
        case "fifo":
            os.mkfifo(tmp_path / ASSESSMENTS)
        case "symlink":
            (tmp_path / ASSESSMENTS).symlink_to("../elsewhere")
    assert found(tmp_path) == [("EVC322", ASSESSMENTS, ())]


def test_assessments_that_may_not_be_seen_are_not_passed_over(tmp_path):
    write(tmp_path)
    (tmp_path / ASSESSMENTS).chmod(0)
    if os.access(tmp_path / ASSESSMENTS, os.R_OK):
        pytest.skip("this user may read everything")
    assert found(tmp_path) == [("EVC117", ASSESSMENTS, ())]


@pytest.mark.parametrize("empty", [False, True])
def test_nobody_has_assessed_yet(tmp_path, empty):
    write(tmp_path)
    (tmp_path / ASSESSMENTS / "A-1.yml").unlink()
    if not empty:
        (tmp_path / ASSESSMENTS).rmdir()
    assert (found(tmp_path), read(tmp_path).value.dossier.assessments) == ([], ())


def test_one_name_stands_for_one_assessment(tmp_path):
    write(tmp_path)
    put(tmp_path, f"{ASSESSMENTS}/A-1.YAML", yaml("assessment", "assessor: {id: A-2}"))
    assert found(tmp_path) == [("EVC321", f"{ASSESSMENTS}/A-1.yml", ())]


def test_the_names_of_files_do_not_matter(tmp_path):
    write(tmp_path, programme="assessors: 2")
    put(tmp_path, f"{ASSESSMENTS}/A-2.yml", yaml("assessment", "assessor: {id: A-2}\nratings: {o: {A: low}}"))
    before = advice(read(tmp_path))
    for number, name in enumerate(["A-2.yml", "A-1.yml"]):
        (tmp_path / ASSESSMENTS / name).rename(tmp_path / ASSESSMENTS / f"{number}.YAML")
    after = advice(read(tmp_path))
    assert (before.units, before.assessors) == (after.units, after.assessors)


def test_what_else_stands_in_a_dossier_is_no_business_of_evc(tmp_path):
    write(tmp_path)
    put(tmp_path, "dossier/notes.yml", "not YAML: [")
    put(tmp_path, "dossier/Assessments/A-9.yml", "not YAML: [")
    put(tmp_path, "dossier/rubrics/p/programme.yml", "not YAML: [")
    assert found(tmp_path) == []


def hashed(path, data):
    return InputFile(path, sha256(data).hexdigest())


def test_every_file_that_was_used_is_named_with_its_hash_and_never_with_a_machines_path(tmp_path):
    items = [
        "{id: B1, type: other, title: B, issued: 2026-06-01, file: a/b.pdf, sha256: " + "A" * 64 + "}",
        "{id: B2, type: other, title: B, issued: 2026-06-01, file: a/c.pdf}",
        "{id: B3, type: other, title: B, issued: 2026-06-01}",
    ]
    put(tmp_path, "rubrics/general/o2.yaml", yaml("rubric", "id: o2"))
    write(
        tmp_path,
        programme="shared: [general]\nunits: [{id: U, title: U, credits: 60, outcomes: [o, o2]}]",
        portfolio=f"evidence: [{', '.join(items)}]\nclaims: [{{outcome: o, supports: {{A: [B1, B2, B3]}}}}]",
        consensus="",
    )
    put(tmp_path, "dossier/a/b.pdf", "text")
    result = read(tmp_path)
    files = {each.relative_to(tmp_path).as_posix(): each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    expected = [hashed(path, data) for path, data in files.items()]
    assert advice(result).provenance.inputs == tuple(
        sorted([*expected, InputFile("dossier/a/c.pdf", None)], key=lambda each: each.path)
    )
    assert result.value.dossier.portfolio_sha256 == sha256(files[PORTFOLIO]).hexdigest()
    assert (result.value.dossier.evidence[0].sha256, result.value.dossier.evidence[0].found.problem) == (
        "a" * 64,
        "file-mismatch",
    )


def test_the_bytes_of_every_yaml_file_are_there_to_point_into(tmp_path):
    write(tmp_path, consensus="assessors: [A-9]")
    result = read(tmp_path)
    assert result.value is None
    read_from = {each.as_posix(): each.read_bytes() for each in tmp_path.rglob("*.yml")}
    assert result.files == read_from
    (diagnostic,) = (each for each in result.diagnostics() if each.problem.code == "EVC316")
    line = read_from[diagnostic.problem.file].decode().splitlines()[diagnostic.spot.line - 1]
    assert line[diagnostic.spot.column - 1 : diagnostic.spot.end_column - 1] == "A-9"
