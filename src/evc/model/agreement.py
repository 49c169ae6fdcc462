"""How far assessors who judged apart agree: counts of pairs of ratings, and what is worked out from them."""

from fractions import Fraction

from evc.model.ids import AssessorId, CriterionId, OutcomeId, ProgrammeId
from evc.model.value import value


@value
class Agreement:
    """Pairs of ratings of the same criterion in the same dossier.

    `same_level` counts the pairs on one level, `same_side` those on one side of the pass; `kappa` is the weighted
    kappa, None where chance alone would agree fully (every rating on one level).
    """

    dossiers: int
    pairs: int
    same_level: int
    same_side: int
    kappa: Fraction | None


@value
class CriterionAgreement:
    """Agreement on one criterion, over all pairs of assessors."""

    programme: ProgrammeId
    outcome: OutcomeId
    criterion: CriterionId
    agreement: Agreement


@value
class PairAgreement:
    """Agreement of two assessors in one programme, over all criteria that both rated."""

    programme: ProgrammeId
    first: AssessorId
    second: AssessorId
    agreement: Agreement


@value
class Agreements:
    """Agreement by criterion in the order of the programme, and by pair of assessors by id."""

    dossiers: int
    criteria: tuple[CriterionAgreement, ...]
    pairs: tuple[PairAgreement, ...]
