"""What a line of the results says of an advice is what the advice says itself."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evc.assessing import assess
from evc.batching.results import AdviceRow, result_line, row_of, verdict_part
from evc.language import language
from evc.model.advice import Advice, Recommendation
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.json_ import advice_json
from evc.reporting.view.common import Stage, stage
from evc.reporting.words import investigation

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/advice.json"))


def assessed(folder: Path) -> Advice:
    read = read_dossier(folder, Library(given=ROOT / "rubrics")).value
    assert read is not None
    return assess(read.programme, read.dossier)


def told(advice: Advice) -> AdviceRow:
    found = {"path": "a", "candidate": "K-1", "name": None, "state": "assessed", "programme": "p", "fault": None}
    part = verdict_part(advice_json(advice, language("nl")))
    line = result_line({**found, "advice": part, "problems": [], "omitted": 0}, "K-1")
    row = row_of(json.loads(line)).advice
    assert row is not None
    return row


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_an_investigation_is_for_the_same_thing_as_in_the_advice(folder: Path) -> None:
    advice = assessed(folder)
    for unit, row in zip(advice.units, told(advice).units, strict=True):
        asked = unit.recommendation is Recommendation.INVESTIGATE
        assert row.first == (investigation(unit).value if asked else None)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_the_stage_is_that_of_the_advice(folder: Path) -> None:
    advice = assessed(folder)
    assert told(advice).stage == stage(advice).value


def test_a_programme_that_asks_no_rating_is_another_stage_than_coverage() -> None:
    advice = assessed(ROOT / "examples" / "de-wit")
    assert told(advice).stage == Stage.COVERAGE.value
    programme = replace(advice.programme, assessors=0)
    read = read_dossier(ROOT / "examples" / "de-wit", Library(given=ROOT / "rubrics")).value
    assert read is not None
    unasked = assess(replace(read.programme, assessors=0), read.dossier)
    assert unasked.programme == programme
    assert told(unasked).stage == Stage.EVIDENCE_ONLY.value


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_the_open_criteria_are_those_of_outcomes_that_are_open(folder: Path) -> None:
    advice = assessed(folder)
    for unit, row in zip(advice.units, told(advice).units, strict=True):
        for outcome, line in zip(unit.outcomes, row.outcomes, strict=True):
            open_ones = [each.id for each in outcome.criteria if each.verdict.value == "open"]
            assert list(line.open) == (open_ones if line.label == "open" else [])
