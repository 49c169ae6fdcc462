"""What `check` looks at in what a person names: dossiers, programmes, rubrics, and nothing else (DESIGN §5)."""

from pathlib import Path

import pytest
from tests.reading.form.files import put, write, yaml

from evc.checking import check_paths
from evc.checking.catalogue import SENSE
from evc.checking.settings import Settings
from evc.reading.library import Library

STRAY = {
    "stray.yml": "name: CI\non: push\n",
    "broken.yaml": "a: [\n",
    "empty.yml": "",
    "list.yml": "[1, 2]\n",
    "notes.txt": "evc/rubric@1",
    ".github/workflow.yml": "format: evc/rubric@1\n",
    ".hidden.yml": "format: evc/rubric@1\n",
}


# What the rubrics of these tests say makes no sense: they have no descriptors, sources or units that add up.
FORM_ALONE = Settings(dict.fromkeys(SENSE))


def check(folder, *paths):
    """What is found, as (code, file), with rubrics as given."""
    checked = check_paths([folder / path for path in paths], Library(given=folder / "rubrics"), FORM_ALONE)
    return [(each.problem.code, Path(each.problem.file).relative_to(folder).as_posix()) for each in checked.diagnostics]


def looked_at(folder, *paths):
    """Every file that was read."""
    checked = check_paths([folder / path for path in paths], Library(given=folder / "rubrics"))
    return sorted(Path(file).relative_to(folder).as_posix() for file in checked.files)


WHOLE = [
    "dossier/assessments/A-1.yml",
    "dossier/consensus.yml",
    "dossier/portfolio.yml",
    "rubrics/p/o.yml",
    "rubrics/p/programme.yml",
]


def test_a_folder_with_stray_yaml(tmp_path):
    write(tmp_path, consensus="")
    for path, text in STRAY.items():
        put(tmp_path, path, text)
        put(tmp_path, f"rubrics/{path}", text)
        put(tmp_path, f"rubrics/p/{path}", text)
        put(tmp_path, f"dossier/{path}", text)
    assert check(tmp_path, ".") == []
    assert looked_at(tmp_path, ".") == WHOLE


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("stray.yml", "name: CI\n", ["EVC204"]),  # a format is what it lacks
        ("list.yml", "[1, 2]\n", ["EVC206"]),
        ("broken.yml", "a: [\n", ["EVC105"]),
        ("empty.yml", "", ["EVC101"]),
        ("other.yml", "format: other/thing@1\n", ["EVC201"]),
        ("letter.pdf", "%PDF-1.7\n", ["EVC102"]),
        ("slip.yml", "format: evc/rubrik@1\n", ["EVC201"]),
        ("notes.txt", "some words\n", ["EVC206"]),
    ],
)
def test_a_foreign_file_that_is_named_is_an_error(tmp_path, name, text, codes):
    put(tmp_path, name, text)
    assert check(tmp_path, name) == [(code, name) for code in codes]


def test_a_named_file_that_is_not_there(tmp_path):
    assert check(tmp_path, "nothing.yml") == [("EVC117", "nothing.yml")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("criteria: [{id: A, title: A, pass: excellent}]\nsources: [{ref: elsewhere}]", []),  # of a scale unknown here
        ("decision: {at_least: 3}", ["EVC401"]),
        ("id: other", ["EVC326"]),
        ("version:", ["EVC205"]),
    ],
)
@pytest.mark.parametrize("path", [".", "o.yml"])
def test_a_rubric_alone_is_checked_as_far_as_it_can_be(tmp_path, text, codes, path):
    put(tmp_path, "o.yml", yaml("rubric", text))
    assert check(tmp_path, path) == [(code, "o.yml") for code in codes]


@pytest.mark.parametrize("path", ["rubrics/p/o.yml", "rubrics/p", "rubrics", "rubrics/p/programme.yml"])
def test_a_rubric_beside_its_programme_must_fit_it(tmp_path, path):
    write(tmp_path, rubric="criteria: [{id: A, title: A, pass: excellent}]\nsources: [{ref: elsewhere}]")
    assert check(tmp_path, path) == [("EVC304", "rubrics/p/o.yml"), ("EVC307", "rubrics/p/o.yml")]


def test_a_rubric_that_no_unit_names_is_checked_too(tmp_path):
    write(tmp_path)
    put(tmp_path, "rubrics/p/loose.yml", yaml("rubric", "id: loose\ncriteria: [{id: A, title: A, pass: excellent}]"))
    put(tmp_path, "rubrics/general/shared.yml", yaml("rubric", "id: other"))
    assert check(tmp_path, "rubrics") == [("EVC326", "rubrics/general/shared.yml"), ("EVC304", "rubrics/p/loose.yml")]


@pytest.mark.parametrize(
    "path",
    ["dossier", "dossier/portfolio.yml", "dossier/consensus.yml", "dossier/assessments/A-1.yml", "."],
)
def test_one_file_of_a_dossier_stands_for_the_whole(tmp_path, path):
    write(
        tmp_path,
        portfolio="claims: [{outcome: o, supports: {A: [B9]}}]",
        assessment="candidate: K-2",
        consensus="assessors: [A-3, A-1]",
    )
    errors = [("EVC315", "A-1.yml"), ("EVC316", "consensus.yml"), ("EVC301", "portfolio.yml")]
    assert [(code, Path(file).name) for code, file in check(tmp_path, path)] == errors


