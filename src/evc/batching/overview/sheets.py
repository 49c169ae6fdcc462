"""What stands in `overview.xlsx`: candidates, their units, the outcomes they asked for, and what is wrong in files."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import IO

from evc.batching.overview.attention import fault
from evc.batching.overview.cells import Cell, Column, Kind
from evc.batching.overview.skeleton import Sheet, Wording
from evc.batching.overview.told import NOT_CLAIMED, Teller, Told
from evc.batching.overview.totals import Totals
from evc.batching.overview.workbook import Book, Room
from evc.batching.tally import ERRORS, STANDS, UNRATED
from evc.language import Language

_WHO = (
    Column("candidate", Kind.TEXT, 18),
    Column("name", Kind.TEXT, 24),
    Column("programme", Kind.TEXT, 24),
)
_DECISION = (Column("decision", Kind.CHOICE, 14), Column("note", Kind.NOTE, 36))
_CANDIDATES = (
    *_WHO,
    Column("stand", Kind.WORD, 24),
    Column("awarded", Kind.NUMBER, 12),
    Column("credits", Kind.NUMBER, 12),
    Column("on", Kind.DAY, 12),
    Column("submitted", Kind.DAY, 12),
    *(Column(each, Kind.NUMBER, 12) for each in ("award", "investigate", "partial", "none")),
    Column("attention", Kind.LONG, 60),
    *_DECISION,
    Column("dossier", Kind.TEXT, 28),
    Column("advice", Kind.TEXT, 28),
    Column("digest", Kind.TEXT, 20),
)
_UNITS = (
    *_WHO,
    Column("unit-id", Kind.TEXT, 14),
    Column("unit", Kind.TEXT, 36),
    Column("unit-credits", Kind.NUMBER, 8),
    Column("advised", Kind.WORD, 28),
    Column("basis", Kind.TEXT, 22),
    Column("reasons", Kind.LONG, 60),
    *_DECISION,
)
_OUTCOMES = (
    *_WHO,
    Column("unit", Kind.TEXT, 30),
    Column("outcome", Kind.TEXT, 36),
    Column("label", Kind.WORD, 22),
    Column("coverage", Kind.TEXT, 16),
    Column("short-of", Kind.TEXT, 20),
    Column("open-criteria", Kind.TEXT, 18),
)
_PROBLEMS = (
    Column("dossier", Kind.TEXT, 28),
    Column("candidate", Kind.TEXT, 18),
    Column("severity", Kind.TEXT, 14),
    Column("code", Kind.TEXT, 10),
    Column("file", Kind.TEXT, 40),
    Column("line", Kind.NUMBER, 8),
    Column("character", Kind.NUMBER, 8),
    Column("message", Kind.LONG, 60),
    Column("hint", Kind.LONG, 60),
)
_DAYS = {"nl": "dd-mm-yyyy", "en": "dd/mm/yyyy"}


class Workbook:
    """The workbook while dossiers come in; `room` is where rows wait until it is written."""

    def __init__(self, teller: Teller, room: Room) -> None:
        """Begin with empty sheets."""
        self._language = teller.language
        say = self._language.say
        stands = {
            say(f"overview.stand.{each}"): tone for each, tone in zip(STANDS, ("met", "open", "", "err"), strict=True)
        }
        advised = teller.advised_words()
        firsts = {word: tone for word, tone in advised.items() if tone == "open"}
        sheets = (
            Sheet(say("overview.sheet.candidates"), _CANDIDATES, 2, stands | firsts),
            Sheet(say("overview.sheet.units"), _UNITS, 2, advised),
            Sheet(say("overview.sheet.outcomes"), _OUTCOMES, 2, teller.label_words()),
            Sheet(say("overview.sheet.problems"), _PROBLEMS, 1, {}),
        )
        self._book = Book(sheets, _wording(self._language), room)
        self._candidates, self._units, self._outcomes, self._problems = self._book.rows

    @property
    def looks(self) -> list[list[str]]:
        """The styles of the columns of each sheet: rows made for others do not fit."""
        return [list(each.looks) for each in self._book.rows]

    def rows(self, told: Told, cells: Sequence[Cell]) -> list[list[str]]:
        """The rows of a dossier for each sheet; `cells` are those of its line in the table."""
        *before, dossier, advice, digest = cells
        who = (told.candidate, told.name, told.programme)
        whose = (told.row.path, told.row.candidate)
        return [
            [self._candidates.make((*before, "", "", dossier, advice, digest))],
            [self._units.make((*who, *unit, "", "")) for unit in self._unit_rows(told)],
            [self._outcomes.make((*who, *outcome)) for outcome in self._outcome_rows(told)],
            [self._problems.make((*whose, *problem)) for problem in self._problem_rows(told)],
        ]

    def add(self, rows: Sequence[Sequence[str]]) -> None:
        """A dossier, by its rows."""
        for sheet, its in zip(self._book.rows, rows, strict=True):
            for row in its:
                sheet.add(row)

    def finish(self, stream: IO[bytes], totals: Totals) -> None:
        """Write it; it was made on the latest reference date in it, for the clock plays no part."""
        self._book.finish(stream, totals.last)

    def _unit_rows(self, told: Told) -> Iterator[tuple[Cell, ...]]:
        for unit in told.units:
            word = unit.mark.word if unit.mark else told.mark.word
            reasons = "\n".join(each.text for each in unit.row.reasons)
            yield (unit.row.id, unit.title, Decimal(unit.row.credits), word, unit.basis, reasons)

    def _outcome_rows(self, told: Told) -> Iterator[tuple[Cell, ...]]:
        for unit, outcomes in zip(told.units, told.outcomes, strict=True):
            for each in outcomes:
                if each.row.label != NOT_CLAIMED:
                    label = told.mark.word if told.stand == UNRATED else each.mark.word
                    short = "" if told.stand == UNRATED else self._short_of(each.row.short_of)
                    yield (unit.title, each.title, label, each.coverage, short, ", ".join(each.row.open))

    def _short_of(self, lacking: tuple[str, ...]) -> str:
        return self._language.list([self._language.say(f"overview.short-of.{each}") for each in lacking])

    def _problem_rows(self, told: Told) -> Iterator[tuple[Cell, ...]]:
        """What was found in the files of a dossier, warnings too; or why it could not be done at all."""
        if told.stand == ERRORS and not told.row.problems:
            yield ("", "", "", None, None, fault(told.row, self._language), "")
        for each in told.row.problems:
            severity = self._language.say(f"severity.{each.severity}")
            yield (severity, each.code, each.file, each.line, each.column, each.message, each.hint or "")


def _wording(language: Language) -> Wording:
    say = language.say
    return Wording(
        title=say("overview.heading"),
        notice=say("overview.notice"),
        heading=lambda key: say(f"overview.column.{key}"),
        choices=tuple(say(f"overview.decision.{each}") for each in ("follows", "deviates", "holds")),
        choices_title=say("overview.column.decision"),
        choices_error=say("overview.decision.error"),
        day_format=_DAYS[language.code],
    )
