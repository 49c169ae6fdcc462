"""What reading gives: a value when nothing is wrong in form, the problems, and the bytes to point into."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from evc.diagnostics import Diagnostic, Problem
from evc.model.value import value

Value = TypeVar("Value")


@value
class Loaded(Generic[Value]):
    """A value, or None when an error of form stopped it; `files` holds the bytes of every file by its shown name."""

    value: Value | None
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]

    def diagnostics(self) -> list[Diagnostic]:
        """The problems with their places, in order; the second pass that only files with problems pay."""
        from evc.reading.locating import diagnose  # noqa: PLC0415 - only what has problems pays for places

        return diagnose(self.problems, self.files.get)
