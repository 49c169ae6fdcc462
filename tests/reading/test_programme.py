"""A programme as files: its folder, its rubrics, and what is left out (DESIGN §3)."""

from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from tests.reading.form.files import put, write, yaml

from evc.model.programme import Agreement, Remarks, Setting
from evc.model.rubric import All, AtLeast, EvidenceDemands, Quantity, Variation
from evc.model.source import Age, InputFile
from evc.reading.programme import read_programme

WHOLE = """
level: 6
regulation: {title: OER pabo deeltijd, year: 2026-2027, from: 2026-09-01, to: 2027-08-31}
sources: [{id: law, title: Law, citation: "Stb. 2017, 148", url: "https://example.org/law"}, {id: oer, title: OER}]
scale: {levels: [{id: low, title: {nl: Laag, en: Low}}, {id: high, title: High}, {id: best, title: Best}], pass: high}
credits: 240
assessors: 3
agreement: majority
remarks: below-pass
instruments: [interview, test]
qualifications: [{id: q, title: Q, max_age: {years: 1, months: 2, days: 3}, source: {ref: oer, article: "4.2"}}]
units:
  - {id: U, title: U, credits: 7.50, setting: workplace, outcomes: [o], after: [V], exempt_for: [q]}
  - {id: V, title: V, credits: 30, exemptible: false, source: {ref: oer, article: "4.5"}}
advice: {max_credits: 180, source: {ref: oer, article: "4.4"}}
"""


def programme(folder, **files):
    write(folder, **files)
    result = read_programme(folder / "rubrics/p", found="shipped")
    assert result.problems == ()
    return result.value


def test_every_field_of_a_programme(tmp_path):
    made = programme(tmp_path, programme=WHOLE)
    assert (made.id, made.level, made.credits, made.assessors, made.found) == ("p", 6, 240, 3, "shipped")
    assert (made.agreement, made.remarks, made.instruments) == (
        Agreement.MAJORITY,
        Remarks.BELOW_PASS,
        ("interview", "test"),
    )
    regulation = made.regulation
    assert (regulation.start, regulation.end) == (date(2026, 9, 1), date(2027, 8, 31))
    assert (regulation.title.by_language, regulation.year.by_language) == ({"": "OER pabo deeltijd"}, {"": "2026-2027"})
    assert [(each.id, each.url) for each in made.sources] == [("law", "https://example.org/law"), ("oer", None)]
    assert [each.id for each in made.scale.levels] == ["low", "high", "best"]
    assert made.scale.levels[0].title.by_language == {"nl": "Laag", "en": "Low"}
    assert (made.scale.pass_level, made.scale.rank) == ("high", {"low": 0, "high": 1, "best": 2})
    assert made.qualifications["q"].max_age == Age(1, 2, 3)
    assert made.qualifications["q"].source.article.by_language == {"": "4.2"}
    assert (made.maximum.credits, made.maximum.source.ref) == (180, "oer")
    first, second = made.units
    assert (first.credits, first.setting, first.outcomes, first.after, first.exempt_for, first.exemptible) == (
        Decimal("7.5"),
        Setting.WORKPLACE,
        ("o",),
        ("V",),
        ("q",),
        True,
    )
    assert (second.exemptible, second.outcomes, second.source.article.by_language) == (False, (), {"": "4.5"})


def test_what_a_programme_may_leave_out(tmp_path):
    write(tmp_path)
    file = tmp_path / "rubrics/p/programme.yml"
    bare = [
        line
        for line in file.read_text().splitlines()
        if line.partition(":")[0] not in {"assessors", "sources", "qualifications"}
    ]
    file.write_text("\n".join(bare).replace(", exempt_for: [q]", ""))
    result = read_programme(tmp_path / "rubrics/p")
    assert result.problems == ()
    made = result.value
    assert (made.assessors, made.agreement, made.remarks) == (2, Agreement.UNANIMOUS, Remarks.ALL)
    assert (made.level, made.regulation, made.maximum) == (None, None, None)
    assert (made.sources, made.instruments, made.qualifications) == ((), (), {})
    (unit,) = made.units
    assert (unit.setting, unit.exemptible, unit.after, unit.exempt_for, unit.source) == (
        Setting.BOTH,
        True,
        (),
        (),
        None,
    )


RUBRIC = """
version: 2.0.1
sources: [{ref: law, article: "2.4"}, {ref: law}]
criteria:
  - {id: A, title: {nl: Ziet, en: Sees}, mandatory: true, pass: low, indicators: [one, two], levels: {low: little}}
  - {id: B, title: B}
"""


