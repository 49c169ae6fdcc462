"""What the sums of a run need of one dossier."""

from typing import Any

from evc.batching.results import ASSESSED
from evc.model.value import value

Json = Any

READY, INTERVIEW, UNRATED, NOT_ASSESSED = "ready", "interview", "unrated", "not-assessed"
STANDS = (READY, INTERVIEW, UNRATED, NOT_ASSESSED)
"""How a dossier stands, in the order of a table: ready to decide on, first a talk, no assessor yet, or no advice."""


@value
class Tally:
    """One dossier: `state` as in its result, `stand` one of `STANDS`, `awarded` in EC, a decimal in plain notation."""

    candidate: str | None
    folder: str | None
    state: str
    title: str | None
    stand: str
    awarded: str


def tally_of(row: Json, folder: str | None) -> Tally:
    """The tally of a result."""
    advice = row["advice"]
    return Tally(
        candidate=row["candidate"],
        folder=folder,
        state=row["state"],
        title=advice["programme"]["title"] if advice else None,
        stand=_stand(row),
        awarded=advice["credits"]["awarded"] if advice else "0",
    )


def _stand(row: Json) -> str:
    """Before any assessor there is no verdict, so that nothing is ready and nobody is invited yet."""
    if row["state"] != ASSESSED:
        return NOT_ASSESSED
    advice = row["advice"]
    if advice["stage"] == "coverage":
        return UNRATED
    return INTERVIEW if any(unit["advice"] == "investigate" for unit in advice["units"]) else READY
