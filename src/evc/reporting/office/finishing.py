"""The last hand on a rendered Word document: looks of statuses, languages, pictures, empty paragraphs, properties.

It works on any template: a run that reads as a status gets the style of that status where the template has one, so
that whoever changes a template in Word never has to choose a colour by a condition.
"""

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from evc.reporting.office.picture import COLOURS, bar_picture
from evc.reporting.office.sealing import append_seal
from evc.reporting.office.text import legal

BAR, LOGO = "evc-bar", "evc-logo"
_STYLE = "EVC"
_MOST = 255
"""Characters that a core property holds."""


def finish(document: Document, data: Mapping[str, Any]) -> None:
    """All of it, in place."""
    _runs(document, data["marks"], data["foreign"])
    _tidy(document)
    _pictures(document, data)
    _unused(document)
    _colours(document, data["colours"])
    if data["seal"]:
        append_seal(document, data["seal"])
    _properties(document, data["properties"])


def _runs(document: Document, marks: Mapping[str, str], foreign: Mapping[str, str]) -> None:
    """Statuses get their style, texts in another language their language."""
    styles = {style.style_id for style in document.styles}
    for text in document.element.body.iter(qn("w:t")):
        words = text.text or ""
        run = text.getparent()
        tone = f"{_STYLE}{marks.get(words, '')}"
        if words in marks and tone in styles:
            _set(run.get_or_add_rPr(), "w:rStyle", tone)
        if words in foreign:
            _set(run.get_or_add_rPr(), "w:lang", foreign[words])


def _set(properties: Any, name: str, value: str) -> None:  # noqa: ANN401 - of python-docx
    """A property of a run, in the place where the schema wants it: a style first, a language last."""
    for found in properties.findall(qn(name)):
        properties.remove(found)
    element = OxmlElement(name, {qn("w:val"): value})
    if name == "w:rStyle":
        properties.insert(0, element)
    else:
        properties.append(element)


def _tidy(document: Document) -> None:
    """No empty line in a cell beside what it says, and a paragraph at its end: Word does not open one without."""
    for cell in document.element.body.iter(qn("w:tc")):
        paragraphs = cell.findall(qn("w:p"))
        empty = [each for each in paragraphs if not _says(each)]
        for each in empty if len(empty) < len(paragraphs) else empty[1:]:
            cell.remove(each)
        if len(cell) == 0 or cell[-1].tag != qn("w:p"):
            cell.append(OxmlElement("w:p"))


def _says(paragraph: Any) -> bool:  # noqa: ANN401 - of python-docx
    if any(text.text for text in paragraph.iter(qn("w:t"))):
        return True
    return next(paragraph.iter(qn("w:drawing"), qn("w:pict"), qn("w:fldSimple"), qn("w:fldChar")), None) is not None


def _pictures(document: Document, data: Mapping[str, Any]) -> None:
    """The bar and the logo, where the template has a picture of that name; each in its own proportions."""
    if data["bar"]:
        parts = [(str(kind), int(x), int(width)) for kind, x, width in data["bar"]]
        _replace(document, BAR, bar_picture(parts, data["colours"]), fit=False)
    if data["logo"]:
        _replace(document, LOGO, data["logo"], fit=True)


def _replace(document: Document, name: str, picture: bytes, *, fit: bool) -> None:
    """Another picture in the place of the one with this name; `fit`: no wider nor higher than that, undistorted."""
    for inline in _named(document, name):
        relation, image = document.part.get_or_add_image(BytesIO(picture))
        for blip in inline.iter(qn("a:blip")):
            blip.set(qn("r:embed"), relation)
        if fit:
            extent = inline.find(qn("wp:extent"))
            wide, high = int(extent.get("cx")), int(extent.get("cy"))
            share = min(wide / image.px_width, high / image.px_height)
            for box in (extent, *inline.iter(qn("a:ext"))):
                box.set("cx", str(round(image.px_width * share)))
                box.set("cy", str(round(image.px_height * share)))


def _named(document: Document, name: str) -> list[Any]:
    """The pictures that Word knows by this name, wherever they stand in the body."""
    found = document.element.body.iter(qn("wp:inline"), qn("wp:anchor"))
    return [each for each in found if any(about.get("name") == name for about in each.iter(qn("wp:docPr")))]


def _unused(document: Document) -> None:
    """What stood in the place of a picture is left out of the document with it."""
    used = {blip.get(qn("r:embed")) for blip in document.element.body.iter(qn("a:blip"))}
    for key, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.IMAGE and key not in used:
            document.part.rels.pop(key)


def _colours(document: Document, colours: Mapping[str, str]) -> None:
    """The colours of a house in the place of evc's, in every style that has them."""
    instead = {COLOURS[name]: colour.upper() for name, colour in colours.items() if name in COLOURS}
    if not instead:
        return
    for element in document.styles.element.iter():
        for attribute in (qn("w:val"), qn("w:fill"), qn("w:color")):
            colour = (element.get(attribute) or "").lower()
            if colour in instead:
                element.set(attribute, instead[colour])


def _properties(document: Document, properties: Mapping[str, str]) -> None:
    """Set here and not by fields: those come out escaped. The only day there is is the reference date."""
    core, day = document.core_properties, dt.datetime.fromisoformat(properties["created"])
    core.title, core.author = (legal(properties[name])[:_MOST] for name in ("title", "author"))
    core.language = properties["language"]
    core.created = core.modified = day
    core.last_modified_by, core.revision = core.author, 1
    for element in (document.styles.element, document.settings.element):
        for language in element.iter(qn("w:lang"), qn("w:themeFontLang")):
            language.set(qn("w:val"), properties["language"])
