"""The form of a rubric: its programme's levels and sources, criteria that differ, a decision that can be met."""

import pytest
from tests.reading.form.files import found, read, said_of, write


@pytest.mark.parametrize(
    ("code", "at", "wrong", "right"),
    [
        (
            "EVC304",
            ("criteria", 0, "pass"),
            "criteria: [{id: A, title: A, pass: good}, {id: B, title: B}]",
            "criteria: [{id: A, title: A, pass: low}, {id: B, title: B}]",
        ),
        (
            "EVC304",
            ("criteria", 1, "levels", "good"),
            "criteria: [{id: A, title: A}, {id: B, title: B, levels: {high: so, good: so}}]",
            "criteria: [{id: A, title: A}, {id: B, title: B, levels: {high: so, low: so}}]",
        ),
        (
            "EVC307",
            ("sources", 1, "ref"),
            "sources: [{ref: law}, {ref: oer, article: '4.2'}]",
            "sources: [{ref: law}, {ref: law, article: '4.2'}]",
        ),
        (
            "EVC311",
            ("criteria", 2, "id"),
            "criteria: [{id: A, title: A}, {id: B, title: B}, {id: A, title: A}]",
            "criteria: [{id: A, title: A}, {id: B, title: B}, {id: C, title: A}]",
        ),
        ("EVC326", ("id",), "id: O", "id: o"),
        ("EVC401", ("decision", "at_least"), "decision: {at_least: 3}", "decision: {at_least: 2}"),
    ],
)
def test_an_error_and_its_right_twin(tmp_path, code, at, wrong, right):
    write(tmp_path, rubric=wrong)
    assert found(tmp_path) == said_of("rubric", code, *at)
    assert read(tmp_path).value is None
    write(tmp_path, rubric=right)
    assert found(tmp_path) == []
    assert read(tmp_path).value is not None


def test_more_mandatory_criteria_than_are_asked_is_no_error(tmp_path):
    mandatory = "criteria: [{id: A, title: A, mandatory: true}, {id: B, title: B, mandatory: true}]"
    write(tmp_path, rubric=f"{mandatory}\ndecision: {{at_least: 1}}")
    assert found(tmp_path) == []
