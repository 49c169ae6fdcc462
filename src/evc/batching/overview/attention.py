"""What a committee should look at in a dossier, in a line or two: why it is not ready, or why it was not assessed."""

from collections.abc import Iterator, Sequence

from evc.batching.results import AdviceRow, OutcomeRow, ProblemRow, Row, UnitRow
from evc.language import Language
from evc.model.value import value
from evc.reporting.show import show

# Of each kind so many are named: the advice itself has them all.
_NAMED = 3
FAULTS = ("killed", "time", "memory")


@value
class Point:
    """Something to look at: the names or the sentence that say it, between evc's own words; each may be empty."""

    kind: str
    text: str = ""
    more: str = ""

    def __str__(self) -> str:
        """All of it on one line."""
        return " ".join(filter(None, (self.kind, self.text, self.more)))


def points(row: Row, language: Language, *, judged: bool) -> Iterator[Point]:
    """The points of a dossier, the most urgent first."""
    if row.advice is None:
        yield from _not_assessed(row, language)
    elif judged:
        yield from _judged(row.advice, language)
    else:
        lacking = [each for unit in row.advice.units for each in unit.outcomes if "covered" in each.coverage]
        yield from _named("lacks-evidence", [each for each in lacking if each.coverage != "covered"], language)
        yield from _named("proof", [unit for unit in row.advice.units if unit.first == "proof"], language)


def first_error(row: Row) -> ProblemRow | None:
    """The first error of form of a dossier that was not assessed."""
    return next((each for each in row.problems if each.severity == "error"), None)


def place(problem: ProblemRow) -> str:
    """Where a problem is, as in k-088/portfolio.yml:14:9."""
    return f"{show(problem.file)}:{problem.line}:{problem.column}"


def fault(row: Row, language: Language) -> str:
    """Why a dossier could not be done at all."""
    kind = row.fault or ""
    return language.say(f"overview.fault.{kind if kind in FAULTS else 'other'}", {"kind": show(kind)})


def _not_assessed(row: Row, language: Language) -> Iterator[Point]:
    first = first_error(row)
    if first is None:
        yield Point(fault(row, language))
        return
    others = sum(each.severity == "error" for each in row.problems) - 1
    more = language.say_count("overview.more", others) if others else ""
    yield Point("", f"{place(first)} {show(first.message)}", more)


def _judged(advice: AdviceRow, language: Language) -> Iterator[Point]:
    outcomes = [outcome for unit in advice.units for outcome in unit.outcomes]
    by_first = {
        kind: [unit for unit in advice.units if unit.first == kind] for kind in ("proof", "ratings", "interview")
    }
    yield from _named("interview", _open_in(by_first["interview"]), language)
    yield from _named("proof", by_first["proof"], language)
    yield from _named("ratings", _open_in(by_first["ratings"]), language)
    yield from _named("lacks-evidence", [each for each in outcomes if each.short_of == ("evidence",)], language)
    others = len(advice.conditions) - 1
    more = language.say_count("overview.more", others) if others > 0 else ""
    for condition in advice.conditions[:1]:
        yield Point(language.say("overview.point.condition"), show(condition.text), more)


def _open_in(units: Sequence[UnitRow]) -> list[OutcomeRow]:
    return [outcome for unit in units for outcome in unit.outcomes if outcome.open]


def _named(kind: str, things: Sequence[UnitRow | OutcomeRow], language: Language) -> Iterator[Point]:
    """These units or outcomes by their titles, an open one with the criteria that keep it open; the first few."""
    if not things:
        return
    others = len(things) - _NAMED
    more = language.say_count("overview.more", others) if others > 0 else ""
    yield Point(language.say(f"overview.point.{kind}"), "; ".join(map(_name, things[:_NAMED])), more)


def _name(thing: UnitRow | OutcomeRow) -> str:
    criteria = thing.open if isinstance(thing, OutcomeRow) else ()
    return f"{show(thing.title)} ({', '.join(criteria)})" if criteria else show(thing.title)
