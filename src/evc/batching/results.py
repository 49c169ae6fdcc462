"""`results.jsonl`: what came of every dossier, a line each, in the order of their paths (``evc/result@1``).

A line holds the verdict part of the advice, not the whole of it, so that 50,000 dossiers are one file that DuckDB and
pandas read as it is; every line has every key, and a list holds values of one form. The whole advice stands in the
dossier's own folder. The same input gives the same bytes: no clock, no machine and no order of work is in it.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evc.batching.quick import dumps, loads
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
    """One learning outcome of a candidate: the verdict's label, and the coverage that says nothing of quality.

    `open` are the ids of the criteria that keep an open outcome open.
    """

    id: str
    title: str
    label: str
    coverage: str
    short_of: tuple[str, ...]
    open: tuple[str, ...]


@value
class UnitRow:
    """What is advised for a unit; `credits` in EC, as decimals in plain notation.

    `first` says what an investigation is for: proof, ratings or interview; None for other advice.
    """

    id: str
    title: str
    credits: str
    advice: str
    first: str | None
    basis: str | None
    reasons: tuple[Said, ...]
    outcomes: tuple[OutcomeRow, ...]


@value
class AdviceRow:
    """The verdict part of an advice; its credits are EC, as decimals in plain notation.

    `stage` is coverage (no assessor has looked, so that no label is a verdict yet), evidence-only or rated.
    """

    on: str
    submitted: str
    language: str
    digest: str
    stage: str
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
    return _harmless(dumps(document).decode("utf-8", "surrogatepass"))


def verdict_part(advice: Mapping[str, Json]) -> Json:
    """What a line holds of an advice document (``evc/advice@1``), under the same names."""
    programme = advice["programme"]
    return {
        "on": advice["on"],
        "submitted": advice["submitted"],
        "language": advice["language"],
        "digest": advice["provenance"]["digest"],
        "stage": _stage(advice),
        "programme": {"id": programme["id"], "title": programme["title"]},
        "credits": advice["credits"],
        "conditions": _said(advice["conditions"]),
        "units": [_unit(unit) for unit in advice["units"]],
    }


def read_results(path: Path) -> Iterator[Row]:
    """The rows of a `results.jsonl`, one by one, so that any number of them fits in memory."""
    with path.open("rb") as lines:
        for line in lines:
            yield row_of(loads(line))


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
    kept = {key: unit[key] for key in ("id", "title", "credits", "advice")}
    kept |= {"first": _first(unit), "basis": unit["basis"]}
    return {**kept, "reasons": _said(unit["reasons"]), "outcomes": [_outcome(each) for each in unit["outcomes"]]}


def _outcome(outcome: Mapping[str, Json]) -> Json:
    kept = {key: outcome[key] for key in ("id", "title", "label", "coverage", "short_of")}
    return {**kept, "open": [each["id"] for each in _open_criteria(outcome)]}


def _open_criteria(outcome: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    return [each for each in outcome["criteria"] if each["verdict"] == "open"] if outcome["label"] == "open" else []


def _stage(advice: Mapping[str, Json]) -> str:
    """What the verdicts rest on: nothing yet but evidence, evidence alone by the programme's wish, or ratings."""
    if any(each["code"] == "evidence-only" for each in advice["conditions"]):
        return "evidence-only"
    return "rated" if advice["assessors"] else "coverage"


def _first(unit: Mapping[str, Json]) -> str | None:
    """What has to be done before a unit can be advised on: proof to verify, ratings still to be given, or else a talk.

    The advice itself says it in words (`evc.reporting.words.investigation`); a test holds the two together.
    """
    if unit["advice"] != "investigate":
        return None
    if any(each["code"] == "proof-not-verified" for each in unit["reasons"]):
        return "proof"
    criteria = [each for outcome in unit["outcomes"] for each in _open_criteria(outcome)]
    reasons = {reason["code"] for each in criteria for reason in each["reasons"]}
    return "ratings" if reasons == {"too-few-ratings"} else "interview"


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
        stage=advice["stage"],
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
        first=unit["first"],
        basis=unit["basis"],
        reasons=tuple(Said(**each) for each in unit["reasons"]),
        outcomes=tuple(map(_outcome_row, unit["outcomes"])),
    )


def _outcome_row(outcome: Mapping[str, Json]) -> OutcomeRow:
    return OutcomeRow(
        id=outcome["id"],
        title=outcome["title"],
        label=outcome["label"],
        coverage=outcome["coverage"],
        short_of=tuple(outcome["short_of"]),
        open=tuple(outcome["open"]),
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
