"""By which rules the dossiers of a batch are judged: where they are found, and a mark that changes when they do."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from evc.model.programme import Programme
from evc.reading.library import Library, Shelf
from evc.reading.loaded import Loaded


class BatchLibrary(Library):
    """Where the rubrics of a batch are found: in its folder or above it, never between it and a dossier (DESIGN §5)."""

    __slots__ = ("_batch", "_batch_really", "_found", "_inside", "_shared")

    def __init__(self, batch: Path, given: Path | None, environment: Path | None, working: Path) -> None:
        """The folder of the batch, and what a `Library` is given."""
        super().__init__(given, environment, working)
        self._batch = batch
        self._batch_really = os.path.realpath(batch)
        self._shared = tuple(super().shelves(batch / "dossier"))
        # Those that could be a dossier's own: none, where rubrics were named or lie elsewhere.
        places = {} if given or environment else {each: os.path.realpath(each.folder) for each in self._shared}
        self._inside = {
            shelf: place + os.sep
            for shelf, place in places.items()
            if place.startswith(self._batch_really) and os.path.isdir(place)  # noqa: PTH112 - a string already
        }
        self._found: dict[str, Loaded[Programme]] = {}

    def find(self, programme: str, dossier: Path) -> Loaded[Programme] | None:
        """The programme with this id; looked up once, where no dossier can bring its own."""
        known = self._found.get(programme)
        if known is not None:
            return known
        found = super().find(programme, dossier)
        if found is not None and not self._inside:
            self._found[programme] = found
        return found

    def shared(self, programme: str) -> Loaded[Programme] | None:
        """The same, for a programme that was found before and is the same for every dossier."""
        return self._found.get(programme)

    def shelves(self, dossier: Path) -> Iterator[Shelf]:
        """Where to look: the same for every dossier, but that none brings its own rules."""
        if not self._inside:
            return iter(self._shared)
        home = os.path.normpath(f"{self._batch_really}/{os.path.relpath(dossier, self._batch)}") + os.sep
        return (shelf for shelf in self._shared if not self._inside.get(shelf, "").startswith(home))


class Rules:
    """The marks of the programmes in a library; each is worked out once."""

    def __init__(self, library: BatchLibrary) -> None:
        """Remember where rubrics are found."""
        self._library = library
        self._marks: dict[int, tuple[Loaded[Programme], str]] = {}

    def mark(self, programme: str | None, dossier: str) -> str:
        """The mark of the rules that a dossier in this folder is judged by, when it names this programme.

        Where no such programme is found, it is marked which ones there are: they are named in what is said of it.
        """
        if programme is None:
            return ""
        loaded = self._library.shared(programme) or self._library.find(programme, Path(dossier))
        if loaded is None:
            return _digest(["none", *self._library.known(Path(dossier))])
        if id(loaded) not in self._marks:
            self._marks[id(loaded)] = (loaded, _mark(loaded))
        return self._marks[id(loaded)][1]


def _mark(loaded: Loaded[Programme]) -> str:
    if loaded.value is not None:
        return _digest([loaded.value.found, *(f"{each.path} {each.sha256}" for each in loaded.value.inputs)])
    files = (f"{Path(file).parts[-2:]} {hashlib.sha256(data).hexdigest()}" for file, data in loaded.files.items())
    problems = (f"{each.code} {Path(each.file).parts[-2:]} {each.at}" for each in loaded.problems)
    return _digest(["faulty", *sorted(files), *sorted(problems)])


def _digest(facts: list[str]) -> str:
    return hashlib.blake2b(json.dumps(facts).encode(), digest_size=12).hexdigest()
