"""Small builders that several files share. The casts say what the schema has proved."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from evc.model.ids import SourceId
from evc.model.source import Age, SourceRef
from evc.model.text import Text

Raw = Mapping[str, Any]


def build_text(raw: str | Raw) -> Text:
    """A text in one unnamed language, or in several."""
    return Text({"": raw} if isinstance(raw, str) else dict(raw))


def optional_text(raw: str | Raw | None) -> Text | None:
    """A text, if there is one."""
    return None if raw is None else build_text(raw)


@lru_cache(maxsize=4096)  # a dossier has few days, and each many times
def build_date(raw: str | None) -> date | None:
    """A day, if there is one."""
    return None if raw is None else date.fromisoformat(raw)


def build_amount(raw: int | Decimal | None) -> Decimal | None:
    """An amount of credits or hours, if there is one."""
    return None if raw is None else Decimal(raw)


def build_age(raw: Raw | None) -> Age | None:
    """A calendar age, if there is one."""
    return None if raw is None else Age(raw.get("years", 0), raw.get("months", 0), raw.get("days", 0))


def build_ref(raw: Raw | None) -> SourceRef | None:
    """A place in a source, if there is one."""
    return None if raw is None else SourceRef(SourceId(raw["ref"]), optional_text(raw.get("article")))


def build_refs(raw: Sequence[Raw]) -> tuple[SourceRef, ...]:
    """Places in sources."""
    return tuple(ref for each in raw if (ref := build_ref(each)) is not None)
