"""One language's words, plurals, lists, dates and decimals: always an argument, never a global.

Messages are looked up by key (``verdict.met``) in gettext catalogues under ``locale/<language>/``; a message is a
whole sentence, so that each language is free in its word order. Babel knows how a language writes dates, lists
and numbers; it is imported only when one of them is asked for, because it doubles start-up.
"""

import datetime as dt
import gettext
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from evc.model.text import Text

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
LOCALE = Path(__file__).parent / "locale"

# Babel's plain "en" is American; teachers in Europe read 15 September, not September 15.
_TERRITORY = {"nl": "nl_NL", "en": "en_GB"}


class Language:
    """The words of one of `LANGUAGES`."""

    def __init__(self, code: str) -> None:
        """Load the catalogue of a language; raises KeyError for one that evc does not speak."""
        if code not in LANGUAGES:
            raise KeyError(code)
        self.code = code
        with (LOCALE / code / "messages.mo").open("rb") as catalogue:
            self._catalogue = gettext.GNUTranslations(catalogue)
        # One report says the same few hundred messages thousands of times.
        self._message = cache(self._catalogue.gettext)
        self._counted = lru_cache(maxsize=4096)(self._catalogue.ngettext)

    def say(self, key: str, values: Mapping[str, object] | None = None) -> str:
        """The message under `key`, with its placeholders filled."""
        message = self._message(key)
        return message.format_map(values) if values else message

    def say_count(self, key: str, count: int, values: Mapping[str, object] | None = None) -> str:
        """The message under `key` in the form that `count` asks; ``{count}`` is filled too."""
        message = self._counted(key, key, count)
        return message.format_map({"count": count, **(values or {})})

    def knows(self, key: str) -> bool:
        """Whether the catalogue has a message under `key`."""
        return self._message(key) != key

    def pick(self, text: Text, fallback: str) -> tuple[str, str | None]:
        """The text in this language, else in `fallback` (the programme's), else the one there is.

        The second value is the language shown when it is not this one, so that a report can say so; None otherwise.
        """
        texts = text.by_language
        if "" in texts:
            return texts[""], None
        if self.code in texts:
            return texts[self.code], None
        shown = fallback if fallback in texts else min(texts)
        return texts[shown], shown

    def date(self, day: dt.date) -> str:
        """A day as a reader writes it, as in 15 september 2026."""
        return _day(day, self.code, "long")

    def month(self, day: dt.date) -> str:
        """A month and year, short, as in aug 2019."""
        return _day(day, self.code, "MMM y").replace(".", "")

    def number(self, amount: Decimal | int) -> str:
        """An amount with this language's decimal sign and grouping, as in 1.640,5."""
        return _number(amount, self.code)

    def list(self, items: Sequence[str]) -> str:
        """An enumeration, as in B1, B3 en B4."""
        if len(items) <= 1:
            return "".join(items)
        return self.say("list.and", {"items": ", ".join(items[:-1]), "last": items[-1]})


# A report writes the same dates and amounts over and over, and writing one asks Babel for a walk through its tables.
@lru_cache(maxsize=2048)
def _day(day: dt.date, code: str, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, format=form, locale=_locale(code))


@lru_cache(maxsize=2048)
def _number(amount: Decimal | int, code: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(amount, format="#,##0.##########", locale=_locale(code))


@cache
def _locale(code: str) -> "Locale":
    """Babel's knowledge of a language; looking it up by name for every date takes longer than writing the date."""
    from babel import Locale

    return Locale.parse(_TERRITORY[code])


@cache
def language(code: str) -> Language:
    """The language with this code, loaded once a process; raises KeyError for one that evc does not speak."""
    return Language(code)
