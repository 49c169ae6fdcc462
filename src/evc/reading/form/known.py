"""The ids that the files of a dossier may refer to; unknown where another file has errors (DESIGN §4, *Form*)."""

from evc.model.programme import Programme
from evc.reading.dossier_files import DossierFiles
from evc.reading.form.portfolio import Known, evidence_of


def known_ids(files: DossierFiles, programme: Programme | None) -> Known:
    """Evidence from the portfolio, everything else from the programme; None for what cannot be known."""
    evidence = evidence_of(files.portfolio) if files.portfolio is not None else None
    if programme is None:
        return Known(evidence, None, None, None, {}, None)
    rubrics = programme.rubrics.values()
    return Known(
        evidence=evidence,
        outcomes=[rubric.id for rubric in rubrics],
        qualifications=list(programme.qualifications),
        levels=[level.id for level in programme.scale.levels],
        criteria={rubric.id: [criterion.id for criterion in rubric.criteria] for rubric in rubrics},
        assessors_needed=programme.assessors,
    )
