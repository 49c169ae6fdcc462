"""Judging: a programme, a dossier and a reference date become advice. Pure: no files, no clock, no words.

The rooms of DESIGN §4 in its order: items (`admissible`), rules (`evidence_rules`), ratings, criteria, outcomes,
units, conditions, the programme, and what is `missing`.
"""

from datetime import date

from evc.assessing.case import Case, open_case
from evc.assessing.conditions import conditions
from evc.assessing.outcomes import judge_outcome
from evc.assessing.programme import add_credits, route
from evc.assessing.units import judge_unit
from evc.model.advice import Advice, AssessorSummary, ConsensusSummary, ProgrammeSummary, Provenance
from evc.model.dossier import Dossier
from evc.model.ids import AssessorId, EvidenceId
from evc.model.programme import Programme

__all__ = ["assess"]


def assess(programme: Programme, dossier: Dossier, on: date | None = None) -> Advice:
    """Advise on a dossier that has no errors of form.

    `on` is the reference date D of DESIGN §4; without it the portfolio's `submitted`. Never the clock, so that the
    same input gives the same advice on appeal, years later.
    """
    case = open_case(programme, dossier, on or dossier.submitted)
    outcomes = {outcome: judge_outcome(case, outcome) for unit in programme.units for outcome in unit.outcomes}
    units = tuple(judge_unit(case, unit, outcomes) for unit in programme.units)
    totals = add_credits(programme, units)
    consensus = dossier.consensus
    return Advice(
        on=case.on,
        submitted=dossier.submitted,
        candidate=dossier.candidate,
        goal=dossier.goal,
        programme=_summary(programme),
        assessors=tuple(AssessorSummary(each.assessor, each.on, each.instruments) for each in case.assessments),
        consensus=ConsensusSummary(consensus.on, tuple(sorted(consensus.assessors))) if consensus else None,
        evidence=dossier.evidence,
        verified=_verified(case),
        credits=totals,
        conditions=conditions(case, units, totals),
        units=units,
        route=route(programme, units),
        provenance=Provenance(
            programme.found, tuple(sorted((*programme.inputs, *dossier.inputs), key=lambda file: file.path.encode()))
        ),
    )


def _summary(programme: Programme) -> ProgrammeSummary:
    return ProgrammeSummary(
        id=programme.id,
        title=programme.title,
        language=programme.language,
        level=programme.level,
        regulation=programme.regulation,
        scale=programme.scale,
        sources=programme.sources,
        assessors=programme.assessors,
        maximum=programme.maximum,
        qualifications=programme.qualifications,
    )


def _verified(case: Case) -> dict[EvidenceId, tuple[AssessorId, ...]]:
    return {
        item.id: by
        for item in case.dossier.evidence
        if (by := tuple(each.assessor.id for each in case.assessments if item.id in each.verified))
    }
