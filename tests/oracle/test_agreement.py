"""The judge and the naive judge, on the same generated files, must say the same; and what is missing must be right."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from tests.oracle.mending import apply
from tests.oracle.naive import evaluate, outcome_is_met
from tests.properties.strategies import Case, cases, hashes, write_case

from evc.assessing import assess
from evc.language import language
from evc.model.advice import Advice, OutcomeAdvice
from evc.model.findings import Change, Value
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.json_ import advice_json

Raw = dict[str, Any]


def judged(case: Case) -> Advice:
    """The advice of evc itself: the case written to files, read strictly, and judged."""
    with TemporaryDirectory() as folder:
        written = write_case(Path(folder), case)
        loaded = read_dossier(written.dossier, Library(given=written.rubrics))
        assert loaded.value is not None, loaded.problems
        day = type(loaded.value.dossier.submitted).fromisoformat(case.on) if case.on else None
        return assess(loaded.value.programme, loaded.value.dossier, day)


def shared(ours: object, theirs: object) -> object:
    """What of ours the other speaks about too: it has no sentences, titles or sources."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {key: shared(ours.get(key), theirs[key]) for key in theirs}
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [shared(own, other) for own, other in zip(ours, theirs, strict=True)]
    return ours


@given(cases())
def test_the_two_judges_agree(case: Case) -> None:
    theirs = evaluate(
        case.programme,
        case.rubrics,
        case.portfolio,
        case.assessments,
        case.consensus,
        hashes(case),
        case.on,
    )
    assert shared(advice_json(judged(case), language("nl")), theirs) == theirs


@given(cases())
def test_what_is_missing_suffices_and_has_nothing_to_spare(case: Case) -> None:
    for outcome in unmet(judged(case)):
        plan = [{"code": change.code.value, "data": as_data(change.data)} for change in outcome.missing]
        assert plan, f"{outcome.id} is not met and nothing is missing"
        if outcome.missing[0].code is Change.CANNOT_BE_MET:
            continue
        assert met_after(case, outcome.id, plan)
        for spared in range(len(plan)):
            assert not met_after(case, outcome.id, plan[:spared] + plan[spared + 1 :]), plan[spared]


def unmet(advice: Advice) -> Iterator[OutcomeAdvice]:
    """The claimed outcomes that are not demonstrated."""
    every = (outcome for unit in advice.units for outcome in unit.outcomes)
    return (outcome for outcome in every if outcome.verdict is not None and outcome.label.value != "demonstrated")


def met_after(case: Case, outcome: str, plan: list[Raw]) -> bool:
    """Whether the naive judge finds the outcome met once the changes were made to the documents."""
    rules, found = (case.programme, case.rubrics), hashes(case)
    papers = (case.portfolio, case.assessments, case.consensus, found, case.on)
    changed = apply(plan, *rules, *papers, outcome)
    return outcome_is_met(*rules, *changed, case.on, outcome)


def as_data(data: object) -> Raw:
    """A change's data as the documents have it: lists, numbers, text."""
    assert isinstance(data, dict)
    return {key: plain(value) for key, value in data.items()}


def plain(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value
