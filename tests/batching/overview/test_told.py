"""A dossier in words: where it stands, what is advised, and what a committee should look at."""

import pytest
from tests.batching.overview.rows import (
    Raw,
    advice,
    died,
    dossier,
    faulty,
    outcome,
    problem,
    ready,
    talk,
    unit,
    unrated,
)

from evc.batching.overview.told import Teller, Told
from evc.batching.results import row_of
from evc.batching.tally import ERRORS, OPEN, READY, UNRATED
from evc.language import LANGUAGES, language

PROOF = unit("LU-1", "investigate", outcome("een", "not-claimed"), first="proof")
RATINGS = unit("LU-2", "investigate", outcome("twee", "open", open=["P1"]), first="ratings")
NL = language("nl")


def tell(raw: Raw, code: str = "nl") -> Told:
    return Teller(language(code), "advice.html").tell(row_of(raw))


@pytest.mark.parametrize(
    ("raw", "stand", "tone"),
    [
        (ready(), READY, "met"),
        (talk(), OPEN, "open"),
        (unrated(), UNRATED, ""),  # coverage has no verdict's shape
        (faulty(), ERRORS, "err"),
        (died(), ERRORS, "err"),
        (dossier(1, advice(PROOF)), OPEN, "open"),
        (dossier(1, advice(unit("LU-1", "award", outcome("een")), stage="evidence-only")), READY, "met"),
    ],
)
def test_where_a_dossier_stands(raw: Raw, stand: str, tone: str) -> None:
    told = tell(raw)
    assert (told.stand, told.mark.tone) == (stand, tone)


@pytest.mark.parametrize("first", ["proof", "ratings", "interview"])
def test_an_investigation_says_what_it_is_for(first: str) -> None:
    told = tell(dossier(1, advice(unit("LU-1", "investigate", first=first))))
    assert told.mark.word == NL.say(f"recommendation.investigate.{first}")


def test_investigations_for_several_things_have_a_word_for_all() -> None:
    assert tell(dossier(1, advice(PROOF, RATINGS))).mark.word == NL.say("overview.stand.open")


@pytest.mark.parametrize("code", LANGUAGES)
def test_before_any_assessor_no_word_is_a_verdict(code: str) -> None:
    told, say = tell(unrated(), code), language(code).say
    assert told.awarded is None
    assert all(each.mark is None for each in told.units)
    marks = [each.mark for outcomes in told.outcomes for each in outcomes]
    assert [mark.word for mark in marks] == [say("coverage.covered"), say("coverage.partly-covered")]
    assert {mark.tone for mark in marks} == {""}


@pytest.mark.parametrize(
    ("reason", "tone"),
    [("not-claimed", "none"), ("not-exemptible", "none"), ("incomplete", "none"), ("not-demonstrated", "not")],
)
def test_of_the_four_kinds_of_none_only_what_was_judged_has_the_cross(reason: str, tone: str) -> None:
    none = unit("LU-1", "none", outcome("een", "not-demonstrated"), reasons=[{"code": reason, "text": "…"}])
    (told,) = tell(dossier(1, advice(none))).units
    assert told.mark is not None
    assert (told.mark.tone, told.mark.word) == (tone, NL.say(f"recommendation.none.{reason}"))


def test_attention_names_the_open_criteria_and_the_missing_evidence() -> None:
    said = [str(point) for point in tell(talk()).points]
    assert "Uitkomst een (P3)" in said[0]
    assert "Uitkomst twee" in said[1]


def test_attention_names_a_few_and_counts_the_others() -> None:
    many = [outcome(f"u{number}", "open", open=["P1"]) for number in range(5)]
    told = tell(dossier(1, advice(unit("LU-1", "investigate", *many, first="interview"))))
    (point,) = told.points
    assert "u2" in point.text
    assert "u3" not in point.text
    assert "2" in point.more


def test_a_condition_is_told_with_how_many_more_there_are() -> None:
    conditions = [{"code": "portfolio-changed", "text": f"Zin {number}."} for number in (1, 2, 3)]
    (point,) = tell(dossier(1, advice(conditions=conditions))).points
    assert "Zin 1." in point.text
    assert "2" in point.more


def test_a_dossier_that_was_not_assessed_tells_its_first_error_with_the_place() -> None:
    told = tell(faulty(problems=[problem(severity="warning", line=1), problem(), problem(line=50)]))
    (point,) = told.points
    assert point.text.startswith("najaar/k-0004/portfolio.yml:41:16 ")
    assert "1" in point.more


def test_an_unknown_fault_of_evc_is_named() -> None:
    (point,) = tell({**died(), "fault": "UndefinedError"}).points
    assert "UndefinedError" in str(point)


@pytest.mark.parametrize(
    ("folder", "href"),
    [("K-1", "K-1/advice.html"), ("K-1~2", "K-1~2/advice.html"), ("a b#c%", "a%20b%23c%25/advice.html")],
)
def test_a_row_leads_to_its_advice(folder: str, href: str) -> None:
    assert tell(ready(folder=folder)).href == href


def test_a_faulty_dossier_has_the_title_of_its_programme_once_that_is_known() -> None:
    teller = Teller(NL, "advice.html")
    assert teller.tell(row_of(faulty())).programme == "leraar-po"
    teller.tell(row_of(ready()))
    assert teller.tell(row_of(faulty())).programme == "Leraar basisonderwijs"


def test_what_would_move_a_cursor_or_turn_a_sentence_round_is_shown() -> None:
    told = tell(ready(name="a\u202eb\x1b[2Jc\ud800"))
    assert told.name == "a<U+202E>b<U+001B>[2Jc<U+D800>"
