"""What a reader must be told, and not be told wrongly: conditions, reasons, what is missing, who said what."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.reporting import sample_outcomes, samples
from tests.reporting.advices import NOT, OPEN, advice, criterion, not_claimed, outcome, rating, unit

from evc.language import LANGUAGES, language
from evc.model.advice import Advice, Basis, Coverage, Label, OutcomeAdvice, Recommendation, ShortOf
from evc.model.assessment import Instrument
from evc.model.findings import Change, Condition, Finding, UnitReason
from evc.model.text import Text
from evc.reporting.names import names_of
from evc.reporting.terminal import explain, plain
from evc.reporting.terminal.look import UNICODE
from evc.reporting.view import AdviceView, view
from evc.reporting.view.common import paragraphs
from evc.reporting.words import condition_texts

NL = language("nl")
BOTH = (sample_outcomes.A07, sample_outcomes.A12)


def dutch(of: Advice) -> AdviceView:
    """The view in Dutch."""
    return view(of, NL)


def silent(assessor: str, outcome: str, *criteria: str) -> Finding:
    """Ratings without the remark that was due."""
    return Finding(Condition.UNMOTIVATED, {"assessor": assessor, "outcome": outcome, "criteria": criteria})


def test_missing_remarks_are_one_sentence_an_assessor() -> None:
    found = (
        silent("A-07", "pedagogisch-klimaat", "P2"),
        silent("A-12", "zorg-signaleren", "Z1"),
        silent("A-07", "toetsen-en-volgen", "T1", "T3"),
    )
    first, second = condition_texts(found, names_of(samples.rich(), NL))
    assert all(said in first for said in ("A-07", "P2", "Pedagogisch klimaat", "T1", "T3", "Toetsen en volgen"))
    assert "A-12" in second
    assert "A-12" not in first


def test_all_criteria_of_an_outcome_are_said_by_its_title() -> None:
    every = tuple(each.id for each in sample_outcomes.climate().criteria)
    found = (silent("A-07", "pedagogisch-klimaat", *every), silent("A-07", "toetsen-en-volgen", "T1"))
    (text,) = condition_texts(found, names_of(samples.rich(), NL))
    assert "Pedagogisch klimaat" in text
    assert not any(each in text for each in every)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_headline_says_when_more_is_advised_than_may_be(code: str) -> None:
    above = Finding(Condition.ABOVE_MAXIMUM, {"maximum": Decimal(45), "awarded": Decimal(60)})
    with_more = replace(samples.rich(), conditions=(above, *samples.rich().conditions))
    assert "45 EC" in view(with_more, language(code)).page_one.headline
    assert "45 EC" not in view(samples.rich(), language(code)).page_one.headline


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_headline_says_that_there_are_conditions(code: str) -> None:
    calm = replace(samples.rich(), conditions=())
    said = language(code).say_count("headline.conditions", 2)
    assert said in view(samples.rich(), language(code)).page_one.headline
    assert said not in view(calm, language(code)).page_one.headline


def short(which: tuple[ShortOf, ...]) -> OutcomeAdvice:
    """An outcome of two criteria, the second of which was rated too low."""
    criteria = (
        criterion("C1", "Een", "B1", (rating("A-07", "goed"), rating("A-12", "goed"))),
        criterion("C2", "Twee", "B1", (rating("A-07", "onvoldoende"), rating("A-12", "onvoldoende")), rated=NOT),
    )
    return outcome("x", "Uitkomst X", criteria, label=Label.PARTLY, short_of=which)


@pytest.mark.parametrize("which", [(ShortOf.JUDGEMENT,), tuple(ShortOf)])
def test_what_was_rated_too_low_is_named_and_nothing_else(which: tuple[ShortOf, ...]) -> None:
    judged = advice(
        (unit("U", "Eenheid", (short(which),), Recommendation.PARTIAL),), sample_outcomes.EVIDENCE, assessors=BOTH
    )
    lines = [line for line in dutch(judged).page_one.units[0].lines if "C2" in line]
    assert len(lines) == 1
    section = dutch(judged).outcomes[0]
    told = " ".join((section.because, *section.because_more))
    assert "C2" in told
    assert "C1" not in told
    assert not any("C1" in line for line in dutch(judged).page_one.units[0].lines)


def test_a_partial_unit_names_what_is_open_and_what_nobody_claimed() -> None:
    waiting = outcome("y", "Uitkomst Y", (criterion("C9", "Negen", "B1", rated=OPEN),), label=Label.OPEN)
    outcomes = (short((ShortOf.JUDGEMENT,)), waiting, not_claimed("z", "Uitkomst Z"))
    judged = advice((unit("U", "Eenheid", outcomes, Recommendation.PARTIAL),), sample_outcomes.EVIDENCE, assessors=BOTH)
    told = " ".join(dutch(judged).page_one.units[0].lines)
    assert all(said in told for said in ("C9", "Uitkomst Y", "Uitkomst Z"))


def test_several_mandatory_criteria_are_one_line() -> None:
    reasons = tuple(Finding(UnitReason.MANDATORY_NOT_MET, {"outcome": "x", "criterion": each}) for each in ("C1", "C2"))
    one = unit("U", "Eenheid", (short(()),), Recommendation.NONE, reasons=reasons)
    lines = dutch(advice((one,), sample_outcomes.EVIDENCE, assessors=BOTH)).page_one.units[0].lines
    assert [("C1" in line, "C2" in line) for line in lines] == [(True, True)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_judgement_to_come_is_a_condition_with_its_level(code: str) -> None:
    changes = tuple(
        Finding(change, {"criterion": "C2", "assessors": 1})
        for change in (Change.RATE, Change.AGREE, Change.JUDGE_AGAIN)
    )
    needs = replace(short((ShortOf.JUDGEMENT,)), missing=changes)
    judged = advice((unit("U", "Eenheid", (needs,), Recommendation.PARTIAL),), sample_outcomes.EVIDENCE, assessors=BOTH)
    level = names_of(judged, language(code)).level("voldoende")
    assert all(level in text for text in view(judged, language(code)).outcomes[0].missing)


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_step_is_told_otherwise_than_several(code: str) -> None:
    one = Finding(Change.ATTEST_ITEM, {"evidence": "B3"})
    two = (one, Finding(Change.ATTEST_ITEM, {"evidence": "B4"}))
    after = []
    for changes in ((one,), two):
        needs = replace(short((ShortOf.EVIDENCE,)), missing=changes)
        units = (unit("U", "Eenheid", (needs,), Recommendation.PARTIAL),)
        after.append(
            view(advice(units, sample_outcomes.EVIDENCE, assessors=BOTH), language(code)).outcomes[0].missing_after
        )
    assert all(after)
    assert after[0] != after[1]


def test_where_no_dossier_can_do_nothing_is_promised() -> None:
    needs = replace(short((ShortOf.EVIDENCE,)), missing=(Finding(Change.CANNOT_BE_MET, {"rule": "variation"}),))
    units = (unit("U", "Eenheid", (needs,), Recommendation.PARTIAL),)
    section = dutch(advice(units, sample_outcomes.EVIDENCE, assessors=BOTH)).outcomes[0]
    assert section.missing
    assert section.missing_after == ""


def test_an_interview_held_together_stands_once() -> None:
    talk = Instrument("G1", "interview", sample_outcomes.A07.on, Decimal(40))
    together = tuple(replace(each, instruments=(talk,)) for each in BOTH)
    judged = advice(
        (unit("U", "Eenheid", (sample_outcomes.climate(),), Recommendation.AWARD, basis=Basis.VALIDATION),),
        sample_outcomes.EVIDENCE,
        assessors=together,
    )
    used = next(fact for fact in dutch(judged).page_one.facts if "40" in fact.first)
    assert used.others == ()
    assert "A-07" in used.first
    assert "A-12" in used.first


def test_an_instrument_that_a_rating_rests_on_says_what_it_is() -> None:
    given = (rating("A-07", "goed", "Vertelt helder.", on=("B1", "G1")),)
    shown = outcome("x", "X", (criterion("C1", "Een", "B1", given),))
    judged = advice(
        (unit("U", "Eenheid", (shown,), Recommendation.AWARD, basis=Basis.VALIDATION),),
        sample_outcomes.EVIDENCE,
        assessors=BOTH,
    )
    remark = dutch(judged).outcomes[0].criteria[0].remarks[0]
    assert NL.say("kind.interview") in remark.basis
    assert NL.say("kind.interview") in remark.detail


def test_evidence_that_counts_nowhere_is_named_by_title() -> None:
    turn = dutch(samples.rich()).page_one.turns[-1]
    assert "Certificaat Omgaan met gedrag" in turn.text


def test_a_picture_of_the_route_holds_every_step() -> None:
    route = dutch(samples.rich()).route
    assert route.way is not None
    assert [part.mark for part in route.way.stretches] == ["", *(str(step.number) for step in route.steps)]
    assert sum(part.width for part in route.way.stretches) == 1000
    assert all(str(step.number) in route.way.description for step in route.steps)


@pytest.mark.parametrize("code", LANGUAGES)
def test_before_any_assessor_no_heading_is_the_advices(code: str) -> None:
    judged, covered = (view(make(), language(code)) for make in (samples.rich, samples.before_assessors))
    for heading in ("at_a_glance", "conditions", "route", "verify", "digest"):
        assert judged.t[heading] != covered.t[heading]
    assert judged.route.intro != covered.route.intro
    texts = {entry.key: entry.text for entry in judged.contents}
    assert {entry.key for entry in covered.contents if texts[entry.key] != entry.text} == {"advice", "glance", "route"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_before_any_assessor_a_trace_shows_coverage_alone(code: str) -> None:
    spoken = language(code)
    for criterion_id in (None, "Z3"):
        shown = explain(samples.before_assessors(), spoken, "zorg-signaleren", criterion_id, {})
        assert not set(UNICODE.tones.values()) & set(shown.replace("–", "").split())
        assert not any(spoken.say(f"verdict.{verdict}") in shown for verdict in ("met", "open", "not-met"))
        assert any(spoken.say(f"coverage.{each.value}") in shown for each in Coverage)
        assert "B10" in shown


@pytest.mark.parametrize("code", LANGUAGES)
def test_before_any_assessor_a_terminal_ends_without_advice(code: str) -> None:
    spoken = language(code)
    shown = plain(samples.before_assessors(), spoken, "d", 0)
    assert spoken.say("terminal.closing") not in shown
    assert spoken.say("terminal.closing.coverage") in shown


@pytest.mark.parametrize("room", [30, 60, 100])
def test_a_trace_on_a_terminal_stays_within_it(room: int) -> None:
    places = {"criterion:Z3": "zorg-signaleren.yml:52", "evidence:B10": "portfolio.yml:88"}
    for asked in ("zorg-signaleren", "praktijkonderzoek"):
        whole = explain(samples.rich(), NL, asked, None, places)
        folded = explain(samples.rich(), NL, asked, None, places, room=room)
        least = 24 + 2 + len("zorg-signaleren.yml:52")
        assert max(map(len, folded.splitlines())) <= max(room, least)
        assert sorted(folded.split()) == sorted(whole.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, ()),
        ("een\ntwee\n\n\ndrie", ("een twee", "drie")),
        ("een\r\ntwee", ("een twee",)),
        ("Situatie: een\ntwee\nTaak: drie", ("Situatie: een twee", "Taak: drie")),
        ("Ik deed:\n- een\n- twee", ("Ik deed:", "- een", "- twee")),
        ("1. een\n2) twee\nen 3 meer", ("1. een", "2) twee en 3 meer")),
        ("Dit is zo: en\ndat niet", ("Dit is zo: en dat niet",)),
    ],
)
def test_a_folded_line_is_no_paragraph(text: str | None, expected: tuple[str, ...]) -> None:
    assert paragraphs(text) == expected


def test_what_people_wrote_is_read_aloud_in_the_programmes_language() -> None:
    assert view(samples.rich(), language("en")).quoted == "nl"
    assert dutch(samples.rich()).quoted == ""


def test_a_text_without_a_language_is_in_the_programmes() -> None:
    base = samples.rich()
    bare = replace(base.units[0], title=Text({"": "Pedagogiek"}))
    title = view(replace(base, units=(bare, *base.units[1:])), language("en")).page_one.units[0].title
    assert (title.text, title.lang, title.mark) == ("Pedagogiek", "nl", "")
