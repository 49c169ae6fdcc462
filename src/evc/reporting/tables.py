"""A plain table: columns aligned by cells, which is what a pipe, grep and a reader want."""

from collections.abc import Collection, Sequence

from evc.reporting.cells import pad, width
from evc.reporting.show import show

_GAP = "  "


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """The rows under their headings; the columns in `right` (from 0) stand at the right-hand side."""
    lines = [[show(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(width(line[column]) for line in lines) for column in range(len(headings))]
    return [
        _GAP.join(pad(cell, widths[column], right=column in right) for column, cell in enumerate(line)).rstrip()
        for line in lines
    ]
