"""The criteria of an outcome: the table of evidence and ratings, and why each came out as it did."""

from collections.abc import Iterator
from dataclasses import dataclass

from evc.model.advice import CriterionResult, GivenRating, OutcomeAdvice
from evc.model.assessment import Rating
from evc.model.ids import LevelId
from evc.model.programme import Scale
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.names import Names
from evc.reporting.sentences.items import brief
from evc.reporting.view.common import (
    Badge,
    Item,
    Phrase,
    Stage,
    criterion_key,
    named_item,
    paragraphs,
    phrase,
    set_aside,
    stage,
    verdict_badge,
)
from evc.reporting.view.glance import evidence_badge


@dataclass(frozen=True, slots=True)
class LevelCell:
    """A rating in the table: the level that counts, whether it is below pass, and what it was on paper alone."""

    who: str
    first: str
    level: str
    below: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """What an assessor wrote, or the assessors together: the level and on what it rests, and that alone (`basis`)."""

    who: str
    detail: str
    basis: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with the evidence that counts for it, what each assessor gave, and what came of it.

    `reasons` say more than the row shows, `remarks` are what people wrote; `linked` when another place leads here.
    """

    key: str
    id: str
    title: Phrase
    note: str
    evidence: tuple[Item, ...]
    levels: tuple[LevelCell, ...]
    badge: Badge
    reasons: tuple[str, ...]
    remarks: tuple[Remark, ...]
    linked: bool


@dataclass(frozen=True, slots=True)
class Motive:
    """Why a criterion came out as it did, with the remarks behind it."""

    id: str
    text: str
    remarks: tuple[Remark, ...]


def columns(outcome: OutcomeAdvice) -> tuple[str, ...]:
    """The assessors who rated anything of this outcome, in the order of their ids."""
    return tuple(sorted({given.assessor for criterion in outcome.criteria for given in criterion.ratings}))


def criterion_rows(outcome: OutcomeAdvice, names: Names) -> tuple[CriterionRow, ...]:
    """One row a criterion, in the rubric's order."""
    assessors = columns(outcome)
    return tuple(_row(outcome, criterion, assessors, names) for criterion in outcome.criteria)


def _row(outcome: OutcomeAdvice, criterion: CriterionResult, assessors: tuple[str, ...], names: Names) -> CriterionRow:
    coverage = stage(names.advice) is Stage.COVERAGE
    return CriterionRow(
        key=criterion_key(outcome.id, criterion.id),
        id=criterion.id,
        title=phrase(criterion.title, names),
        note=_note(criterion, names),
        evidence=tuple(named_item(item, names) for item in criterion.admissible),
        levels=tuple(_levels(outcome, criterion, assessors, names)),
        badge=evidence_badge(criterion, names) if coverage else verdict_badge(criterion.verdict, names.language),
        reasons=() if coverage else tuple(_beyond(outcome, criterion, names)),
        remarks=() if coverage else tuple(_remarks(criterion, names)),
        linked=criterion.verdict is not Verdict.MET,
    )


