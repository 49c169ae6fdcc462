"""Cases from plain values in the shape of DESIGN §3, so that a row of a table says only what it is about.

What a row leaves out is harmless: one outcome `o` with one criterion `A`, one assessor needed, evidence of this year
that is cited for every criterion, and no ratings. `RIGHT` and `WRONG` are ratings that reach the pass and do not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from evc.assessing import assess
from evc.assessing.case import Case, open_case
from evc.model.advice import Advice, OutcomeAdvice, UnitAdvice
from evc.model.dossier import Dossier, FileFacts
from evc.model.findings import Finding
from evc.model.programme import Programme
from evc.reading.building.dossier import build_dossier
from evc.reading.building.programme import build_programme
from evc.reading.documents import Document
from evc.reading.dossier_files import DossierFiles
from evc.reading.evidence_files import EvidenceFolder

Raw = dict[str, Any]
TODAY = "2026-09-15"
WRONG, RIGHT, BEST = "onvoldoende", "voldoende", "goed"
PORTFOLIO = b"the bytes of the portfolio"
MISSING = FileFacts(None, "file-missing", "not-found")
MISMATCH = FileFacts("0f" * 32, "file-mismatch", None)


def rubric(*criteria: str | Raw, name: str = "o", **keys: Any) -> Raw:
    """A rubric with these criteria, each an id or a map with more."""
    every = [{"id": each} if isinstance(each, str) else each for each in criteria or ("A",)]
    texts = {"version": "1.0.0", "title": name, "statement": name}
    return {"id": name, **texts, "criteria": [{"title": each["id"], **each} for each in every], **keys}


def unit(name: str = "U", outcomes: Sequence[str] = ("o",), **keys: Any) -> Raw:
    """A unit of 30 EC."""
    return {"id": name, "title": name, "credits": 30, "outcomes": list(outcomes), **keys}


def item(name: str = "B1", **keys: Any) -> Raw:
    """A work product of this year; with a period it has no day of issue, unless that is given too."""
    issued = {} if "period" in keys else {"issued": "2026-06-01"}
    return {"id": name, "type": "work-product", "title": name, **issued, **keys}


def said(name: str = "A-1", ratings: Mapping[str, Any] | None = None, outcome: str = "o", **keys: Any) -> Raw:
    """What one assessor said; `ratings` of one outcome, by criterion."""
    rated = {"ratings": {outcome: dict(ratings)}} if ratings else {}
    return {"assessor": {"id": name}, "on": TODAY, **rated, **keys}


def agreed(*assessors: str, outcome: str = "o", restored: Iterable[str] = (), **levels: str) -> Raw:
    """A consensus of these assessors on levels, by criterion."""
    ratings = {key: {"level": level, "remark": "…"} for key, level in levels.items()}
    restored_ = {each: {"remark": "…"} for each in restored}
    return {"on": TODAY, "assessors": list(assessors), "ratings": {outcome: ratings}, "restored": restored_}


def case(
    *rubrics: Raw,
    programme: Mapping[str, Any] | None = None,
    units: Sequence[Raw] | None = None,
    evidence: Iterable[Raw] = (),
    claims: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
    portfolio: Mapping[str, Any] | None = None,
    assessments: Iterable[Raw] = (),
    consensus: Raw | None = None,
    found: Mapping[str, FileFacts] | None = None,
    on: str = TODAY,
) -> Case:
    """A whole case; without `claims` the first outcome is claimed, with every item cited for every criterion."""
    rubrics = rubrics or (rubric(),)
    items = list(evidence)
    if claims is None:
        everything = [each["id"] for each in items]
        claims = {rubrics[0]["id"]: {each["id"]: everything for each in rubrics[0]["criteria"]}}
    return open_case(
        _programme(rubrics, units or [unit(outcomes=[each["id"] for each in rubrics])], programme or {}),
        _dossier(items, claims, portfolio or {}, assessments, consensus, found or {}),
        date.fromisoformat(on),
    )


def advise(*rubrics: Raw, **keys: Any) -> Advice:
    """The advice on a case."""
    given = case(*rubrics, **keys)
    return assess(given.programme, given.dossier, given.on)


def outcome(*rubrics: Raw, **keys: Any) -> OutcomeAdvice:
    """The advice on the first outcome of a case."""
    return first_unit(*rubrics, **keys).outcomes[0]


def first_unit(*rubrics: Raw, **keys: Any) -> UnitAdvice:
    """The advice on the first unit of a case."""
    return advise(*rubrics, **keys).units[0]


def shown(findings: Iterable[Finding]) -> list[tuple[str, dict[str, Any]]]:
    """Findings as code and data."""
    return [(each.code.value, dict(each.data)) for each in findings]


def _programme(rubrics: Iterable[Raw], units: Sequence[Raw], keys: Mapping[str, Any]) -> Programme:
    raw = {"id": "p", "title": "p", "language": "nl", "credits": 240, "assessors": 1, "units": units}
    scale = {"levels": [{"id": WRONG}, {"id": RIGHT}, {"id": BEST}], "pass": RIGHT}
    by_id = {each["id"]: each for each in rubrics}
    return build_programme({**raw, "scale": scale, **keys}, by_id, found="given", inputs=())


def _dossier(
    items: list[Raw],
    claims: Mapping[str, Mapping[str, Sequence[str]]],
    keys: Mapping[str, Any],
    assessments: Iterable[Raw],
    consensus: Raw | None,
    found: Mapping[str, FileFacts],
) -> Dossier:
    raw = {
        "candidate": {"id": "K-1"},
        "programme": "p",
        "submitted": TODAY,
        "evidence": items,
        "claims": [{"outcome": each, "supports": supports} for each, supports in claims.items()],
        **keys,
    }
    portfolio = _document("portfolio.yml", raw)
    said_ = tuple(_document(f"assessments/{number}.yml", each) for number, each in enumerate(assessments))
    together = None if consensus is None else _document("consensus.yml", consensus)
    files = DossierFiles(Path("dossier"), portfolio, said_, together, complete=True)
    with EvidenceFolder(Path("no such folder")) as folder:
        dossier = build_dossier(files, portfolio, folder)
    evidence = tuple(replace(each, found=found.get(each.id, each.found)) for each in dossier.evidence)
    return replace(dossier, evidence=evidence)


def _document(name: str, value: Raw) -> Document:
    return Document(Path("dossier") / name, name, PORTFOLIO, value, (), frozenset())
