"""The page of every code: there in each language, whole, and true: its right example is right, its wrong one wrong."""

from pathlib import Path

import pytest

from evc.batching.trying import examples as samples
from evc.batching.trying import try_on
from evc.checking import check_paths
from evc.checking.cases import check_cases
from evc.checking.catalogue import CHECKS, SENSE, Check
from evc.checking.settings import Settings
from evc.diagnostics import CODES
from evc.language import LANGUAGES, LOCALE, language
from evc.model.house import Limits
from evc.reading.house import read_house
from evc.reading.library import Library, shipped
from evc.reporting.environment import replaceable
from evc.reporting.rule_pages import Example, codes, page, read_page

# Faults of bytes, of folders, or of size, which no YAML on a page can show.
IN_WORDS = {
    "EVC102",
    "EVC106",
    "EVC113",
    "EVC116",
    "EVC117",
    "EVC213",
    "EVC216",
    "EVC321",
    "EVC322",
    "EVC342",
    "EVC347",
    "EVC352",
    "EVC414",
}
# Faults of an institution's templates and logo: shown by files of a house style, tried as `evc template check` does.
OF_A_HOUSE = {"EVC911", "EVC912", "EVC913", "EVC914", "EVC915", "EVC917", "EVC918"}
# On a page about form the examples are small: no descriptors, no sources.
SMALL = Settings(dict.fromkeys(SENSE))
IN_YAML = [code for code in CODES if code not in IN_WORDS | OF_A_HOUSE]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_for_each_code_and_no_other(code: str) -> None:
    assert {path.stem for path in (LOCALE / code / "rules").iterdir()} == set(CODES)


@pytest.mark.parametrize("rule", CODES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_page_is_whole(code: str, rule: str) -> None:
    read = read_page(rule, language(code))
    assert read.title
    assert read.source
    assert read.since == "0.1.0"
    assert read.what.endswith(".")
    assert len(read.why) > len("Een zin.")
    assert "```" not in read.what + read.why
    assert {example.is_right for example in read.examples} == {True, False}
    assert {example.kind for example in read.examples} == ({"text"} if rule in IN_WORDS | OF_A_HOUSE else {"yaml"})
    assert all(example.body.strip() for example in read.examples)


@pytest.mark.parametrize("rule", CODES)
def test_pages_tell_the_same_in_every_language(rule: str) -> None:
    dutch, english = (read_page(rule, language(code)) for code in LANGUAGES)
    assert dutch.title != english.title
    assert dutch.what != english.what
    assert [example.is_right for example in dutch.examples] == [example.is_right for example in english.examples]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_is_the_table(code: str) -> None:
    assert [(each, name) for each, name, _ in codes(language(code))] == [
        (each, name) for each, (name, _) in CODES.items()
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_as_text_holds_its_parts(code: str) -> None:
    shown = page("EVC303", language(code))
    read = read_page("EVC303", language(code))
    assert shown.splitlines()[0] == f"EVC303 unknown-criterion: {read.title}"
    assert all(f"    {line}" in shown for example in read.examples for line in example.body.splitlines())
    assert "```" not in shown


def test_an_unknown_code() -> None:
    with pytest.raises(KeyError):
        page("EVC999", language("nl"))


@pytest.mark.parametrize("rule", IN_YAML)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_right_example_is_right_and_the_wrong_one_has_this_fault_alone(
    code: str, rule: str, tmp_path: Path
) -> None:
    """The wrong files stand in the place of the right ones of that name; the others stay."""
    examples = read_page(rule, language(code)).examples
    settings = Settings() if rule in SENSE or rule.startswith("EVC9") else SMALL
    assert _found(tmp_path / "right", [each for each in examples if each.is_right], settings) == []
    in_place = sorted(examples, key=lambda each: not each.is_right)
    assert set(_found(tmp_path / "wrong", in_place, settings)) == {rule}


@pytest.mark.parametrize("rule", sorted(OF_A_HOUSE))
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_house_style_is_right_or_has_this_fault_alone(code: str, rule: str, tmp_path: Path) -> None:
    found = read_page(rule, language(code)).examples
    assert _of_house(tmp_path / "right", [each for each in found if each.is_right]) == set()
    stays = [each for each in found if each.is_right and each.name.endswith(".yml")]
    assert _of_house(tmp_path / "wrong", [*stays, *(each for each in found if not each.is_right)]) == {rule}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_and_its_page_name_the_same_source(check: Check) -> None:
    assert read_page(check.code, language("en")).source == check.source
    assert check.run.__doc__ is not None
    assert "Source: " in check.run.__doc__


def _found(folder: Path, examples: list[Example], settings: Settings) -> list[str]:
    for example in examples:
        path = folder / (example.name or example.body.splitlines()[0].removeprefix("# "))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.body, encoding="utf-8")
    library = Library(given=shipped())
    checked = check_paths([folder], library, settings).together(check_cases(folder, library).checked)
    return [each.problem.code for each in checked.diagnostics]


def _of_house(folder: Path, examples: list[Example]) -> set[str]:
    for example in examples:
        path = folder / example.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.body, encoding="utf-8")
    tried = try_on(read_house(folder, replaceable()), samples()[:4], Limits(seconds=1))
    return {each.problem.code for each in tried.diagnostics}
