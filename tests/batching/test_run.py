"""A whole batch in this process: whatever happened before, it ends as a run that began with nothing would."""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evc.batching.desk import NotWrittenError
from evc.batching.finding import in_path_order
from evc.batching.lock import Lock
from evc.batching.results import read_results
from evc.batching.run import Batch, run_batch
from evc.batching.summary import Summary
from evc.batching.tally import Tally

ROOT = Path(__file__).parents[2]
NAMES = ("bakker", "de-wit", "jansen-na-gesprek", "vol-fouten")
YEARS = 10**17


class Nobody:
    """Looks on without a word."""

    def begin(self, total: int) -> None:
        """Nothing."""

    def seen(self, tally: Tally) -> None:
        """Nothing."""

    def tick(self) -> None:
        """Nothing."""


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Four dossiers, one of them full of errors; and the rubrics above them."""
    for name in NAMES:
        shutil.copytree(ROOT / "examples" / name, tmp_path / "pile" / name)
    shutil.copytree(ROOT / "rubrics", tmp_path / "rubrics")
    return tmp_path / "pile"


@pytest.fixture(params=["just written", "written years ago"])
def age(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the dossiers were written, as the run sees it: what is new cannot be trusted by its times alone."""
    if request.param == "written years ago":
        now = Lock.now
        monkeypatch.setattr(Lock, "now", lambda lock: now(lock) + YEARS)


def run(pile: Path, out: Path, **more: object) -> Summary:
    asked: dict[str, object] = {"reports": (".json",), "jobs": 2, "language": None}
    return run_batch(Batch(pile, out, **(asked | more)), Nobody())  # type: ignore[arg-type]


def written(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and ".evc-cache" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def same_candidate_before(pile: Path) -> None:
    shutil.copytree(pile / "bakker", pile / "aaa")


def break_form(pile: Path) -> None:
    replaced(pile / "bakker" / "portfolio.yml", "programme: leraar-po", "programme: leraar-pa")


def mend(pile: Path) -> None:
    shutil.copytree(pile / "bakker", pile / "vol-fouten", dirs_exist_ok=True)
    shutil.rmtree(pile / "vol-fouten" / "assessments")


def other_candidate(pile: Path) -> None:
    shutil.rmtree(pile / "de-wit" / "assessments", ignore_errors=True)
    replaced(pile / "de-wit" / "portfolio.yml", "K-2026-052", "K-2026-999")


def racy(pile: Path) -> None:
    """Another content of the same size, with the times of the old one as far as they can be set."""
    path = pile / "bakker" / "portfolio.yml"
    before = path.stat()
    replaced(path, "K-2026-063", "K-2026-064")
    for assessment in (pile / "bakker" / "assessments").iterdir():
        replaced(assessment, "K-2026-063", "K-2026-064")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def touch(pile: Path) -> None:
    for path in pile.rglob("*"):
        os.utime(path)


def nearer_rubrics(pile: Path) -> None:
    shutil.copytree(pile.parent / "rubrics", pile / "rubrics", ignore=shutil.ignore_patterns("cases"))
    replaced(pile / "rubrics" / "leraar-po" / "programme.yml", "pass: voldoende", "pass: goed")


CHANGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "nothing": (lambda pile: pile, 0),
    "every time": (touch, 0),
    "a candidate's second dossier, before the first": (same_candidate_before, 2),
    "form broken": (break_form, 1),
    "form mended": (mend, 1),
    "another candidate": (other_candidate, 1),
    "the same size at the same time": (racy, 1),
    "a dossier gone": (lambda pile: shutil.rmtree(pile / "bakker"), 0),
    "evidence gone": (lambda pile: shutil.rmtree(pile / "bakker" / "bewijs"), 1),
    "rubrics nearer by": (nearer_rubrics, 4),
}


@pytest.mark.usefixtures("age")
@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_all_is_as_if_it_had_always_been_so(pile: Path, tmp_path: Path, change: str) -> None:
    make, new = CHANGES[change]
    out = tmp_path / "out"
    run(pile, out)
    make(pile)
    summary = run(pile, out)
    assert summary.new == new
    run(pile, tmp_path / "fresh")
    left = {path for path in written(out) if path.startswith("K-2026-063/")} if change == "a dossier gone" else set()
    assert {path: data for path, data in written(out).items() if path not in left} == written(tmp_path / "fresh")
    assert summary.left_count == (change == "a dossier gone")
    again = run(pile, out)
    assert (again.new, again.left_count) == (0, 0)


def test_an_advice_that_holds_no_more_is_taken_away(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pile, out)
    assert (out / "K-2026-063" / "advice.json").exists()
    break_form(pile)
    run(pile, out)
    assert not (out / "K-2026-063").exists()


def test_a_report_that_is_not_asked_for_any_more_is_taken_away(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pile, out, reports=(".html", ".json"))
    assert (out / "K-2026-063" / "advice.html").exists()
    (out / "K-2026-063" / "notes.txt").touch()
    replaced(pile / "bakker" / "portfolio.yml", "submitted: 2026-10-19", "submitted: 2026-10-18")
    run(pile, out)
    assert sorted(path.name for path in (out / "K-2026-063").iterdir()) == ["advice.json", "notes.txt"]
    assert not list(out.rglob("advice.html"))


