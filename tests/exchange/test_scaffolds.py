"""Files to start from: right as they are, right when all that is commented out is used, and in both languages."""

import re
from datetime import date

import pytest
from tests.reading.form.files import put, write

from evc.checking import check_paths
from evc.exchange import scaffolds
from evc.exchange.schema_line import schema_line, schemas_beside
from evc.exchange.subject import earlier_assessment, subject
from evc.language import LANGUAGES, language
from evc.model.ids import AssessorId
from evc.reading.dossier import read_portfolio
from evc.reading.library import Library, shipped
from evc.reading.programme import read_programme
from evc.reading.yaml import read_yaml

ON = date(2026, 9, 15)
PROGRAMMES = sorted(path.parent.name for path in shipped().glob("*/programme.yml"))


def found(folder):
    """The codes of all that is wrong, warnings included."""
    checked = check_paths([folder], Library(given=shipped()))
    return [each.problem.code for each in checked.diagnostics]


def used(text):
    """A portfolio with all of its examples brought into use, as an editor does that toggles comments."""
    before, between, claims = re.split(r"^(?:evidence|claims): \[\]\n", text, flags=re.MULTILINE)
    evidence, _, comment = between.partition("\n\n")
    evidence, claims = (re.sub(r"^# ?", "", part, flags=re.MULTILINE) for part in (evidence, claims))
    return f"{before}evidence:\n{evidence}\n\n{comment}claims:\n{claims}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_programme_and_its_rubric_are_right(tmp_path, code):
    spoken = language(code)
    put(tmp_path, "p/programme.yml", scaffolds.programme("p", "o", spoken))
    put(tmp_path, "p/o.yml", scaffolds.rubric("o", None, spoken))
    assert found(tmp_path) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_example_in_a_programme_can_be_used(tmp_path, code):
    """All but the shared folder, which has to exist, and the credits, which are to be shared among units."""
    text = scaffolds.programme("p", "o", language(code)).replace("credits: 60", "credits: 75", 1)
    lines = [re.sub(r"^( *)# ( *(?:- )?[a-z_]+:.*)$", r"\1\2", line) for line in text.split("\n")]
    put(tmp_path, "p/programme.yml", "\n".join(line for line in lines if not line.startswith("shared")))
    put(tmp_path, "p/o.yml", scaffolds.rubric("o", None, language(code)))
    loaded = read_programme(tmp_path / "p")
    assert [each.code for each in loaded.problems] == []
    assert loaded.value is not None
    assert (len(loaded.value.units), len(loaded.value.qualifications), loaded.value.level) == (2, 1, 6)


@pytest.mark.parametrize("levels", [("low", "high"), ("1", "2", "3"), ("a", "b", "c", "d")])
def test_a_rubric_takes_over_the_scale_beside_it(tmp_path, levels):
    scale = ", ".join(f"{{id: '{level}', title: T}}" for level in levels)
    write(tmp_path, programme=f"scale: {{levels: [{scale}], pass: '{levels[-1]}'}}\n")
    beside = scaffolds.beside(tmp_path / "rubrics/p")
    assert beside == scaffolds.Beside(levels, "law", "nl")
    put(tmp_path, "rubrics/p/n.yml", scaffolds.rubric("n", beside, language("nl")))
    checked = check_paths([tmp_path / "rubrics/p/n.yml"], Library())
    assert [each.problem.code for each in checked.diagnostics if each.severity.value == "error"] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_portfolio_is_right_as_it_is_and_with_everything_used(tmp_path, name, code):
    programme = read_programme(shipped() / name).value
    assert programme is not None
    text = scaffolds.portfolio(programme, "K-1", ON, language(code))
    put(tmp_path, "d/portfolio.yml", text)
    assert found(tmp_path / "d") == []
    whole = used(text)
    put(tmp_path, "e/portfolio.yml", whole)
    assert [each for each in found(tmp_path / "e") if each < "EVC340"] == []
    value, _ = read_yaml(whole.encode(), "portfolio.yml")
    assert [claim["outcome"] for claim in value["claims"]] == [
        outcome for unit in programme.units for outcome in unit.outcomes
    ]
    for claim in value["claims"]:
        assert list(claim["supports"]) == [criterion.id for criterion in programme.rubrics[claim["outcome"]].criteria]


