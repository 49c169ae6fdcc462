"""The three-valued algebra in which every judgement is expressed (DESIGN §4)."""

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """Met, not met, or open: a person still has to say."""

    MET = "met"
    OPEN = "open"
    NOT_MET = "not-met"


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Not-met if any is, else open if any is, else met; of nothing: met."""
    together = Verdict.MET
    for verdict in verdicts:
        if verdict is Verdict.NOT_MET:
            return verdict
        if verdict is Verdict.OPEN:
            together = verdict
    return together


def at_least(count: int, verdicts: Iterable[Verdict]) -> Verdict:
    """Met when `count` or more are met; not-met when the open ones can no longer make it; else open."""
    every = tuple(verdicts)
    met = every.count(Verdict.MET)
    if met >= count:
        return Verdict.MET
    return Verdict.NOT_MET if met + every.count(Verdict.OPEN) < count else Verdict.OPEN


def met_if(condition: bool) -> Verdict:  # noqa: FBT001 - the condition is the whole meaning of the call
    """A plain fact as a verdict: met or not-met, never open."""
    return Verdict.MET if condition else Verdict.NOT_MET
