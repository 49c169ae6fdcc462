"""The smallest dossier that is all in order, for tests to change one thing in."""

from copy import deepcopy

from tests.oracle.naive import evaluate
from tests.oracle.papers import Raw

TODAY = "2026-09-15"
PROGRAMME: Raw = {
    "id": "opleiding",
    "credits": 240,
    "scale": {"levels": [{"id": "onvoldoende"}, {"id": "voldoende"}, {"id": "goed"}], "pass": "voldoende"},
    "assessors": 1,
    "units": [{"id": "LU-A", "credits": 30, "outcomes": ["lu1"]}],
}
RUBRIC: Raw = {"id": "lu1", "version": "1.0.0", "criteria": [{"id": "P1"}]}
ITEM: Raw = {"id": "B1", "type": "work-product", "issued": "2026-01-01"}
PORTFOLIO: Raw = {
    "candidate": {"id": "K-1", "name": "Sam"},
    "submitted": TODAY,
    "evidence": [ITEM],
    "claims": [{"outcome": "lu1", "supports": {"P1": ["B1"]}}],
}
GOOD: Raw = {"level": "voldoende", "remark": "Gezien."}


def assessment(number: int, *, ratings: Raw | None = None, **rest: object) -> Raw:
    """The file of assessor A-1, A-2 ...; by default P1 of lu1 is rated, with a remark."""
    rated = {"lu1": {"P1": GOOD}} if ratings is None else ratings
    return {"assessor": {"id": f"A-{number}"}, "candidate": "K-1", "on": TODAY, "ratings": rated, **rest}


def judge(
    *,
    programme: Raw | None = None,
    rubrics: dict[str, Raw] | None = None,
    evidence: list[Raw] | None = None,
    claims: list[Raw] | None = None,
    assessments: list[Raw] | None = None,
    consensus: Raw | None = None,
    files: dict[str, str | None] | None = None,
    on: str | None = None,
) -> Raw:
    """The naive advice on the smallest dossier, with keys of the programme or whole parts of the rest replaced."""
    portfolio = deepcopy(PORTFOLIO)
    portfolio["evidence"] = portfolio["evidence"] if evidence is None else evidence
    portfolio["claims"] = portfolio["claims"] if claims is None else claims
    return evaluate(
        {**PROGRAMME, **(programme or {})},
        rubrics or {"lu1": RUBRIC},
        portfolio,
        [assessment(1)] if assessments is None else assessments,
        consensus,
        files or {},
        on,
    )


def outcome(advice: Raw) -> Raw:
    """The first outcome of the first unit."""
    first: Raw = advice["units"][0]["outcomes"][0]
    return first
