"""The folder of a house style: theme.yml, a logo, and templates that replace evc's; read, bounded, and nothing run.

Nothing in it is followed or guessed: only names that evc knows (and what an institution keeps under ``own/``), only
regular files, each up to its bound. An unchanged copy of one of evc's files is as if it were not there.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from evc.diagnostics import KeyPath, Problem, Spot
from evc.model.colours import NAMES, TEXT, weakest
from evc.model.findings import Value
from evc.model.house import House, Logo, Shade, Signer
from evc.reading.documents import Document, is_error, mapping, parse_document, sequence, text
from evc.reading.files import Refused, display, named, read_file, unread
from evc.reading.limits import MAX_DOCUMENT_BYTES, MAX_HOUSE_FILES, MAX_LOGO_BYTES, MAX_TEMPLATE_BYTES
from evc.reading.loaded import Loaded
from evc.reading.near import nearest
from evc.reading.pictures import MEDIA_TYPES, unfit

THEME = "theme"
OWN = "own"
_OWN_NAME = re.compile(r"own/[a-z0-9][a-z0-9_-]{0,63}\.(html|md)\.j2")
_DOCUMENT = ".docx"
# What stands beside templates in any folder that people keep.
_PASSED_OVER = re.compile(
    r"\..*|schemas|thumbs\.db|desktop\.ini|(readme|license|licence|copying)(\.[a-z]{1,8})?", re.IGNORECASE
)
_SHOWN = 8


def read_house(folder: Path, known: Mapping[str, bytes]) -> Loaded[House]:
    """The house style in a folder; `known` are evc's own files by name, which alone can be replaced."""
    found = _Folder(folder, known)
    names = found.walk()
    themes = named(names, THEME)
    theme = _read_theme(folder, themes[0]) if themes else None
    if len(themes) > 1:
        found.refuse(themes[1], "two", {"other": themes[0]})
    picture = _picture_name(theme)
    templates = {
        name: data
        for name in names
        if name not in {*themes, picture} and (data := found.template(name)) is not None and data != known.get(name)
    }
    return _loaded(folder, theme, templates, tuple(found.problems), found.files)


def read_theme(path: Path) -> Loaded[House]:
    """What ``theme.yml`` alone says, with its logo beside it; the templates there are not looked at."""
    return _loaded(path.parent, _read_theme(path.parent, path.name), {}, (), {})


def _loaded(
    folder: Path, theme: Document | None, templates: Mapping[str, bytes], problems: tuple[Problem, ...],
    files: Mapping[str, bytes],
) -> Loaded[House]:  # fmt: skip
    """The house, complete, or what is wrong with it."""
    shown = dict(files)
    if theme is not None:
        shown[theme.file] = theme.data
        problems = (*theme.problems, *problems, *_pale(theme))
    logo, faults = _logo(folder, theme)
    problems = (*problems, *faults)
    shown |= {problem.file: b"" for problem in problems if problem.file not in shown}
    stopped = any(map(is_error, problems))
    return Loaded(None if stopped else _house(folder, theme, logo, templates), problems, shown)


def _house(folder: Path, theme: Document | None, logo: Logo | None, templates: Mapping[str, bytes]) -> House:
    value = theme.value if theme else None
    return House(
        institution=text(value, "institution"),
        templates=templates,
        department=text(value, "department"),
        logo=logo,
        colours={name: Shade(light, dark) for name, (light, dark) in _colours(value).items()},
        footer=text(value, "footer"),
        signers=tuple(
            Signer(role, text(each, "name")) for each in sequence(value, "signatories") if (role := text(each, "role"))
        ),
        language=text(value, "language"),
        place="" if folder == Path() else display(folder),
    )


def _read_theme(folder: Path, name: str) -> Document:
    path = folder / name
    data = read_file(path)
    if isinstance(data, Refused):
        return Document(path, display(path), b"", None, (unread(display(path), data),), frozenset())
    return parse_document(path, display(path), data, THEME)


def _colours(value: object) -> dict[str, tuple[str, str]]:
    """The colours that are complete, in the order of the table."""
    found = {name: mapping(mapping(value, "colours"), name) for name in NAMES}
    pairs = {name: (text(shade, "light"), text(shade, "dark")) for name, shade in found.items()}
    return {name: (light.lower(), dark.lower()) for name, (light, dark) in pairs.items() if light and dark}


def _pale(theme: Document) -> Iterator[Problem]:
    """Colours that cannot be read on paper, wash or their own tint. Source: WCAG 2.2, 1.4.3 (contrast, minimum)."""
    if theme.is_wrong(("colours",)):
        return
    for name, pair in _colours(theme.value).items():
        for scheme, colour in zip(("light", "dark"), pair, strict=True):
            at: KeyPath = ("colours", name, scheme)
            if theme.is_wrong(at):
                continue
            ground, ratio = weakest(name, colour, scheme)
            if ratio < TEXT:
                data: dict[str, Value] = {"kind": f"{scheme}-{ground}", "found": f"{ratio:.1f}", "least": f"{TEXT:g}"}
                yield Problem("EVC916", theme.file, at, data)


