"""What is allowed in a dossier and probably not meant: the warnings of DESIGN §3 that need more than one value.

They stop nothing. (Warnings that one text gives by itself, such as a citizen number, are found where it is read.)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from evc.diagnostics import Problem, Where
from evc.model.findings import Value
from evc.model.programme import Programme
from evc.reading.documents import Document, mapping, sequence, text
from evc.reading.dossier_files import DossierFiles
from evc.reading.form.common import alike_but_for_case


def oddities(files: DossierFiles, programme: Programme) -> Iterator[Problem]:
    """Everything odd in a dossier that is right in form."""
    portfolio = files.portfolio
    if portfolio is None:
        return
    yield from _unused(portfolio)
    yield from _one_file_twice(portfolio)
    yield from _video_without_consent(portfolio)
    yield from alike_but_for_case(portfolio, ("evidence",), "id", sequence(portfolio.value, "evidence"))
    yield from _assessors_alike(files.assessments)
    claimed = {text(claim, "outcome") for claim in sequence(portfolio.value, "claims")}
    for assessment in files.assessments:
        yield from alike_but_for_case(assessment, ("instruments",), "id", sequence(assessment.value, "instruments"))
        yield from _rating_of_unclaimed(assessment, claimed)
    if files.consensus is not None:
        yield from _rating_of_unclaimed(files.consensus, claimed)
        yield from _agreed_by_too_few(files.consensus, files.assessments, programme.assessors)


def _evidence(portfolio: Document) -> Iterator[tuple[int, object, str]]:
    for index, item in enumerate(sequence(portfolio.value, "evidence")):
        yield index, item, text(item, "id") or ""


def _unused(portfolio: Document) -> Iterator[Problem]:
    used: set[object] = set()
    for claim in sequence(portfolio.value, "claims"):
        used.update(*map(sequence, mapping(claim, "supports").values()))
    for index, item, name in _evidence(portfolio):
        if name not in used and text(item, "qualification") is None:
            yield Problem("EVC341", portfolio.file, ("evidence", index, "id"), {"evidence": name})


def _one_file_twice(portfolio: Document) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for index, item, name in _evidence(portfolio):
        file = text(item, "file")
        if file is None:
            continue
        form = normalize("NFC", file)
        if form in first:
            data = {"file": file, "first": first[form], "second": name}
            yield Problem("EVC342", portfolio.file, ("evidence", index, "file"), data)
        else:
            first[form] = name


def _video_without_consent(portfolio: Document) -> Iterator[Problem]:
    for index, item, name in _evidence(portfolio):
        if text(item, "type") == "video" and mapping(item).get("consent") is not True:
            yield Problem("EVC343", portfolio.file, ("evidence", index, "id"), {"evidence": name})


def _assessors_alike(assessments: Iterable[Document]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for assessment in assessments:
        name = text(mapping(assessment.value, "assessor"), "id") or ""
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            yield Problem("EVC344", assessment.file, ("assessor", "id"), {"id": name, "other": other})


def _rating_of_unclaimed(document: Document, claimed: set[str | None]) -> Iterator[Problem]:
    for outcome in mapping(document.value, "ratings"):
        if outcome not in claimed:
            yield Problem("EVC345", document.file, ("ratings", outcome), {"outcome": outcome}, Where.KEY)


def _agreed_by_too_few(consensus: Document, assessments: Iterable[Document], needed: int) -> Iterator[Problem]:
    raters = Counter(
        (outcome, criterion)
        for assessment in assessments
        for outcome, ratings in mapping(assessment.value, "ratings").items()
        for criterion in mapping(ratings)
    )
    for outcome, ratings in mapping(consensus.value, "ratings").items():
        for criterion in mapping(ratings):
            found = raters[outcome, criterion]
            if found < needed:
                data: dict[str, Value] = {
                    "outcome": outcome,
                    "criterion": criterion,
                    "required": needed,
                    "found": found,
                }
                yield Problem("EVC346", consensus.file, ("ratings", outcome, criterion), data, Where.KEY)
