"""Conditions in words: what never changes a verdict and must be said all the same (DESIGN §4, *Conditions*)."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from evc.model.findings import Condition, Finding
from evc.model.text import same_text_key
from evc.reporting.facts import Facts, amount, day, word, words
from evc.reporting.names import Names


def text(code: Condition, facts: Facts, names: Names) -> str:
    """The sentence for a condition."""
    return _SENTENCES[code](facts, names)


def texts(found: Sequence[Finding], names: Names) -> tuple[str, ...]:
    """The sentences in their order; an assessor's missing remarks stand together where the first of them stood."""
    return tuple(_texts([each for each in found if isinstance(each.code, Condition)], names))


def _texts(found: Sequence[Finding], names: Names) -> Iterator[str]:
    silent: dict[str, list[Facts]] = {}
    for each in found:
        if each.code is Condition.UNMOTIVATED:
            silent.setdefault(word(each.data, "assessor"), []).append(each.data)
    for each in found:
        if each.code is not Condition.UNMOTIVATED:
            yield _SENTENCES[Condition(each.code)](each.data, names)
        elif facts := silent.pop(word(each.data, "assessor"), []):
            yield _unmotivated(facts[0], names) if len(facts) == 1 else _silent(facts, names)


def _silent(every: Sequence[Facts], names: Names) -> str:
    """Everything one assessor rated without the remark that was due, outcome by outcome."""
    places = [_place(word(facts, "outcome"), words(facts, "criteria"), names) for facts in every]
    values = {"assessor": word(every[0], "assessor"), "places": names.language.list(places)}
    return names.language.say("condition.unmotivated.several", values)


def _place(outcome: str, criteria: tuple[str, ...], names: Names) -> str:
    """The criteria of an outcome; all of them by its title alone."""
    known = names.outcomes.get(outcome)
    if known is not None and {criterion.id for criterion in known.criteria} == set(criteria):
        return names.language.say("condition.unmotivated.whole", {"outcome": names.outcome(outcome)})
    values = {"outcome": names.outcome(outcome), "criteria": names.language.list(criteria)}
    return names.language.say("condition.unmotivated.part", values)


def _above_maximum(facts: Facts, names: Names) -> str:
    """With the article that sets the maximum, where the programme gives it."""
    values = {key: names.amount(amount(facts, key)) for key in ("maximum", "awarded")}
    maximum = names.advice.programme.maximum
    if maximum is None or maximum.source is None:
        return names.language.say("condition.above-maximum", values)
    return names.language.say("condition.above-maximum.source", {**values, "source": names.source(maximum.source)})


def _not_independent(facts: Facts, names: Names) -> str:
    """Whose name the assessor bears: the candidate's, that of who vouched for evidence, or another assessor's."""
    language = names.language
    name = word(facts, "name")
    evidence = words(facts, "evidence")
    # An anonymous advice has the candidate's id in the place of the name.
    candidate = names.advice.candidate.name or names.advice.candidate.id
    namesakes = []
    if same_text_key(candidate) == same_text_key(name):
        namesakes.append(language.say("namesake.candidate"))
    if evidence:
        namesakes.append(language.say("namesake.attestor", {"evidence": names.every_item(evidence)}))
    who = language.list(namesakes) or language.say("namesake.assessor")
    values = {"assessor": word(facts, "assessor"), "name": name, "who": who}
    return language.say("condition.assessor-not-independent", values)


def _unmotivated(facts: Facts, names: Names) -> str:
    outcome = word(facts, "outcome")
    criteria = words(facts, "criteria")
    values = {
        "assessor": word(facts, "assessor"),
        "outcome": names.outcome(outcome),
        "criteria": names.every_criterion(outcome, criteria),
    }
    return names.language.say_count("condition.unmotivated", len(criteria), values)


def _contested(facts: Facts, names: Names) -> str:
    by, not_by = words(facts, "by"), words(facts, "not_by")
    values = {
        "evidence": names.item(word(facts, "evidence")),
        "by": names.language.list(by),
        "not_by": names.language.list(not_by),
    }
    return names.language.say("condition.rejection-contested", values)


def _not_in_force(facts: Facts, names: Names) -> str:
    """From and to may each be open, so that there are three sentences."""
    start, end = day(facts, "from"), day(facts, "to")
    given = {"on": names.day(names.advice.on)}
    if start:
        given["from"] = names.day(start)
    if end:
        given["to"] = names.day(end)
    which = ".".join(key for key in ("from", "to") if key in given)
    return names.language.say(f"condition.regulation-not-in-force.{which}", given)


def _instrument_missing(facts: Facts, names: Names) -> str:
    say = names.language.say
    values = {"unit": names.unit(word(facts, "unit")), "kind": say(f"kind.{word(facts, 'kind')}")}
    return say("condition.instrument-missing", values)


def _rubric_changed(facts: Facts, names: Names) -> str:
    values = {key: word(facts, key) for key in ("assessor", "judged", "used")}
    return names.language.say("condition.rubric-changed", {**values, "outcome": names.outcome(word(facts, "outcome"))})


def _portfolio_changed(facts: Facts, names: Names) -> str:
    return names.language.say("condition.portfolio-changed", {"assessor": word(facts, "assessor")})


def _before_submission(facts: Facts, names: Names) -> str:
    values = {"assessor": word(facts, "assessor"), "submitted": names.day(names.advice.submitted)}
    return names.language.say("condition.assessed-before-submission", values)


def _evidence_only(_facts: Facts, names: Names) -> str:
    """Ratings that were given although none was asked do count."""
    return names.language.say("condition.evidence-only.rated" if names.advice.assessors else "condition.evidence-only")


_SENTENCES: Mapping[Condition, Callable[[Facts, Names], str]] = {
    Condition.ABOVE_MAXIMUM: _above_maximum,
    Condition.ASSESSOR_NOT_INDEPENDENT: _not_independent,
    Condition.INSTRUMENT_MISSING: _instrument_missing,
    Condition.UNMOTIVATED: _unmotivated,
    Condition.REJECTION_CONTESTED: _contested,
    Condition.RUBRIC_CHANGED: _rubric_changed,
    Condition.PORTFOLIO_CHANGED: _portfolio_changed,
    Condition.ASSESSED_BEFORE_SUBMISSION: _before_submission,
    Condition.REGULATION_NOT_IN_FORCE: _not_in_force,
    Condition.EVIDENCE_ONLY: _evidence_only,
}
