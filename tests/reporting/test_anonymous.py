"""An advice without names: none is left in any document of any format, and everything else is as it was."""

import json
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from tests.reporting import samples

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.model.dossier import Candidate
from evc.model.findings import Condition, Finding
from evc.model.source import InputFile
from evc.model.text import same_text_key
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.anonymous import anonymous
from evc.reporting.formats import MissingExtraError, render
from evc.reporting.manner import Kind, Manner
from evc.reporting.redacting import Person, Redactor, name_parts, suffix_of
from evc.reporting.terminal import plain

ROOT = Path(__file__).parents[2]
SOUND = sorted(
    path.parent.name for path in (ROOT / "examples").glob("*/portfolio.yml") if path.parent.name != "vol-fouten"
)
TEXTUAL = (".html", ".md", ".json")


@cache
def example(name: str) -> Advice:
    """The advice on an example dossier."""
    read = read_dossier(ROOT / "examples" / name, Library(given=ROOT / "rubrics")).value
    assert read is not None
    return assess(read.programme, read.dossier)


def names_in(of: Advice) -> set[str]:
    """Every name of a dossier, and the candidate's given name and surname each by itself."""
    found = [of.candidate.name, *(each.assessor.name for each in of.assessors)]
    found += [item.attested_by.name for item in of.evidence if item.attested_by]
    found += [*name_parts(of.candidate.name or "")]
    return {name for name in found if name}


def leaks(text: str, of: Advice) -> list[str]:
    """The names that a text still holds, as words, however they are written."""
    words = f" {same_text_key(text)} "
    return [name for name in sorted(names_in(of)) if f" {same_text_key(name)} " in _spaced(words)]


def _spaced(text: str) -> str:
    return "".join(each if each.isalnum() else " " for each in text).join("  ").replace("  ", " ")


