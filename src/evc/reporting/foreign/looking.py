"""What can be seen of an institution's templates without a dossier: called by name inside a child with limits.

Whether each can be compiled; whether it lets a candidate's words be markup; whether it would fetch or run anything.
A page's policy stops the last in a browser too, but a report is also read by other programs, and nothing that does
not work should stand in it.
"""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, TemplateError, nodes

from evc.reporting.foreign.environment import foreign_environment
from evc.reporting.foreign.rendering import described
from evc.reporting.foreign.styles import css_findings
from evc.reporting.foreign.text import Finding, Template, finding, on_line

_SAFE = re.compile(r"\|\s*(safe)\b")
_SWITCH = re.compile(r"(autoescape)\b")
_UNQUOTED = re.compile(r"<[a-zA-Z][^<>]*?([a-zA-Z-]+=)\{\{")

# What runs, fetches, or leads away from the page; the first group is what is pointed at.
_FETCHING = (
    ("element", re.compile(r"<\s*(script|iframe|frame|object|embed|applet|link|base|form|audio|video|portal)\b",
                           re.IGNORECASE)),
    ("handler", re.compile(r"<[a-zA-Z][^<>]*?\s(on[a-z]+)\s*=", re.IGNORECASE)),
    ("refresh", re.compile(r"(http-equiv\s*=\s*[\"']?refresh)", re.IGNORECASE)),
    ("address", re.compile(r"\b(?:src|srcset|href|poster|data|action|formaction|ping|background|cite|manifest)"
                           r"\s*=\s*[\"']?\s*((?:[a-z][a-z0-9+.-]*:)?//[^\s\"'<>]*)", re.IGNORECASE)),
    ("address", re.compile(r"\b(?:src|srcset|href)\s*=\s*[\"']?\s*((?:javascript|vbscript|file|blob|ftp):[^\s\"'<>]*)",
                           re.IGNORECASE)),
)  # fmt: skip
_HTML, _CSS = ".html.j2", ".css"


def look(data: dict[str, Any]) -> list[dict[str, Any]]:
    """What is wrong with the templates of a house, by name as text; each finding with its code and place."""
    templates: dict[str, str] = data["templates"]
    runnable = {name: text for name, text in templates.items() if not name.endswith(_CSS)}
    found: list[Finding] = []
    for each in (Template(name, text) for name, text in templates.items()):
        if each.name in runnable:
            found += _template(each, foreign_environment(runnable, escaped=each.name.endswith(_HTML)))
        else:
            found += css_findings(each, sheet=True)
    return [each.as_data() for each in found]


def _template(of: Template, made: Environment) -> Iterator[Finding]:
    if of.name.endswith(_HTML):
        yield from _fetching(of)
        yield from (finding("EVC913", "unquoted", of, found) for found in _UNQUOTED.finditer(of.text))
    try:
        tree = made.parse(of.text, of.name, of.name)
    except TemplateError as error:
        yield _failed(of, error)
        return
    unescaped = [*_safe(of, tree), *_switched(of, tree)]
    yield from unescaped
    if not unescaped:
        yield from _uncompiled(of, made)


def _uncompiled(of: Template, made: Environment) -> Iterator[Finding]:
    """What only the compiler sees, such as a filter that does not exist."""
    try:
        made.compile(of.text, of.name, of.name)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever a template does wrong is said of the template
        yield _failed(of, error)


def _failed(of: Template, error: Exception) -> Finding:
    said = described(error)
    line = said["at"][1] if said["at"] and said["at"][0] == of.name else 0
    return Finding("EVC911", said["kind"], of.name, line, said=said["said"])


def _safe(of: Template, tree: nodes.Template) -> Iterator[Finding]:
    for each in tree.find_all(nodes.Filter):
        if each.name == "safe":
            yield on_line("EVC913", "safe", of, each.lineno, _SAFE)


def _switched(of: Template, tree: nodes.Template) -> Iterator[Finding]:
    for each in tree.find_all(nodes.EvalContextModifier):
        yield on_line("EVC913", "autoescape", of, each.lineno, _SWITCH)


def _fetching(of: Template) -> Iterator[Finding]:
    for kind, pattern in _FETCHING:
        for found in pattern.finditer(of.text):
            yield finding("EVC914", kind, of, found)
    yield from css_findings(of, sheet=False)
