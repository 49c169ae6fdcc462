"""Where a programme's rubrics are found, and each programme read once (DESIGN §5, *Rubrics*)."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evc.model.programme import Programme
from evc.model.value import value
from evc.reading.files import list_folder, named
from evc.reading.loaded import Loaded
from evc.reading.programme import read_programme

FOLDER = "rubrics"
PROGRAMME = "programme"


@value
class Shelf:
    """A folder with one folder a programme, and in one fixed word how it was found."""

    folder: Path
    found: str


@dataclass(slots=True)
class Library:
    """Finds and keeps programmes. `given` is `--rubrics`, `environment` is EVC_RUBRICS; then no other is tried."""

    given: Path | None = None
    environment: Path | None = None
    working: Path | None = None
    _read: dict[tuple[Path, str], Loaded[Programme]] = field(default_factory=dict)

    def find(self, programme: str, dossier: Path) -> Loaded[Programme] | None:
        """The programme with this id for a dossier in this folder; None when no shelf has it."""
        for shelf in self.shelves(dossier):
            key = (shelf.folder, programme)
            if key not in self._read and has_programme(shelf.folder, programme):
                self._read[key] = read_programme(shelf.folder / programme, found=shelf.found)
            if key in self._read:
                return self._read[key]
        return None

    def known(self, dossier: Path) -> list[str]:
        """The ids of all programmes that could have been found, for "did you mean"."""
        names = (
            name
            for shelf in self.shelves(dossier)
            for name in list_folder(shelf.folder)
            if has_programme(shelf.folder, name)
        )
        return list(dict.fromkeys(names))

    def shelves(self, dossier: Path) -> Iterator[Shelf]:
        """Where to look, in order: a candidate never brings the rules, so no shelf inside the dossier."""
        if self.given is not None:
            yield Shelf(self.given, "given")
        elif self.environment is not None:
            yield Shelf(self.environment, "environment")
        else:
            home = Path(os.path.abspath(dossier))  # noqa: PTH100 - without following links
            yield from (Shelf(_short(above / FOLDER), "above") for above in home.parents)
            start = self.working or Path.cwd()
            for folder in (start, *start.parents):
                if not _lies_in(folder, dossier):
                    yield Shelf(_short(folder / FOLDER), "working")
            yield Shelf(shipped(), "shipped")


def _lies_in(folder: Path, dossier: Path) -> bool:
    """Whether a folder is the dossier's or inside it, however either was reached."""
    real, home = Path(os.path.realpath(folder)), Path(os.path.realpath(dossier))
    return real == home or home in real.parents


def _short(path: Path) -> Path:
    """The path from the working folder where it lies below it, which is how a reader finds it back."""
    here = Path.cwd()
    return path.relative_to(here) if here in path.parents else path


def has_programme(shelf: Path, programme: str) -> bool:
    """Whether a shelf has a folder of that exact name with a programme file in it."""
    return bool(named(list_folder(shelf / programme), PROGRAMME)) if programme in list_folder(shelf) else False


def shipped() -> Path:
    """The rubrics that come with evc: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / FOLDER
    return inside if inside.is_dir() else package.parents[1] / FOLDER
