"""What is still needed, in words: the changes that together make an outcome demonstrated (DESIGN §4, *missing*)."""

from collections.abc import Callable, Mapping

from evc.model.findings import Change
from evc.reporting.facts import Facts, amount, count, word, words
from evc.reporting.names import Names


def text(code: Change, facts: Facts, names: Names, outcome: str) -> str:
    """The sentence for a change, addressed to whoever can make it; `outcome` is whose criteria it names."""
    return _SENTENCES[code](facts, names, outcome)


def _mend_item(facts: Facts, names: Names, _outcome: str) -> str:
    """Each reason asks another act."""
    key = f"change.mend-item.{word(facts, 'reason')}"
    return names.language.say(key, {"evidence": names.item(word(facts, "evidence"))})


def _attest_item(facts: Facts, names: Names, _outcome: str) -> str:
    return names.language.say("change.attest-item", {"evidence": names.item(word(facts, "evidence"))})


def _cite_item(facts: Facts, names: Names, outcome: str) -> str:
    criteria = words(facts, "criteria")
    values = {"evidence": names.item(word(facts, "evidence")), "criteria": names.every_criterion(outcome, criteria)}
    return names.language.say_count("change.cite-item", len(criteria), values)


def _rate(facts: Facts, names: Names, outcome: str) -> str:
    values = _rated(word(facts, "criterion"), names, outcome)
    return names.language.say_count("change.rate", count(facts, "assessors"), values)


def _agree(facts: Facts, names: Names, outcome: str) -> str:
    return names.language.say("change.agree", _rated(word(facts, "criterion"), names, outcome))


def _judge_again(facts: Facts, names: Names, outcome: str) -> str:
    return names.language.say("change.judge-again", _rated(word(facts, "criterion"), names, outcome))


def _rated(criterion: str, names: Names, outcome: str) -> Mapping[str, str]:
    """A criterion and the level it requires: a judgement is a condition and never an order."""
    known = names.outcomes.get(outcome)
    usual = names.advice.programme.scale.pass_level
    level = next((each.pass_level for each in known.criteria if each.id == criterion), usual) if known else usual
    return {"criterion": names.criterion(outcome, criterion), "pass": names.level(level)}


def _cannot_be_met(facts: Facts, names: Names, _outcome: str) -> str:
    say = names.language.say
    return say("change.cannot-be-met", {"rule": say(f"rule.{word(facts, 'rule')}")})


def _add_item(facts: Facts, names: Names, outcome: str) -> str:
    """One new item, with everything it must be at once; `criteria` may be empty when only a rule asks for it."""
    language = names.language
    criteria = words(facts, "criteria")
    values = {"criteria": names.every_criterion(outcome, criteria), "demands": language.list(demands(facts, names))}
    key = "change.add-item" + (".demands" if values["demands"] else "")
    if not criteria:
        return language.say(f"{key}.any", values)
    return language.say_count(key, len(criteria), values)


def demands(facts: Facts, names: Names) -> list[str]:
    """What one new item must be at once, each in a few words."""
    say = names.language.say
    demands = []
    if "type" in facts:
        demands.append(say("demand.type", {"type": say(f"type.{word(facts, 'type')}")}))
    if facts.get("new_context"):
        demands.append(say("demand.new-context"))
    if "hours" in facts:
        demands.append(say("demand.hours", {"hours": names.amount(amount(facts, "hours"))}))
    if facts.get("attested"):
        demands.append(say("demand.attested"))
    return demands


_SENTENCES: Mapping[Change, Callable[[Facts, Names, str], str]] = {
    Change.MEND_ITEM: _mend_item,
    Change.ATTEST_ITEM: _attest_item,
    Change.CITE_ITEM: _cite_item,
    Change.ADD_ITEM: _add_item,
    Change.RATE: _rate,
    Change.AGREE: _agree,
    Change.JUDGE_AGAIN: _judge_again,
    Change.CANNOT_BE_MET: _cannot_be_met,
}
