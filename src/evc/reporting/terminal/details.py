"""What `-v` adds under an outcome: a line a criterion, the rules as needed and found, the items that do not count."""

from collections.abc import Iterator

from evc.model.advice import Coverage, CriterionResult, GivenRating, OutcomeAdvice, RuleName, RuleResult
from evc.model.verdict import Verdict
from evc.reporting.names import Names
from evc.reporting.show import show
from evc.reporting.terminal.look import Look
from evc.reporting.words import (
    coverage_word,
    item_text,
    rule_found,
    rule_name,
    rule_required,
    rule_verdict_word,
    verdict_tone,
    verdict_word,
)


def details(outcome: OutcomeAdvice, look: Look) -> tuple[str, ...]:
    """The lines under an outcome; before anyone judged, evidence alone is spoken of, without a verdict's shape."""
    return tuple(show(text) for text in _details(outcome, look))


def _details(outcome: OutcomeAdvice, look: Look) -> Iterator[str]:
    for criterion in outcome.criteria:
        yield _criterion(criterion, look)
    for rule in outcome.rules:
        if look.judged or rule.rule is not RuleName.DECISION:
            yield rule_text(rule, outcome, look)
    for item in outcome.evidence:
        why = item_text(item, look.names)
        if why:
            yield f"{item.id}: {why}"


def _criterion(criterion: CriterionResult, look: Look) -> str:
    names = look.names
    status = verdict_status(criterion.verdict, look) if look.judged else covered_word(criterion, names)
    facts = [f"{criterion_name(criterion, names)}: {status}", evidence_found(criterion, names)]
    facts += [rating_text(given, names) for given in criterion.ratings]
    if criterion.consensus:
        facts.append(names.language.say("terminal.agreed", {"level": names.level(criterion.consensus.level)}))
    return look.glyphs.facts(facts)


def criterion_name(criterion: CriterionResult, names: Names) -> str:
    """A criterion by id and title, and whether it is mandatory."""
    name = f"{criterion.id} {names.text(criterion.title)}"
    return names.language.say("terminal.mandatory", {"criterion": name}) if criterion.mandatory else name


def verdict_status(verdict: Verdict, look: Look) -> str:
    """A verdict as shape and word."""
    return look.glyphs.marked(verdict_tone(verdict), verdict_word(verdict, look.language))


def covered_word(criterion: CriterionResult, names: Names) -> str:
    """Whether the evidence covers the criterion; coverage has words only."""
    covered = Coverage.COVERED if criterion.relevance is Verdict.MET else Coverage.NOT
    return coverage_word(covered, names.language)


def evidence_found(criterion: CriterionResult, names: Names) -> str:
    """The items that count for a criterion, and how many it needs."""
    values = {"needed": criterion.required, "items": names.language.list(criterion.admissible)}
    key = "terminal.evidence.some" if criterion.admissible else "terminal.evidence.none"
    return names.language.say(key, values)


def rating_text(given: GivenRating, names: Names) -> str:
    """Who gave which level; the level on paper alone is said where the interview changed it."""
    rating = given.rating
    values = {"assessor": given.assessor, "level": names.level(rating.level)}
    if rating.first is None or rating.first == rating.level:
        return names.language.say("terminal.rating", values)
    return names.language.say("terminal.rating.first", {**values, "first": names.level(rating.first)})


def rule_text(rule: RuleResult, outcome: OutcomeAdvice, look: Look) -> str:
    """A rule with its verdict, as needed and found."""
    word = rule_verdict_word(rule.verdict, look.language)
    values = {
        "rule": rule_name(rule, look.language),
        "verdict": look.glyphs.marked(verdict_tone(rule.verdict), word) if look.judged else word,
        "required": rule_required(rule, look.names),
        "found": rule_found(rule, outcome, look.names),
    }
    return look.language.say("terminal.rule", values)
