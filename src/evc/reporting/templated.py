"""The advice as one self-contained HTML file, or as Markdown: the view as plain data, laid out by templates.

evc's own templates run in this process; where the institution brought templates of its own, all of a document runs in
a child with limits (`evc.reporting.houses`).
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import Markup

from evc.language import Language
from evc.model.advice import Advice
from evc.model.house import House
from evc.model.value import value
from evc.reporting.environment import HTML, MARKDOWN, brings, html_environment, markdown_environment
from evc.reporting.limits.wire import Plain
from evc.reporting.manner import Kind, Manner
from evc.reporting.plain import plain
from evc.reporting.styles import css_string, policy, shipped, style_hash, style_sheet
from evc.reporting.view import AdviceView, view
from evc.reporting.view.candidate import candidate_view
from evc.reporting.view.house import house_view, with_signers
from evc.reporting.view.interview import interview_view
from evc.reporting.view.seal import seal

__all__ = [
    "Document",
    "css_string",
    "document_of",
    "html",
    "html_page",
    "markdown",
    "markdown_page",
    "plain",
    "style_hash",
]


@value
class Document:
    """A document to lay out: the template's name without suffix, its view, and the foot of a printed page.

    `digest` is that of the advice, where the view has worked it out.
    """

    name: str
    view: object
    footer: str
    notice: str
    digest: str = ""


def html(advice: Advice, language: Language, manner: Manner) -> bytes:
    """One accessible HTML file that asks nothing of the network: its only style is its own, named by hash."""
    return html_page(document_of(advice, language, manner), advice, language, manner.house)


def markdown(advice: Advice, language: Language, manner: Manner) -> bytes:
    """The same view as Markdown, for a wiki, a mail or a diff."""
    return markdown_page(document_of(advice, language, manner), advice, language, manner.house)


def document_of(advice: Advice, language: Language, manner: Manner) -> Document:
    """The document of a kind about an advice, to be laid out."""
    return _DOCUMENTS[manner.kind](advice, language, manner.house)


def _advice(advice: Advice, language: Language, house: House) -> Document:
    shown: AdviceView = view(advice, language)
    shown = replace(shown, signatures=with_signers(shown.signatures, house.signers))
    return Document("advice", shown, shown.footer, shown.notice, "".join(shown.provenance.digest))


def _interview(advice: Advice, language: Language, _house: House) -> Document:
    shown = interview_view(advice, language)
    return Document("interview", shown, shown.paper.footer, shown.paper.notice)


def _candidate(advice: Advice, language: Language, _house: House) -> Document:
    shown = candidate_view(advice, language)
    return Document("candidate", shown, shown.paper.footer, shown.paper.notice)


_DOCUMENTS: Mapping[Kind, Callable[[Advice, Language, House], Document]] = {
    Kind.ADVICE: _advice,
    Kind.INTERVIEW: _interview,
    Kind.CANDIDATE: _candidate,
}


def html_page(document: Document, advice: Advice, language: Language, house: House) -> bytes:
    """A document about an advice as HTML, in the style of a house."""
    name, css = f"{document.name}{HTML}", style_sheet(house, document.footer, document.notice)
    if not brings(house, HTML):
        # The sheet is evc's own text, or a house's that cannot end its element; nothing else is ever marked as safe.
        trusted = {"css": Markup(css), "policy": Markup(policy([css]))}  # noqa: S704
        return html_environment().get_template(name).render(_context(document, house), **trusted).encode()
    from evc.reporting import houses  # noqa: PLC0415 - only where a house has templates

    allowed = policy([css, shipped(houses.SEAL)])
    text, own = houses.render(house, HTML, name, _context(document, house), {"css": css, "policy": allowed})
    if own:
        text = houses.signed_page(text, allowed, seal(advice, language, document.digest), language.code)
    return text.encode()


def markdown_page(document: Document, advice: Advice, language: Language, house: House) -> bytes:
    """A document about an advice as Markdown."""
    name = f"{document.name}{MARKDOWN}"
    if not brings(house, MARKDOWN):
        return markdown_environment().get_template(name).render(_context(document, house)).encode()
    from evc.reporting import houses  # noqa: PLC0415 - only where a house has templates

    text, own = houses.render(house, MARKDOWN, name, _context(document, house), {})
    return (houses.signed_markdown(text, seal(advice, language, document.digest)) if own else text).encode()


def _context(document: Document, house: House) -> Mapping[str, Plain]:
    return {"v": plain(document.view), "house": plain(house_view(house))}
