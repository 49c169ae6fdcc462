"""A programme and a dossier as files. A test writes the YAML it is about; top-level keys it leaves out are right."""

import re
from pathlib import Path

from evc.diagnostics import KeyPath
from evc.reading.dossier import ReadDossier, read_dossier
from evc.reading.library import Library
from evc.reading.loaded import Loaded

PLACES = {
    "programme": "rubrics/p/programme.yml",
    "rubric": "rubrics/p/o.yml",
    "portfolio": "dossier/portfolio.yml",
    "assessment": "dossier/assessments/A-1.yml",
    "consensus": "dossier/consensus.yml",
}
RIGHT = {
    "programme": {
        "format": "evc/programme@1",
        "id": "p",
        "title": "P",
        "language": "nl",
        "credits": "60",
        "assessors": "1",
        "scale": "{levels: [{id: low, title: Low}, {id: high, title: High}], pass: high}",
        "sources": "[{id: law, title: Law}]",
        "qualifications": "[{id: q, title: Q}]",
        "units": "[{id: U, title: U, credits: 60, outcomes: [o], exempt_for: [q]}]",
    },
    "rubric": {
        "format": "evc/rubric@1",
        "id": "o",
        "version": "1.0.0",
        "title": "O",
        "statement": "O",
        "criteria": "[{id: A, title: A}, {id: B, title: B}]",
    },
    "portfolio": {
        "format": "evc/portfolio@1",
        "candidate": "{id: K-1}",
        "programme": "p",
        "submitted": "2026-09-15",
        "evidence": "[{id: B1, type: other, title: B, issued: 2026-06-01}]",
        "claims": "[{outcome: o, supports: {A: [B1]}}]",
    },
    "assessment": {
        "format": "evc/assessment@1",
        "assessor": "{id: A-1}",
        "candidate": "K-1",
        "on": "2026-10-01",
        "ratings": "{o: {A: high, B: high}}",
    },
    "consensus": {
        "format": "evc/consensus@1",
        "candidate": "K-1",
        "on": "2026-10-08",
        "assessors": "[A-1]",
        "ratings": "{o: {A: {level: high, remark: agreed}}}",
    },
}
_KEY = re.compile(r"^(\w+):", re.MULTILINE)

Found = tuple[str, str, KeyPath]


def yaml(kind: str, text: str = "") -> str:
    """A file of this kind with these lines, and what they leave out of it."""
    given = set(_KEY.findall(text))
    return "".join(f"{key}: {value}\n" for key, value in RIGHT[kind].items() if key not in given) + text


def write(folder: Path, **files: str) -> None:
    """Write programme, rubric, portfolio and assessment, and whatever else is named: a kind, or a path with `__`."""
    for kind, text in {"programme": "", "rubric": "", "portfolio": "", "assessment": "", **files}.items():
        path = folder / PLACES.get(kind, "")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml(kind, text), encoding="utf-8")


def put(folder: Path, path: str, text: str) -> None:
    """Write one more file, as it stands."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def read(folder: Path) -> Loaded[ReadDossier]:
    """What is read of the dossier that was written."""
    return read_dossier(folder / "dossier", Library(given=folder / "rubrics"))


def found(folder: Path) -> list[Found]:
    """What is wrong with the dossier that was written: code, file and key path."""
    problems = [each.problem for each in read(folder).diagnostics()]
    return [(each.code, Path(each.file).relative_to(folder).as_posix(), each.at) for each in problems]


def said_of(kind: str, code: str, *at: str | int) -> list[Found]:
    """One problem in one file."""
    return [(code, PLACES[kind], at)]
