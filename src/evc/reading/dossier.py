"""The public reader of a dossier: a folder, or the portfolio file in it, becomes a `Dossier` with its `Programme`.

Or, when anything is wrong in form, the problems of every file at once and no dossier: incomplete is not refused, and
an applicant may mend what is lacking before it is judged (Awb art. 4:5).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from evc.diagnostics import Problem
from evc.model.dossier import Dossier
from evc.model.programme import Programme
from evc.model.value import value
from evc.reading.building.dossier import build_dossier
from evc.reading.documents import Document, is_error, mapping, text
from evc.reading.dossier_files import DossierFiles, read_files
from evc.reading.evidence_files import EvidenceFolder
from evc.reading.form.assessments import assessment_form, distinct_assessors
from evc.reading.form.consensus import consensus_form
from evc.reading.form.known import known_ids
from evc.reading.form.portfolio import portfolio_form
from evc.reading.library import Library
from evc.reading.loaded import Loaded
from evc.reading.near import few_guesses, unknown
from evc.reading.oddities import oddities


@value
class ReadDossier:
    """A dossier together with the programme that judges it, and the documents it was built from."""

    programme: Programme
    dossier: Dossier
    files: DossierFiles


def read_dossier(path: Path, library: Library) -> Loaded[ReadDossier]:
    """Read a dossier and the programme it names.

    `path` is the dossier's folder, or the portfolio in it (its folder is then the dossier). Problems of the programme
    are the dossier's too: it cannot be judged by rules that are not right in form.
    """
    files, problems = read_files(path)
    return _read(files, problems, library)


def read_portfolio(path: Path, library: Library) -> Loaded[ReadDossier]:
    """Read a dossier as it was before anybody judged it: what assessors wrote is left aside, whole or half done."""
    files, problems = read_files(path, portfolio_only=True)
    return _read(files, problems, library)


def _read(files: DossierFiles, problems: list[Problem], library: Library) -> Loaded[ReadDossier]:
    """The dossier in these files, which have these problems by themselves."""
    programme, lacking = _programme(files, library)
    with few_guesses():
        problems = [*problems, *lacking, *_form(files, programme)]
    shown = {each.file: each.data for each in files.documents()} | (dict(programme.files) if programme else {})
    if any(map(is_error, problems)) or programme is None or programme.value is None or files.portfolio is None:
        return Loaded(None, tuple(problems), shown)
    problems += oddities(files, programme.value)
    with EvidenceFolder(files.folder) as evidence:
        dossier = build_dossier(files, files.portfolio, evidence)
    return Loaded(ReadDossier(programme.value, dossier, files), tuple(problems), shown)


def _programme(files: DossierFiles, library: Library) -> tuple[Loaded[Programme] | None, list[Problem]]:
    """The programme that the portfolio names, with its problems; or that there is none of that id."""
    if files.portfolio is None:
        return None, []
    name = text(files.portfolio.value, "programme")
    if name is None or files.portfolio.is_wrong(("programme",)):
        return None, []
    programme = library.find(name, files.folder)
    if programme is None:
        data = unknown(name, library.known(files.folder))
        return None, [Problem("EVC308", files.portfolio.file, ("programme",), data)]
    return programme, list(programme.problems)


def _form(files: DossierFiles, programme: Loaded[Programme] | None) -> list[Problem]:
    """What is wrong in the dossier's files beyond their shape, as far as it does not follow from another fault."""
    known = known_ids(files, programme.value if programme else None)
    candidate = _candidate(files.portfolio)
    problems: list[Problem] = []
    if files.portfolio is not None:
        problems += _beyond_shape(files.portfolio, portfolio_form(files.portfolio, known))
    of_assessments: list[Problem] = []
    for assessment in files.assessments:
        of_assessments += _beyond_shape(assessment, assessment_form(assessment, candidate, known))
    of_assessments += distinct_assessors(files.assessments)
    if files.consensus is not None:
        certain = files.complete and not any(problem.code in _WHO_RATED_WHAT for problem in of_assessments)
        complete = certain and all(each.sound for each in files.assessments)
        agreed = consensus_form(files.consensus, candidate, files.assessments, known, complete=complete)
        of_assessments += _beyond_shape(files.consensus, agreed)
    return [*problems, *of_assessments]


# Faults in assessments after which nobody can say who rated what.
_WHO_RATED_WHAT = ("EVC302", "EVC303", "EVC320")


def _candidate(portfolio: Document | None) -> str | None:
    if portfolio is None or portfolio.is_wrong(("candidate", "id")):
        return None
    return text(mapping(portfolio.value, "candidate"), "id")


def _beyond_shape(document: Document, problems: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong beyond shape, but not where the shape itself was refused."""
    return (problem for problem in problems if not document.is_wrong(problem.at))
