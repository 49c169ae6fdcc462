"""The advice as data: `evc/advice@1`, every key of DESIGN §6 in its order, and the digest that seals it.

The JSON writes the Advice itself; only its `text` keys come from the words. A key without a value is null or an
empty list, amounts are strings in plain notation, and ids are never translated.
"""

from collections.abc import Callable
from functools import partial

from evc._version import __version__
from evc.language import DEFAULT_LANGUAGE, Language
from evc.language import language as speaking
from evc.model.advice import Advice, AssessorSummary, ProgrammeSummary, RouteStep
from evc.model.dossier import Attestation, Evidence, Period
from evc.model.programme import Regulation
from evc.model.source import Source
from evc.reporting.canonical import Json, digest
from evc.reporting.facts import plain_decimal
from evc.reporting.indented import indented
from evc.reporting.json_units import unit_json
from evc.reporting.json_values import found, own, plain, shown
from evc.reporting.names import Names, names_of
from evc.reporting.sealing import without_own_words

FORMAT = "evc/advice@1"

_Seal = Callable[[dict[str, Json]], str]

# The digest of a document that is made here.
seal = partial(digest, without_words=without_own_words)


def advice_json(advice: Advice, language: Language, seal: _Seal = seal) -> dict[str, Json]:
    """The published form of an advice, by this version of evc; `seal` gives its digest."""
    return advice_document(advice, language, __version__, seal)


def advice_document(advice: Advice, language: Language, version: str, seal: _Seal = seal) -> dict[str, Json]:
    """The published form of an advice, with its digest; `version` is that of the evc that made it."""
    names = names_of(advice, language, plain=True)
    provenance: dict[str, Json] = {
        "evc": version,
        "rubrics": advice.provenance.rubrics,
        "inputs": [{"path": each.path, "sha256": each.sha256} for each in advice.provenance.inputs],
    }
    document: dict[str, Json] = {
        "format": FORMAT,
        "on": advice.on.isoformat(),
        "submitted": advice.submitted.isoformat(),
        "language": language.code,
        "candidate": {"id": advice.candidate.id, "name": advice.candidate.name},
        "goal": advice.goal,
        "programme": _programme(advice.programme, names),
        "assessors": [_assessor(summary) for summary in advice.assessors],
        "consensus": _consensus(advice),
        "evidence": [_evidence(item) for item in advice.evidence],
        "credits": {
            "programme": plain_decimal(advice.credits.programme),
            "awarded": plain_decimal(advice.credits.awarded),
            "remaining": plain_decimal(advice.credits.remaining),
        },
        "conditions": [found(condition, names) for condition in advice.conditions],
        "units": [unit_json(unit, names) for unit in advice.units],
        "route": [_route(step) for step in advice.route],
        "provenance": provenance,
    }
    provenance["digest"] = seal(document)
    return document


def advice_digest(advice: Advice) -> str:
    """The digest of an advice; it is the same in every language, so that any will do."""
    unsealed = advice_document(advice, speaking(DEFAULT_LANGUAGE), __version__, seal=lambda _: "")
    return seal(unsealed)


def render(advice: Advice, language: Language, manner: object = None) -> bytes:  # noqa: ARG001
    """The published form as a file: indented, UTF-8, one line end at the end; the same data in every manner."""
    return as_file(advice_json(advice, language))


def as_file(document: dict[str, Json]) -> bytes:
    """A published document as it stands in a file."""
    return f"{indented(document)}\n".encode()


def _programme(programme: ProgrammeSummary, names: Names) -> Json:
    passing = programme.scale.rank[programme.scale.pass_level]
    return {
        "id": programme.id,
        "title": shown(programme.title, names),
        "level": programme.level,
        "regulation": _regulation(programme.regulation, names),
        "scale": [
            {"id": level.id, "title": shown(level.title, names), "pass": programme.scale.rank[level.id] >= passing}
            for level in programme.scale.levels
        ],
        "sources": [_source(source, names) for source in programme.sources],
    }


def _regulation(regulation: Regulation | None, names: Names) -> Json:
    if regulation is None:
        return None
    return {
        "title": shown(regulation.title, names),
        "year": own(regulation.year, names),
        "from": plain(regulation.start),
        "to": plain(regulation.end),
    }


def _source(source: Source, names: Names) -> Json:
    return {
        "id": source.id,
        "title": shown(source.title, names),
        "citation": own(source.citation, names),
        "url": source.url,
    }


def _assessor(summary: AssessorSummary) -> Json:
    return {
        "id": summary.assessor.id,
        "name": summary.assessor.name,
        "role": summary.assessor.role,
        "on": summary.on.isoformat(),
        "instruments": [
            {"id": each.id, "kind": each.kind, "on": plain(each.on), "minutes": plain(each.minutes)}
            for each in summary.instruments
        ],
    }


def _consensus(advice: Advice) -> Json:
    if advice.consensus is None:
        return None
    return {"on": advice.consensus.on.isoformat(), "assessors": list(advice.consensus.assessors)}


def _evidence(item: Evidence) -> Json:
    return {
        "id": item.id,
        "type": item.type,
        "title": item.title,
        "issuer": item.issuer,
        "issued": plain(item.issued),
        "period": _period(item.period),
        "hours": plain(item.hours),
        "context": item.context,
        "qualification": item.qualification,
        "group": item.group,
        "own_share": item.own_share,
        "consent": item.consent,
        "attested_by": _attestation(item.attested_by),
        "file": item.file,
        "sha256": item.found.sha256 if item.found else None,
    }


def _period(period: Period | None) -> Json:
    return None if period is None else {"from": plain(period.start), "to": plain(period.end)}


def _attestation(by: Attestation | None) -> Json:
    if by is None:
        return None
    return {"name": by.name, "role": by.role, "organisation": by.organisation, "on": plain(by.on)}


def _route(step: RouteStep) -> Json:
    return {
        "unit": step.unit,
        "credits": plain_decimal(step.credits),
        "setting": step.setting.value,
        "after": list(step.after),
        "outcomes": [{"id": each.id, "label": each.label.value} for each in step.outcomes],
    }
