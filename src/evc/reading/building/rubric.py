"""A rubric from plain values."""

from evc.model.ids import CriterionId, LevelId, OutcomeId
from evc.model.rubric import All, AtLeast, Criterion, Decision, EvidenceDemands, Quantity, Rubric, Variation
from evc.reading.building.common import Raw, build_age, build_amount, build_refs, build_text


def build_rubric(raw: Raw, pass_level: LevelId) -> Rubric:
    """The rubric; a criterion without a pass of its own takes the scale's."""
    return Rubric(
        id=OutcomeId(raw["id"]),
        version=raw["version"],
        title=build_text(raw["title"]),
        statement=build_text(raw["statement"]),
        sources=build_refs(raw.get("sources", ())),
        criteria=tuple(_criterion(each, pass_level) for each in raw["criteria"]),
        evidence=_demands(raw.get("evidence", {})),
        decision=_decision(raw.get("decision", {})),
    )


def _criterion(raw: Raw, pass_level: LevelId) -> Criterion:
    return Criterion(
        id=CriterionId(raw["id"]),
        title=build_text(raw["title"]),
        mandatory=raw.get("mandatory", False),
        pass_level=LevelId(raw.get("pass", pass_level)),
        indicators=tuple(map(build_text, raw.get("indicators", ()))),
        levels={LevelId(level): build_text(text) for level, text in raw.get("levels", {}).items()},
    )


def _demands(raw: Raw) -> EvidenceDemands:
    variation, quantity = raw.get("variation"), raw.get("quantity")
    relevance = raw.get("relevance", {})
    return EvidenceDemands(
        variation=Variation(variation.get("types"), variation.get("contexts")) if variation else None,
        per_criterion=relevance.get("per_criterion", 1),
        accepts=tuple(relevance["accepts"]) if "accepts" in relevance else None,
        attested=raw.get("authenticity", {}).get("attested"),
        max_age=build_age(raw.get("currency", {}).get("max_age")),
        quantity=Quantity(quantity.get("items"), build_amount(quantity.get("hours"))) if quantity else None,
    )


def _decision(raw: Raw) -> Decision:
    return AtLeast(raw["at_least"]) if "at_least" in raw else All()
