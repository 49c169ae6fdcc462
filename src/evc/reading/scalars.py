"""What a scalar stands for: the few words and numbers that are not text (DESIGN §3, *Strict and safe*)."""

import re
from decimal import Decimal

Scalar = str | int | Decimal | bool | None

# All that is not text, when written plain: everything else (no, on, True, 010, 1e3, 12:30, dates) is text.
_CORE: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

WORDS = frozenset(_CORE)
"""Words that stand for something else than themselves; what else is plain and sorts after ``:`` is text.

For the loop that builds values, where a call costs: the signs and digits that a number begins with sort before it.
"""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?", re.ASCII)
_NUMBER_STARTS = frozenset("-0123456789")

MERGE = "<<"
"""The key by which YAML 1.1 copies one mapping into another; refused."""


def plain_value(text: str) -> Scalar:
    """What a scalar written without quotes stands for; an integral decimal is a whole number (3.0 is 3)."""
    if text in _CORE:
        return _CORE[text]
    if text[0] not in _NUMBER_STARTS or not _NUMBER.fullmatch(text):
        return text
    if "." not in text:
        return int(text)
    number = Decimal(text)
    whole = int(number)
    return whole if whole == number else number
