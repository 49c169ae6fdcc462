"""Evidence that a dossier cites and that does not count: weak evidence is a finding, never an error (DESIGN §4)."""

from collections.abc import Iterator, Mapping

from evc.assessing import assess
from evc.diagnostics import Problem
from evc.model.advice import Advice, ItemResult
from evc.model.findings import ItemReason, UnitReason, Value
from evc.model.ids import EvidenceId
from evc.reading.documents import Document
from evc.reading.dossier import ReadDossier

# A rejection is an assessor's own word, seen in every report; it is nothing to be warned of.
CODES: Mapping[ItemReason, str] = {
    ItemReason.FILE_MISSING: "EVC351",
    ItemReason.FILE_MISMATCH: "EVC352",
    ItemReason.FUTURE: "EVC353",
    ItemReason.OWN_SHARE_MISSING: "EVC354",
    ItemReason.OUTDATED: "EVC355",
    ItemReason.TYPE_NOT_ACCEPTED: "EVC356",
}


def set_aside(read: ReadDossier, portfolio: Document) -> Iterator[Problem]:
    """A warning for every item that is set aside, once for each reason, with the first outcome it is set aside for."""
    advice = assess(read.programme, read.dossier)
    places = {item.id: index for index, item in enumerate(read.dossier.evidence)}
    seen: set[tuple[EvidenceId, ItemReason]] = set()
    for item, reason, data in _reasons(advice):
        if reason in CODES and (item, reason) not in seen:
            seen.add((item, reason))
            yield Problem(CODES[reason], portfolio.file, ("evidence", places[item], "id"), {"evidence": item, **data})


def _reasons(advice: Advice) -> Iterator[tuple[EvidenceId, ItemReason, Mapping[str, Value]]]:
    for unit in advice.units:
        for outcome in unit.outcomes:
            for item in outcome.evidence:
                if item.reason is not None:
                    yield item.id, item.reason, _data(item, outcome.id)
        for finding in unit.reasons:
            if finding.code is UnitReason.PROOF_SET_ASIDE:
                proof = EvidenceId(str(finding.data["evidence"]))
                yield proof, ItemReason(str(finding.data["reason"])), {"unit": unit.id}


def _data(item: ItemResult, outcome: str) -> Mapping[str, Value]:
    facts = {key: item.data[key] for key in ("cause", "date", "type") if key in item.data}
    return {"outcome": outcome, **facts}
