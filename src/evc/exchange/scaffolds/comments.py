"""Comments in a file to start from, and templates in which they are named by their key."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from importlib.resources import files

from evc.exchange.yaml_text import scalar
from evc.language import Language

_WIDTH = 110
_COMMENT = re.compile(r"(?P<start>.*# )@(?P<key>[a-z.-]+)")
_VALUE = re.compile(r"<<([a-z0-9.-]+)>>")


def comment(text: str, start: str = "# ", hanging: str = "") -> Iterator[str]:
    """A text as lines that each begin with `start`; what runs on is indented by `hanging`."""
    for paragraph in text.splitlines():
        lines = textwrap.wrap(paragraph, max(_WIDTH - len(start), 40), subsequent_indent=hanging,
                              break_long_words=False, break_on_hyphens=False)  # fmt: skip
        yield from (f"{start}{line}" for line in lines or ("",))


def filled(template: str, language: Language, values: Mapping[str, str]) -> Iterator[str]:
    """The lines of a template: `# @key` is the comment of that key, `<<key>>` a value.

    A key is looked for in `values`, else in the locale under ``scaffold.``.
    """
    text = files(__package__).joinpath(f"{template}.template.yml").read_text("utf-8")
    for line in text.splitlines():
        if found := _COMMENT.fullmatch(line):
            yield from comment(_said(found["key"], language, values), found["start"])
        else:
            yield _VALUE.sub(lambda key: scalar(_said(key[1], language, values)), line)


def said(key: str, language: Language, values: Mapping[str, object] | None = None) -> str:
    """A message of the files to start from."""
    return language.say(f"scaffold.{key}", values)


def _said(key: str, language: Language, values: Mapping[str, str]) -> str:
    return values[key] if key in values else said(key, language)
