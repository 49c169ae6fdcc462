"""A Word document from a template and plain data: `render_docx`, which runs as well in a child with limits.

A template is Word's own file with fields in it (docxtpl). Four guards (REPORTS §3.3): Jinja's sandbox, without which a
template reaches `os` from its body, header or properties; text that XML can hold; properties set after rendering; and
no clock in the zip.
"""

import re
import zipfile
from functools import lru_cache
from io import BytesIO
from typing import Any

from docxtpl.template import DocxTemplate
from jinja2 import StrictUndefined, Template
from jinja2.exceptions import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from evc.reporting.office.finishing import finish
from evc.reporting.office.text import finalized
from evc.reporting.office.zipping import repacked

MAX_PARTS = 300
"""Files in a template; a letterhead with pictures has some thirty."""
MAX_UNPACKED_BYTES = 20 * 1024 * 1024
"""All of them unpacked; a zip bomb is thousands of times that."""
_KEPT = 12
"""Parts whose fields stay compiled: three documents of evc's, body and footer, and as many of a house's."""


_BROKEN = re.compile(r"<w:t(?: [^>]*)?>[^<]*[\n\t\a\f]")
"""A text with something in it that Word writes as an element."""


class TemplateRefusedError(ValueError):
    """What evc takes for no Word template, and why in one fixed word: not-docx, too-large, declares or fetches."""


class _Environment(ImmutableSandboxedEnvironment):
    """Escapes everything, is strict about what is not there, and compiles a part once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalized)
        self._compiled = lru_cache(_KEPT)(super().from_string)

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:  # noqa: ANN401 - as Jinja has it
        return self._compiled(source)


_ENVIRONMENT = _Environment()


@lru_cache(_KEPT)
def _patched(source: str) -> str:
    """A part as docxtpl prepares it; the longest of its work, and the same each time."""
    return str(DocxTemplate(BytesIO()).patch_xml(source))  # type: ignore[no-untyped-call] # docxtpl annotates in part


class _Letter(DocxTemplate):
    """A template of docxtpl that remembers what it prepared before, and breaks lines only where there are any."""

    def patch_xml(self, src_xml: str) -> str:
        return _patched(src_xml)

    def resolve_listing(self, xml: str) -> str:
        """A line break in a text becomes Word's own: a third of docxtpl's work, and most often for nothing."""
        return str(super().resolve_listing(xml)) if _BROKEN.search(xml) else xml  # type: ignore[no-untyped-call]


def render_docx(template: bytes, data: dict[str, Any]) -> bytes:
    """The document that a template makes of plain data, as `evc.reporting.office.data.document` gives it.

    Raises TemplateRefusedError for what is no sound template, and Jinja's own errors for what is wrong inside one.
    """
    _refuse(template)
    letter = _Letter(BytesIO(template))
    try:
        letter.render({"v": data["v"], "house": data["house"]}, jinja_env=_ENVIRONMENT)
    except TemplateError as error:
        error.add_note(_context(error))
        raise
    document: Any = letter.docx
    finish(document, data)
    stream = BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())


def render_order(order: dict[str, Any]) -> dict[str, Any]:
    """For the child with limits: the document, or what is wrong with the template."""
    from evc.reporting.foreign.rendering import described  # noqa: PLC0415 - only where a house has templates

    try:
        return {"document": render_docx(order["template"], order["data"])}
    except (MemoryError, RecursionError):
        raise
    except TemplateRefusedError as error:
        return {"wrong": {"kind": str(error), "said": "", "at": None}}
    except Exception as error:  # noqa: BLE001 - whatever a template does wrong is said of the template
        wrong = described(error)
        near = " ".join(getattr(error, "__notes__", ()))
        return {"wrong": {**wrong, "said": f"{wrong['said']} ({near})" if near else wrong["said"], "at": None}}


def _refuse(template: bytes) -> None:
    """Bounds before anything is parsed, and nothing that Word would fetch when the document is opened."""
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
                raise TemplateRefusedError("too-large")
            if "word/document.xml" not in archive.namelist():
                raise TemplateRefusedError("not-docx")
            markup = {part.filename: archive.read(part) for part in parts if part.filename.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, NotImplementedError) as fault:
        raise TemplateRefusedError("not-docx") from fault
    if any(_declares(each) for each in markup.values()):
        raise TemplateRefusedError("declares")
    if any(_fetches(each) for name, each in markup.items() if name.endswith(".rels")):
        raise TemplateRefusedError("fetches")


def _declares(part: bytes) -> bool:
    """Whether markup declares a document type or entities, or is in an encoding in which that could be hidden."""
    return b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part


def _fetches(relations: bytes) -> bool:
    """Whether anything outside is loaded by itself; a link that a reader may follow is not."""
    text = relations.decode("utf-8", "replace")
    return any('TargetMode="External"' in each and "/hyperlink" not in each for each in text.split("<Relationship "))


def _context(error: TemplateError) -> str:
    """The words around an error: a .docx has no lines to point at."""
    around = getattr(error, "docx_context", ())
    return " … ".join(filter(None, (" ".join(line.split()) for line in around)))[:200]
