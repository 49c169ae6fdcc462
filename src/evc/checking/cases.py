"""Golden cases: dossiers that say what must come out of them, run as a test of the rubrics (`check --cases`)."""

from collections.abc import Collection, Iterator
from pathlib import Path

from evc.assessing import assess
from evc.checking.deciding import Facts, criterion_decided_by, outcome_decided_by, unit_decided_by
from evc.checking.expectations import ADVICE, EXPECTED, Expectations, Wish, read_expectations
from evc.checking.finding import dossier_folders
from evc.checking.paths import Checked
from evc.diagnostics import Problem, in_order
from evc.model.advice import Advice, OutcomeAdvice
from evc.model.findings import Value
from evc.model.programme import Programme
from evc.model.value import value
from evc.reading.documents import is_error
from evc.reading.dossier import read_dossier
from evc.reading.files import list_folder, named
from evc.reading.library import PROGRAMME, Library
from evc.reading.near import unknown

_IDS = {"EVC421": ("unit",), "EVC422": ("outcome",), "EVC423": ("outcome", "criterion")}


@value
class CameOut:
    """What came out, as it is written in a case, and what decided it."""

    out: str
    by: Facts


@value
class Cases:
    """What the cases showed: every difference and error of form, how many cases there are, how many as expected."""

    checked: Checked
    run: int
    as_expected: int


def check_cases(folder: Path, library: Library) -> Cases:
    """Run every case at or below a folder: a dossier with an ``expected.yml``, or with an ``advice.json``."""
    checked = Checked()
    shelves: dict[Path, Library] = {}
    run = right = 0
    for case in dossier_folders(folder, holding=EXPECTED):
        if not _is_case(case):
            continue
        run += 1
        found = _run(checked, case, _rubrics_beside(case, library, shelves))
        right += not found
    checked.diagnostics = in_order(checked.diagnostics)
    return Cases(checked, run, right)


def _is_case(folder: Path) -> bool:
    names = list_folder(folder)
    return ADVICE in names or bool(named(names, EXPECTED))


def _rubrics_beside(case: Path, library: Library, shelves: dict[Path, Library]) -> Library:
    """The rubrics that a case stands among, when it stands in a programme's folder; else those of the library.

    So a copy of a folder of rubrics, wherever it is, is tested by its own cases.
    """
    if library.given is not None or library.environment is not None:
        return library
    home = next((above for above in case.absolute().parents if named(list_folder(above), PROGRAMME)), None)
    return library if home is None else shelves.setdefault(home.parent, Library(given=home.parent))


def _run(checked: Checked, case: Path, library: Library) -> bool:
    """Run one case; whether anything in it is not as it should be."""
    expectations, problems = read_expectations(case)
    loaded = read_dossier(case, library)
    problems += [problem for problem in loaded.problems if is_error(problem)]
    files = dict(loaded.files)
    for each in expectations:
        files[each.document.file] = each.document.data
        problems += each.document.problems
        if loaded.value is not None:
            advice = assess(loaded.value.programme, loaded.value.dossier, each.on)
            problems += _differences(each, advice, loaded.value.programme)
    checked.add(tuple(problems), files)
    return any(map(is_error, problems))


def _differences(expected: Expectations, advice: Advice, programme: Programme) -> Iterator[Problem]:
    """Every unit, outcome and criterion that comes out otherwise than expected, or that does not exist."""
    file = expected.document.file
    outcomes = {str(each.id): each for unit in advice.units for each in unit.outcomes}
    units = {str(unit.id): unit for unit in advice.units}
    for wish in expected.units:
        yield from _unknown(wish, 0, "EVC306", file, units)
        if unit := units.get(wish.ids[0]):
            came = CameOut(unit.recommendation.value, unit_decided_by(unit))
            yield from _difference("EVC421", wish, file, came)
    for wish in expected.outcomes:
        yield from _unknown(wish, 0, "EVC302", file, outcomes)
        if outcome := outcomes.get(wish.ids[0]):
            came = CameOut(outcome.label.value, outcome_decided_by(outcome))
            yield from _difference("EVC422", wish, file, came)
    for wish in expected.criteria:
        yield from _unknown(wish, 0, "EVC302", file, outcomes)
        if outcome := outcomes.get(wish.ids[0]):
            criteria = [str(each.id) for each in programme.rubrics[outcome.id].criteria]
            yield from _unknown(wish, 1, "EVC303", file, criteria)
            if wish.ids[1] in criteria:
                yield from _difference("EVC423", wish, file, _criterion(outcome, wish.ids[1]))


def _criterion(outcome: OutcomeAdvice, name: str) -> CameOut:
    """What came out for a criterion; of an outcome that nobody claims none is judged."""
    criterion = next((each for each in outcome.criteria if each.id == name), None)
    if criterion is None:
        return CameOut(outcome.label.value, ())
    return CameOut(criterion.verdict.value, criterion_decided_by(criterion))


def _difference(code: str, wish: Wish, file: str, came: CameOut) -> Iterator[Problem]:
    """That something else came out, and what decided it; `kind` where nothing stands in the way."""
    if came.out == wish.expected:
        return
    ids: dict[str, Value] = dict(zip(_IDS[code], wish.ids, strict=True))
    data = {**ids, "expected": wish.expected, "found": came.out}
    if came.by:
        yield Problem(code, file, wish.at, data | {"by": came.by})
    else:
        yield Problem(code, file, wish.at, data | {"kind": "not-claimed" if came.out == "not-claimed" else "clear"})


def _unknown(wish: Wish, place: int, code: str, file: str, known: Collection[str]) -> Iterator[Problem]:
    name = wish.ids[place]
    if name not in known:
        at, where = wish.named[place]
        yield Problem(code, file, at, unknown(name, known), where)
