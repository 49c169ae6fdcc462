"""What a rule asked and what was there, in the same terms, so that a reader can compare the two."""

from collections.abc import Callable, Mapping

from evc.model.advice import OutcomeAdvice, RuleName, RuleResult
from evc.model.verdict import Verdict
from evc.reporting.facts import Facts, amount, count
from evc.reporting.names import Names


def required(rule: RuleResult, names: Names) -> str:
    """What the rule asks."""
    if rule.rule is RuleName.DECISION:
        if "at_least" in rule.required:
            return names.language.say_count("rule.decision.at-least", count(rule.required, "at_least"))
        return names.language.say("rule.decision.all")
    return _amounts(rule.rule, rule.required, names)


def found(rule: RuleResult, outcome: OutcomeAdvice, names: Names) -> str:
    """What was there."""
    if rule.rule is RuleName.DECISION:
        met = sum(criterion.verdict is Verdict.MET for criterion in outcome.criteria)
        return names.language.say_count("rule.decision.found", len(outcome.criteria), {"met": met})
    return _amounts(rule.rule, rule.found, names)


def _types(facts: Facts, names: Names) -> str:
    return names.language.say_count("rule.variation.types", count(facts, "types"))


def _contexts(facts: Facts, names: Names) -> str:
    return names.language.say_count("rule.variation.contexts", count(facts, "contexts"))


def _items(facts: Facts, names: Names) -> str:
    return names.language.say_count("rule.quantity.items", count(facts, "items"))


def _hours(facts: Facts, names: Names) -> str:
    return names.language.say("rule.quantity.hours", {"hours": names.amount(amount(facts, "hours"))})


def _attested(facts: Facts, names: Names) -> str:
    return names.language.say_count("rule.authenticity.attested", count(facts, "attested"))


_AMOUNTS: Mapping[RuleName, Mapping[str, Callable[[Facts, Names], str]]] = {
    RuleName.VARIATION: {"types": _types, "contexts": _contexts},
    RuleName.QUANTITY: {"items": _items, "hours": _hours},
    RuleName.AUTHENTICITY: {"attested": _attested},
}


def _amounts(rule: RuleName, facts: Facts, names: Names) -> str:
    """What the facts give, in the order of the table, as an enumeration."""
    return names.language.list([say(facts, names) for key, say in _AMOUNTS[rule].items() if key in facts])
