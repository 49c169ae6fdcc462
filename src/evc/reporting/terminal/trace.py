"""What `evc explain` shows: how one outcome or criterion came to its verdict, and where in the files each fact stands.

It is what an assessor reads who disagrees: the evidence that counts and that does not, the rules, every rating with
its remark, and what would turn the verdict. Before any assessor it is what the evidence covers, and what it lacks.
"""

from collections.abc import Iterator, Mapping, Sequence

from evc.language import Language
from evc.model.advice import Advice, CriterionResult, GivenRating, Label, OutcomeAdvice, RuleName
from evc.model.findings import Change, CriterionReason, Finding
from evc.model.value import value
from evc.model.verdict import Verdict
from evc.reporting.cells import pad, width, wrap
from evc.reporting.show import show
from evc.reporting.terminal.changes import criteria_of, evidence_changes
from evc.reporting.terminal.details import covered_word, criterion_name, rule_text, verdict_status
from evc.reporting.terminal.look import Look, look_at
from evc.reporting.words import (
    coverage_word,
    finding_text,
    item_text,
    label_tone,
    label_word,
    short_of_text,
    verdict_tone,
)

# Reasons that the counts of evidence and ratings say already.
_COUNTED = (CriterionReason.TOO_FEW_ITEMS, CriterionReason.TOO_FEW_RATINGS)
_MOST_CELLS = 60
# However narrow the terminal says it is.
_LEAST_CELLS = 24
_GAP = "  "


@value
class _Fact:
    """A line of the trace; `place` is the key under which its file and line are known, "" for a line without."""

    text: str
    place: str = ""


def explain(  # noqa: PLR0913 - what is asked, and how it is shown
    advice: Advice,
    language: Language,
    outcome: str,
    criterion: str | None,
    places: Mapping[str, str],
    *,
    room: int | None = None,
    ascii: bool = False,  # noqa: A002 - it says it best
) -> str:
    """The trace of an outcome, or of one of its criteria.

    `places` gives ``file:line`` for ``evidence:B10``, ``criterion:Z3``, ``rating:A-07:Z3``, ``consensus:Z3``,
    ``rule:variation`` and ``claim``, as far as they are known. On a terminal of so many columns (`room`) long texts
    are wrapped. Raises KeyError for an id that the advice lacks.
    """
    look = look_at(advice, language, verbose=True, ascii=ascii)
    judged = {str(each.id): each for unit in advice.units for each in unit.outcomes}[outcome]
    if criterion is None or judged.label is Label.NOT_CLAIMED:
        facts = [*_outcome(judged, look)]
    else:
        one = {str(each.id): each for each in judged.criteria}[criterion]
        facts = [*_criterion(one, judged, look), *_turning(one, judged, look), *_sources(judged, look)]
    return _aligned(facts, places, room)


def _outcome(outcome: OutcomeAdvice, look: Look) -> Iterator[_Fact]:
    """The verdict, what it is short of, the rules, and each criterion."""
    status = look.glyphs.marked(label_tone(outcome.label), label_word(outcome.label, look.language))
    values = {"outcome": look.names.text(outcome.title), "status": status}
    if outcome.label is Label.NOT_CLAIMED:
        yield _Fact(look.language.say("explain.not-claimed", values))
        return
    coverage = {"coverage": coverage_word(outcome.coverage, look.language)}
    key = "explain.outcome" if look.judged else "explain.outcome.coverage"
    yield _Fact(look.language.say(key, {**values, **coverage}), "claim")
    short_of = short_of_text(outcome, look.names) if look.judged else None
    if short_of:
        yield _Fact(f"  {short_of}")
    for rule in outcome.rules:
        if look.judged or rule.rule is not RuleName.DECISION:
            yield _Fact(f"  {rule_text(rule, outcome, look)}", f"rule:{rule.rule.value}")
    for criterion in outcome.criteria:
        yield _Fact("")
        yield from _criterion(criterion, outcome, look)
    yield _Fact("")
    yield from _changes(_missing(outcome, look), outcome, look)
    yield from _sources(outcome, look)


def _missing(outcome: OutcomeAdvice, look: Look) -> Sequence[Finding]:
    """Before any assessor only evidence is spoken of: every rating is still to come."""
    return outcome.missing if look.judged else evidence_changes(outcome)


def _criterion(criterion: CriterionResult, outcome: OutcomeAdvice, look: Look) -> Iterator[_Fact]:
    """The verdict, the evidence cited for it, and the ratings with their remarks."""
    say = look.language.say
    status = verdict_status(criterion.verdict, look) if look.judged else covered_word(criterion, look.names)
    yield _Fact(f"{criterion_name(criterion, look.names)}: {status}")
    counted = say("explain.counted", {"found": len(criterion.admissible), "needed": criterion.required})
    shape = f"{look.glyphs.tones[verdict_tone(criterion.relevance)]} " if look.judged else ""
    yield _Fact(f"  {_label('explain.evidence', look)}  {shape}{counted}", f"criterion:{criterion.id}")
    yield from _items(criterion, outcome, look)
    if look.judged:
        yield from _ratings(criterion, look)


