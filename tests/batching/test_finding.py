"""Which folders are dossiers, in which order, and which are never looked into."""

import os
import sys
from pathlib import Path

import pytest

from evc.batching.finding import NoDossiersError, OutInDossierError, find_dossiers, in_path_order

HOSTILE = ["-rf", "a\nb", "café", "cafe\u0301", "{0}%s$HOME", "x" * 250, "CON", "con", " ", "a~2", "\u202egnp", "<b>"]


def dossier(folder: Path, name: str = "portfolio.yml") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).touch()


def found(root: Path, out: Path | None = None) -> list[str]:
    return list(find_dossiers(root, out or root.parent / "out").paths)


def test_in_order_of_the_parts_of_their_paths(tmp_path: Path) -> None:
    for name in ("b/2", "b/10", "a-b", "a/x", "B"):
        dossier(tmp_path / "pile" / name)
    assert found(tmp_path / "pile") == ["B", "a/x", "a-b", "b/10", "b/2"]
    assert sorted(found(tmp_path / "pile"), key=in_path_order) == found(tmp_path / "pile")


def test_a_portfolio_is_a_yaml_file_of_that_name_in_any_case_of_its_suffix(tmp_path: Path) -> None:
    for number, name in enumerate(("portfolio.yml", "portfolio.YAML", "portfolio.txt", "Portfolio.yml", "x.yml")):
        dossier(tmp_path / "pile" / str(number), name)
    assert found(tmp_path / "pile") == ["0", "1"]


def test_not_inside_a_dossier_a_hidden_or_linked_folder_or_out(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    for name in ("a", "a/inside", ".hidden/b", "out/c", "d/out/e"):
        dossier(pile / name)
    dossier(tmp_path / "elsewhere" / "f")
    (pile / "link").symlink_to(tmp_path / "elsewhere")
    assert found(pile, pile / "out") == ["a", "d/out/e"]
    (tmp_path / "to-out").symlink_to(pile / "out")
    assert found(pile, tmp_path / "to-out") == ["a", "d/out/e"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    dossier(tmp_path / "pile" / "a")
    (tmp_path / "pile" / "b").mkdir()
    (tmp_path / "pile" / "b" / "again").symlink_to(tmp_path / "pile")
    assert found(tmp_path / "pile") == ["a"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names, or change them")
def test_hostile_names(tmp_path: Path) -> None:
    for name in HOSTILE:
        dossier(tmp_path / "pile" / name)
    dossier(Path(os.fsdecode(os.fsencode(tmp_path) + b"/pile/\xff\xfe")))
    assert len(found(tmp_path / "pile")) == len(HOSTILE) + 1


def test_the_folder_itself_may_be_the_dossier(tmp_path: Path) -> None:
    dossier(tmp_path / "pile")
    assert found(tmp_path / "pile") == ["."]


def test_no_dossiers(tmp_path: Path) -> None:
    with pytest.raises(NoDossiersError):
        found(tmp_path)


@pytest.mark.parametrize("out", ["pile", "pile/a", "pile/a/out", "pile/a/b/c"])
def test_advice_is_not_written_into_a_dossier(tmp_path: Path, out: str) -> None:
    dossier(tmp_path / "pile" / "a")
    with pytest.raises(OutInDossierError):
        found(tmp_path / "pile", tmp_path / out)
