"""Every finding and every word in both languages: what a sentence names, not how a translator puts it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from tests.reporting import sample_outcomes, samples
from tests.reporting.advices import MET, NOT, criterion, outcome, unit

from evc.language import LANGUAGES, Language, language
from evc.model.advice import Basis, Coverage, ItemResult, Label, Recommendation, RuleName, RuleResult, ShortOf
from evc.model.dossier import EVIDENCE_TYPES
from evc.model.findings import Change, Condition, CriterionReason, Finding, ItemReason, UnitReason, Value
from evc.model.ids import EvidenceId
from evc.model.programme import Setting
from evc.model.verdict import Verdict
from evc.reporting import words
from evc.reporting.names import Names, names_of

OUTCOME = "pedagogisch-klimaat"

# A finding, and what its sentence must name in Dutch.
FINDINGS: tuple[tuple[Finding, tuple[str, ...]], ...] = (
    (Finding(CriterionReason.TOO_FEW_ITEMS, {"required": 3, "found": 1}), ("3", "1")),
    (Finding(CriterionReason.TOO_FEW_RATINGS, {"required": 2, "found": 1}), ("2", "1")),
    (
        Finding(
            CriterionReason.BELOW_PASS, {"pass": "goed", "levels": ("voldoende", "onvoldoende"), "consensus": False}
        ),
        ("goed", "voldoende", "onvoldoende"),
    ),
    (
        Finding(CriterionReason.BELOW_PASS, {"pass": "goed", "levels": ("voldoende",), "consensus": True}),
        ("goed", "voldoende"),
    ),
    (Finding(CriterionReason.DISAGREEMENT, {}), ()),
    (Finding(UnitReason.NOT_EXEMPTIBLE, {}), ()),
    (Finding(UnitReason.PROOF_NOT_VERIFIED, {}), ("B8", "Diploma Onderwijsassistent")),
    (Finding(UnitReason.OUTCOMES_NOT_CLAIMED, {"outcomes": ("differentieren",)}), ("Differentiëren",)),
    (Finding(UnitReason.NOT_CLAIMED, {}), ()),
    (Finding(UnitReason.INCOMPLETE, {}), ()),
    (Finding(UnitReason.NOT_DEMONSTRATED, {}), ()),
    (
        Finding(UnitReason.MANDATORY_NOT_MET, {"outcome": OUTCOME, "criterion": "P1"}),
        ("Pedagogisch klimaat", "P1", "Veiligheid en vertrouwen"),
    ),
    (Finding(UnitReason.PROOF_SET_ASIDE, {"evidence": "B8", "reason": "outdated"}), ("B8", "te oud")),
    (
        Finding(Condition.ABOVE_MAXIMUM, {"maximum": Decimal(180), "awarded": Decimal("210.50")}),
        ("180", "210,5", "OER pabo deeltijd 2026-2027", "4.4"),
    ),
    (
        Finding(Condition.ASSESSOR_NOT_INDEPENDENT, {"assessor": "A-07", "name": "n. verhage", "evidence": ("B3",)}),
        ("A-07", "n. verhage", "B3", "kandidaat"),
    ),
    (Finding(Condition.ASSESSOR_NOT_INDEPENDENT, {"assessor": "A-07", "name": "X", "evidence": ()}), ("A-07", "X")),
    (Finding(Condition.INSTRUMENT_MISSING, {"unit": "LU-PED", "kind": "interview"}), ("Pedagogisch handelen",)),
    (
        Finding(Condition.UNMOTIVATED, {"assessor": "A-07", "outcome": OUTCOME, "criteria": ("P2", "P3")}),
        ("A-07", "Pedagogisch klimaat", "P2 en P3"),
    ),
    (
        Finding(Condition.REJECTION_CONTESTED, {"evidence": "B3", "by": ("A-07",), "not_by": ("A-12",)}),
        ("B3", "Lesobservatie groep 5", "A-07", "A-12"),
    ),
    (
        Finding(Condition.RUBRIC_CHANGED, {"assessor": "A-07", "outcome": OUTCOME, "judged": "1.0.0", "used": "1.2.0"}),
        ("A-07", "Pedagogisch klimaat", "1.0.0", "1.2.0"),
    ),
    (Finding(Condition.PORTFOLIO_CHANGED, {"assessor": "A-07"}), ("A-07",)),
    (Finding(Condition.ASSESSED_BEFORE_SUBMISSION, {"assessor": "A-07"}), ("A-07", "15 september 2026")),
    (
        Finding(Condition.REGULATION_NOT_IN_FORCE, {"from": date(2027, 9, 1), "to": None}),
        ("1 september 2027", "15 september 2026"),
    ),
    (
        Finding(Condition.REGULATION_NOT_IN_FORCE, {"from": date(2024, 9, 1), "to": date(2025, 8, 31)}),
        ("1 september 2024", "31 augustus 2025"),
    ),
    (Finding(Condition.REGULATION_NOT_IN_FORCE, {"from": None, "to": date(2025, 8, 31)}), ("31 augustus 2025",)),
    (Finding(Condition.EVIDENCE_ONLY, {}), ()),
    *(
        (Finding(Change.MEND_ITEM, {"evidence": "B10", "reason": each.value}), ("B10", "Ouderenquête"))
        for each in ItemReason
    ),
    (Finding(Change.ATTEST_ITEM, {"evidence": "B3"}), ("B3", "Lesobservatie groep 5")),
    (Finding(Change.CITE_ITEM, {"evidence": "B3", "criteria": ("P1",)}), ("B3", "P1", "Veiligheid en vertrouwen")),
    (Finding(Change.ADD_ITEM, {"criteria": ("P1",)}), ("P1",)),
    (
        Finding(
            Change.ADD_ITEM,
            {
                "criteria": ("P1", "P2"),
                "type": "video",
                "new_context": True,
                "hours": Decimal("12.5"),
                "attested": True,
            },
        ),
        ("P1 en P2", "video", "12,5"),
    ),
    (Finding(Change.ADD_ITEM, {"criteria": (), "hours": Decimal(3)}), ("3",)),
    (Finding(Change.RATE, {"criterion": "P1", "assessors": 2}), ("P1", "2")),
    (Finding(Change.AGREE, {"criterion": "P1"}), ("P1",)),
    (Finding(Change.JUDGE_AGAIN, {"criterion": "P1"}), ("P1",)),
    *((Finding(Change.CANNOT_BE_MET, {"rule": rule}), ()) for rule in ("relevance", "variation", "quantity")),
)

MAX_AGE: Mapping[str, Value] = {"years": 1, "months": 6, "days": 0}
ITEMS: tuple[tuple[ItemReason, Mapping[str, Value], tuple[str, ...]], ...] = (
    (
        ItemReason.REJECTED,
        {"by": ("A-07", "A-12"), "reasons": ("not-authentic", "other"), "remarks": ("Kopie.", "Zie gesprek.")},
        ("A-07", "A-12", "Kopie.", "Zie gesprek."),
    ),
    (ItemReason.FILE_MISSING, {"cause": "absent"}, ()),
    (ItemReason.FILE_MISMATCH, {"expected": "a" * 64, "found": "b" * 64}, ()),
    (ItemReason.FUTURE, {"date": date(2027, 1, 2)}, ("2 januari 2027",)),
    (ItemReason.OWN_SHARE_MISSING, {}, ()),
    (ItemReason.OUTDATED, {"date": date(2019, 6, 30), "max_age": MAX_AGE}, ("30 juni 2019", "1 jaar en 6 maanden")),
    (ItemReason.TYPE_NOT_ACCEPTED, {"type": "badge", "accepts": ("video", "diploma")}, ("badge", "video en diploma")),
)


def dutch() -> Names:
    """The names of the sample dossier in Dutch."""
    return names_of(samples.rich(), language("nl"))


def said(finding: Finding, names: Names) -> str:
    """The sentence, with the outcome and a unit with formal proof at hand."""
    proved = unit("LU-X", "X", (), Recommendation.INVESTIGATE, proof="B8")
    return words.finding_text(finding, names, outcome=sample_outcomes.climate(), unit=proved)


@pytest.mark.parametrize(
    ("finding", "named"), FINDINGS, ids=lambda each: getattr(getattr(each, "code", ""), "value", "")
)
def test_a_finding_names_what_it_is_about(finding: Finding, named: tuple[str, ...]) -> None:
    text = said(finding, dutch())
    assert all(name in text for name in named), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_has_a_sentence(code: str) -> None:
    names = names_of(samples.rich(), language(code), plain=True)
    told = {finding.code for finding, _ in FINDINGS}
    assert told == {*CriterionReason, *UnitReason, *Condition, *Change}
    for finding, _ in FINDINGS:
        text = said(finding, names)
        assert text.endswith(".")
        assert "{" not in text


@pytest.mark.parametrize(("reason", "data", "named"), ITEMS, ids=lambda each: getattr(each, "value", ""))
def test_an_item_says_why_it_does_not_count(
    reason: ItemReason, data: Mapping[str, Value], named: tuple[str, ...]
) -> None:
    text = words.item_text(ItemResult(EvidenceId("B5"), False, reason, waived=False, data=data), dutch())
    assert text is not None
    assert all(name in text for name in named), text


def test_a_waived_item_says_by_whom_and_why() -> None:
    data: Mapping[str, Value] = {"waived_by": ("A-07", "A-12"), "waiver_remarks": ("Loopt door.", "Loopt door.")}
    text = words.item_text(ItemResult(EvidenceId("B2"), True, None, waived=True, data=data), dutch())
    assert text is not None
    assert "A-07 en A-12" in text
    assert text.count("Loopt door.") == 1


def test_a_waiver_does_not_hide_another_reason() -> None:
    data: Mapping[str, Value] = {"cause": "absent", "waived_by": ("A-07",), "waiver_remarks": ("Oud, maar goed.",)}
    text = words.item_text(
        ItemResult(EvidenceId("B2"), False, ItemReason.FILE_MISSING, waived=True, data=data), dutch()
    )
    assert text is not None
    assert "Oud, maar goed." not in text


def test_an_item_that_counts_has_nothing_to_say() -> None:
    assert words.item_text(ItemResult(EvidenceId("B2"), True, None, waived=False, data={}), dutch()) is None


def keys() -> list[str]:
    """A key for every value of every enum that reports name."""
    families: tuple[tuple[str, type[Enum]], ...] = (
        ("label", Label),
        ("coverage", Coverage),
        ("verdict", Verdict),
        ("rule-verdict", Verdict),
        ("basis", Basis),
        ("setting", Setting),
        ("rule", RuleName),
        ("set-aside", ItemReason),
        ("reason", ItemReason),
        ("reason", CriterionReason),
        ("reason", UnitReason),
    )
    named = [f"{family}.{each.value}" for family, values in families for each in values]
    return named + [f"type.{each}" for each in EVIDENCE_TYPES]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("key", keys())
def test_every_value_has_a_word(code: str, key: str) -> None:
    assert language(code).knows(key)


@pytest.mark.parametrize(
    ("reason", "tone"),
    [
        (UnitReason.NOT_EXEMPTIBLE, words.Tone.NONE),
        (UnitReason.NOT_CLAIMED, words.Tone.NONE),
        (UnitReason.INCOMPLETE, words.Tone.NONE),  # a gap in the file gets no cross
        (UnitReason.NOT_DEMONSTRATED, words.Tone.NOT),
    ],
)
def test_none_has_four_wordings(reason: UnitReason, tone: words.Tone) -> None:
    refused = unit("LU-X", "X", (), Recommendation.NONE, reasons=(Finding(reason, {}),))
    spoken: Language = language("nl")
    others = {
        words.recommendation_word(unit("Y", "Y", (), Recommendation.NONE, reasons=(Finding(each, {}),)), spoken)
        for each in (
            UnitReason.NOT_EXEMPTIBLE,
            UnitReason.NOT_CLAIMED,
            UnitReason.INCOMPLETE,
            UnitReason.NOT_DEMONSTRATED,
        )
    }
    assert len(others) == 4
    assert words.recommendation_word(refused, spoken) in others
    assert words.recommendation_tone(refused) is tone


def test_an_investigation_says_what_it_is_for() -> None:
    proof = unit(
        "LU-X", "X", (), Recommendation.INVESTIGATE, proof="B8", reasons=(Finding(UnitReason.PROOF_NOT_VERIFIED, {}),)
    )
    interview = unit("LU-Y", "Y", (sample_outcomes.testing(),), Recommendation.INVESTIGATE)
    unrated = next(each for each in samples.before_assessors().units if each.id == "LU-PED")
    assert [words.investigation(each) for each in (proof, interview, unrated)] == [
        words.Investigation.PROOF,
        words.Investigation.INTERVIEW,
        words.Investigation.RATINGS,
    ]


@pytest.mark.parametrize(
    ("short_of", "says"),
    [((), False), ((ShortOf.EVIDENCE,), True), ((ShortOf.JUDGEMENT,), True), (tuple(ShortOf), True)],
)
def test_what_an_outcome_is_short_of(short_of: tuple[ShortOf, ...], says: bool) -> None:
    criteria = (criterion("C1", "Een", "B1"), criterion("C2", "Twee", "B1", rated=NOT))
    text = words.short_of_text(outcome("x", "X", criteria, label=Label.NOT, short_of=short_of), dutch())
    assert (text is not None) == says
    names_the_low_one = ShortOf.JUDGEMENT in short_of
    assert ("C2" in (text or "")) == names_the_low_one
    assert "C1" not in (text or "")


def test_rules_are_asked_and_found_in_the_same_terms() -> None:
    names = dutch()
    rule = RuleResult(
        RuleName.QUANTITY, NOT, {"items": 3, "hours": Decimal(400)}, {"items": 1, "hours": Decimal("40.50")}, ()
    )
    asked, found = words.rule_required(rule, names), words.rule_found(rule, sample_outcomes.climate(), names)
    assert "3" in asked
    assert "400" in asked
    assert "1 " in found
    assert "40,5" in found


def test_the_decision_rule_counts_criteria() -> None:
    rule = RuleResult(RuleName.DECISION, MET, {"at_least": 2}, {"at_least": 4}, ())
    names = dutch()
    assert "2" in words.rule_required(rule, names)
    assert "4" in words.rule_found(rule, sample_outcomes.climate(), names)


def test_a_title_in_another_language_is_marked() -> None:
    names = names_of(samples.rich(), language("en"))
    assert names.unit("LU-PASS").endswith("[nl]")
    assert names.unit("LU-PED") == "Pedagogy"
