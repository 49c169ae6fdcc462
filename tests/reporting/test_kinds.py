"""The other documents of an advice: the interview guide and the letter, true for their dossier, in every language."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.reporting import samples
from tests.reporting.advices import advice
from tests.reporting.pages import Page
from tests.reporting.sample_outcomes import A07, A12, EVIDENCE
from tests.reporting.sample_programme import bare
from tests.reporting.test_catalogues import forms, messages
from tests.reporting.test_html import ADVICES, HOSTILE, saying

from evc.cli.options import DocumentKind
from evc.language import LANGUAGES, language
from evc.model.advice import Advice, CriterionResult, OutcomeAdvice, Recommendation
from evc.model.findings import Change, Condition, Finding, Value
from evc.reporting.formats import FORMATS, render
from evc.reporting.manner import Kind, Manner
from evc.reporting.names import names_of
from evc.reporting.view.candidate import CandidateView, candidate_view
from evc.reporting.view.interview import InterviewView, interview_view
from evc.reporting.view.letter import LetterSection
from evc.reporting.words import finding_text

OTHERS = (Kind.INTERVIEW, Kind.CANDIDATE)
DUTCH = language("nl")


def html(of: Advice, kind: Kind, code: str = "nl") -> Page:
    """A document as HTML, read."""
    return Page(render(".html", of, language(code), Manner(kind=kind)).decode())


def letter(of: Advice) -> CandidateView:
    return candidate_view(of, DUTCH)


def guide(of: Advice) -> InterviewView:
    return interview_view(of, DUTCH)


def part(view: CandidateView, key: str) -> LetterSection:
    return next(each for each in view.sections if each.key == key)


def text_of(view: CandidateView) -> str:
    """All that the letter says."""
    said = [view.salutation, *view.opening, *view.answer, *view.closing]
    for section in view.sections:
        said += [section.heading, *section.paragraphs]
        for point in section.points:
            said += [point.title.text, point.amount, *point.paragraphs, *point.steps, point.after]
    return "\n".join(said)


def everywhere(text: str) -> Advice:
    """The sample dossier with this text in every place: what candidate and assessors write, and the rubric's texts."""
    base, foreign = saying(text), bare(text)
    units = tuple(
        replace(unit, title=foreign, outcomes=tuple(_outcome(each, text) for each in unit.outcomes))
        for unit in base.units
    )
    people = tuple(replace(each, assessor=replace(each.assessor, name=text, role=text)) for each in base.assessors)
    programme = replace(base.programme, title=foreign)
    return replace(base, units=units, assessors=people, programme=programme)


def _outcome(outcome: OutcomeAdvice, text: str) -> OutcomeAdvice:
    criteria = tuple(_criterion(each, text) for each in outcome.criteria)
    return replace(outcome, title=bare(text), statement=bare(text), criteria=criteria)


def _criterion(criterion: CriterionResult, text: str) -> CriterionResult:
    return replace(
        criterion,
        title=bare(text),
        indicators=tuple(bare(text) for _ in criterion.indicators),
        levels={level: bare(text) for level in criterion.levels},
        ratings=tuple(replace(each, rating=replace(each.rating, remark=text)) for each in criterion.ratings),
        consensus=replace(criterion.consensus, remark=text) if criterion.consensus else None,
    )


def test_the_command_line_knows_the_same_kinds() -> None:
    assert [each.value for each in DocumentKind] == [each.value for each in Kind]


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ADVICES)
def test_each_page_is_whole_and_asks_nothing(make: Callable[[], Advice], code: str, kind: Kind) -> None:
    read = html(make(), kind, code)
    assert ("html", {"lang": code}) in read.elements
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in read.values("href")} <= set(ids)
    assert {key for keys in read.values("aria-labelledby") for key in keys.split()} <= set(ids)
    assert not {tag for tag, _ in read.elements} & {"script", "link", "img", "iframe", "form"}
    assert not read.values("style")
    policy = next(each["content"] for tag, each in read.elements if tag == "meta" and each.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_foreign_text_comes_out_as_text(text: str, kind: Kind) -> None:
    plain, hostile = html(samples.rich(), kind), html(everywhere(text), kind)
    assert text in hostile.text
    assert {tag for tag, _ in hostile.elements} <= {tag for tag, _ in plain.elements} | {"blockquote"}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    "mark", ["<img src=x>", "[klik](javascript:alert(1))", "![x](https://evil.example)", "`x`", "cel|cel"]
)
def test_foreign_text_is_no_markup_in_markdown(mark: str, kind: Kind) -> None:
    assert mark not in render(".md", everywhere(mark), DUTCH, Manner(kind=kind)).decode()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_the_same_advice_is_the_same_bytes(suffix: str, kind: Kind) -> None:
    first, second = (render(suffix, samples.rich(), DUTCH, Manner(kind=kind)) for _ in range(2))
    assert first == second


