"""What evc itself found, at the end of a document from an institution's template.

No template can leave it out or reword it. Every run says for itself how it looks, because the template's own styles
may make text white, tiny or hidden.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt, RGBColor

from evc.reporting.office.text import legal

_SIZE = 10
_INK = RGBColor(0, 0, 0)


def append_seal(document: Document, seal: Mapping[str, Any]) -> None:
    """The block of `evc.reporting.view.seal`, as plain data, after everything else."""
    for bold, text in _lines(seal):
        run = document.add_paragraph().add_run(legal(text))
        font = run.font
        font.bold, font.hidden, font.strike = bold, False, False
        font.size, font.color.rgb, font.highlight_color = Pt(_SIZE), _INK, WD_COLOR_INDEX.WHITE


def _lines(seal: Mapping[str, Any]) -> Iterator[tuple[bool, str]]:
    words = seal["t"]
    yield True, words["heading"]
    yield False, words["intro"]
    for row in seal["rows"]:
        outcomes = "".join(f"\n{outcome}" for outcome in row["outcomes"])
        yield False, f"{row['title']['text']} ({row['id']}): {row['advised']}, {row['credits']}{outcomes}"
    yield False, words["digest"]
    yield False, " ".join(seal["digest"])
