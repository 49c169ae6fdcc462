"""A dossier as files, the form for it, and the form as somebody filled it in with another program."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from tests.reading.form.files import write

from evc.exchange.form_writing import assessment_form
from evc.exchange.subject import Subject, subject
from evc.language import language
from evc.model.ids import AssessorId
from evc.reading.dossier import read_portfolio
from evc.reading.library import Library

RATINGS, PARTICULARS = "Oordelen", "Gegevens"
DAY = f"{PARTICULARS}!B7"
Cells = Mapping[str, object]


def judged(folder: Path, **files: str) -> Subject:
    """The dossier that `tests.reading.form.files` writes, as something to judge."""
    write(folder, **files)
    read = read_portfolio(folder / "dossier", Library(given=folder / "rubrics")).value
    assert read is not None
    return subject(read.programme, read.dossier)


def form(folder: Path, **files: str) -> bytes:
    """The Dutch form of assessor A-7."""
    return assessment_form(judged(folder, **files), AssessorId("A-7"), language("nl"))


def filled(data: bytes, cells: Cells, change: Callable[[Any], None] | None = None) -> bytes:
    """The form after somebody typed in cells, as `Oordelen!D2`, and perhaps did something else to the workbook."""
    book: Any = load_workbook(BytesIO(data))
    for place, content in cells.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = content
        if isinstance(content, str) and content.startswith("=") and not content.startswith("=="):
            book[sheet][cell].data_type = "s"
    if change is not None:
        change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
