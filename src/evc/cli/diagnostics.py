"""Problems of what a command read, on standard error: in full on a terminal, a line each in a pipe."""

import sys
from collections.abc import Mapping, Sequence

from evc.diagnostics import Diagnostic
from evc.language import Language
from evc.reporting.diagnostics import render


def as_text(diagnostics: Sequence[Diagnostic], files: Mapping[str, bytes], spoken: Language) -> str:
    """The diagnostics as text, whatever the format of the result."""
    return render("full" if sys.stderr.isatty() else "concise", diagnostics, files, spoken)
