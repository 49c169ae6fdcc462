"""What commands over many dossiers share: find them, read those that are right in form, say which are not."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evc.cli.console import UsageProblem
from evc.cli.reading import dossier_path, readable, show_problems

if TYPE_CHECKING:
    from evc.model.dossier import Dossier
    from evc.model.programme import Programme
    from evc.reading.library import Library


def found_dossiers(folder: Path) -> list[Path]:
    """The dossiers in a folder; raises UsageProblem when there are none."""
    from evc.checking.finding import dossiers_in

    readable(folder)
    found = dossiers_in(folder if folder.is_dir() else dossier_path(folder))
    if not found:
        raise UsageProblem("cli.no-dossiers", {"folder": folder})
    return found


class Judgeable:
    """The dossiers that are right in form, read one by one; `failed` counts the others, shown as they come."""

    def __init__(self, paths: list[Path], shelves: "Library", lang: str | None) -> None:
        """Nothing is read yet."""
        self._paths, self._shelves, self._lang = paths, shelves, lang
        self.failed = 0

    def __iter__(self) -> Iterator[tuple["Programme", "Dossier"]]:
        """Each dossier with its programme."""
        from evc.reading.dossier import read_dossier

        for path in self._paths:
            loaded = read_dossier(path, self._shelves)
            if loaded.value is None:
                self.failed += 1
                show_problems(loaded, self._lang)
            else:
                yield loaded.value.programme, loaded.value.dossier
