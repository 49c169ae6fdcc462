"""What stands under the table: the bar of credits, the line that adds them up, and what must be said beside it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from evc.model.advice import Advice, Coverage, Recommendation, UnitAdvice
from evc.model.findings import UnitReason
from evc.model.value import value
from evc.reporting.cells import width
from evc.reporting.extent import awarded, counts_units, extent, whole
from evc.reporting.facts import plain_decimal
from evc.reporting.show import show
from evc.reporting.terminal.lines import COLOURS, Line, Span, bold, wrapped
from evc.reporting.terminal.look import Look
from evc.reporting.terminal.rows import was_asked
from evc.reporting.words import (
    Investigation,
    Tone,
    condition_texts,
    coverage_word,
    finding_text,
    investigation,
    none_reason,
)

_BAR_CELLS = 60
_PARTS = (Tone.MET, Tone.OPEN, Tone.NOT, Tone.NONE)


@value
class Parts:
    """How a programme divides, in EC or in units: `unasked` is what nobody claimed or what no unit carries."""

    awarded: Decimal
    investigated: Decimal
    not_now: Decimal
    not_exemptible: Decimal
    unasked: Decimal


def parts_of(advice: Advice) -> Parts:
    """The parts of an advice, which add up to the whole programme."""
    units = [unit for unit in advice.units if unit.recommendation is not Recommendation.AWARD]
    asked = [unit for unit in units if was_asked(unit)]
    never = [unit for unit in units if _is_barred(unit)]
    investigated = extent((unit for unit in asked if _is_open(unit)), advice)
    not_now, barred = extent(asked, advice) - investigated, extent(never, advice)
    rest = whole(advice) - awarded(advice) - investigated - not_now - barred
    return Parts(awarded(advice), investigated, not_now, barred, rest)


def bar(look: Look, room: int | None) -> list[Line]:
    """The credits as a bar, for a terminal only; the numbers stand under it."""
    total = whole(look.advice)
    if room is None or not look.judged or total <= 0:
        return []
    parts = parts_of(look.advice)
    shares = (parts.awarded, parts.investigated, parts.not_now, parts.not_exemptible + parts.unasked)
    cells = _cells(shares, total, min(_BAR_CELLS, room))
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
    texts = [*condition_texts(look.advice.conditions, names)]
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


def _is_barred(unit: UnitAdvice) -> bool:
    return unit.recommendation is Recommendation.NONE and none_reason(unit) is UnitReason.NOT_EXEMPTIBLE


def _credit_facts(look: Look) -> Iterator[str]:
    """Every part in numbers; what cannot be exempted only where there is any."""
    parts = parts_of(look.advice)
    for key, part, always in (
        ("awarded", parts.awarded, True),
        (_investigations(look.advice.units), parts.investigated, True),
        ("not-now", parts.not_now, True),
        ("not-exemptible", parts.not_exemptible, False),
        ("not-asked", parts.unasked, True),
    ):
        if part or always:
            yield look.language.say(f"terminal.sum.{key}", {"credits": plain_decimal(part)})
    if counts_units(look.advice):
        yield look.language.say_count("terminal.sum.units", len(look.advice.units))
    else:
        yield look.language.say("terminal.sum.programme", {"credits": plain_decimal(look.advice.credits.programme)})


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
