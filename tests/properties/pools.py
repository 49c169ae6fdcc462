"""The few values that generated documents are made of: few, so that they meet; odd, so that meeting means something."""

import calendar
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st
from tests.properties.documents import Raw

TEXTS = (
    "Kort",
    "Een zin: met leestekens, # en 'aanhaling'",
    'Zij zei "ja" \\ nee',
    "yes",
    "null",
    "2026-01-01",
    "- geen lijst",
    "één \u200d🎓 naïef",
    "met\ttab",
    "  ruimte om de tekst ",
)
LONG_TEXTS = (*TEXTS, "Eerste regel.\n\n  Tweede: met inspringing.\n")
BLANKS = ("", "  ", "\u200b", "\u00ad \u200d")
"""Blank, as DESIGN §4 has it; two of them only to the machine."""

CANDIDATE_NAMES = ("Sam de Vries", "SAM  de vries", "Sa\u200dm de Vries ", "Zoë Weiß")
OTHER_NAMES = ("Kim Jansen", "kim jansen ", "ZOE\u0308 WEISS", "Bo Bakker", "J. Smit", "B. Mol", "F. de Boer")
CONTEXTS = (
    "Basisschool",
    "basisschool ",
    "Basis\u200dschool",
    "BASIS\u00adSCHOOL",
    "Kinderopvang",
    "Straße",
    "strasse",
    "vo",
    "mbo",
)
TYPES = ("work-product", "diploma", "certificate", "diploma", "badge", "employer-statement", "video", "diploma")
SUBMITTED = ("2026-09-15", "2024-02-29", "2025-02-28", "2026-03-31", "2028-03-01")
CREDITS = (5, 10, 30, Decimal("7.5"), Decimal("2.50"), Decimal("0.25"), 0)
HOURS = (1600, 40, 0, Decimal("7.5"), Decimal("0.10"), Decimal("12.25"))
AGES: tuple[Raw, ...] = (
    {"years": 5},
    {"years": 1},
    {"months": 6},
    {"days": 30},
    {"years": 1, "months": 1},
    {"months": 1, "days": 1},
    {"years": 0, "months": 0, "days": 1},
    {"years": 10},
)


@cache
def often(yes: int, no: int) -> st.SearchStrategy[bool]:
    """True so many times against so many; shrinks to False."""
    return st.sampled_from((False,) * no + (True,) * yes)


@cache
def texts() -> st.SearchStrategy[str]:
    """One line, never blank."""
    return st.sampled_from(TEXTS)


@cache
def long_texts() -> st.SearchStrategy[str]:
    """One or several lines, never blank."""
    return st.sampled_from(LONG_TEXTS)


@cache
def bilingual() -> st.SearchStrategy[str | dict[str, str]]:
    """A text of a programme or rubric: a string, or one a language."""
    pair: st.SearchStrategy[dict[str, str]] = st.fixed_dictionaries({"nl": texts(), "en": texts()})
    return st.one_of(texts(), pair)


@cache
def some(pool: tuple[str, ...], least: int = 1, most: int = 3) -> st.SearchStrategy[list[str]]:
    """Some of these, each at most once."""
    if not pool:
        return st.just([])
    return st.lists(st.sampled_from(pool), min_size=min(least, len(pool)), max_size=most, unique=True)


def before(end: str, age: Raw) -> date:
    """About the day that is so old on `end`."""
    stop = date.fromisoformat(end) - timedelta(days=age.get("days", 0))
    year, month = divmod(stop.year * 12 + stop.month - 1 - 12 * age.get("years", 0) - age.get("months", 0), 12)
    return date(year, month + 1, min(stop.day, calendar.monthrange(year, month + 1)[1]))


def dates_near(submitted: str, ages: list[Raw]) -> tuple[str, ...]:
    """Dates at which something changes: the limit of each age, a day to either side, and the day of submission."""
    limits = [before(submitted, age) for age in ages]
    near = [limit + timedelta(days=days) for limit in limits for days in (-1, 0, 1)]
    today = date.fromisoformat(submitted)
    fixed = [today, today - timedelta(days=20), today - timedelta(days=200), today - timedelta(days=1)]
    days = [*fixed, *near, date(2020, 2, 29), date(2016, 2, 29), today + timedelta(days=1)]
    return tuple(each.isoformat() for each in dict.fromkeys(days))
