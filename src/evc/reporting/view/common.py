"""What every part of the view is made of: badges, phrases in a language, keys to link to, the stage of a dossier."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from evc.language import Language
from evc.model.advice import Advice, Label, OutcomeAdvice, UnitAdvice
from evc.model.source import SourceRef
from evc.model.text import Text
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.names import Names


class Stage(Enum):
    """What the answer is about, because that decides what a page may say.

    `COVERAGE`: no assessor has looked yet, so the answer is what the evidence covers. `EVIDENCE_ONLY`: the programme
    asks no rating. `RATED`: assessors have looked.
    """

    COVERAGE = "coverage"
    EVIDENCE_ONLY = "evidence-only"
    RATED = "rated"


@dataclass(frozen=True, slots=True)
class Badge:
    """A status: its shape and colour (`tone`) and its word; an empty tone has neither shape nor colour."""

    tone: str
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text of programme or rubric; `lang` and `mark` are empty when it is in the report's language."""

    text: str
    lang: str
    mark: str


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a key of the page, or to a checked http(s) address; nowhere when both are empty.

    `told` is the key where the page tells that address, for who would rather stay in it.
    """

    text: str
    key: str = ""
    url: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of evidence: its id leads to the register, its title says what it is."""

    id: str
    key: str
    title: str


def stage(advice: Advice) -> Stage:
    """What the answer of this advice is about."""
    if advice.programme.assessors == 0:
        return Stage.EVIDENCE_ONLY
    return Stage.RATED if advice.assessors else Stage.COVERAGE


def phrase(text: Text, names: Names) -> Phrase:
    """A text in the report's language, or marked with the language it is in."""
    own = names.advice.programme.language
    shown, other = names.language.pick(text, own)
    if other is None and "" in text.by_language:
        # A text without a language is in the programme's own, which only a voice that reads it aloud needs to know.
        return Phrase(shown, quoted_language(names), "")
    return Phrase(shown, other or "", f"[{other}]" if other else "")


def quoted_language(names: Names) -> str:
    """What candidates and assessors most likely wrote in: the programme's language; empty when the report is in it."""
    own = names.advice.programme.language
    return own if own != names.language.code else ""


def paragraphs(text: str | None) -> tuple[str, ...]:
    """A long text as its paragraphs: at blank lines, and where a line begins with a label or a dash.

    Any other line break is where a writer's editor folded a line, and says nothing.
    """
    if text is None or "\n" not in text:  # most remarks
        return (line,) if (line := (text or "").strip()) else ()
    found: list[list[str]] = []
    fresh = True
    for line in map(str.strip, text.replace("\r\n", "\n").split("\n")):
        if line and (fresh or _begins(line)):
            found.append([])
        if line:
            found[-1].append(line)
        fresh = not line
    return tuple(" ".join(lines) for lines in found)


def _begins(line: str) -> bool:
    """Whether a line begins something new: as in ``Taak: …``, ``- …`` or ``2. …``."""
    first, _, _ = line.partition(" ")
    return first in ("-", "*", "•") or (first[:-1].isalpha() and first.endswith(":")) or _numbers(first)


def _numbers(word: str) -> bool:
    return word[:-1].isdecimal() and word[-1:] in (".", ")")


def outcome_key(outcome: str) -> str:
    """Where an outcome stands on the page; ids hold no slash, so that keys never collide."""
    return f"outcome/{outcome}"


def criterion_key(outcome: str, criterion: str) -> str:
    """Where a criterion of an outcome stands."""
    return f"outcome/{outcome}/{criterion}"


def item_key(item: str) -> str:
    """Where a piece of evidence stands in the register."""
    return f"evidence/{item}"


def named_item(item: str, names: Names) -> Item:
    """A piece of evidence with its title."""
    return Item(item, item_key(item), names.items.get(item, ""))


def source_link(reference: SourceRef, names: Names) -> Link:
    """A place in a source; its address only when that is http or https (DESIGN §3 asks it, a sink asks again)."""
    source = names.sources.get(reference.ref)
    told = source_key(source.id) if source else ""
    return Link(names.source(reference), url=web_address(source.url if source else None), told=told)


def source_key(source: str) -> str:
    """Where a source stands in the table of sources."""
    return f"source/{source}"


def web_address(url: str | None) -> str:
    """The address when it is one of the web, else nothing."""
    return url if url is not None and url.lower().startswith(("https://", "http://")) else ""


def label_badge(outcome: OutcomeAdvice, language: Language) -> Badge:
    """The verdict on an outcome."""
    return Badge(words.label_tone(outcome.label).value, words.label_word(outcome.label, language))


@cache
def verdict_badge(verdict: Verdict, language: Language) -> Badge:
    """The verdict on a criterion: so many times on a page that each is made once."""
    return Badge(words.verdict_tone(verdict).value, words.verdict_word(verdict, language))


def unit_badge(unit: UnitAdvice, language: Language) -> Badge:
    """What is advised for a unit."""
    return Badge(words.recommendation_tone(unit).value, words.recommendation_word(unit, language))


def claimed(unit: UnitAdvice) -> tuple[OutcomeAdvice, ...]:
    """The outcomes of a unit that the candidate claims."""
    return tuple(outcome for outcome in unit.outcomes if outcome.label is not Label.NOT_CLAIMED)


def every_claimed(advice: Advice) -> tuple[OutcomeAdvice, ...]:
    """All claimed outcomes, in programme order."""
    return tuple(outcome for unit in advice.units for outcome in claimed(unit))


def set_aside(outcome: OutcomeAdvice) -> Mapping[str, str]:
    """The cited items that do not count for an outcome, each with the code of its reason."""
    return {item.id: item.reason.value for item in outcome.evidence if item.reason is not None}
