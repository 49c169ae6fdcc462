"""The form of a consensus: of assessors who judged apart, on what they rated (DESIGN §4, *Form*)."""

import pytest
from tests.reading.form.files import found, put, read, said_of, write, yaml


@pytest.mark.parametrize(
    ("code", "at", "wrong", "right"),
    [
        ("EVC301", ("restored", "B9"), "restored: {B9: {remark: so}}", "restored: {B1: {remark: so}}"),
        (
            "EVC302",
            ("ratings", "oo"),
            "ratings: {oo: {A: {level: high, remark: so}}}",
            "ratings: {o: {A: {level: high, remark: so}}}",
        ),
        (
            "EVC303",
            ("ratings", "o", "C"),
            "ratings: {o: {C: {level: high, remark: so}}}",
            "ratings: {o: {B: {level: high, remark: so}}}",
        ),
        (
            "EVC304",
            ("ratings", "o", "A", "level"),
            "ratings: {o: {A: {level: good, remark: so}}}",
            "ratings: {o: {A: {level: low, remark: so}}}",
        ),
        ("EVC311", ("assessors", 2), "assessors: [A-1, A-2, A-1]", "assessors: [A-1, A-2]"),
        ("EVC315", ("candidate",), "candidate: k-1", "candidate: K-1"),
        ("EVC316", ("assessors", 2), "assessors: [A-1, A-2, A-3]", "assessors: [A-2, A-1]"),
        (
            "EVC317",
            ("assessors",),
            "assessors: [A-1]\nratings: {o: {B: {level: high, remark: so}}}",
            "assessors: [A-1, A-2]",
        ),
        (
            "EVC318",
            ("ratings", "p", "A"),
            "ratings: {p: {A: {level: high, remark: so}}}",
            "ratings: {o: {A: {level: high, remark: so}}}",
        ),
        (
            "EVC318",
            ("ratings", "p", "B"),
            "ratings: {p: {B: {level: high, remark: so}}, o: {A: {level: high, remark: so}}}",
            "ratings: {o: {B: {level: high, remark: so}, A: {level: high, remark: so}}}",
        ),
    ],
)
def test_an_error_and_its_right_twin(tmp_path, code, at, wrong, right):
    """Two assessors are needed: A-1 rates A and B, A-2 rates A, of two outcomes only `o` is rated."""
    write(
        tmp_path,
        programme="assessors: 2\nunits: [{id: U, title: U, credits: 60, outcomes: [o, p]}]",
        portfolio="claims: [{outcome: o, supports: {A: [B1]}}, {outcome: p, supports: {}}]",
        consensus=_of_two(wrong),
    )
    put(tmp_path, "rubrics/p/p.yml", yaml("rubric", "id: p"))
    put(tmp_path, "dossier/assessments/A-2.yml", yaml("assessment", "assessor: {id: A-2}\nratings: {o: {A: low}}"))
    assert [each for each in found(tmp_path) if each[0] != "EVC346"] == said_of("consensus", code, *at)
    assert read(tmp_path).value is None
    put(tmp_path, "dossier/consensus.yml", yaml("consensus", _of_two(right)))
    assert [each for each in found(tmp_path) if each[0] != "EVC346"] == []
    assert read(tmp_path).value is not None


def _of_two(text):
    return text if "assessors:" in text else f"assessors: [A-1, A-2]\n{text}"


@pytest.mark.parametrize(
    ("assessors", "errors"),
    [
        ("[A-1, A-2]", [("ratings", "o", "A")]),
        ("[A-2, A-3]", [("ratings", "o", "A")]),
        ("[A-1, A-2, A-3]", []),
        ("[A-1, A-2, A-3, A-4]", []),  # who did not rate it may agree too
    ],
)
def test_everyone_who_rated_a_criterion_must_have_agreed(tmp_path, assessors, errors):
    write(tmp_path, programme="assessors: 2", consensus=f"assessors: {assessors}")
    for name in ("A-2", "A-3"):
        put(tmp_path, f"dossier/assessments/{name}.yml", yaml("assessment", f"assessor: {{id: {name}}}"))
    put(tmp_path, "dossier/assessments/A-4.yml", yaml("assessment", "assessor: {id: A-4}\nratings: {o: {B: low}}"))
    assert found(tmp_path) == [("EVC319", "dossier/consensus.yml", at) for at in errors]


@pytest.mark.parametrize(
    ("needed", "assessors", "few"),
    [
        (0, "[A-1]", False),
        (1, "[A-1]", False),
        (2, "[A-1]", True),
        (2, "[A-1, A-2]", False),
        (3, "[A-1, A-2]", True),
    ],
)
def test_as_many_must_agree_as_must_rate(tmp_path, needed, assessors, few):
    write(
        tmp_path,
        programme=f"assessors: {needed}",
        consensus=f"assessors: {assessors}\nratings: {{o: {{B: {{level: high, remark: so}}}}}}",
    )
    put(tmp_path, "dossier/assessments/A-2.yml", yaml("assessment", "assessor: {id: A-2}\nratings: {o: {A: low}}"))
    errors = [each for each in found(tmp_path) if each[0] != "EVC346"]
    assert errors == (said_of("consensus", "EVC317", "assessors") if few else [])


def test_who_only_verified_may_agree_on_nothing_that_nobody_rated(tmp_path):
    write(tmp_path, assessment="ratings: {o: {B: high}}", consensus="")
    assert found(tmp_path) == said_of("consensus", "EVC318", "ratings", "o", "A")