def test_every_field_of_a_rubric(tmp_path):
    demands = """
evidence:
  variation: {types: 2, contexts: 3}
  relevance: {per_criterion: 4, accepts: [video, diploma]}
  authenticity: {attested: 5}
  currency: {max_age: {days: 6}}
  quantity: {items: 7, hours: 0.50}
decision: {at_least: 2}
"""
    made = programme(tmp_path, rubric=RUBRIC + demands).rubrics["o"]
    assert (made.id, made.version, made.decision) == ("o", "2.0.1", AtLeast(2))
    assert [(each.ref, each.article and each.article.by_language) for each in made.sources] == [
        ("law", {"": "2.4"}),
        ("law", None),
    ]
    first, second = made.criteria
    assert (first.mandatory, first.pass_level, first.title.by_language) == (True, "low", {"nl": "Ziet", "en": "Sees"})
    assert [each.by_language[""] for each in first.indicators] == ["one", "two"]
    assert {level: each.by_language for level, each in first.levels.items()} == {"low": {"": "little"}}
    assert (second.mandatory, second.pass_level, second.indicators, second.levels) == (False, "high", (), {})
    assert made.evidence == EvidenceDemands(
        variation=Variation(2, 3),
        per_criterion=4,
        accepts=("video", "diploma"),
        attested=5,
        max_age=Age(days=6),
        quantity=Quantity(7, Decimal("0.5")),
    )


@pytest.mark.parametrize(
    ("text", "demands", "decision"),
    [
        ("", EvidenceDemands(None, 1, None, None, None, None), All()),
        ("decision: {all: true}", EvidenceDemands(None, 1, None, None, None, None), All()),
        ("evidence: {variation: {types: 2}}", EvidenceDemands(Variation(2, None), 1, None, None, None, None), All()),
        (
            "evidence: {quantity: {hours: 9}}",
            EvidenceDemands(None, 1, None, None, None, Quantity(None, Decimal(9))),
            All(),
        ),
        ("evidence: {relevance: {accepts: [video]}}", EvidenceDemands(None, 1, ("video",), None, None, None), All()),
    ],
)
def test_what_a_rubric_may_leave_out(tmp_path, text, demands, decision):
    made = programme(tmp_path, rubric=text).rubrics["o"]
    assert (made.evidence, made.decision) == (demands, decision)


def test_the_files_that_were_used_under_their_published_names(tmp_path):
    put(tmp_path, "rubrics/general/o2.yaml", yaml("rubric", "id: o2"))
    made = programme(
        tmp_path, programme="shared: [general]\nunits: [{id: U, title: U, credits: 60, outcomes: [o2, o]}]"
    )
    assert made.inputs == tuple(
        InputFile(path, sha256((tmp_path / path).read_bytes()).hexdigest())
        for path in ("rubrics/p/programme.yml", "rubrics/general/o2.yaml", "rubrics/p/o.yml")
    )
    assert list(made.rubrics) == ["o2", "o"]


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_programme(tmp_path, there):
    if there:
        write(tmp_path)
        (tmp_path / "rubrics/p/programme.yml").unlink()
    (problem,) = read_programme(tmp_path / "rubrics/p").problems
    assert (problem.code, problem.file) == ("EVC117", (tmp_path / "rubrics/p/programme.yml").as_posix())


def test_rubrics_may_be_links_which_an_institution_keeps(tmp_path):
    write(tmp_path)
    (tmp_path / "rubrics/p/o.yml").rename(tmp_path / "elsewhere.yml")
    (tmp_path / "rubrics/p/o.yml").symlink_to("../../elsewhere.yml")
    assert read_programme(tmp_path / "rubrics/p").problems == ()


@pytest.mark.parametrize(("working", "path"), [("rubrics/p", "."), ("rubrics/p/sub", "..")])
def test_a_programme_in_the_folder_one_stands_in(tmp_path, monkeypatch, working, path):
    put(tmp_path, "rubrics/general/o2.yml", yaml("rubric", "id: o2"))
    write(tmp_path, programme="shared: [general]\nunits: [{id: U, title: U, credits: 60, outcomes: [o, o2]}]")
    (tmp_path / "rubrics/p/sub").mkdir()
    monkeypatch.chdir(tmp_path / working)
    result = read_programme(Path(path))
    assert result.problems == ()
    assert result.value.inputs[0].path == "rubrics/p/programme.yml"
