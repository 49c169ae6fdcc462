"""The form of a programme: ids that exist, outcomes in one unit, an order that can be followed (DESIGN §4, *Form*)."""

from decimal import Decimal

import pytest
from tests.reading.form.files import found, put, read, said_of, write, yaml

UNIT = "id: U, title: U, credits: 30"
SCALE = "scale: {levels: [{id: low, title: Low}, {id: high, title: High}]"


@pytest.mark.parametrize(
    ("code", "at", "wrong", "right"),
    [
        ("EVC304", ("scale", "pass"), f"{SCALE}, pass: High}}", f"{SCALE}, pass: low}}"),
        (
            "EVC305",
            ("units", 0, "exempt_for", 1),
            f"units: [{{{UNIT}, outcomes: [o], exempt_for: [q, r]}}]",
            f"units: [{{{UNIT}, outcomes: [o], exempt_for: [q]}}]",
        ),
        (
            "EVC306",
            ("units", 0, "after", 0),
            f"units: [{{{UNIT}, outcomes: [o], after: [W]}}, {{id: V, title: V, credits: 1, exemptible: false}}]",
            f"units: [{{{UNIT}, outcomes: [o], after: [V]}}, {{id: V, title: V, credits: 1, exemptible: false}}]",
        ),
        (
            "EVC307",
            ("qualifications", 0, "source", "ref"),
            "qualifications: [{id: q, title: Q, source: {ref: laws}}]",
            "qualifications: [{id: q, title: Q, source: {ref: law}}]",
        ),
        (
            "EVC307",
            ("units", 0, "source", "ref"),
            f"units: [{{{UNIT}, outcomes: [o], source: {{ref: oer}}}}]",
            f"units: [{{{UNIT}, outcomes: [o], source: {{ref: law}}}}]",
        ),
        (
            "EVC307",
            ("advice", "source", "ref"),
            "advice: {max_credits: 30, source: {ref: oer}}",
            "advice: {max_credits: 30, source: {ref: law}}",
        ),
        ("EVC310", ("shared", 1), "shared: [general, generals]", "shared: [general]"),
        (
            "EVC311",
            ("scale", "levels", 2, "id"),
            "scale: {levels: [{id: low, title: L}, {id: high, title: H}, {id: low, title: L}], pass: high}",
            "scale: {levels: [{id: low, title: L}, {id: high, title: H}, {id: best, title: B}], pass: high}",
        ),
        (
            "EVC311",
            ("sources", 1, "id"),
            "sources: [{id: law, title: Law}, {id: law, title: Law}]",
            "sources: [{id: law, title: Law}, {id: oer, title: Law}]",
        ),
        (
            "EVC311",
            ("qualifications", 1, "id"),
            "qualifications: [{id: q, title: Q}, {id: q, title: Q}]",
            "qualifications: [{id: q, title: Q}, {id: r, title: Q}]",
        ),
        (
            "EVC311",
            ("units", 1, "id"),
            f"units: [{{{UNIT}, outcomes: [o]}}, {{{UNIT}, exemptible: false}}]",
            f"units: [{{{UNIT}, outcomes: [o]}}, {{id: V, title: V, credits: 1, exemptible: false}}]",
        ),
        (
            "EVC313",
            ("regulation", "to"),
            "regulation: {from: 2026-09-01, to: 2026-08-31}",
            "regulation: {from: 2026-09-01, to: 2026-09-01}",
        ),
        (
            "EVC323",
            ("units", 0, "outcomes", 1),
            f"units: [{{{UNIT}, outcomes: [o, absent]}}]",
            f"units: [{{{UNIT}, outcomes: [o]}}]",
        ),
        (
            "EVC324",
            ("units", 1, "outcomes", 0),
            f"units: [{{{UNIT}, outcomes: [o]}}, {{id: V, title: V, credits: 1, outcomes: [o]}}]",
            f"units: [{{{UNIT}, outcomes: [o]}}, {{id: V, title: V, credits: 1, exemptible: false}}]",
        ),
        (
            "EVC325",
            ("units", 0, "after"),
            f"units: [{{{UNIT}, outcomes: [o], after: [U]}}]",
            f"units: [{{{UNIT}, outcomes: [o]}}]",
        ),
        ("EVC326", ("id",), "id: q", "id: p"),
        ("EVC501", ("credits",), "credits: 59.99", "credits: 60.00"),
    ],
)
def test_an_error_and_its_right_twin(tmp_path, code, at, wrong, right):
    (tmp_path / "rubrics/general").mkdir(parents=True)
    write(tmp_path, programme=wrong)
    assert found(tmp_path) == said_of("programme", code, *at)
    assert read(tmp_path).value is None
    write(tmp_path, programme=right)
    assert found(tmp_path) == []
    assert read(tmp_path).value is not None


