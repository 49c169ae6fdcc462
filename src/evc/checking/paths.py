"""What to check: dossiers and programmes, found in what a person names (DESIGN §5, `check`)."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from evc.checking.catalogue import sense
from evc.checking.curriculum import Curriculum, curriculum
from evc.checking.dossiers import set_aside
from evc.checking.history import Revision
from evc.checking.settings import Settings
from evc.checking.suppression import suppress, weigh
from evc.checking.versions import ONLY_SINCE, earlier_files
from evc.diagnostics import Diagnostic, Problem, in_order
from evc.reading.documents import Document, parse_document, read_document, text
from evc.reading.dossier import read_dossier
from evc.reading.dossier_files import ASSESSMENTS, CONSENSUS, PORTFOLIO
from evc.reading.files import (
    Refused,
    display,
    folder_above,
    folder_name,
    list_folder,
    named,
    read_file,
    unread,
    yaml_stem,
)
from evc.reading.form.rubric import rubric_form
from evc.reading.house import THEME, read_theme
from evc.reading.library import Library
from evc.reading.locating import diagnose
from evc.reading.near import nearest
from evc.reading.programme import PROGRAMME, read_programme_files

KINDS = ("programme", "rubric", "portfolio", "assessment", "consensus", "expected", THEME)
# The key `format` at the top of a file, in block or flow style, with a value that begins with evc/.
_FORMAT = re.compile(
    rb"""(?:^|\A\xef\xbb\xbf|[{,]\s*)["']?format["']?[ \t]*:[ \t]*["']?evc/([a-z]*)""",
    re.MULTILINE,
)


@dataclass(slots=True)
class Checked:
    """What was found, in order, and the bytes of every file that was read by its shown name.

    `whole` are the files in which everything was looked for: a file that is not right in form has still to show the
    rest. `since` is the revision that rubrics are compared with.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    since: Revision | None = None

    def add(self, problems: Iterable[Problem], files: Mapping[str, bytes]) -> None:
        """Take in the problems of some files."""
        self.files |= files
        self.diagnostics += diagnose(list(problems), files.get)

    def together(self, other: "Checked") -> "Checked":
        """What two ways of checking found, each problem once."""
        found = in_order([*self.diagnostics, *other.diagnostics])
        return Checked(found, self.files | other.files, self.whole | other.whole, self.since)

    def make_sense(self, found: Curriculum, about: Collection[str]) -> None:
        """Look for what makes no sense in the files that are `about`; others only help to judge them."""
        files = {each.document.file: each.document.data for each in found.rubrics if each.document.file in about}
        if found.programme is not None and found.programme.file in about:
            files[found.programme.file] = found.programme.data
        compared = replace(found, earlier=earlier_files(self.since, found.rubrics)) if self.since else found
        self.add((problem for problem in sense(compared) if problem.file in files), files)
        self.whole |= files.keys()


def check_paths(
    paths: list[Path], library: Library, settings: Settings | None = None, since: Revision | None = None
) -> Checked:
    """Check everything that is named: a dossier or one file of it, a programme, a rubric, or a folder of any of these.

    In a folder, YAML that is not evc's is passed over; a file that is named must be evc's. `settings` weigh what is
    found; comments in the files may ignore it.
    """
    checked = Checked(since=since)
    done: set[Path] = set()
    loose: dict[Path, list[Path]] = {}
    for path in paths:
        for kind, place in _targets(path):
            real = Path(os.path.realpath(place))
            if real in done:
                continue
            done.add(real)
            if kind == "rubric":
                loose.setdefault(place.parent, []).append(place)
            else:
                _CHECKS[kind](checked, place, library)
    for folder, rubrics in loose.items():
        _check_rubrics(checked, folder, rubrics)
    unsought = () if since else ONLY_SINCE
    kept = suppress(checked.diagnostics, checked.files, checked.whole, unsought)
    checked.diagnostics = in_order(weigh(kept, settings or Settings()))
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
    if folder_name(path.parent) == ASSESSMENTS and named(list_folder(folder_above(path.parent)), PORTFOLIO):
        return "dossier", folder_above(path.parent)
    if stem == PROGRAMME:
        return "programme", path.parent
    kind = _kind_of(path)
    return (kind, path) if kind in {"portfolio", "rubric", THEME} else ("file", path)


def _target_in_walk(path: Path) -> Iterator[tuple[str, Path]]:
    """A YAML file in a folder that is walked, if it is evc's: whether or not anything names it."""
    if _kind_of(path) is not None:
        yield _target_of_file(path)


def _kind_of(path: Path) -> str | None:
    data = read_file(path, follow=True)
    return None if isinstance(data, Refused) else _kind(data)


def _kind(data: bytes) -> str | None:
    """The kind of file that its format names, seen without reading it as YAML: it may be broken.

    It may be none that evc knows: `evc/rubrik@1` is a slip, and the file is evc's. None where there is no such format.
    """
    found = _FORMAT.search(data)
    return found[1].decode() if found else None


def _check_dossier(checked: Checked, path: Path, library: Library) -> None:
    loaded = read_dossier(path, library)
    problems = loaded.problems
    if loaded.value is not None and loaded.value.files.portfolio is not None:
        problems += tuple(set_aside(loaded.value, loaded.value.files.portfolio))
        checked.whole |= {document.file for document in loaded.value.files.documents()}
    checked.add(problems, loaded.files)


def _check_programme(checked: Checked, folder: Path, _library: Library) -> None:
    files = read_programme_files(folder)
    shown = {each.file: each.data for each in files.documents()}
    checked.add(files.problems, shown)
    checked.make_sense(curriculum(files.document, files.rubrics.values(), files.problems), shown)


def _check_rubrics(checked: Checked, folder: Path, paths: list[Path]) -> None:
    """Rubrics by themselves; beside a programme also whether they fit its scale and sources, and whether it has them.

    One that its programme was checked with is not read again.
    """
    documents = [read_document(path, "rubric") for path in paths if display(path) not in checked.whole]
    beside = named(list_folder(folder), PROGRAMME) if documents else []
    programme = read_document(folder / beside[0], PROGRAMME) if beside else None
    problems = list(programme.problems) if programme else []
    for document in documents:
        beyond = (problem for problem in rubric_form(document, programme) if not document.is_wrong(problem.at))
        problems += [*document.problems, *beyond]
    shown = {document.file: document.data for document in documents}
    checked.add((problem for problem in problems if problem.file in shown), shown)
    checked.make_sense(curriculum(programme, documents, problems), shown)


def _check_theme(checked: Checked, path: Path, _library: Library) -> None:
    """A house style by itself; `evc template check` looks at the templates beside it too."""
    loaded = read_theme(path)
    checked.add(loaded.problems, loaded.files)


def _check_file(checked: Checked, path: Path, _library: Library) -> None:
    """A named file that is none of evc's: said in terms of the format it should have."""
    data = read_file(path)
    file = display(path)
    if isinstance(data, Refused):
        checked.add((unread(file, data),), {file: b""})
        return
    kind = _kind(data) or PORTFOLIO
    if kind not in KINDS:
        kind = nearest(kind, KINDS) or PORTFOLIO
    document: Document = parse_document(path, file, data, kind)
    problems = document.problems
    if not problems and text(document.value, "format") is None:
        problems = (Problem("EVC201", file),)
    checked.add(problems, {file: data})


_CHECKS = {
    "dossier": _check_dossier,
    "portfolio": _check_dossier,
    "programme": _check_programme,
    THEME: _check_theme,
    "file": _check_file,
}
