"""What an outcome still lacks in a few words, for one cell of a table; the whole sentences are in `sentences`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from evc.language import Language
from evc.model.advice import OutcomeAdvice
from evc.model.findings import Change, Finding
from evc.reporting.facts import amount, plain_decimal, word, words
from evc.reporting.show import show

BY_PEOPLE = (Change.RATE, Change.AGREE, Change.JUDGE_AGAIN)
# More criteria than this before a phrase say less than none.
_MOST_NAMED = 3


def evidence_changes(outcome: OutcomeAdvice) -> tuple[Finding, ...]:
    """The changes that are the candidate's: everything but ratings."""
    return tuple(change for change in outcome.missing if change.code not in BY_PEOPLE)


def criteria_of(change: Finding, outcome: OutcomeAdvice) -> tuple[str, ...]:
    """The criteria that a change bears on; for an item that is mended, those it is cited for."""
    if "criterion" in change.data:
        return (word(change.data, "criterion"),)
    if "criteria" in change.data:
        return words(change.data, "criteria")
    if change.code is Change.MEND_ITEM:
        item = change.data["evidence"]
        return tuple(criterion.id for criterion in outcome.criteria if item in criterion.evidence)
    return ()


def brief(changes: Sequence[Finding], outcome: OutcomeAdvice, language: Language) -> str:
    """All the changes in one line; those that say the same of several criteria are said once."""
    phrases: dict[str, list[str]] = {}
    for phrase, criteria in _phrases(changes, outcome, language):
        named = phrases.setdefault(phrase, [])
        named.extend(criterion for criterion in criteria if criterion not in named)
    return "; ".join(_of_criteria(phrase, criteria, language) for phrase, criteria in phrases.items())


def _of_criteria(phrase: str, criteria: Sequence[str], language: Language) -> str:
    if not 0 < len(criteria) <= _MOST_NAMED:
        return phrase
    return language.say("short.of-criteria", {"criteria": show(language.list(criteria)), "phrase": phrase})


def _phrases(
    changes: Sequence[Finding], outcome: OutcomeAdvice, language: Language
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A phrase a change, with the criteria it is about; items to add are counted together."""
    added = [change for change in changes if change.code is Change.ADD_ITEM]
    for change in changes:
        criteria = criteria_of(change, outcome)
        if change.code is Change.ADD_ITEM:
            yield _added(added, language), criteria
        else:
            yield _phrase(change, language), criteria


def _phrase(change: Finding, language: Language) -> str:
    key = f"short.{change.code.value}"
    if change.code is Change.MEND_ITEM:
        key += f".{word(change.data, 'reason')}"
    item = change.data.get("evidence")
    return language.say(key, {"evidence": show(item) if isinstance(item, str) else ""})


def _added(added: Sequence[Finding], language: Language) -> str:
    hours = sum((amount(change.data, "hours") for change in added if "hours" in change.data), Decimal())
    if not hours:
        return language.say_count("short.add-item", len(added))
    return language.say_count("short.add-item.hours", len(added), {"hours": plain_decimal(hours)})
