"""One fault is one error: what only follows from another is not said (DESIGN §4, *Form*)."""

import pytest
from tests.reading.form.files import found, put, said_of, write, yaml

BROKEN = "format: evc/assessment@1\nassessor: {id: A-1\n"
REFERS_TO_ALL = "ratings: {o: {A: {level: high, based_on: [B1, B2]}}}\nverified: {B2: {remark: seen}}"


def codes(folder):
    return [(code, file) for code, file, _ in found(folder)]


def test_an_unreadable_assessment_and_a_consensus_that_names_its_assessor(tmp_path):
    write(tmp_path, consensus="")
    put(tmp_path, "dossier/assessments/A-1.yml", BROKEN)
    assert [file for _, file in codes(tmp_path)] == ["dossier/assessments/A-1.yml"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("A-1.txt", "EVC322"), ("A-1.YAML/inside.yml", "EVC117")],
)
def test_an_assessment_that_is_no_yaml_file_and_a_consensus_that_names_its_assessor(tmp_path, name, code):
    write(tmp_path, consensus="")
    (tmp_path / "dossier/assessments/A-1.yml").unlink()
    put(tmp_path, f"dossier/assessments/{name}", yaml("assessment"))
    assert [each for each, _ in codes(tmp_path)] == [code]


def test_an_assessment_twice_and_a_consensus_that_names_its_assessor(tmp_path):
    write(tmp_path, consensus="")
    put(tmp_path, "dossier/assessments/A-1.yaml", yaml("assessment"))
    assert codes(tmp_path) == [("EVC321", "dossier/assessments/A-1.yml")]


@pytest.mark.parametrize(
    ("assessment", "code"),
    [
        ("assessor: {name: X}", "EVC204"),
        ("assessor: {id: A 1}", "EVC210"),
        ("ratings: {o: high}", "EVC206"),
        ("ratings: {o: {A: }}", "EVC205"),
    ],
)
def test_an_assessment_of_the_wrong_shape_and_a_consensus_on_its_ratings(tmp_path, assessment, code):
    write(tmp_path, assessment=assessment, consensus="")
    assert codes(tmp_path) == [(code, "dossier/assessments/A-1.yml")]


@pytest.mark.parametrize(
    ("evidence", "code"),
    [
        (
            "[{id: B1, type: other, title: B, issued: 2026-06-01}, {type: other, title: B, issued: 2026-06-01}]",
            "EVC204",
        ),
        ("{id: B1}", "EVC206"),
        ("[{id: B1, type: other, title: B, issued: 2026-06-01}, B2]", "EVC206"),
        (
            "[{id: B1, type: other, title: B, issued: 2026-06-01}, {id: , type: other, title: B, issued: 2026-06-01}]",
            "EVC205",
        ),
    ],
)
def test_evidence_whose_id_cannot_be_known_and_what_refers_to_it(tmp_path, evidence, code):
    claims = "claims: [{outcome: o, supports: {A: [B2]}}]"
    write(tmp_path, portfolio=f"evidence: {evidence}\n{claims}", assessment=REFERS_TO_ALL)
    assert codes(tmp_path) == [(code, "dossier/portfolio.yml")]


def test_an_unknown_programme_and_everything_that_is_looked_up_in_it(tmp_path):
    write(
        tmp_path,
        portfolio="""
programme: other
evidence: [{id: B1, type: diploma, title: B, issued: 2026-06-01, qualification: elsewhere}]
claims: [{outcome: elsewhere, supports: {X: [B1]}}]
""",
        assessment="ratings: {elsewhere: {X: best}}",
        consensus="ratings: {elsewhere: {X: {level: best, remark: so}}}",
    )
    assert found(tmp_path) == said_of("portfolio", "EVC308", "programme")


@pytest.mark.parametrize(
    ("programme", "code"),
    [("programme: [p]", "EVC206"), ("programme: a b", "EVC210"), ("programme:", "EVC205")],
)
def test_a_programme_of_the_wrong_shape_is_not_called_unknown(tmp_path, programme, code):
    write(tmp_path, portfolio=programme)
    assert codes(tmp_path) == [(code, "dossier/portfolio.yml")]


@pytest.mark.parametrize(
    ("rubric", "code"),
    [
        ("criteria: []", "EVC211"),
        ("criteria: [{title: A}]", "EVC204"),
        ("criteria: {A: B}", "EVC206"),
        ("decision: {at_least: 9}\ncriteria: [{id: A, title: A}]", "EVC401"),
        ("version:", "EVC205"),
    ],
)
def test_a_broken_rubric_and_what_refers_to_its_criteria(tmp_path, rubric, code):
    write(
        tmp_path,
        rubric=rubric,
        portfolio="claims: [{outcome: o, supports: {A: [B1], Z: [B1]}}]",
        assessment="ratings: {o: {Z: best}}",
    )
    assert codes(tmp_path) == [(code, "rubrics/p/o.yml")]


