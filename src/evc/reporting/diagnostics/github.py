"""Problems as workflow commands of GitHub Actions: each on a line of its own, shown beside the line it is about."""

from collections.abc import Mapping, Sequence

from evc.diagnostics import Diagnostic, Severity
from evc.language import Language
from evc.reporting.diagnostics.shown import choose, omitted_lines, path
from evc.reporting.diagnostics.summary import summary
from evc.reporting.diagnostics.words import message_with_hint
from evc.reporting.show import show

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """The problems in order, then the sum as plain text for who reads the log."""
    shown = choose(diagnostics)
    return "\n".join(
        (
            *(_command(each, language) for each in shown.diagnostics),
            *(f"::notice::{_data(line)}" for line in omitted_lines(shown, language)),
            summary(diagnostics, len(sources), language),
        )
    )


def _command(diagnostic: Diagnostic, language: Language) -> str:
    problem, spot = diagnostic.problem, diagnostic.spot
    properties = {
        "file": show(path(problem.file)),
        "line": spot.line,
        "col": spot.column,
        "endColumn": spot.end_column,
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(message_with_hint(problem, language))}"


def _data(text: str) -> str:
    """Text after the colons: a percent sign or a line end would be read as an escape or a next command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, which a colon or a comma would end."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
