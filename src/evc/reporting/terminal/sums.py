"""What stands under the table: the bar of credits, the line that adds them up, and what must be said beside it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from evc.model.advice import Advice, Coverage, Recommendation, UnitAdvice
from evc.model.findings import UnitReason
from evc.reporting.cells import width
from evc.reporting.facts import plain_decimal
from evc.reporting.show import show
from evc.reporting.terminal.lines import COLOURS, Line, Span, bold, wrapped
from evc.reporting.terminal.look import Look
from evc.reporting.terminal.rows import was_asked
from evc.reporting.words import Investigation, Tone, coverage_word, finding_text, investigation

_BAR_CELLS = 60
_PARTS = (Tone.MET, Tone.OPEN, Tone.NOT, Tone.NONE)


def credit_parts(advice: Advice) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """EC advised, EC to be investigated, EC not shown, and EC that nobody asked for or that no unit carries."""
    units = [unit for unit in advice.units if unit.recommendation is not Recommendation.AWARD]
    investigated = sum((unit.credits for unit in units if _is_open(unit)), Decimal())
    not_shown = sum((unit.credits for unit in units if was_asked(unit) and not _is_open(unit)), Decimal())
    return advice.credits.awarded, investigated, not_shown, advice.credits.remaining - investigated - not_shown


def bar(look: Look, room: int | None) -> list[Line]:
    """The credits as a bar, for a terminal only; the numbers stand under it."""
    total = look.advice.credits.programme
    if room is None or not look.judged or total <= 0:
        return []
    cells = _cells(credit_parts(look.advice), total, min(_BAR_CELLS, room))
    drawn = zip(look.glyphs.bar, cells, _PARTS, strict=True)
    return [tuple(Span(glyph * number, COLOURS[tone]) for glyph, number, tone in drawn)]


def sum_lines(look: Look, room: int | None) -> list[Line]:
    """The credits in numbers; before anyone judged, the outcomes by coverage."""
    first, *others = _credit_facts(look) if look.judged else _coverage_facts(look)
    text = look.glyphs.facts((first, *others))
    if room is not None and width(text) > room:
        return wrapped(text, room)
    return [(Span(first, bold()), Span(text.removeprefix(first)))]


def remarks(look: Look, room: int | None) -> list[Line]:
    """One sentence for each condition, in their order; before anyone judged, for each formal proof too."""
    names = look.names
    texts = [finding_text(condition, names) for condition in look.advice.conditions]
    if not look.judged:
        texts = [*(text for unit in look.advice.units for text in _proof_texts(unit, look)), *texts]
    return [spans for text in texts for spans in wrapped(show(text), room, "", "  ")]


def _proof_texts(unit: UnitAdvice, look: Look) -> Iterator[str]:
    for reason in unit.reasons:
        if reason.code in (UnitReason.PROOF_NOT_VERIFIED, UnitReason.PROOF_SET_ASIDE):
            unit_text = {"unit": look.names.text(unit.title), "text": finding_text(reason, look.names, unit=unit)}
            yield look.language.say("terminal.of-unit", unit_text)


def _is_open(unit: UnitAdvice) -> bool:
    return unit.recommendation is Recommendation.INVESTIGATE


def _unit_parts(advice: Advice) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """The same parts as a number of units, for a programme of stages in which nothing carries credits."""
    awarded = sum(unit.recommendation is Recommendation.AWARD for unit in advice.units)
    investigated = sum(map(_is_open, advice.units))
    rest = [unit for unit in advice.units if unit.recommendation is not Recommendation.AWARD and not _is_open(unit)]
    not_shown = sum(map(was_asked, rest))
    return Decimal(awarded), Decimal(investigated), Decimal(not_shown), Decimal(len(rest) - not_shown)


def _credit_facts(look: Look) -> Iterator[str]:
    stages = look.advice.credits.programme == 0
    parts = _unit_parts(look.advice) if stages else credit_parts(look.advice)
    awarded, investigated, not_shown, not_asked = map(plain_decimal, parts)
    say = look.language.say
    yield say("terminal.sum.awarded", {"credits": awarded})
    yield say(f"terminal.sum.{_investigations(look.advice.units)}", {"credits": investigated})
    yield say("terminal.sum.not-shown", {"credits": not_shown})
    yield say("terminal.sum.not-asked", {"credits": not_asked})
    if stages:
        yield look.language.say_count("terminal.sum.units", len(look.advice.units))
    else:
        yield say("terminal.sum.programme", {"credits": plain_decimal(look.advice.credits.programme)})


def _investigations(units: Sequence[UnitAdvice]) -> str:
    """What must be done for the units to be investigated, where that is one thing; else that something must."""
    kinds = {investigation(unit) for unit in units if _is_open(unit)} or {Investigation.INTERVIEW}
    return kinds.pop().value if len(kinds) == 1 else "investigated"


def _coverage_facts(look: Look) -> Iterator[str]:
    found = Counter(outcome.coverage for unit in look.advice.units for outcome in unit.outcomes)
    for coverage in Coverage:
        yield f"{found[coverage]} {coverage_word(coverage, look.language)}"
    yield look.language.say_count("terminal.sum.outcomes", found.total())


def _cells(parts: Sequence[Decimal], total: Decimal, room: int) -> list[int]:
    """The cells of each part: rounded down, and the cells that are left to the parts that lost most."""
    exact = [part * room / total for part in parts]
    cells = [int(each) for each in exact]
    by_loss = sorted(range(len(cells)), key=lambda index: cells[index] - exact[index])
    for index in by_loss[: room - sum(cells)]:
        cells[index] += 1
    return cells