def test_data_are_of_the_advice_alone() -> None:
    assert FORMATS[".json"].kinds == (Kind.ADVICE,)


@pytest.mark.parametrize("kind", OTHERS)
def test_the_footer_holds_id_and_digest_but_no_name(kind: Kind) -> None:
    style = html(samples.rich(), kind).styles[0]
    assert "Verhage" not in style
    assert "K\\00002d2026\\00002d014" in style


# The interview guide


def test_the_guide_asks_about_what_is_open_with_the_ratings_that_differ() -> None:
    (question,) = guide(samples.rich()).interview.questions
    assert question.criterion.key == "outcome/toetsen-en-volgen/T2"
    assert [voice.who for voice in question.voices] == ["A-07", "A-12"]
    assert len({voice.level for voice in question.voices}) == 2
    assert all(voice.paragraphs for voice in question.voices)


def test_the_questions_follow_starr_and_go_on_about_the_rubric_s_indicators() -> None:
    (question,) = guide(samples.rich()).interview.questions
    assert [prompt.word[0] for prompt in question.prompts] == ["S", "T", "A", "R", "R"]
    assert [len(prompt.indicators) for prompt in question.prompts] == [0, 0, 2, 0, 0]
    assert "B6" in question.prompts[0].text
    assert "Toetsgegevens duiden" in question.prompts[0].text


def test_before_any_assessor_every_covered_criterion_is_talked_about_and_nobody_is_quoted() -> None:
    questions = guide(samples.before_assessors()).interview.questions
    assert questions
    assert not any(question.voices for question in questions)
    assert len({question.reason for question in questions}) == 1


def test_a_criterion_without_doubt_is_there_when_the_programme_asks_an_interview() -> None:
    base = samples.rich()
    lacking = Finding(Condition.INSTRUMENT_MISSING, {"unit": "LU-PED", "kind": "interview"})
    asked = guide(replace(base, conditions=(lacking,))).interview.questions
    assert {question.outcome for question in asked} == {"Pedagogisch klimaat", "Toetsen en volgen"}
    other = Finding(Condition.INSTRUMENT_MISSING, {"unit": "LU-PED", "kind": "test"})
    assert len(guide(replace(base, conditions=(other,))).interview.questions) == 1


def test_an_outcome_that_is_met_needs_no_talk_about_its_open_criteria() -> None:
    assert guide(samples.evidence_only()).interview.questions == ()
    assert guide(samples.nothing_claimed()).interview.intro


def test_there_is_room_to_write_in_the_guide() -> None:
    page = html(samples.rich(), Kind.INTERVIEW)
    assert page.values("class").count("write") >= 5


# The letter


def test_the_letter_begins_with_the_answer_in_credits() -> None:
    first, *others = letter(samples.rich()).answer
    assert "60 EC" in first
    assert any("30 EC" in sentence for sentence in others)
    assert any("240" in sentence for sentence in others)


def test_a_programme_without_credits_speaks_of_units() -> None:
    base = samples.rich()
    units = tuple(replace(unit, credits=Decimal(0)) for unit in base.units)
    none = replace(base, units=units, credits=replace(base.credits, programme=Decimal(0), awarded=Decimal(0)))
    said = text_of(letter(none))
    assert " EC" not in said
    assert "College van beroep" not in said


def test_the_letter_says_what_was_shown_by_unit_and_beside_it() -> None:
    shown = part(letter(samples.rich()), "shown")
    assert [point.title.text for point in shown.points][:2] == ["Pedagogisch handelen", "Oriëntatie op het beroep"]
    assert shown.points[0].amount == "30 EC"
    assert "B8" in shown.points[1].paragraphs[0]


def test_what_lacks_least_comes_first_and_a_gap_is_no_judgement() -> None:
    lacking = part(letter(samples.rich()), "lacking")
    assert lacking.ordered
    assert [point.title.text for point in lacking.points] == ["Zorg signaleren", "Praktijkonderzoek"]
    gap, judged = lacking.points
    assert len(gap.steps) == 1
    assert "B10" in gap.steps[0]
    assert len(judged.steps) == 1
    assert "K1" in judged.after


