"""Every finding as a whole sentence: the reasons of criteria and units, conditions, and what is still needed."""

from functools import lru_cache
from typing import assert_never

from evc.language import Language
from evc.model.advice import OutcomeAdvice, UnitAdvice
from evc.model.findings import Change, Condition, CriterionReason, Finding, UnitReason
from evc.reporting.facts import Facts, count, word, words
from evc.reporting.names import Names
from evc.reporting.sentences import changes, conditions
from evc.reporting.sentences.items import brief


def text(finding: Finding, names: Names, *, outcome: OutcomeAdvice | None, unit: UnitAdvice | None) -> str:
    """The sentence for a finding, by the family its code belongs to."""
    code = finding.code
    if isinstance(code, CriterionReason):
        return _criterion(code, finding.data, names)
    if isinstance(code, UnitReason):
        return _unit(code, finding.data, names, unit)
    if isinstance(code, Condition):
        return conditions.text(code, finding.data, names)
    if isinstance(code, Change):
        return changes.text(code, finding.data, names, outcome.id if outcome else "")
    assert_never(code)


def _criterion(code: CriterionReason, facts: Facts, names: Names) -> str:
    """Why a criterion is not met or open."""
    say = names.language.say
    key = f"reason.{code.value}"
    match code:
        case CriterionReason.TOO_FEW_ITEMS | CriterionReason.TOO_FEW_RATINGS:
            return _too_few(key, count(facts, "required"), count(facts, "found"), names.language)
        case CriterionReason.BELOW_PASS:
            values = {"levels": _levels(words(facts, "levels"), names), "pass": names.level(word(facts, "pass"))}
            return say(f"{key}.consensus" if facts.get("consensus") else key, values)
        case CriterionReason.DISAGREEMENT:
            return say(key)


# Small numbers: a batch says the same few sentences over and over.
@lru_cache(maxsize=1024)
def _too_few(key: str, required: int, found: int, language: Language) -> str:
    return language.say_count(key, required, {"found": found})


def _levels(levels: tuple[str, ...], names: Names) -> str:
    """The levels given; one that all gave is said once, but two against one is said in full."""
    shown = levels if len(set(levels)) > 1 else levels[:1]
    return names.language.list([names.level(level) for level in shown])


def _unit(code: UnitReason, facts: Facts, names: Names, unit: UnitAdvice | None) -> str:
    """Why a unit is not advised for award."""
    say = names.language.say
    key = f"reason.{code.value}"
    match code:
        case UnitReason.NOT_EXEMPTIBLE:
            return _not_exemptible(names, unit)
        case UnitReason.PROOF_NOT_VERIFIED:
            proof = unit.proof if unit else ()
            return names.language.say_count(key, len(proof), {"evidence": names.every_item(proof)})
        case UnitReason.OUTCOMES_NOT_CLAIMED:
            outcomes = names.language.list([names.outcome(outcome) for outcome in words(facts, "outcomes")])
            return say(key, {"outcomes": outcomes})
        case UnitReason.NOT_CLAIMED | UnitReason.INCOMPLETE | UnitReason.NOT_DEMONSTRATED:
            return say(key)
        case UnitReason.MANDATORY_NOT_MET:
            outcome, criterion = word(facts, "outcome"), word(facts, "criterion")
            values = {"outcome": names.outcome(outcome), "criterion": names.criterion(outcome, criterion)}
            return say(key, values)
        case UnitReason.PROOF_SET_ASIDE:
            values = {"evidence": names.item(word(facts, "evidence")), "reason": brief(word(facts, "reason"), names)}
            return say(key, values)


def _not_exemptible(names: Names, unit: UnitAdvice | None) -> str:
    """With the article that says so, where the programme gives it."""
    if unit is None or unit.source is None:
        return names.language.say("reason.not-exemptible")
    return names.language.say("reason.not-exemptible.source", {"source": names.source(unit.source)})
