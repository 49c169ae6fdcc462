"""Results made by hand, as lines of `results.jsonl`: a dossier in each stand, and whatever a test puts in it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evc.batching.desk import Desk
from evc.batching.overview.renewal import Asked, Overview, renew
from evc.batching.results import result_line
from evc.language import language

Raw = dict[str, Any]


def outcome(name: str, label: str = "demonstrated", **more: object) -> Raw:
    coverage = {"demonstrated": "covered", "open": "covered", "not-claimed": "not-claimed"}.get(label, "not-covered")
    plain = {"id": name, "title": f"Uitkomst {name}", "label": label, "coverage": coverage, "short_of": [], "open": []}
    return {**plain, **more}


def unit(name: str, advice: str, *outcomes: Raw, **more: object) -> Raw:
    plain = {"id": name, "title": f"Eenheid {name}", "credits": "30", "advice": advice, "first": None, "basis": None}
    return {**plain, "reasons": [], "outcomes": list(outcomes), **more}


def advice(*units: Raw, **more: object) -> Raw:
    plain = {
        "on": "2026-10-05",
        "submitted": "2026-09-15",
        "language": "nl",
        "digest": "d" * 64,
        "stage": "rated",
        "programme": {"id": "leraar-po", "title": "Leraar basisonderwijs"},
        "credits": {"programme": "240", "awarded": "30.5", "remaining": "209.5"},
        "conditions": [],
        "units": list(units),
    }
    return {**plain, **more}


def dossier(number: int, made: Raw | None, **more: object) -> Raw:
    name = f"K-{number:04}"
    plain = {"path": f"najaar/{name.lower()}", "candidate": name, "name": f"Naam {number}", "programme": "leraar-po"}
    state = {"state": "assessed" if made else "errors", "fault": None, "advice": made, "problems": [], "omitted": 0}
    return {**plain, "folder": name if made else None, **state, **more}


def problem(**more: object) -> Raw:
    plain = {"code": "EVC303", "severity": "error", "file": "najaar/k-0004/portfolio.yml", "line": 41, "column": 16}
    return {**plain, "message": 'onbekend criterium "P5"', "hint": 'bedoelt u "P2"?', **more}


def ready(number: int = 1, **more: object) -> Raw:
    award = unit("LU-1", "award", outcome("een"), basis="validation")
    none = unit("LU-2", "none", outcome("twee", "not-claimed"), reasons=[{"code": "not-claimed", "text": "Niets."}])
    return dossier(number, advice(award, none), **more)


def talk(number: int = 2, **more: object) -> Raw:
    first = unit("LU-1", "investigate", outcome("een", "open", open=["P3"]), first="interview")
    part = unit("LU-2", "partial", outcome("twee", "partly-demonstrated", short_of=["evidence"]))
    return dossier(number, advice(first, part), **more)


def unrated(number: int = 3, **more: object) -> Raw:
    first = unit("LU-1", "investigate", outcome("een", "open", open=["P1", "P2"]), first="ratings")
    none = unit("LU-2", "none", outcome("twee", "not-demonstrated", coverage="partly-covered", short_of=["evidence"]))
    return dossier(number, advice(first, none, stage="coverage"), **more)


def faulty(number: int = 4, **more: object) -> Raw:
    found = {"problems": [problem(), problem(line=50, severity="warning")], **more}
    return dossier(number, None, **found)


def died(number: int = 5) -> Raw:
    return dossier(number, None, state="died", fault="memory", candidate=None, name=None, programme=None)


EVERY = (ready(), talk(), unrated(), faulty(), died())


def write(rows: Iterable[Raw], out: Path) -> None:
    """Put these results in a folder, as a batch does."""
    out.mkdir(parents=True, exist_ok=True)
    lines = (f"{result_line(row, row['folder'])}\n" for row in rows)
    (out / "results.jsonl").write_text("".join(lines), "utf-8")


def overview(rows: Iterable[Raw], out: Path, code: str = "nl") -> Overview:
    """Write these results and their overview."""
    write(rows, out)
    return again(out, code)


def again(out: Path, code: str = "nl") -> Overview:
    """The overview of the results that are there."""
    with Desk(out) as desk:
        return renew(desk, Asked(language(code), "advice.html"))


def files(out: Path) -> dict[str, bytes]:
    """The files of a folder, but for what evc keeps for itself."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def rewritten(text: str, value: object) -> Any:
    """A value with this text in the place of every text of a person, ids and codes as they are."""
    told = {"name", "title", "text", "message", "hint", "file", "path"}
    match value:
        case dict():
            return {key: text if key in told and isinstance(each, str) else rewritten(text, each)
                    for key, each in value.items()}  # fmt: skip
        case list():
            return [rewritten(text, each) for each in value]
        case _:
            return json.loads(json.dumps(value))
