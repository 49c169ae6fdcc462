"""Checks of wording: texts that lack a language, and descriptors that any level could have."""

import re
from collections.abc import Iterator
from types import EllipsisType

from evc.checking.curriculum import Curriculum
from evc.diagnostics import KeyPath, Problem, Where
from evc.model.findings import Value
from evc.model.text import same_text_key
from evc.reading.documents import Document

Pattern = tuple[str | EllipsisType, ...]

# Where the texts stand that a reader reads in one language; … is every item or key. Titles of sources, articles and
# years are quoted as they are, in whatever language they have.
_OF_PROGRAMME: tuple[Pattern, ...] = (
    ("title",),
    ("regulation", "title"),
    ("scale", "levels", ..., "title"),
    ("qualifications", ..., "title"),
    ("units", ..., "title"),
)
_OF_RUBRIC: tuple[Pattern, ...] = (
    ("title",),
    ("statement",),
    ("criteria", ..., "title"),
    ("criteria", ..., "indicators", ...),
    ("criteria", ..., "levels", ...),
)

# Words for how good a candidate's own work is; not "slecht" or "poor", which descriptors say of what pupils do.
_DUTCH = (
    "voldoende|onvoldoende|goede|redelijke|ruime|uitstekende|beperkte|matige|adequate|gedegen|afdoende",
    "kennis|inzicht|beheersing|vaardigheid|vaardigheden|begrip|niveau|kwaliteit|mate|wijze|manier",
)
_ENGLISH = (
    "sufficient|insufficient|good|reasonable|excellent|limited|moderate|adequate|satisfactory|solid",
    "knowledge|insight|understanding|command|mastery|skill|skills|ability|grasp|level|quality|extent|way|manner",
)
_VAGUE = re.compile("|".join(rf"\b(?:{degree}) (?:{thing})\b" for degree, thing in (_DUTCH, _ENGLISH)))


def language_missing(curriculum: Curriculum) -> Iterator[Problem]:
    """A text that lacks a language which the programme, or another text of its file, has.

    A language that no text of a file has is said once, at its title. Source: house rule; a text is shown in another
    language where its own is not there, and a reader must see that (DESIGN §3, *Bilingual*).
    """
    spoken: set[str] = set()
    if curriculum.programme is not None:
        yield from _lacking(curriculum.programme, _OF_PROGRAMME, spoken)
        spoken = {code for _, found in _texts(curriculum.programme, _OF_PROGRAMME) for code in found}
    for each in curriculum.rubrics:
        yield from _lacking(each.document, _OF_RUBRIC, spoken)


def _lacking(document: Document, patterns: tuple[Pattern, ...], spoken: set[str]) -> Iterator[Problem]:
    texts = list(_texts(document, patterns))
    here = {code for _, found in texts for code in found}
    if spoken - here:
        absent: dict[str, Value] = {"kind": "file", "languages": ", ".join(sorted(spoken - here))}
        yield Problem("EVC601", document.file, ("title",), absent, Where.KEY)
    for at, found in texts:
        if here - found:
            yield Problem("EVC601", document.file, at, {"languages": ", ".join(sorted(here - found))}, Where.KEY)


def _texts(document: Document, patterns: tuple[Pattern, ...]) -> Iterator[tuple[KeyPath, set[str]]]:
    """Every text with the languages it has; a plain one has none by name."""
    for pattern in patterns:
        for at, raw in _walk(document.value, pattern, ()):
            languages = raw.items() if isinstance(raw, dict) else ()
            yield at, {code for code, words in languages if isinstance(words, str) and words.strip()}


def _walk(value: object, pattern: Pattern, at: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    """The values that stand where a pattern says, with their key paths."""
    if not pattern:
        yield at, value
        return
    step, rest = pattern[0], pattern[1:]
    if isinstance(step, str):
        if isinstance(value, dict) and step in value:
            yield from _walk(value[step], rest, (*at, step))
        return
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield from _walk(each, rest, (*at, key))


def vague_descriptor(curriculum: Curriculum) -> Iterator[Problem]:
    """A descriptor that says how well, and not what is seen, as in "voldoende kennis": the level's name once more.

    Source: DOMAIN §3.4, vague terms as a rater effect [CITO-BLOG]; the list of words is a house rule.
    """
    for each in curriculum.rubrics:
        for index, criterion in enumerate(each.rubric.criteria):
            for level, text in criterion.levels.items():
                for language, words in text.by_language.items():
                    found = _VAGUE.search(same_text_key(words))
                    if found is not None:
                        at = ("criteria", index, "levels", level, *((language,) if language else ()))
                        data = {"phrase": found[0], "criterion": criterion.id, "level": level}
                        yield Problem("EVC602", each.document.file, at, data)
