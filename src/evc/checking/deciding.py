"""What decided a verdict, in the rubric's own ids: rules with what they asked and found, criteria, ratings."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from evc.model.advice import CriterionResult, Label, OutcomeAdvice, RuleName, RuleResult, UnitAdvice
from evc.model.findings import CriterionReason, Finding, UnitReason, Value
from evc.model.verdict import Verdict

Facts = tuple[str, ...]
_OF_THE_UNIT = (UnitReason.NOT_EXEMPTIBLE, UnitReason.PROOF_NOT_VERIFIED)


def unit_decided_by(unit: UnitAdvice) -> Facts:
    """The ground of an award, else the outcomes that are not demonstrated and what the unit itself lacks."""
    if unit.basis is not None:
        return (f"{unit.basis.value} ({', '.join(unit.exempted_by)})" if unit.exempted_by else unit.basis.value,)
    own = tuple(reason.code.value for reason in unit.reasons if reason.code in _OF_THE_UNIT)
    lacking = tuple(f"{each.id} ({each.label.value})" for each in unit.outcomes if each.label != Label.DEMONSTRATED)
    return own + lacking


def outcome_decided_by(outcome: OutcomeAdvice) -> Facts:
    """The rules and criteria that keep an outcome from being met; none when it is met or not claimed."""
    if outcome.verdict in {None, Verdict.MET}:
        return ()
    return tuple(_holding_back(outcome))


def _holding_back(outcome: OutcomeAdvice) -> Iterator[str]:
    """What has the verdict of the outcome; under `at_least` also how many criteria are met."""
    for rule in outcome.rules:
        if rule.verdict is not outcome.verdict:
            continue
        if rule.rule is not RuleName.DECISION:
            yield f"{rule.rule.value} ({measured(rule)})"
            continue
        if "at_least" in rule.required:
            yield f"{rule.rule.value} ({measured(rule)})"
        for criterion in outcome.criteria:
            if criterion.verdict is outcome.verdict:
                yield f"{criterion.id} ({criterion.verdict.value})"


def measured(rule: RuleResult) -> str:
    """What was found against what was asked, as in hours 154/160."""
    return ", ".join(f"{key} {_amount(rule.found[key])}/{_amount(asked)}" for key, asked in rule.required.items())


def criterion_decided_by(criterion: CriterionResult) -> Facts:
    """Why a criterion is not met or open; when it is met, the ratings that made it so."""
    if criterion.reasons:
        return tuple(_reason(reason) for reason in criterion.reasons)
    agreed = (f"consensus {criterion.consensus.level}",) if criterion.consensus else ()
    given = tuple(f"{each.assessor} {each.rating.level}" for each in criterion.ratings)
    return (*given, *agreed, f"pass {criterion.pass_level}")


def _reason(reason: Finding) -> str:
    facts = reason.data
    match reason.code:
        case CriterionReason.BELOW_PASS:
            levels = facts["levels"]
            given = ", ".join(map(str, levels)) if isinstance(levels, tuple) else str(levels)
            return f"{reason.code.value} ({given}; pass {facts['pass']})"
        case CriterionReason.TOO_FEW_ITEMS | CriterionReason.TOO_FEW_RATINGS:
            return f"{reason.code.value} ({_part(facts, 'found')}/{_part(facts, 'required')})"
        case _:
            return str(reason.code.value)


def _part(facts: Mapping[str, Value], key: str) -> str:
    return str(facts[key])


def _amount(amount: Value) -> str:
    """In plain notation, without trailing zeros."""
    if isinstance(amount, Decimal):
        shown = format(amount, "f")
        return shown.rstrip("0").rstrip(".") if "." in shown else shown
    return str(amount).lower() if isinstance(amount, bool) else str(amount)
