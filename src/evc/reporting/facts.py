"""The facts behind a finding, taken out of its mapping with the type a sentence needs.

Which key holds what is fixed by DESIGN §4; a value of another type is a fault of evc and raises TypeError.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from evc.model.findings import Value

Facts = Mapping[str, Value]


def word(facts: Facts, key: str) -> str:
    """A text or an id."""
    value = facts[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def words(facts: Facts, key: str) -> tuple[str, ...]:
    """Several texts or ids, in their order; nothing when the key is absent."""
    value = facts.get(key, ())
    if not isinstance(value, tuple):
        raise TypeError(key)
    return tuple(map(str, value))


def count(facts: Facts, key: str) -> int:
    """A whole number of things."""
    value = facts[key]
    if not isinstance(value, int):
        raise TypeError(key)
    return value


def amount(facts: Facts, key: str) -> Decimal:
    """Hours or credits, exact."""
    value = facts[key]
    if isinstance(value, int):
        return Decimal(value)
    if not isinstance(value, Decimal):
        raise TypeError(key)
    return value


def day(facts: Facts, key: str) -> date | None:
    """A date, or None where none was given."""
    value = facts.get(key)
    if value is not None and not isinstance(value, date):
        raise TypeError(key)
    return value


def nested(facts: Facts, key: str) -> Facts:
    """A mapping inside the facts, such as an age in years, months and days."""
    value = facts[key]
    if not isinstance(value, Mapping):
        raise TypeError(key)
    return value


def plain_decimal(value: Decimal) -> str:
    """An amount in plain notation without trailing zeros, as the published JSON writes it."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
