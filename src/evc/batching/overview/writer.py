"""Writing the overview: the results are read once, row by row, and every format takes what it needs of each.

Each file is written whole beside its place, and put there when it is done. What is kept in memory is a page, and sums
that grow with programmes; the rows of the workbook wait in files without a name.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING

from evc._version import __version__
from evc.batching.cache import TOLD
from evc.batching.desk import Desk, writing
from evc.batching.overview.csv_ import Table
from evc.batching.overview.kept import Kept
from evc.batching.overview.maker import Maker
from evc.batching.overview.pages import Pages
from evc.batching.overview.piece import Piece
from evc.batching.overview.renewal import CSV, XLSX, Asked
from evc.batching.overview.told import Teller
from evc.batching.overview.totals import Totals
from evc.batching.quick import loads
from evc.batching.results import row_of
from evc.batching.writing import writing_whole

if TYPE_CHECKING:
    from evc.batching.overview.sheets import Workbook

_PIECE = 1 << 20
# What pieces of another make cannot be read as.
_FORMAT = 1


def write_overview(desk: Desk, asked: Asked, *, workbook: bool) -> tuple[str, ...]:
    """Write all files; gives their names, the first page first. Raises `NotWrittenError`."""
    beside = (XLSX, CSV) if workbook else (CSV,)
    pages: list[str] = []

    def put(name: str, data: bytes) -> None:
        with _whole(desk, name) as stream:
            stream.write(data)
        pages.append(name)

    teller, totals = Teller(asked.language, asked.advice), Totals()
    site = Pages(_count(desk.results), asked.language, beside, put)
    with ExitStack() as files:
        table = Table(files.enter_context(_whole(desk, CSV)), asked.language)
        book = _Book(teller, desk, files) if workbook else None
        maker = Maker(teller, table, book.workbook if book is not None else None)
        for piece in _pieces(desk, asked, maker, files):
            totals.add(piece)
            site.add(piece)
            table.add(piece.csv)
            if book is not None:
                book.workbook.add(piece.sheets)
        site.finish(totals)
        if book is not None:
            book.finish(totals)
    *later, first = pages
    return (first, *later, *beside, desk.results.name)


def _pieces(desk: Desk, asked: Asked, maker: Maker, files: ExitStack) -> Iterator[Piece]:
    """What each row adds; a row that was told before is not told again."""
    path = desk.home / TOLD
    make = json.dumps([_FORMAT, __version__, asked.language.code, asked.advice, maker.looks])
    files.enter_context(writing(path))
    kept = Kept(path, make, files.enter_context(writing_whole(path, lasting=False)))
    with desk.results.open("rb") as lines:
        for line in lines:
            piece = kept.find(line)
            if piece is None:
                piece = maker.make(row_of(loads(line)))
                kept.keep(line, piece)
            else:
                maker.recall(piece)
            yield piece


class _Book:
    """The workbook, and the file it goes into; only here what it needs is imported."""

    def __init__(self, teller: Teller, desk: Desk, files: ExitStack) -> None:
        self._stream = files.enter_context(_whole(desk, XLSX))
        room = import_module("evc.batching.overview.workbook").Room(desk.staging, files)
        self.workbook: Workbook = import_module("evc.batching.overview.sheets").Workbook(teller, room)

    def finish(self, totals: Totals) -> None:
        self.workbook.finish(self._stream, totals)


@contextmanager
def _whole(desk: Desk, name: str) -> Iterator[IO[bytes]]:
    """A file of the overview, to be written whole."""
    with writing(desk.out / name), writing_whole(desk.out / name, aside=desk.home) as stream:
        yield stream


def _count(results: Path) -> int:
    """How many dossiers there are: a line each."""
    with results.open("rb") as lines:
        return sum(piece.count(b"\n") for piece in iter(lambda: lines.read(_PIECE), b""))