def judged(folder):
    read = read_portfolio(folder / "dossier", Library(given=folder / "rubrics")).value
    assert read is not None
    return subject(read.programme, read.dossier)


@pytest.mark.parametrize("code", LANGUAGES)
def test_of_an_assessment_only_the_levels_are_still_to_be_filled_in(tmp_path, code):
    write(tmp_path)
    text = scaffolds.assessment(judged(tmp_path), AssessorId("A-2"), ON, language(code))
    put(tmp_path, "dossier/assessments/A-2.yml", text)
    checked = check_paths([tmp_path / "dossier"], Library(given=tmp_path / "rubrics"))
    assert [(each.problem.code, each.problem.at) for each in checked.diagnostics] == [
        ("EVC205", ("ratings", "o", criterion, "level")) for criterion in "AB"
    ]
    put(tmp_path, "dossier/assessments/A-2.yml", text.replace("level:\n", "level: high\n"))
    checked = check_paths([tmp_path / "dossier"], Library(given=tmp_path / "rubrics"))
    assert checked.diagnostics == []


def test_a_half_done_assessment_does_not_stop_the_next(tmp_path):
    write(tmp_path, assessment="ratings: {o: {A: , B: nonsense}}\n")
    assert judged(tmp_path).rubrics
    assert earlier_assessment(tmp_path / "dossier", AssessorId("A-1"))
    assert earlier_assessment(tmp_path / "dossier", AssessorId("A-2")) is None


def test_without_claims_proof_is_what_is_to_be_checked(tmp_path):
    proof = "evidence: [{id: D1, type: diploma, title: D, issued: 2026-06-01, qualification: q}]\nclaims: []\n"
    write(tmp_path, portfolio=proof)
    text = scaffolds.assessment(judged(tmp_path), AssessorId("A-2"), ON, language("nl"))
    value, _ = read_yaml(text.replace("    remark:\n", "    remark: gezien\n").encode(), "A-2.yml")
    assert value["verified"] == {"D1": {"remark": "gezien"}}
    assert "ratings" not in value


HOSTILE = '=1+1 <script> @x <<y>> {z} %s "a" # b: - c'


def test_hostile_text_stays_in_its_comment(tmp_path):
    quoted = f"'{HOSTILE}'"
    text = '"een\\n# twee\\nratings: {}\\n---"'
    rubric = (
        f"title: {quoted}\nstatement: {text}\n"
        f"criteria: [{{id: A, title: {quoted}, indicators: [{text}], levels: {{low: {text}}}}}, {{id: B, title: B}}]\n"
    )
    evidence = f"evidence: [{{id: B1, type: other, title: {quoted}, issued: 2026-06-01}}]\n"
    write(tmp_path, rubric=rubric, portfolio=evidence)
    made = scaffolds.assessment(judged(tmp_path), AssessorId("A-2"), ON, language("nl"))
    value, _ = read_yaml(made.replace("level:\n", "level: high\n").encode(), "A-2.yml")
    assert value["ratings"] == {"o": {criterion: {"level": "high", "remark": ""} for criterion in "AB"}}
    programme = read_programme(tmp_path / "rubrics/p").value
    assert programme is not None
    portfolio = scaffolds.portfolio(programme, "K-1", ON, language("nl"))
    value, _ = read_yaml(used(portfolio).encode(), "portfolio.yml")
    assert [claim["outcome"] for claim in value["claims"]] == ["o"]


@pytest.mark.parametrize(
    ("file", "schemas", "line"),
    [
        ("d/portfolio.yml", None, "schemas/portfolio.schema.json"),
        ("d/assessments/A-07.yml", None, "../schemas/portfolio.schema.json"),
        ("d/portfolio.yml", "schemas", "../schemas/portfolio.schema.json"),
        ("d/portfolio.yml", "mijn schemas", "../mijn%20schemas/portfolio.schema.json"),
    ],
)
def test_the_first_line_leads_to_the_schema(tmp_path, monkeypatch, file, schemas, line):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / file
    folder = tmp_path / schemas if schemas else schemas_beside(path)
    assert schema_line("portfolio", path, folder) == f"# yaml-language-server: $schema={line}\n"
