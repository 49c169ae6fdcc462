"""The decision over an outcome's criteria (DESIGN §4, *Outcome*)."""

from collections.abc import Sequence

from evc.model.rubric import All, AtLeast, Decision
from evc.model.verdict import Verdict, all_of, at_least


def decide(decision: Decision, mandatory: Sequence[bool], verdicts: Sequence[Verdict]) -> Verdict:
    """Every criterion; or each mandatory one, and at least so many in total.

    `mandatory` and `verdicts` stand in the order of the rubric's criteria.
    """
    match decision:
        case All():
            return all_of(verdicts)
        case AtLeast(count):
            knock_outs = all_of(verdict for must, verdict in zip(mandatory, verdicts, strict=True) if must)
            return all_of((knock_outs, at_least(count, verdicts)))
