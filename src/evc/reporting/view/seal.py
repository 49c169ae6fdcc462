"""What evc itself found, in a block that no template of an institution can leave out or reword (REPORTS §8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.json_ import advice_digest
from evc.reporting.names import names_of
from evc.reporting.view.common import Phrase
from evc.reporting.view.identity import hash_groups
from evc.reporting.view.units import UnitRow, unit_rows

_WORDS = ("heading", "intro", "caption", "unit", "advice", "credits", "digest")


@dataclass(frozen=True, slots=True)
class SealRow:
    """A unit: what is advised (before any assessor, what is covered), of how many credits, and its outcomes."""

    id: str
    title: Phrase
    advised: str
    credits: str
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """The advice per unit, and the digest of the whole in groups that a person can compare."""

    t: Mapping[str, str]
    rows: tuple[SealRow, ...]
    digest: tuple[str, ...]


def seal(advice: Advice, language: Language, digest: str = "") -> Seal:
    """The block for an advice, in the words of a language; `digest` is that of the advice, where it is known."""
    digest = digest or advice_digest(advice)
    return Seal(
        t={name: language.say(f"seal.{name}") for name in _WORDS},
        rows=tuple(map(_row, unit_rows(names_of(advice, language)))),
        digest=hash_groups(digest),
    )


def _row(unit: UnitRow) -> SealRow:
    return SealRow(
        id=unit.id,
        title=unit.title,
        advised=unit.badge.word if unit.badge else " ".join(unit.lines),
        credits=unit.credits,
        outcomes=tuple(f"{outcome.title.text}: {outcome.badge.word}" for outcome in unit.outcomes),
    )
