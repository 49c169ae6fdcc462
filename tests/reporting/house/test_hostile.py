"""Templates made to hurt: each ends within its limits, with an error at its place or with harmless text.

The limits are those that hold by default, but for the time, so that this file ends sooner.
"""

import sys

import pytest
from tests.reporting import samples
from tests.reporting.house.houses import PART, PLACE, house, problems, rendered

from evc.model.house import Limits

LIMITS = Limits(seconds=1, wall=20)
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limits of memory and CPU: the wall holds"
)

# What a template asks, and what is said of it: code, line and kind.
ENDS = {
    "a text of a gigabyte": ("{{ 'a' * 10**9 }}", "EVC912", 1, "memory"),
    "a text of a gigabyte, further on": ("<p>\n\n{{ 'a' * 10**9 }}", "EVC912", 3, "memory"),
    "a list of a milliard": ("{{ [0] * 10**9 }}", "EVC912", 1, "memory"),
    "a width of a gigabyte": ("{{ '%0999999999d'|format(1) }}", "EVC912", 1, "memory"),
    "a centred gigabyte": ("{{ 'a'|center(10**9) }}", "EVC912", 1, "memory"),
    "a padded gigabyte": ("{{ 'a'.ljust(10**9) }}", "EVC912", 1, "memory"),
    "an indented gigabyte": ("{{ 'a'|indent(10**9, true) }}", "EVC912", 1, "memory"),
    "a format of a gigabyte": ("{{ '{:>999999999}'.format(1) }}", "EVC912", 1, "memory"),
    "doubling": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "EVC912",
        1,
        "memory",
    ),
    "loops in loops": (
        "{% for a in range(99999) %}\n{% for b in range(99999) %}{% endfor %}\n{% endfor %}",
        "EVC912",
        2,
        "time",
    ),
    "loops that print": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}",
        "EVC912",
        1,
        "time",
    ),
    "a number of a hundred million digits": ("{{ 3 ** (3 ** 18) % 7 }}", "EVC912", 1, "time"),
    "a macro that calls itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "EVC912", 1, "depth"),
    "a loop that calls itself": (
        "{% for a in [[1]] recursive %}{{ loop([a]) }}{% endfor %}",
        "EVC912",
        1,
        "depth",
    ),
    "a template that includes itself": (f"{{% include '{PART}' %}}", "EVC912", 1, "depth"),
    "a range beyond bound": ("{{ range(10**9)|list }}", "EVC911", 1, "failed"),
    "a number without end": ("{{ 10**100000 % 7 }}{{ (10**5000)|string }}", "EVC911", 1, "failed"),
    "the class of a text": ("{{ ''.__class__ }}", "EVC911", 1, "forbidden"),
    "the class by attr": ("{{ ''|attr('__class__') }}", "EVC911", 1, "forbidden"),
    "the class by item": ("{{ ''['__class__'] }}", "EVC911", 1, "forbidden"),
    "the class by map": ("{{ ['']|map(attribute='__class__')|join }}", "EVC911", 1, "forbidden"),
    "the class by format": ("{{ '{0.__class__}'.format(1) }}", "EVC911", 1, "forbidden"),
    "the class by format_map": ("{{ '{a.__class__}'.format_map({'a': 1}) }}", "EVC911", 1, "forbidden"),
    "the template itself": ("{{ self._TemplateReference__context }}", "EVC911", 1, "forbidden"),
    "the globals of a function": ("{{ cycler.__init__.__globals__ }}", "EVC911", 1, "forbidden"),
    "the globals of range": ("{{ range.__self__ }}", "EVC911", 1, "undefined"),
    "the globals of a macro": ("{% macro m() %}{% endmacro %}{{ m._func }}", "EVC911", 1, "forbidden"),
    "the frame of a generator": ("{{ ([1]|map('string')).gi_frame }}", "EVC911", 1, "forbidden"),
    "changing what it got": ("{% do v.update({}) %}", "EVC911", 1, "syntax"),
    "changing what it got by name": ("{{ v.update({'title': 'ja'}) }}", "EVC911", 1, "forbidden"),
    "emptying what it got": ("{{ v.request.clear() }}", "EVC911", 1, "forbidden"),
    "chance": ("{{ [1, 2, 3]|random }}", "EVC911", 1, "syntax"),
    "chance in words": ("{{ lipsum() }}", "EVC911", 1, "undefined"),
    "markup by safe": ("{{ '<b>'|safe }}", "EVC911", 1, "syntax"),
    "links out of words": ("{{ v.title|urlize }}", "EVC911", 1, "syntax"),
    "a file above": ("{% include '../../../etc/passwd' %}", "EVC911", 1, "missing"),
    "a file from the root": ("{% include '/etc/passwd' %}", "EVC911", 1, "missing"),
    "a file of evc's code": ("{% include 'evc:../environment.py' %}", "EVC911", 1, "missing"),
    "a layout that is not there": ("<p>\n{% extends 'brief.html.j2' %}", "EVC911", 2, "missing"),
    "what is not there": ("\n{{ v.nergens.te.vinden }}", "EVC911", 2, "undefined"),
    "the process": ("{{ os.environ }}", "EVC911", 1, "undefined"),
    "an import": ("{{ __import__('os').system('true') }}", "EVC911", 1, "undefined"),
    "no end": ("{% for a in v.request %}", "EVC911", 1, "syntax"),
    "brackets": ("{{ " + "(" * 400 + "1" + ")" * 400 + " }}", "EVC912", 1, "depth"),
    "brackets never closed": ("{{ " + "(" * 50_000, "EVC912", 1, "depth"),
    "division by nothing": ("{{ 1 // 0 }}", "EVC911", 1, "failed"),
}
# What looks dangerous and is not: it comes out as text, or not at all.
HARMLESS = {
    "a name of a candidate": ("{{ '<script>' }}", "&lt;script&gt;"),
    "half a character": ("{{ '\\ud800' }}", "<section"),
    "a control character": ("{{ '\\x00\\x1b' }}", "<section"),
    "its own end": ("{{ '</section></body></html>' }}", "&lt;/section&gt;"),
    "a template in a text": ("{{ '{{ 7 * 7 }}' }}", "{{ 7 * 7 }}"),
    "nothing": ("", "evc-seal"),
}


