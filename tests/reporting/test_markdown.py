"""The Markdown file: headings and tables are ours, and whatever else looks like markup is text."""

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.reporting import samples
from tests.reporting.test_html import HOSTILE, saying

from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.reporting.environment import markdown_text
from evc.reporting.formats import render

ADVICES = [samples.rich, samples.before_assessors, samples.evidence_only, samples.nothing_claimed]


def tokens(text: str) -> list[Token]:
    """Every token of a document, those inside lines included."""
    found = MarkdownIt("commonmark").enable("table").parse(text)
    return [each for token in found for each in (token, *(token.children or ()))]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ADVICES)
def test_tables_are_tables(make: Callable[[], Advice], code: str) -> None:
    text = render(".md", make(), language(code)).decode()
    rows = [line for line in text.splitlines() if line.startswith("|")]
    inside = [token for token in tokens(text) if token.type == "tr_open"]
    rules = [row for row in rows if re.fullmatch(r"[|:-]+", row)]
    assert len(inside) == len(rows) - len(rules)


@pytest.mark.parametrize("text", [*HOSTILE.values(), "1. een", "- twee", "> drie", "# vier", "===", "www.evil.example"])
def test_foreign_text_is_no_markup(text: str) -> None:
    parsed = tokens(markdown_text(text))
    assert {token.type for token in parsed} <= {"paragraph_open", "inline", "text", "paragraph_close", "text_special"}
    shown = "".join(token.content for token in parsed if token.type in ("text", "text_special"))
    assert shown == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_dossier_adds_no_link_image_or_element(text: str) -> None:
    types = {token.type for token in tokens(render(".md", saying(text), language("nl")).decode())}
    assert not types & {"link_open", "image", "html_inline", "html_block", "code_inline", "fence", "code_block"}
