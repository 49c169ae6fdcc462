"""A fault in one place that could be mistaken for more faults elsewhere: it is said once (DESIGN §4, *Form*)."""

import pytest
from tests.reading.form.files import found, put, write, yaml

UNIT = "id: U, title: U, credits: 30"
ITEM = "title: B, issued: 2026-06-01"


def expect(code, **files):
    return pytest.param(code, files, id=f"{code} {' '.join(files)}")


@pytest.mark.parametrize(
    ("code", "files"),
    [
        # a list that is not there, of things that others refer to
        expect("EVC205", portfolio="evidence:"),
        expect("EVC204", programme="scale: {pass: high}"),
        expect("EVC206", programme="scale: [low, high]", rubric="criteria: [{id: A, title: A, pass: high}]"),
        expect("EVC205", programme="qualifications:"),
        expect("EVC205", programme="sources:", rubric="sources: [{ref: law}]"),
        expect("EVC205", consensus="assessors:"),
        expect("EVC206", consensus="assessors: A-1"),
        # a thing without id, and what refers to it
        expect(
            "EVC309",
            assessment="instruments: [{kind: test}]\nratings: {o: {A: {level: high, based_on: [G1]}}}",
        ),
        expect(
            "EVC206",
            assessment="instruments: {G1: test}\nratings: {o: {A: {level: high, based_on: [G1]}}}",
        ),
        # an id that cannot be one
        expect("EVC210", portfolio="claims: [{outcome: o, supports: {A: ['B 1']}}]"),
        expect("EVC210", portfolio="claims: [{outcome: 'o 1', supports: {A: [B1]}}]"),
        expect("EVC210", portfolio="claims: [{outcome: o, supports: {'A 1': [B1]}}]"),
        expect("EVC210", portfolio=f"evidence: [{{id: B1, type: diploma, {ITEM}, qualification: q 1}}]"),
        expect("EVC210", portfolio=f"evidence: [{{id: 'B 1', type: other, {ITEM}}}]"),
        expect("EVC210", portfolio="candidate: {id: K 1}"),
        expect("EVC210", assessment="candidate: K 1"),
        expect("EVC210", assessment="ratings: {o: {A: very high}}"),
        expect("EVC210", assessment="ratings: {o 1: {A: high}}"),
        expect("EVC210", consensus="assessors: [A-1, A 2]"),
        expect("EVC210", programme="id: p 1"),
        expect("EVC210", programme="shared: [../general]"),
        expect("EVC210", programme="scale: {levels: [{id: low, title: L}, {id: high, title: H}], pass: very high}"),
        expect("EVC210", programme=f"units: [{{{UNIT}, outcomes: [o, o 2]}}]"),
        expect("EVC210", programme=f"units: [{{{UNIT}, outcomes: [o], after: [U 2]}}]"),
        expect("EVC210", rubric="id: o 1"),
        expect(
            "EVC206",
            portfolio=f"evidence: [{{id: 1, type: other, {ITEM}}}]\nclaims: [{{outcome: o, supports: {{A: ['1']}}}}]",
        ),
        expect("EVC210", programme="scale: {levels: [{id: l w, title: L}, {id: high, title: H}], pass: high}"),
        # a value of which another rule says something too
        expect("EVC207", portfolio=f"evidence: [{{id: B1, type: diplom, {ITEM}, qualification: q}}]"),
        expect(
            "EVC209",
            portfolio="evidence: [{id: B1, type: other, title: B, period: {from: 31-12-2019, to: 2020-01-01}}]",
        ),
        expect("EVC209", programme="regulation: {from: 2026-9-1, to: 2026-10-01}"),
        expect("EVC206", programme="credits: true"),
        expect("EVC206", programme="credits: sixty"),
        expect("EVC206", programme=f"units: [{{{UNIT.replace('30', 'thirty')}, outcomes: [o]}}]"),
        expect("EVC208", programme="credits: -1"),
        expect("EVC208", programme=f"units: [{{{UNIT.replace('30', '300000')}, outcomes: [o]}}]"),
        # an id written wrong in one file, and another file that writes it right
        expect("EVC303", assessment="ratings: {o: {AA: high}}", consensus=""),
        expect("EVC302", assessment="ratings: {oo: {A: high}}", consensus=""),
        expect("EVC304", programme="scale: {levels: [{id: low, title: L}, {id: higher, title: H}], pass: high}"),
        # a file of a newer version, of which nothing more is known
        expect("EVC202", portfolio="format: evc/portfolio@2\nclaims: [{outcome: new, supports: {A: [B1]}}]"),
        expect("EVC202", assessment="format: evc/assessment@2\nratings: {o: {A: excellent}}"),
        expect("EVC202", rubric="format: evc/rubric@2"),
        expect("EVC202", programme="format: evc/programme@2", consensus=""),
        # a file of another kind
        expect("EVC201", portfolio="format: evc/rubric@1"),
        expect("EVC201", rubric="format: evc/portfolio@1"),
        expect("EVC201", assessment="format: evc/consensus@1", consensus=""),
    ],
)  # fmt: skip
def test_one_fault_is_one_error(tmp_path, code, files):
    write(tmp_path, **files)
    assert [each[0] for each in found(tmp_path)] == [code]


@pytest.mark.parametrize("key", ["evidence", "claims"])
def test_a_list_that_a_portfolio_must_have(tmp_path, key):
    write(tmp_path)
    text = (tmp_path / "dossier/portfolio.yml").read_text()
    put(tmp_path, "dossier/portfolio.yml", "".join(line for line in text.splitlines(keepends=True) if key not in line))
    assert [each[0] for each in found(tmp_path)] == ["EVC204"]


def test_a_shared_folder_that_is_not_there_and_the_rubric_in_it(tmp_path):
    put(tmp_path, "rubrics/general/o2.yml", yaml("rubric", "id: o2"))
    write(tmp_path, programme=f"shared: [generall]\nunits: [{{{UNIT}, outcomes: [o, o2]}}]")
    assert [each[0] for each in found(tmp_path)] == ["EVC310"]


def test_a_copied_assessment_and_a_consensus_with_the_assessor_it_should_name(tmp_path):
    write(tmp_path, consensus="assessors: [A-1, A-2]")
    put(tmp_path, "dossier/assessments/A-2.yml", yaml("assessment"))
    assert [each[0] for each in found(tmp_path)] == ["EVC320"]


def test_an_outcome_without_rubric_in_two_units(tmp_path):
    second = "{id: V, title: V, credits: 1, outcomes: [o2]}"
    write(tmp_path, programme=f"units: [{{{UNIT}, outcomes: [o, o2]}}, {second}]")
    assert [each[0] for each in found(tmp_path)] == ["EVC323", "EVC324"]
