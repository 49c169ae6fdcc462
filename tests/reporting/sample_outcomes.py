"""Evidence, assessors and judged outcomes for the sample advices: one outcome of each label, each for its reason."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from tests.reporting.advices import MET, NOT, OPEN, criterion, item, outcome, rating
from tests.reporting.sample_programme import text

from evc.model.advice import (
    AssessorSummary,
    Coverage,
    GivenRating,
    Label,
    OutcomeAdvice,
    RuleName,
    RuleResult,
    ShortOf,
)
from evc.model.assessment import AgreedRating, Assessor, Instrument
from evc.model.dossier import Period
from evc.model.findings import Change, CriterionReason, Finding, ItemReason, Value
from evc.model.ids import AssessorId, EvidenceId, LevelId

A07 = AssessorSummary(
    Assessor(AssessorId("A-07"), "M. Oudshoorn", "vakdidacticus"),
    date(2026, 10, 1),
    (Instrument("G1", "interview", date(2026, 10, 5), Decimal(40)),),
)
A12 = AssessorSummary(Assessor(AssessorId("A-12"), "S. Rahmani", "pedagoog"), date(2026, 10, 3), ())

EVIDENCE = (
    item(
        "B1",
        "Werkgeversverklaring",
        "employer-statement",
        period=Period(date(2019, 8, 1), None),
        hours="1600",
        context="basisschool",
        attested="directeur",
    ),
    item(
        "B2",
        "Zes lesplannen met nabeschouwing",
        period=Period(date(2025, 3, 1), date(2026, 5, 30)),
        hours="40.5",
        attested="werkplekbegeleider",
    ),
    item("B3", "Lesobservatie groep 5", "observation", attested="schoolopleider"),
    item("B4", "Video kringgesprek", "video", context="bso"),
    item("B5", "Certificaat Omgaan met gedrag", "certificate", issued=date(2019, 6, 30)),
    item("B6", "Groepsoverzicht en analyse", own_share="Ik maakte de analyse; een collega verzamelde de toetsen."),
    item("B7", "Verslag zorgoverleg"),
    item(
        "B8", "Diploma Onderwijsassistent", "diploma", issued=date(2018, 7, 2), qualification="mbo4-onderwijsassistent"
    ),
    item("B9", "Reflectie op praktijkonderzoek", "reflection"),
    item("B10", "Ouderenquête", "feedback", missing=True),
)

VARIATION = RuleResult(
    RuleName.VARIATION,
    MET,
    {"types": 2, "contexts": 2},
    {"types": 4, "contexts": 2},
    (EvidenceId("B1"), EvidenceId("B3")),
)
QUANTITY = RuleResult(
    RuleName.QUANTITY,
    MET,
    {"items": 3, "hours": Decimal(400)},
    {"items": 4, "hours": Decimal("1640.50")},
    (EvidenceId("B1"), EvidenceId("B2")),
)
AUTHENTICITY = RuleResult(RuleName.AUTHENTICITY, MET, {"attested": 1}, {"attested": 3}, (EvidenceId("B1"),))
OUTDATED: Mapping[str, Value] = {"date": date(2019, 6, 30), "max_age": {"years": 5, "months": 0, "days": 0}}

LOOKS_FOR = (
    text("Legt uit wat zij met de gegevens deed.", "Explains what she did with the data."),
    text("Kan een keuze verantwoorden die anders had gekund."),
)


def both(level_a: str, level_b: str) -> tuple[GivenRating, ...]:
    """Two ratings without a remark."""
    return rating("A-07", level_a), rating("A-12", level_b)


def climate() -> OutcomeAdvice:
    """Demonstrated, with remarks, a rating that changed, a waived item and one that is too old."""
    return outcome(
        "pedagogisch-klimaat",
        "Pedagogisch klimaat",
        (
            criterion(
                "P1",
                "Veiligheid en vertrouwen",
                "B1 B3 B4",
                (
                    rating(
                        "A-07",
                        "goed",
                        "In de kring van B4 laat zij een jongen die vastloopt zelf kiezen wanneer hij weer aansluit; "
                        "de groep wacht zonder onrust.",
                        first="voldoende",
                        on=("B4", "G1"),
                    ),
                    rating(
                        "A-12",
                        "voldoende",
                        "De directeur beschrijft in B1 twee ruzies die zij met de kinderen oploste.",
                    ),
                ),
                english="Safety and trust",
                mandatory=True,
            ),
            criterion(
                "P2", "Groepsprocessen sturen", "B3 B4", both("voldoende", "voldoende"), english="Guiding groups"
            ),
            criterion("P3", "Verwachtingen en grenzen", "B1 B3 B5", both("goed", "goed"), counts="B1 B3", asks="goed"),
            criterion(
                "P4", "Ruimte voor verschillen", "B2 B3", both("voldoende", "goed"), english="Room for differences"
            ),
        ),
        english="Classroom climate",
        rules=(VARIATION, QUANTITY, AUTHENTICITY),
        set_aside={"B5": (ItemReason.OUTDATED, OUTDATED)},
        waived={"B2": {"waived_by": ("A-07", "A-12"), "waiver_remarks": ("De praktijk liep door, zie B1.",) * 2}},
        account=(
            "In groep 5 zat een jongen die vaak vastliep.\n\n"
            "Ik besprak met hem wat hij nodig had,\nen sprak dat met de groep af."
        ),
        statement=text(
            "De leraar maakt een klas waarin elk kind zich veilig voelt, meedoet en weet wat er verwacht wordt.",
            "The teacher makes a class in which every child feels safe, takes part and knows what is expected.",
        ),
    )


def testing() -> OutcomeAdvice:
    """Open: the assessors differ on a mandatory criterion."""
    return outcome(
        "toetsen-en-volgen",
        "Toetsen en volgen",
        (
            criterion("T1", "Vormen en doelen van toetsen", "B2 B6", both("voldoende", "voldoende")),
            criterion(
                "T2",
                "Toetsgegevens duiden",
                "B6",
                (
                    rating(
                        "A-07",
                        "voldoende",
                        "Het groepsoverzicht in B6 leidt tot drie instructiegroepen; de keuze is toegelicht.",
                    ),
                    rating(
                        "A-12", "onvoldoende", "B6 laat niet zien wat zij deed met de vijf leerlingen die achterbleven."
                    ),
                ),
                english="Reading test data",
                rated=OPEN,
                mandatory=True,
                reasons=(Finding(CriterionReason.DISAGREEMENT, {}),),
                indicators=LOOKS_FOR,
            ),
        ),
        english="Testing and monitoring",
        label=Label.OPEN,
        missing=(Finding(Change.AGREE, {"criterion": "T2"}),),
    )


def care() -> OutcomeAdvice:
    """Partly demonstrated: a file is missing, and nothing else."""
    return outcome(
        "zorg-signaleren",
        "Zorg signaleren",
        (
            criterion("Z1", "Signaleren", "B1 B7", both("voldoende", "goed"), english="Noticing", mandatory=True),
            criterion(
                "Z3",
                "Samenwerken met ouders",
                "B10",
                (
                    rating("A-07", "voldoende"),
                    rating(
                        "A-12",
                        "voldoende",
                        "Haar verhaal overtuigt, maar de enquête waarnaar zij verwijst zit niet in het dossier.",
                    ),
                ),
                english="Working with parents",
                counts="",
                reasons=(Finding(CriterionReason.TOO_FEW_ITEMS, {"required": 1, "found": 0}),),
            ),
        ),
        english="Recognising needs",
        label=Label.PARTLY,
        coverage=Coverage.PARTLY,
        short_of=(ShortOf.EVIDENCE,),
        set_aside={"B10": (ItemReason.FILE_MISSING, {"cause": "absent"})},
        missing=(Finding(Change.MEND_ITEM, {"evidence": "B10", "reason": "file-missing"}),),
    )


def research() -> OutcomeAdvice:
    """Not demonstrated, by judgement and by a consensus; an item was rejected."""
    return outcome(
        "praktijkonderzoek",
        "Praktijkonderzoek",
        (
            criterion(
                "K1",
                "Vraag en aanpak",
                "B9",
                both("onvoldoende", "voldoende"),
                english="Question and approach",
                rated=NOT,
                mandatory=True,
                agreed=AgreedRating(LevelId("onvoldoende"), "Samen zien wij geen onderzoeksvraag in B9."),
                reasons=(
                    Finding(
                        CriterionReason.BELOW_PASS, {"pass": "voldoende", "levels": ("onvoldoende",), "consensus": True}
                    ),
                ),
            ),
        ),
        english="Practice research",
        label=Label.NOT,
        coverage=Coverage.PARTLY,
        short_of=(ShortOf.EVIDENCE, ShortOf.JUDGEMENT),
        rules=(RuleResult(RuleName.VARIATION, NOT, {"types": 2}, {"types": 1}, (EvidenceId("B9"),)),),
        missing=(
            Finding(
                Change.ADD_ITEM,
                {"criteria": ("K1",), "type": "publication", "hours": Decimal("12.5"), "attested": True},
            ),
            Finding(Change.JUDGE_AGAIN, {"criterion": "K1"}),
        ),
    )
