"""Advice and a language in, finished sentences out: the one view that every report is laid out from.

Frozen values of strings, small numbers and keys to link to. Nothing after this room compares, counts or sorts.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evc._version import __version__
from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.extent import counts_units
from evc.reporting.json_ import advice_digest
from evc.reporting.names import names_of
from evc.reporting.view.common import Stage, paragraphs, quoted_language, stage
from evc.reporting.view.contents import Entry, contents
from evc.reporting.view.glance import Glance, glance
from evc.reporting.view.headings import headings
from evc.reporting.view.identity import footer, regulation_lines
from evc.reporting.view.interview import Interview, interview
from evc.reporting.view.outcomes import OutcomeSection, outcome_sections
from evc.reporting.view.page_one import PageOne, page_one
from evc.reporting.view.provenance import Provenance, provenance
from evc.reporting.view.register import RegisterRow, register
from evc.reporting.view.request import request
from evc.reporting.view.route import Route, route
from evc.reporting.view.signatures import Signatures, closing, signatures


@dataclass(frozen=True, slots=True)
class AdviceView:
    """A whole advice in the words of one language; `quoted` is the language of what people wrote, where it differs."""

    lang: str
    quoted: str
    title: str
    notice: str
    issuer: str
    regulation: str
    footer: str
    version: str
    judged: bool
    t: Mapping[str, str]
    contents: tuple[Entry, ...]
    page_one: PageOne
    goal: tuple[str, ...]
    request: tuple[str, ...]
    glance: Glance
    outcomes: tuple[OutcomeSection, ...]
    route: Route
    interview: Interview
    register: tuple[RegisterRow, ...]
    provenance: Provenance
    signatures: Signatures
    closing: tuple[str, ...]


def view(advice: Advice, language: Language) -> AdviceView:
    """Put an advice into words."""
    names = names_of(advice, language)
    judged = stage(advice) is not Stage.COVERAGE
    about = "advice" if judged else "coverage"
    digest = advice_digest(advice)
    programme = names.text(advice.programme.title)
    sections = outcome_sections(names)
    return AdviceView(
        lang=language.code,
        quoted=quoted_language(names),
        title=language.say(f"report.title.{about}", {"id": advice.candidate.id, "programme": programme}),
        notice=language.say(f"report.notice.{about}"),
        issuer=programme,
        regulation=" ".join(regulation_lines(names)),
        footer=footer(advice, digest),
        version=__version__,
        judged=judged,
        t=headings(language, about, stages=counts_units(advice)),
        contents=contents(names, sections, about),
        page_one=page_one(names),
        goal=paragraphs(advice.goal),
        request=request(names),
        glance=glance(names),
        outcomes=sections,
        route=route(names),
        interview=interview(names),
        register=register(names),
        provenance=provenance(names, digest, __version__),
        signatures=signatures(names),
        closing=closing(names),
    )
