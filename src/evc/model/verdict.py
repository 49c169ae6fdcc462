"""The three-valued algebra in which every judgement is expressed (DESIGN §4)."""

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """Met, not met, or open: a person still has to say."""

    MET = "met"
    OPEN = "open"
    NOT_MET = "not-met"


# Looked up once: until Python 3.12 the name of a member is looked up through a descriptor each time it is used.
_MET, _OPEN, _NOT_MET = Verdict.MET, Verdict.OPEN, Verdict.NOT_MET


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Not-met if any is, else open if any is, else met; of nothing: met."""
    every = tuple(verdicts)
    if _NOT_MET in every:
        return _NOT_MET
    return _OPEN if _OPEN in every else _MET


def at_least(count: int, verdicts: Iterable[Verdict]) -> Verdict:
    """Met when `count` or more are met; not-met when the open ones can no longer make it; else open."""
    every = tuple(verdicts)
    met = every.count(_MET)
    if met >= count:
        return _MET
    return _NOT_MET if met + every.count(_OPEN) < count else _OPEN


def met_if(condition: bool) -> Verdict:  # noqa: FBT001 - the condition is the whole meaning of the call
    """A plain fact as a verdict: met or not-met, never open."""
    return _MET if condition else _NOT_MET
