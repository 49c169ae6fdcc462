"""Problems as SARIF 2.1.0, the OASIS standard that code hosts and editors read: rules with their pages, places, levels.

Columns count code points, which SARIF must be told; addresses of files are relative, as the files were given.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from evc._version import __version__
from evc.diagnostics import CODES, Diagnostic, KeyPath, severity_of
from evc.language import Language
from evc.reporting.diagnostics.json_ import harmless
from evc.reporting.diagnostics.shown import choose, omitted_lines, path
from evc.reporting.diagnostics.words import message_with_hint
from evc.reporting.rule_pages import RulePage, page, read_page
from evc.reporting.show import show

Json = dict[str, Any]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """One log with one run; problems left out of files that have very many are told as notifications of the tool."""
    del sources
    shown = choose(diagnostics)
    codes = sorted({each.problem.code for each in shown.diagnostics})
    told = [{"level": "warning", "message": {"text": line}} for line in omitted_lines(shown, language)]
    run: Json = {
        "tool": {
            "driver": {
                "name": "evc",
                "version": __version__,
                "language": language.code,
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": language.code,
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": told}],
        "results": [_result(each, codes.index(each.problem.code), language) for each in shown.diagnostics],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return harmless(json.dumps(log, ensure_ascii=False, allow_nan=False, indent=2))


def _rule(code: str, language: Language) -> Json:
    """A code with its page: in short, in full, and whole as help."""
    read = read_page(code, language)
    return {
        "id": code,
        "name": CODES[code][0],
        "shortDescription": {"text": read.title},
        "fullDescription": {"text": f"{read.what} {read.why}"},
        "help": {"text": page(code, language), "markdown": _markdown(read, language)},
        "defaultConfiguration": {"level": severity_of(code).value},
    }


def _markdown(read: RulePage, language: Language) -> str:
    """The page as Markdown, for a reader who sees examples in a frame."""
    blocks = [read.what, read.why]
    for example in read.examples:
        heading = language.say("rule.right" if example.is_right else "rule.wrong")
        name = f" (`{example.name}`)" if example.name else ""
        blocks.append(f"**{heading}**{name}\n\n```{example.kind}\n{example.body.rstrip()}\n```")
    blocks.append(language.say("rule.since", {"since": read.since, "source": read.source}))
    return "\n\n".join(blocks)


def _result(diagnostic: Diagnostic, index: int, language: Language) -> Json:
    problem, spot = diagnostic.problem, diagnostic.spot
    location: Json = {
        "physicalLocation": {
            "artifactLocation": {"uri": address(problem.file)},
            "region": {"startLine": spot.line, "startColumn": spot.column, "endColumn": spot.end_column},
        }
    }
    if problem.at:
        location["logicalLocations"] = [{"fullyQualifiedName": _key_path(problem.at)}]
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": message_with_hint(problem, language)},
        "locations": [location],
    }


def address(file: str) -> str:
    """A file's path as an address: relative as it was given, or of a file on this machine when it was absolute."""
    plain = path(file)
    drive, colon, rest = plain.partition(":")
    if colon and len(drive) == 1 and rest.startswith("/"):
        return f"file:///{drive}:{_quote(rest)}"
    return f"file://{_quote(plain)}" if plain.startswith("/") else _quote(plain)


def _quote(plain: str) -> str:
    """Percent-encoded; what no encoding has, from a name that is no text, is written out."""
    return quote(plain, errors="backslashreplace")


def _key_path(at: KeyPath) -> str:
    """As in ``claims[2].supports.P5``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{show(step)}" for step in at).removeprefix(".")
