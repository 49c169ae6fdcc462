"""How far a batch is, on standard error: a bar on a terminal, elsewhere a plain line at most every five seconds."""

import os
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Self

from evc.cli import console
from evc.language import Language

if TYPE_CHECKING:
    import rich.progress

    from evc.batching.tally import Tally

_EVERY, _REDRAWN = 5.0, 0.1


class Progress:
    """Says nothing, but counts: for `--quiet`, and what the others are made of."""

    def __init__(self, spoken: Language) -> None:
        """Begin with nothing done, in a language."""
        self.spoken, self.done, self.total = spoken, 0, 0
        self.states: Counter[str] = Counter()

    def begin(self, total: int) -> None:
        """So many dossiers were found."""
        self.total = total

    def seen(self, tally: "Tally") -> None:
        """One more is done."""
        self.done += 1
        self.states[tally.stand] += 1

    def tick(self) -> None:
        """Time passes."""

    def end(self) -> None:
        """Leave the screen as it was."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self.end()


class Lines(Progress):
    """A line now and then, for a log."""

    def __init__(self, spoken: Language) -> None:
        """Say nothing of what is over at once."""
        super().__init__(spoken)
        self._said = time.monotonic()

    def seen(self, tally: "Tally") -> None:
        """One more is done."""
        super().seen(tally)
        self.tick()

    def tick(self) -> None:
        """Say how far it is, when the last time is long ago."""
        now = time.monotonic()
        if now - self._said >= _EVERY and self.done < self.total:
            self._said = now
            console.err(self.spoken.say("batch.progress", {"done": self.done, "total": self.total}))


class Bar(Progress):
    """A bar with numbers beside it, that vanishes. It is redrawn by who does the work: processes are forked safely."""

    def __init__(self, spoken: Language) -> None:
        """Prepare the bar; it is shown when something is found."""
        super().__init__(spoken)
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        self._drawn = 0.0
        self._bar = RichProgress(
            TextColumn("{task.description}", markup=False),
            BarColumn(style="bright_black", complete_style="cyan", finished_style="cyan"),
            TextColumn("{task.completed}/{task.total}", markup=False),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeRemainingColumn(),
            TextColumn("{task.fields[states]}", markup=False),
            console=Console(stderr=True, highlight=False, emoji=False),
            auto_refresh=False,
            transient=True,
        )
        self._task: rich.progress.TaskID | None = None

    def begin(self, total: int) -> None:
        """Show the bar."""
        super().begin(total)
        self._task = self._bar.add_task(self.spoken.say("batch.working"), total=total, rate="", states="")
        self._bar.start()

    def seen(self, tally: "Tally") -> None:
        """One more is done."""
        super().seen(tally)
        self.tick()

    def tick(self) -> None:
        """Draw the bar anew, when the last time is a moment ago."""
        now = time.monotonic()
        if self._task is None or now - self._drawn < _REDRAWN:
            return
        self._drawn = now
        from evc.batching.tally import STANDS

        say = self.spoken.say
        states = (say(f"batch.state.{state}", {"count": self.states[state]}) for state in STANDS if self.states[state])
        speed = self._bar.tasks[0].speed
        rate = say("batch.rate", {"rate": round(speed)}) if speed else ""
        self._bar.update(self._task, completed=self.done, rate=rate, states="  ".join(states), refresh=True)

    def end(self) -> None:
        """Take the bar away."""
        self._bar.stop()


def progress(spoken: Language, *, quiet: bool) -> Progress:
    """The way to show progress that fits where standard error goes."""
    if quiet:
        return Progress(spoken)
    if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return Bar(spoken)
    return Lines(spoken)
