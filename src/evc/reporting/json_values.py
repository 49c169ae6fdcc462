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

_AS_IS = (str, int, NoneType)


def plain(value: Value | Enum) -> Json:
    """A fact as JSON: amounts as strings, dates in ISO form, tuples as lists, counts as they are."""
    if isinstance(value, _AS_IS):  # most facts: asked first
        return value
    if isinstance(value, tuple):  # and what is in them: no call for what stays as it is
        return [each if isinstance(each, _AS_IS) else plain(each) for each in value]
    if isinstance(value, dict):
        return {key: each if isinstance(each, _AS_IS) else plain(each) for key, each in value.items()}
    return _seldom(value)


def _seldom(value: Decimal | date | Mapping[str, Value] | Enum) -> Json:
    match value:
        case Enum():
            return str(value.value)
        case Decimal():
            return plain_decimal(value)
        case date():
            return value.isoformat()
        case _:
            return plain(dict(value))


def shown(text: Text | None, names: Names) -> str | None:
    """A text in the language asked for, or the nearest there is; data carry no mark of a fallback."""
    if text is None:
        return None
    # Most of an advice is such texts, and nearly all are in the language asked for or in none: no call for those.
    texts = text.by_language
    code = "" if "" in texts else names.language.code
    return texts[code] if code in texts else names.language.pick(text, names.advice.programme.language)[0]


def own(text: Text | None, names: Names) -> str | None:
    """A text in the programme's own language: what stands under the digest must not change with the report's."""
    if text is None:
        return None
    texts = text.by_language
    code = "" if "" in texts else names.advice.programme.language
    return texts[code if code in texts else min(texts)]


def reference(place: SourceRef | None, names: Names) -> Json:
    """A place in a source."""
    return None if place is None else {"ref": place.ref, "article": own(place.article, names)}


def found(
    finding: Finding, names: Names, *, outcome: OutcomeAdvice | None = None, unit: UnitAdvice | None = None
) -> Json:
    """A finding as code and facts, which a program reads, and as text, which a person does."""
    text = words.finding_text(finding, names, outcome=outcome, unit=unit)
    return {"code": finding.code._value_, "data": plain(finding.data), "text": text}
