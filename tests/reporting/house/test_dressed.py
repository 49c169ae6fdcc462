"""An advice in the style of a house: what of the house is in it, what evc adds, and what stays as it was."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from tests.reporting import samples
from tests.reporting.house.houses import PART, RIGHT, house, rendered
from tests.reporting.pages import Page
from tests.reporting.test_html import HOSTILE, saying

from evc.language import language
from evc.model.colours import GROUNDS, NAMES
from evc.model.house import PLAIN_HOUSE, House, Logo, Shade, Signer
from evc.reporting.environment import TEMPLATES
from evc.reporting.formats import render
from evc.reporting.json_ import advice_digest
from evc.reporting.manner import Kind

PNG = b"\x89PNG\r\n\x1a\n" + bytes(8)
COLOURS = {"accent": Shade("#7a0026", "#ff9db8"), "met": Shade("#00603a", "#7fe0b4")}
THEME = House(
    "Hogeschool <Voorbeeld>",
    {},
    department="Examencommissie & co",
    logo=Logo("image/png", PNG, 'Hogeschool "Voorbeeld"'),
    colours=COLOURS,
    footer="Postbus 1 <b>",
    signers=(Signer("voorzitter", "mr. J. Postma"), Signer("secretaris")),
)
OWN_PAGE = "<!doctype html>\n<html lang='nl'><head><title>{{ v.title }}</title><style>{{ css }}</style></head>"
OWN_PAGE += "<body><h1>{{ v.page_one.headline }}</h1></body></html>"


def policy_of(page: Page) -> list[str]:
    """The policies of a page, in order."""
    return [
        str(given["content"])
        for tag, given in page.elements
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy"
    ]


def hash_of(style: str) -> str:
    return "sha256-" + b64encode(sha256(style.encode()).digest()).decode()


def test_a_theme_alone_is_in_the_page() -> None:
    page = Page(rendered(samples.evidence_only(), THEME))
    (logo,) = [given for tag, given in page.elements if tag == "img"]
    assert logo["src"] == "data:image/png;base64," + b64encode(PNG).decode()
    assert logo["alt"] == 'Hogeschool "Voorbeeld"'
    for text in ("Hogeschool <Voorbeeld>", "Examencommissie & co", "Postbus 1 <b>", "mr. J. Postma", "secretaris"):
        assert text in page.text
    assert "evc-seal" not in page.values("id")


def test_the_colours_are_in_the_one_style_that_the_policy_admits() -> None:
    page = Page(rendered(samples.evidence_only(), THEME))
    (style,), (policy,) = page.styles, policy_of(page)
    assert f"style-src '{hash_of(style)}';" in policy
    for token in ("--accent:#7a0026", "--accent:#ff9db8", "--met:#00603a", "--met:#7fe0b4"):
        assert token in style
    assert len(re.findall("--met-bg:#[0-9a-f]{6}", style)) == 4
    assert style.index("--accent:#7a0026") > style.index("--accent:#0a4a6b")


def test_markdown_says_whose_it_is() -> None:
    text = rendered(samples.evidence_only(), THEME, ".md")
    assert text.startswith("Hogeschool \\<Voorbeeld\\>, Examencommissie \\& co")
    assert text.rstrip().endswith("Postbus 1 \\<b\\>")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_every_document_says_whose_it_is(kind: Kind, suffix: str) -> None:
    assert "Postbus 1" in rendered(samples.evidence_only(), THEME, suffix, kind)


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_no_house_is_as_it_was(suffix: str) -> None:
    advice = samples.evidence_only()
    assert rendered(advice, PLAIN_HOUSE, suffix) == render(suffix, advice, language("nl")).decode()
    assert rendered(advice, House("", {}), suffix) == rendered(advice, PLAIN_HOUSE, suffix)


def test_before_any_assessor_nobody_signs() -> None:
    assert "mr. J. Postma" not in rendered(samples.before_assessors(), THEME)


def test_one_part_is_replaced_and_the_rest_stays() -> None:
    advice = samples.evidence_only()
    plain, own = Page(rendered(advice, PLAIN_HOUSE)), Page(rendered(advice, house({PART: RIGHT})))
    assert "request" in plain.values("id")
    kept = [each for each in plain.values("id") if "request" not in each]
    assert [each for each in own.values("id") if "request" not in each and "seal" not in each] == kept


def test_evc_before_a_name_is_the_template_that_is_replaced() -> None:
    source = '{% extends "evc:advice.html.j2" %}\n{% block route %}<div id="eigen">{{ super() }}</div>{% endblock %}'
    page = Page(rendered(samples.evidence_only(), house({"advice.html.j2": source})))
    assert {"eigen", "advice", "evc-seal"} <= set(page.values("id"))


def test_a_part_of_its_own_can_be_included() -> None:
    brought = {PART: '{% include "own/groet.html.j2" %}', "own/groet.html.j2": "<p>Goede dag {{ v.title }}</p>"}
    assert "<p>Goede dag " in rendered(samples.evidence_only(), house(brought))


@pytest.mark.parametrize("brought", [{PART: RIGHT}, {"advice.html.j2": OWN_PAGE}], ids=["a part", "a page"])
def test_evc_draws_the_verdicts_and_the_digest_itself(brought: dict[str, str]) -> None:
    advice = samples.rich()
    text = rendered(advice, house(brought))
    assert text.count('id="evc-seal"') == 1
    block = text[text.index('id="evc-seal"') :]
    digest = advice_digest(advice)
    assert digest[:16] in block
    assert digest[-16:] in block
    for unit in advice.units:
        assert f"({unit.id})" in block
    assert text.rindex("</section>") < text.rindex("</body>")


def test_the_block_stands_at_the_end_of_markdown_too() -> None:
    advice = samples.rich()
    text = rendered(advice, house({"advice.md.j2": "# {{ v.title }}\n"}), ".md")
    assert advice_digest(advice)[:16] in text
    assert all(f"({unit.id})" in text for unit in advice.units)


def test_where_no_template_of_the_house_had_a_part_there_is_no_block() -> None:
    advice, of = samples.evidence_only(), house({"parts/signatures.html.j2": "<p>eigen</p>"})
    assert 'id="evc-seal"' in rendered(advice, of)
    assert 'id="evc-seal"' not in rendered(advice, of, ".html", Kind.CANDIDATE)


@pytest.mark.parametrize(
    "page",
    [
        OWN_PAGE,
        OWN_PAGE.replace("<!doctype html>", "<!-- <head> -->\n<!DOCTYPE HTML>"),
        OWN_PAGE.replace("<head>", '<HEAD class="x">'),
        "<p>geen kop</p>",
        "<!-- <head> --><body></body>",
        "",
    ],
    ids=["whole", "comment before", "capitals", "no head", "head in a comment", "empty"],
)
def test_a_page_of_its_own_gets_the_policy_first(page: str) -> None:
    text = rendered(samples.evidence_only(), house({"advice.html.j2": page}))
    head = text.index('<meta http-equiv="Content-Security-Policy"')
    before = re.sub(r"<!--.*?-->|<!doctype[^>]*>|<html[^>]*>|<head[^>]*>", "", text[:head], flags=re.IGNORECASE)
    assert before.strip() == '<meta charset="utf-8">'
    found = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    policy = text[head : text.index(">", head)]
    assert "default-src 'none'" in policy
    assert all(hash_of(style) in policy for style in found)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_candidates_words_stay_words(text: str) -> None:
    of = replace(THEME, templates={PART: b"<p>{{ v.goal|join }}{{ v.title }}</p>"})
    advice = saying(text)
    mine, plain = Page(rendered(advice, of)), Page(rendered(advice, PLAIN_HOUSE))
    added = {"img", "code", "caption"}
    assert {tag for tag, _ in mine.elements} - added <= {tag for tag, _ in plain.elements} | {"p", "br", "small"}
    assert not any(name.startswith("on") for _, given in mine.elements for name in given)


def test_a_style_sheet_of_its_own_is_admitted_by_hash_and_cannot_end_its_element() -> None:
    page = Page(rendered(samples.evidence_only(), house({"theme.css": "p{color:#000}</style><script>x</script>"})))
    assert "script" not in {tag for tag, _ in page.elements}
    assert f"'{hash_of(page.styles[0])}'" in policy_of(page)[0]
    assert "@footer@" not in page.styles[0]


def test_the_same_house_gives_the_same_bytes() -> None:
    advice, of = samples.evidence_only(), replace(THEME, templates={PART: RIGHT.encode()})
    assert len({rendered(advice, of) for _ in range(3)}) == 1


def test_the_grounds_of_contrast_are_those_of_the_sheet() -> None:
    """`evc.model.colours.GROUNDS` and the sheet say the same."""
    css = (TEMPLATES / "theme.css").read_text("utf-8")
    found = re.findall(r"--paper:(#[0-9a-f]+);--wash:(#[0-9a-f]+)", css)
    pairs = [tuple("#" + 2 * each[1:] if len(each) == 4 else each for each in pair) for pair in found]
    assert pairs == list(GROUNDS.values())
    assert all(f"--{name}:" in css for name in NAMES)