@pytest.mark.parametrize(
    ("programme", "code"),
    [
        ("scale: {levels: [{title: Low}, {id: high, title: High}], pass: low}", "EVC204"),
        ("qualifications: [{title: Q}]", "EVC204"),
        ("sources: [{title: Law}]\nadvice: {max_credits: 1, source: {ref: law}}", "EVC204"),
        ("units: [{title: U, credits: 1, outcomes: [o], exempt_for: [q], after: [V]}]", "EVC204"),
    ],
)
def test_a_programme_whose_ids_cannot_be_known_and_what_refers_to_them(tmp_path, programme, code):
    write(tmp_path, programme=programme)
    assert codes(tmp_path) == [(code, "rubrics/p/programme.yml")]


def test_a_rubric_that_stands_twice_is_not_called_absent(tmp_path):
    write(tmp_path)
    put(tmp_path, "rubrics/p/o.yaml", yaml("rubric"))
    assert codes(tmp_path) == [("EVC321", "rubrics/p/o.yml")]


def test_an_item_cited_twice_that_is_unknown_is_said_once_for_each_fault(tmp_path):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B9, B9]}}]")
    assert [code for code, _ in codes(tmp_path)] == ["EVC301", "EVC312"]


def test_the_shape_of_one_file_does_not_hide_the_form_of_another(tmp_path):
    write(tmp_path, portfolio="goal: [x]\nclaims: [{outcome: o, supports: {A: [B9]}}]", assessment="candidate: K-2")
    assert [code for code, _ in codes(tmp_path)] == ["EVC315", "EVC206", "EVC301"]


@pytest.mark.parametrize(
    ("portfolio", "code"),
    [
        ("evidence: [{id: B1, type: other, title: B, period: {}}]", "EVC211"),
        ("evidence: [{id: B1, type: other, title: B, period: {form: 2026-01-01}}]", "EVC203"),
        ("evidence: [{id: B1, type: other, title: B, period: 2026}]", "EVC206"),
        (
            "evidence: [{id: B1, type: other, title: B, issued: 2026-06-01, fiel: a.pdf, sha256: " + "0" * 64 + "}]",
            "EVC203",
        ),
        ('evidence: [{id: B1, type: other, title: B, issued: 2026-06-01, file: "a\\x01.pdf"}]', "EVC114"),
        ('evidence: [{id: B1, type: other, title: B, issued: 2026-06-01, "hou\\x01rs": 1}]', "EVC114"),
    ],
)
def test_a_slip_in_an_item_is_said_once(tmp_path, portfolio, code):
    write(tmp_path, portfolio=portfolio)
    assert [each for each, _ in codes(tmp_path)] == [code]


@pytest.mark.parametrize(("exemptible", "code"), [("exemptible: nee", "EVC206"), ("exemptable: false", "EVC203")])
def test_whether_a_unit_needs_outcomes_follows_from_whether_it_can_be_exempted(tmp_path, exemptible, code):
    unit = f"{{id: V, title: V, credits: 1, {exemptible}}}"
    write(tmp_path, programme=f"units: [{{id: U, title: U, credits: 1, outcomes: [o]}}, {unit}]")
    assert [each for each, _ in codes(tmp_path)] == [code]


def test_a_consensus_of_another_candidate_is_one_fault(tmp_path):
    write(tmp_path, consensus="candidate: K-9\nassessors: [A-5, A-6]\nratings: {x: {Y: {level: z, remark: r}}}")
    assert [each for each, _ in codes(tmp_path)] == ["EVC315"]


def test_a_consensus_on_ratings_of_an_assessment_of_another_candidate(tmp_path):
    write(tmp_path, assessment="candidate: K-9", consensus="ratings: {o: {A: {level: high, remark: r}}}")
    assert [each for each, _ in codes(tmp_path)] == ["EVC315"]


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        ("{id: G1, kind: telephone, on: 2026-10-01}", ["EVC207", "EVC309"]),  # its id is sure
        ("{idd: G9, kind: interview, on: 2026-10-01}", ["EVC203"]),  # it may be G9
    ],
)
def test_an_instrument_with_a_fault_hides_its_id_only_where_it_does(tmp_path, instrument, expected):
    rating = "ratings: {o: {A: {level: high, based_on: [G9], remark: r}}}"
    write(tmp_path, assessment=f"instruments: [{instrument}]\n{rating}")
    assert [each for each, _ in codes(tmp_path)] == expected