def units(**after):
    """Units with their `after`; the first has outcome `o`, the others none."""
    lines = [
        f"  - {{id: {name}, title: {name}, credits: 1, {f'after: [{waits}], ' if waits else ''}exemptible: false}}"
        for name, waits in after.items()
    ]
    return "units:\n  - {id: Z, title: Z, credits: 1, outcomes: [o]}\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("after", "cycle"),
    [
        ({"A": "", "B": "A", "C": "A, B"}, None),
        ({"A": "B", "B": "C", "C": ""}, None),
        ({"A": "B", "B": "A"}, {"A", "B"}),
        ({"A": "B", "B": "C", "C": "A"}, {"A", "B", "C"}),
        ({"A": "B", "B": "C", "C": "B"}, {"B", "C"}),  # A waits for the circle and is not in it
        ({"A": "A"}, {"A"}),
        ({"A": "B, D", "B": "", "C": "D", "D": "C"}, {"C", "D"}),
        ({"A": "B", "B": "A", "C": "D", "D": "C"}, {"A", "B"}),  # said once
    ],
)
def test_units_that_wait_for_each_other(tmp_path, after, cycle):
    write(tmp_path, programme=units(**after))
    problems = [each for each in read(tmp_path).problems if each.code == "EVC325"]
    assert [set(each.data["cycle"]) for each in problems] == ([cycle] if cycle else [])
    names = ["Z", *after]
    assert all(names[each.at[1]] in cycle for each in problems)


@pytest.mark.parametrize(
    ("credits_", "parts", "too_much"),
    [
        ("60", ["30", "30"], False),
        ("60", ["30", "30.01"], True),
        ("60", ["30"], False),  # credits outside the units are none of evc's business
        ("0.3", ["0.1", "0.2"], False),  # exactly
        ("0.29", ["0.1", "0.2"], True),
        ("0", ["0"], False),
    ],
)
def test_units_fit_the_credits_of_the_programme(tmp_path, credits_, parts, too_much):
    first, *others = parts
    each = [f"{{id: V{n}, title: V, credits: {part}, exemptible: false}}" for n, part in enumerate(others)]
    listed = ", ".join([f"{{id: U, title: U, credits: {first}, outcomes: [o]}}", *each])
    write(tmp_path, programme=f"credits: {credits_}\nunits: [{listed}]")
    assert found(tmp_path) == (said_of("programme", "EVC501", "credits") if too_much else [])
    if too_much:
        (problem,) = read(tmp_path).problems
        assert problem.data["sum"] == sum(map(Decimal, parts))


@pytest.mark.parametrize(
    ("name", "found_there"),
    [
        ("rubrics/p/programme.yaml", [("EVC321", "rubrics/p/programme.yml", ())]),
        ("rubrics/p/programme.YML", [("EVC321", "rubrics/p/programme.yml", ())]),
        ("rubrics/p/o.yaml", [("EVC321", "rubrics/p/o.yml", ())]),
        ("rubrics/p/Programme.yml", []),  # another name
    ],
)
def test_one_name_stands_for_one_file(tmp_path, name, found_there):
    write(tmp_path)
    put(tmp_path, name, yaml("programme" if "rogramme" in name else "rubric"))
    assert found(tmp_path) == found_there


@pytest.mark.parametrize(
    ("place", "shared", "errors"),
    [
        ("rubrics/p/o2.yml", "", []),
        ("rubrics/general/o2.yml", "", ["EVC323"]),
        ("rubrics/general/o2.yml", "shared: [general]", []),
        ("rubrics/general/o2.YAML", "shared: [other, general]", []),
        ("rubrics/p/other/o2.yml", "shared: [other]", ["EVC323"]),
    ],
)
def test_where_the_rubric_of_an_outcome_is_looked_for(tmp_path, place, shared, errors):
    for folder in ("general", "other"):
        (tmp_path / "rubrics" / folder).mkdir(parents=True)
    write(tmp_path, programme=f"units: [{{{UNIT}, outcomes: [o, o2]}}]\n{shared}")
    put(tmp_path, place, yaml("rubric", "id: o2"))
    assert [code for code, _, _ in found(tmp_path)] == errors


def test_the_programmes_own_rubric_goes_before_a_shared_one(tmp_path):
    write(tmp_path, programme="shared: [general]")
    put(tmp_path, "rubrics/general/o.yml", yaml("rubric", "version: 2.0.0"))
    assert read(tmp_path).value.programme.rubrics["o"].version == "1.0.0"


def test_a_shared_folder_is_a_sibling(tmp_path):
    write(tmp_path, programme="shared: [p]")
    assert found(tmp_path) == []
