"""The table of rows, as wide as there is room: columns are dropped by need, text is never cut (REPORTS §1.2).

Without a width (a pipe) the table is whole and nothing wraps. On a terminal what is missing moves to a line of its
own when room is short, then the evidence goes, then the coverage; too narrow for a table, it becomes a list.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from evc.reporting.cells import pad, width, wrap
from evc.reporting.extent import counts_units
from evc.reporting.terminal.lines import COLOURS, Line, Span, bold, wrapped
from evc.reporting.terminal.look import Look
from evc.reporting.terminal.rows import Row
from evc.reporting.words import Tone

# From this width on a table reads better than a list, and from the second on what is missing stands in the table.
TABLE_WIDTH = 64
WHOLE_WIDTH = 92
_VERDICT_CELLS = 22
_TITLE_CELLS = 22
_MISSING_CELLS = 18
_GAP = "  "


class Column(Enum):
    """The columns, in their order."""

    CREDITS = "credits"
    TITLE = "title"
    VERDICT = "verdict"
    COVERAGE = "coverage"
    EVIDENCE = "evidence"
    MISSING = "missing"


_AT_RIGHT = (Column.CREDITS, Column.EVIDENCE)
_JUDGED = tuple(Column)
_COVERED = (Column.TITLE, Column.COVERAGE, Column.EVIDENCE, Column.MISSING)
_DROPPED_FIRST = (Column.MISSING, Column.EVIDENCE, Column.COVERAGE)
_Widths = Mapping[Column, int]


def table(rows: Sequence[Row], look: Look, room: int | None) -> list[Line]:
    """The rows under their headings in the widest layout that fits in `room` cells, or as a list."""
    columns = _JUDGED if look.judged else _COVERED
    headings = {column: _heading(column, look) for column in columns}
    cells = [{column: _cell(column, row, look) for column in columns} for row in rows]
    natural = {column: max(width(each[column]) for each in (headings, *cells)) for column in columns}
    least = {
        column: max(width(headings[column]), *(_longest_word(each[column]) for each in (headings, *cells)))
        for column in columns
    }
    widths = natural if room is None else _fitting(natural, least, room)
    if widths is None:
        return [spans for row in rows for spans in _listed(row, look, room)]
    lines: list[Line] = [tuple(_spans(headings, widths, dict.fromkeys(widths, bold())))]
    for row, each in zip(rows, cells, strict=True):
        lines.extend(_lines(row, each, widths, room))
        lines.extend(_under(row, look, widths, room))
    return lines


def _longest_word(text: str) -> int:
    """With its indent: a column narrower than this breaks a word."""
    return width(text) - width(text.lstrip(" ")) + max(map(width, text.split(" ")))


def _fitting(natural: _Widths, least: _Widths, room: int) -> _Widths | None:
    """The widths of the columns that fit, the most columns first; None when a list reads better."""
    if room < TABLE_WIDTH:
        return None
    for dropped in range(0 if room >= WHOLE_WIDTH else 1, len(_DROPPED_FIRST) + 1):
        kept = {column: cells for column, cells in natural.items() if column not in _DROPPED_FIRST[:dropped]}
        fitted = _shared_out(kept, least, room)
        if fitted is not None:
            return fitted
    return None


def _shared_out(natural: _Widths, least: _Widths, room: int) -> _Widths | None:
    """The room, shared between the columns; what may wrap keeps `least`, for its heading and its longest word."""
    widths = dict(natural)
    if Column.VERDICT in widths:
        widths[Column.VERDICT] = min(widths[Column.VERDICT], _VERDICT_CELLS)
    title, missing = widths.pop(Column.TITLE), widths.pop(Column.MISSING, 0)
    spare = room - sum(widths.values()) - len(_GAP) * (len(natural) - 1)
    least_title = max(least[Column.TITLE], min(title, _TITLE_CELLS))
    least_missing = max(least[Column.MISSING], min(missing, _MISSING_CELLS)) if missing else 0
    if spare < least_title + least_missing:
        return None
    wished = min(title, max(spare - missing, spare // 2))
    shared = {Column.TITLE: max(least_title, min(wished, spare - least_missing)), **widths}
    if Column.MISSING in natural:
        shared[Column.MISSING] = min(missing, spare - shared[Column.TITLE])
    return {column: shared[column] for column in natural}


def _heading(column: Column, look: Look) -> str:
    key = f"terminal.column.{column.value}"
    if column is Column.CREDITS and counts_units(look.advice):
        return look.language.say(f"{key}.units")
    return look.language.say(key if look.judged else f"{key}.coverage")


def _cell(column: Column, row: Row, look: Look) -> str:
    match column:
        case Column.CREDITS:
            return row.credits
        case Column.TITLE:
            return row.title if row.is_unit or not look.judged else f"  {row.title}"
        case Column.VERDICT:
            return look.glyphs.marked(row.tone, row.word)
        case Column.COVERAGE:
            return row.coverage
        case Column.EVIDENCE:
            return row.evidence
        case Column.MISSING:
            return row.missing


def _lines(row: Row, cells: Mapping[Column, str], widths: _Widths, room: int | None) -> Iterator[Line]:
    """A row, over as many lines as its longest cell needs, and what stands under it."""
    styles = {column: _style(column, row) for column in widths}
    folded = {column: _folded(column, cells[column], widths[column], room) for column in widths}
    for number in range(max(len(parts) for parts in folded.values())):
        parts = {column: parts[number] if number < len(parts) else "" for column, parts in folded.items()}
        yield tuple(_spans(parts, widths, styles))


def _under(row: Row, look: Look, widths: _Widths, room: int | None) -> Iterator[Line]:
    """What stands under a row: what is missing where it has no column, and the details."""
    indent = " " * (widths[Column.CREDITS] + len(_GAP) if Column.CREDITS in widths else 0)
    indent += "  " if row.is_unit or not look.judged else "    "
    missing = () if Column.MISSING in widths or not row.missing else (row.missing,)
    for text in (*missing, *row.details):
        yield from wrapped(text, room, indent, "  ")


def _spans(texts: Mapping[Column, str], widths: _Widths, styles: Mapping[Column, str]) -> Iterator[Span]:
    for number, (column, cells) in enumerate(widths.items()):
        if number:
            yield Span(_GAP)
        yield Span(pad(texts[column], cells, right=column in _AT_RIGHT), styles[column])


def _folded(column: Column, text: str, cells: int, room: int | None) -> list[str]:
    """A cell's lines: an indented title stays indented, and a word stays beside its glyph."""
    if room is None or width(text) <= cells:
        return [text]
    bare = text.lstrip(" ")
    indent = " " * (len(text) - len(bare))
    hanging = "  " if column is Column.VERDICT else ""
    first, *rest = wrap(bare, cells - len(indent) - len(hanging))
    return [indent + first, *(indent + hanging + part for part in rest)]


def _style(column: Column, row: Row) -> str:
    if row.tone is Tone.NONE:
        return COLOURS[Tone.NONE]
    style = COLOURS[row.tone] if column is Column.VERDICT else ""
    return bold(style) if row.is_unit and column is not Column.MISSING else style


def _listed(row: Row, look: Look, room: int | None) -> Iterator[Line]:
    """A row where there is no room for a table."""
    facts = [row.word if look.judged else row.coverage]
    if row.is_unit:
        style = bold(COLOURS[row.tone])
        yield from wrapped(look.glyphs.marked(row.tone, row.title), room, "", "  ", style)
        text = ", ".join(fact for fact in (*facts, row.of) if fact)
        yield from wrapped(text, room, "  ", "  ")
        indent = "  "
    else:
        text = f"{row.title}: {', '.join(facts)}"
        indent = "    " if look.judged else ""
        marked = look.glyphs.marked(row.tone, text) if look.judged else text
        yield from wrapped(marked, room, indent, "  ", COLOURS[row.tone])
        indent += "  "
    for under in (row.missing, *row.details):
        if under:
            yield from wrapped(under, room, indent, "  ")
