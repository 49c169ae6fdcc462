"""The form of an assessment: of this candidate, by one assessor, of what is there (DESIGN §4, *Form*)."""

import pytest
from tests.reading.form.files import found, put, read, said_of, write, yaml

RATED = "ratings: {o: {A: high, B: high}}\n"


@pytest.mark.parametrize(
    ("code", "at", "wrong", "right"),
    [
        ("EVC301", ("verified", "B9"), "verified: {B9: {remark: seen}}", "verified: {B1: {remark: seen}}"),
        (
            "EVC301",
            ("rejected", "B9"),
            "rejected: {B1: {reason: other, remark: no}, B9: {reason: other, remark: no}}",
            "rejected: {B1: {reason: other, remark: no}}",
        ),
        ("EVC301", ("waived", "b1"), "waived: {b1: {remark: so, for: [o]}}", "waived: {B1: {remark: so, for: [o]}}"),
        (
            "EVC302",
            ("rejected", "B1", "for", 1),
            "rejected: {B1: {reason: other, remark: no, for: [o, oo]}}",
            "rejected: {B1: {reason: other, remark: no, for: [o]}}",
        ),
        (
            "EVC302",
            ("waived", "B1", "for", 0),
            "waived: {B1: {remark: so, for: [O]}}",
            "waived: {B1: {remark: so, for: [o]}}",
        ),
        ("EVC302", ("ratings", "oo"), "ratings: {o: {A: high}, oo: {A: high}}", "ratings: {o: {A: high}}"),
        ("EVC302", ("judged", "rubrics", "oo"), "judged: {rubrics: {oo: 1.0.0}}", "judged: {rubrics: {o: 0.9.0}}"),
        ("EVC303", ("ratings", "o", "C"), "ratings: {o: {A: high, C: high}}", "ratings: {o: {A: high, B: high}}"),
        ("EVC304", ("ratings", "o", "A"), "ratings: {o: {A: good}}", "ratings: {o: {A: high}}"),
        (
            "EVC304",
            ("ratings", "o", "A", "level"),
            "ratings: {o: {A: {level: High}}}",
            "ratings: {o: {A: {level: low}}}",
        ),
        (
            "EVC304",
            ("ratings", "o", "A", "first"),
            "ratings: {o: {A: {level: high, first: lower}}}",
            "ratings: {o: {A: {level: high, first: low}}}",
        ),
        (
            "EVC309",
            ("ratings", "o", "A", "based_on", 1),
            "instruments: [{id: G1, kind: test}]\nratings: {o: {A: {level: high, based_on: [B1, G2]}}}",
            "instruments: [{id: G1, kind: test}]\nratings: {o: {A: {level: high, based_on: [B1, G1]}}}",
        ),
        (
            "EVC309",
            ("ratings", "o", "A", "based_on", 0),
            "ratings: {o: {A: {level: high, based_on: [G1]}}}",
            "ratings: {o: {A: {level: high, based_on: [B1]}}}",
        ),
        (
            "EVC311",
            ("instruments", 1, "id"),
            "instruments: [{id: G1, kind: test}, {id: G1, kind: interview}]",
            "instruments: [{id: G1, kind: test}, {id: G2, kind: interview}]",
        ),
        ("EVC315", ("candidate",), "candidate: K-2", "candidate: K-1"),
    ],
)
def test_an_error_and_its_right_twin(tmp_path, code, at, wrong, right):
    write(tmp_path, assessment=wrong)
    assert found(tmp_path) == said_of("assessment", code, *at)
    assert read(tmp_path).value is None
    write(tmp_path, assessment=right)
    assert found(tmp_path) == []
    assert read(tmp_path).value is not None


@pytest.mark.parametrize(("name", "errors"), [("A-1", 1), ("A-2", 0), ("a-1", 0)])
def test_an_assessor_speaks_in_one_file(tmp_path, name, errors):
    write(tmp_path)
    put(tmp_path, "dossier/assessments/second.yml", yaml("assessment", f"assessor: {{id: {name}}}"))
    wrong = ("EVC320", "dossier/assessments/second.yml", ("assessor", "id"))
    assert [each for each in found(tmp_path) if each[0] != "EVC344"] == [wrong] * errors


def test_an_assessment_that_only_verifies(tmp_path):
    write(tmp_path)
    head = yaml("assessment", "assessor: {id: A-2}\nratings:").replace("ratings:\n", "").removesuffix("ratings:")
    put(tmp_path, "dossier/assessments/A-2.yml", head + "verified: {B1: {remark: seen}}\n")
    assert found(tmp_path) == []
