"""One dossier before the judge: the programme, the dossier and the reference date, with look-ups by id."""

from collections.abc import Mapping, Sequence
from datetime import date

from evc.assessing.evidence_rules import Counted, as_counted
from evc.assessing.items import Standing, standings
from evc.model.assessment import Assessment, Rejection, Waiver
from evc.model.dossier import Dossier, Evidence
from evc.model.ids import AssessorId, EvidenceId, OutcomeId
from evc.model.programme import Programme
from evc.model.value import value


@value
class Case:
    """What every judging function needs; assessments stand in order of assessor id, whatever their files' order."""

    programme: Programme
    dossier: Dossier
    on: date
    items: Mapping[EvidenceId, Evidence]
    standing: Mapping[EvidenceId, Standing]
    counted: Mapping[EvidenceId, Counted]
    assessments: tuple[Assessment, ...]
    rejecting: tuple[Assessment, ...]
    waiving: tuple[Assessment, ...]


def open_case(programme: Programme, dossier: Dossier, on: date) -> Case:
    """Lay a dossier beside its programme, to be judged at `on`."""
    assessments = tuple(sorted(dossier.assessments, key=lambda assessment: assessment.assessor.id))
    return Case(
        programme=programme,
        dossier=dossier,
        on=on,
        items={item.id: item for item in dossier.evidence},
        standing=standings(dossier, on),
        counted=as_counted(dossier.evidence, dossier.candidate),
        assessments=assessments,
        rejecting=tuple(each for each in assessments if each.rejected),
        waiving=tuple(each for each in assessments if each.waived),
    )


def is_restored(case: Case, item: EvidenceId) -> bool:
    """Whether a consensus took the rejection of this item back."""
    consensus = case.dossier.consensus
    return consensus is not None and item in consensus.restored


def rejections(case: Case, item: EvidenceId) -> Sequence[tuple[AssessorId, Rejection]]:
    """Every rejection of this item, for whatever outcomes; none when a consensus restored it."""
    if not case.rejecting or is_restored(case, item):
        return ()
    return [(each.assessor.id, each.rejected[item]) for each in case.rejecting if item in each.rejected]


def rejections_for(case: Case, item: EvidenceId, outcome: OutcomeId) -> Sequence[tuple[AssessorId, Rejection]]:
    """The rejections of this item that hold for this outcome."""
    if not case.rejecting:
        return ()
    return [
        (assessor, rejection)
        for assessor, rejection in rejections(case, item)
        if rejection.outcomes is None or outcome in rejection.outcomes
    ]


def waivers_for(case: Case, item: EvidenceId, outcome: OutcomeId) -> Sequence[tuple[AssessorId, Waiver]]:
    """Who lets this item count for this outcome although it is old or of a type not accepted."""
    return [
        (each.assessor.id, each.waived[item])
        for each in case.waiving
        if item in each.waived and outcome in each.waived[item].outcomes
    ]
