"""A programme: its units and credits, the scale, and the rules of its regulation (DESIGN §3)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from evc.model.ids import LevelId, OutcomeId, ProgrammeId, QualificationId, UnitId
from evc.model.rubric import Rubric
from evc.model.source import Age, InputFile, Source, SourceRef
from evc.model.text import Text
from evc.model.value import value


class Setting(Enum):
    """Where a unit is learned."""

    WORKPLACE = "workplace"
    INSTITUTE = "institute"
    BOTH = "both"


class Agreement(Enum):
    """When independent ratings together decide a criterion."""

    UNANIMOUS = "unanimous"
    MAJORITY = "majority"


class Remarks(Enum):
    """Which ratings must carry a remark."""

    ALL = "all"
    BELOW_PASS = "below-pass"
    NONE = "none"


@value
class Regulation:
    """Whose rules these are (the OER), and when they are in force; a missing end is no end."""

    title: Text | None
    year: Text | None
    start: date | None
    end: date | None


@value
class Level:
    """One step of the scale."""

    id: LevelId
    title: Text


@value
class Scale:
    """The levels, lowest first, and the one from which a rating passes."""

    levels: tuple[Level, ...]
    pass_level: LevelId
    rank: Mapping[LevelId, int]


@value
class Qualification:
    """Formal proof that exempts by rule (standaardvrijstelling), while it is no older than `max_age`."""

    id: QualificationId
    title: Text
    max_age: Age | None
    source: SourceRef | None


@value
class Unit:
    """A unit of learning outcomes: it carries the credits (EC) and ends in one exam."""

    id: UnitId
    title: Text
    credits: Decimal
    setting: Setting
    outcomes: tuple[OutcomeId, ...]
    after: tuple[UnitId, ...]
    exempt_for: tuple[QualificationId, ...]
    exemptible: bool
    source: SourceRef | None


@value
class Maximum:
    """The most credits that advice may award, and the article that says so."""

    credits: Decimal
    source: SourceRef | None


@value
class Programme:
    """A whole programme with its rubrics, complete and consistent in form."""

    id: ProgrammeId
    title: Text
    language: str
    credits: Decimal
    level: int | None
    regulation: Regulation | None
    sources: tuple[Source, ...]
    scale: Scale
    assessors: int
    agreement: Agreement
    remarks: Remarks
    instruments: tuple[str, ...]
    qualifications: Mapping[QualificationId, Qualification]
    units: tuple[Unit, ...]
    maximum: Maximum | None
    rubrics: Mapping[OutcomeId, Rubric]
    found: str
    inputs: tuple[InputFile, ...]
