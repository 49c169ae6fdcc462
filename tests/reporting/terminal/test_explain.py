"""The trace of `evc explain`."""

from dataclasses import replace

import pytest
from tests.reporting import samples

from evc.language import LANGUAGES, language
from evc.reporting.terminal import explain

NL = language("nl")
PLACES = {"evidence:B10": "portfolio.yml:88", "criterion:Z3": "zorg-signaleren.yml:52", "rating:A-07:Z3": "A-07.yml:31"}


def test_a_criterion_shows_evidence_ratings_and_their_places() -> None:
    lines = explain(samples.rich(), NL, "zorg-signaleren", "Z3", PLACES).splitlines()
    for known, place in (("B10", "portfolio.yml:88"), ("A-07", "A-07.yml:31")):
        assert any(line.strip().startswith(known) and line.endswith(place) for line in lines)
    assert any(line.endswith("zorg-signaleren.yml:52") for line in lines)
    assert any("A-12" in line and "yml" not in line for line in lines)
    assert "Stb. 2017, 148" in lines[-1]


def test_places_stand_in_one_column() -> None:
    lines = explain(samples.rich(), NL, "zorg-signaleren", "Z3", PLACES).splitlines()
    assert len({line.index(place) for place in PLACES.values() for line in lines if place in line}) == 1


def test_without_places_it_says_the_same() -> None:
    with_places = explain(samples.rich(), NL, "zorg-signaleren", "Z3", PLACES)
    without = explain(samples.rich(), NL, "zorg-signaleren", "Z3", {})
    assert not any(place in without for place in PLACES.values())
    assert len(without.splitlines()) == len(with_places.splitlines())


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_outcome_shows_every_criterion_and_what_would_turn_it(code: str) -> None:
    for unit in samples.rich().units:
        for outcome in unit.outcomes:
            shown = explain(samples.rich(), language(code), outcome.id, None, {})
            assert all(criterion.id in shown for criterion in outcome.criteria)
            assert shown.count("\n  - ") == len(outcome.missing)
            assert "explain." not in shown


def test_remarks_and_consensus_are_quoted() -> None:
    shown = explain(samples.rich(), NL, "praktijkonderzoek", "K1", {"consensus:K1": "consensus.yml:8"})
    assert "Samen zien wij geen onderzoeksvraag in B9." in shown
    assert "consensus.yml:8" in shown


def test_a_criterion_that_the_outcome_can_do_without_says_so() -> None:
    advice = samples.rich()
    units = tuple(
        replace(unit, outcomes=tuple(replace(outcome, missing=()) for outcome in unit.outcomes))
        for unit in advice.units
    )
    shown = explain(replace(advice, units=units), NL, "zorg-signaleren", "Z3", {})
    assert NL.say("explain.not-needed", {"outcome": "Zorg signaleren"}) in shown


def test_an_outcome_that_nobody_claimed() -> None:
    assert len(explain(samples.rich(), NL, "groep", "G1", {}).splitlines()) == 1


@pytest.mark.parametrize(("outcome", "criterion"), [("bestaat-niet", None), ("zorg-signaleren", "Z9")])
def test_unknown_ids(outcome: str, criterion: str | None) -> None:
    with pytest.raises(KeyError):
        explain(samples.rich(), NL, outcome, criterion, {})
