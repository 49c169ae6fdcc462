"""The whole advice: its reference date, what it passes on, and that no order of files or keys changes it."""

from dataclasses import replace
from datetime import date

import pytest
from tests.assessing.cases import RIGHT, TODAY, WRONG, advise, agreed, case, item, rubric, said

from evc.assessing import assess
from evc.model.source import InputFile

OLD = {"evidence": {"currency": {"max_age": {"years": 5}}}}


@pytest.mark.parametrize(
    ("on", "admissible"),
    [
        (None, True),  # without a date, the day of submission; never the clock
        ("2026-09-15", True),
        ("2026-09-16", False),
        ("2021-09-14", False),  # then it lay in the future
    ],
)
def test_the_reference_date(on, admissible):
    given = case(rubric(**OLD), evidence=[item(issued="2021-09-15")])
    advice = assess(given.programme, given.dossier, date.fromisoformat(on) if on else None)
    assert advice.on == date.fromisoformat(on or TODAY)
    assert advice.units[0].outcomes[0].evidence[0].admissible is admissible


def test_assessors_and_what_they_verified_stand_by_id():
    assessments = [
        said("A-3", verified={"B1": {"remark": "seen"}}, on="2026-10-02"),
        said("A-1", verified={"B1": {}, "B2": {}}, instruments=[{"id": "G1", "kind": "test", "minutes": 5}]),
        said("A-2"),
    ]
    advice = advise(evidence=[item("B2"), item("B1"), item("B3")], assessments=assessments)
    assert [(each.assessor.id, each.on.isoformat()) for each in advice.assessors] == [
        ("A-1", TODAY),
        ("A-2", TODAY),
        ("A-3", "2026-10-02"),
    ]
    assert [each.kind for each in advice.assessors[0].instruments] == ["test"]
    assert list(advice.verified.items()) == [("B2", ("A-1",)), ("B1", ("A-1", "A-3"))]


@pytest.mark.parametrize(("consensus", "names"), [(None, None), (agreed("A-2", "A-1"), ("A-1", "A-2"))])
def test_who_agreed(consensus, names):
    advice = advise(assessments=[said("A-1"), said("A-2")], consensus=consensus)
    assert (advice.consensus.assessors if advice.consensus else None) == names


def test_inputs_stand_by_the_bytes_of_their_path():
    given = case()
    programme = replace(given.programme, inputs=(InputFile("rubrics/p/é.yml", "1"), InputFile("rubrics/p/z.yml", "2")))
    dossier = replace(given.dossier, inputs=(InputFile("dossier/portfolio.yml", "3"), InputFile("dossier/B.pdf", None)))
    paths = [each.path for each in assess(programme, dossier).provenance.inputs]
    assert paths == ["dossier/B.pdf", "dossier/portfolio.yml", "rubrics/p/z.yml", "rubrics/p/é.yml"]


def test_what_the_advice_says_of_the_programme():
    regulation = {"title": "OER", "year": "2026", "from": "2026-09-01", "to": "2027-08-31"}
    keys = {
        "level": 6,
        "regulation": regulation,
        "sources": [{"id": "law", "title": "Law", "citation": "Stb. 1", "url": "https://example.org"}],
        "qualifications": [{"id": "q", "max_age": {"days": 1}, "source": {"ref": "law"}}],
        "advice": {"max_credits": 180, "source": {"ref": "law", "article": "4"}},
    }
    summary = advise(programme=keys).programme
    assert (summary.id, summary.level, summary.assessors, summary.language) == ("p", 6, 1, "nl")
    assert [each.citation.by_language[""] for each in summary.sources] == ["Stb. 1"]
    assert (summary.regulation.start, summary.regulation.end) == (date(2026, 9, 1), date(2027, 8, 31))
    assert (summary.maximum.credits, summary.maximum.source.ref) == (180, "law")
    assert summary.qualifications["q"].max_age.days == 1


def test_no_order_of_files_keys_or_items_changes_a_verdict():
    items = [item("B1", context="a", hours=5), item("B2", context="b", hours=4), item("B3", group=True)]
    ratings = {"A": RIGHT, "B": WRONG, "C": RIGHT}
    people = [
        said("A-1", ratings),
        said("A-2", ratings | {"B": RIGHT}, rejected={"B2": {"reason": "other", "remark": "…"}}),
    ]
    cited = {"A": ["B1", "B2"], "B": ["B2", "B3"], "C": ["B3", "B1"]}
    demands = {"variation": {"contexts": 2}, "quantity": {"items": 2, "hours": 9}}

    def verdicts(turn):
        advice = advise(
            rubric("A", "B", "C", evidence=demands, decision={"at_least": 2}),
            evidence=turn(items),
            claims={"o": {key: turn(cited[key]) for key in turn(list(cited))}},
            assessments=turn(people),
            programme={"assessors": 2},
        )
        (judged,) = advice.units[0].outcomes
        return judged.verdict, judged.coverage, judged.short_of, [each.verdict for each in judged.criteria]

    assert verdicts(list) == verdicts(lambda each: each[::-1])
