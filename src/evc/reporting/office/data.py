"""What a Word template is filled from: a view as plain data, with what Word needs beside it.

Shapes of statuses, squares of the legend, lines of a fact: whatever a template would have to compare or count for
stands here ready. `marks` tell which printed texts are a status, `foreign` which are in another language.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from evc.language import Language
from evc.model.advice import Advice
from evc.model.colours import STATUSES, tint
from evc.model.house import House
from evc.reporting.manner import Manner
from evc.reporting.office.statuses import GLYPHS, NO_BREAK, status
from evc.reporting.plain import plain
from evc.reporting.templated import document_of
from evc.reporting.view.house import house_view

Data = dict[str, Any]

# Word knows a language by its country too.
TAGS: Mapping[str, str] = {"nl": "nl-NL", "en": "en-GB"}

# The squares of the legend, each like its part of the bar.
_SWATCHES: Mapping[str, str] = {
    "award": "■",
    "first": "▨",
    "later": "▦",
    "rest": "□",
    "covered": "■",
    "partly": "▥",
    "uncovered": "□",
}
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif"})
_WORDS = ("ratings", "signatory", "signature")


def document(advice: Advice, language: Language, manner: Manner) -> Data:
    """Everything a document in Word is made from, as plain data that can go to another process."""
    shown = _shown(advice, language, manner)
    paper = shown.get("paper", shown)
    data: Data = {
        "v": shown,
        "house": plain(house_view(manner.house)),
        "marks": {},
        "foreign": {},
        "bar": None,
        "seal": None,
        "logo": _logo(manner.house),
        "colours": dict(_colours(manner.house)),
        "properties": {
            "title": paper["title"],
            "author": manner.house.institution or f"evc {paper['version']}",
            "language": TAGS.get(language.code, language.code),
            "created": advice.on.isoformat(),
        },
    }
    if data["logo"] is None:
        data["house"]["logo"] = ""
    _prepare(shown, data)
    return data


def _shown(advice: Advice, language: Language, manner: Manner) -> Data:
    """The view of the kind that is asked, with the words that only Word needs."""
    shown: Any = plain(document_of(advice, language, manner).view)
    words = {word: language.say(f"office.{word}") for word in _WORDS}
    return {**shown, "t": {**shown.get("t", {}), **words}}


def _logo(house: House) -> bytes | None:
    """The logo, when it is a picture that Word holds by itself; a drawing is not."""
    return house.logo.data if house.logo and house.logo.media_type in _PICTURES else None


def _colours(house: House) -> Iterator[tuple[str, str]]:
    """The colours of a house on paper, each status with its tint, as six digits."""
    for name, shade in house.colours.items():
        yield name, shade.light.removeprefix("#")
        if name in STATUSES:
            yield f"{name}-bg", tint(shade.light, "light").removeprefix("#")


def _prepare(found: Any, data: Data) -> None:  # noqa: ANN401 - plain data
    """Walk through a view and put beside each thing what a template would have to work out."""
    if isinstance(found, list):
        for each in found:
            _prepare(each, data)
    elif isinstance(found, dict):
        for keys, prepare in _PREPARED:
            if keys <= found.keys():
                prepare(found, data)
        for each in list(found.values()):
            _prepare(each, data)


def _badge(badge: Data, data: Data) -> None:
    """A status as one text, shape and word."""
    badge["shown"] = status(badge["tone"], badge["word"])
    if badge["tone"] in GLYPHS:
        data["marks"][badge["shown"]] = badge["tone"]


def _cell(cell: Data, data: Data) -> None:
    """A criterion in the matrix: its shape and id, or before any assessor its id and count."""
    tone = cell["badge"]["tone"]
    cell["shown"] = f"{cell['id']}{NO_BREAK}{cell['count']}" if cell["count"] else status(tone, cell["id"])
    data["marks"][cell["shown"]] = tone


def _part(part: Data, data: Data) -> None:
    """A part of the bar: its square in the legend."""
    part["swatch"] = _SWATCHES.get(part["kind"], "□")
    data["bar"] = [*(data["bar"] or ()), [part["kind"], part["x"], part["width"]]]


def _phrase(phrase: Data, data: Data) -> None:
    """A text of programme or rubric in another language than the document's."""
    _spoken(data, phrase["lang"], phrase["text"])


def _statement(outcome: Data, data: Data) -> None:
    _spoken(data, outcome["statement"]["lang"], *outcome["statement_paragraphs"])


def _own_words(said: Data, data: Data) -> None:
    """What a candidate or an assessor wrote, in the language they most likely wrote in."""
    for key in ("goal", "account", "own_share", "paragraphs"):
        _spoken(data, data["v"].get("quoted", ""), *said.get(key, ()))


def _spoken(data: Data, language: str, *texts: str) -> None:
    if language:
        data["foreign"] |= dict.fromkeys(texts, TAGS.get(language, language))


def _fact(fact: Data, _data: Data) -> None:
    """A fact in lines: what is all about one thing is one line, what is more of the same is one each."""
    every = fact["lines"] if "lines" in fact else [fact["first"], *fact["others"]]
    apart = fact.get("alike", len(every) > 1)
    fact["first"], *fact["others"] = every if apart else [" · ".join(every)]


_PREPARED = (
    (frozenset({"tone", "word"}), _badge),
    (frozenset({"count", "badge", "id"}), _cell),
    (frozenset({"kind", "x", "width", "amount", "word"}), _part),
    (frozenset({"text", "lang", "mark"}), _phrase),
    (frozenset({"statement", "statement_paragraphs"}), _statement),
    *((frozenset({key}), _own_words) for key in ("goal", "account", "own_share")),
    (frozenset({"who", "paragraphs"}), _own_words),
    (frozenset({"term"}), _fact),
)
