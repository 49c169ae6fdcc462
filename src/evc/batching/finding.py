"""Which folders below a folder are dossiers: those with a portfolio in them (DESIGN §5, `batch`)."""

import os
from collections.abc import Sequence
from pathlib import Path

from evc.model.value import value
from evc.reading.dossier_files import PORTFOLIO
from evc.reading.files import list_folder, named, yaml_stem


class NoDossiersError(Exception):
    """The folder holds no dossier, so that there is nothing to do: most likely it is another folder that was meant."""


class OutInDossierError(Exception):
    """Advice would be written into a candidate's own dossier, or among the dossiers themselves."""


@value
class Found:
    """The dossiers by their path below the folder, ``/`` between the parts, and the folders that could not be read."""

    paths: Sequence[str]
    unreadable: Sequence[str]


def find_dossiers(folder: Path, out: Path) -> Found:
    """Every dossier, in the order of its path: part by part, by code point, so that no locale changes it.

    Not looked into are a dossier, a hidden or linked folder, and `out`. A dossier at the folder itself has the path
    ``.``. Raises `NoDossiersError` where there is none, `OutInDossierError` where `out` would end up in one.
    """
    root, away = Path(os.path.realpath(folder)), Path(os.path.realpath(out))
    _refuse_inside(root, away)
    paths: list[str] = []
    unreadable: list[str] = []
    ahead = [""]
    without = os.path.normcase(away.relative_to(root).as_posix()) if root in away.parents else None
    while ahead:
        here = ahead.pop()
        try:
            is_dossier, below = _look(f"{root}/{here}")
        except OSError:
            unreadable.append(here or ".")
            continue
        if is_dossier:
            paths.append(here or ".")
            continue
        deeper = (f"{here}/{name}" if here else name for name in sorted(below, reverse=True))
        ahead += [path for path in deeper if os.path.normcase(path) != without]
    if not paths and not unreadable:
        raise NoDossiersError
    return Found(paths, unreadable)


def in_path_order(path: str) -> tuple[str, ...]:
    """The key by which paths are in the order of `find_dossiers`."""
    return tuple(path.split("/"))


def _look(folder: str) -> tuple[bool, list[str]]:
    """Whether a folder is a dossier, and the names of the folders below that may hold some."""
    below = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if yaml_stem(entry.name) == PORTFOLIO:
                return True, []
            if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False) and not _is_junction(entry):
                below.append(entry.name)
    return False, below


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Whether it is Windows' other kind of link to a folder."""
    return os.name == "nt" and os.path.realpath(entry.path) != os.path.abspath(entry.path)  # noqa: PTH100 - unresolved


def _refuse_inside(root: Path, out: Path) -> None:
    if out == root or any(
        named(list_folder(place), PORTFOLIO)
        for place in (out, *out.parents)
        if place in {root, out} or root in place.parents
    ):
        raise OutInDossierError
