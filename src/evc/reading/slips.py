"""What was probably meant: numbers, dates and ids as people write them, told from how evc wants them.

Each function looks at a text that is already refused and says what kind of slip it is and, where one can know, how
it should have been written. No pattern here can backtrack without bound.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from evc.model.findings import Value
from evc.reading.limits import FIRST_YEAR, LAST_YEAR
from evc.reading.lookalikes import odd_codepoint, plain_form

Slip = dict[str, Value]

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?")
_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# How people write a number, what that is called, and how what was found is written as evc reads it.
_NUMBERS: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (re.compile(r"(-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?)"), "quoted", str),
    (re.compile(r"(-?[0-9]{1,15},[0-9]{1,10})"), "comma", lambda found: found.replace(",", ".")),
    (re.compile(r"(-?[0-9]{1,3}(?:\.[0-9]{3}){1,4}(?:,[0-9]{1,10})?)"), "grouped",
     lambda found: found.replace(".", "").replace(",", ".")),
    (re.compile(r"([0-9]{1,15}(?:[.,][0-9]{1,10})?) ?[^\W\d_]{1,12}\.?"), "unit",
     lambda found: found.replace(",", ".")),
)  # fmt: skip
_SPELLED = re.compile(r"[+-]?(?:[0-9][0-9_ ]{0,20})?(?:\.[0-9]{1,10})?(?:[eE][+-]?[0-9]{1,2})?")
_NOT_A_NUMBER = frozenset({".nan", "nan", ".inf", "-.inf", "+.inf", "inf", "-inf"})
_LONGEST_NUMBER = 40

_YES = frozenset({"yes", "ja", "y", "j", "on", "aan", "true", "waar"})
_NO = frozenset({"no", "nee", "n", "off", "uit", "false", "onwaar"})

_EXACT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR, _MONTH, _DAY = "(?P<year>[0-9]{4})", "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})"
# How people write a date (in lower case), and what that is called.
_DATES = (
    (re.compile(rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})[t ][0-9:.+z -]{{1,40}}"), "time"),
    (re.compile(rf"{_DAY}[-/. ]{_MONTH}[-/. ]{_YEAR}"), "order"),
    (re.compile(rf"{_YEAR}[-/. ]{_MONTH}[-/. ]{_DAY}"), "digits"),
    (re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"), "digits"),
    (re.compile(rf"{_DAY}\.? (?P<month>[a-z]{{3,9}})\.? {_YEAR}"), "words"),
)
_MONTHS = ("jan", "feb", "mrt maa mar", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_ID_CHARACTER = re.compile(r"[A-Za-z0-9._-]")
_LONGEST_ID = 64


def number_slip(text: str) -> Slip:
    """How a text was meant as a number, if it was."""
    text = text.strip()
    if text.lower() in _NOT_A_NUMBER:
        return {"kind": "nan"}
    if len(text) > _LONGEST_NUMBER:
        return {"kind": "digits"} if _DIGITS.fullmatch(text) else {}
    for pattern, kind, mended in _NUMBERS:
        if found := pattern.fullmatch(text):
            return {"kind": kind, "near": mended(found[1])}
    return _spelled(text) if any(map(str.isdigit, text)) and _SPELLED.fullmatch(text) else {}


def _spelled(text: str) -> Slip:
    """Digits written as a program would: 1e3, +1, 010, 1_000."""
    number = f"{Decimal(text.replace('_', '').replace(' ', '')):f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    if not _PLAIN_NUMBER.fullmatch(number):
        return {"kind": "digits"}
    return {"kind": "spelled", "near": number}


def truth_slip(text: str) -> Slip:
    """How a text was meant as true or false, if it was."""
    word = text.strip().lower()
    if word in _YES:
        return {"kind": "word", "near": "true"}
    return {"kind": "word", "near": "false"} if word in _NO else {}


def date_slip(text: str) -> Slip:
    """Why a text is no date, and the date it was meant to be where that can be known."""
    written, text = text, text.strip()
    if not text.isascii():
        return _foreign_date(text)
    if _EXACT.fullmatch(text) and text != written:
        return {"near": text}
    if _EXACT.fullmatch(text):
        return {"kind": "not-real"} if FIRST_YEAR <= int(text[:4]) <= LAST_YEAR else {"kind": "year"}
    for pattern, kind in _DATES:
        if found := pattern.fullmatch(text.lower()):
            parts = found.groupdict()
            return _with_near(kind, _iso(parts["year"], parts["month"], parts["day"]))
    return {}


def _foreign_date(text: str) -> Slip:
    """A date with digits or dashes that are not the plain ones."""
    ascii_digits = (str(unicodedata.digit(each)) if each.isdigit() else each for each in text)
    near = plain_form("".join(ascii_digits))
    slip: Slip = {"kind": "odd-character", "codepoint": odd_codepoint(text)}
    return slip | {"near": near} if _EXACT.fullmatch(near) and _real(near) else slip


def _with_near(kind: str, near: str) -> Slip:
    slip: Slip = {"kind": kind}
    return slip | {"near": near} if _real(near) else slip


def _iso(year: str, month: str, day: str) -> str:
    """The date as evc writes it; a month in words is known by the first three letters of its Dutch or English name."""
    named = (number for number, names in enumerate(_MONTHS, start=1) if month[:3] in names.split())
    return f"{year}-{next(named, month):0>2}-{day:0>2}"


def _real(text: str) -> bool:
    try:
        return FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def id_slip(text: str) -> Slip:
    """Why a text is no id."""
    if not text.isascii() and _ID.fullmatch(near := plain_form(text)):
        return {"kind": "lookalike", "codepoint": odd_codepoint(text), "near": near}
    if not text:
        return {"kind": "empty"}
    odd = next((each for each in text if not _ID_CHARACTER.fullmatch(each)), None)
    if odd is not None and odd.isspace():
        near = "-".join(text.split())
        return {"kind": "space", "near": near} if _ID.fullmatch(near) else {"kind": "space"}
    if odd is not None:
        return {"kind": "character", "character": odd}
    return {"kind": "length", "most": _LONGEST_ID} if len(text) > _LONGEST_ID else {"kind": "start"}