def _items(criterion: CriterionResult, outcome: OutcomeAdvice, look: Look) -> Iterator[_Fact]:
    results = {item.id: item for item in outcome.evidence}
    titles = {item.id: item.title for item in look.advice.evidence}
    for item in criterion.evidence:
        counts = "explain.counts" if item in criterion.admissible else "explain.set-aside"
        text = look.language.say(counts, {"title": titles.get(item, item)})
        yield _Fact(f"    {pad(item, 6)}  {text}", f"evidence:{item}")
        why = item_text(results[item], look.names) if item in results else None
        if why:
            yield _Fact(f"            {why}")


def _ratings(criterion: CriterionResult, look: Look) -> Iterator[_Fact]:
    say, names = look.language.say, look.names
    values = {
        "found": len(criterion.ratings),
        "needed": look.advice.programme.assessors,
        "level": names.level(criterion.pass_level),
    }
    shape = look.glyphs.tones[verdict_tone(criterion.rating)]
    yield _Fact(f"  {_label('explain.ratings', look)}  {shape} {say('explain.rated', values)}")
    for given in criterion.ratings:
        yield _Fact(f"    {pad(given.assessor, 6)}  {_level(given, look)}", f"rating:{given.assessor}:{criterion.id}")
        if given.rating.remark:
            yield _Fact(f"            {say('quote', {'text': given.rating.remark})}")
    if criterion.consensus:
        agreed = pad(say("explain.together"), 6)
        yield _Fact(f"    {agreed}  {names.level(criterion.consensus.level)}", f"consensus:{criterion.id}")
        yield _Fact(f"            {say('quote', {'text': criterion.consensus.remark})}")
    for reason in criterion.reasons:
        if reason.code not in _COUNTED:
            yield _Fact(f"            {finding_text(reason, names)}")


def _level(given: GivenRating, look: Look) -> str:
    """The level, the one on paper alone where it differs, and on what it rests."""
    say, rating = look.language.say, given.rating
    text = look.names.level(rating.level)
    if rating.first is not None and rating.first != rating.level:
        text = say("explain.first", {"level": text, "first": look.names.level(rating.first)})
    if not rating.based_on:
        return text
    return say("explain.based-on", {"level": text, "based_on": look.language.list(rating.based_on)})


def _turning(criterion: CriterionResult, outcome: OutcomeAdvice, look: Look) -> Iterator[_Fact]:
    """What would turn this criterion; where the outcome can do without it, that is said instead."""
    changes = [
        change
        for change in _missing(outcome, look)
        if criterion.id in criteria_of(change, outcome) or change.code is Change.CANNOT_BE_MET
    ]
    enough = criterion.verdict if look.judged else criterion.relevance
    if changes or enough is Verdict.MET:
        yield from _changes(changes, outcome, look)
    else:
        yield _Fact(look.language.say("explain.not-needed", {"outcome": look.names.text(outcome.title)}))


def _changes(changes: Sequence[Finding], outcome: OutcomeAdvice, look: Look) -> Iterator[_Fact]:
    if changes:
        key = "explain.turns" if look.judged else "explain.turns.coverage"
        yield _Fact(look.language.say_count(key, len(changes)))
    for change in changes:
        yield _Fact(f"  - {finding_text(change, look.names, outcome=outcome)}")


def _sources(outcome: OutcomeAdvice, look: Look) -> Iterator[_Fact]:
    if outcome.sources:
        sources = "; ".join(look.names.source(source) for source in outcome.sources)
        yield _Fact(look.language.say("explain.source", {"sources": sources}))


def _label(key: str, look: Look) -> str:
    return pad(look.language.say(key), 8)


def _aligned(facts: Sequence[_Fact], places: Mapping[str, str], room: int | None) -> str:
    """The facts with their places in one column, where they are known."""
    shown = [(show(fact.text).rstrip(), show(places.get(fact.place, ""))) for fact in facts]
    most = _MOST_CELLS
    if room is not None:
        beside = max((width(place) for _, place in shown), default=0)
        most = max(_LEAST_CELLS, min(most, room - beside - len(_GAP)))
    cells = max((min(most, width(text)) for text, place in shown if place and (room or width(text) <= most)), default=0)
    return "\n".join(row for text, place in shown for row in _rows(text, place, cells, room))


def _rows(text: str, place: str, cells: int, room: int | None) -> Iterator[str]:
    """A fact on as many rows as the room asks, the later ones a little further in; its place stands on the first."""
    if room is None:
        yield f"{pad(text, cells)}{_GAP}{place}" if place else text
        return
    bare = text.lstrip(" ")
    indent = " " * (len(text) - len(bare))
    label, space, told = bare.partition(_GAP)
    hanging = len(label) + len(_GAP) + len(told) - len(told.lstrip(" ")) if space else len(_GAP)
    first, *rest = wrap(bare, max(_LEAST_CELLS, (cells if place else room) - len(indent) - hanging))
    yield f"{pad(indent + first, cells)}{_GAP}{place}" if place else indent + first
    yield from (f"{indent}{' ' * hanging}{more}" for more in rest)
