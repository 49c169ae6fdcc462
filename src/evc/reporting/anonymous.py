"""An advice without names: the candidate and the assessors by their ids, others as ``[naam]`` (REPORTS §2.2).

Pure: an Advice in, an Advice out, so that every kind and format is anonymous in the same way and the digest is that of
the anonymous document. Names go from their own fields, from every text that somebody wrote in the dossier, and from
the paths of files. What stays is what names nobody by itself: ids, days, and organisations under their own name.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import count

from evc.model.advice import Advice, CriterionResult, GivenRating, ItemResult, OutcomeAdvice, UnitAdvice
from evc.model.dossier import Attestation, Candidate, Evidence
from evc.model.findings import Condition, Finding, Value
from evc.model.source import InputFile
from evc.model.text import same_text_key
from evc.reporting.redacting import Person, Redactor, suffix_of

_TOKENS = {"nl": "[naam]"}
_OTHER_TOKEN = "[name]"
_DOSSIER = "dossier/"
_ASSESSMENTS = "assessments/"
_OWN = frozenset({"portfolio", "consensus"})


def anonymous(advice: Advice) -> Advice:
    """The same advice without the names of its dossier."""
    redact = redactor(advice)
    return replace(
        advice,
        candidate=Candidate(advice.candidate.id, None),
        goal=redact.maybe(advice.goal),
        assessors=tuple(
            replace(each, assessor=replace(each.assessor, name=None, role=redact.maybe(each.assessor.role)))
            for each in advice.assessors
        ),
        evidence=tuple(_item(item, redact, token(advice)) for item in advice.evidence),
        conditions=tuple(_condition(each, advice) for each in advice.conditions),
        units=tuple(_unit(unit, redact) for unit in advice.units),
        provenance=replace(advice.provenance, inputs=_inputs(advice, redact)),
    )


def redactor(advice: Advice) -> Redactor:
    """What takes the names of this dossier out of a text: candidate and assessors by each part of the name too.

    Who vouches for evidence is replaced as a whole only: what stands there may be an organisation.
    """
    people = [(advice.candidate.name, str(advice.candidate.id))]
    people += [(each.assessor.name, str(each.assessor.id)) for each in advice.assessors]
    own = [Person(name, instead, parts=True, capital=at > 0) for at, (name, instead) in enumerate(people) if name]
    by = [Person(item.attested_by.name, token(advice)) for item in advice.evidence if item.attested_by]
    return Redactor((*own, *by))


def token(advice: Advice) -> str:
    """What stands for a name without an id, in the programme's language: no other changes with the report's."""
    return _TOKENS.get(advice.programme.language, _OTHER_TOKEN)


def _item(item: Evidence, redact: Redactor, name: str) -> Evidence:
    return replace(
        item,
        title=redact(item.title),
        issuer=redact.maybe(item.issuer),
        context=redact.maybe(item.context),
        own_share=redact.maybe(item.own_share),
        attested_by=_attestation(item.attested_by, redact, name),
        file=f"{item.id}{suffix_of(item.file, redact)}" if item.file else None,
    )


def _attestation(by: Attestation | None, redact: Redactor, name: str) -> Attestation | None:
    if by is None:
        return None
    return replace(by, name=name, role=redact.maybe(by.role), organisation=redact.maybe(by.organisation))


def _condition(condition: Finding, advice: Advice) -> Finding:
    """A namesake: the candidate by id, so that it can still be told whose name an assessor bears."""
    if condition.code is not Condition.ASSESSOR_NOT_INDEPENDENT:
        return condition
    name, candidate = str(condition.data["name"]), advice.candidate.name
    same = candidate is not None and same_text_key(candidate) == same_text_key(name)
    return replace(condition, data={**condition.data, "name": advice.candidate.id if same else token(advice)})


def _unit(unit: UnitAdvice, redact: Redactor) -> UnitAdvice:
    return replace(unit, outcomes=tuple(_outcome(outcome, redact) for outcome in unit.outcomes))


def _outcome(outcome: OutcomeAdvice, redact: Redactor) -> OutcomeAdvice:
    return replace(
        outcome,
        account=redact.maybe(outcome.account),
        criteria=tuple(_criterion(each, redact) for each in outcome.criteria),
        evidence=tuple(_result(item, redact) for item in outcome.evidence),
    )


def _criterion(criterion: CriterionResult, redact: Redactor) -> CriterionResult:
    agreed = criterion.consensus
    return replace(
        criterion,
        ratings=tuple(_rating(given, redact) for given in criterion.ratings),
        consensus=replace(agreed, remark=redact(agreed.remark)) if agreed else None,
    )


def _rating(given: GivenRating, redact: Redactor) -> GivenRating:
    return replace(given, rating=replace(given.rating, remark=redact.maybe(given.rating.remark)))


def _result(item: ItemResult, redact: Redactor) -> ItemResult:
    """Whether an item counts, with what assessors wrote about that."""
    return replace(item, data={key: _fact(key, value, redact) for key, value in item.data.items()})


def _fact(key: str, value: Value, redact: Redactor) -> Value:
    if key in ("remarks", "waiver_remarks") and isinstance(value, tuple):
        return tuple(redact(str(remark)) for remark in value)
    return value


def _inputs(advice: Advice, redact: Redactor) -> tuple[InputFile, ...]:
    """The files used, under paths that name nobody: evidence by its id, an assessment by its assessor's or a number."""
    evidence: dict[str, str] = {}
    for item in advice.evidence:
        if item.file:
            evidence.setdefault(same_text_key(item.file), f"{item.id}{suffix_of(item.file, redact)}")
    known = {f"{_ASSESSMENTS}{each.assessor.id}" for each in advice.assessors} | _OWN
    number = count(1)
    renamed = [
        replace(each, path=_path(each.path, evidence, known, redact, number)) for each in advice.provenance.inputs
    ]
    return tuple(sorted(renamed, key=lambda each: each.path.encode()))


def _path(
    path: str, evidence: Mapping[str, str], known: AbstractSet[str], redact: Redactor, number: Iterator[int]
) -> str:
    """A path of the dossier; those of the rubrics are the same for every candidate."""
    if not path.startswith(_DOSSIER):
        return path
    within = path.removeprefix(_DOSSIER)
    if same_text_key(within) in evidence:
        return f"{_DOSSIER}{evidence[same_text_key(within)]}"
    suffix = suffix_of(within, redact)
    if within.removesuffix(suffix) in known:
        return path
    folder = _ASSESSMENTS if within.startswith(_ASSESSMENTS) else ""
    return f"{_DOSSIER}{folder}{next(number)}{suffix}"
