"""Why an outcome came out as it did, in a sentence or two that name what decided it."""

from collections.abc import Iterator

from evc.model.advice import Coverage, OutcomeAdvice, RuleName
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.facts import count
from evc.reporting.names import Names
from evc.reporting.view.common import Stage, stage


def because(outcome: OutcomeAdvice, names: Names) -> tuple[str, ...]:
    """The sentences under an outcome's statement; the first is the reason."""
    if stage(names.advice) is Stage.COVERAGE:
        return tuple(_coverage(outcome, names))
    match outcome.verdict:
        case Verdict.MET:
            return (_demonstrated(outcome, names),)
        case Verdict.OPEN:
            return (_open(outcome, names),)
        case _:
            return tuple(_not_met(outcome, names))


def _demonstrated(outcome: OutcomeAdvice, names: Names) -> str:
    """Every criterion, or enough of them; and the rules on the evidence where there are any."""
    rules = "rules" if len(outcome.rules) > 1 else "alone"
    least = next((rule for rule in outcome.rules if "at_least" in rule.required), None)
    total = len(outcome.criteria)
    if least is None:
        return names.language.say_count(f"because.demonstrated.{rules}", total)
    values = {"met": _met(outcome), "least": count(least.required, "at_least")}
    return names.language.say_count(f"because.enough.{rules}", total, values)


def _open(outcome: OutcomeAdvice, names: Names) -> str:
    still = _ids(outcome, Verdict.OPEN)
    return names.language.say_count("because.open", len(still), {"criteria": names.every_criterion(outcome.id, still)})


def _not_met(outcome: OutcomeAdvice, names: Names) -> Iterator[str]:
    """Which criteria and rules were not met, then what that is short of: the file, the judgement, or both."""
    failed = _ids(outcome, Verdict.NOT_MET)
    total = len(outcome.criteria)
    if len(failed) == total and total > 1:
        yield names.language.say_count("because.none", total)
    elif failed:
        values = {"criteria": names.every_criterion(outcome.id, failed)}
        yield names.language.say_count("because.not-met", len(failed), values)
    yield from _unmet_rules(outcome, names)
    if text := words.short_of_text(outcome, names):
        yield text


def _coverage(outcome: OutcomeAdvice, names: Names) -> Iterator[str]:
    """What the evidence shows before anyone judged its quality."""
    if outcome.coverage is Coverage.COVERED:
        yield names.language.say("because.covered")
        return
    short = tuple(criterion.id for criterion in outcome.criteria if criterion.relevance is not Verdict.MET)
    if short:
        values = {"criteria": names.every_criterion(outcome.id, short)}
        yield names.language.say_count("because.short", len(short), values)
    yield from _unmet_rules(outcome, names)
    yield names.language.say("because.gap")


def _unmet_rules(outcome: OutcomeAdvice, names: Names) -> Iterator[str]:
    unmet = [
        words.rule_name(rule, names.language)
        for rule in outcome.rules
        if rule.verdict is Verdict.NOT_MET and rule.rule is not RuleName.DECISION
    ]
    if unmet:
        yield names.language.say_count("because.rules", len(unmet), {"rules": names.language.list(unmet)})


def _met(outcome: OutcomeAdvice) -> int:
    return sum(criterion.verdict is Verdict.MET for criterion in outcome.criteria)


def _ids(outcome: OutcomeAdvice, verdict: Verdict) -> tuple[str, ...]:
    return tuple(criterion.id for criterion in outcome.criteria if criterion.verdict is verdict)
