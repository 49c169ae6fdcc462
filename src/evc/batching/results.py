"""`results.jsonl`: what came of every dossier, a line each, in the order of their paths (``evc/result@1``).

A line holds the verdict part of the advice, not the whole of it, so that 50,000 dossiers are one file that DuckDB and
pandas read as it is; every line has every key, and a list holds values of one form. The whole advice stands in the
dossier's own folder. The same input gives the same bytes: no clock, no machine and no order of work is in it.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evc.model.value import value

FORMAT = "evc/result@1"
ASSESSED, ERRORS, DIED = "assessed", "errors", "died"

Json = Any
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BEYOND_BMP = 0x10000


@value
class Said:
    """A reason or condition: its code, and the sentence in the language of the advice."""

    code: str
    text: str


@value
class OutcomeRow:
    """One learning outcome of a candidate: the verdict's label, and the coverage that says nothing of quality."""

    id: str
    title: str
    label: str
    coverage: str
    short_of: tuple[str, ...]


@value
class UnitRow:
    """What is advised for a unit; `credits` in EC, as decimals in plain notation."""

    id: str
    title: str
    credits: str
    advice: str
    basis: str | None
    reasons: tuple[Said, ...]
    outcomes: tuple[OutcomeRow, ...]


@value
class AdviceRow:
    """The verdict part of an advice; its credits are EC, as decimals in plain notation."""

    on: str
    submitted: str
    language: str
    digest: str
    programme_title: str
    programme_credits: str
    awarded: str
    remaining: str
    conditions: tuple[Said, ...]
    units: tuple[UnitRow, ...]


@value
class ProblemRow:
    """Something wrong in a file; `file` from the batch's folder on, or ``rubrics/<programme>/…``."""

    code: str
    severity: str
    file: str
    line: int
    column: int
    message: str
    hint: str | None


@value
class Row:
    """What came of one dossier. `state` is assessed, errors (of form; no advice is made) or died.

    `folder` is the name of the folder with its advice, None when there is none; `fault` says why it died: killed,
    time, memory, or the name of an error of evc itself. `omitted` counts the problems left out.
    """

    path: str
    candidate: str | None
    name: str | None
    folder: str | None
    state: str
    programme: str | None
    fault: str | None
    advice: AdviceRow | None
    problems: tuple[ProblemRow, ...]
    omitted: int


def result_line(row: Mapping[str, Json], folder: str | None) -> str:
    """The line of a dossier, with the folder that its advice is in; without a line end."""
    document = {"format": FORMAT, "path": row["path"], "candidate": row["candidate"], "name": row["name"]}
    document |= {"folder": folder, "state": row["state"], "programme": row["programme"], "fault": row["fault"]}
    document |= {"advice": row["advice"], "problems": row["problems"], "omitted": row["omitted"]}
    return _harmless(json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def verdict_part(advice: Mapping[str, Json]) -> Json:
    """What a line holds of an advice document (``evc/advice@1``), under the same names."""
    programme = advice["programme"]
    return {
        "on": advice["on"],
        "submitted": advice["submitted"],
        "language": advice["language"],
        "digest": advice["provenance"]["digest"],
        "programme": {"id": programme["id"], "title": programme["title"]},
        "credits": advice["credits"],
        "conditions": _said(advice["conditions"]),
        "units": [_unit(unit) for unit in advice["units"]],
    }


def read_results(path: Path) -> Iterator[Row]:
    """The rows of a `results.jsonl`, one by one, so that any number of them fits in memory."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield row_of(json.loads(line))


def row_of(document: Mapping[str, Json]) -> Row:
    """The row in one line of `results.jsonl`."""
    kept = {key: document[key] for key in ("path", "candidate", "name", "folder", "state", "programme", "fault")}
    return Row(
        **kept,
        advice=_advice_row(document["advice"]) if document["advice"] else None,
        problems=tuple(ProblemRow(**each) for each in document["problems"]),
        omitted=document["omitted"],
    )


def _unit(unit: Mapping[str, Json]) -> Json:
    kept = {key: unit[key] for key in ("id", "title", "credits", "advice", "basis")}
    outcomes = [{key: each[key] for key in OutcomeRow.__match_args__} for each in unit["outcomes"]]
    return {**kept, "reasons": _said(unit["reasons"]), "outcomes": outcomes}


def _said(findings: list[Mapping[str, Json]]) -> Json:
    """Codes and sentences; the facts behind them differ from code to code, which no table can hold."""
    return [{"code": each["code"], "text": each["text"]} for each in findings]


def _advice_row(advice: Mapping[str, Json]) -> AdviceRow:
    ec = advice["credits"]
    return AdviceRow(
        on=advice["on"],
        submitted=advice["submitted"],
        language=advice["language"],
        digest=advice["digest"],
        programme_title=advice["programme"]["title"],
        programme_credits=ec["programme"],
        awarded=ec["awarded"],
        remaining=ec["remaining"],
        conditions=tuple(Said(**each) for each in advice["conditions"]),
        units=tuple(map(_unit_row, advice["units"])),
    )


def _unit_row(unit: Mapping[str, Json]) -> UnitRow:
    return UnitRow(
        id=unit["id"],
        title=unit["title"],
        credits=unit["credits"],
        advice=unit["advice"],
        basis=unit["basis"],
        reasons=tuple(Said(**each) for each in unit["reasons"]),
        outcomes=tuple(OutcomeRow(**each | {"short_of": tuple(each["short_of"])}) for each in unit["outcomes"]),
    )


def _harmless(line: str) -> str:
    """The same document, with what could move a cursor, break a line or an encoding written as its escape."""
    if line.isprintable():
        return line
    return "".join(_escape(each) if unicodedata.category(each) in _ESCAPED else each for each in line)


def _escape(character: str) -> str:
    code = ord(character)
    if code < _BEYOND_BMP:
        return f"\\u{code:04x}"
    high, low = divmod(code - _BEYOND_BMP, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
