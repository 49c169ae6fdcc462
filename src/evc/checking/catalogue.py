"""Every check of sense in one table: its code, the generator that finds it, and the source that it rests on.

Severities stand in `evc.diagnostics.CODES`, words in ``locale/*/sense.po``, and the page of each in
``locale/*/rules/``.
"""

from collections.abc import Callable, Iterator

from evc.checking import descriptors, programmes, rubrics, versions, wording
from evc.checking.curriculum import Curriculum
from evc.diagnostics import Problem
from evc.model.value import value


@value
class Check:
    """One check: what it finds in a curriculum, and why that matters."""

    code: str
    run: Callable[[Curriculum], Iterator[Problem]]
    source: str


CHECKS: tuple[Check, ...] = (
    Check("EVC402", rubrics.criterion_never_matters, "evc/rubric@1"),
    Check("EVC403", rubrics.criterion_cannot_fail, "house rule"),
    Check("EVC404", descriptors.level_without_descriptor, "Cito, on rater effects"),
    Check("EVC405", descriptors.descriptors_equal, "Cito, on rater effects"),
    Check("EVC406", descriptors.descriptors_nearly_equal, "house rule"),
    Check("EVC411", rubrics.types_cannot_be_met, "VRAAK: variation and relevance"),
    Check("EVC412", rubrics.time_only, "CAEL, Ten Standards for Assessing Learning"),
    Check("EVC413", rubrics.outcome_without_source, "Awb, article 3:47"),
    Check("EVC414", versions.changed_without_version, "house rule"),
    Check("EVC502", programmes.units_below_credits, "evc/programme@1"),
    Check("EVC503", programmes.outcome_in_no_unit, "evc/programme@1"),
    Check("EVC504", programmes.scale_cannot_fail, "house rule"),
    Check("EVC601", wording.language_missing, "house rule"),
    Check("EVC602", wording.vague_descriptor, "Cito, on rater effects"),
)

SENSE = frozenset(check.code for check in CHECKS)


def sense(curriculum: Curriculum) -> Iterator[Problem]:
    """Everything in a curriculum that is right in form and makes no sense, check by check."""
    for check in CHECKS:
        yield from check.run(curriculum)
