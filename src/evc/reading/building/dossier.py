"""A dossier from plain values and the facts of its evidence files."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import cast

from evc.model.dossier import Attestation, Candidate, Claim, Dossier, Evidence, Period
from evc.model.ids import EvidenceId, OutcomeId, ProgrammeId, QualificationId
from evc.model.source import InputFile
from evc.reading.building.assessments import build_assessment, build_consensus
from evc.reading.building.common import Raw, build_amount, build_date
from evc.reading.documents import Document
from evc.reading.dossier_files import DossierFiles
from evc.reading.evidence_files import EvidenceFolder


def build_dossier(files: DossierFiles, portfolio: Document, folder: EvidenceFolder) -> Dossier:
    """The dossier, with every evidence file looked up and hashed once."""
    raw = cast("Raw", portfolio.value)
    evidence = tuple(_evidence(each, folder) for each in raw["evidence"])
    portfolio_sha256 = _sha256(portfolio)
    candidate = raw["candidate"]
    return Dossier(
        candidate=Candidate(candidate["id"], candidate.get("name")),
        programme=ProgrammeId(raw["programme"]),
        submitted=date.fromisoformat(raw["submitted"]),
        goal=raw.get("goal"),
        evidence=evidence,
        claims={OutcomeId(each["outcome"]): _claim(each) for each in raw["claims"]},
        assessments=tuple(build_assessment(cast("Raw", each.value)) for each in files.assessments),
        consensus=build_consensus(cast("Raw", files.consensus.value)) if files.consensus else None,
        portfolio_sha256=portfolio_sha256,
        inputs=tuple(_inputs(files, evidence, portfolio_sha256)),
    )


def _evidence(raw: Raw, folder: EvidenceFolder) -> Evidence:
    file, sha256, period = raw.get("file"), raw.get("sha256"), raw.get("period")
    qualification = raw.get("qualification")
    return Evidence(
        id=EvidenceId(raw["id"]),
        type=raw["type"],
        title=raw["title"],
        issuer=raw.get("issuer"),
        issued=build_date(raw.get("issued")),
        period=Period(build_date(period.get("from")), build_date(period.get("to"))) if period else None,
        hours=build_amount(raw.get("hours")),
        context=raw.get("context"),
        qualification=QualificationId(qualification) if qualification else None,
        group=raw.get("group", False),
        own_share=raw.get("own_share"),
        consent=raw.get("consent"),
        attested_by=_attestation(raw.get("attested_by")),
        file=file,
        sha256=sha256.lower() if sha256 else None,
        found=folder.facts(file, sha256) if file else None,
    )


def _attestation(raw: Raw | None) -> Attestation | None:
    if raw is None:
        return None
    return Attestation(raw["name"], raw.get("role"), raw.get("organisation"), build_date(raw.get("on")))


def _claim(raw: Raw) -> Claim:
    return Claim(
        outcome=OutcomeId(raw["outcome"]),
        account=raw.get("account"),
        supports={criterion: tuple(cited) for criterion, cited in raw["supports"].items()},
    )


def _inputs(files: DossierFiles, evidence: tuple[Evidence, ...], portfolio_sha256: str) -> Iterator[InputFile]:
    """Every file of the dossier that was used, under its published name; each evidence file once."""
    depth = len(files.folder.parts)
    for document in files.documents():
        path = "/".join(document.path.parts[depth:])
        yield InputFile(f"dossier/{path}", portfolio_sha256 if document is files.portfolio else _sha256(document))
    found = {item.file: item.found.sha256 for item in evidence if item.file and item.found}
    for file, sha256 in found.items():
        yield InputFile(f"dossier/{file}", sha256)


def _sha256(document: Document) -> str:
    return hashlib.sha256(document.data).hexdigest()
