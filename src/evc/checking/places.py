"""Where the facts behind an outcome stand: file and line of its evidence, ratings, criteria and rules."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from evc.diagnostics import KeyPath, Where
from evc.model.ids import OutcomeId
from evc.reading.documents import Document, mapping, sequence, text
from evc.reading.dossier import ReadDossier
from evc.reading.files import yaml_stem
from evc.reading.loaded import Loaded
from evc.reading.locating import locate

_Named = tuple[str, KeyPath, Where]


def places(loaded: Loaded[ReadDossier], outcome: OutcomeId) -> Mapping[str, str]:
    """``file:line`` of what the trace of an outcome names, as far as it stands in a file.

    Its keys: ``evidence:B10``, ``rating:A-07:Z3``, ``consensus:Z3``, ``criterion:Z3``, ``rule:variation``, ``claim``.
    """
    found: dict[str, str] = {}
    for file, named in _by_file(loaded, outcome):
        spots = locate(loaded.files[file], [(path, where) for _, path, where in named])
        for name, path, where in named:
            found[name] = f"{PurePath(file).name}:{spots[path, where].line}"
    return found


def _by_file(loaded: Loaded[ReadDossier], outcome: OutcomeId) -> Iterator[tuple[str, list[_Named]]]:
    read = loaded.value
    if read is None or read.files.portfolio is None:
        return
    yield read.files.portfolio.file, list(_in_portfolio(read.files.portfolio, outcome))
    for assessment in read.files.assessments:
        assessor = text(mapping(assessment.value, "assessor"), "id")
        yield assessment.file, list(_ratings(assessment, outcome, f"rating:{assessor}:"))
    if read.files.consensus is not None:
        yield read.files.consensus.file, list(_ratings(read.files.consensus, outcome, "consensus:"))
    for file in loaded.files:
        if yaml_stem(PurePath(file).name) == outcome:
            yield file, list(_in_rubric(read, outcome))


def _in_portfolio(portfolio: Document, outcome: OutcomeId) -> Iterator[_Named]:
    for index, item in enumerate(sequence(portfolio.value, "evidence")):
        yield f"evidence:{text(item, 'id')}", ("evidence", index), Where.KEY
    for index, claim in enumerate(sequence(portfolio.value, "claims")):
        if text(claim, "outcome") == outcome:
            yield "claim", ("claims", index), Where.KEY


def _ratings(document: Document, outcome: OutcomeId, prefix: str) -> Iterator[_Named]:
    for criterion in mapping(mapping(document.value, "ratings"), outcome):
        yield f"{prefix}{criterion}", ("ratings", outcome, criterion), Where.KEY


def _in_rubric(read: ReadDossier, outcome: OutcomeId) -> Iterator[_Named]:
    for index, criterion in enumerate(read.programme.rubrics[outcome].criteria):
        yield f"criterion:{criterion.id}", ("criteria", index), Where.KEY
    for rule in ("variation", "quantity", "authenticity"):
        yield f"rule:{rule}", ("evidence", rule), Where.KEY
    yield "rule:decision", ("decision",), Where.KEY
