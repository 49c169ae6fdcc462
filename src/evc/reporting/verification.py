"""Whether an advice follows from its inputs, in words and as data."""

import json
from collections.abc import Iterator, Mapping, Sequence

from evc.language import Language
from evc.model.verification import Difference, Verification
from evc.reporting.canonical import Json
from evc.reporting.show import show

FORMAT = "evc/verification@1"
# What follows from the inputs and verdicts is listed only in part; the JSON has it all.
_MOST = {"inputs": 20, "verdicts": 20}
_FEW = 5
_DIGITS = 12


def render(found: Verification, language: Language) -> str:
    """The answer first, then what differs: the file itself, its inputs, its verdicts, and the rest."""
    return "\n".join(map(show, _lines(found, language)))


def _lines(found: Verification, language: Language) -> Iterator[str]:
    key = "verify.same" if found.same else "verify.touched" if not found.untouched else "verify.differs"
    yield language.say(key, {"digest": found.seal})
    if not (found.inputs or found.verdicts or found.others or found.same):
        yield language.say("verify.digest-only")
    if found.stated_by != found.made_by:
        yield language.say("verify.versions", {"stated": found.stated_by or "?", "made": found.made_by})
    for name, differences in _kinds(found).items():
        if differences:
            yield ""
            yield language.say_count(f"verify.{name}", len(differences))
            yield from _listed(differences, language, name)


def _kinds(found: Verification) -> Mapping[str, Sequence[Difference]]:
    """The differences by kind, what explains the others first."""
    return {"inputs": found.inputs, "verdicts": found.verdicts, "others": found.others, "words": found.words}


def _listed(differences: Sequence[Difference], language: Language, kind: str) -> Iterator[str]:
    most = _MOST.get(kind, _FEW)
    for each in differences[:most]:
        yield "  " + (_input(each, language) if kind == "inputs" else _fact(each, language))
    if len(differences) > most:
        yield "  " + language.say_count("verify.more", len(differences) - most)


def _input(each: Difference, language: Language) -> str:
    """An input by its path, and whether it is new, gone or changed; hashes by their first digits."""
    path = each.at.removeprefix("provenance/inputs/").removesuffix("/sha256")
    if each.at.endswith("/sha256"):
        stated, made = (side[:_DIGITS] if side else language.say("verify.nothing") for side in (each.stated, each.made))
        return language.say("verify.input.changed", {"path": path, "stated": stated, "made": made})
    return language.say(f"verify.input.{'added' if each.stated is None else 'removed'}", {"path": path})


def _fact(each: Difference, language: Language) -> str:
    nothing = language.say("verify.nothing")
    facts = {"at": each.at, "stated": each.stated or nothing, "made": each.made or nothing}
    return language.say("verify.fact", facts)


def render_json(found: Verification) -> str:
    """One document, indented."""
    document: dict[str, Json] = {
        "format": FORMAT,
        "same": found.same,
        "untouched": found.untouched,
        "digest": {"stated": found.seal, "of_the_file": found.sealed, "made": found.made},
        "evc": {"stated": found.stated_by, "made": found.made_by},
        **{kind: [_data(each) for each in differences] for kind, differences in _kinds(found).items()},
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _data(each: Difference) -> Json:
    return {"at": each.at, "stated": each.stated, "made": each.made}
