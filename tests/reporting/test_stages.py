"""A programme of stages, whose units carry no credits: every report counts units there, and says no EC."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.reporting import samples

from evc.language import LANGUAGES, language
from evc.model.advice import Advice, Credits
from evc.reporting.formats import render
from evc.reporting.terminal import plain, rich_text
from evc.reporting.view import view


def stages(of: Advice) -> Advice:
    """The same advice without any credits."""
    nothing = Decimal(0)
    units = tuple(replace(unit, credits=nothing) for unit in of.units)
    route = tuple(replace(step, credits=nothing) for step in of.route)
    programme = replace(of.programme, maximum=None)
    none = Credits(nothing, nothing, nothing)
    return replace(of, programme=programme, units=units, route=route, credits=none, conditions=())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("suffix", [".html", ".md"])
@pytest.mark.parametrize("make", [samples.rich, samples.before_assessors])
def test_no_paper_speaks_of_credits(make: Callable[[], Advice], suffix: str, code: str) -> None:
    assert " EC" not in render(suffix, stages(make()), language(code)).decode()


def test_the_headline_and_the_bar_count_units() -> None:
    page = view(stages(samples.rich()), language("en")).page_one
    assert "2 units" in page.headline
    assert page.bar is not None
    assert [part.amount.split()[0] for part in page.bar.parts] == ["2", "1", "2", "2"]
    assert sum(part.width for part in page.bar.parts) == 1000
    assert [row.credits.split()[0] for row in page.units] == ["1", "1", "0", "0", "0", "–", "–"]
    assert page.total.split()[0] == "2"


def test_the_route_counts_units() -> None:
    route = view(stages(samples.rich()), language("en")).route
    assert "5 units" in route.intro
    assert route.outside == ""
    assert {step.credits for step in route.steps} == {"1"}
    assert route.way is not None
    assert sum(part.width for part in route.way.stretches) == 1000


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_terminal_speaks_of_credits(code: str) -> None:
    shown = plain(stages(samples.rich()), language(code), "d", 1)
    narrow = "\n".join(line.plain for line in rich_text(stages(samples.rich()), language(code), "d", 1, 50))
    assert " EC" not in shown
    assert " EC" not in narrow


def test_a_terminal_adds_up_to_the_number_of_units() -> None:
    line = plain(stages(samples.rich()), language("en"), "d", -1)
    *parts, whole = (int(word) for word in line.split() if word.isdecimal())
    assert sum(parts) == whole == len(samples.rich().units)