def test_the_last_outcome_of_a_unit_says_what_that_gives() -> None:
    base = samples.rich()
    units = tuple(
        replace(unit, outcomes=unit.outcomes[:1]) if unit.recommendation is Recommendation.PARTIAL else unit
        for unit in base.units
    )
    lacking = part(letter(replace(base, units=units)), "lacking")
    assert "30 EC" in lacking.points[0].after


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ADVICES)
def test_no_assessor_is_named_and_no_remark_is_quoted(make: Callable[[], Advice], code: str) -> None:
    made = make()
    said = render(".md", made, language(code), Manner(kind=Kind.CANDIDATE)).decode()
    for each in made.assessors:
        assert each.assessor.id not in said
        assert (each.assessor.name or "–") not in said
    remarks = [
        given.rating.remark
        for unit in made.units
        for outcome in unit.outcomes
        for criterion in outcome.criteria
        for given in criterion.ratings
    ]
    assert not [remark for remark in remarks if remark and remark[:30] in said]


def test_before_any_assessor_the_letter_speaks_of_evidence_only() -> None:
    view = letter(samples.before_assessors())
    keys = [section.key for section in view.sections]
    assert keys == ["covered", "unsure", "lacking.coverage", "next"]
    said = text_of(view)
    assert "College van beroep" not in said
    assert "B10" in "".join(part(view, "lacking.coverage").points[0].steps)


def test_who_asked_for_nothing_is_told_so() -> None:
    view = letter(samples.nothing_claimed())
    assert [section.key for section in view.sections] == ["next"]
    assert len(view.answer) == 1


@pytest.mark.parametrize(("level", "named"), [(6, True), (5, True), (4, False), (None, False)])
def test_the_board_of_appeal_is_named_in_higher_education_only(level: int | None, named: bool) -> None:
    base = samples.rich()
    said = text_of(letter(replace(base, programme=replace(base.programme, level=level))))
    assert ("College van beroep" in said) is named


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("change", Change)
def test_every_change_has_words_for_the_candidate_or_for_what_follows(change: Change, code: str) -> None:
    facts: Mapping[Change, Mapping[str, Value]] = {
        Change.MEND_ITEM: {"evidence": "B10", "reason": "outdated"},
        Change.ATTEST_ITEM: {"evidence": "B6"},
        Change.CITE_ITEM: {"evidence": "B6", "criteria": ("Z1",)},
        Change.ADD_ITEM: {"criteria": ("Z1", "Z3"), "attested": True},
        Change.RATE: {"criterion": "Z1", "assessors": 1},
        Change.AGREE: {"criterion": "Z1"},
        Change.JUDGE_AGAIN: {"criterion": "Z1"},
        Change.CANNOT_BE_MET: {"rule": "variation"},
    }
    base = samples.rich()
    units = tuple(
        replace(unit, outcomes=(replace(unit.outcomes[0], missing=(Finding(change, facts[change]),)),))
        for unit in base.units
        if unit.id == "LU-PASS"
    )
    made = advice(units, EVIDENCE, assessors=(A07, A12))
    (point,) = part(candidate_view(made, language(code)), "lacking").points
    assert bool(point.steps) != (change in (Change.RATE, Change.AGREE, Change.JUDGE_AGAIN))
    assert bool(point.after) != (change is Change.CANNOT_BE_MET)
    assert finding_text(units[0].outcomes[0].missing[0], names_of(made, language(code)), outcome=units[0].outcomes[0])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "reason",
    ["rejected", "file-missing", "file-mismatch", "future", "own-share-missing", "outdated", "type-not-accepted"],
)
def test_every_reason_to_mend_is_said_in_words(reason: str, code: str) -> None:
    base = samples.rich()
    mend = Finding(Change.MEND_ITEM, {"evidence": "B10", "reason": reason})
    units = tuple(
        replace(unit, outcomes=(replace(unit.outcomes[0], missing=(mend,)),))
        for unit in base.units
        if unit.id == "LU-PASS"
    )
    (point,) = part(candidate_view(replace(base, units=units), language(code)), "lacking").points
    (step,) = point.steps
    assert "B10" in step
    assert "letter." not in step
    assert "{" not in step


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sentences_of_the_letter_are_short(code: str) -> None:
    """B1: none of evc's own is longer than 20 words; titles are the programme's."""
    found = messages(code, "kinds.po")
    texts = [text for key, message in found.items() if key.startswith("letter.") for text in forms(message)]
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.?:]) ", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []
