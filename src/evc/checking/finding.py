"""Where the dossiers are in a folder, in the order of their paths."""

import os
from collections.abc import Iterator
from pathlib import Path

from evc.reading.dossier_files import PORTFOLIO
from evc.reading.files import named


def dossier_folders(folder: Path, *, holding: str | None = None) -> Iterator[Path]:
    """Every dossier at or below a folder: not inside another dossier, and in no hidden or linked folder.

    With `holding` also a folder without a portfolio that has a file of that name: something is missing there.
    """
    for here, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        if named(names, PORTFOLIO) or (holding is not None and named(names, holding)):
            yield Path(here)
            below.clear()


def dossiers_in(path: Path) -> list[Path]:
    """The dossiers in a folder, or the one dossier that a file stands for."""
    return list(dossier_folders(path)) if path.is_dir() else [path]
