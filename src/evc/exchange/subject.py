"""What an assessor judges: a dossier before anybody looked, with the claimed outcomes in the programme's order."""

from pathlib import Path

from evc.language import Language
from evc.model.dossier import Dossier, Evidence
from evc.model.ids import AssessorId, CriterionId, OutcomeId
from evc.model.programme import Programme
from evc.model.rubric import Rubric
from evc.model.text import Text
from evc.model.value import value
from evc.reading.documents import mapping, text
from evc.reading.dossier_files import read_files


@value
class Subject:
    """A programme, a dossier, and the rubrics of the outcomes that it claims."""

    programme: Programme
    dossier: Dossier
    rubrics: tuple[Rubric, ...]

    def own(self, wording: Text, language: Language) -> str:
        """A text of the rubrics in the language asked for, else in the programme's."""
        return language.pick(wording, self.programme.language)[0]

    def cited(self, outcome: OutcomeId, criterion: CriterionId) -> tuple[Evidence, ...]:
        """The evidence that the candidate cites for a criterion, in the order of the portfolio."""
        claim = self.dossier.claims[outcome]
        named = claim.supports.get(criterion, ())
        return tuple(item for item in self.dossier.evidence if item.id in named)

    def proof(self) -> tuple[Evidence, ...]:
        """Diplomas and certificates of a qualification, whose authenticity an assessor checks."""
        return tuple(item for item in self.dossier.evidence if item.qualification is not None)


def subject(programme: Programme, dossier: Dossier) -> Subject:
    """The dossier as something to judge."""
    outcomes = (outcome for unit in programme.units for outcome in unit.outcomes)
    return Subject(
        programme, dossier, tuple(programme.rubrics[outcome] for outcome in outcomes if outcome in dossier.claims)
    )


def earlier_assessment(path: Path, assessor: AssessorId) -> str | None:
    """The file of a dossier in which this assessor judges already, however far; None when there is none."""
    files, _ = read_files(path)
    for document in files.assessments:
        if text(mapping(document.value, "assessor"), "id") == assessor:
            return document.file
    return None
