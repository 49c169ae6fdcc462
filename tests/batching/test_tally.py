"""How a dossier stands in the sums: before any assessor nothing is ready, and nobody is invited."""

import pytest

from evc.batching.tally import ERRORS, OPEN, READY, UNRATED, tally_of


def result(state: str = "assessed", stage: str = "rated", *units: str) -> dict:
    advice = {
        "stage": stage,
        "programme": {"id": "p", "title": "P"},
        "credits": {"awarded": "30"},
        "units": [{"advice": unit, "first": "interview" if unit == "investigate" else None} for unit in units],
    }
    return {"candidate": "K-1", "state": state, "advice": advice if state == "assessed" else None}


@pytest.mark.parametrize(
    ("row", "stand"),
    [
        (result("assessed", "rated", "award", "none"), READY),
        (result("assessed", "rated", "award", "investigate"), OPEN),
        (result("assessed", "coverage", "investigate"), UNRATED),
        (result("assessed", "coverage"), UNRATED),
        (result("assessed", "evidence-only", "award"), READY),
        (result("errors"), ERRORS),
        (result("died"), ERRORS),
    ],
)
def test_a_dossier_stands_in_one_column(row: dict, stand: str) -> None:
    assert tally_of(row, "K-1").stand == stand
