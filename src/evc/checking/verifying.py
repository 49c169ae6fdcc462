"""Whether two advices are the same, and in what they differ: two documents of ``evc/advice@1`` in, differences out.

Sentences, titles and the language are no part of what must be the same, as no digest covers them (DESIGN §6); they
are compared all the same, and named apart.
The document that is verified may hold anything; only what both hold in the same form is gone into.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from evc.model.value import value
from evc.model.verification import Difference, Verification

Json = object
FORMAT = "evc/advice@1"
_WORDS = frozenset({"language", "title", "statement", "text"})
_INPUTS = "provenance/inputs/"
_SEAL = frozenset({"provenance/evc", "provenance/digest"})
_VERDICTS = frozenset({"advice", "basis", "exempted_by", "label", "verdict", "coverage", "awarded"})
# What tells one thing in a list from another, the first key that it has.
_NAMES = ("id", "path", "unit", "rule", "assessor", "code")
_SHOWN = 80


@value
class _Sides:
    """What the document that is verified holds at a place, and what is made there now; None is nothing."""

    stated: Json
    made: Json


def read_advice(data: bytes) -> Mapping[str, Json] | None:
    """The advice in a file; None when it is no advice of this format, or no JSON in which every key stands once."""
    try:
        document = json.loads(data, parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return None
    provenance = document.get("provenance")
    sealed = isinstance(provenance, dict) and isinstance(provenance.get("digest"), str)
    return document if sealed and isinstance(document.get("on"), str) else None


def _refuse(constant: str) -> Json:
    raise ValueError(constant)


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """One that stands twice could be read in two ways."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def verify(stated: Mapping[str, Json], made: Mapping[str, Json], sealed: str) -> Verification:
    """Compare an advice with the one that its inputs give now; `sealed` is the digest of what the file holds."""
    by_kind: dict[str, list[Difference]] = {"inputs": [], "verdicts": [], "others": [], "words": []}
    for difference in differences(stated, made):
        by_kind[_kind(difference.at)].append(difference)
    return Verification(
        seal=str(_at(stated, "digest")),
        sealed=sealed,
        made=str(_at(made, "digest")),
        stated_by=_text(_at(stated, "evc")),
        made_by=str(_at(made, "evc")),
        **{kind: tuple(found) for kind, found in by_kind.items()},
    )


def _kind(at: str) -> str:
    """What kind of difference it is, by its place."""
    parts = at.split("/")
    if not _WORDS.isdisjoint(parts):
        return "words"
    if at.startswith(_INPUTS):
        return "inputs"
    return "verdicts" if parts[-1] in _VERDICTS else "others"


def differences(stated: Json, made: Json, at: str = "") -> Iterator[Difference]:
    """Every fact that is otherwise, in the order of the advice that is made, then what only the other has."""
    sides = _children(_Sides(stated, made))
    if sides is None:
        if stated != made:
            yield Difference(at, _shown(stated), _shown(made))
        return
    for name, below in sides.items():
        place = f"{at}/{name}" if at else name
        if place not in _SEAL:
            yield from differences(below.stated, below.made, place)


def _children(sides: _Sides) -> Mapping[str, _Sides] | None:
    """What is in both, by name; None where they are not of one form, or hold nothing with a name."""
    match sides.stated, sides.made:
        case dict() as stated, dict() as made:
            return _paired(stated, made)
        case list() as stated, list() as made:
            return _paired(_by_name(stated), _by_name(made)) if _has_names(made or stated) else None
        case _:
            return None


def _paired(stated: Mapping[str, Json], made: Mapping[str, Json]) -> Mapping[str, _Sides]:
    return {name: _Sides(stated.get(name), made.get(name)) for name in dict.fromkeys((*made, *stated))}


def _has_names(items: Sequence[Json]) -> bool:
    return bool(items) and all(isinstance(item, dict) for item in items)


def _by_name(items: Sequence[Json]) -> dict[str, Json]:
    """The things of a list by their own name; a second one of that name by its place in the list too."""
    named: dict[str, Json] = {}
    for place, item in enumerate(items):
        name = _name(item) or str(place)
        named[f"{name}~{place}" if name in named else name] = item
    return named


def _name(item: Json) -> str | None:
    if not isinstance(item, dict):
        return None
    return next((found for key in _NAMES if (found := _text(item.get(key))) is not None), None)


def _text(found: Json) -> str | None:
    return found if isinstance(found, str) else None


def _at(document: Mapping[str, Json], key: str) -> Json:
    provenance = document.get("provenance")
    return provenance.get(key) if isinstance(provenance, dict) else None


def _shown(found: Json) -> str | None:
    """A fact as text, cut where it is long; what is no single fact as its kind."""
    match found:
        case None:
            return None
        case str():
            return found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"
        case _:
            text = json.dumps(found, ensure_ascii=False)
            return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
