"""Assessments and a consensus from plain values."""

from datetime import date
from functools import lru_cache

from evc.model.assessment import (
    AgreedRating,
    Assessment,
    Assessor,
    Consensus,
    Instrument,
    Judged,
    Rating,
    Rejection,
    RejectionReason,
    Waiver,
)
from evc.model.ids import AssessorId, CriterionId, EvidenceId, LevelId, OutcomeId
from evc.reading.building.common import Raw, build_amount, build_date


def build_assessment(raw: Raw) -> Assessment:
    """Everything one assessor said."""
    assessor = raw["assessor"]
    return Assessment(
        assessor=Assessor(AssessorId(assessor["id"]), assessor.get("name"), assessor.get("role")),
        on=date.fromisoformat(raw["on"]),
        judged=_judged(raw.get("judged")),
        instruments=tuple(_instrument(each) for each in raw.get("instruments", ())),
        ratings={
            outcome: {criterion: _rating(rating) for criterion, rating in ratings.items()}
            for outcome, ratings in raw.get("ratings", {}).items()
        },
        verified={EvidenceId(item): said.get("remark") for item, said in raw.get("verified", {}).items()},
        rejected={EvidenceId(item): _rejection(said) for item, said in raw.get("rejected", {}).items()},
        waived={EvidenceId(item): _waiver(said) for item, said in raw.get("waived", {}).items()},
    )


def build_consensus(raw: Raw) -> Consensus:
    """What the assessors agreed."""
    return Consensus(
        on=date.fromisoformat(raw["on"]),
        assessors=tuple(map(AssessorId, raw["assessors"])),
        ratings={
            OutcomeId(outcome): {
                CriterionId(criterion): AgreedRating(LevelId(said["level"]), said["remark"])
                for criterion, said in ratings.items()
            }
            for outcome, ratings in raw.get("ratings", {}).items()
        },
        restored={EvidenceId(item): said["remark"] for item, said in raw.get("restored", {}).items()},
    )


def _judged(raw: Raw | None) -> Judged | None:
    if raw is None:
        return None
    rubrics = {OutcomeId(outcome): version for outcome, version in raw.get("rubrics", {}).items()}
    return Judged(raw.get("portfolio"), rubrics)


def _instrument(raw: Raw) -> Instrument:
    return Instrument(raw.get("id"), raw.get("kind"), build_date(raw.get("on")), build_amount(raw.get("minutes")))


def _rating(raw: str | Raw) -> Rating:
    if isinstance(raw, str):
        return _level_alone(raw)
    return Rating(raw["level"], raw.get("first") or None, tuple(raw.get("based_on", ())), raw.get("remark"))


@lru_cache(maxsize=256)
def _level_alone(level: str) -> Rating:
    """The rating that says nothing but a level; a scale has a few, and a dossier hundreds of these."""
    return Rating(LevelId(level), None, (), None)


def _rejection(raw: Raw) -> Rejection:
    outcomes = frozenset(map(OutcomeId, raw["for"])) if "for" in raw else None
    return Rejection(RejectionReason(raw["reason"]), raw["remark"], outcomes)


def _waiver(raw: Raw) -> Waiver:
    return Waiver(raw["remark"], frozenset(map(OutcomeId, raw["for"])))
