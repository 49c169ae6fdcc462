"""The text of a file by line and column, made only when something has to be pointed at."""

from bisect import bisect_right
from itertools import accumulate

from evc.diagnostics import Spot
from evc.reading.events import BOM, Event


class Source:
    """Decoded text with the beginnings of its lines; a byte order mark and the CR of CRLF belong to no line."""

    def __init__(self, data: bytes) -> None:
        """Decode and split; bytes that are no UTF-8 are shown as a replacement character, one each."""
        self.text = data.removeprefix(BOM).decode("utf-8", "replace")
        self.lines = self.text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]

    def line(self, number: int) -> str:
        """A line, counted from 0, without its end."""
        return self.lines[number].removesuffix("\r") if number < len(self.lines) else ""

    def between(self, start: int, end: int) -> Spot:
        """The place from one offset in the text to another, on the line of the first."""
        number = bisect_right(self._starts, start) - 1
        return self.on_line(number, start - self._starts[number], max(end - start, 1))

    def on_line(self, number: int, column: int, width: int = 1) -> Spot:
        """A place on a line, both counted from 0; it ends where the line does. Past the last line is its end."""
        if number >= len(self.lines):
            number, column = len(self.lines) - 1, len(self.lines[-1])
        last = max(len(self.line(number)), column)
        return Spot(number + 1, column + 1, min(column + width, last) + 1)

    def of(self, first: Event, last: Event | None = None) -> Spot:
        """The place of an event, or from the first to the last; of several lines the first."""
        start, end = first.start_mark, (last or first).end_mark
        if start.line == end.line:
            return Spot(start.line + 1, start.column + 1, end.column + 1)
        shown = len(self.line(start.line).rstrip())
        return Spot(start.line + 1, start.column + 1, max(shown, start.column) + 1)

    def written(self, event: Event) -> str:
        """What stands in the file for an event, quotes and escapes included."""
        return self.text[event.start_mark.index : event.end_mark.index]
