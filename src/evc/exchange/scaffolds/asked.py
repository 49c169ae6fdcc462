"""What a rubric asks of the evidence, in one line."""

from collections.abc import Iterator

from evc.language import Language
from evc.model.rubric import EvidenceDemands
from evc.model.source import Age


def asked(demands: EvidenceDemands, language: Language) -> str:
    """Numbers of items, hours, types and contexts, who vouches, how old, and which types; empty for nothing."""
    return "; ".join(_asked(demands, language))


def _asked(demands: EvidenceDemands, language: Language) -> Iterator[str]:
    quantity, variation = demands.quantity, demands.variation
    counts = {
        "items": quantity.items if quantity else None,
        "types": variation.types if variation else None,
        "contexts": variation.contexts if variation else None,
        "attested": demands.attested,
        "per-criterion": demands.per_criterion,
    }
    for key, count in counts.items():
        if count is not None:
            yield language.say_count(f"scaffold.asked.{key}", count)
    if quantity and quantity.hours is not None:
        yield language.say("scaffold.asked.hours", {"hours": format(quantity.hours, "f")})
    if demands.max_age is not None:
        yield language.say("scaffold.asked.age", {"age": _age(demands.max_age, language)})
    if demands.accepts:
        yield language.say("scaffold.asked.accepts", {"types": ", ".join(demands.accepts)})


def _age(age: Age, language: Language) -> str:
    parts = {"years": age.years, "months": age.months, "days": age.days}
    return language.list([language.say_count(f"scaffold.age.{key}", count) for key, count in parts.items() if count])
