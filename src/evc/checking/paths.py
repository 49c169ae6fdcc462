"""What to check: dossiers and programmes, found in what a person names (DESIGN §5, `check`)."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evc.checking.dossiers import set_aside
from evc.diagnostics import Diagnostic, Problem, in_order
from evc.reading.documents import Document, parse_document, read_document, text
from evc.reading.dossier import read_dossier
from evc.reading.dossier_files import ASSESSMENTS, CONSENSUS, PORTFOLIO
from evc.reading.files import Refused, display, list_folder, named, read_file, unread, yaml_stem
from evc.reading.form.rubric import rubric_form
from evc.reading.library import Library
from evc.reading.locating import diagnose
from evc.reading.programme import PROGRAMME, read_programme

KINDS = ("programme", "rubric", "portfolio", "assessment", "consensus", "expected")
_FORMAT = re.compile(rb"evc/(" + b"|".join(kind.encode() for kind in KINDS) + rb")\b")


@dataclass(slots=True)
class Checked:
    """What was found, in order, and the bytes of every file that was read by its shown name."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, problems: Iterator[Problem] | tuple[Problem, ...], files: dict[str, bytes]) -> None:
        """Take in the problems of some files."""
        self.files |= files
        self.diagnostics += diagnose(list(problems), files.get)


def check_paths(paths: list[Path], library: Library) -> Checked:
    """Check everything that is named: a dossier or one file of it, a programme, a rubric, or a folder of any of these.

    In a folder, YAML that is not evc's is passed over; a file that is named must be evc's.
    """
    checked = Checked()
    done: set[Path] = set()
    for path in paths:
        for kind, place in _targets(path):
            real = Path(os.path.realpath(place))
            if real in done:
                continue
            done.add(real)
            _CHECKS[kind](checked, place, library)
    checked.diagnostics = in_order(checked.diagnostics)
    return checked


def _targets(path: Path) -> Iterator[tuple[str, Path]]:
    """What is to be checked, as (kind, path): a dossier or programme by its folder, a rubric or a file by itself."""
    if not path.is_dir():
        yield _target_of_file(path)
        return
    for folder, below, names in os.walk(path):
        here = Path(folder)
        below[:] = sorted(name for name in below if not name.startswith("."))
        if named(names, PORTFOLIO):
            yield "dossier", here
            below.clear()
            continue
        if named(names, PROGRAMME):
            yield "programme", here
        for name in sorted(names):
            if yaml_stem(name) not in {None, PROGRAMME} and not name.startswith("."):
                yield from _target_in_walk(here / name)


def _target_of_file(path: Path) -> tuple[str, Path]:
    stem = yaml_stem(path.name)
    if stem in {PORTFOLIO, CONSENSUS}:
        return "dossier", path.parent
    if path.parent.name == ASSESSMENTS and named(list_folder(path.parent.parent), PORTFOLIO):
        return "dossier", path.parent.parent
    if stem == PROGRAMME:
        return "programme", path.parent
    kind = _kind_of(path)
    return (kind, path) if kind in {"portfolio", "rubric"} else ("file", path)


def _target_in_walk(path: Path) -> Iterator[tuple[str, Path]]:
    """A YAML file in a folder that is walked, if it is evc's: whether or not anything names it."""
    if _kind_of(path) is not None:
        yield _target_of_file(path)


def _kind_of(path: Path) -> str | None:
    data = read_file(path, follow=True)
    return None if isinstance(data, Refused) else _kind(data)


def _kind(data: bytes) -> str | None:
    """The format that a file names, seen without reading it as YAML: it may be broken."""
    found = _FORMAT.search(data[:4096])
    return found[1].decode() if found else None


def _check_dossier(checked: Checked, path: Path, library: Library) -> None:
    loaded = read_dossier(path, library)
    problems = loaded.problems
    if loaded.value is not None and loaded.value.files.portfolio is not None:
        problems += tuple(set_aside(loaded.value, loaded.value.files.portfolio))
    checked.add(problems, dict(loaded.files))


def _check_programme(checked: Checked, folder: Path, _library: Library) -> None:
    loaded = read_programme(folder)
    checked.add(loaded.problems, dict(loaded.files))


def _check_rubric(checked: Checked, path: Path, _library: Library) -> None:
    """A rubric by itself; beside a programme also whether it fits its scale and sources."""
    document = read_document(path, "rubric")
    if document.file in checked.files:
        return
    beside = named(list_folder(path.parent), PROGRAMME)
    programme = read_document(path.parent / beside[0], PROGRAMME) if beside else None
    problems = (*document.problems, *rubric_form(document, programme))
    checked.add(problems, {document.file: document.data})


def _check_file(checked: Checked, path: Path, _library: Library) -> None:
    """A named file that is none of evc's: said in terms of the format it should have."""
    data = read_file(path)
    file = display(path)
    if isinstance(data, Refused):
        checked.add((unread(file, data),), {file: b""})
        return
    kind = _kind(data) or PORTFOLIO
    document: Document = parse_document(path, file, data, kind)
    problems = document.problems
    if not problems and text(document.value, "format") is None:
        problems = (Problem("EVC201", file),)
    checked.add(problems, {file: data})


_CHECKS = {
    "dossier": _check_dossier,
    "portfolio": _check_dossier,
    "programme": _check_programme,
    "rubric": _check_rubric,
    "file": _check_file,
}
