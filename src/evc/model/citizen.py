"""Dutch citizen service numbers (BSN), which have no place in a dossier and are never printed.

Source: DESIGN §3, *Strict and safe*; the 11-test is that of the BSN.
"""

import re
from collections.abc import Iterator
from operator import mul

_NINE = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])", re.ASCII)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_WEIGHT_OF_ZEROS = sum(_WEIGHTS) * ord("0")
_MASK = "*" * 9


def has_citizen_number(text: str) -> bool:
    """Whether a text holds what may be a Dutch citizen service number (BSN)."""
    return any(True for _ in _citizen_numbers(text))


def without_citizen_numbers(text: str) -> str:
    """The text with the digits of every possible citizen number masked, so that they are never printed."""
    pieces, end = [], 0
    for start in _citizen_numbers(text):
        pieces += [text[end:start], _MASK]
        end = start + len(_MASK)
    return "".join([*pieces, text[end:]])


def masked_as_written(line: str) -> str:
    r"""A line of a file with every run of nine digits masked that could be one.

    As it is written the letter of an escape such as \\n may stand beside the digits, so letters are not looked at.
    """
    return _NINE.sub(lambda found: _MASK if _passes(found[0]) else found[0], line)


def _passes(digits: str) -> bool:
    """Whether nine digits pass the 11-test and are not all equal."""
    weighed = sum(map(mul, _WEIGHTS, digits.encode())) - _WEIGHT_OF_ZEROS
    return weighed % 11 == 0 and len(set(digits)) > 1


def _citizen_numbers(text: str) -> Iterator[int]:
    """Where nine digits stand that pass the 11-test, are not all equal and touch no letter or digit."""
    for found in _NINE.finditer(text):
        beside = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
        if _passes(found[0]) and not any(map(str.isalnum, beside)):
            yield found.start()