def _beyond(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Iterator[str]:
    """What a row does not show by itself: why not, or that the assessors did not all say the same."""
    if criterion.verdict is not Verdict.MET:
        yield from _against(outcome, criterion, names)
    elif _how_rated(criterion, names) in ("majority", "consensus"):
        yield from _why(outcome, criterion, names)


def _note(criterion: CriterionResult, names: Names) -> str:
    """What is special about a criterion: that it is mandatory, that it asks another level than the scale's pass."""
    say = names.language.say
    notes = [say("criterion.mandatory")] if criterion.mandatory else []
    if criterion.pass_level != names.advice.programme.scale.pass_level:
        notes.append(say("criterion.pass", {"level": names.level(criterion.pass_level)}))
    return " · ".join(notes)


def _levels(
    outcome: OutcomeAdvice, criterion: CriterionResult, assessors: tuple[str, ...], names: Names
) -> Iterator[LevelCell]:
    """A cell for each of the assessors, in their order; the consensus last when any criterion has one."""
    scale = names.advice.programme.scale
    by_assessor: dict[str, Rating] = {given.assessor: given.rating for given in criterion.ratings}
    for who in assessors:
        rating = by_assessor.get(who)
        if rating is None:
            yield LevelCell(who, "", "–", below=False)
            continue
        first = names.level(rating.first) if rating.first and rating.first != rating.level else ""
        yield LevelCell(who, first, names.level(rating.level), _below(rating.level, criterion, scale))
    if any(each.consensus for each in outcome.criteria):
        together = names.language.say("report.consensus")
        level = criterion.consensus.level if criterion.consensus else None
        shown = names.level(level) if level else "–"
        yield LevelCell(together, "", shown, level is not None and _below(level, criterion, scale))


def motives(outcome: OutcomeAdvice, rows: tuple[CriterionRow, ...], names: Names) -> tuple[Motive, ...]:
    """Criteria that are in doubt or remarked on; before any assessor there is nothing to motivate."""
    if stage(names.advice) is Stage.COVERAGE:
        return ()
    told = ((each, row) for each, row in zip(outcome.criteria, rows, strict=True) if not _is_plain(each))
    return tuple(Motive(each.id, " ".join(_why(outcome, each, names)), row.remarks) for each, row in told)


def plain_motive(outcome: OutcomeAdvice, names: Names) -> str:
    """The criteria that are simply met and on which nobody remarked, gathered in one sentence."""
    plain = [criterion.id for criterion in outcome.criteria if _is_plain(criterion)]
    if not plain or stage(names.advice) is Stage.COVERAGE:
        return ""
    rated = any(criterion.ratings for criterion in outcome.criteria if criterion.id in plain)
    values = {"criteria": names.language.list(plain)}
    return names.language.say_count(f"why.plain.{'rated' if rated else 'evidence'}", len(plain), values)


def _is_plain(criterion: CriterionResult) -> bool:
    remarked = criterion.consensus or any(given.rating.remark for given in criterion.ratings)
    return criterion.verdict is Verdict.MET and not remarked


def _why(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Iterator[str]:
    """The verdict with the evidence and ratings that led to it."""
    language = names.language
    if criterion.verdict is Verdict.MET:
        # Their titles stand in the table just above.
        values = {"items": language.list(criterion.admissible), "pass": names.level(criterion.pass_level)}
        yield language.say(f"why.met.{_how_rated(criterion, names)}", values)
        return
    yield language.say(f"why.{criterion.verdict.value}")
    yield from _against(outcome, criterion, names)


def _against(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Iterator[str]:
    """Why a criterion is not met: the reasons, what counts and what does not."""
    language = names.language
    yield from (words.finding_text(reason, names) for reason in criterion.reasons)
    if criterion.admissible:
        items = {"items": language.list(criterion.admissible)}
        yield language.say_count("why.counts", len(criterion.admissible), items)
    yield from _not_counted(outcome, criterion, names)
    if criterion.rating is Verdict.MET and criterion.relevance is Verdict.NOT_MET and criterion.ratings:
        yield language.say("why.rated-without-evidence", {"pass": names.level(criterion.pass_level)})


def _not_counted(outcome: OutcomeAdvice, criterion: CriterionResult, names: Names) -> Iterator[str]:
    """What was cited for a criterion and set aside, each with its reason in a few words."""
    against = set_aside(outcome)
    say = names.language.say
    dropped = [item for item in criterion.evidence if item not in criterion.admissible]
    if dropped:
        shown = [say("why.dropped.item", {"item": names.item(i), "why": brief(against[i], names)}) for i in dropped]
        yield names.language.say_count("why.dropped", len(dropped), {"items": names.language.list(shown)})


def _how_rated(criterion: CriterionResult, names: Names) -> str:
    """How a met criterion's rating came about: by consensus, by all, by most, or not at all."""
    if criterion.consensus:
        return "consensus"
    if not criterion.ratings:
        return "evidence"
    scale = names.advice.programme.scale
    below = any(_below(given.rating.level, criterion, scale) for given in criterion.ratings)
    return "majority" if below else "rated"


def _remarks(criterion: CriterionResult, names: Names) -> Iterator[Remark]:
    say = names.language.say
    for given in criterion.ratings:
        if text := paragraphs(given.rating.remark):
            yield Remark(given.assessor, *_detail(given, names), text)
    if criterion.consensus:
        level = names.level(criterion.consensus.level)
        yield Remark(say("report.consensus"), level, "", paragraphs(criterion.consensus.remark))


def _detail(given: GivenRating, names: Names) -> tuple[str, str]:
    """The level with the evidence and instruments that the assessor names for it; and these alone."""
    level = names.level(given.rating.level)
    if not given.rating.based_on:
        return level, ""
    say = names.language.say
    items = names.language.list([_source(each, given, names) for each in given.rating.based_on])
    return say("remark.based-on", {"level": level, "items": items}), say("remark.basis", {"items": items})


def _source(source: str, given: GivenRating, names: Names) -> str:
    """Evidence by its id, since its title stands in the row above; an instrument with what it is."""
    if source in names.items:
        return source
    kinds = {
        each.id: each.kind
        for summary in names.advice.assessors
        if summary.assessor.id == given.assessor
        for each in summary.instruments
    }
    if source not in kinds:
        return source
    kind = names.language.say(f"kind.{kinds[source] or 'other'}")
    return names.language.say("remark.instrument", {"id": source, "kind": kind})


def _below(level: str, criterion: CriterionResult, scale: Scale) -> bool:
    return scale.rank[LevelId(level)] < scale.rank[criterion.pass_level]
