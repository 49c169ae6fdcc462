"""Is this a picture that may stand in a report? Its bytes must be what its name says, and an SVG only a drawing.

A browser runs nothing in an SVG that is an image, but a report is also opened by other programs: what could run,
fetch or grow without bound is refused here, at the door.
"""

import re
from collections.abc import Mapping

from evc.model.value import value

MEDIA_TYPES: Mapping[str, str] = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}
_BEGINNINGS: Mapping[str, bytes] = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
_SVG = "http://www.w3.org/2000/svg"

# What an SVG may hold that is no drawing.
_REFUSED = frozenset(
    {"script", "foreignobject", "iframe", "audio", "video", "a", "animate", "set", "handler", "listener"}
)
_ADDRESSES = ("href", "src")
_LOADING = re.compile(r"url\(\s*['\"]?(?!\s*#)|@import|image-set\(|src\(", re.IGNORECASE)
_HELD = re.compile(r"(#|data:image/(png|jpeg);base64,)", re.IGNORECASE)


@value
class Unfit:
    """Why a picture is refused, in one word, and the line of it where there is one."""

    kind: str
    line: int = 0


def unfit(data: bytes, media_type: str) -> Unfit | None:
    """Why these bytes are no picture of this type that a report may hold; None when they are."""
    if media_type in _BEGINNINGS:
        return None if data.startswith(_BEGINNINGS[media_type]) else Unfit("other-kind")
    return _Drawing().look(data)


class _Drawing:
    """An SVG, read once from beginning to end; the first thing that is wrong stays."""

    def __init__(self) -> None:
        from xml.parsers import expat  # noqa: PLC0415 - only a house with a logo reads XML

        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._error = expat.ExpatError
        self._parser.StartDoctypeDeclHandler = lambda *_: self._refuse("doctype")
        self._parser.ProcessingInstructionHandler = lambda *_: self._refuse("instruction")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._found: Unfit | None = None
        self._depth, self._style = 0, ""

    def look(self, data: bytes) -> Unfit | None:
        """Read it."""
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes it so
        except self._error as error:
            return self._found or Unfit("no-xml", error.lineno)
        return self._found

    def _refuse(self, kind: str) -> None:
        if self._found is None:
            self._found = Unfit(kind, self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if self._depth == 0 and (space, local) != (_SVG, "svg"):
            self._refuse("no-svg")
        if local.lower() in _REFUSED:
            self._refuse("script" if local.lower() == "script" else "element")
        for key, text in attributes.items():
            self._attribute(key.rpartition(" ")[2].lower(), text)
        self._depth += 1
        self._style = ""

    def _attribute(self, name: str, text: str) -> None:
        if name.startswith("on"):
            self._refuse("script")
        elif (name in _ADDRESSES and not _HELD.match(text.strip())) or _LOADING.search(text):
            self._refuse("outside")

    def _text(self, text: str) -> None:
        self._style += text
        if _LOADING.search(self._style):
            self._refuse("outside")

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._style = ""
