"""The view: what a page says at each stage of a dossier, without any page."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.reporting import sample_outcomes, samples
from tests.reporting.advices import advice, criterion, outcome, rating, unit

from evc.language import LANGUAGES, language
from evc.model.advice import Advice, Basis, Recommendation
from evc.model.findings import Finding, UnitReason
from evc.reporting.view import AdviceView, view


def dutch(of: Advice) -> AdviceView:
    """The view in Dutch."""
    return view(of, language("nl"))


def test_the_headline_is_advice_with_its_numbers() -> None:
    said = dutch(samples.rich()).page_one.headline
    assert "eadviseerd" in said
    assert "60 EC" in said
    assert "30 EC" in said


def test_the_headline_says_when_no_rating_was_asked() -> None:
    said = language("nl").say("headline.evidence-only.unrated")
    assert said in dutch(samples.evidence_only()).page_one.headline
    assert said not in dutch(samples.rich()).page_one.headline


def test_before_any_assessor_the_headline_is_about_coverage() -> None:
    shown = dutch(samples.before_assessors())
    assert "1 van de 2" in shown.page_one.headline
    assert not shown.judged
    assert shown.page_one.total == ""


def test_before_any_assessor_there_is_no_verdict_anywhere() -> None:
    shown = dutch(samples.before_assessors())
    tones = {"met", "open", "part", "not"}
    assert all(row.badge is None for row in shown.page_one.units)
    assert all(row.badge is None for group in shown.glance.groups for row in group.rows)
    assert not {cell.badge.tone for group in shown.glance.groups for row in group.rows for cell in row.cells} & tones
    assert not {each.badge.tone for section in shown.outcomes for each in section.criteria} & tones
    assert shown.signatures.decisions == ()


def test_before_any_assessor_only_evidence_is_missing() -> None:
    covered, short = dutch(samples.before_assessors()).outcomes
    assert covered.missing == ()
    assert len(short.missing) == 1
    assert "B10" in short.missing[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_claimed_is_said_plainly(code: str) -> None:
    shown = view(samples.nothing_claimed(), language(code))
    assert shown.outcomes == ()
    assert shown.page_one.bar is None


def test_the_bar_divides_all_credits() -> None:
    bar = dutch(samples.rich()).page_one.bar
    assert bar is not None
    assert [part.kind for part in bar.parts] == ["award", "first", "later", "rest"]
    assert [part.amount for part in bar.parts] == ["60 EC", "30 EC", "60 EC", "90 EC"]
    assert sum(part.width for part in bar.parts) == 1000


def test_thirds_fill_the_bar() -> None:
    shown = sample_outcomes.testing()
    units = (
        unit("A", "A", (), Recommendation.AWARD, ec="80", basis=Basis.VALIDATION),
        unit("B", "B", (shown,), Recommendation.INVESTIGATE, ec="80"),
        unit("C", "C", (), Recommendation.PARTIAL, ec="80"),
    )
    bar = dutch(advice(units, sample_outcomes.EVIDENCE, assessors=(sample_outcomes.A07,))).page_one.bar
    assert bar is not None
    assert [part.width for part in bar.parts] == [333, 334, 333]


def test_a_standard_exemption_names_its_diploma_and_article() -> None:
    row = next(row for row in dutch(samples.rich()).page_one.units if row.id == "LU-ORI")
    assert all(name in row.lines[0] for name in ("B8", "Mbo-4 Onderwijsassistent", "4.2"))


def test_page_one_turns_on_the_open_criterion_and_the_missing_file() -> None:
    turns = dutch(samples.rich()).page_one.turns
    assert turns[0].link.key == "outcome/toetsen-en-volgen/T2"
    assert "B10" in turns[1].text
    assert "B5" in turns[2].text


def test_what_page_one_cannot_hold_is_counted() -> None:
    many = tuple(
        unit(f"LU-{number}", "X", (replace(sample_outcomes.testing(), id=f"o{number}"),), Recommendation.INVESTIGATE)  # type: ignore[arg-type]
        for number in range(8)
    )
    page = dutch(advice(many, sample_outcomes.EVIDENCE, assessors=(sample_outcomes.A07,))).page_one
    assert len(page.turns) == 5
    assert "3" in page.more_turns


def test_formal_proof_that_nobody_verified_is_on_page_one() -> None:
    proof = unit(
        "LU-ORI",
        "Oriëntatie",
        (),
        Recommendation.INVESTIGATE,
        proof="B8",
        reasons=(Finding(UnitReason.PROOF_NOT_VERIFIED, {}),),
    )
    page = dutch(advice((proof,), sample_outcomes.EVIDENCE, assessors=(sample_outcomes.A07,))).page_one
    assert page.turns[0].link.key == "evidence/B8"
    assert "30 EC" in page.headline
    assert "B8" in page.units[0].lines[0]


def test_a_changed_rating_shows_both_levels_and_a_low_one_is_marked() -> None:
    climate, testing, *_ = dutch(samples.rich()).outcomes
    first = climate.criteria[0].levels[0]
    assert (first.first, first.level, first.below) == ("voldoende", "goed", False)
    assert [level.below for level in testing.criteria[1].levels] == [False, True]


def test_an_assessor_who_left_a_criterion_out_has_an_empty_cell() -> None:
    half = outcome(
        "x",
        "X",
        (
            criterion("C1", "Een", "B1", (rating("A-07", "goed"), rating("A-12", "goed"))),
            criterion("C2", "Twee", "B1", (rating("A-12", "goed"),)),
        ),
    )
    judged = unit("LU-X", "X", (half,), Recommendation.AWARD, basis=Basis.VALIDATION)
    section = dutch(
        advice((judged,), sample_outcomes.EVIDENCE, assessors=(sample_outcomes.A07, sample_outcomes.A12))
    ).outcomes[0]
    assert [level.level for level in section.criteria[1].levels] == ["–", "goed"]


def test_consensus_has_its_own_column_and_remark() -> None:
    research = dutch(samples.rich()).outcomes[-1]
    assert research.has_consensus
    assert len(research.criteria[0].levels) == 3
    assert research.motives[0].remarks[-1].paragraphs == ("Samen zien wij geen onderzoeksvraag in B9.",)


def test_criteria_without_a_remark_are_gathered() -> None:
    climate = dutch(samples.rich()).outcomes[0]
    assert [motive.id for motive in climate.motives] == ["P1"]
    assert "P2, P3 en P4" in climate.plain_motive


def test_what_was_cited_and_does_not_count_is_motivated_by_title() -> None:
    care = dutch(samples.rich()).outcomes[2]
    told = next(motive.text for motive in care.motives if motive.id == "Z3")
    assert "B10 (Ouderenquête)" in told


def test_the_register_tells_counting_waived_set_aside_and_uncited_apart() -> None:
    counts = {row.id: row.counts for row in dutch(samples.rich()).register}
    assert len({counts[item] for item in ("B1", "B2", "B5", "B8")}) == 4
    assert counts["B5"] == counts["B10"]


def test_verified_proof_says_by_whom() -> None:
    row = next(row for row in dutch(samples.rich()).register if row.id == "B8")
    assert "A-07" in row.notes[0]


def test_an_ongoing_period_and_an_ended_one_are_dated() -> None:
    rows = {row.id: row.dated for row in dutch(samples.rich()).register}
    assert "2019" in rows["B1"]
    assert "2025" in rows["B2"]
    assert "2026" in rows["B2"]


def test_the_interview_is_about_what_is_open() -> None:
    questions = dutch(samples.rich()).interview.questions
    assert [question.criterion.key for question in questions] == ["outcome/toetsen-en-volgen/T2"]
    action = questions[0].prompts[2]
    assert len(action.indicators) == 2
    assert view(samples.rich(), language("en")).interview.questions[0].prompts[2].indicators[1].mark == "[nl]"


def test_the_route_says_what_is_left_and_what_lies_outside() -> None:
    route = dutch(samples.rich()).route
    assert [step.number for step in route.steps] == [1, 2, 3, 4, 5]
    assert "180" in route.intro
    assert "30" in route.outside


def test_the_closing_lines_follow_the_basis() -> None:
    both, exempted, covered = (
        dutch(make()).closing for make in (samples.rich, samples.evidence_only, samples.before_assessors)
    )
    assert len(both) == 4
    assert len(exempted) == 3
    assert len(covered) == 1


def test_the_committee_decides_only_on_what_was_asked() -> None:
    ids = [row.id for row in dutch(samples.rich()).signatures.decisions]
    assert ids == ["LU-PED", "LU-ORI", "LU-DID", "LU-PASS", "LU-OND"]


def test_a_hash_is_shown_whole_in_groups_and_a_missing_file_as_missing() -> None:
    files = {row.path: row.groups for row in dutch(samples.rich()).provenance.files}
    assert "".join(files["dossier/portfolio.yml"]) == "3c" * 32
    assert files["dossier/bewijs/B10.pdf"] == ()


def test_credits_are_exact() -> None:
    part = unit("LU-X", "X", (sample_outcomes.climate(),), Recommendation.AWARD, ec="7.5", basis=Basis.VALIDATION)
    shown = dutch(advice((part,), sample_outcomes.EVIDENCE, assessors=(sample_outcomes.A07,)))
    assert advice((part,), ()).credits.awarded == Decimal("7.5")
    assert "7,5 EC" in shown.page_one.headline
