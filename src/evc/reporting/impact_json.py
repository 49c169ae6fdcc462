"""What another version of the rubrics does, as data: one ``evc/impact@1`` document."""

import json

from evc.language import Language
from evc.model.advice import Advice, CriterionResult, OutcomeAdvice, RuleResult, UnitAdvice
from evc.model.impact import AdviceChange, CriterionMoved, Impact, ItemMoved, OutcomeChange, RuleMoved, UnitChange
from evc.reporting.canonical import Json
from evc.reporting.facts import plain_decimal
from evc.reporting.impact import Sides, causes, credits_awarded
from evc.reporting.json_values import plain
from evc.reporting.names import names_of

FORMAT = "evc/impact@1"


def render(impact: Impact, language: Language) -> str:
    """The document, indented."""
    before, after = credits_awarded(impact)
    document: dict[str, Json] = {
        "format": FORMAT,
        "old": impact.old,
        "new": impact.new,
        "dossiers": impact.dossiers,
        "changed": [_change(change, language) for change in impact.changed],
        "unjudged": [
            {"dossier": each.dossier, "under_old": each.under_old, "under_new": each.under_new}
            for each in impact.unjudged
        ],
        "totals": {
            "changed": len(impact.changed),
            "same": impact.dossiers - len(impact.changed) - len(impact.unjudged),
            "unjudged": len(impact.unjudged),
            "credits": {"before": plain_decimal(before), "after": plain_decimal(after)},
            "units": [{"before": old, "after": new, "count": count} for (old, new), count in impact.turns.items()],
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _change(change: AdviceChange, language: Language) -> Json:
    old, new = (names_of(advice, language, plain=True) for advice in (change.before, change.after))
    sides = Sides(old, new, "→")
    return {
        "dossier": change.dossier,
        "candidate": change.after.candidate.id,
        "credits": {"before": _credits(change.before), "after": _credits(change.after)},
        "units": [_unit(unit, sides) for unit in change.units],
    }


def _credits(advice: Advice) -> Json:
    return {"awarded": plain_decimal(advice.credits.awarded), "remaining": plain_decimal(advice.credits.remaining)}


def _unit(change: UnitChange, sides: Sides) -> Json:
    return {
        "id": change.id,
        "before": _advised(change.before),
        "after": _advised(change.after),
        "causes": [cause.value for cause in change.causes],
        "outcomes": [_outcome(outcome, sides) for outcome in change.outcomes],
    }


def _advised(unit: UnitAdvice | None) -> Json:
    if unit is None:
        return None
    return {
        "advice": unit.recommendation.value,
        "basis": plain(unit.basis),
        "exempted_by": list(unit.exempted_by),
        "credits": plain_decimal(unit.credits),
    }


def _outcome(change: OutcomeChange, sides: Sides) -> Json:
    return {
        "id": change.id,
        "before": _judged(change.before),
        "after": _judged(change.after),
        "rules": [_rule(rule) for rule in change.rules],
        "criteria": [_criterion(criterion) for criterion in change.criteria],
        "evidence": [_item(item) for item in change.items],
        "text": list(causes(change, sides)),
    }


def _judged(outcome: OutcomeAdvice | None) -> Json:
    if outcome is None:
        return None
    return {
        "label": outcome.label.value,
        "verdict": plain(outcome.verdict),
        "coverage": outcome.coverage.value,
        "version": outcome.version,
    }


def _rule(moved: RuleMoved) -> Json:
    given = moved.after or moved.before
    name = given.rule.value if given else None
    return {"rule": name, "before": _asked(moved.before), "after": _asked(moved.after)}


def _asked(rule: RuleResult | None) -> Json:
    if rule is None:
        return None
    return {"verdict": rule.verdict.value, "required": plain(rule.required), "found": plain(rule.found)}


def _criterion(moved: CriterionMoved) -> Json:
    given = moved.after or moved.before
    return {
        "id": given.id if given else None,
        "before": _rated(moved.before),
        "after": _rated(moved.after),
        "causes": [cause.value for cause in moved.causes],
    }


def _rated(criterion: CriterionResult | None) -> Json:
    if criterion is None:
        return None
    return {
        "verdict": criterion.verdict.value,
        "mandatory": criterion.mandatory,
        "pass": criterion.pass_level,
        "relevance": criterion.relevance.value,
        "rating": criterion.rating.value,
        "required": criterion.required,
        "admissible": list(criterion.admissible),
    }


def _item(moved: ItemMoved) -> Json:
    return {
        "id": moved.after.id,
        "before": {"admissible": moved.before.admissible, "reason": plain(moved.before.reason)},
        "after": {"admissible": moved.after.admissible, "reason": plain(moved.after.reason)},
    }
