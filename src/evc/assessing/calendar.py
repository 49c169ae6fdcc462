"""Calendar ages: when something becomes too old (DESIGN §4, *Evidence item*, 5)."""

from bisect import bisect_left
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from evc.model.source import Age

_SHORTEST_MONTH = 28


def add(day: date, age: Age) -> date:
    """The day on which something of `day` reaches `age`.

    Years and months are added together as months and clamped once to the month's last day; then the days.
    """
    months = day.year * 12 + day.month - 1 + age.years * 12 + age.months
    year, month = divmod(months, 12)
    every_month_has_it = day.day <= _SHORTEST_MONTH
    clamped = day.day if every_month_has_it else min(day.day, monthrange(year, month + 1)[1])
    reached = date(year, month + 1, clamped)
    return reached + timedelta(days=age.days) if age.days else reached


def oldest_day(age: Age, on: date) -> date:
    """The first day of which something is not older than `age` at `on`."""
    return _oldest_day(age.years, age.months, age.days, on)


@lru_cache(maxsize=1024)
def _oldest_day(years: int, months: int, days: int, on: date) -> date:
    """Looked for among all days, since `add` never turns two days round: a later day does not reach an age sooner."""
    age = Age(years, months, days)
    earlier = bisect_left(range(1, on.toordinal() + 1), on, key=lambda day: add(date.fromordinal(day), age))
    return date.fromordinal(1 + earlier)


def is_older(day: date, age: Age, on: date) -> bool:
    """Whether something of `day` is older than `age` at `on`; exactly that age is not older."""
    return day < oldest_day(age, on)
