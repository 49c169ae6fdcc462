"""The records of earlier runs: whole or not there, in order, and read along with the dossiers."""

from pathlib import Path

import pytest

from evc.batching.cache import Beside, Cache, Record, opened, sealed
from evc.batching.finding import in_path_order
from evc.batching.tally import Tally
from evc.batching.work import Memo

OPTIONS = '["options"]'


def record(path: str, row: str = "{}") -> Record:
    memo = Memo(("portfolio.yml",), ("bewijs/a.pdf",), "stamp", "content", "leraar-po", "rules")
    return Record(path, memo, Tally("K-1", "K-1", "assessed", "Leraar", stand="open", awarded="30"), "1:2:3", row)


def kept(home: Path, *records: Record) -> Cache:
    """A cache that a run has left in full."""
    cache = Cache(home, OPTIONS)
    with cache.journal() as journal:
        for each in records:
            journal.add(each)
    cache.finish([each.path for each in records], home / "results.jsonl")
    return cache


@pytest.mark.parametrize("path", ["a", "a\nb", "a\tb", "\udcff", "é/\u202e", "x" * 400])
def test_a_record_comes_back_as_it_was(tmp_path: Path, path: str) -> None:
    assert list(kept(tmp_path, record(path, '{"path":"x"}')).records()) == [record(path, '{"path":"x"}')]


def test_a_line_that_is_not_whole_is_not_there(tmp_path: Path) -> None:
    cache = kept(tmp_path, record("a"), record("b"), record("c"))
    lines = (tmp_path / "dossiers").read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"leraar-po", b"leraar-vo")
    (tmp_path / "dossiers").write_bytes(b"".join(lines[:4])[:-9])
    assert [each.path for each in cache.records()] == ["a"]


def test_a_line_of_another_make_is_not_there(tmp_path: Path) -> None:
    cache = kept(tmp_path, record("a"))
    with (tmp_path / "dossiers").open("ab") as stream:
        stream.write(sealed('["b"]\t{}'))
    assert [each.path for each in cache.records()] == ["a"]


def test_other_options_have_no_records(tmp_path: Path) -> None:
    kept(tmp_path, record("a"))
    assert list(Cache(tmp_path, '["others"]').records()) == []
    assert Cache(tmp_path, '["others"]').made() == ""


def test_what_a_killed_run_had_done_is_taken_in(tmp_path: Path) -> None:
    cache = kept(tmp_path, record("a"), record("b", "old"), record("d"))
    with cache.journal() as journal:
        journal.add(record("b", "new"))
        journal.add(record("c"))
    with (tmp_path / "journal").open("ab") as stream:
        stream.write(record("e").as_line()[:-30])
    cache.settle()
    assert [(each.path, each.row) for each in cache.records()] == [("a", "{}"), ("b", "new"), ("c", "{}"), ("d", "{}")]
    assert not (tmp_path / "journal").exists()
    assert cache.made() == ""


def test_records_are_found_along_the_paths_and_the_others_are_left() -> None:
    paths = sorted(("a-b", "a/x", "B", "c", "d"), key=in_path_order)
    beside = Beside(iter([record("B"), record("a"), record("a/x"), record("d"), record("e")]))
    assert [path for path in paths if beside.find(path) is not None] == ["B", "a/x", "d"]
    beside.rest()
    assert beside.gone == 2


def test_a_seal() -> None:
    assert opened(sealed("text")) == "text"
    assert opened(sealed("text")[:-1]) is None
    assert opened(b"") is None
    assert opened(b"\n") is None
