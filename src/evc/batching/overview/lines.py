"""A dossier as a row of the page: in the list, and among those that were not assessed."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from evc.batching.overview.attention import Point, fault, first_error, place
from evc.batching.overview.cells import NUMBER
from evc.batching.overview.snippets import markup, strip
from evc.batching.overview.told import NOT_CLAIMED, Mark, Outcome, Told
from evc.batching.tally import ERRORS, STANDS, UNRATED
from evc.language import Language
from evc.model.value import value
from evc.reporting.show import show

# Of one dossier so many problems stand on the page; the workbook and the results have them all.
_PROBLEMS = 10
FAULT = "\x1f"
"""Stands where the place comes that tells what is wrong: no text that went through `show` holds it."""


@value
class Line:
    """A row of the list. `n` is its number over all pages; `sort` its EC as a number, -1 where there are none."""

    n: str
    candidate: str
    name: str
    href: str
    programme_id: str
    programme: str
    lang: str
    stand: str
    rank: int
    mark: Mark
    ec: str
    sort: str
    strip: Markup
    coverage: str
    labels: str
    points: tuple[Point, ...]


@value
class ProblemLine:
    """One problem, with its place."""

    place: str
    code: str
    message: str
    hint: str


@value
class FaultLine:
    """A dossier that was not assessed: `key` is its place on the page, `why` the reason when it is not in its files."""

    key: str
    title: str
    why: str
    problems: tuple[ProblemLine, ...]
    more: str


def line(told: Told, language: Language) -> Markup:
    """A dossier in the list, with `NUMBER` for its number; one that was not assessed leads to `FAULT`."""
    return markup("line", _line(told, language), language.say("overview.column.ec"))


def lead(told: Told) -> Markup:
    """How its row in a matrix begins."""
    return markup("lead", NUMBER, told.href, told.candidate)


def _line(told: Told, language: Language) -> Line:
    advice = told.row.advice
    labels = {outcome.row.label for unit in told.outcomes for outcome in unit} if told.stand != UNRATED else set()
    return Line(
        n=NUMBER,
        candidate=told.candidate,
        name=told.name,
        href=FAULT if told.stand == ERRORS else told.href,
        programme_id=told.row.programme or "",
        programme=told.programme,
        lang=told.language,
        stand=told.stand,
        rank=STANDS.index(told.stand),
        mark=told.mark,
        ec=_ec(told, language),
        sort=str(told.awarded) if told.awarded is not None else "-1",
        strip=strip((each.mark.tone, f"{each.title}: {each.mark.word}; ") for each in told.units if each.mark),
        coverage=_coverage(told, language) if advice is not None and told.stand == UNRATED else "",
        labels=" ".join(sorted(labels - {NOT_CLAIMED})),
        points=told.points,
    )


def every_outcome(told: Told) -> Iterator[Outcome]:
    """The outcomes of a dossier, over all units."""
    return (outcome for unit in told.outcomes for outcome in unit)


def fault_line(told: Told, language: Language) -> FaultLine:
    """A dossier among those that were not assessed; where it comes to stand gives it its key."""
    row = told.row
    shown = row.problems[:_PROBLEMS]
    others = len(row.problems) - len(shown) + row.omitted
    path = show(row.path)
    named = " ".join(filter(None, (show(row.candidate or ""), told.name)))
    return FaultLine(
        key="",
        title=language.say("overview.fault-title", {"path": path, "candidate": named}) if named else path,
        why="" if first_error(row) else fault(row, language),
        problems=tuple(
            ProblemLine(place(each), each.code, show(each.message), show(each.hint or "")) for each in shown
        ),
        more=language.say_count("overview.more-problems", others) if others else "",
    )


def _ec(told: Told, language: Language) -> str:
    if told.awarded is None or told.row.advice is None:
        return "–"
    whole = Decimal(told.row.advice.programme_credits)
    return _ec_words(language, told.awarded, whole)


@lru_cache(maxsize=1000)
def _ec_words(language: Language, awarded: Decimal, whole: Decimal) -> str:
    return language.say("overview.ec", {"awarded": language.number(awarded), "credits": language.number(whole)})


def _coverage(told: Told, language: Language) -> str:
    """How many of the outcomes asked for are covered by evidence, in words only."""
    found = [each.row.coverage for each in every_outcome(told) if each.row.label != NOT_CLAIMED]
    counts = ((each, found.count(each)) for each in ("covered", "partly-covered", "not-covered"))
    return language.list([f"{count} {language.say(f'coverage.{each}')}" for each, count in counts if count])
