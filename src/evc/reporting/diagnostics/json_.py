"""Problems as data: one ``evc/diagnostics@1`` document (DESIGN §6)."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from evc.diagnostics import Diagnostic
from evc.language import Language
from evc.model.findings import Value
from evc.reporting.diagnostics.shown import choose, path
from evc.reporting.diagnostics.words import hint, message
from evc.reporting.facts import plain_decimal

_Plain = str | int | bool | None | list["_Plain"] | dict[str, "_Plain"]
# Legal in JSON, and harmful or invisible to who prints it: written as \uXXXX.
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_BEYOND_BMP = 0x10000


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """The document, indented; `omitted` counts the problems left out of files that have very many."""
    shown = choose(diagnostics)
    document = {
        "format": "evc/diagnostics@1",
        "files": len(sources),
        "omitted": sum(shown.omitted.values()),
        "diagnostics": [_diagnostic(each, language) for each in shown.diagnostics],
    }
    return harmless(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2))


def _diagnostic(diagnostic: Diagnostic, language: Language) -> dict[str, _Plain]:
    problem, spot = diagnostic.problem, diagnostic.spot
    return {
        "code": problem.code,
        "severity": diagnostic.severity.value,
        "file": path(problem.file),
        "line": spot.line,
        "column": spot.column,
        "end_column": spot.end_column,
        "path": list(problem.at),
        "message": message(problem, language),
        "hint": hint(problem, language),
        "data": {key: _plain(value) for key, value in problem.data.items()},
    }


def _plain(value: Value) -> _Plain:
    """A fact as JSON has it: amounts as strings in plain notation, dates as ISO strings."""
    match value:
        case Decimal():
            return plain_decimal(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case _:
            return value


def harmless(document: str) -> str:
    """The same document, with what could move a cursor or break an encoding written as its escape."""
    return "".join(
        _escape(character) if character != "\n" and unicodedata.category(character) in _ESCAPED else character
        for character in document
    )


def _escape(character: str) -> str:
    code = ord(character)
    if code < _BEYOND_BMP:
        return f"\\u{code:04x}"
    high, low = divmod(code - _BEYOND_BMP, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
