"""A form that an assessor filled in, back to an assessment; every slip with the cell it stands in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from evc.diagnostics import KeyPath, Problem
from evc.exchange.base import Fault, Imported, Message
from evc.exchange.cells import Sheet
from evc.exchange.form import (
    BASED_ON,
    CRITERION,
    DAY,
    FIRST,
    FIRST_INSTRUMENT,
    FIRST_ROW,
    HIDDEN,
    KIND,
    LEVEL,
    MINUTES,
    NAME,
    ON,
    REMARK,
    ROLE,
    ChangedFormError,
    FormFacts,
    facts_from,
)
from evc.exchange.spreadsheets import NotAWorkbookError, Table, read_tables
from evc.exchange.yaml_text import document as as_yaml
from evc.model.findings import Value
from evc.reading.characters import forbidden_kind
from evc.reading.documents import is_error, parse_document
from evc.reading.form.assessments import assessment_form
from evc.reading.form.portfolio import Known
from evc.reading.near import nearest

KIND_OF_FILE = "assessment"
_MISSING = "EVC204"


def read(data: bytes, file: str) -> Imported:
    """The assessment in a form, or why it is none."""
    try:
        tables = read_tables(data)
        facts = facts_from(_hidden(tables))
    except NotAWorkbookError as no:
        return _refused(f"xlsx.{no}")
    except ChangedFormError:
        return _refused("form.changed", HIDDEN)
    missing = [name for name in facts.sheets if name not in tables]
    if missing:
        return _refused("form.no-sheet", data={"sheet": missing[0]})
    return _assessment(facts, tables, file)


def _refused(key: str, place: str = "", data: Mapping[str, Value] | None = None) -> Imported:
    return Imported(KIND_OF_FILE, None, (Fault(place, Message(key, data or {})),))


def _hidden(tables: Mapping[str, Table]) -> list[list[str]]:
    """The rows of the hidden sheet; raises NotAWorkbookError when there is none, for then it is no form of evc."""
    if HIDDEN not in tables:
        raise NotAWorkbookError("no-form")
    rows = ([str(cell.content) for cell in row if cell.content is not None] for row in tables[HIDDEN])
    return [row for row in rows if row]


def _assessment(facts: FormFacts, tables: Mapping[str, Table], file: str) -> Imported:
    ratings, particulars = (Sheet(name, tables[name]) for name in facts.sheets)
    places: dict[KeyPath, str] = {}
    document: dict[str, object] = {"format": "evc/assessment@1"}
    document |= _who(facts, particulars, places)
    document |= _instruments(facts, particulars, places)
    document |= _ratings(facts, ratings, places)
    if "ratings" not in document:
        ratings.say(FIRST_ROW, LEVEL, Message("form.nothing", {}))
    in_cells = [*ratings.faults, *particulars.faults]
    said = {fault.place for fault in in_cells}
    problems = (Fault(_place(problem, places), problem) for problem in _problems(facts, document, file))
    # What only follows from a fault that is said already is not said.
    faults = (*in_cells, *(fault for fault in problems if fault.place not in said))
    return Imported(KIND_OF_FILE, None if faults else document, faults)


def _who(facts: FormFacts, sheet: Sheet, places: dict[KeyPath, str]) -> dict[str, object]:
    assessor: dict[str, object] = {"id": facts.assessor}
    for key, row in (("name", NAME), ("role", ROLE)):
        places["assessor", key] = sheet.place(row, 2)
        if words := sheet.text(row, 2):
            assessor[key] = words
    places["on",] = sheet.place(ON, 2)
    on = sheet.text(ON, 2)
    if not on:
        sheet.say(ON, 2, Message("form.no-day", {}))
    judged: dict[str, object] = {"portfolio": facts.portfolio}
    if facts.rubrics:
        judged["rubrics"] = dict(facts.rubrics)
    who = {"assessor": assessor, "candidate": facts.candidate, "on": on, "judged": judged}
    return {key: each for key, each in who.items() if each}


def _instruments(facts: FormFacts, sheet: Sheet, places: dict[KeyPath, str]) -> dict[str, object]:
    kinds = dict(facts.kinds)
    found: list[dict[str, object]] = []
    for row, name in enumerate(facts.instruments, start=FIRST_INSTRUMENT):
        kind, day, minutes = sheet.text(row, KIND), sheet.text(row, DAY), sheet.number(row, MINUTES)
        sheet.same(row, 1, name)
        if not kind and not day and minutes is None:
            continue
        at = ("instruments", len(found))
        places.update({(*at, key): sheet.place(row, column) for key, column in _INSTRUMENT_COLUMNS})
        places[at] = sheet.place(row, KIND)
        if kind and kind not in kinds:
            near = nearest(kind, kinds)
            choices: dict[str, Value] = {"value": kind, "choices": tuple(kinds)}
            sheet.say(row, KIND, Problem("EVC207", "", data=choices | ({"near": near} if near else {})))
        instrument = {"id": name, "kind": kinds.get(kind or ""), "on": day, "minutes": minutes}
        found.append({key: each for key, each in instrument.items() if each not in {None, ""}})
    return {"instruments": found} if found else {}


_INSTRUMENT_COLUMNS = (("kind", KIND), ("on", DAY), ("minutes", MINUTES))


def _ratings(facts: FormFacts, sheet: Sheet, places: dict[KeyPath, str]) -> dict[str, object]:
    ratings: dict[str, dict[str, object]] = {}
    for row, (outcome, criterion) in enumerate(facts.rows, start=FIRST_ROW):
        sheet.same(row, CRITERION, criterion)
        at = ("ratings", outcome, criterion)
        rating = _rating(sheet, row)
        if rating and "level" not in rating:
            sheet.say(row, LEVEL, Message("form.no-level", {"criterion": criterion}))
        elif rating:
            ratings.setdefault(outcome, {})[criterion] = rating
        places[at] = sheet.place(row, LEVEL)
        columns = {"level": LEVEL, "first": FIRST, "based_on": BASED_ON, "remark": REMARK}
        places.update({(*at, key): sheet.place(row, column) for key, column in columns.items()})
    sheet.nothing_after(FIRST_ROW + len(facts.rows), REMARK)
    return {"ratings": ratings} if ratings else {}


def _rating(sheet: Sheet, row: int) -> dict[str, object]:
    """What was filled in on a row; nothing when the criterion was not rated."""
    based_on = (sheet.text(row, BASED_ON) or "").replace(";", ",").replace("\n", ",").split(",")
    found: dict[str, object] = {
        "level": sheet.text(row, LEVEL),
        "first": sheet.text(row, FIRST),
        "based_on": [name.strip() for name in based_on if name.strip()],
        "remark": sheet.text(row, REMARK),
    }
    return {key: each for key, each in found.items() if each}


def _problems(facts: FormFacts, document: dict[str, object], file: str) -> Iterator[Problem]:
    """What is wrong with it as an assessment, found as in any other: it is read as the file that it will be."""
    odd = list(_characters(document, (), file))
    yield from odd
    if odd:
        return
    whole = parse_document(Path(file), file, as_yaml(document).encode(), KIND_OF_FILE)
    criteria: dict[str, list[str] | None] = {}
    for outcome, criterion in facts.rows:
        criteria[outcome] = [*(criteria.get(outcome) or ()), criterion]
    known = Known(list(facts.evidence), list(criteria), None, list(facts.levels), criteria, None)
    unknown = list(assessment_form(whole, facts.candidate, known))
    yield from unknown
    # Of what has to be there the form has said it in its own words; what is unknown need not be called no id too.
    places = {problem.at for problem in unknown}
    for problem in whole.problems:
        if is_error(problem) and problem.code != _MISSING and problem.at not in places:
            yield problem


def _characters(found: object, at: KeyPath, file: str) -> Iterator[Problem]:
    match found:
        case dict():
            for key, below in found.items():
                yield from _characters(below, (*at, key), file)
        case list():
            for index, below in enumerate(found):
                yield from _characters(below, (*at, index), file)
        case str():
            odd = next(((each, kind) for each in found if (kind := forbidden_kind(each))), None)
            if odd:
                data: dict[str, Value] = {"kind": odd[1], "codepoint": f"U+{ord(odd[0]):04X}"}
                yield Problem("EVC114", file, at, data)
        case _:
            return


def _place(problem: Problem, places: Mapping[KeyPath, str]) -> str:
    """The cell of a key path, or of the nearest thing above it."""
    above = (problem.at[:depth] for depth in range(len(problem.at), 0, -1))
    return next((places[at] for at in above if at in places), "")
