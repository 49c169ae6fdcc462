"""Writing what a command makes where nothing stands yet, and saying so."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from evc.cli import console
from evc.cli.console import OutputProblem, UsageProblem

if TYPE_CHECKING:
    from evc.language import Language


def refuse_existing(file: Path) -> None:
    """Raises UsageProblem when something stands there, be it a link that leads nowhere."""
    if os.path.lexists(file):
        raise UsageProblem("cli.exists", {"file": file.as_posix()})


def write_new(file: Path, data: bytes, spoken: "Language") -> None:
    """Write a file with the folders above it; raises UsageProblem when it exists, OutputProblem when it cannot be."""
    refuse_existing(file)
    from evc.batching import writing

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputProblem("cli.not-written", {"file": file.as_posix(), "why": error.strerror}) from error
    try:
        writing.write_new(file, data)
    except FileExistsError as error:
        raise UsageProblem("cli.exists", {"file": file.as_posix()}) from error
    except OSError as error:
        raise OutputProblem("cli.not-written", {"file": file.as_posix(), "why": error.strerror}) from error
    console.err(spoken.say("cli.written", {"file": file.as_posix()}))
