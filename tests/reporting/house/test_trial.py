"""A house tried on an advice: every verdict and every reason must come out, and nothing may lead outside."""

import pytest
from tests.reporting import samples
from tests.reporting.house.houses import PART, PLACE, RIGHT, house

from evc.language import language
from evc.reporting.environment import TEMPLATES
from evc.reporting.trial import try_house

OUTCOME, PAGE_ONE = "parts/outcome.html.j2", "parts/page_one.html.j2"


def tried(templates: dict[str, str]) -> set[tuple[str, str, str]]:
    """Code, file and kind of what is found on a dossier with every verdict."""
    found = try_house(house(templates), samples.rich(), language("nl"))
    return {(each.code, each.file.removeprefix(f"{PLACE}/"), str(each.data["kind"])) for each in found}


def ours(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def without(name: str, *parts: str) -> dict[str, str]:
    """A template of evc, with some of what it says left out."""
    text = ours(name)
    for part in parts:
        assert part in text
        text = text.replace(part, "")
    return {name: text}


@pytest.mark.parametrize(
    "templates",
    [
        {PART: RIGHT},
        {OUTCOME: ours(OUTCOME) + "\n"},
        {"advice.html.j2": '{% extends "evc:advice.html.j2" %}'},
        {"advice.md.j2": ours("advice.md.j2") + "\n"},
        {"theme.css": ours("theme.css") + "\n"},
    ],
    ids=["a part", "the outcome as it is", "the page extended", "markdown", "a style"],
)
def test_what_is_right(templates: dict[str, str]) -> None:
    assert tried(templates) == set()


@pytest.mark.parametrize(
    ("templates", "file", "kinds"),
    [
        ({PAGE_ONE: "<p>{{ v.page_one.headline }}</p>"}, PAGE_ONE, {"unit", "reason"}),
        (without(OUTCOME, "{{ o.because }}"), OUTCOME, {"reason"}),
        ({"advice.html.j2": "<html><head></head><body></body></html>"}, "advice.html.j2",
         {"unit", "outcome", "criterion", "reason"}),
        ({"advice.html.j2": "<html><head></head><body><div hidden>" + ours("advice.html.j2") + "</div></body></html>"},
         "advice.html.j2", {"unit", "outcome", "criterion", "reason"}),
        ({"advice.md.j2": "# {{ v.page_one.headline }}"}, "advice.md.j2", {"unit", "outcome", "criterion", "reason"}),
    ],
    ids=["no units", "no because", "nothing", "all of it hidden", "markdown"],
)  # fmt: skip
def test_what_is_left_out(templates: dict[str, str], file: str, kinds: set[str]) -> None:
    assert tried(templates) == {("EVC915", file, kind) for kind in kinds}


def test_the_same_word_elsewhere_does_not_count() -> None:
    """A legend says every word of a verdict; that says nothing of this dossier."""
    page = "<html><head></head><body>{% for b in v.glance.legend %}{{ b.word }}{% endfor %}</body></html>"
    assert ("EVC915", "advice.html.j2", "criterion") in tried({"advice.html.j2": page})


@pytest.mark.parametrize(
    "source",
    [
        '<img src="{{ "ht" ~ "tps:" ~ "//a.example" }}" alt="">',
        '<a href="{{ "java" ~ "script:1" }}">x</a>',
        '{% set t = "scr" ~ "ipt" %}<{{ t }}></{{ t }}>',
        '<a href="{{ v.title }}">x</a>',
    ],
)
def test_what_only_the_report_shows_to_lead_outside(source: str) -> None:
    assert ("EVC914", PART, "rendered") in tried({PART: source})


def test_a_source_may_be_led_to() -> None:
    source = "{% for s in v.provenance.sources if s.citation.url %}"
    source += '<a href="{{ s.citation.url }}">x</a>{% endfor %}'
    assert tried({PART: source}) == set()


def test_every_document_of_a_kind_is_tried() -> None:
    assert tried({"candidate.html.j2": "\n{{ v.nergens.x }}"}) == {("EVC911", "candidate.html.j2", "undefined")}
    assert tried({"interview.md.j2": "{{ v.nergens.x }}"}) == {("EVC911", "interview.md.j2", "undefined")}


@pytest.mark.parametrize(("name", "near"), [("titel", "title"), ("x", None), ("nergens", None)])
def test_a_name_that_is_not_there_is_told_with_the_one_that_was_meant(name: str, near: str | None) -> None:
    """Never with itself: `x` is a name elsewhere in the view."""
    problem = next(try_house(house({PART: f"<p>{{{{ v.{name} }}}}</p>"}), samples.rich(), language("nl")))
    assert (problem.data["said"], problem.data.get("near")) == (name, near)
