"""When the overview is written, when it is left alone, and what is never lost."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.batching.overview.rows import EVERY, again, files, overview, ready, talk, write

from evc.batching.desk import NotWrittenError
from evc.batching.overview import renewal
from evc.batching.overview.renewal import XLSX, best_of

ALL = ("index.html", "overview.xlsx", "overview.csv", "results.jsonl")


def times(out: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in out.iterdir() if path.is_file()}


def test_all_files_are_named_the_page_first(tmp_path: Path) -> None:
    assert overview(EVERY, tmp_path).files == ALL
    assert sorted(files(tmp_path)) == sorted(ALL)


def test_later_pages_are_named_too(tmp_path: Path) -> None:
    found = overview([ready(each) for each in range(1, 1002)], tmp_path).files
    assert found == ("index.html", "index-2.html", *ALL[1:])


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    before = times(tmp_path)
    assert again(tmp_path).files == ALL
    assert times(tmp_path) == before


def test_results_that_are_written_again_and_say_the_same_change_nothing(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    before = times(tmp_path)
    write(EVERY, tmp_path)
    assert again(tmp_path).files == ALL
    after = times(tmp_path)
    assert {name: after[name] for name in ALL[:3]} == {name: before[name] for name in ALL[:3]}


@pytest.mark.parametrize("name", ["index.html", "overview.csv"])
@pytest.mark.parametrize("gone", [True, False])
def test_a_file_that_was_touched_or_removed_is_written_again(tmp_path: Path, name: str, *, gone: bool) -> None:
    overview(EVERY, tmp_path)
    before = files(tmp_path)
    if gone:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(b"something else")
    again(tmp_path)
    assert files(tmp_path) == before


def test_other_results_and_another_language_are_written_anew(tmp_path: Path) -> None:
    overview([ready()], tmp_path)
    one = files(tmp_path)
    overview([ready(), talk()], tmp_path)
    two = files(tmp_path)
    again(tmp_path, "en")
    three = files(tmp_path)
    for name in ALL[:3]:
        assert len({one[name], two[name], three[name]}) == 3


def test_pages_of_an_earlier_larger_run_are_removed_and_nothing_else_is(tmp_path: Path) -> None:
    overview([ready(each) for each in range(1, 2002)], tmp_path)
    (tmp_path / "index-9.html").mkdir()
    (tmp_path / "index-oud.html").write_text("of a person")
    overview([ready()], tmp_path)
    assert sorted(path.name for path in tmp_path.glob("index*")) == ["index-9.html", "index-oud.html", "index.html"]


def test_a_workbook_that_somebody_worked_in_is_kept(tmp_path: Path) -> None:
    overview([ready()], tmp_path)
    book = load_workbook(tmp_path / XLSX)
    book.worksheets[0]["N2"] = "volgt"
    book.save(tmp_path / XLSX)
    worked_in = (tmp_path / XLSX).read_bytes()
    found = overview([ready(), talk()], tmp_path)
    assert found.kept == "overview~1.xlsx"
    assert (tmp_path / found.kept).read_bytes() == worked_in
    assert overview([ready()], tmp_path).kept is None
    assert (tmp_path / "overview~1.xlsx").read_bytes() == worked_in


def test_a_second_one_that_is_kept_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    for number in (1, 2):
        overview([ready(number)], tmp_path)
        (tmp_path / XLSX).write_bytes(b"worked in %d" % number)
    overview([ready(3)], tmp_path)
    assert [(tmp_path / f"overview~{number}.xlsx").read_bytes() for number in (1, 2)] == [
        b"worked in 1",
        b"worked in 2",
    ]


def test_a_workbook_of_which_nothing_is_known_is_kept(tmp_path: Path) -> None:
    overview([ready()], tmp_path)
    shutil.rmtree(tmp_path / ".evc-cache")
    assert overview([talk()], tmp_path).kept == "overview~1.xlsx"


def test_a_workbook_of_which_nothing_is_known_but_that_is_the_same_is_kept_once(tmp_path: Path) -> None:
    overview([ready()], tmp_path)
    shutil.rmtree(tmp_path / ".evc-cache")
    assert again(tmp_path).kept is None
    assert sorted(files(tmp_path)) == sorted(ALL)


def test_without_the_extra_all_else_is_written_and_no_old_workbook_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overview([ready()], tmp_path)
    monkeypatch.setattr(renewal, "find_spec", lambda _: None)
    found = overview([talk()], tmp_path)
    assert (found.missing, found.files) == ("xlsx", ("index.html", "overview.csv", "results.jsonl"))
    assert XLSX not in files(tmp_path)
    assert XLSX not in (tmp_path / "index.html").read_text("utf-8")


def test_what_cannot_be_written_says_so_and_leaves_the_rest_whole(tmp_path: Path) -> None:
    overview([ready()], tmp_path)
    before = (tmp_path / "index.html").read_bytes()
    (tmp_path / "overview.csv").unlink()
    (tmp_path / "overview.csv").mkdir()
    write([ready(), talk()], tmp_path)
    with pytest.raises(NotWrittenError):
        again(tmp_path)
    assert not list(tmp_path.rglob("*.tmp"))
    assert (tmp_path / "index.html").read_bytes() != b""
    (tmp_path / "overview.csv").rmdir()
    again(tmp_path)
    assert (tmp_path / "index.html").read_bytes() != before


@pytest.mark.parametrize(
    ("documents", "best"),
    [
        (("advice.html", "advice.json"), "advice.html"),
        (("advice.json", "advice.md"), "advice.md"),
        (("advice.json",), "advice.json"),
        (("candidate.html", "advice.html", "interview.html"), "advice.html"),
        (("candidate.html", "advice.json"), "advice.json"),
        (("advice.xlsx", "advice.json"), "advice.xlsx"),
        (("advice.new", "advice.json"), "advice.json"),
    ],
)
def test_a_row_leads_to_what_a_browser_shows(documents: tuple[str, ...], best: str) -> None:
    assert best_of(documents) == best
