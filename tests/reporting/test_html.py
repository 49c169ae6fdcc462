"""The HTML file: well-formed, self-contained, its own style and no other, and foreign text as text."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

import pytest
from tests.reporting import samples
from tests.reporting.pages import Page

from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.model.dossier import Candidate, Evidence
from evc.reporting.formats import render
from evc.reporting.templated import css_string, plain

ADVICES = [samples.rich, samples.before_assessors, samples.evidence_only, samples.nothing_claimed]

HOSTILE = {
    "element": '<img src="https://evil.example/x.png" onerror="alert(1)"><script>alert(1)</script>',
    "end of style": "</style></title></script><b>vet",
    "attribute": '" onmouseover="alert(1)" x="',
    "template": "{{ 7 * 7 }}{% for x in y %}{% endfor %}{# weg #}",
    "Markdown": "[klik](javascript:alert(1)) **vet** `code` | cel",
    "entity": "&lt;b&gt; &amp; &#x3c;",
    "emoji": "👩🏽‍🏫 geeft les",
    "Arabic": "معلمة في المدرسة",
    "long": "x" * 10_000,
}


def page(of: Advice, code: str = "nl") -> Page:
    """The HTML of an advice, read."""
    return Page(render(".html", of, language(code)).decode())


def saying(text: str) -> Advice:
    """The sample dossier with this text in every place that a candidate or assessor fills."""
    base = samples.rich()
    evidence = tuple(_item(item, text) for item in base.evidence)
    outcomes = {
        unit.id: tuple(replace(outcome, account=text) for outcome in unit.outcomes if outcome.verdict)
        for unit in base.units
    }
    units = tuple(replace(unit, outcomes=outcomes[unit.id] or unit.outcomes) for unit in base.units)
    return replace(base, candidate=Candidate("K-1", text), goal=text, evidence=evidence, units=units)


def _item(item: Evidence, text: str) -> Evidence:
    attested = replace(item.attested_by, name=text, role=text, organisation=text) if item.attested_by else None
    return replace(item, title=text, issuer=text, context=text, own_share=text, attested_by=attested)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ADVICES)
def test_it_is_well_formed_and_says_its_language(make: Callable[[], Advice], code: str) -> None:
    read = page(make(), code)
    assert ("html", {"lang": code}) in read.elements
    ids = read.values("id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("make", ADVICES)
def test_every_link_leads_somewhere(make: Callable[[], Advice]) -> None:
    read = page(make())
    ids = set(read.values("id"))
    inside = [href[1:] for href in read.values("href") if href.startswith("#")]
    assert inside
    assert [key for key in inside if key not in ids] == []
    named = {key for keys in read.values("aria-labelledby") for key in keys.split()}
    assert named <= ids


@pytest.mark.parametrize("make", ADVICES)
def test_nothing_is_fetched_and_nothing_runs(make: Callable[[], Advice]) -> None:
    read = page(make())
    assert not {tag for tag, _ in read.elements} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "form",
    }
    names = {name for _, attributes in read.elements for name in attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"src", "srcset", "style", "action", "data", "xlink:href"}
    assert all(href.startswith(("#", "https://", "http://")) for href in read.values("href"))
    assert "@import" not in read.styles[0]
    addresses = set(re.findall(r"url\(([^)]*)\)", read.styles[0]))
    assert {each for each in addresses if each.startswith("#")} == {"#hatch", "#dots", "#stripes"}
    assert all(each.startswith(("#", '"data:image/svg+xml,')) for each in addresses)


def test_only_sources_leave_the_page() -> None:
    read = page(samples.rich())
    outside = {attributes["href"] for tag, attributes in read.elements if tag == "a" and attributes.get("rel")}
    assert outside == {source.url for source in samples.rich().programme.sources if source.url}


def test_a_source_without_a_web_address_is_no_link() -> None:
    base = samples.rich()
    sources = tuple(replace(source, url="javascript:alert(1)") for source in base.programme.sources)
    read = page(replace(base, programme=replace(base.programme, sources=sources)))
    assert not [href for href in read.values("href") if not href.startswith("#")]


@pytest.mark.parametrize("make", ADVICES)
def test_the_policy_admits_this_style_alone(make: Callable[[], Advice]) -> None:
    read = page(make())
    policy = next(each["content"] for tag, each in read.elements if tag == "meta" and each.get("http-equiv"))
    named = b64encode(sha256(read.styles[0].encode()).digest()).decode()
    assert len(read.styles) == 1
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{named}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_foreign_text_comes_out_as_text(text: str) -> None:
    plain_page, read = page(samples.rich()), page(saying(text))
    assert text in read.text
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in plain_page.elements} | {"blockquote"}


def test_an_override_of_direction_is_made_to_show() -> None:
    read = page(saying("af\u202ecod.exe"))
    assert "\u202e" not in read.text
    assert "af<U+202E>cod.exe" in read.text


def test_line_breaks_survive_and_controls_show() -> None:
    assert plain("een\r\ntwee\tdrie\x1b[31m") == "een\ntwee drie<U+001B>[31m"


def test_a_template_gets_plain_data_only() -> None:
    with pytest.raises(TypeError):
        plain({"when": samples.rich().on})


def test_css_strings_cannot_be_closed() -> None:
    assert css_string('K-1"}') == "K\\00002d1\\000022\\00007d"


def test_the_footer_of_a_printed_page_holds_id_and_digest_but_no_name() -> None:
    style = page(samples.rich()).styles[0]
    assert css_string("K-2026-014 · ") in style
    assert "Verhage" not in style


def test_a_title_in_another_language_says_so() -> None:
    read = page(samples.rich(), "en")
    assert ("span", {"lang": "nl"}) in read.elements
    assert "[nl]" in read.text


def test_a_big_dossier_stays_small() -> None:
    base = samples.rich()
    units = tuple(
        replace(
            unit,
            id=f"{unit.id}-{turn}",  # type: ignore[arg-type]
            outcomes=tuple(replace(each, id=f"{each.id}-{turn}") for each in unit.outcomes),  # type: ignore[arg-type]
        )
        for turn in range(3)
        for unit in base.units
    )
    assert len(render(".html", replace(base, units=units), language("nl"))) < 150_000


def test_the_same_advice_is_the_same_bytes() -> None:
    first, second = (render(".html", samples.rich(), language("nl")) for _ in range(2))
    assert first == second
