"""What the sums of a run need of one dossier."""

from collections.abc import Iterable
from typing import Any

from evc.batching.results import ASSESSED
from evc.model.value import value

Json = Any

READY, OPEN, UNRATED, ERRORS = "ready", "open", "unrated", "errors"
STANDS = (READY, OPEN, UNRATED, ERRORS)
"""Where a dossier stands, in the order of a table: ready for a decision, first something to do, no assessor yet, not
assessed."""


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
        stand=stand(row["state"], advice["stage"], (unit["first"] for unit in advice["units"])) if advice else ERRORS,
        awarded=advice["credits"]["awarded"] if advice else "0",
    )


def stand(state: str, stage: str, first: Iterable[str | None]) -> str:
    """Where a dossier with an advice stands; `first` is what has to be done before each of its units is advised on.

    Before any assessor there is no verdict, so that nothing is ready and nobody is invited yet.
    """
    if state != ASSESSED:
        return ERRORS
    if stage == "coverage":
        return UNRATED
    return OPEN if any(first) else READY
