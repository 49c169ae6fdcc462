"""The table of formats: what is written by which suffix, and what is not."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest
from tests.reporting import samples

from evc.language import LOCALE, language
from evc.reporting.formats import FORMATS, UnknownFormatError, render

SOURCE = str(Path(LOCALE).parents[1])


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_every_format_writes_the_candidate(suffix: str) -> None:
    assert "Verhage" in readable(render(suffix, samples.rich(), language("nl")))


def readable(data: bytes) -> str:
    """The text of a document, whatever it is packed in."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    if data.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    return data.decode()


def test_another_suffix_is_refused() -> None:
    with pytest.raises(UnknownFormatError):
        render(".exe", samples.rich(), language("nl"))


def test_choosing_json_loads_no_template_engine() -> None:
    loaded = "'jinja2' in sys.modules or 'babel' in sys.modules"
    code = f"import sys, evc.reporting.formats, evc.reporting.json_; sys.exit({loaded})"
    ran = subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": SOURCE})
    assert ran.returncode == 0
