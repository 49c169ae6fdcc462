"""A page that an institution's templates made, read as a browser reads it: what it says, and what it would fetch.

Called by name inside a child with limits, for a page may be made to be hard to read.
"""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

# What has no end, and what is in a page without being shown.
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_UNSHOWN = frozenset({"script", "style", "template", "noscript", "title", "textarea", "option"})
_ACTIVE = frozenset({"script", "iframe", "frame", "object", "embed", "link", "base", "form", "audio", "video"})
_LOADING = frozenset({"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest"})
_MOST = 20


def examine(data: dict[str, Any]) -> dict[str, Any]:
    """Which of the `marks` are not in the text that a page shows, and what in it leads outside.

    `addresses` are those of the sources, to which a page may lead.
    """
    reader = _Reader(data["addresses"])
    reader.feed(data["page"])
    reader.close()
    said = "".join(reader.said)
    return {"missing": [mark for mark in data["marks"] if mark not in said], "outside": reader.outside[:_MOST]}


class _Reader(HTMLParser):
    """The text that is shown, and whatever fetches, runs or leads away."""

    def __init__(self, addresses: Iterable[str]) -> None:
        super().__init__()
        self.said: list[str] = []
        self.outside: list[str] = []
        self._addresses = frozenset(addresses)
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: text or "" for name, text in attrs}
        if tag in _ACTIVE:
            self.outside.append(f"<{tag}>")
        if tag == "meta" and given.get("http-equiv", "").strip().lower() == "refresh":
            self.outside.append("<meta refresh>")
        self.outside += [f'{name}="{text}"' for name, text in given.items() if self._leads_outside(name, text)]
        if tag not in _VOID:
            unshown = tag in _UNSHOWN or "hidden" in given or given.get("aria-hidden") == "true"
            self._open.append((tag, unshown))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == each for each, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not any(unshown for _, unshown in self._open):
            self.said.append(data)

    def _leads_outside(self, name: str, text: str) -> bool:
        address = text.strip()
        if name in _LOADING:
            return not address.lower().startswith("data:image/")
        if name.rpartition(":")[2] == "href":
            return not address.startswith("#") and address not in self._addresses
        return name.startswith("on")