@pytest.mark.parametrize("case", ENDS)
def test_it_ends_at_its_place(case: str) -> None:
    source, code, line, kind = ENDS[case]
    (found,) = problems(samples.evidence_only(), house({PART: source}, LIMITS))
    assert found[:3] == (code, f"{PLACE}/{PART}", line)
    # Where memory is filled bit by bit, a machine that is busy may count a second first.
    assert found[3] == kind or (found[3] == "time" and kind == "memory")


@pytest.mark.parametrize("case", HARMLESS)
def test_it_is_harmless(case: str) -> None:
    source, comes = HARMLESS[case]
    assert comes in rendered(samples.evidence_only(), house({PART: source}, LIMITS))


def test_a_report_larger_than_any() -> None:
    found = problems(samples.evidence_only(), house({PART: "{{ 'x' * (35 * 10**6) }}"}, Limits(wall=60)))
    assert [(code, kind) for code, _, _, kind in found] == [("EVC912", "size")]


def test_markdown_runs_in_the_same_limits() -> None:
    of = house({"advice.md.j2": "\n{{ 'a' * 10**9 }}"}, LIMITS)
    assert problems(samples.evidence_only(), of, ".md") == [("EVC912", f"{PLACE}/advice.md.j2", 2, "memory")]


def test_the_next_report_comes_after_a_broken_limit() -> None:
    assert problems(samples.evidence_only(), house({PART: "{{ 'a' * 10**9 }}"}, LIMITS))
    assert "rust" in rendered(samples.evidence_only(), house({PART: "<p>rust</p>"}, LIMITS))
