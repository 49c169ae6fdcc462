"""What tests of Word documents and spreadsheets share: advices of the examples, hostile texts, and readers."""

import dataclasses
import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.model.text import Text
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import render
from evc.reporting.manner import Kind, Manner

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/advice.json"))
EVERY = [(name, kind, code) for name in EXAMPLES for kind in Kind for code in LANGUAGES]

HOSTILE: Mapping[str, str] = {
    "html": "<script>alert(1)</script><b>vet</b>",
    "jinja": "{{ 7*7 }}{% for x in range(9) %}x{% endfor %}{# weg #}",
    "docxtpl": "{_{ 7*7 }_}{_% raw %_}{{r x }}{%p if 1 %}",
    "xml": "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>vet ]]> &amp; &#65;",
    "command": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "at": "@SUM(A1:A9)",
    "link": 'https://example.org/?a=1&b="2"',
    "bidi": "abc\u202edef\u2066ghi",
    "control": "a\x0bb\x07c\x0cd\x00e\x85f",
    "impossible": "a\ufffeb\uffffc",
    "escape": "_x0041_ _x000B_",
    "arabic": "تقييم التعلم السابق",
    "emoji": "👩🏽‍🏫 ❤️ 🇳🇱",
    "lines": "eerste\ntweede\r\nderde\tna een tab",
    "long": "0123456789 " * 909 + "einde",
}
# Fields that hold what people wrote; others are ids or codes.
_FREE = frozenset(
    ("name", "role", "organisation", "title", "account", "goal", "remark", "issuer", "context", "own_share", "path")
)


@cache
def example(name: str) -> Advice:
    """The advice on an example dossier."""
    read = read_dossier(ROOT / "examples" / name, Library(given=ROOT / "rubrics")).value
    assert read is not None
    return assess(read.programme, read.dossier)


@cache
def made(suffix: str, name: str, kind: Kind, code: str) -> bytes:
    """A document about an example."""
    return render(suffix, example(name), language(code), Manner(kind=kind))


def with_text(value: object, text: str) -> object:
    """The same advice, with this text in every field that somebody wrote, after what stood there."""
    match value:
        case Text(by_language=texts):
            return Text({code: f"{each} {text}" for code, each in texts.items()})
        case tuple():
            return tuple(with_text(each, text) for each in value)
        case Mapping():
            return {key: with_text(each, text) for key, each in value.items()}
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in dataclasses.fields(value):
        found = getattr(value, field.name)
        wrote = field.name in _FREE and isinstance(found, str)
        changed[field.name] = f"{found} {text}" if wrote else with_text(found, text)
    return dataclasses.replace(value, **changed)


def visible(text: str) -> str:
    """What a reader must see of a text: what XML cannot hold, or nobody sees, by its code point."""
    shown = {"\u202e", "\u2066", "\x0b", "\x07", "\x0c", "\x00", "\x85", "\ufffe", "\uffff"}
    return "".join(f"<U+{ord(each):04X}>" if each in shown else each for each in text)


def words(text: str) -> str:
    """A text without regard to how its lines fall."""
    return " ".join(visible(text).split())


def opened(data: bytes) -> Document:
    """A Word document as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def read_aloud(document: Document) -> str:
    """Every word of the body in order; a line break or a tab is a space, and so is the end of a paragraph."""
    found = document.element.body.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:p"))
    parts = [(element.text or "") if element.tag == qn("w:t") else " " for element in found]
    return " ".join("".join(parts).split())


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of an office document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def elsewhere(suffix: str, zone: str, seed: str) -> str:
    """The SHA-256 of a document made in another process, in another time zone and with another hash seed."""
    code = (
        "import hashlib, sys; sys.path[:0] = sys.argv[1:3]\n"
        "from tests.reporting.office import Kind, made\n"
        "print(hashlib.sha256(made(sys.argv[3], 'verhage', Kind.ADVICE, 'nl')).hexdigest())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(ROOT / "src"), suffix],
        env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


def here(suffix: str) -> str:
    """The same, made here."""
    return hashlib.sha256(made(suffix, "verhage", Kind.ADVICE, "nl")).hexdigest()


def leaves(value: object) -> Iterator[str]:
    """Every text in a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from leaves(each)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name))
