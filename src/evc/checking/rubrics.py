"""Checks of a rubric's sense: a decision that every criterion has a part in, and evidence rules that can be met."""

from collections.abc import Iterator

from evc.checking.curriculum import Curriculum
from evc.diagnostics import Problem
from evc.model.dossier import EVIDENCE_TYPES
from evc.model.findings import Value
from evc.model.rubric import All, AtLeast, EvidenceDemands


def criterion_never_matters(curriculum: Curriculum) -> Iterator[Problem]:
    """`at_least` asks no more criteria than the mandatory ones, so that the others can change no verdict.

    Source: DESIGN §4, *Outcome* (`at_least k`: all mandatory criteria, and k in total).
    """
    for each in curriculum.rubrics:
        match each.rubric.decision:
            case All():
                continue
            case AtLeast(count):
                mandatory = sum(criterion.mandatory for criterion in each.rubric.criteria)
                others = tuple(criterion.id for criterion in each.rubric.criteria if not criterion.mandatory)
                if count <= mandatory and others:
                    data: dict[str, Value] = {"required": count, "mandatory": mandatory, "criteria": others}
                    yield Problem("EVC402", each.document.file, ("decision", "at_least"), data)


def criterion_cannot_fail(curriculum: Curriculum) -> Iterator[Problem]:
    """A criterion whose own pass is the lowest level of the scale: no rating can fail it.

    Source: DOMAIN §3.3, the cut score is the border between fail and pass [HFE].
    """
    levels = curriculum.levels()
    for each in curriculum.rubrics if levels else ():
        raw = each.document.value
        for index, criterion in enumerate(each.rubric.criteria):
            given = isinstance(raw, dict) and "pass" in raw["criteria"][index]
            if given and criterion.pass_level == levels[0]:
                data = {"criterion": criterion.id, "level": levels[0]}
                yield Problem("EVC403", each.document.file, ("criteria", index, "pass"), data)


def types_cannot_be_met(curriculum: Curriculum) -> Iterator[Problem]:
    """More distinct types of evidence asked than are accepted: no dossier can meet both.

    An item of another type counts only where the assessors waive it, which is an exception and no rule.
    Source: DESIGN §4, `cannot-be-met`; VRAAK asks variation within what is relevant, DOMAIN §2.1 [INTRA].
    """
    for each in curriculum.rubrics:
        variation, accepts = each.rubric.evidence.variation, each.rubric.evidence.accepts
        accepted = set(EVIDENCE_TYPES if accepts is None else accepts)
        if variation is not None and variation.types is not None and variation.types > len(accepted):
            data = {"required": variation.types, "found": len(accepted)}
            yield Problem("EVC411", each.document.file, ("evidence", "variation", "types"), data)


def time_only(curriculum: Curriculum) -> Iterator[Problem]:
    """The evidence rules ask hours, and nothing of what was learned in them.

    Source: DOMAIN §0.5, credit is given for learning shown, never for time served [CAEL].
    """
    for each in curriculum.rubrics:
        demands = each.rubric.evidence
        if demands.quantity is not None and demands.quantity.hours is not None and not _asks_more(demands):
            data = {"hours": demands.quantity.hours}
            yield Problem("EVC412", each.document.file, ("evidence", "quantity", "hours"), data)


def _asks_more(demands: EvidenceDemands) -> bool:
    """Whether anything is asked of what evidence shows: kinds, settings, witnesses. Age and number are not that."""
    return demands.variation is not None or demands.accepts is not None or demands.attested is not None


def outcome_without_source(curriculum: Curriculum) -> Iterator[Problem]:
    """An outcome that does not say where it comes from, so that advice on it cannot name its ground.

    Source: Awb art. 3:47, reasons name the legal basis where possible, DOMAIN §1.4 [PGAWB].
    """
    for each in curriculum.rubrics:
        if not each.rubric.sources:
            yield Problem("EVC413", each.document.file, ("id",), {"outcome": each.rubric.id})
