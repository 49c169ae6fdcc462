"""Calendar ages: exact limits, leap days, and months that are shorter (DESIGN §4, *Evidence item*, 5)."""

from datetime import date

import pytest

from evc.assessing.calendar import add, is_older
from evc.model.source import Age


@pytest.mark.parametrize(
    ("day", "age", "reached"),
    [
        ("2021-09-15", Age(years=5), "2026-09-15"),
        ("2024-02-29", Age(years=1), "2025-02-28"),  # a leap day clamps to the month's end
        ("2024-02-29", Age(years=4), "2028-02-29"),
        ("2023-02-28", Age(years=1), "2024-02-28"),  # the month's end is not kept, only clamped
        ("2026-01-31", Age(months=1), "2026-02-28"),
        ("2026-01-31", Age(months=2), "2026-03-31"),
        ("2026-12-31", Age(months=2), "2027-02-28"),
        ("2023-01-31", Age(years=1, months=1), "2024-02-29"),  # thirteen months, clamped once
        ("2024-02-29", Age(years=1, months=12), "2026-02-28"),
        ("2024-02-29", Age(years=3, months=12), "2028-02-29"),  # clamped twice it would be the 28th
        ("2026-01-31", Age(months=1, days=1), "2026-03-01"),  # days after clamping
        ("2026-01-30", Age(months=1, days=2), "2026-03-02"),
        ("2025-12-15", Age(months=12), "2026-12-15"),
        ("2026-09-15", Age(days=30), "2026-10-15"),
        ("2024-02-28", Age(days=366), "2025-02-28"),
        ("1900-01-01", Age(days=0, months=1), "1900-02-01"),
        ("2199-12-31", Age(years=100, months=1200, days=36500), "2499-12-06"),  # the furthest that §3 allows
    ],
)
def test_the_day_an_age_is_reached(day, age, reached):
    assert add(date.fromisoformat(day), age) == date.fromisoformat(reached)


@pytest.mark.parametrize(
    ("day", "on", "age", "older"),
    [
        ("2021-09-15", "2026-09-15", Age(years=5), False),  # exactly five years still counts
        ("2021-09-14", "2026-09-15", Age(years=5), True),  # a day more does not
        ("2024-02-29", "2025-02-28", Age(years=1), False),
        ("2024-02-29", "2025-03-01", Age(years=1), True),
        ("2026-08-16", "2026-09-15", Age(days=30), False),
        ("2026-08-15", "2026-09-15", Age(days=30), True),
        ("2026-09-15", "2026-09-15", Age(days=1), False),
        ("2027-01-01", "2026-09-15", Age(days=1), False),
    ],
)
def test_older(day, on, age, older):
    assert is_older(date.fromisoformat(day), age, date.fromisoformat(on)) is older
