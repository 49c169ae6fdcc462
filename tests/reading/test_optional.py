"""What DESIGN §3 does not list as required may be left out: the least that each kind of file can be."""

import pytest

from evc.reading.shape import check_shape
from evc.reading.yaml import read_yaml

LEAST = {
    "programme": """
format: evc/programme@1
id: x
title: X
language: nl
credits: 0
scale: {levels: [{id: a}, {id: b}], pass: b}
qualifications: [{id: q}]
advice: {source: {ref: oer}}
regulation: {year: 2026-2027}
units: [{id: U1, title: U, credits: 0, outcomes: [y]}, {id: U2, title: U, credits: 0, exemptible: false}]
""",
    "rubric": """
format: evc/rubric@1
id: y
version: 1.0.0
title: Y
statement: Y
criteria: [{id: P1, title: P}]
""",
    "portfolio": """
format: evc/portfolio@1
candidate: {id: K-1}
programme: x
submitted: 2026-09-15
evidence:
  - {id: B1, type: video, title: B, issued: 2026-01-01, period: {to: 2026-01-01}}
  - {id: B2, type: video, title: B, period: {from: 2026-01-01}}
claims: [{outcome: y, supports: {}}]
""",
    "assessment": """
format: evc/assessment@1
assessor: {id: A-1}
candidate: K-1
on: 2026-09-15
judged: {rubrics: {y: 1.0.0}}
instruments: [{kind: interview}, {id: G1}]
verified: {B1: {remark: ""}}
""",
    "consensus": """
format: evc/consensus@1
candidate: K-1
on: 2026-09-15
assessors: [A-1]
restored: {B1: {remark: toch echt}}
""",
}


@pytest.mark.parametrize("kind", LEAST)
def test_the_least_that_a_file_can_be(kind: str) -> None:
    value, problems = read_yaml(LEAST[kind].encode(), "x.yml")
    assert [*problems, *check_shape(value, kind, "x.yml")] == []


@pytest.mark.parametrize("period", ["period: {to: 2026-01-01}", "period: {}"])
def test_an_item_has_a_day_or_the_beginning_of_a_period(period: str) -> None:
    text = LEAST["portfolio"].replace("period: {from: 2026-01-01}", period)
    value, _ = read_yaml(text.encode(), "x.yml")
    assert check_shape(value, "portfolio", "x.yml")
