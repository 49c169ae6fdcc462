"""A programme and its rubrics from plain values."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from evc.model.ids import LevelId, OutcomeId, ProgrammeId, QualificationId, SourceId, UnitId
from evc.model.programme import (
    Agreement,
    Level,
    Maximum,
    Programme,
    Qualification,
    Regulation,
    Remarks,
    Scale,
    Setting,
    Unit,
)
from evc.model.source import InputFile, Source
from evc.reading.building.common import (
    Raw,
    build_age,
    build_amount,
    build_date,
    build_ref,
    build_text,
    optional_text,
)
from evc.reading.building.rubric import build_rubric


def build_programme(
    raw: Raw, rubrics: Mapping[OutcomeId, Raw], *, found: str, inputs: tuple[InputFile, ...]
) -> Programme:
    """The programme with a rubric for every outcome that its units name, in their order."""
    scale = _scale(raw["scale"])
    units = tuple(map(_unit, raw["units"]))
    return Programme(
        id=ProgrammeId(raw["id"]),
        title=build_text(raw["title"]),
        language=raw["language"],
        credits=Decimal(raw["credits"]),
        level=raw.get("level"),
        regulation=_regulation(raw.get("regulation")),
        sources=tuple(map(_source, raw.get("sources", ()))),
        scale=scale,
        assessors=raw.get("assessors", 2),
        agreement=Agreement(raw.get("agreement", "unanimous")),
        remarks=Remarks(raw.get("remarks", "all")),
        instruments=tuple(raw.get("instruments", ())),
        qualifications={QualificationId(each["id"]): _qualification(each) for each in raw.get("qualifications", ())},
        units=units,
        maximum=_maximum(raw.get("advice")),
        rubrics={
            outcome: build_rubric(rubrics[outcome], scale.pass_level) for unit in units for outcome in unit.outcomes
        },
        found=found,
        inputs=inputs,
    )


def _scale(raw: Raw) -> Scale:
    levels = tuple(Level(LevelId(each["id"]), build_text(each.get("title", each["id"]))) for each in raw["levels"])
    return Scale(levels, LevelId(raw["pass"]), {level.id: rank for rank, level in enumerate(levels)})


def _regulation(raw: Raw | None) -> Regulation | None:
    if raw is None:
        return None
    return Regulation(
        title=optional_text(raw.get("title")),
        year=optional_text(raw.get("year")),
        start=build_date(raw.get("from")),
        end=build_date(raw.get("to")),
    )


def _source(raw: Raw) -> Source:
    citation = optional_text(raw.get("citation"))
    return Source(SourceId(raw["id"]), build_text(raw["title"]), citation, raw.get("url"))


def _qualification(raw: Raw) -> Qualification:
    return Qualification(
        id=QualificationId(raw["id"]),
        title=build_text(raw.get("title", raw["id"])),
        max_age=build_age(raw.get("max_age")),
        source=build_ref(raw.get("source")),
    )


def _unit(raw: Raw) -> Unit:
    return Unit(
        id=UnitId(raw["id"]),
        title=build_text(raw["title"]),
        credits=Decimal(raw["credits"]),
        setting=Setting(raw.get("setting", "both")),
        outcomes=_ids(OutcomeId, raw, "outcomes"),
        after=_ids(UnitId, raw, "after"),
        exempt_for=_ids(QualificationId, raw, "exempt_for"),
        exemptible=raw.get("exemptible", True),
        source=build_ref(raw.get("source")),
    )


def _ids(kind: Any, raw: Raw, key: str) -> tuple[Any, ...]:  # noqa: ANN401 - a NewType is no class
    return tuple(kind(each) for each in raw.get(key, ()))


def _maximum(raw: Raw | None) -> Maximum | None:
    credits_ = build_amount(raw.get("max_credits")) if raw else None
    return None if raw is None or credits_ is None else Maximum(credits_, build_ref(raw.get("source")))
