"""What is seen of templates and style sheets without a dossier, each at its line and column."""

import pytest
from tests.reporting.house.houses import PART, PLACE, house

from evc.diagnostics import START
from evc.reporting.environment import TEMPLATES, replaceable
from evc.reporting.formats import HouseError
from evc.reporting.houses import look_at

SHEET = "theme.css"
INK = ":root{{--ink:{ink};--paper:{paper};--wash:#f3f5f8}}\n"


def seen(name: str, source: str) -> list[tuple[str, str, int, int, int]]:
    """Code, kind, line and columns of each finding, in order."""
    try:
        look_at(house({name: source}))
    except HouseError as error:
        found = error.problems
    else:
        return []
    assert {each.file for each in found} == {f"{PLACE}/{name}"}
    return sorted((each.code, str(each.data["kind"]), *(each.spot or START)) for each in found)


UNESCAPED = [
    ("<p>{{ v.title|safe }}</p>", "safe", 1, 15, 19),
    ("<p>\n  {{ v.title | upper | safe }}</p>", "safe", 2, 24, 28),
    ("{{ (v.title\n|safe) }}", "safe", 2, 2, 6),
    ("{% filter safe %}x{% endfilter %}", "safe", 1, 1, 34),
    ("{% autoescape false %}{{ v.title }}{% endautoescape %}", "autoescape", 1, 4, 14),
    ("<p>\n{%- autoescape v.judged -%}{% endautoescape %}", "autoescape", 2, 5, 15),
    ("<a href={{ v.title }}>", "unquoted", 1, 4, 9),
]
FETCHES = [
    ("<script>1</script>", "element", 1, 2, 8),
    ("<p>\n<IFRAME></IFRAME>", "element", 2, 2, 8),
    ("<link rel=stylesheet href='x.css'>", "element", 1, 2, 6),
    ("<base href='#'>", "element", 1, 2, 6),
    ("<form></form>", "element", 1, 2, 6),
    ('<p onclick="x()">', "handler", 1, 4, 11),
    ('<meta http-equiv="refresh" content="0">', "refresh", 1, 7, 26),
    ('<img src="https://a.example/b.png">', "address", 1, 11, 34),
    ('<img src="//a.example/b.png">', "address", 1, 11, 28),
    ('<a href="http://a.example">x</a>', "address", 1, 10, 26),
    ('<a href="javascript:alert(1)">x</a>', "address", 1, 10, 29),
    ("<style>p{background:url(x.png)}</style>", "css", 1, 21, 30),
    ('<style>@import "x.css";</style>', "css", 1, 8, 15),
]
SHEETS = [
    ("p{background:url(https://a.example)}", "EVC914", "css", 1, 14, 35),
    ("p{}\n@import 'x.css';", "EVC914", "css", 2, 1, 8),
    ("p{background:image-set('x.png' 1x)}", "EVC914", "css", 1, 14, 24),
    ("p{}</style><script>", "EVC914", "markup", 1, 4, 5),
    ("p{background:\\75rl(x)}", "EVC914", "escape", 1, 14, 17),
    (INK.format(ink="#777777", paper="#ffffff"), "EVC916", "sheet", 1, 13, 20),
    (INK.format(ink="#888", paper="#fff"), "EVC916", "sheet", 1, 13, 17),
]


@pytest.mark.parametrize(("source", "kind", "line", "column", "end"), UNESCAPED)
def test_text_that_would_be_markup(source: str, kind: str, line: int, column: int, end: int) -> None:
    assert seen(PART, source) == [("EVC913", kind, line, column, end)]


@pytest.mark.parametrize(("source", "kind", "line", "column", "end"), FETCHES)
def test_what_fetches_or_runs(source: str, kind: str, line: int, column: int, end: int) -> None:
    assert ("EVC914", kind, line, column, end) in seen(PART, source)
    assert {code for code, *_ in seen(PART, source)} == {"EVC914"}


@pytest.mark.parametrize(("source", "code", "kind", "line", "column", "end"), SHEETS)
def test_a_style_sheet(source: str, code: str, kind: str, line: int, column: int, end: int) -> None:
    assert (code, kind, line, column, end) in seen(SHEET, source)
    assert {each for each, *_ in seen(SHEET, source)} == {code}


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [
        ("{{ x", "syntax", 1),
        ("<p>\n{% for %}", "syntax", 2),
        ("\n\n{{ v.title|nergens }}", "syntax", 3),
        ("{% block a %}{% endblock %}\n{% block a %}{% endblock %}", "syntax", 2),
    ],
)
def test_what_cannot_be_compiled(source: str, kind: str, line: int) -> None:
    assert [(code, found, at) for code, found, at, _, _ in seen(PART, source)] == [("EVC911", kind, line)]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (PART, '<p class="a" lang="{{ v.lang }}">{{ v.title|upper }} www.hogeschool.example</p>'),
        (PART, '<img src="{{ house.logo }}" alt=""><a href="#advice">x</a><svg><use href="#g-met"/></svg>'),
        (PART, "<p>&lt;script&gt; <code>onclick=</code></p>"),
        (SHEET, "p{fill:url(#hatch);background:url(data:image/png;base64,AAAA)}\np::before{content:'\\2713'}"),
        (SHEET, INK.format(ink="#1a1d21", paper="#fff")),
        ("own/brief.html.j2", "{% macro naam(x) %}{{ x }}{% endmacro %}"),
    ],
)
def test_what_is_right(name: str, source: str) -> None:
    assert seen(name, source) == []


@pytest.mark.parametrize("name", [name for name in replaceable() if not name.endswith(".docx")])
def test_the_templates_of_evc_are_right(name: str) -> None:
    assert seen(name, (TEMPLATES / name).read_text("utf-8")) == []


def test_a_sheet_with_every_token_too_pale_in_the_dark() -> None:
    source = (TEMPLATES / SHEET).read_text("utf-8").replace("--met:#8ad6ec", "--met:#1a3a44")
    assert {code for code, *_ in seen(SHEET, source)} == {"EVC916"}
