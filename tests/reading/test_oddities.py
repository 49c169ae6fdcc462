"""What is allowed in a dossier and probably not meant: the warnings of DESIGN §3, each with a twin that is right."""

import pytest
from tests.reading.form.files import found, put, read, said_of, write, yaml

ITEM = "title: B, issued: 2026-06-01"
CITED = "claims: [{outcome: o, supports: {A: [B1, B2]}}]"


def two_items(first, second):
    return f"evidence: [{{id: B1, {ITEM}, {first}}}, {{id: B2, {ITEM}, {second}}}]\n{CITED}"


def two_ids(first, second):
    items = ", ".join(f"{{id: {name}, type: other, {ITEM}}}" for name in (first, second))
    return f"evidence: [{items}]\nclaims: [{{outcome: o, supports: {{A: [{first}, {second}]}}}}]"


@pytest.mark.parametrize(
    ("code", "at", "odd", "right"),
    [
        (
            "EVC341",
            ("evidence", 1, "id"),
            f"evidence: [{{id: B1, type: other, {ITEM}}}, {{id: B2, type: diploma, {ITEM}}}]",
            f"evidence: [{{id: B1, type: other, {ITEM}}}, {{id: B2, type: diploma, {ITEM}, qualification: q}}]",
        ),
        (
            "EVC341",
            ("evidence", 0, "id"),
            "claims: [{outcome: o, supports: {}}]",
            "claims: [{outcome: o, supports: {B: [B1]}}]",
        ),
        (
            "EVC342",
            ("evidence", 1, "file"),
            two_items("type: other, file: a/b.pdf", "type: badge, file: a/b.pdf"),
            two_items("type: other, file: a/b.pdf", "type: badge, file: a/c.pdf"),
        ),
        (
            "EVC342",  # composed or not is one name
            ("evidence", 1, "file"),
            two_items('type: other, file: "\\u00e9.pdf"', 'type: badge, file: "e\\u0301.pdf"'),
            two_items("type: other, file: e.pdf", "type: badge, file: E.pdf"),
        ),
        (
            "EVC343",
            ("evidence", 1, "id"),
            two_items("type: video, consent: true", "type: video"),
            two_items("type: video, consent: true", "type: observation"),
        ),
        (
            "EVC344",
            ("evidence", 1, "id"),
            two_ids("B1", "b1"),
            two_ids("B1", "b2"),
        ),
    ],
)
def test_an_oddity_of_a_portfolio_and_its_right_twin(tmp_path, code, at, odd, right):
    write(tmp_path, portfolio=odd)
    assert found(tmp_path) == said_of("portfolio", code, *at)
    assert read(tmp_path).value is not None  # a warning stops nothing
    write(tmp_path, portfolio=right)
    assert found(tmp_path) == []


UNCLAIMED = "units: [{id: U, title: U, credits: 60, outcomes: [o, o2]}]"


@pytest.mark.parametrize(
    ("kind", "odd", "right"),
    [
        ("assessment", "ratings: {o: {A: high}, o2: {A: high}}", "ratings: {o: {A: high}}"),
        (
            "consensus",
            "ratings: {o: {A: {level: high, remark: so}}, o2: {A: {level: high, remark: so}}}",
            "ratings: {o: {A: {level: high, remark: so}}}",
        ),
    ],
)
def test_ratings_of_an_outcome_that_nobody_claims(tmp_path, kind, odd, right):
    put(tmp_path, "rubrics/p/o2.yml", yaml("rubric", "id: o2"))
    write(tmp_path, programme=UNCLAIMED, **{kind: odd})
    if kind == "consensus":  # somebody rated what they agree on
        put(tmp_path, "dossier/assessments/A-1.yml", yaml("assessment", "ratings: {o: {A: low}, o2: {A: low}}"))
    assert [each for each in found(tmp_path) if kind in each[1]] == said_of(kind, "EVC345", "ratings", "o2")
    assert read(tmp_path).value is not None
    write(tmp_path, programme=UNCLAIMED, **{kind: right})
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("needed", "raters", "odd"),
    [
        (2, ["A-1"], True),
        (2, ["A-1", "A-2"], False),
        (3, ["A-1", "A-2"], True),
        (1, ["A-1"], False),
        (0, ["A-1"], False),
    ],
)
def test_a_consensus_on_what_too_few_rated(tmp_path, needed, raters, odd):
    write(tmp_path, programme=f"assessors: {needed}", consensus="assessors: [A-1, A-2, A-3]")
    for name in ("A-1", "A-2", "A-3"):
        rated = "ratings: {o: {A: low}}" if name in raters else "ratings: {o: {B: low}}"
        put(tmp_path, f"dossier/assessments/{name}.yml", yaml("assessment", f"assessor: {{id: {name}}}\n{rated}"))
    assert found(tmp_path) == (said_of("consensus", "EVC346", "ratings", "o", "A") if odd else [])
    assert read(tmp_path).value is not None