def _picture_name(theme: Document | None) -> str | None:
    return text(mapping(theme.value if theme else None, "logo"), "file")


def _logo(folder: Path, theme: Document | None) -> tuple[Logo | None, tuple[Problem, ...]]:
    """The logo that the theme names; or what is wrong with it, where the theme names it or in the file itself."""
    name = _picture_name(theme)
    if theme is None or name is None or theme.is_wrong(("logo", "file")):
        return None, ()
    path = folder / name
    data = read_file(path, most=MAX_LOGO_BYTES)
    if isinstance(data, Refused):
        values: dict[str, Value] = {"kind": data.kind, "file": name, "most": MAX_LOGO_BYTES // 1024}
        return None, (Problem("EVC918", theme.file, ("logo", "file"), values),)
    media_type = MEDIA_TYPES[path.suffix]
    wrong = unfit(data, media_type)
    if wrong is not None:
        spot = Spot(wrong.line, 1, 2) if wrong.line else None
        return None, (Problem("EVC918", display(path), data={"kind": wrong.kind, "file": name}, spot=spot),)
    said = text(mapping(theme.value, "logo"), "alt") or text(theme.value, "institution") or name
    return Logo(media_type, data, said), ()


class _Folder:
    """The names in a folder and one level below it, and what is wrong with them."""

    def __init__(self, folder: Path, known: Mapping[str, bytes]) -> None:
        self._folder, self._known = folder, known
        self.problems: list[Problem] = []
        self.files: dict[str, bytes] = {}

    def walk(self) -> list[str]:
        """The regular files, by their name from the folder; the rest is said. Of another folder that alone is said."""
        found = []
        entries = [each for name, mode in _entries(self._folder, "") for each in self._below(name, mode)]
        if len(entries) > MAX_HOUSE_FILES:
            self.refuse(".", "too-many", {"most": MAX_HOUSE_FILES})
            return []
        for name, mode in entries:
            if stat.S_ISREG(mode):
                found.append(name)
            else:
                self.refuse(name, "symlink" if stat.S_ISLNK(mode) else "folder" if stat.S_ISDIR(mode) else "device")
        return sorted(found)

    def _below(self, name: str, mode: int) -> list[tuple[str, int]]:
        """What stands in a folder of the folder; of anything else the thing itself."""
        return _entries(self._folder, name) if stat.S_ISDIR(mode) else [(name, mode)]

    def template(self, name: str) -> bytes | None:
        """A file's bytes when it may replace one of evc's; else None, and it is said why not."""
        if name not in self._known and not _OWN_NAME.fullmatch(name):
            if "/" not in name and name.lower().endswith(tuple(MEDIA_TYPES)):
                return None
            self._unknown(name)
            return None
        most = MAX_DOCUMENT_BYTES if name.endswith(_DOCUMENT) else MAX_TEMPLATE_BYTES
        data = read_file(self._folder / name, most=most)
        if isinstance(data, Refused):
            self.refuse(name, data.kind, {"most": most // 1024})
            return None
        if not name.endswith(_DOCUMENT) and not _is_text(data):
            self.refuse(name, "not-text")
            return None
        self.files[display(self._folder / name)] = data
        return data

    def refuse(self, name: str, kind: str, data: Mapping[str, Value] | None = None) -> None:
        """Say what is wrong with a file."""
        self.problems.append(self._problem(name, kind, data or {}))

    def _unknown(self, name: str) -> None:
        near = nearest(name, self._known) or nearest(name, [f"{THEME}.yml"])
        self.refuse(name, "unknown", {"near": near} if near else {"known": tuple(sorted(self._known))[:_SHOWN]})

    def _problem(self, name: str, kind: str, data: Mapping[str, Value]) -> Problem:
        file = display(self._folder / name) if name != "." else display(self._folder)
        return Problem("EVC917", file, data={"kind": kind, "name": name, **data})


def _entries(folder: Path, below: str) -> list[tuple[str, int]]:
    """The names in a folder with what they are, links not followed; what any folder has besides is passed over."""
    prefix = f"{below}/" if below else ""
    try:
        with os.scandir(folder / below) as listed:
            found = [(prefix + each.name, each.stat(follow_symlinks=False).st_mode) for each in listed
                     if not _PASSED_OVER.fullmatch(each.name)]  # fmt: skip
    except OSError:
        return []
    return sorted(found)


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False
