"""The page of each code of a problem: what it means, why it matters, a wrong and a right example (`evc rule`).

The pages are package data, ``locale/<language>/rules/<code>.md``: front matter, two paragraphs, fenced examples whose
title is ``wrong`` or ``right``, with the file's name after a colon where an example is one file of several.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from evc.diagnostics import CODES
from evc.language import LOCALE, Language
from evc.reporting.cells import wrap

_FENCE = re.compile(r'^```(?P<kind>yaml|text) title="(?P<title>[^"\n]*)"\n(?P<body>.*?)^```$', re.MULTILINE | re.DOTALL)
_CELLS = 88


@dataclass(frozen=True, slots=True)
class Example:
    """A file, or (`kind` text) a listing; `name` is "" where the example is one file alone."""

    is_right: bool
    name: str
    kind: str
    body: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """One page, read."""

    title: str
    since: str
    source: str
    what: str
    why: str
    examples: tuple[Example, ...]


def read_page(code: str, language: Language) -> RulePage:
    """The page of a code in a language; raises KeyError for a code that evc does not have."""
    if code not in CODES:
        raise KeyError(code)
    text = _file(code, language).read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    what, why = (part.replace("\n", " ").strip() for part in body[: body.index("```")].strip().split("\n\n", 1))
    examples = tuple(_example(found) for found in _FENCE.finditer(body))
    return RulePage(facts["title"], facts["since"], facts["source"], what, why, examples)


def page(code: str, language: Language) -> str:
    """The page as plain text for a terminal."""
    read = read_page(code, language)
    blocks = [
        f"{code} {CODES[code][0]}: {read.title}",
        *("\n".join(wrap(part, _CELLS)) for part in (read.what, read.why)),
    ]
    for example in read.examples:
        heading = language.say("rule.right" if example.is_right else "rule.wrong")
        heading += f" ({example.name})" if example.name else ""
        lines = (f"    {line}".rstrip() for line in example.body.splitlines())
        blocks.append("\n".join((f"{heading}:", *lines)))
    blocks.append(language.say("rule.since", {"since": read.since, "source": read.source}))
    return "\n\n".join(blocks)


def codes(language: Language) -> list[tuple[str, str, str]]:
    """Every code with its short name and its title in a language, in order."""
    return [(code, name, read_page(code, language).title) for code, (name, _) in CODES.items()]


def _file(code: str, language: Language) -> Path:
    return LOCALE / language.code / "rules" / f"{code}.md"


def _example(found: re.Match[str]) -> Example:
    verdict, _, name = found["title"].partition(": ")
    return Example(verdict == "right", name, found["kind"], found["body"])
