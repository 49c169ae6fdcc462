"""The published JSON: its shape and schema, amounts, empties, and one digest in every language."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from tests.reporting import samples

import evc.reporting
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.reporting.canonical import Json, canonical, digest
from evc.reporting.facts import plain_decimal
from evc.reporting.formats import render
from evc.reporting.json_ import advice_document, advice_json
from evc.reporting.json_values import plain

SCHEMA = json.loads((Path(evc.reporting.__file__).parent / "advice.schema.json").read_text(encoding="utf-8"))
ADVICES = [samples.rich, samples.before_assessors, samples.evidence_only, samples.nothing_claimed]

ORDER = [
    "format",
    "on",
    "submitted",
    "language",
    "candidate",
    "goal",
    "programme",
    "assessors",
    "consensus",
    "evidence",
    "credits",
    "conditions",
    "units",
    "route",
    "provenance",
]


def walk(value: Json) -> Iterator[Json]:
    """The value and everything inside it."""
    yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        yield from walk(each)


def undescribed(value: Json, schema: dict[str, object], path: str = "") -> list[str]:
    """The keys of a document that its schema does not describe: an addition that was not published."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][str(schema["$ref"]).rsplit("/", 1)[-1]]
    if isinstance(schema.get("anyOf"), list):
        schema = schema["anyOf"][0]  # type: ignore[index] # the one that is not null comes first
        return [] if value is None else undescribed(value, schema, path)
    if isinstance(value, list):
        items = schema["items"]
        assert isinstance(items, dict)
        return [key for each in value for key in undescribed(each, items, path)]
    properties = schema.get("properties")
    if not isinstance(value, dict) or not isinstance(properties, dict):
        return []
    strange = [f"{path}/{key}" for key in value if key not in properties]
    known = [(key, each) for key, each in value.items() if key in properties]
    return strange + [found for key, each in known for found in undescribed(each, properties[key], f"{path}/{key}")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", ADVICES)
def test_it_passes_its_schema_and_has_no_key_beside_it(make: Callable[[], Advice], code: str) -> None:
    document = advice_json(make(), language(code))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert undescribed(document, SCHEMA) == []
    assert list(document) == ORDER


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == "urn:evc:schema:advice@1"


@pytest.mark.parametrize("make", ADVICES)
def test_every_language_and_version_has_the_same_digest(make: Callable[[], Advice]) -> None:
    documents = [advice_document(make(), language(code), version) for code in LANGUAGES for version in ("0.1.0", "9")]
    assert len({str(document["provenance"]["digest"]) for document in documents}) == 1  # type: ignore[index, call-overload]
    assert documents[0]["language"] != documents[-1]["language"]


def test_the_digest_seals_everything_but_words() -> None:
    document = json.loads(render(".json", samples.rich(), language("nl")))
    sealed = document["provenance"]["digest"]
    document["units"][0]["title"] = document["conditions"][0]["text"] = "anders"
    assert digest(document) == sealed
    document["units"][0]["advice"] = "none"
    assert digest(document) != sealed


def test_texts_are_in_the_language_asked_for() -> None:
    dutch, english = (advice_json(samples.rich(), language(code)) for code in ("nl", "en"))
    assert dutch["units"][0]["title"] == "Pedagogisch handelen"  # type: ignore[index, call-overload]
    assert english["units"][0]["title"] == "Pedagogy"  # type: ignore[index, call-overload]


def test_a_not_claimed_outcome_is_empty() -> None:
    document = json.loads(render(".json", samples.rich(), language("nl")))
    outcome = next(each for unit in document["units"] for each in unit["outcomes"] if each["label"] == "not-claimed")
    assert outcome["verdict"] is None
    assert outcome["account"] is None
    assert all(each == [] for each in outcome.values() if isinstance(each, list))


def test_numbers_are_whole_or_strings() -> None:
    document = json.loads(render(".json", samples.rich(), language("nl")))
    assert "float" not in {type(each).__name__ for each in walk(document)}
    rule = next(each for each in document["units"][0]["outcomes"][0]["rules"] if each["rule"] == "quantity")
    assert rule["found"] == {"items": 4, "hours": "1640.5"}


def test_the_hash_is_the_one_found() -> None:
    document = json.loads(render(".json", samples.rich(), language("nl")))
    by_id = {each["id"]: each for each in document["evidence"]}
    assert by_id["B1"]["sha256"] == "ab" * 32
    assert by_id["B10"]["sha256"] is None


@pytest.mark.parametrize(
    ("value", "published"),
    [
        (Decimal(240), "240"),
        (Decimal("2.4E+2"), "240"),
        (Decimal("0.00"), "0"),
        (Decimal("7.50"), "7.5"),
        (3, 3),
        (True, True),
        (date(2026, 9, 15), "2026-09-15"),
        (("a", "b"), ["a", "b"]),
        ({"years": 5, "limit": Decimal("1.0")}, {"years": 5, "limit": "1"}),
        (None, None),
    ],
)
def test_facts_become_json(value: object, published: object) -> None:
    assert plain(value) == published  # type: ignore[arg-type]


@given(st.decimals(min_value=0, max_value=100_000, places=2))
def test_an_amount_keeps_its_value(amount: Decimal) -> None:
    text = plain_decimal(amount)
    assert Decimal(text) == amount
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.text(st.characters(codec="ascii"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(VALUES)
def test_our_canonical_form_is_that_of_rfc_8785(document: Json) -> None:
    assert canonical(document) == rfc8785.dumps(document)