def test_an_assessment_named_from_its_own_folder_stands_for_the_dossier(tmp_path, monkeypatch):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B9]}}]")
    monkeypatch.chdir(tmp_path / "dossier" / "assessments")
    codes = [
        each.problem.code for each in check_paths([Path("A-1.yml")], Library(given=tmp_path / "rubrics")).diagnostics
    ]
    assert codes == ["EVC301"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("format: evc/rubrik@1\nid: x\n", ["EVC201"]),  # evc's, with a slip
        ("{format: evc/rubric@2}\n", ["EVC202"]),
        ("'format': \"evc/portfolio@1\"\n", ["EVC204"] * 5),
        ("\ufeffformat: evc/rubrik@1\n", ["EVC201"]),
        ("#" * 5000 + "\nformat: evc/rubrik@1\n", ["EVC201"]),
        ("about: evc/portfolio@1 is a format\n", []),  # only speaks of it
        ("deeper:\n  format: evc/portfolio@1\n", []),
        ("format: other/thing@1\n", []),
    ],
)
def test_of_a_folder_only_what_has_a_format_of_evc_is_looked_at(tmp_path, text, codes):
    put(tmp_path, "some.yml", text)
    assert [code for code, _ in check(tmp_path, ".")] == codes


def test_what_is_named_twice_is_said_once(tmp_path):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B9]}}]", rubric="id: other")
    once = check(tmp_path, ".")
    assert [code for code, _ in once] == ["EVC301", "EVC326"]
    assert check(tmp_path, "rubrics/p/o.yml", ".", "dossier", "dossier/portfolio.yml", "rubrics", ".") == once


def test_a_portfolio_of_another_name_is_a_dossier_when_it_is_named(tmp_path):
    write(tmp_path, portfolio="claims: [{outcome: o, supports: {A: [B9]}}]")
    (tmp_path / "dossier/portfolio.yml").rename(tmp_path / "dossier/jansen.yml")
    assert check(tmp_path, "dossier/jansen.yml") == [("EVC301", "dossier/jansen.yml")]


def test_an_assessment_by_itself_is_checked_for_its_shape(tmp_path):
    put(tmp_path, "A-1.yml", yaml("assessment", "ratings: {unknown: {A: high}}"))
    assert check(tmp_path, "A-1.yml") == []
    put(tmp_path, "A-1.yml", yaml("assessment", "on: yesterday"))
    assert check(tmp_path, "A-1.yml") == [("EVC209", "A-1.yml")]


@pytest.mark.parametrize("kind", ["portfolio", "assessment", "consensus", "programme"])
def test_a_walked_folder_skips_only_what_has_no_evc_format(tmp_path, kind):
    put(tmp_path, "here/something.yml", f"format: evc/{kind}@1\n")
    assert check(tmp_path, "here") != []


def test_rubrics_that_a_candidate_brings_are_not_looked_at(tmp_path):
    write(tmp_path)
    put(tmp_path, "dossier/rubrics/p/programme.yml", "format: evc/programme@1\n")
    put(tmp_path, "dossier/rubric.yml", "format: evc/rubric@1\n")
    assert check(tmp_path, ".") == []


ITEM = "{id: B1, type: other, title: B, "
FACTS = {
    "EVC351": "issued: 2026-06-01, file: gone.pdf}",
    "EVC352": f"issued: 2026-06-01, file: there.pdf, sha256: {'0' * 64}}}",
    "EVC353": "issued: 2027-06-01}",
    "EVC354": "issued: 2026-06-01, group: true}",
    "EVC355": "issued: 2010-06-01}",
}


@pytest.mark.parametrize(("code", "rest"), FACTS.items())
def test_an_item_set_aside_is_a_warning(tmp_path, code, rest):
    put(tmp_path, "dossier/there.pdf", "text")
    write(tmp_path, portfolio=f"evidence: [{ITEM}{rest}]", rubric="evidence: {currency: {max_age: {years: 5}}}")
    assert check(tmp_path, "dossier") == [(code, "dossier/portfolio.yml")]
    write(tmp_path, portfolio=f"evidence: [{ITEM}issued: 2026-06-01}}]")
    assert check(tmp_path, "dossier") == []


def test_an_item_of_a_type_that_is_not_accepted_is_a_warning(tmp_path):
    write(tmp_path, rubric="evidence: {relevance: {accepts: [video]}}")
    assert check(tmp_path, "dossier") == [("EVC356", "dossier/portfolio.yml")]


def test_a_rejected_item_is_no_warning(tmp_path):
    write(tmp_path, assessment="rejected: {B1: {reason: other, remark: no}}")
    assert check(tmp_path, "dossier") == []


def test_proof_set_aside_is_a_warning_though_nobody_cites_it(tmp_path):
    proof = "{id: D1, type: diploma, title: D, issued: 2027-01-01, qualification: q}"
    write(tmp_path, portfolio=f"evidence: [{ITEM}issued: 2026-06-01}}, {proof}]")
    assert check(tmp_path, "dossier") == [("EVC353", "dossier/portfolio.yml")]


def test_an_item_that_is_set_aside_for_two_outcomes_is_said_once(tmp_path):
    put(tmp_path, "rubrics/p/o2.yml", yaml("rubric", "id: o2"))
    write(
        tmp_path,
        programme="units: [{id: U, title: U, credits: 60, outcomes: [o, o2]}]",
        portfolio=f"evidence: [{ITEM}issued: 2027-06-01}}]\n"
        "claims: [{outcome: o2, supports: {A: [B1]}}, {outcome: o, supports: {A: [B1]}}]",
    )
    (only,) = check_paths([tmp_path / "dossier"], Library(given=tmp_path / "rubrics")).diagnostics
    assert (only.problem.code, only.problem.data["outcome"]) == ("EVC353", "o")
