"""One line of a file as a terminal can show it: harmless, aligned with its caret, and not endless."""

from dataclasses import dataclass

from evc.model.citizen import masked_as_written
from evc.reporting.cells import width
from evc.reporting.show import visible

_MOST_CELLS = 160
# What stands before the caret in a window on a long line, so that a reader sees where it is.
_BEFORE = 60
# Of a line of a million characters only what lies so near the caret is looked at.
_NEAR = 1000
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The text, and the caret under it: its first cell, from 0, and how many cells it takes."""

    text: str
    start: int
    length: int


def excerpt(line: str, column: int, end_column: int) -> Excerpt:
    """The line, or a window on it round the columns (from 1, in code points; the end is the first after).

    A tab counts as one column; control and bidirectional characters are shown as their code point, and the caret
    takes their width. A citizen number is masked.
    """
    left = max(0, min(column, len(line) + 1) - 1 - _NEAR)
    right = left + 2 * _NEAR
    pieces = [visible(character) for character in masked_as_written(line[left:right])]
    first, last = min(column - left, len(pieces) + 1) - 1, max(column, end_column) - left - 1
    start, end = 0, len(pieces)
    if _cells(pieces) > _MOST_CELLS:
        start = _fitting_before(pieces, first)
        end = _fitting_after(pieces, start)
    before = _CUT if start or left else ""
    after = _CUT if end < len(pieces) or right < len(line) else ""
    text = before + "".join(pieces[start:end]) + after
    return Excerpt(
        text=text,
        start=width(before) + _cells(pieces[start:first]),
        length=max(1, _cells(pieces[first : min(last, end)])),
    )


def _cells(pieces: list[str]) -> int:
    return sum(width(piece) for piece in pieces)


def _fitting_before(pieces: list[str], first: int) -> int:
    """Where the window begins: not so far before the caret that it falls out, nor cutting for nothing."""
    if _cells(pieces[:first]) <= _BEFORE:
        return 0
    start, room = first, _BEFORE
    while start > 0 and width(pieces[start - 1]) <= room:
        start -= 1
        room -= width(pieces[start])
    return start


def _fitting_after(pieces: list[str], start: int) -> int:
    """Where the window ends."""
    end, room = start, _MOST_CELLS
    while end < len(pieces) and width(pieces[end]) <= room:
        room -= width(pieces[end])
        end += 1
    return end
