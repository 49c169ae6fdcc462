"""A reader of our PDFs: their tags in order, their words, their fonts, and what they say of themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

INVISIBLE = dict.fromkeys(map(ord, " \t\r\n\f\xa0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\ufe0f"))
_XMP = {
    "ua": "{http://www.aiim.org/pdfua/ns/id/}part",
    "a": "{http://www.aiim.org/pdfa/ns/id/}part",
    "conformance": "{http://www.aiim.org/pdfa/ns/id/}conformance",
}


@dataclass(frozen=True)
class Tag:
    """An element of structure: what it is, what it holds, and its attributes."""

    kind: str
    below: tuple["Tag", ...]
    own: Mapping[str, object]
    attributes: Mapping[str, object]

    def __iter__(self) -> Iterator["Tag"]:
        """It and everything below it, in reading order."""
        yield self
        for each in self.below:
            yield from each


class Pdf:
    """A PDF as read."""

    def __init__(self, data: bytes) -> None:
        """Read it."""
        self.reader = PdfReader(BytesIO(data))
        self.root = self.reader.root_object

    @cached_property
    def tags(self) -> Tag:
        """The tree of structure."""
        return _tags(self.root["/StructTreeRoot"])[0]

    @property
    def headings(self) -> list[int]:
        """The levels of the headings, in reading order."""
        return [int(tag.kind[1:]) for tag in self.tags if tag.kind[0] == "H" and tag.kind[1:].isdigit()]

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page."""
        return [page.extract_text() for page in self.reader.pages]

    @property
    def words(self) -> str:
        """All words without the space between them, since a PDF has lines and no words."""
        return "".join(self.pages).translate(INVISIBLE)

    def body(self, *feet: str) -> str:
        """The words of all pages without what stands at the foot of each: a word may run on over a page."""
        pages = [page.translate(INVISIBLE) for page in self.pages]
        for foot in feet:
            pages = [page.replace(foot.translate(INVISIBLE), "") for page in pages]
        return "".join(pages)

    @property
    def metadata(self) -> Mapping[str, str | None]:
        """What it says it conforms to."""
        xmp = ET.fromstring(self.root["/Metadata"].get_object().get_data())  # noqa: S314 - our own file
        return {name: next((each.text for each in xmp.iter(tag)), None) for name, tag in _XMP.items()}

    @property
    def fonts(self) -> list[DictionaryObject]:
        """The fonts of all pages."""
        pages = (page["/Resources"].get_object().get("/Font", {}) for page in self.reader.pages)
        return [font.get_object() for each in pages for font in each.get_object().values()]

    @property
    def addresses(self) -> set[str]:
        """Where its links lead outside the file."""
        found = (note.get_object() for page in self.reader.pages for note in page.get("/Annots", ()))
        actions = (note["/A"].get_object() for note in found if "/A" in note)
        return {str(action["/URI"]) for action in actions if "/URI" in action}


def is_embedded(font: DictionaryObject) -> bool:
    """Whether a font travels with the file."""
    described = [each.get_object()["/FontDescriptor"] for each in font["/DescendantFonts"]]
    return all({"/FontFile2", "/FontFile3"} & set(each.get_object()) for each in described)


def _tags(node: object) -> list[Tag]:
    found = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(found, ArrayObject):
        return [tag for each in found for tag in _tags(each)]
    if not isinstance(found, DictionaryObject):
        return []
    below = _tags(found["/K"]) if "/K" in found else []
    if "/S" not in found:
        return below
    own = {key: str(found[key]) for key in ("/Alt", "/Lang") if key in found}
    return [Tag(str(found["/S"])[1:], tuple(below), own, dict(_attributes(found.get("/A"))))]


def _attributes(node: object) -> Iterator[tuple[str, object]]:
    found = node.get_object() if isinstance(node, IndirectObject) else node
    for each in found if isinstance(found, ArrayObject) else [found] if found else []:
        yield from each.get_object().items()
