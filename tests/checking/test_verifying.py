"""Whether an advice follows from its inputs; whatever else a file may hold."""

import copy
import json
from pathlib import Path

import pytest

from evc.checking.verifying import read_advice, verify
from evc.language import language
from evc.reporting.canonical import digest
from evc.reporting.verification import render, render_json

ADVICE = Path(__file__).parents[2] / "examples/jansen-na-gesprek/advice.json"
MADE = json.loads(ADVICE.read_text("utf-8"))


def verified(change=None, *, sealed=False):
    """The advice against itself, when something in it was changed; `sealed` gives it a digest of what it holds."""
    stated = copy.deepcopy(MADE)
    if change is not None:
        change(stated)
    if sealed:
        stated["provenance"]["digest"] = digest(stated)
    return verify(stated, MADE, digest(stated))


def at(differences):
    """The places."""
    return [each.at for each in differences]


def test_the_same():
    found = verified()
    assert found.same
    assert found.inputs == found.verdicts == found.others == found.words == ()


def test_another_language_version_or_sentence_is_the_same():
    def change(stated):
        stated["language"] = "en"
        stated["provenance"]["evc"] = "0.0.1"
        stated["units"][0]["title"] = "other"

    found = verified(change)
    assert found.same
    assert at(found.words) == ["language", f"units/{MADE['units'][0]['id']}/title"]
    assert (found.stated_by, found.made_by) == ("0.0.1", MADE["provenance"]["evc"])


def test_a_verdict_that_was_changed_by_hand():
    def change(stated):
        stated["units"][0]["advice"] = "award"

    by_hand, sealed = verified(change), verified(change, sealed=True)
    assert (by_hand.untouched, by_hand.same) == (False, False)
    assert (sealed.untouched, sealed.same) == (True, False)
    assert at(by_hand.verdicts) == at(sealed.verdicts) == [f"units/{MADE['units'][0]['id']}/advice"]


def test_inputs_by_path():
    def change(stated):
        inputs = stated["provenance"]["inputs"]
        inputs[0]["sha256"] = "0" * 64
        inputs[1]["path"] = "dossier/gone.yml"

    first, second = (each["path"] for each in MADE["provenance"]["inputs"][:2])
    found = verified(change, sealed=True)
    places = ["provenance/inputs/" + name for name in (f"{first}/sha256", second, "dossier/gone.yml")]
    assert at(found.inputs) == places
    assert (found.inputs[1].stated, found.inputs[2].made) == (None, None)


def test_a_digest_alone():
    def change(stated):
        stated["provenance"]["digest"] = "0" * 64

    found = verified(change)
    assert not found.same
    assert found.inputs == found.verdicts == found.others == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda stated: stated.pop("units"),
        lambda stated: stated.update(units=7, evidence={}, credits=[], route=None),
        lambda stated: stated["units"].append("x"),
        lambda stated: stated["units"].append(stated["units"][0]),
        lambda stated: stated["units"].insert(0, {"id": 4}),
        lambda stated: stated["units"][0].update(outcomes=[[]]),
        lambda stated: stated.update(more={"deep": [{"id": "x", "advice": "award"}]}),
        lambda stated: stated["provenance"].update(inputs={"path": "x"}),
        lambda stated: stated["provenance"].update(evc=3),
    ],
)
def test_whatever_the_file_holds_there_is_an_answer(change):
    found = verified(change)
    assert not found.same or found.stated_by is None
    for code in ("nl", "en"):
        assert "verify." not in render(found, language(code))
    json.loads(render_json(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "{}",
        '{"format": "evc/advice@2", "on": "2026-01-01", "provenance": {"digest": "x"}}',
        '{"format": "evc/advice@1", "on": "2026-01-01"}',
        '{"format": "evc/advice@1", "on": "2026-01-01", "provenance": {}}',
        '{"format": "evc/advice@1", "provenance": {"digest": "x"}}',
        '{"format": "evc/advice@1", "on": "2026-01-01", "provenance": {"digest": "x"}, "a": NaN}',
        '{"format": "evc/advice@1", "on": "2026-01-01", "provenance": {"digest": "x"}, "on": "2026-01-02"}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "9" * 5000,
    ],
)
def test_what_is_no_advice(text):
    assert read_advice(text.encode()) is None


def test_bytes_that_are_no_text():
    assert read_advice(b"\xff\xfe{") is None


def test_an_advice_is_read():
    assert read_advice(ADVICE.read_bytes()) == MADE


@pytest.mark.parametrize("code", ["nl", "en"])
def test_in_words(code):
    def change(stated):
        stated["credits"]["awarded"] = "1"
        stated["provenance"]["inputs"] = []
        stated["evidence"] = []
        stated["provenance"]["evc"] = "0.0.1"

    said = render(verified(change), language(code))
    assert "dossier/portfolio.yml" in said
    assert "credits/awarded" in said
    assert "0.0.1" in said
    assert "{count}" not in said
