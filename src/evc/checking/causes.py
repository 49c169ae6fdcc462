"""Why an outcome is judged otherwise: its rules, criteria and items before and after, set side by side."""

from collections.abc import Iterator

from evc.model.advice import CriterionResult, OutcomeAdvice, RuleName, RuleResult
from evc.model.impact import CriterionCause, CriterionMoved, ItemMoved, RuleMoved
from evc.model.verdict import Verdict


def rules_moved(old: OutcomeAdvice | None, new: OutcomeAdvice | None) -> Iterator[RuleMoved]:
    """Rules with another verdict. The decision only where it asks something else: else its criteria say it better."""
    had = {rule.rule: rule for rule in old.rules} if old else {}
    has = {rule.rule: rule for rule in new.rules} if new else {}
    for name in RuleName:
        before, after = had.get(name), has.get(name)
        if name is RuleName.DECISION:
            moved = before is not None and after is not None and before.required != after.required
        else:
            moved = _counts(before) is not _counts(after)
        if moved:
            yield RuleMoved(before, after)


def _counts(rule: RuleResult | None) -> Verdict:
    """A rule that is not given asks nothing."""
    return Verdict.MET if rule is None else rule.verdict


def criteria_moved(old: OutcomeAdvice | None, new: OutcomeAdvice | None) -> Iterator[CriterionMoved]:
    """Criteria that come out otherwise, or became or are no longer mandatory, in the order of the new rubric."""
    had = {each.id: each for each in old.criteria} if old else {}
    has = {each.id: each for each in new.criteria} if new else {}
    for name in dict.fromkeys((*has, *had)):
        before, after = had.get(name), has.get(name)
        if before is None or after is None:
            yield CriterionMoved(before, after, (CriterionCause.ADDED if before is None else CriterionCause.REMOVED,))
        elif causes := tuple(_causes(before, after)):
            yield CriterionMoved(before, after, causes)


def _causes(before: CriterionResult, after: CriterionResult) -> Iterator[CriterionCause]:
    if before.mandatory != after.mandatory:
        yield CriterionCause.MANDATORY
    if before.rating is not after.rating:
        changed = before.pass_level != after.pass_level
        yield CriterionCause.PASS if changed else CriterionCause.RATINGS
    if before.relevance is not after.relevance:
        changed = before.required != after.required
        yield CriterionCause.ITEMS_ASKED if changed else CriterionCause.ITEMS_COUNTED


def items_moved(old: OutcomeAdvice | None, new: OutcomeAdvice | None) -> Iterator[ItemMoved]:
    """Items that count under the one rubric and are set aside under the other."""
    had = {item.id: item for item in old.evidence} if old else {}
    for item in new.evidence if new else ():
        before = had.get(item.id)
        if before is not None and before.admissible != item.admissible:
            yield ItemMoved(before, item)
