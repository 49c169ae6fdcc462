"""The YAML files of one dossier: the portfolio, one assessment an assessor, and perhaps a consensus (DESIGN §3)."""

import os
import stat
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from evc.diagnostics import Problem
from evc.model.value import value
from evc.reading.documents import Document, read_document
from evc.reading.files import display, kind_of, list_folder, named, yaml_stem

PORTFOLIO, ASSESSMENTS, CONSENSUS = "portfolio", "assessments", "consensus"
_ALIKE = 0.85
_SKIPPED_STARTS = (".", "~$")
_SKIPPED_NAMES = ("Thumbs.db", "desktop.ini")


@value
class DossierFiles:
    """What was read of a dossier; `complete` says that no assessment was left unread."""

    folder: Path
    portfolio: Document | None
    assessments: tuple[Document, ...]
    consensus: Document | None
    complete: bool

    def documents(self) -> Iterator[Document]:
        """Every file that was read."""
        yield from filter(None, (self.portfolio, *self.assessments, self.consensus))


def read_files(path: Path, *, portfolio_only: bool = False) -> tuple[DossierFiles, list[Problem]]:
    """Read every YAML file of a dossier, or the portfolio alone, with what is wrong with each file by itself."""
    folder = path if path.is_dir() else path.parent
    names = list_folder(folder)
    portfolio, problems = _portfolio(path, folder, names)
    if portfolio_only:
        own = list(portfolio.problems) if portfolio is not None else []
        return DossierFiles(folder, portfolio, (), None, complete=False), [*problems, *own]
    assessments, faults, complete = _assessments(folder)
    consensus, more = _one(folder, names, CONSENSUS, required=False)
    files = DossierFiles(folder, portfolio, assessments, consensus, complete)
    own = [problem for document in files.documents() for problem in document.problems]
    return files, [*problems, *own, *faults, *more, *_left_unread(folder, names)]


def _portfolio(path: Path, folder: Path, names: Sequence[str]) -> tuple[Document | None, list[Problem]]:
    """The portfolio of a folder; one of another name only where it is named itself."""
    if path == folder or yaml_stem(path.name) == PORTFOLIO:
        return _one(folder, names, PORTFOLIO, required=True)
    return read_document(path, PORTFOLIO), []


def _one(folder: Path, listed: Sequence[str], stem: str, *, required: bool) -> tuple[Document | None, list[Problem]]:
    """The one file of a name; two are an error, and none is one where it is required."""
    names = named(listed, stem)
    if len(names) > 1:
        return None, [Problem("EVC321", display(folder / names[1]), data={"name": stem, "other": names[0]})]
    if names:
        return read_document(folder / names[0], stem), []
    missing = Problem("EVC117", display(folder / f"{stem}.yml"), data={"kind": "missing"})
    return None, [missing] if required else []


def _assessments(folder: Path) -> tuple[tuple[Document, ...], list[Problem], bool]:
    """Every assessment; what is no readable YAML file there is an error, so that no rating is lost unseen."""
    home = folder / ASSESSMENTS
    try:
        mode = os.lstat(home).st_mode
    except OSError:
        return (), [], True
    if not stat.S_ISDIR(mode):
        kind = kind_of(os.lstat(home)) or "file"
        return (), [Problem("EVC322", display(home), data={"name": ASSESSMENTS, "kind": kind})], False
    try:
        names = sorted(os.listdir(home))
    except OSError:
        return (), [Problem("EVC117", display(home), data={"kind": "unreadable"})], False
    names = [name for name in names if not is_skipped(name)]
    foreign = [_foreign(home, name) for name in names if yaml_stem(name) is None]
    documents: list[Document] = []
    stems: dict[str, str] = {}
    twice: list[Problem] = []
    for name in names:
        stem = yaml_stem(name)
        if stem is None:
            continue
        if stem in stems:
            twice.append(Problem("EVC321", display(home / name), data={"name": stem, "other": stems[stem]}))
        else:
            stems[stem] = name
            documents.append(read_document(home / name, "assessment"))
    return tuple(documents), [*foreign, *twice], not foreign and not twice


def _left_unread(folder: Path, names: Sequence[str]) -> Iterator[Problem]:
    """What bears the name of assessments or a consensus with a slip in it, and so would count for nothing unseen."""
    for name in names:
        start = name[:3].casefold()
        if start == ASSESSMENTS[:3] and ASSESSMENTS not in names and (folder / name).is_dir():
            meant = ASSESSMENTS if _almost(name, ASSESSMENTS) else None
        elif start == CONSENSUS[:3] and not named(names, CONSENSUS) and (stem := yaml_stem(name)) is not None:
            meant = f"{CONSENSUS}{name[len(stem) :]}" if _almost(stem, CONSENSUS) else None
        else:
            continue
        if meant is not None:
            yield Problem("EVC347", display(folder / name), data={"name": name, "near": meant})


def _almost(name: str, meant: str) -> bool:
    """Whether a name is another but for capitals and a letter or two; of other words evc says nothing."""
    return SequenceMatcher(None, name.casefold(), meant).ratio() >= _ALIKE


def is_skipped(name: str) -> bool:
    """Whether an entry of the folder of assessments is what systems and editors leave there."""
    return name.startswith(_SKIPPED_STARTS) or name in _SKIPPED_NAMES


def _foreign(home: Path, name: str) -> Problem:
    try:
        kind = kind_of(os.lstat(home / name)) or "not-yaml"
    except OSError:
        kind = "not-yaml"
    return Problem("EVC322", display(home / name), data={"name": name, "kind": kind})
