"""Word templates that an institution brings: filled, sealed, and stopped when they reach or ask too far."""

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.oxml.ns import qn
from scripts.build_docx import TEMPLATES
from tests.reporting import samples
from tests.reporting.office import opened, parts_of, read_aloud, words

from evc.language import language
from evc.model.house import House, Limits, Logo, Shade, Signer
from evc.reporting.formats import HouseError, render
from evc.reporting.manner import Manner
from evc.reporting.office.picture import blank
from evc.reporting.view import view


def changed(parts: Mapping[str, bytes], name: str = "advice.docx") -> bytes:
    """Our own template with other parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part, data in {**parts_of((TEMPLATES / name).read_bytes()), **parts}.items():
            archive.writestr(part, data)
    return stream.getvalue()


def with_body(text: str) -> bytes:
    """A letterhead with one paragraph."""
    document = docx.Document()
    document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def in_house(template: bytes, **limits: float) -> bytes:
    house = House("Hogeschool De Linde", {"advice.docx": template}, limits=Limits(**{"seconds": 2.0, **limits}))
    return render(".docx", samples.rich(), language("nl"), Manner(house=house))


def test_an_institutions_own_template_is_filled() -> None:
    document = opened(in_house(with_body("{{ house.institution }}: {{ v.page_one.headline }}")))
    headline = view(samples.rich(), language("nl")).page_one.headline
    assert document.paragraphs[0].text == f"Hogeschool De Linde: {headline}"
    assert document.core_properties.author == "Hogeschool De Linde"


def test_what_evc_found_stands_at_its_end_whatever_it_leaves_out() -> None:
    document = opened(in_house(with_body("Alles is in orde.")))
    said = read_aloud(document)
    for unit in view(samples.rich(), language("nl")).page_one.units:
        assert unit.badge is not None
        assert f"{unit.title.text} ({unit.id}): {unit.badge.word}" in said
    last = document.paragraphs[-1].runs[0].font
    assert last.hidden is False
    assert last.size is not None


@pytest.mark.parametrize("where", ["body", "footer", "title"])
@pytest.mark.parametrize(
    "attack",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ v.__class__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}",
        "{% set x = v.update({'lang': 'xx'}) %}",
        "{{ niet_er }}",
        "{% for x in v %}",
    ],
)
def test_a_template_that_reaches_outside_is_refused(attack: str, where: str) -> None:
    parts = parts_of((TEMPLATES / "advice.docx").read_bytes())
    part = {"body": "word/document.xml", "footer": "word/footer1.xml", "title": "docProps/core.xml"}[where]
    place = {"body": b"{{ v.t.kicker }}", "footer": b" / ", "title": b"<dc:title></dc:title>"}[where]
    shown = attack.replace("'", "&apos;").encode()
    instead = b"<dc:title>" + shown + b"</dc:title>" if where == "title" else shown
    assert place in parts[part]
    with pytest.raises(HouseError) as refused:
        in_house(changed({part: parts[part].replace(place, instead)}))
    assert [problem.code for problem in refused.value.problems] == ["EVC911"]


@pytest.mark.parametrize(
    "bomb",
    [
        "{{ 'a' * 10**9 }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ '%0999999999d'|format(1) }}",
        "{{ 'x'|center(999999999) }}",
    ],
)
def test_a_template_that_asks_too_much_is_stopped(bomb: str) -> None:
    with pytest.raises(HouseError) as refused:
        in_house(with_body(bomb), seconds=1.0, memory=400)
    assert refused.value.problems[0].code in {"EVC911", "EVC912"}


RELATION = (
    b'<Relationship Id="far" TargetMode="External" Target="https://example.org/x.png"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
)


def zip_bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(60_000_000))
    return stream.getvalue()


@pytest.mark.parametrize(
    "template",
    [
        b"geen docx",
        zip_bomb(),
        changed({"word/document.xml": b"<w:document"}),
        changed({"word/_rels/document.xml.rels": parts_of((TEMPLATES / "advice.docx").read_bytes())[
            "word/_rels/document.xml.rels"].replace(b"</Relationships>", RELATION)}),
        changed({"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
                 + parts_of((TEMPLATES / "advice.docx").read_bytes())["word/document.xml"].partition(b"?>")[2]}),
    ],
    ids=["no zip", "zip bomb", "no xml", "fetches", "entities"],
)  # fmt: skip
def test_a_file_that_is_no_sound_template_is_refused(template: bytes) -> None:
    with pytest.raises(HouseError) as refused:
        in_house(template)
    assert [problem.code for problem in refused.value.problems] == ["EVC911"]


def test_a_house_gives_its_name_logo_colours_and_signatories() -> None:
    house = House(
        "Hogeschool <De Linde>",
        {},
        department="Examencommissie",
        logo=Logo("image/png", blank(), "De Linde"),
        colours={"accent": Shade("#7a0019", "#ffb3c0")},
        footer="Postbus 1",
        signers=(Signer("Voorzitter", "T. de Boer"),),
    )
    data = render(".docx", samples.rich(), language("nl"), Manner(house=house))
    document = opened(data)
    said = read_aloud(document)
    assert all(words(text) in said for text in ("Hogeschool <De Linde>", "Examencommissie", "T. de Boer"))
    assert len([name for name in parts_of(data) if name.startswith("word/media")]) == 2
    assert b"7A0019" in parts_of(data)["word/styles.xml"]
    assert b"0A4A6B" not in parts_of(data)["word/styles.xml"]
    assert "Postbus 1" in "".join(text.text or "" for text in document.sections[0].footer.part.element.iter(qn("w:t")))