def named() -> Advice:
    """The sample dossier with its names in every text that somebody writes, each in another way."""
    base = samples.rich()
    told = "Noor Verhage, NOOR VERHAGE, Verhage (Noor), Noors werk, Verhage\u2019s klas, M. Oudshoorn; J. de Wit"
    evidence = tuple(
        replace(
            item,
            title=f"{item.title} {told}",
            issuer=told,
            context=told,
            own_share=told,
            file=f"noor-verhage/{item.id}-verhage.pdf",
            attested_by=replace(item.attested_by, role=told, organisation=told) if item.attested_by else None,
        )
        for item in base.evidence
    )
    units = tuple(
        replace(unit, outcomes=tuple(replace(outcome, account=told) for outcome in unit.outcomes))
        for unit in base.units
    )
    inputs = tuple(
        InputFile(path, "ab" * 32)
        for path in (
            "dossier/assessments/A-07.yml",
            "dossier/assessments/rahmani.yml",
            *(f"dossier/noor-verhage/{item.id}-verhage.pdf" for item in base.evidence),
            "dossier/portfolio.yml",
            "rubrics/leraar-po/programme.yml",
        )
    )
    candidate = Candidate(base.candidate.id, "Noor Verhage")
    return replace(
        base,
        candidate=candidate,
        goal=told,
        evidence=evidence,
        units=units,
        provenance=replace(base.provenance, inputs=inputs),
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("suffix", TEXTUAL)
@pytest.mark.parametrize("name", SOUND)
def test_no_name_of_an_example_is_left(name: str, suffix: str, kind: Kind) -> None:
    of = example(name)
    for code in LANGUAGES:
        text = unescape(render(suffix, anonymous(of), language(code), Manner(kind=kind)).decode())
        assert leaks(text, of) == []
        assert of.candidate.id in text


@pytest.mark.parametrize("name", SOUND)
def test_no_name_of_an_example_is_left_on_a_terminal(name: str) -> None:
    of = example(name)
    for code in LANGUAGES:
        assert leaks(plain(anonymous(of), language(code), "dossier/", 1, ascii=False), of) == []


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("suffix", TEXTUAL)
def test_no_name_is_left_wherever_it_was_written(suffix: str, kind: Kind) -> None:
    assert leaks(unescape(render(suffix, named(), language("nl")).decode()), named())
    text = unescape(render(suffix, anonymous(named()), language("nl"), Manner(kind=kind)).decode())
    assert leaks(text, named()) == []
    assert "verhage" not in text.casefold()
    assert "rahmani" not in text.casefold()
    assert "noor" not in text.casefold()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_no_name_is_left_in_an_office_file(suffix: str, kind: Kind) -> None:
    """Nor in its properties: every part of the file is read."""
    assert leaks(_parts(_rendered(suffix, named(), Kind.ADVICE)), named())
    assert "verhage" not in _parts(_rendered(suffix, anonymous(named()), kind)).casefold()
    assert leaks(_parts(_rendered(suffix, anonymous(named()), kind)), named()) == []


@pytest.mark.parametrize("kind", Kind)
def test_no_name_is_left_in_a_pdf(kind: Kind) -> None:
    assert "Verhage" in _pdf_text(_rendered(".pdf", named(), kind))
    assert leaks(_pdf_text(_rendered(".pdf", anonymous(named()), kind)), named()) == []


def _rendered(suffix: str, of: Advice, kind: Kind) -> bytes:
    try:
        return render(suffix, of, language("nl"), Manner(kind=kind))
    except MissingExtraError as missing:
        pytest.skip(f"evc[{missing}] is not installed")


def _parts(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as parts:
        return unescape(" ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist()))


def _pdf_text(data: bytes) -> str:
    read = PdfReader(BytesIO(data))
    return " ".join((*(page.extract_text() for page in read.pages), str(read.metadata)))


def test_files_are_named_after_their_evidence_and_assessments_after_their_assessor() -> None:
    of = anonymous(named())
    assert {item.file for item in of.evidence} == {f"{item.id}.pdf" for item in of.evidence}
    paths = [each.path for each in of.provenance.inputs]
    assert paths == sorted(paths, key=str.encode)
    assert {"dossier/assessments/A-07.yml", "dossier/portfolio.yml", "rubrics/leraar-po/programme.yml"} <= set(paths)
    assert {f"dossier/{item.file}" for item in of.evidence} <= set(paths)
    assert len(paths) == len(set(paths)) == len(named().provenance.inputs)


def test_verdicts_credits_and_ids_stay() -> None:
    before, after = (json.loads(render(".json", of, language("nl"))) for of in (named(), anonymous(named())))
    for key in ("on", "submitted", "credits", "programme", "consensus", "route"):
        assert before[key] == after[key]
    assert [each["sha256"] for each in before["evidence"]] == [each["sha256"] for each in after["evidence"]]
    assert before["provenance"]["digest"] != after["provenance"]["digest"]
    assert [unit["advice"] for unit in before["units"]] == [unit["advice"] for unit in after["units"]]


def test_the_digest_is_the_same_in_every_language() -> None:
    of = anonymous(named())
    found = {json.loads(render(".json", of, language(code)))["provenance"]["digest"] for code in LANGUAGES}
    assert len(found) == 1


def test_once_is_enough() -> None:
    once, twice = anonymous(named()), anonymous(anonymous(named()))
    assert render(".json", twice, language("nl")) == render(".json", once, language("nl"))


def test_an_organisation_that_is_nobody_s_name_stays() -> None:
    of = anonymous(samples.rich())
    assert {item.issuer for item in of.evidence} == {"OBS De Wissel"}


def test_an_assessor_with_the_candidate_s_name_is_still_told_to_have_it() -> None:
    base = samples.rich()
    namesake = Finding(Condition.ASSESSOR_NOT_INDEPENDENT, {"assessor": "A-12", "name": "noor verhage", "evidence": ()})
    candidate = Candidate(base.candidate.id, "Noor Verhage")
    of = anonymous(replace(base, candidate=candidate, conditions=(namesake,)))
    (condition,) = json.loads(render(".json", of, language("nl")))["conditions"]
    assert condition["data"]["name"] == base.candidate.id
    assert "de kandidaat" in condition["text"]


def test_a_dossier_without_names_stays_as_it_is() -> None:
    base = samples.nothing_claimed()
    provenance = replace(base.provenance, inputs=())
    bare = replace(base, candidate=Candidate(base.candidate.id, None), provenance=provenance)
    assert render(".json", anonymous(bare), language("nl")) == render(".json", bare, language("nl"))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Noor Verhage", ["Noor", "Verhage"]),
        ("Esra de Wit", ["Esra", "Wit"]),
        ("Yassin el Amrani", ["Yassin", "Amrani"]),
        ("esra de wit", ["esra", "wit"]),
        ("Anne-Marie Jansen-van Dijk", ["Anne", "Marie", "Jansen", "Dijk"]),
        ("J. Vos", ["Vos"]),
        ("نور الهدى", ["نور", "الهدى"]),
        ("李", []),
    ],
)
def test_the_parts_of_a_name(name: str, parts: list[str]) -> None:
    assert [*name_parts(name)] == parts


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Renée Brûlé gaf les.", "K gaf les."),
        ("RENEE BRULE", "K"),
        ("Rene\u0301e en Bru\u0302le\u0301", "K en K"),
        ("Renées klas", "K klas"),
        ("Renée\u2019s klas", "K klas"),
        ("Renée\u00a0Brûlé", "K"),
        ("Ren\u00ade\u0301e", "K"),
        ("Brûlérie", "Brûlérie"),
        ("oprenée", "oprenée"),
        ("cre\u0300me brûlée", "cre\u0300me brûlée"),
        ("Zoals Renée, Brûlé!", "Zoals K, K!"),
        ("", ""),
        ("عربي Renée عربي", "عربي K عربي"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, without: str) -> None:
    assert Redactor([Person("Renée Brûlé", "K", parts=True)])(text) == without


def test_a_surname_that_is_a_word_is_left_alone_in_small_letters() -> None:
    redact = Redactor([Person("M. de Groot", "A-1", parts=True, capital=True)])
    assert redact("een groot hart, zei Groot") == "een groot hart, zei A-1"


def test_of_who_vouches_only_the_whole_name_goes() -> None:
    redact = Redactor([Person("Directie De Wissel", "[naam]")])
    assert redact("De Wissel; directie de wissel") == "De Wissel; [naam]"


def test_nothing_of_a_text_around_a_name_is_lost() -> None:
    text = "ﬁjn\u200b İstanbul ß Noor ŉ e\u0301\u0302 ǆ"
    redact = Redactor([Person("Noor", "K", parts=True)])
    assert redact(text) == text.replace("Noor", "K")
    assert redact(unicodedata.normalize("NFD", "één Noor één")) == unicodedata.normalize("NFD", "één K één")


@pytest.mark.parametrize(
    ("path", "suffix"),
    [("a/b.PDF", ".PDF"), ("a.b/c", ""), ("cv.noor", ""), ("x.tar.gz", ".gz"), ("y.dit is lang", ""), (".pdf", ".pdf")],
)
def test_a_suffix_is_kept_when_it_names_nobody(path: str, suffix: str) -> None:
    assert suffix_of(path, Redactor([Person("Noor", "K")])) == suffix


def test_a_date_in_the_sample_is_no_name() -> None:
    assert anonymous(samples.rich()).on == date(2026, 9, 15)
