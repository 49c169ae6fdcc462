"""An overview of which most was told before is, byte for byte, the one that is told from nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batching.overview.rows import EVERY, Raw, again, died, faulty, files, overview, ready, talk, unrated

from evc.batching.cache import TOLD, Cache
from evc.batching.overview.kept import Kept

MANY = [ready(1), talk(2), unrated(3), faulty(4), ready(5), talk(6), died(7), ready(8)]


def kept(out: Path) -> Path:
    return out / ".evc-cache" / TOLD


def made_anew(rows: list[Raw], out: Path, code: str = "nl") -> dict[str, bytes]:
    overview(rows, out, code)
    return files(out)


@pytest.mark.parametrize(
    "later",
    [
        MANY[1:],
        MANY[:-1],
        MANY[:2] + MANY[5:],
        [ready(0), *MANY],
        [*MANY[:4], talk(40), *MANY[4:]],
        [*MANY[:4], talk(5), *MANY[5:]],
        list(reversed(MANY)),
        [MANY[0]] * 3,
        [faulty(4)],
        [unrated(1), talk(1), *MANY],
    ],
)
def test_rows_that_come_go_change_or_move_give_the_overview_of_those_that_are_there(
    tmp_path: Path, later: list[Raw]
) -> None:
    overview(MANY, tmp_path / "twice")
    assert made_anew(later, tmp_path / "twice") == made_anew(later, tmp_path / "once")


def test_the_same_rows_in_another_language_are_told_anew(tmp_path: Path) -> None:
    overview(MANY, tmp_path / "twice", "nl")
    assert made_anew(MANY, tmp_path / "twice", "en") == made_anew(MANY, tmp_path / "once", "en")


def _torn(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _changed(data: bytes) -> bytes:
    first, rest = data.split(b"\n", 1)
    return first + b"\n" + rest.replace(b"K-0001", b"K-9999")


def _of_another_make(data: bytes) -> bytes:
    return b"[0]\n" + data.split(b"\n", 1)[1].replace(b"K-0001", b"K-9999")


@pytest.mark.parametrize("harm", [_torn, _changed, _of_another_make, lambda _: b"", lambda _: b"\xff\n\xfe" * 100])
def test_what_is_kept_may_be_harmed_or_gone(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    overview(EVERY, tmp_path)
    whole = files(tmp_path)
    kept(tmp_path).write_bytes(harm(kept(tmp_path).read_bytes()))
    (tmp_path / "index.html").unlink()
    again(tmp_path)
    assert files(tmp_path) == whole
    kept(tmp_path).unlink()
    (tmp_path / "index.html").unlink()
    again(tmp_path)
    assert files(tmp_path) == whole


def test_a_piece_is_found_again_behind_others_that_are_gone_and_only_once(tmp_path: Path) -> None:
    overview([ready(1), talk(2), ready(3)], tmp_path)
    make = kept(tmp_path).read_bytes().split(b"\n", 1)[0].decode()
    rows = (tmp_path / "results.jsonl").read_bytes().splitlines(keepends=True)
    with (tmp_path / "new").open("wb") as stream:
        known = Kept(kept(tmp_path), make, stream)
        assert known.find(b"{}\n") is None
        found = known.find(rows[1])
        assert found is not None
        assert "K-0002" in found.line
        assert known.find(rows[0]) is None
        assert known.find(rows[2]) is not None
    assert len((tmp_path / "new").read_bytes().splitlines()) == 3


def test_afresh_nothing_is_kept(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    Cache(tmp_path / ".evc-cache", "[]").forget()
    assert not kept(tmp_path).exists()
