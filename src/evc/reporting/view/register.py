"""The evidence register: everything in the portfolio, whether it counts, for what not, and who verified it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evc.model.advice import ItemResult, OutcomeAdvice
from evc.model.dossier import Attestation, Evidence, Period
from evc.reporting import words
from evc.reporting.names import Names
from evc.reporting.view.common import every_claimed, item_key, paragraphs


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A piece of evidence; `counts` is a word, `notes` say why it counts, for what it does not, and who verified it."""

    key: str
    id: str
    title: str
    kind: str
    facts: tuple[str, ...]
    own_share: tuple[str, ...]
    dated: str
    attested: tuple[str, ...]
    counts: str
    notes: tuple[str, ...]


def register(names: Names) -> tuple[RegisterRow, ...]:
    """All evidence, in the portfolio's order."""
    results = [(outcome, item) for outcome in every_claimed(names.advice) for item in outcome.evidence]
    return tuple(
        _row(item, [(outcome, result) for outcome, result in results if result.id == item.id], names)
        for item in names.advice.evidence
    )


def _row(item: Evidence, results: list[tuple[OutcomeAdvice, ItemResult]], names: Names) -> RegisterRow:
    return RegisterRow(
        key=item_key(item.id),
        id=item.id,
        title=item.title,
        kind=words.type_word(item.type, names.language),
        facts=tuple(_facts(item, names)),
        own_share=paragraphs(item.own_share),
        dated=_dated(item, names),
        attested=tuple(_attested(item.attested_by, names)),
        counts=names.language.say(f"counts.{_counts([result for _, result in results])}"),
        notes=(*_verified(item, names), *_notes(results, names)),
    )


def _counts(results: list[ItemResult]) -> str:
    """Cited nowhere, or counting everywhere, somewhere or nowhere."""
    if not results:
        return "uncited"
    admissible = [result.admissible for result in results]
    if all(admissible):
        return "waived" if any(result.waived for result in results) else "yes"
    return "partly" if any(admissible) else "no"


def _notes(results: list[tuple[OutcomeAdvice, ItemResult]], names: Names) -> Iterator[str]:
    """Each different thing there is to say, with the outcomes it holds for unless it holds for all."""
    by_text: dict[str, list[str]] = {}
    for outcome, result in results:
        if text := words.item_text(result, names):
            by_text.setdefault(text, []).append(names.outcome(outcome.id))
    for text, outcomes in by_text.items():
        if len(outcomes) == len(results):
            yield text
        else:
            yield names.language.say("counts.for", {"outcomes": names.language.list(outcomes), "text": text})


def _verified(item: Evidence, names: Names) -> Iterator[str]:
    """Formal proof: what it may exempt from, and whether anybody verified it."""
    by = names.advice.verified.get(item.id, ())
    if by:
        yield names.language.say("counts.verified", {"by": names.language.list(by)})
    elif any(item.id in unit.proof for unit in names.advice.units):
        yield names.language.say("counts.unverified")


def _facts(item: Evidence, names: Names) -> Iterator[str]:
    """Where it comes from, and how much it is."""
    say = names.language.say
    yield from filter(None, (item.issuer, item.context))
    if item.qualification:
        qualifications = {str(key): value for key, value in names.advice.programme.qualifications.items()}
        known = qualifications.get(item.qualification)
        yield say("register.qualification", {"title": names.text(known.title) if known else item.qualification})
    if item.hours is not None:
        yield say("rule.quantity.hours", {"hours": names.amount(item.hours)})
    if item.group:
        yield say("register.group")
    if item.consent is not None:
        yield say("register.consent" if item.consent else "register.no-consent")


def _dated(item: Evidence, names: Names) -> str:
    """The period, or the day it was issued; a period may lack a side when the item was issued on a day too."""
    say, month = names.language.say, names.language.month
    match item.period:
        case Period(start=date() as start, end=date() as end):
            return say("register.period", {"from": month(start), "to": month(end)})
        case Period(start=date() as start):
            return say("register.since", {"from": month(start)})
        case Period(end=date() as end):
            return say("register.until", {"to": month(end)})
        case _:
            return names.day(item.issued) if item.issued else ""


def _attested(by: Attestation | None, names: Names) -> Iterator[str]:
    if by is None:
        yield "–"
        return
    yield by.name
    yield from filter(None, (by.role, by.organisation, names.day(by.on) if by.on else None))
