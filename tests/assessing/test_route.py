"""Credits, and the order in which what remains can be followed (DESIGN §4, *Programme*, *Route*)."""

from decimal import Decimal

import pytest
from tests.assessing.cases import RIGHT, WRONG, advise, item, rubric, said, unit


def programme(*units, awarded=(), **keys):
    """Advice on a programme; each unit has its outcome `o-<unit>`, met where it is awarded."""
    units = [{**each, "outcomes": [f"o-{each['id']}"]} for each in units]
    names = [each["id"] for each in units]
    return advise(
        *(rubric("A", "B", name=f"o-{name}") for name in names),
        units=units,
        evidence=[item()],
        claims={f"o-{name}": {"A": ["B1"], "B": ["B1"]} for name in awarded},
        programme={"assessors": 0, **keys},
    )


@pytest.mark.parametrize(
    ("units", "awarded", "route"),
    [
        ([unit("U")], [], ["U"]),
        ([unit("U")], ["U"], []),
        ([unit("U"), unit("V")], [], ["U", "V"]),
        ([unit("V"), unit("U")], [], ["V", "U"]),  # in programme order, not by name
        ([unit("U", after=["V"]), unit("V")], [], ["V", "U"]),
        ([unit("U", after=["V"]), unit("V")], ["V"], ["U"]),  # what is awarded waits for nothing
        ([unit("U", after=["V"]), unit("V")], ["U"], ["V"]),  # `after` never blocks an award
        ([unit("U", after=["W"]), unit("V"), unit("W")], [], ["V", "W", "U"]),
        # again and again the first that can: U comes as soon as W is there, before X
        ([unit("U", after=["W"]), unit("V", after=["U"]), unit("W"), unit("X")], [], ["W", "U", "V", "X"]),
        ([unit("U", after=["V", "W"]), unit("V"), unit("W")], ["V"], ["W", "U"]),
        ([unit("U", after=["V"]), unit("V", after=["W"]), unit("W")], ["V"], ["U", "W"]),  # through what is awarded
        ([unit("U", exemptible=False), unit("V")], ["U"], ["U", "V"]),  # what cannot be exempted must be followed
    ],
)
def test_the_order_of_the_route(units, awarded, route):
    advice = programme(*units, awarded=awarded)
    assert [step.unit for step in advice.route] == route


def test_a_step_names_only_what_comes_before_it_on_the_route():
    units = [unit("U"), unit("V"), unit("W", after=["V", "U"], setting="workplace", credits=Decimal("7.5"))]
    advice = programme(*units, awarded=["V"])
    steps = [(step.unit, step.after, step.setting.value, step.credits) for step in advice.route]
    assert steps == [("U", (), "both", 30), ("W", ("U",), "workplace", Decimal("7.5"))]


def test_a_step_says_what_is_demonstrated_already():
    advice = advise(
        *(rubric(name=name) for name in ("o1", "o2", "o3")),
        evidence=[item()],
        claims={"o1": {"A": ["B1"]}, "o2": {"A": ["B1"]}},
        assessments=[said() | {"ratings": {"o1": {"A": RIGHT}, "o2": {"A": WRONG}}}],
    )
    (step,) = advice.route
    labels = [(each.id, each.label.value) for each in step.outcomes]
    assert labels == [("o1", "demonstrated"), ("o2", "not-demonstrated"), ("o3", "not-claimed")]


@pytest.mark.parametrize(
    ("credits_", "total", "awarded", "expected"),
    [
        ({"U": 30, "V": 60}, 240, [], (0, 240)),
        ({"U": 30, "V": 60}, 240, ["V"], (60, 180)),
        ({"U": 30, "V": 60}, 240, ["U", "V"], (90, 150)),  # credits outside the units remain
        ({"U": 30, "V": 60}, 90, ["U", "V"], (90, 0)),
        ({"U": Decimal("0.1"), "V": Decimal("0.2")}, 1, ["U", "V"], (Decimal("0.3"), Decimal("0.7"))),
        ({"U": 0, "V": 60}, 60, ["U"], (0, 60)),
    ],
)
def test_credits(credits_, total, awarded, expected):
    advice = programme(
        *(unit(name, credits=amount) for name, amount in credits_.items()), awarded=awarded, credits=total
    )
    assert (advice.credits.awarded, advice.credits.remaining) == expected
    assert advice.credits.programme == total
