"""The documents as PDF, tagged for who listens (PDF/UA-1) and fit for the archive (PDF/A-3a) in one file, by Typst.

The view goes in as one string of JSON, so that no text of a candidate is ever markup (REPORTS §7). Only evc's own
`.typ` templates are run: a Typst program can read files, and there is no sandbox to put another's in.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from typst import Compiler, Fonts, TypstError

from evc.diagnostics import Problem
from evc.language import Language
from evc.model.advice import Advice
from evc.model.colours import STATUSES, tint
from evc.model.house import House, Logo, Shade
from evc.reporting.environment import TEMPLATES
from evc.reporting.formats import HouseError
from evc.reporting.legible import FONTS, legible
from evc.reporting.limits.wire import Plain
from evc.reporting.manner import Manner
from evc.reporting.plain import plain
from evc.reporting.templated import Document, document_of
from evc.reporting.view import AdviceView

_SUFFIX = ".typ"
# So many replaced characters are named; the others are counted.
_NAMED = 8
# What only the page knows, a template fills in.
_PAGE = {"page": "{page}", "pages": "{pages}"}
_PICTURES = {"image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg"}


def pdf(advice: Advice, language: Language, manner: Manner) -> bytes:
    """One file to read, sign and keep; the same advice is the same bytes, since it is dated on the reference date.

    Raises `HouseError` when the logo of the house is a picture that cannot be drawn.
    """
    document = document_of(advice, language, manner)
    data = given(document, advice, language, manner.house)
    try:
        return compiled(document.name, data)
    except TypstError as error:
        if manner.house.logo is None:
            raise
        # Without it all is well: then the logo is at fault.
        compiled(document.name, given(document, advice, language, replace(manner.house, logo=None)))
        raise HouseError((_undrawable(manner.house),), {}) from error


def compiled(name: str, data: Mapping[str, Plain]) -> bytes:
    """A document laid out by one of evc's own templates."""
    made = _compiler().compile(
        input=str(TEMPLATES / f"{name}{_SUFFIX}"),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format="pdf",
        pdf_standards=["ua-1", "a-3a"],
    )
    if not isinstance(made, bytes):
        raise TypeError(type(made).__name__)
    return made


def given(document: Document, advice: Advice, language: Language, house: House) -> Mapping[str, Plain]:
    """All that a template gets: the view, and what a page needs beside it."""
    anchors: list[Plain] = list(_anchors(document.view)) if isinstance(document.view, AdviceView) else []
    text, replaced = legible({"view": plain(document.view), "house": _house(house), "anchors": anchors})
    day = advice.on
    return {
        **text,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "page": language.say("pdf.page", _PAGE),
        "on_page": language.say("pdf.on-page", _PAGE),
        "page_head": language.say("pdf.page-head"),
        "replaced": _told(replaced, language),
        "colours": dict(_colours(house.colours)),
    }


def _house(house: House) -> dict[str, Plain]:
    return {
        "institution": house.institution or "",
        "department": house.department or "",
        "footer": house.footer or "",
        "logo": _logo(house.logo) if house.logo else None,
    }


def _logo(logo: Logo) -> dict[str, Plain]:
    """JSON has no bytes, so that the picture goes in as numbers."""
    return {"format": _PICTURES[logo.media_type], "alt": logo.alt, "bytes": list(logo.data)}


def _colours(colours: Mapping[str, Shade]) -> Mapping[str, str]:
    """Those of the house on light paper, each verdict's with the tint made from it."""
    own = {name: shade.light for name, shade in colours.items()}
    return own | {f"{name}-bg": tint(colour, "light") for name, colour in own.items() if name in STATUSES}


def _anchors(shown: AdviceView) -> Sequence[str]:
    """Every key to link to: what a link names that is not there is plain text."""
    sections = [entry.key for entry in shown.contents]
    outcomes = [key for each in shown.outcomes for key in (each.key, *(row.key for row in each.criteria))]
    evidence = [row.key for row in shown.register]
    return [*sections, *outcomes, *evidence, *(source.key for source in shown.provenance.sources)]


def _told(replaced: Sequence[str], language: Language) -> str:
    """Which characters are shown by their code, so that nobody takes it for the candidate's own words."""
    if not replaced:
        return ""
    named, more = list(replaced[:_NAMED]), len(replaced) - _NAMED
    if more > 0:
        named.append(language.say_count("pdf.more-characters", more))
    return language.say_count("pdf.replaced", len(replaced), {"characters": language.list(named)})


def _undrawable(house: House) -> Problem:
    return Problem("EVC918", house.place, data={"kind": "undrawable", "file": "logo"})


@cache
def _compiler() -> Compiler:
    """One for each process: fonts and templates are read once, and what was laid out before is not laid out again.

    No font of the machine and none of Typst's own, so that the same advice looks the same everywhere.
    """
    fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
