"""Units, outcomes and criteria as published JSON: every key of DESIGN §6, in its order.

Where there are hundreds in an advice, `_value_` stands for an enum's `value`: Python 3.11 looks the latter up slowly.
"""

from evc.model.advice import CriterionResult, GivenRating, ItemResult, OutcomeAdvice, RuleResult, UnitAdvice
from evc.reporting import words
from evc.reporting.canonical import Json
from evc.reporting.facts import plain_decimal
from evc.reporting.json_values import found, plain, reference, shown
from evc.reporting.names import Names


def unit_json(unit: UnitAdvice, names: Names) -> Json:
    """What is advised for a unit, with every outcome under it."""
    return {
        "id": unit.id,
        "title": shown(unit.title, names),
        "credits": plain_decimal(unit.credits),
        "setting": unit.setting.value,
        "advice": unit.recommendation.value,
        "basis": plain(unit.basis),
        "exempted_by": list(unit.exempted_by),
        "reasons": [found(reason, names, unit=unit) for reason in unit.reasons],
        "source": reference(unit.source, names),
        "outcomes": [_outcome(outcome, names) for outcome in unit.outcomes],
    }


def _outcome(outcome: OutcomeAdvice, names: Names) -> Json:
    """A not-claimed outcome has a null verdict and empty lists, whatever its rubric asks."""
    claimed = outcome.verdict is not None
    return {
        "id": outcome.id,
        "title": shown(outcome.title, names),
        "statement": shown(outcome.statement, names),
        "rubric": {"version": outcome.version},
        "sources": [reference(place, names) for place in outcome.sources] if claimed else [],
        "account": outcome.account if claimed else None,
        "label": outcome.label.value,
        "verdict": None if outcome.verdict is None else outcome.verdict.value,
        "coverage": outcome.coverage.value,
        "short_of": [short.value for short in outcome.short_of],
        "criteria": [_criterion(criterion, names) for criterion in outcome.criteria] if claimed else [],
        "rules": [_rule(rule) for rule in outcome.rules] if claimed else [],
        "evidence": [_item(item, names) for item in outcome.evidence] if claimed else [],
        "missing": [found(change, names, outcome=outcome) for change in outcome.missing] if claimed else [],
    }


def _criterion(criterion: CriterionResult, names: Names) -> Json:
    agreed = criterion.consensus
    return {
        "id": criterion.id,
        "title": shown(criterion.title, names),
        "verdict": criterion.verdict._value_,
        "mandatory": criterion.mandatory,
        "pass": criterion.pass_level,
        "relevance": criterion.relevance._value_,
        "rating": criterion.rating._value_,
        "evidence": list(criterion.evidence),
        "indicators": [{"text": shown(indicator, names)} for indicator in criterion.indicators],
        "reasons": [found(reason, names) for reason in criterion.reasons],
        "ratings": [_rating(given) for given in criterion.ratings],
        "consensus": {"level": agreed.level, "remark": agreed.remark} if agreed else None,
    }


def _rating(given: GivenRating) -> Json:
    rating = given.rating
    return {
        "assessor": given.assessor,
        "level": rating.level,
        "first": rating.first,
        "based_on": list(rating.based_on),
        "remark": rating.remark,
    }


def _rule(rule: RuleResult) -> Json:
    return {
        "rule": rule.rule._value_,
        "verdict": rule.verdict._value_,
        "required": plain(rule.required),
        "found": plain(rule.found),
        "evidence": list(rule.evidence),
    }


def _item(item: ItemResult, names: Names) -> Json:
    return {
        "id": item.id,
        "admissible": item.admissible,
        "reason": None if item.reason is None else item.reason._value_,
        "waived": item.waived,
        "data": plain(item.data) if item.data else {},
        "text": words.item_text(item, names),
    }
