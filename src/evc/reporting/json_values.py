"""Values as published JSON: amounts as strings, dates in ISO form, texts in one language, findings with their text."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType

from evc.model.advice import OutcomeAdvice, UnitAdvice
from evc.model.findings import Finding, Value
from evc.model.source import SourceRef
from evc.model.text import Text
from evc.reporting import words
from evc.reporting.canonical import Json
from evc.reporting.facts import plain_decimal
from evc.reporting.names import Names


def plain(value: Value | Enum) -> Json:
    """A fact as JSON: amounts as strings, dates in ISO form, tuples as lists, counts as they are."""
    if isinstance(value, (str, int, NoneType)):  # most facts: asked first
        return value
    match value:
        case Enum():
            return str(value.value)
        case Decimal():
            return plain_decimal(value)
        case date():
            return value.isoformat()
        case dict() | Mapping():  # a dict is soon known
            return {key: plain(each) for key, each in value.items()}
        case _:
            return [plain(each) for each in value]


def shown(text: Text | None, names: Names) -> str | None:
    """A text in the language asked for, or the nearest there is; data carry no mark of a fallback."""
    return None if text is None else names.language.pick(text, names.advice.programme.language)[0]


def own(text: Text | None, names: Names) -> str | None:
    """A text in the programme's own language: what stands under the digest must not change with the report's."""
    if text is None:
        return None
    texts = text.by_language
    key = next((key for key in ("", names.advice.programme.language) if key in texts), None)
    return texts[min(texts) if key is None else key]


def reference(place: SourceRef | None, names: Names) -> Json:
    """A place in a source."""
    return None if place is None else {"ref": place.ref, "article": own(place.article, names)}


def found(
    finding: Finding, names: Names, *, outcome: OutcomeAdvice | None = None, unit: UnitAdvice | None = None
) -> Json:
    """A finding as code and facts, which a program reads, and as text, which a person does."""
    text = words.finding_text(finding, names, outcome=outcome, unit=unit)
    return {"code": finding.code.value, "data": plain(finding.data), "text": text}
