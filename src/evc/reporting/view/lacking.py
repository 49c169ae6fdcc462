"""What was not shown yet, in a letter: why, and the steps that the candidate can take, least work first."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from evc.model.advice import Coverage, CriterionResult, Label, OutcomeAdvice, Recommendation, ShortOf, UnitAdvice
from evc.model.findings import Change, CriterionReason, Finding, UnitReason
from evc.model.verdict import Verdict
from evc.reporting.facts import Facts, word, words
from evc.reporting.names import Names
from evc.reporting.sentences.changes import demands
from evc.reporting.sentences.items import brief
from evc.reporting.view.common import Stage, claimed, phrase, stage
from evc.reporting.view.letter import LetterItem, LetterSection, amount, has_credits, section

# What only assessors can do.
_BY_PEOPLE = frozenset({Change.RATE, Change.AGREE, Change.JUDGE_AGAIN})


def lacking(names: Names) -> LetterSection | None:
    """Outcomes that were not shown, those with the fewest changes first; then formal proof that does not count."""
    asked = [
        (unit, outcome)
        for unit in names.advice.units
        if unit.recommendation is not Recommendation.AWARD
        for outcome in claimed(unit)
        if _lacks(outcome, names)
    ]
    asked.sort(key=lambda each: (_impossible(each[1]), len(_changes(each[1], names))))
    items = [_item(unit, outcome, names) for unit, outcome in asked]
    intro = [names.language.say("letter.lacking.evidence")] if any(_is_gap(each, names) for _, each in asked) else []
    intro += [names.language.say("letter.lacking.first")] if len(asked) > 1 else []
    items += [item for unit in names.advice.units if (item := _proof(unit, names)) is not None]
    key = "lacking.coverage" if stage(names.advice) is Stage.COVERAGE else "lacking"
    return section(key, (" ".join(intro),) if intro else (), tuple(items), names, ordered=len(asked) > 1)


def _lacks(outcome: OutcomeAdvice, names: Names) -> bool:
    if stage(names.advice) is Stage.COVERAGE:
        return outcome.coverage is not Coverage.COVERED
    return outcome.label in (Label.PARTLY, Label.NOT)


def _is_gap(outcome: OutcomeAdvice, names: Names) -> bool:
    """Whether only evidence is lacking."""
    return stage(names.advice) is Stage.COVERAGE or outcome.short_of == (ShortOf.EVIDENCE,)


def _changes(outcome: OutcomeAdvice, names: Names) -> tuple[Finding, ...]:
    """What is still needed; before any assessor the evidence only, since all ratings are still to come."""
    if stage(names.advice) is not Stage.COVERAGE:
        return outcome.missing
    return tuple(change for change in outcome.missing if change.code not in _BY_PEOPLE)


def _impossible(outcome: OutcomeAdvice) -> bool:
    return any(change.code is Change.CANNOT_BE_MET for change in outcome.missing)


def _item(unit: UnitAdvice, outcome: OutcomeAdvice, names: Names) -> LetterItem:
    changes = _changes(outcome, names)
    return LetterItem(
        title=phrase(outcome.title, names),
        amount="",
        paragraphs=tuple(_why(outcome, names)),
        steps=tuple(_step(change, outcome, names) for change in changes if change.code not in _BY_PEOPLE),
        after="" if _impossible(outcome) else " ".join(_after(unit, outcome, changes, names)),
    )


def _why(outcome: OutcomeAdvice, names: Names) -> Iterator[str]:
    """What the outcome is short of; a gap in the file is never said as a judgement on the person."""
    say, count = names.language.say, names.language.say_count
    met = [each for each in outcome.criteria if each.verdict is Verdict.MET]
    if stage(names.advice) is Stage.COVERAGE:
        yield say("letter.why.coverage")
        return
    if len(met) == len(outcome.criteria) and _is_gap(outcome, names):
        yield say("letter.why.all")
        return
    if met and outcome.label is Label.PARTLY:
        yield say("letter.why.part", {"criteria": _named(outcome, met, names)})
    below = [each for each in outcome.criteria if _is_below(each)]
    if ShortOf.EVIDENCE in outcome.short_of:
        yield say("letter.why.evidence")
    if ShortOf.JUDGEMENT in outcome.short_of:
        values = {"criteria": _named(outcome, below, names)}
        yield count("letter.why.judgement" if below else "letter.why.level", len(names.advice.assessors), values)


def _is_below(criterion: CriterionResult) -> bool:
    return any(reason.code is CriterionReason.BELOW_PASS for reason in criterion.reasons)


def _named(outcome: OutcomeAdvice, criteria: list[CriterionResult], names: Names) -> str:
    return names.language.list([names.criterion(outcome.id, each.id) for each in criteria])


def _after(unit: UnitAdvice, outcome: OutcomeAdvice, changes: tuple[Finding, ...], names: Names) -> Iterator[str]:
    """What follows when the steps are taken: a judgement first, or the outcome itself, and with the last one its EC."""
    say = names.language.say
    people = dict.fromkeys(word(change.data, "criterion") for change in changes if change.code in _BY_PEOPLE)
    named = names.language.list([names.criterion(outcome.id, each) for each in people])
    if people:
        only = len(people) == len(changes)
        yield say("letter.after.judged.only" if only else "letter.after.judged", {"criteria": named})
        return
    if stage(names.advice) is Stage.COVERAGE:
        yield say("letter.after.covered")
        return
    yield say("letter.after.demonstrated")
    others = (each for each in unit.outcomes if each is not outcome)
    exemptible = all(reason.code is not UnitReason.NOT_EXEMPTIBLE for reason in unit.reasons)
    if has_credits(names) and exemptible and all(each.label is Label.DEMONSTRATED for each in others):
        yield say("letter.after.unit", {"unit": names.unit(unit.id), "credits": names.amount(Decimal(unit.credits))})


def _proof(unit: UnitAdvice, names: Names) -> LetterItem | None:
    """Formal proof for a unit that does not count, and why."""
    sentences = tuple(
        names.language.say(
            "letter.proof-set-aside",
            {
                "evidence": names.item(word(reason.data, "evidence")),
                "why": brief(word(reason.data, "reason"), names),
            },
        )
        for reason in unit.reasons
        if reason.code is UnitReason.PROOF_SET_ASIDE
    )
    return LetterItem(phrase(unit.title, names), amount(unit, names), sentences, (), "") if sentences else None


def _step(change: Finding, outcome: OutcomeAdvice, names: Names) -> str:
    """A change as the candidate is asked to make it."""
    say, facts = names.language.say, change.data
    match change.code:
        case Change.MEND_ITEM:
            return _mend(facts, outcome, names)
        case Change.ATTEST_ITEM:
            return say("letter.step.attest", {"evidence": names.item(word(facts, "evidence"))})
        case Change.CITE_ITEM:
            values = {"evidence": names.item(word(facts, "evidence")), "criteria": _criteria(facts, outcome, names)}
            return say("letter.step.cite", values)
        case Change.ADD_ITEM:
            return _add(facts, outcome, names)
        case _:
            return say("letter.step.impossible")


def _criteria(facts: Facts, outcome: OutcomeAdvice, names: Names) -> str:
    return names.language.list([names.criterion(outcome.id, each) for each in words(facts, "criteria")])


def _mend(facts: Facts, outcome: OutcomeAdvice, names: Names) -> str:
    """Each reason asks another act; of a rejection the kind is told, not who wrote what."""
    item, reason = word(facts, "evidence"), word(facts, "reason")
    data: Mapping[str, object] = next((dict(each.data) for each in outcome.evidence if each.id == item), {})
    values = {"evidence": names.item(item), "on": names.day(names.advice.on)}
    key = f"letter.step.mend.{reason}"
    if reason == "rejected":
        kinds = dict.fromkeys(_texts(data, "reasons")) or {"other": None}
        values["why"] = names.language.list([names.language.say(f"letter.rejected.{kind}") for kind in kinds])
    if reason == "type-not-accepted":
        values["accepts"] = _either([names.language.say(f"type.{kind}") for kind in _texts(data, "accepts")], names)
    return names.language.say(key, values)


def _texts(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    found = data.get(key, ())
    return tuple(map(str, found)) if isinstance(found, tuple) else ()


def _either(texts: list[str], names: Names) -> str:
    return names.language.list(texts) or names.language.say("letter.other-type")


def _add(facts: Facts, outcome: OutcomeAdvice, names: Names) -> str:
    """One new item, with what it must be."""
    criteria = _criteria(facts, outcome, names)
    text = names.language.say("letter.step.add" if criteria else "letter.step.add.any", {"criteria": criteria})
    asked = names.language.list(demands(facts, names))
    return f"{text} {names.language.say('letter.step.add.demands', {'demands': asked})}" if asked else text
