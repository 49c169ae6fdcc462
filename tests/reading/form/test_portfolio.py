"""The form of a portfolio: what it refers to is there, and stands once (DESIGN §4, *Form*)."""

import pytest
from tests.reading.form.files import found, read, said_of, write

ITEM = "type: other, title: B, issued: 2026-06-01"


@pytest.mark.parametrize(
    ("code", "at", "wrong", "right"),
    [
        (
            "EVC301",
            ("claims", 0, "supports", "A", 1),
            "claims: [{outcome: o, supports: {A: [B1, B9]}}]",
            "claims: [{outcome: o, supports: {A: [B1], B: [B1]}}]",
        ),
        (
            "EVC302",
            ("claims", 1, "outcome"),
            "claims: [{outcome: o, supports: {A: [B1]}}, {outcome: oo, supports: {}}]",
            "claims: [{outcome: o, supports: {A: [B1]}}]",
        ),
        (
            "EVC303",
            ("claims", 0, "supports", "a"),
            "claims: [{outcome: o, supports: {A: [B1], a: [B1]}}]",
            "claims: [{outcome: o, supports: {A: [B1], B: [B1]}}]",
        ),
        (
            "EVC305",
            ("evidence", 0, "qualification"),
            "evidence: [{id: B1, type: diploma, title: B, issued: 2026-06-01, qualification: Q}]",
            "evidence: [{id: B1, type: diploma, title: B, issued: 2026-06-01, qualification: q}]",
        ),
        ("EVC308", ("programme",), "programme: P", "programme: p"),
        (
            "EVC311",
            ("evidence", 1, "id"),
            f"evidence: [{{id: B1, {ITEM}}}, {{id: B1, {ITEM}}}]",
            f"evidence: [{{id: B1, {ITEM}}}]",
        ),
        (
            "EVC311",
            ("claims", 1, "outcome"),
            "claims: [{outcome: o, supports: {A: [B1]}}, {outcome: o, supports: {}}]",
            "claims: [{outcome: o, supports: {A: [B1]}}]",
        ),
        (
            "EVC312",
            ("claims", 0, "supports", "A", 1),
            "claims: [{outcome: o, supports: {A: [B1, B1]}}]",
            "claims: [{outcome: o, supports: {A: [B1], B: [B1]}}]",
        ),
        (
            "EVC313",
            ("evidence", 0, "period", "to"),
            "evidence: [{id: B1, type: other, title: B, period: {from: 2020-01-02, to: 2020-01-01}}]",
            "evidence: [{id: B1, type: other, title: B, period: {from: 2020-01-02, to: 2020-01-02}}]",
        ),
        (
            "EVC314",
            ("evidence", 0, "qualification"),
            "evidence: [{id: B1, type: badge, title: B, issued: 2026-06-01, qualification: q}]",
            "evidence: [{id: B1, type: certificate, title: B, issued: 2026-06-01, qualification: q}]",
        ),
    ],
)
def test_an_error_and_its_right_twin(tmp_path, code, at, wrong, right):
    write(tmp_path, portfolio=wrong)
    assert found(tmp_path) == said_of("portfolio", code, *at)
    assert read(tmp_path).value is None
    write(tmp_path, portfolio=right)
    assert found(tmp_path) == []
    assert read(tmp_path).value is not None


def test_an_outcome_that_has_a_rubric_and_stands_in_no_unit_is_unknown(tmp_path):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B1]}}, {outcome: loose, supports: {}}]")
    (tmp_path / "rubrics/p/loose.yml").write_text(
        (tmp_path / "rubrics/p/o.yml").read_text().replace("id: o", "id: loose")
    )
    assert found(tmp_path) == said_of("portfolio", "EVC302", "claims", 1, "outcome")


def test_every_error_is_said_at_once(tmp_path):
    write(
        tmp_path,
        portfolio="""
evidence:
  - {id: B1, type: other, title: B, issued: 2026-06-01, qualification: q}
  - {id: B1, type: other, title: B, period: {from: 2020-01-02, to: 2020-01-01}}
claims:
  - {outcome: o, supports: {A: [B9, B9], Z: [B8]}}
  - {outcome: other, supports: {Z: [B1]}}
""",
    )
    assert [(code, at) for code, _, at in found(tmp_path)] == [
        ("EVC314", ("evidence", 0, "qualification")),
        ("EVC311", ("evidence", 1, "id")),
        ("EVC313", ("evidence", 1, "period", "to")),
        ("EVC301", ("claims", 0, "supports", "A", 0)),
        ("EVC312", ("claims", 0, "supports", "A", 1)),
        ("EVC303", ("claims", 0, "supports", "Z")),
        ("EVC301", ("claims", 0, "supports", "Z", 0)),
        ("EVC302", ("claims", 1, "outcome")),
    ]


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("claims: [{outcome: o, supports: {A: [b1]}}]", "B1"),
        ("claims: [{outcome: o, supports: {A: [B11]}}]", "B1"),
        ("claims: [{outcome: o, supports: {A: [certificate]}}]", None),
        ("programme: P", "p"),
        ("programme: leraar-po", None),
    ],
)
def test_the_nearest_name_is_offered(tmp_path, wrong, near):
    write(tmp_path, portfolio=wrong)
    (problem,) = read(tmp_path).problems
    assert problem.data.get("near") == near
