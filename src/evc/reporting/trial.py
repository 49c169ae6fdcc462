"""Trying a house style on an advice: its templates come to their end, and say every verdict and every reason.

Each verdict and each reason of the view gets a mark of its own before the templates see it. What does not come out
was left out: the same word elsewhere on the page does not count for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from evc.diagnostics import START, Problem
from evc.language import Language
from evc.model.advice import Advice
from evc.model.findings import Value
from evc.model.house import House
from evc.reporting.environment import HTML, MARKDOWN, brings
from evc.reporting.formats import FORMATS, HouseError, MissingExtraError, render
from evc.reporting.houses import over_limit, own, shown_name
from evc.reporting.limits import LimitError, Plain, in_child
from evc.reporting.manner import Kind, Manner
from evc.reporting.marking import Said, marked
from evc.reporting.plain import plain
from evc.reporting.templated import document_of, html_page, markdown_page

_LAYERS = {".html": HTML, ".md": MARKDOWN}
# Where each thing that must be said is said, in evc's own templates.
_USUAL = {"unit": "page_one", "outcome": "outcome", "criterion": "outcome", "reason": "outcome"}
_SHOWN = 60


def try_house(house: House, advice: Advice, language: Language) -> Iterator[Problem]:
    """What goes wrong when an advice is put on paper in a house style, and what is then left out."""
    for suffix in FORMATS:
        if not brings(house, _LAYERS.get(suffix, suffix)):
            continue
        for kind in FORMATS[suffix].kinds:
            try:
                yield from _tried(house, suffix, kind, advice, language)
            except HouseError as error:
                yield from error.problems
            except MissingExtraError:
                continue


def _tried(house: House, suffix: str, kind: Kind, advice: Advice, language: Language) -> Iterator[Problem]:
    manner = Manner(kind=kind, house=house)
    if suffix not in _LAYERS:
        render(suffix, advice, language, manner)
        return
    document = document_of(advice, language, manner)
    view = plain(document.view)
    marks = marked(view) if kind is Kind.ADVICE else {}
    document = replace(document, view=view)
    page = (html_page if suffix == ".html" else markdown_page)(document, advice, language, house).decode()
    if suffix == ".html":
        yield from _examined(house, document.name, page, marks, view)
    else:
        yield from _left_out(house, suffix, marks, [mark for mark in marks if mark not in page])


def _examined(house: House, name: str, page: str, marks: Mapping[str, Said], view: Plain) -> Iterator[Problem]:
    order: Plain = {"page": page, "marks": list(marks), "addresses": list(_addresses(view))}
    try:
        found: Any = in_child("evc.reporting.foreign.pages:examine", order, house.limits)
    except LimitError as broken:
        yield over_limit(house, broken, f"{name}{HTML}")
        return
    for outside in dict.fromkeys(found["outside"]):
        file = _blamed(house, ".html", name)
        yield Problem("EVC914", file, data={"kind": "rendered", "said": str(outside)[:_SHOWN]}, spot=START)
    yield from _left_out(house, ".html", marks, found["missing"])


def _left_out(house: House, suffix: str, marks: Mapping[str, Said], missing: Iterable[str]) -> Iterator[Problem]:
    """The first of each kind that is left out; the others of that kind have the same cause."""
    first: dict[str, str] = {}
    for mark in missing:
        what, text = marks[mark]
        first.setdefault(what, text)
    for what, text in first.items():
        data: dict[str, Value] = {"kind": what, "said": text[:_SHOWN]}
        yield Problem("EVC915", _blamed(house, suffix, f"parts/{_USUAL[what]}"), data=data, spot=START)


def _blamed(house: House, suffix: str, name: str) -> str:
    """The template that has to mend it: the one that usually says it, the page as a whole, or another of the house."""
    layer = _LAYERS[suffix]
    brought = own(house, layer)
    for each in (f"{name}{layer}", f"advice{layer}", *sorted(brought)):
        if each in brought:
            return shown_name(house, each)
    return house.place


def _addresses(view: Plain) -> Iterator[str]:
    if isinstance(view, str):
        if view.lower().startswith(("http://", "https://")):
            yield view
    elif isinstance(view, Mapping):
        for each in view.values():
            yield from _addresses(each)
    elif isinstance(view, list):
        for each in view:
            yield from _addresses(each)
