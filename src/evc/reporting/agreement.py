"""How far assessors agree, as a table and as data; kappa is rounded to two decimals, in data to four."""

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from evc.language import Language
from evc.model.agreement import Agreement, Agreements
from evc.reporting.canonical import Json
from evc.reporting.tables import table

FORMAT = "evc/agreement@1"
WEIGHTS = "quadratic"
_FACTS = ("dossiers", "pairs", "same-level", "same-side", "kappa")


def render(found: Agreements, language: Language) -> str:
    """By criterion, then by pair of assessors, and what the numbers mean."""
    heading = language.say_count("agreement.heading", found.dossiers)
    if not found.criteria:
        return f"{heading}\n\n{language.say('agreement.none')}"
    criteria = [
        (each.programme, each.outcome, each.criterion, *_cells(each.agreement, language)) for each in found.criteria
    ]
    pairs = [
        (each.programme, f"{each.first} + {each.second}", *_cells(each.agreement, language)) for each in found.pairs
    ]
    blocks = (
        [heading],
        _table(("programme", "outcome", "criterion"), criteria, language),
        _table(("programme", "assessors"), pairs, language),
        [language.say("agreement.note")],
    )
    return "\n\n".join("\n".join(block) for block in blocks)


def _table(names: tuple[str, ...], rows: Sequence[Sequence[str]], language: Language) -> list[str]:
    headings = [language.say(f"agreement.column.{key}") for key in (*names, *_FACTS)]
    return table(headings, rows, right=range(len(names), len(headings)))


def _cells(each: Agreement, language: Language) -> tuple[str, ...]:
    return (
        str(each.dossiers),
        str(each.pairs),
        _percent(each.same_level, each.pairs, language),
        _percent(each.same_side, each.pairs, language),
        language.say("agreement.undefined") if each.kappa is None else _rounded(each.kappa, "0.01"),
    )


def _percent(count: int, whole: int, language: Language) -> str:
    return language.say("agreement.percent", {"percent": _rounded(Fraction(100 * count, whole), "1")})


def _rounded(number: Fraction, step: str) -> str:
    """In plain digits; never the zero with a minus."""
    return str((Decimal(number.numerator) / Decimal(number.denominator)).quantize(Decimal(step)) + Decimal(0))


def render_json(found: Agreements) -> str:
    """One document, indented; shares from 0 to 1 and kappa as decimals in text, null where it says nothing."""
    document: dict[str, Json] = {
        "format": FORMAT,
        "dossiers": found.dossiers,
        "weights": WEIGHTS,
        "criteria": [
            {"programme": each.programme, "outcome": each.outcome, "criterion": each.criterion, **_data(each.agreement)}
            for each in found.criteria
        ],
        "assessors": [
            {"programme": each.programme, "pair": [each.first, each.second], **_data(each.agreement)}
            for each in found.pairs
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _data(each: Agreement) -> dict[str, Json]:
    return {
        "dossiers": each.dossiers,
        "pairs": each.pairs,
        "same_level": each.same_level,
        "same_side": each.same_side,
        "agreement": _rounded(Fraction(each.same_level, each.pairs), "0.0001"),
        "agreement_on_pass": _rounded(Fraction(each.same_side, each.pairs), "0.0001"),
        "kappa": None if each.kappa is None else _rounded(each.kappa, "0.0001"),
    }
