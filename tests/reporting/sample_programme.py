"""A programme to advise on: 240 EC, three levels, two sources, one qualification; and texts in one language or two."""

from datetime import date
from decimal import Decimal

from evc.model.advice import ProgrammeSummary
from evc.model.ids import LevelId, ProgrammeId, QualificationId, SourceId
from evc.model.programme import Level, Maximum, Qualification, Regulation, Scale
from evc.model.source import Age, Source, SourceRef
from evc.model.text import Text


def text(nl: str, en: str | None = None) -> Text:
    """A text in Dutch and English, or in Dutch alone."""
    return Text({"nl": nl} if en is None else {"nl": nl, "en": en})


def bare(words: str) -> Text:
    """A text without a language, as a name or an article number is."""
    return Text({"": words})


def programme(*, assessors: int = 2) -> ProgrammeSummary:
    """A programme of 240 EC with three levels, two sources and one qualification."""
    levels = (("onvoldoende", "insufficient"), ("voldoende", "sufficient"), ("goed", "good"))
    return ProgrammeSummary(
        id=ProgrammeId("leraar-po"),
        title=text("Leraar basisonderwijs", "Primary school teacher"),
        language="nl",
        level=6,
        regulation=Regulation(bare("OER pabo deeltijd"), bare("2026-2027"), date(2026, 9, 1), date(2027, 8, 31)),
        scale=Scale(
            tuple(Level(LevelId(nl), text(nl, en)) for nl, en in levels),
            LevelId("voldoende"),
            {LevelId(nl): rank for rank, (nl, _) in enumerate(levels)},
        ),
        sources=(
            Source(
                SourceId("besluit-2017"),
                bare("Besluit bekwaamheidseisen onderwijspersoneel"),
                bare("Stb. 2017, 148"),
                "https://zoek.officielebekendmakingen.nl/stb-2017-148.html",
            ),
            Source(SourceId("oer-2026"), bare("OER pabo deeltijd 2026-2027"), None, None),
        ),
        assessors=assessors,
        maximum=Maximum(Decimal(180), SourceRef(SourceId("oer-2026"), bare("4.4"))),
        qualifications={
            QualificationId("mbo4-onderwijsassistent"): Qualification(
                QualificationId("mbo4-onderwijsassistent"),
                text("Mbo-4 Onderwijsassistent", "Teaching assistant (mbo 4)"),
                Age(years=10),
                SourceRef(SourceId("oer-2026"), bare("4.2")),
            )
        },
    )
