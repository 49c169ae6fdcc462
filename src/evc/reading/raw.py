"""Is this file text at all? What can be said of bytes before any YAML is looked for (DESIGN §3, *Strict and safe*).

Characters that libyaml takes for line breaks or cannot read are refused here, in comments too: a line that ends at
another place for the eye than for the machine could hide a key.
"""

import re
from collections.abc import Iterator
from itertools import islice

from evc.diagnostics import Problem
from evc.reading.characters import forbidden_kind, unusual
from evc.reading.events import BOM
from evc.reading.limits import MAX_FILE_BYTES, MAX_PROBLEMS_FOUND
from evc.reading.source import Source

_UNREADABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)

# How a file of another kind begins, whatever it is called.
_BEGINNINGS = (
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "office"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\0\0\xfe\xff", "utf-16"),
)
_PAGE = re.compile(rb"<(?:!doctype|html|\?xml|!--|head|body|svg)\b", re.IGNORECASE)
_HEAD = 512


def raw_problems(data: bytes, file: str) -> list[Problem]:
    """Why these bytes cannot be read as YAML; empty when they can be tried."""
    if len(data) > MAX_FILE_BYTES:
        return [Problem("EVC113", file, data={"kind": "size", "most": MAX_FILE_BYTES})]
    if not data.removeprefix(BOM).strip():
        return [Problem("EVC101", file, data={"kind": "empty"})]
    other = _other_kind(data)
    if other is not None:
        return [Problem("EVC102", file, data={"kind": other})]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [_undecodable(data, file, error)]
    return _in_text(data, unusual(data), file)


def nothing_said(data: bytes, file: str) -> Problem:
    """The problem of a file that holds no value: only comments, or only a word for nothing."""
    lines = (line.strip() for line in data.removeprefix(BOM).splitlines())
    comments = all(not line or line.startswith(b"#") for line in lines)
    return Problem("EVC101", file, data={"kind": "comments" if comments else "nothing"})


def _other_kind(data: bytes) -> str | None:
    """The kind of file these bytes are when they are no YAML, in one fixed word."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if _PAGE.match(data.removeprefix(BOM)[:_HEAD].lstrip()):
        return "page"
    if b"\0" not in data:
        return None
    zeros = data[:_HEAD].count(b"\0")
    return "utf-16" if 3 * zeros >= len(data[:_HEAD]) else "binary"


def _in_text(data: bytes, strange: str, file: str) -> list[Problem]:
    """What is wrong in text that is UTF-8; `strange` is all of it that is not plain ASCII."""
    unreadable = _UNREADABLE.search(strange)
    if unreadable or (b"\r" in data and data.count(b"\r") != data.count(b"\r\n")):
        return list(islice(_unreadable(Source(data), file), MAX_PROBLEMS_FOUND))
    if b"<<<<<<<" in data or b">>>>>>>" in data:
        return list(islice(_conflicts(Source(data), file), MAX_PROBLEMS_FOUND))
    return []


def _unreadable(source: Source, file: str) -> Iterator[Problem]:
    for found in _UNREADABLE.finditer(source.text):
        code = ord(found[0])
        data = {"kind": forbidden_kind(found[0]), "codepoint": f"U+{code:04X}"}
        yield Problem("EVC114", file, data=data, spot=source.between(found.start(), found.end()))


def _conflicts(source: Source, file: str) -> Iterator[Problem]:
    """Each place where git left two versions: its opening marker, or where that is gone another."""
    found = list(_CONFLICT.finditer(source.text))
    openings = [each for each in found if each[0][0] == "<"]
    for each in openings or found:
        yield Problem("EVC106", file, spot=source.between(each.start(), each.end()))


def _undecodable(data: bytes, file: str, error: UnicodeDecodeError) -> Problem:
    """Bytes that are no UTF-8: most often a file saved as Windows-1252 by an old editor."""
    byte = data[error.start : error.start + 1]
    before = data[: error.start].removeprefix(BOM).decode("utf-8")
    column = len(before) - before.rfind("\n") - 1
    spot = Source(data).on_line(before.count("\n"), column)
    shown = {"byte": byte.hex().upper(), "character": byte.decode("cp1252", "replace")}
    return Problem("EVC102", file, data={"kind": "other-encoding", **shown}, spot=spot)
