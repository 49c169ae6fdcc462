"""Every message in every language: the same keys, the same placeholders, the plural forms a language needs."""

from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from evc.language import LANGUAGES, LOCALE

FILES = sorted({path.name for code in LANGUAGES for path in (LOCALE / code).glob("*.po")})

# Advice never grants; the committee does (DESIGN §1).
GRANTING = ("verleend", "toegekend", "granted", "awarded to")


def catalogue(language: str, name: str) -> Catalog:
    """A catalogue as its file has it."""
    with (LOCALE / language / name).open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def messages(language: str, name: str) -> dict[str, Message]:
    """The messages of a catalogue by key."""
    found = [message for message in catalogue(language, name) if message.id]
    return {message.id if isinstance(message.id, str) else message.id[0]: message for message in found}


def forms(message: Message) -> tuple[str, ...]:
    """The texts of a message: one, or one for each plural form."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def placeholders(message: Message) -> set[str]:
    """The names in braces, over all forms together."""
    return {name for text in forms(message) for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", FILES)
def test_each_language_has_the_file(name: str) -> None:
    assert all((LOCALE / code / name).exists() for code in LANGUAGES)


@pytest.mark.parametrize("name", FILES)
def test_the_same_keys(name: str) -> None:
    first, *others = (messages(code, name).keys() for code in LANGUAGES)
    assert all(keys == first for keys in others)


@pytest.mark.parametrize("name", FILES)
def test_the_same_placeholders(name: str) -> None:
    first, *others = (messages(code, name) for code in LANGUAGES)
    for other in others:
        differing = [
            key for key in first if placeholders(first[key]) - {"count"} != placeholders(other[key]) - {"count"}
        ]
        assert differing == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_every_form_is_said(code: str, name: str) -> None:
    plurals = catalogue(code, name).num_plurals
    for key, message in messages(code, name).items():
        assert len(forms(message)) == (1 if isinstance(message.id, str) else plurals), key
        assert all(forms(message)), key


@pytest.mark.parametrize("name", FILES)
def test_a_plural_is_one_in_every_language(name: str) -> None:
    first, *others = (messages(code, name) for code in LANGUAGES)
    for other in others:
        assert [key for key in first if isinstance(first[key].id, str) != isinstance(other[key].id, str)] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_nothing_is_granted(code: str, name: str) -> None:
    texts = [text.lower() for message in messages(code, name).values() for text in forms(message)]
    assert [text for text in texts if any(word in text for word in GRANTING)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_key_stands_in_two_files(code: str) -> None:
    keys = [key for name in FILES for key in messages(code, name)]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_catalogue_is_there(code: str) -> None:
    assert Path(LOCALE / code / "messages.mo").exists()
