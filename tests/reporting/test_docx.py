"""The Word documents: whole, readable in order and by ear, the same each time, and never anything but text."""

import itertools
import re

import pytest
from docx.oxml.ns import qn
from scripts.build_docx import TEMPLATES, built
from tests.reporting import samples
from tests.reporting.office import (
    EVERY,
    EXAMPLES,
    HOSTILE,
    elsewhere,
    example,
    here,
    leaves,
    made,
    opened,
    parts_of,
    read_aloud,
    with_text,
    words,
)

from evc.language import language
from evc.reporting.formats import render
from evc.reporting.manner import Kind, Manner
from evc.reporting.view import view
from evc.reporting.view.candidate import candidate_view
from evc.reporting.view.interview import interview_view

TAGS = {"nl": "nl-NL", "en": "en-GB"}


def level(paragraph) -> int | None:
    """The level of a heading, from its style or the style that this one is based on."""
    style = paragraph.style
    while style is not None:
        found = style.element.find(f".//{qn('w:outlineLvl')}")
        if found is not None:
            return int(found.get(qn("w:val"))) + 1
        style = style.base_style
    return None


@pytest.mark.parametrize(("name", "kind", "code"), EVERY)
def test_it_opens_with_headings_in_order(name: str, kind: Kind, code: str) -> None:
    levels = [found for each in opened(made(".docx", name, kind, code)).paragraphs if (found := level(each))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize(("name", "kind", "code"), EVERY)
def test_it_says_what_it_is(name: str, kind: Kind, code: str) -> None:
    document = opened(made(".docx", name, kind, code))
    core = document.core_properties
    assert example(name).candidate.id in core.title
    assert core.language == TAGS[code]
    assert core.author
    assert core.created.date() == example(name).on
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == TAGS[code]
    foot = "".join(text.text or "" for text in document.sections[0].footer.part.element.iter(qn("w:t")))
    assert example(name).candidate.id in foot
    assert re.search(r"[0-9a-f]{8}", foot)


@pytest.mark.parametrize(("name", "kind", "code"), EVERY)
def test_nothing_of_the_template_is_left(name: str, kind: Kind, code: str) -> None:
    document = opened(made(".docx", name, kind, code))
    for field in ("{{", "}}", "{%", "%}"):
        assert field not in read_aloud(document)
    used = {each.get(qn("w:val")) for each in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"))}
    assert used <= {style.style_id for style in document.styles}
    assert all(cell[-1].tag == qn("w:p") for cell in document.element.body.iter(qn("w:tc")))


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_table_has_a_name_and_a_head_that_is_repeated(name: str) -> None:
    for table in opened(made(".docx", name, Kind.ADVICE, "nl")).element.body.iter(qn("w:tbl")):
        first, *others = table.iter(qn("w:tr"))
        assert first.find(f".//{qn('w:tblHeader')}") is not None
        assert table.find(f".//{qn('w:tblCaption')}").get(qn("w:val"))
        assert {len(row.findall(qn("w:tc"))) for row in others} == {len(first.findall(qn("w:tc")))}


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_advice_says_all_that_the_view_says(name: str, code: str) -> None:
    shown = view(example(name), language(code))
    said = read_aloud(opened(made(".docx", name, Kind.ADVICE, code)))
    parts = (shown.page_one.headline, shown.page_one.turns, shown.page_one.conditions, shown.request, shown.goal,
             [(o.because, o.because_more, _motives(o), o.missing, o.missing_after, o.account) for o in shown.outcomes],
             [(o.rules, o.item_rows, o.plain_motive, o.coverage) for o in shown.outcomes],
             [(unit.lines, unit.credits) for unit in shown.page_one.units], shown.closing, shown.provenance.rules,
             [(row.title, row.notes, row.counts, row.own_share) for row in shown.register])  # fmt: skip
    keys = re.compile(r"^(evidence|outcome)/")
    shapes = {"met", "open", "part", "not", "none", "register", ""}
    for text in leaves(tuple(tuple(each) if isinstance(each, list) else each for each in parts)):
        if text not in shapes and not keys.match(text):
            assert " ".join(text.split()) in said


def _motives(outcome):
    return tuple((m.text, tuple((r.who, r.detail, r.paragraphs) for r in m.remarks)) for m in outcome.motives)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_other_kinds_say_all_too(name: str) -> None:
    said = read_aloud(opened(made(".docx", name, Kind.INTERVIEW, "nl")))
    for question in interview_view(example(name), language("nl")).interview.questions:
        assert words(question.reason) in said
        assert all(words(prompt.text) in said for prompt in question.prompts)
        assert all(words(indicator.text) in said for prompt in question.prompts for indicator in prompt.indicators)
    letter = candidate_view(example(name), language("nl"))
    said = read_aloud(opened(made(".docx", name, Kind.CANDIDATE, "nl")))
    for point in (point for section in letter.sections for point in section.points):
        assert all(words(text) in said for text in (point.title.text, *point.paragraphs, *point.steps, point.after))


def test_a_status_has_its_shape_its_word_and_its_style() -> None:
    document = opened(render(".docx", samples.rich(), language("nl")))
    styles = {}
    for run in document.element.body.iter(qn("w:r")):
        style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        styles["".join(text.text or "" for text in run.iter(qn("w:t")))] = (
            None if style is None else style.get(qn("w:val"))
        )
    word = language("nl").say
    assert styles[f"✓\u00a0{word('label.demonstrated')}"] == "EVCmet"
    assert styles[f"?\u00a0{word('label.open')}"] == "EVCopen"


def test_a_text_in_another_language_says_so() -> None:
    document = opened(made(".docx", "verhage", Kind.ADVICE, "en"))
    goal = example("verhage").goal
    assert goal is not None
    tags = {
        run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val"))
        for run in document.element.body.iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None
        and " ".join("".join(text.text or "" for text in run.iter(qn("w:t"))).split()) in " ".join(goal.split())
    }
    assert tags == {"nl-NL"}


def test_the_bar_is_a_picture_that_is_told_in_words() -> None:
    document = opened(made(".docx", "verhage", Kind.ADVICE, "nl"))
    bar = view(example("verhage"), language("nl")).page_one.bar
    (about,) = document.element.body.iter(qn("wp:docPr"))
    assert bar is not None
    assert bar.description in about.get("descr")
    pictures = [name for name in parts_of(made(".docx", "verhage", Kind.ADVICE, "nl")) if name.startswith("word/media")]
    assert len(pictures) == 1


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("hostile", sorted(HOSTILE))
def test_hostile_text_is_text(hostile: str, kind: Kind) -> None:
    """In every field at once; and no paragraph, run of another look, or table comes of it."""
    advice = with_text(samples.rich(), HOSTILE[hostile])
    document = opened(render(".docx", advice, language("nl"), Manner(kind=kind)))
    plain = opened(render(".docx", with_text(samples.rich(), "gewoon"), language("nl"), Manner(kind=kind)))
    said = read_aloud(document)
    told = words(f"Leraar basisonderwijs {HOSTILE[hostile]}")
    assert told in said
    if kind is Kind.ADVICE:
        assert words(f"Pedagogisch handelen {HOSTILE[hostile]}") in said
    assert told[:200] in words(document.core_properties.title)
    for name in ("w:tbl", "w:b", "w:drawing", "w:hyperlink"):
        assert _count(document, name) == _count(plain, name)


def _count(document, name: str) -> int:
    return sum(1 for _ in document.element.body.iter(qn(name)))


@pytest.mark.parametrize(("zone", "seed"), [("UTC", "1"), ("Pacific/Kiritimati", "77")])
def test_the_same_bytes_in_another_process(zone: str, seed: str) -> None:
    assert elsewhere(".docx", zone, seed) == here(".docx")


@pytest.mark.parametrize("name", ["advice.docx", "interview.docx", "candidate.docx"])
def test_a_template_is_what_its_source_says(name: str) -> None:
    """``python -m scripts.build_docx`` makes them again; the parts are compared, as compression differs by system."""
    assert parts_of((TEMPLATES / name).read_bytes()) == parts_of(built()[name])
