"""A house style tried on dossiers: those that come with evc, and those that a person names besides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from evc.assessing import assess
from evc.diagnostics import Diagnostic, Problem
from evc.language import language
from evc.model.advice import Advice
from evc.model.house import House, Limits
from evc.model.value import value
from evc.reading.dossier import read_dossier
from evc.reading.dossier_files import PORTFOLIO
from evc.reading.files import named
from evc.reading.library import Library, shipped
from evc.reading.loaded import Loaded
from evc.reading.locating import diagnose
from evc.reporting.formats import HouseError
from evc.reporting.houses import files_of, look_at
from evc.reporting.trial import try_house

# What breaks a limit on one dossier does so on the next, and takes seconds each time.
_STOPS = "EVC912"


@value
class Tried:
    """What was found, in order, with the bytes of the files it is in, and on how many dossiers."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    dossiers: int


def examples() -> list[Path]:
    """The dossiers that come with evc: the cases of its rubrics, each with another outcome."""
    return sorted(
        folder
        for folder in shipped().glob("*/cases/*")
        if folder.is_dir() and named([each.name for each in folder.iterdir()], PORTFOLIO)
    )


def try_on(loaded: Loaded[House], dossiers: Sequence[Path], limits: Limits) -> Tried:
    """Look at a house style and put the advice on each of these dossiers on paper in it.

    Where its files themselves are wrong, or its templates as they stand, no dossier is needed to say so; and what goes
    wrong on one dossier is not said again for the next.
    """
    if loaded.value is None:
        return Tried(tuple(loaded.diagnostics()), loaded.files, 0)
    house = replace(loaded.value, limits=limits)
    problems, tried = _looked_at(house), 0
    if not problems and house.templates:
        found: dict[object, Problem] = {}
        for advice in _advices(dossiers):
            tried += 1
            for each in try_house(house, advice, language(_speaks(house, advice))):
                found.setdefault((each.code, each.file, each.spot, each.data["kind"]), each)
            if any(each.code == _STOPS for each in found.values()):
                break
        problems = list(found.values())
    files = {**loaded.files, **files_of(house, problems)}
    return Tried(tuple(diagnose([*loaded.problems, *problems], files.get)), files, tried)


def _looked_at(house: House) -> list[Problem]:
    try:
        look_at(house)
    except HouseError as error:
        return list(error.problems)
    return []


def _advices(dossiers: Sequence[Path]) -> Iterator[Advice]:
    """The advice on each dossier that is right in form."""
    shelves = Library()
    for path in dossiers:
        read = read_dossier(path, shelves).value
        if read is not None:
            yield assess(read.programme, read.dossier, None)


def _speaks(house: House, advice: Advice) -> str:
    return house.language or advice.programme.language
