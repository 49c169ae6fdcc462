"""The pages for the browser, read as a browser reads them: what stands where, and that nothing leaves the page."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.batching.overview.rows import (
    EVERY,
    Raw,
    advice,
    died,
    dossier,
    faulty,
    files,
    outcome,
    overview,
    problem,
    ready,
    rewritten,
    talk,
    unit,
    unrated,
)

from evc.batching.overview.renewal import FAULTS, PROBLEMS
from evc.language import LANGUAGES, language
from evc.reporting.templated import style_hash

NL = language("nl")


def page(out: Path, name: str = "index.html") -> Any:
    return html.fromstring((out / name).read_text("utf-8"))


def cells(row: Any) -> list[str]:
    return [" ".join(each.text_content().split()) for each in row]


def rows_of(tree: Any, selector: str) -> list[Any]:
    found: list[Any] = tree.xpath(selector)
    return found


def test_every_dossier_is_a_row_whatever_came_of_it(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    tree = page(tmp_path)
    rows = rows_of(tree, "//table[@id='list']/tbody/tr")
    assert [row.get("data-s") for row in rows] == ["ready", "open", "unrated", "errors", "errors"]
    assert [cells(row)[0] for row in rows] == ["K-0001", "K-0002", "K-0003", "K-0004", "najaar/k-0005"]


def test_rows_lead_to_their_advice_or_to_what_is_wrong(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    tree = page(tmp_path)
    leads = [link.get("href") for link in rows_of(tree, "//table[@id='list']//th/a")]
    assert leads[:3] == ["K-0001/advice.html", "K-0002/advice.html", "K-0003/advice.html"]
    for lead in leads[3:]:
        assert rows_of(tree, f"//*[@id='{lead.removeprefix('#')}']")


def test_tiles_tell_the_sums(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    numbers = [each.text for each in rows_of(page(tmp_path), "//ul[@class='tiles']/li/b")]
    assert numbers == ["5", "1", "1", "1", "2", "61"]


def test_before_any_assessor_no_word_on_the_page_is_a_verdict(tmp_path: Path) -> None:
    overview([unrated()], tmp_path)
    tree = page(tmp_path)
    (row,) = rows_of(tree, "//table[@id='list']/tbody/tr")
    assert not rows_of(row, ".//*[contains(@class, 'g ')]")
    assert row.get("data-l") == ""
    said = " ".join(
        cells(row) + [each for line in rows_of(tree, "//table[@class='matrix']/tbody/tr") for each in cells(line)]
    )
    for word in ("label.demonstrated", "label.open", "label.not-demonstrated", "recommendation.award"):
        assert NL.say(word) not in said
    assert NL.say("coverage.partly-covered") in said


def test_a_shape_always_has_its_word(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    for shape in rows_of(page(tmp_path), "//b[starts-with(@class, 'g ')]"):
        assert shape.text_content().strip() or (shape.get("aria-hidden") == "true" and shape.tail)


def test_the_matrix_has_a_row_a_candidate_and_a_column_an_outcome(tmp_path: Path) -> None:
    other = dossier(6, advice(unit("X", "award", outcome("drie"))))
    overview([ready(), talk(), other], tmp_path)
    tree = page(tmp_path)
    heads, *_ = rows_of(tree, "//table[@class='matrix']/thead/tr")
    assert cells(heads)[1:] == ["Uitkomst een", "Uitkomst twee", "Uitkomst drie"]
    rows = [cells(row) for row in rows_of(tree, "//table[@class='matrix']/tbody/tr")]
    words = {name: NL.say(f"label.{name}") for name in ("demonstrated", "open", "partly-demonstrated", "not-claimed")}
    assert rows == [
        ["K-0001", words["demonstrated"], words["not-claimed"], ""],
        ["K-0002", words["open"], words["partly-demonstrated"], ""],
        ["K-0006", "", "", words["demonstrated"]],
    ]


def test_the_spread_counts_each_verdict_and_keeps_coverage_apart(tmp_path: Path) -> None:
    overview([ready(1), ready(2), talk(3), unrated(4)], tmp_path)
    rows = [cells(row) for row in rows_of(page(tmp_path), "//table[@class='spread']/tbody/tr")]
    assert rows == [
        ["Uitkomst een", "", "2", "1", "0", "0", "1", "4"],
        ["Uitkomst twee", "", "0", "0", "1", "0", "1", "2"],
    ]


def test_programmes_have_a_matrix_and_a_spread_each(tmp_path: Path) -> None:
    other = dossier(2, advice(unit("X", "award", outcome("drie")), programme={"id": "b", "title": "B"}), programme="b")
    overview([ready(), other], tmp_path)
    tree = page(tmp_path)
    for table in ("matrix", "spread"):
        captions = [each.text for each in rows_of(tree, f"//table[@class='{table}']/caption")]
        assert sorted(captions) == ["B", "Leraar basisonderwijs"]
    assert [each.get("value") for each in rows_of(tree, "//select[@name='opleiding']/option")] == ["", "b", "leraar-po"]


def test_what_is_wrong_stands_with_its_place_and_hint(tmp_path: Path) -> None:
    overview([faulty(problems=[problem(line=number) for number in range(1, 31)], omitted=7), died()], tmp_path)
    tree = page(tmp_path)
    assert f"index.html#{FAULTS}" == PROBLEMS
    assert rows_of(tree, f"//*[@id='{FAULTS}']")
    first, second = rows_of(tree, "//div[@class='fault']")
    shown = rows_of(first, ".//li")
    assert "najaar/k-0004/portfolio.yml:1:16" in shown[0].text_content()
    assert "EVC303" in shown[0].text_content()
    assert 'bedoelt u "P2"?' in shown[0].text_content()
    assert str(30 - len(shown) + 7) in first.text_content()
    assert not rows_of(second, ".//li")


def test_titles_in_another_language_than_the_page_say_so(tmp_path: Path) -> None:
    english = dossier(1, advice(unit("LU-1", "award", outcome("een")), language="en"))
    overview([english, talk(2)], tmp_path)
    first, second = rows_of(page(tmp_path), "//table[@id='list']/tbody/tr")
    assert [each.get("lang") for each in rows_of(first, "./td")][1] == "en"
    assert not rows_of(second, ".//*[@lang]")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_says_its_language_and_only_its_own_words(tmp_path: Path, code: str) -> None:
    overview(EVERY, tmp_path, code)
    text = (tmp_path / "index.html").read_text("utf-8")
    assert page(tmp_path).get("lang") == code
    assert "overview." not in re.sub(r"overview\.(?:xlsx|csv)", "", re.sub(r"(?s)<(style|script)>.*?</\1>", "", text))


def test_its_only_style_and_script_are_named_by_hash_and_nothing_is_fetched(tmp_path: Path) -> None:
    overview(EVERY, tmp_path)
    tree = page(tmp_path)
    (policy,) = rows_of(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,), (script,) = rows_of(tree, "//style"), rows_of(tree, "//script")
    assert f"style-src '{style_hash(style.text)}'" in policy
    assert f"script-src '{style_hash(script.text)}'" in policy
    assert policy.startswith("default-src 'none'")
    assert not rows_of(tree, "//@style | //@src | //@onclick | //link | //img | //iframe | //base")
    for lead in rows_of(tree, "//a/@href"):
        assert re.fullmatch(r"#[\w-]+|[\w~.-]+(/advice\.html)?", lead)


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></table><h1>",
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt;",
    "\u202eetxet",
    "\x00\x1b[2J",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_foreign_text_is_text_in_every_field(tmp_path: Path, text: str) -> None:
    overview(EVERY, tmp_path / "plain")
    overview([rewritten(text, row) for row in EVERY], tmp_path / "hostile")
    plain, hostile = page(tmp_path / "plain"), page(tmp_path / "hostile")
    for kind in ("script", "style", "img", "b", "h1", "a", "table", "option"):
        assert len(rows_of(hostile, f"//{kind}")) == len(rows_of(plain, f"//{kind}"))
    assert not rows_of(hostile, "//@onerror | //@onmouseover")
    shown = rows_of(hostile, "//table[@id='list']/tbody/tr")[0][1].text_content()
    assert shown == "".join(f"<U+{ord(each):04X}>" if each in "\u202e\x00\x1b" else each for each in text)


def many(count: int, *, wrong: int = 0) -> list[Raw]:
    """So many dossiers, the last of them with errors."""
    return [ready(each) if each <= count - wrong else faulty(each) for each in range(1, count + 1)]


def test_more_than_a_thousand_dossiers_are_on_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    overview(many(2001), tmp_path)
    names = ["index.html", "index-2.html", "index-3.html"]
    assert [name for name in names if (tmp_path / name).exists()] == names
    trees = [page(tmp_path, name) for name in names]
    assert [len(rows_of(tree, "//table[@id='list']/tbody/tr")) for tree in trees] == [1000, 1000, 1]
    for name, tree in zip(names, trees, strict=True):
        leads = rows_of(tree, "(//nav)[1]//a/@href")
        assert leads == [each for each in names if each != name]
        assert rows_of(tree, "//form")
        assert rows_of(tree, "//table[@class='matrix']")
    numbers = [row.get("data-n") for tree in trees for row in rows_of(tree, "//table[@id='list']/tbody/tr")]
    assert numbers == [str(number) for number in range(1, 2002)]


@pytest.mark.parametrize(("count", "pages"), [(999, 1), (1000, 1), (1001, 2)])
def test_a_page_begins_when_one_is_full(tmp_path: Path, count: int, pages: int) -> None:
    overview(many(count), tmp_path)
    assert len(list(tmp_path.glob("index*.html"))) == pages


def test_what_was_not_assessed_stands_on_the_first_page_from_whatever_page_it_is(tmp_path: Path) -> None:
    overview(many(1500, wrong=3), tmp_path)
    first, second = page(tmp_path), page(tmp_path, "index-2.html")
    assert len(rows_of(first, "//div[@class='fault']")) == 3
    assert not rows_of(second, "//div[@class='fault']")
    leads = [lead for lead in rows_of(second, "//table[@id='list']//th/a/@href") if "#" in lead]
    assert len(leads) == 3
    for lead in leads:
        name, _, key = lead.partition("#")
        assert name == "index.html"
        assert rows_of(first, f"//*[@id='{key}']")


def test_of_very_many_not_assessed_each_still_stands_somewhere(tmp_path: Path) -> None:
    overview(many(1500, wrong=1500), tmp_path)
    found = [len(rows_of(page(tmp_path, name), "//div[@class='fault']")) for name in ("index.html", "index-2.html")]
    assert found == [1000, 500]


def test_the_same_results_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        overview(many(1001, wrong=2), tmp_path / name)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_a_batch_that_could_read_nothing_is_a_page_too(tmp_path: Path) -> None:
    overview([], tmp_path)
    tree = page(tmp_path)
    assert not rows_of(tree, "//tbody/tr")
    assert [each.text for each in rows_of(tree, "//ul[@class='tiles']/li/b")] == ["0"] * 5
