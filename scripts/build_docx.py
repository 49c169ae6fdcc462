"""Build the Word templates from their source: ``python -m scripts.build_docx``.

What comes out is committed, because an institution copies it and changes it in Word; a test holds it to its source.
"""

from collections.abc import Mapping
from pathlib import Path

from evc.reporting.office.picture import blank
from scripts.word import advice, candidate, interview
from scripts.word.package import packed

TEMPLATES = Path(__file__).parents[1] / "src" / "evc" / "reporting" / "templates"


def built() -> Mapping[str, bytes]:
    """Every template by its file name."""
    documents = {"advice": advice, "interview": interview, "candidate": candidate}
    pictures = {"evc-bar": blank(), "evc-logo": blank()}
    return {f"{name}.docx": packed(each.BODY, each.FOOT, pictures) for name, each in documents.items()}


if __name__ == "__main__":
    for file, data in built().items():
        (TEMPLATES / file).write_bytes(data)
