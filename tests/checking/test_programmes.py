"""Programmes that are right in form and make no sense."""

import pytest
from tests.checking.sense import found, rubric, severities, write
from tests.reading.form.files import put

from evc.diagnostics import Severity
from evc.reading.library import shipped

TWO_UNITS = "units: [{id: U, title: U, credits: 30, outcomes: [o]}, {id: V, title: V, credits: %s, exemptible: false}]"


def test_a_programme_that_makes_sense(tmp_path):
    assert found(write(tmp_path)) == []


def test_the_shipped_programmes_make_sense():
    assert found(shipped()) == []


@pytest.mark.parametrize(
    ("rest", "codes"),
    [
        ("30", []),
        ("29.99", ["EVC502"]),
        ("0", ["EVC502"]),
        ("30.01", ["EVC501"]),  # more is an error of form
    ],
)
def test_credits_add_up(tmp_path, rest, codes):
    assert [code for code, _, _ in found(write(tmp_path, TWO_UNITS % rest))] == codes


def test_credits_that_do_not_add_up_stop_nothing(tmp_path):
    folder = write(tmp_path, TWO_UNITS % "20")
    assert found(folder) == [("EVC502", "programme.yml", ("credits",))]
    assert severities(folder) == {"EVC502": Severity.WARNING}


def test_a_programme_without_credits_adds_up(tmp_path):
    assert found(write(tmp_path, "credits: 0\nunits: [{id: U, title: U, credits: 0, outcomes: [o]}]")) == []


@pytest.mark.parametrize("path", ["", "p", "p/loose.yml"])
def test_a_rubric_that_no_unit_names(tmp_path, path):
    assert found(write(tmp_path, loose="id: loose") / path) == [("EVC503", "loose.yml", ("id",))]


@pytest.mark.parametrize("path", ["p/o.yml", "p/programme.yml"])
def test_another_file_is_not_about_it(tmp_path, path):
    assert found(write(tmp_path, loose="id: loose") / path) == []


def test_a_folder_without_a_programme_shares_its_rubrics(tmp_path):
    folder = write(tmp_path, "shared: [general]")
    put(folder, "general/s.yml", rubric("id: s"))
    assert found(folder) == []


def test_a_rubric_that_a_neighbour_shares_is_in_its_unit(tmp_path):
    folder = write(tmp_path, loose="id: loose", other="id: other")
    put(
        folder,
        "q/programme.yml",
        (folder / "p/programme.yml").read_text().replace("id: p\n", "id: q\n").replace("[o]", "[loose]")
        + "shared: [p]\n",
    )
    assert found(folder) == [("EVC503", "other.yml", ("id",))]


def test_a_broken_neighbour_shares_nothing(tmp_path):
    folder = write(tmp_path, loose="id: loose")
    put(folder, "q/programme.yml", "shared: [p\n")
    assert [code for code, _, _ in found(folder / "p")] == ["EVC503"]


@pytest.mark.parametrize(
    ("scale", "codes"),
    [
        ("{levels: [{id: low, title: L}, {id: high, title: H}], pass: high}", []),
        ("{levels: [{id: low, title: L}, {id: high, title: H}], pass: low}", ["EVC504"]),
        ("{levels: [{id: high, title: H}, {id: low, title: L}], pass: high}", ["EVC504"]),  # upside down
    ],
)
def test_a_scale_can_tell_apart(tmp_path, scale, codes):
    assert [code for code, _, _ in found(write(tmp_path, f"scale: {scale}"))] == codes


@pytest.mark.parametrize(
    "programme", ["credits: 60.5\ntitle:", "credits: many", "units: []", "scale: {levels: [], pass: low}", "format: x"]
)
def test_nothing_is_said_of_the_sense_of_a_programme_that_is_wrong_in_form(tmp_path, programme):
    codes = {code for code, _, _ in found(write(tmp_path, programme))}
    assert codes
    assert not codes & {"EVC502", "EVC503", "EVC504"}


def test_a_rubric_that_is_wrong_in_form_hides_nothing_of_the_others(tmp_path):
    folder = write(
        tmp_path, "units: [{id: U, title: U, credits: 60, outcomes: [o, o2]}]", o="version:", o2="id: o2\nsources: []"
    )
    put(folder, "p/o2.yml", rubric("id: o2\nevidence: {quantity: {hours: 4}}"))
    assert found(folder) == [
        ("EVC205", "o.yml", ("version",)),
        ("EVC412", "o2.yml", ("evidence", "quantity", "hours")),
    ]
