"""Which known name was most likely meant."""

import pytest

from evc.reading.near import few_guesses, nearest

MANY = [f"outcome-{number:04}" for number in range(1000)]


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("pedagogisch-klimat", ["pedagogisch-klimaat", "taal"], "pedagogisch-klimaat"),
        ("p1", ["P1", "P2"], "P1"),
        ("P\uff11", ["P1", "P2"], "P1"),  # a full-width digit
        ("zzz", ["P1", "P2"], None),
        ("x", [], None),
        ("outcom-0007", MANY, "outcome-0007"),
        ("Outcome-0007", MANY, "outcome-0007"),
        ("qqq", MANY, None),
    ],
)
def test_nearest(name, known, expected):
    assert nearest(name, known) == expected


@pytest.mark.parametrize("place", range(len("outcome-0500")))
def test_of_very_many_names_one_slip_anywhere_still_finds_a_near_one(place):
    slip = "outcome-0500"[:place] + "_" + "outcome-0500"[place + 1 :]
    assert nearest(slip, MANY) is not None


def test_guessing_ends_when_it_has_cost_enough():
    with few_guesses(most=len(MANY) * 200):
        assert nearest("outcom-0007", MANY) == "outcome-0007"
        assert nearest("outcom-0008", MANY) is None
    assert nearest("outcom-0008", MANY) == "outcome-0008"