@pytest.mark.parametrize("consent", ["", ", consent: false"])
def test_a_video_needs_a_consent_that_was_given(tmp_path, consent):
    write(tmp_path, portfolio=f"evidence: [{{id: B1, {ITEM}, type: video{consent}}}]")
    assert found(tmp_path) == said_of("portfolio", "EVC343", "evidence", 0, "id")


def test_three_ids_that_differ_only_in_case_are_said_twice(tmp_path):
    items = ", ".join(f"{{id: {name}, type: other, {ITEM}}}" for name in ("b-A", "B-a", "B-A"))
    write(tmp_path, portfolio=f"evidence: [{items}]\nclaims: [{{outcome: o, supports: {{A: [b-A, B-a, B-A]}}}}]")
    assert [at for _, _, at in found(tmp_path)] == [("evidence", 1, "id"), ("evidence", 2, "id")]


def test_oddities_are_said_only_of_what_is_right_in_form(tmp_path):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {}}]", assessment="candidate: K-2")
    assert found(tmp_path) == said_of("assessment", "EVC315", "candidate")


@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("programme", ("units: [{id: U, title: U, credits: 9, outcomes: [o]},"
         " {id: u, title: U, credits: 9, exemptible: false}]")),
        ("programme", "qualifications: [{id: q, title: Q}, {id: Q, title: Q}]"),
        ("programme", "sources: [{id: law, title: L}, {id: Law, title: L}]"),
        ("programme", "scale: {levels: [{id: low}, {id: high}, {id: High}], pass: high}"),
        ("rubric", "criteria: [{id: A, title: A}, {id: B, title: B}, {id: b, title: B}]"),
    ],
)  # fmt: skip
def test_ids_that_differ_only_in_case_are_seen_in_rules_too(tmp_path, file, keys):
    write(tmp_path, **{file: keys})
    assert [code for code, *_ in found(tmp_path)] == ["EVC344"]


def test_instruments_and_outcomes_that_differ_only_in_case(tmp_path):
    write(tmp_path, assessment="instruments: [{id: G1, kind: interview}, {id: g1, kind: test}]")
    assert found(tmp_path) == said_of("assessment", "EVC344", "instruments", 1, "id")
    write(
        tmp_path,
        programme="units: [{id: U, title: U, credits: 1, outcomes: [o]}, {id: V, title: V, credits: 1, outcomes: [O]}]",
    )
    put(tmp_path, "rubrics/p/O.yml", yaml("rubric", "id: O"))
    assert found(tmp_path) == said_of("programme", "EVC344", "units", 1, "outcomes", 0)


@pytest.mark.parametrize(
    ("path", "odd"),
    [
        ("Assessments/A-1.yml", "Assessments"),
        ("assesments/A-1.yml", "assesments"),
        ("Consensus.yml", "Consensus.yml"),
        ("consencus.yaml", "consencus.yaml"),
        ("assignments/A-1.yml", None),
        ("context.yml", None),
    ],
)
def test_what_almost_bears_a_name_that_is_read_is_told(tmp_path, path, odd):
    write(tmp_path)
    (tmp_path / "dossier/assessments/A-1.yml").unlink()
    (tmp_path / "dossier/assessments").rmdir()
    put(tmp_path, f"dossier/{path}", "left: unread\n")
    if (tmp_path / "dossier/assessments").exists():
        pytest.skip("this file system does not tell capitals apart")
    assert found(tmp_path) == ([("EVC347", f"dossier/{odd}", ())] if odd else [])
    assert read(tmp_path).value is not None
