"""The parts of a .docx around a body: small, without what Word's own blank document drags along."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from scripts.word.blocks import Block, Paragraph, body_xml

HERE = Path(__file__).parent
# A zip holds no earlier day; a part's day means nothing here.
_DAY = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PACKED = "application/vnd.openxmlformats-package"
_OFFICE_XML = "http://schemas.openxmlformats.org/officeDocument/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"

# A4, in twips.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1021" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)

_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/numbering.xml": f"{_WORD}.numbering+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/footer1.xml": f"{_WORD}.footer+xml",
    "/docProps/core.xml": f"{_PACKED}.core-properties+xml",
    "/docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
}


def packed(body: tuple[Block, ...], foot: Paragraph, pictures: Mapping[str, bytes]) -> bytes:
    """A whole .docx: the same source gives the same bytes."""
    document = body_xml(body)
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "document": ("officeDocument", "word/document.xml"),
                "core": ("", "docProps/core.xml"),
                "app": ("extended-properties", "docProps/app.xml"),
            }
        ),
        "word/document.xml": _root("document", f"<w:body>{document}{_SECTION}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            {
                **{name: (name, f"{name}.xml") for name in ("styles", "numbering", "settings")},
                "footer": ("footer", "footer1.xml"),
                **{name: ("image", f"media/{name}.png") for name in pictures if f'"{name}"' in document},
            }
        ),
        "word/footer1.xml": _root("ftr", body_xml((foot,))),
        **{
            f"word/{name}.xml": (HERE / f"{name}.xml").read_text(encoding="utf-8")
            for name in ("styles", "numbering", "settings")
        },
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_OFFICE_XML}/extended-properties"/>',
    }
    media = {f"word/media/{name}.png": data for name, data in pictures.items() if f'"{name}"' in document}
    return zipped({**{name: text.encode() for name, text in parts.items()}, **media})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a zip file, in the order given, without a clock."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def _root(name: str, inside: str) -> str:
    return f'{_HEAD}<w:{name} xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_WP}">{inside}</w:{name}>'


def _content_types() -> str:
    defaults = {"rels": f"{_PACKED}.relationships+xml", "xml": "application/xml", "png": "image/png"}
    inside = "".join(f'<Default Extension="{key}" ContentType="{kind}"/>' for key, kind in defaults.items())
    inside += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{inside}</Types>'


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    def kind(name: str) -> str:
        return f"{_OFFICE_XML}/relationships/{name}" if name else f"{_PACKAGE}/relationships/metadata/core-properties"

    inside = "".join(
        f'<Relationship Id="{identity}" Type="{kind(name)}" Target="{target}"/>'
        for identity, (name, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core() -> str:
    """What evc fills in afterwards; a template of Word's own says who made it, and so does this."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title><dc:creator>evc</dc:creator>'
        "</cp:coreProperties>"
    )
