"""The last line under problems: how many of each severity, in how many files."""

from collections import Counter
from collections.abc import Sequence

from evc.diagnostics import Diagnostic, Severity, in_order
from evc.language import Language


def summary(diagnostics: Sequence[Diagnostic], files: int, language: Language) -> str:
    """As in "2 fouten en 1 waarschuwing in 14 bestanden"; the ones that are not shown count too."""
    counted = Counter(diagnostic.severity for diagnostic in in_order(diagnostics))
    in_files = {"files": language.say_count("summary.files", files)}
    parts = [language.say_count(f"summary.{each.value}", counted[each]) for each in Severity if counted[each]]
    if not parts:
        return language.say("summary.none", in_files)
    return language.say("summary", {"problems": language.list(parts), **in_files})