def test_a_dossier_under_another_path_leaves_nothing_behind(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pile, out)
    (pile / "bakker").rename(pile / "zwart")
    summary = run(pile, out)
    assert (summary.new, summary.left, summary.left_count) == (1, (), 0)
    assert [row.path for row in read_results(out / "results.jsonl")][-1] == "zwart"


def test_other_options_do_all_again(pile: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(pile, out)
    assert run(pile, out, language="en").new == len(NAMES)
    assert run(pile, out, language="en").new == 0
    assert run(pile, out, language="en", fresh=True).new == len(NAMES)


BAD_IDS = (
    "../up",
    "..",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "a\nb",
    "x" * 300,
    "nul",
    "COM1.txt",
    "a.",
    "a~2",
    "-rf",
    "\u202e",
)
OWN_NAMES = ("results.jsonl", "INDEX.html")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names, or change them")
def test_hostile_names_reach_no_other_place(pile: Path, tmp_path: Path) -> None:
    for name in ("a\nb", "\u202egnp", "x" * 250, "CON", os.fsdecode(b"\xff")):
        shutil.copytree(pile / "bakker", pile / "deeper" / name)
    for hostile in OWN_NAMES:
        shutil.copytree(pile / "bakker" / "bewijs", pile / hostile / "bewijs")
        text = (pile / "bakker" / "portfolio.yml").read_text("utf-8").replace("K-2026-063", hostile)
        (pile / hostile / "portfolio.yml").write_text(text, "utf-8")
    for number, bad in enumerate(BAD_IDS):
        (pile / f"id-{number}").mkdir()
        (pile / f"id-{number}" / "portfolio.yml").write_text(text.replace(hostile, json.dumps(bad)), "utf-8")
    out = tmp_path / "in" / "out"
    summary = run(pile, out)
    assert summary.together.dossiers == len(NAMES) + 7 + len(BAD_IDS)
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"out"}
    folders = sorted(path.name for path in out.iterdir() if path.is_dir() and path.name != ".evc-cache")
    assert "results.jsonl~2" in folders
    assert "INDEX.html~2" in folders
    assert {name.partition("~")[0] for name in folders} == {"K-2026-047", "K-2026-052", "K-2026-063", *OWN_NAMES}
    rows = {row.path: row for row in read_results(out / "results.jsonl")}
    assert {rows[f"id-{number}"].state for number in range(len(BAD_IDS))} == {"errors"}
    assert {rows[f"id-{number}"].folder for number in range(len(BAD_IDS))} == {None}
    lines = (out / "results.jsonl").read_text("utf-8").split("\n")
    assert len(lines) - 1 == summary.together.dossiers
    paths = [row.path for row in read_results(out / "results.jsonl")]
    assert paths == sorted(paths, key=lambda path: in_path_order(path.replace(r"\xff", "\uffff")))
    assert {"deeper/CON", "deeper/a\nb", r"deeper/\xff"} <= set(paths)


def test_results_hold_what_was_found(pile: Path, tmp_path: Path) -> None:
    run(pile, tmp_path / "out")
    rows = {row.path: row for row in read_results(tmp_path / "out" / "results.jsonl")}
    assert list(rows) == sorted(NAMES)
    faulty, good = rows["vol-fouten"], rows["bakker"]
    assert (faulty.state, faulty.folder, faulty.advice) == ("errors", None, None)
    assert faulty.problems[0].file.startswith("vol-fouten/")
    assert good.advice is not None
    assert good.advice.units[0].outcomes[0].label


def test_the_results_do_not_tell_where_they_were_made(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(pile, tmp_path / "one")
    monkeypatch.chdir(pile)
    run(Path(), tmp_path / "two")
    monkeypatch.chdir(pile / "bakker")
    run(Path(".."), tmp_path / "three")
    assert written(tmp_path / "one") == written(tmp_path / "two") == written(tmp_path / "three")


def test_a_dossier_brings_no_rules(pile: Path, tmp_path: Path) -> None:
    run(pile, tmp_path / "one")
    shutil.copytree(tmp_path / "rubrics", pile / "bakker" / "rubrics")
    replaced(pile / "bakker" / "rubrics" / "leraar-po" / "programme.yml", "pass: voldoende", "pass: goed")
    run(pile, tmp_path / "two")
    assert written(tmp_path / "one") == written(tmp_path / "two")


@pytest.fixture
def in_the_way(tmp_path: Path) -> Iterator[Path]:
    """An output folder in which one advice cannot be written."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "K-2026-052").touch()
    return out


def test_what_is_done_before_an_advice_that_cannot_be_written_is_kept(pile: Path, in_the_way: Path) -> None:
    with pytest.raises(NotWrittenError) as raised:
        run(pile, in_the_way)
    assert raised.value.file.endswith("K-2026-052")
    assert (in_the_way / "K-2026-063" / "advice.json").exists()
    assert not list(in_the_way.rglob(".evc-cache/new/*"))
    (in_the_way / "K-2026-052").unlink()
    assert run(pile, in_the_way).unchanged == 1
