"""What lies on the naive judge's table, and the small words that DESIGN §4 explains first."""

import calendar
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

Raw = dict[str, Any]
"""A document or a part of one, as a strict YAML reader gives it."""

PORTFOLIO_FILE = "portfolio.yml"
"""Under this name `files` may hold the hash of the portfolio itself, which `judged.portfolio` is compared with."""

MET, OPEN, NOT_MET = "met", "open", "not-met"

# The Unicode set Default_Ignorable_Code_Point, first and last of each range.
DEFAULT_IGNORABLE = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


@dataclass(frozen=True)
class Papers:
    """One dossier, the rules it is judged by, and the reference date D."""

    programme: Raw
    rubrics: Mapping[str, Raw]
    portfolio: Raw
    assessments: list[Raw]
    consensus: Raw | None
    files: Mapping[str, str | None]
    on: date


def lay_out(
    programme: Raw,
    rubrics: Mapping[str, Raw],
    portfolio: Raw,
    assessments: Iterable[Raw],
    consensus: Raw | None,
    files: Mapping[str, str | None],
    on: str | None,
) -> Papers:
    """The papers in order: assessors by id, and D worked out."""
    # §4: "Reference date D: `--on DATE`, else the portfolio's `submitted`. Never the clock"
    reference = day(on if on is not None else portfolio["submitted"])
    by_id = sorted(assessments, key=lambda assessment: str(assessment["assessor"]["id"]))
    return Papers(programme, rubrics, portfolio, by_id, consensus, files, reference)


def day(text: str) -> date:
    """A date as the files write it."""
    return date.fromisoformat(text)


def same(text: str | None) -> str:
    """What is compared of a context or a name; empty when it is blank."""
    # §4: "*Same text*: NFC, full case folding, NFC again"
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text or "").casefold())
    # §4: "default-ignorable characters dropped"
    kept = "".join(character for character in folded if not ignorable(character))
    # §4: "each run of white space one space, trimmed"
    return " ".join(kept.split())


def ignorable(character: str) -> bool:
    """Whether Unicode lets a reader pass over the character."""
    return any(first <= ord(character) <= last for first, last in DEFAULT_IGNORABLE)


def blank(text: str | None) -> bool:
    """Whether nothing is left of a text; what is absent is blank too."""
    # §4: "*Blank*: nothing is left."
    return same(text) == ""


def all_of(verdicts: Iterable[str]) -> str:
    """The three-valued `all`."""
    given = list(verdicts)
    # §4: "`all`: not-met if any is, else open if any is, else met (of nothing: met)"
    if NOT_MET in given:
        return NOT_MET
    if OPEN in given:
        return OPEN
    return MET


def at_least(count: int, verdicts: Iterable[str]) -> str:
    """The three-valued `at_least`."""
    given = list(verdicts)
    # §4: "met if ≥ k are met; not-met if met + open < k; else open"
    if given.count(MET) >= count:
        return MET
    if given.count(MET) + given.count(OPEN) < count:
        return NOT_MET
    return OPEN


def met_if(fact: bool) -> str:
    """A fact as a verdict."""
    return MET if fact else NOT_MET


def later(start: date, age: Mapping[str, int]) -> date:
    """The last day on which something of `start` is not older than `age`."""
    # §4: "years and months are added together as months, clamped once to the month's last day, then days"
    months = start.year * 12 + (start.month - 1) + 12 * age.get("years", 0) + age.get("months", 0)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last)) + timedelta(days=age.get("days", 0))


def plain(number: int | Decimal) -> str:
    """A decimal in plain notation without trailing zeros: '30', '7.5', '0'."""
    text = format(Decimal(number), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def assessors_needed(papers: Papers) -> int:
    """How many independent assessors a verdict needs; §3 *Defaults*: 2."""
    return int(papers.programme.get("assessors", 2))


def claim_of(papers: Papers, outcome: str) -> Raw | None:
    """The claim of a learning outcome, if the candidate made one."""
    for claim in papers.portfolio["claims"]:
        if claim["outcome"] == outcome:
            return dict(claim)
    return None


def cited(claim: Raw, criterion: str | None = None) -> set[str]:
    """Ids of the items that a claim cites: for one criterion, or for any."""
    return {
        item
        for about, items in claim["supports"].items()
        if criterion is None or about == criterion
        for item in items
    }  # fmt: skip


def in_portfolio_order(papers: Papers, ids: Iterable[str]) -> list[str]:
    """The ids as the portfolio has them; each once."""
    wanted = set(ids)
    return [item["id"] for item in papers.portfolio["evidence"] if item["id"] in wanted]
