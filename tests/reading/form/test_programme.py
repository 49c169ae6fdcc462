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
    ("after", "cycles"),
    [
        ({"A": "", "B": "A", "C": "A, B"}, []),
        ({"A": "B", "B": "C", "C": ""}, []),
        ({"A": "B", "B": "A"}, ["AB"]),
        ({"A": "B", "B": "C", "C": "A"}, ["ABC"]),
        ({"A": "C", "B": "A", "C": "B"}, ["ACB"]),
        ({"A": "B", "B": "C", "C": "B"}, ["BC"]),  # A waits for the circle and is not in it
        ({"A": "A"}, ["A"]),
        ({"A": "B, D", "B": "", "C": "D", "D": "C"}, ["CD"]),
        ({"A": "B", "B": "A", "C": "D", "D": "C"}, ["AB", "CD"]),  # two faults, each said at its place
        ({"A": "B, C", "B": "A", "C": "A"}, ["AB"]),  # circles that share a unit are one knot: mend it, and look again
    ],
)
def test_units_that_wait_for_each_other(tmp_path, after, cycles):
    write(tmp_path, programme=units(**after))
    problems = [each for each in read(tmp_path).problems if each.code == "EVC325"]
    assert ["".join(each.data["cycle"]) for each in problems] == cycles
    names = ["Z", *after]
    assert [names[each.at[1]] for each in problems] == [cycle[0] for cycle in cycles]


def test_a_unit_that_stands_twice_hides_who_waits_for_whom(tmp_path):
    twice = "{id: A, title: A, credits: 1, exemptible: false, after: [A]}"
    write(tmp_path, programme=f"units: [{{id: Z, title: Z, credits: 1, outcomes: [o]}}, {twice}, {twice}]")
    assert "EVC325" not in {each.code for each in read(tmp_path).problems}


def test_two_thousand_units_in_a_row_are_no_burden(tmp_path):
    row = {f"U{index}": f"U{index + 1}" for index in range(2000)} | {"U2000": ""}
    write(tmp_path, programme=units(**row))
    assert not [each for each in read(tmp_path).problems if each.code == "EVC325"]


@pytest.mark.parametrize("content", ["", "\tx: [", "a: &a b", "[]", "- x"])
def test_a_programme_that_cannot_be_read_is_said_and_no_fault_of_evc(tmp_path, content):
    write(tmp_path)
    path = next(tmp_path.rglob("programme.yml"))
    path.write_text(content, "utf-8")
    assert [each.code for each in read(tmp_path).problems if each.file.endswith("programme.yml")]


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
