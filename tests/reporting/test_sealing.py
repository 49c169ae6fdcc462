"""The words of our own advice are where the table says, so that the short way to its digest is the digest."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.reporting import samples

import evc.reporting
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.reporting import json_, json_many
from evc.reporting.canonical import WORDS, digest, without_words
from evc.reporting.json_ import advice_digest, advice_json
from evc.reporting.sealing import PLACES, without_own_words

SCHEMA = json.loads((Path(evc.reporting.__file__).parent / "advice.schema.json").read_text(encoding="utf-8"))
ADVICES = [samples.rich, samples.before_assessors, samples.evidence_only, samples.nothing_claimed]


def places(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Where the published schema has words, in the form of the table."""
    while "$ref" in schema or "items" in schema or "anyOf" in schema:
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
        else:
            schema = schema["items"] if "items" in schema else schema["anyOf"][0]
    described = schema.get("properties", {})
    inside = {key: {} if key in WORDS else places(each) for key, each in described.items()}
    return {key: each for key, each in inside.items() if each or key in WORDS}


def test_the_table_has_every_word_of_the_published_schema_and_no_other() -> None:
    assert places(SCHEMA) == PLACES


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ADVICES)
def test_the_short_way_takes_out_the_same_words(make: Callable[[], Advice], code: str) -> None:
    document = advice_json(make(), language(code))
    before = json.dumps(document)
    assert without_own_words(document) == without_words(document)
    assert json.dumps(document) == before


@pytest.mark.parametrize("make", ADVICES)
def test_every_way_to_the_digest_gives_the_same(make: Callable[[], Advice]) -> None:
    advice = make()
    document = advice_json(advice, language("nl"), digest)
    ways = {digest(document), json_.seal(document), json_many.seal(document), json_many.digest(document)}
    assert ways == {advice_digest(advice)} == {document["provenance"]["digest"]}  # type: ignore[index, call-overload]
