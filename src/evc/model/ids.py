"""The kinds of identifier, kept apart so that the type checker refuses one where another is due."""

from typing import NewType

ProgrammeId = NewType("ProgrammeId", str)
UnitId = NewType("UnitId", str)
OutcomeId = NewType("OutcomeId", str)
CriterionId = NewType("CriterionId", str)
LevelId = NewType("LevelId", str)
QualificationId = NewType("QualificationId", str)
SourceId = NewType("SourceId", str)
EvidenceId = NewType("EvidenceId", str)
AssessorId = NewType("AssessorId", str)
