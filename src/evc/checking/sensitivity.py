"""Which criteria and evidence rules ever decide anything in a set of dossiers (`check --sensitivity`).

Each part of a rubric is left out in turn and the outcome is judged again. A part decides in a dossier when the
outcome's verdict or coverage is another without it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evc.assessing.case import Case, open_case
from evc.assessing.decision import decide
from evc.assessing.outcomes import judge_outcome
from evc.checking.parts import parts_of
from evc.model.advice import Coverage, OutcomeAdvice, RuleName
from evc.model.dossier import Dossier
from evc.model.ids import OutcomeId, ProgrammeId
from evc.model.programme import Programme
from evc.model.rubric import Rubric
from evc.model.sensitivity import PartKind, PartUse, Sensitivity
from evc.model.verdict import Verdict, all_of

_Key = tuple[ProgrammeId, OutcomeId]


def sensitivity(dossiers: Iterable[tuple[Programme, Dossier]]) -> Sensitivity:
    """What each part of the rubrics that these dossiers use decides, at each dossier's day of submission."""
    counted = 0
    programmes: dict[ProgrammeId, Programme] = {}
    uses: dict[tuple[_Key, str], PartUse] = {}
    for programme, dossier in dossiers:
        counted += 1
        programmes.setdefault(programme.id, programme)
        case = open_case(programme, dossier, dossier.submitted)
        for outcome in dossier.claims:
            for use in _tried(case, outcome):
                key = ((programme.id, outcome), use.part)
                uses[key] = _added(uses[key], use) if key in uses else use
    order = _order(programmes.values())
    claimed = {key for key, _ in uses}
    parts = sorted(uses.values(), key=lambda use: order.index((use.programme, use.outcome)))
    return Sensitivity(counted, tuple(parts), tuple(key for key in order if key not in claimed))


def _order(programmes: Iterable[Programme]) -> list[_Key]:
    """Every outcome of the programmes, these by id, as their units have them."""
    return [
        (programme.id, outcome)
        for programme in sorted(programmes, key=lambda programme: programme.id)
        for unit in programme.units
        for outcome in unit.outcomes
    ]


def _tried(case: Case, outcome: OutcomeId) -> Iterator[PartUse]:
    """Each part of one outcome's rubric, left out in turn in one dossier."""
    programme = case.programme
    whole = judge_outcome(case, outcome)
    for part in parts_of(programme.rubrics[outcome]):
        decides = any(_differs(case, whole, part.kind, lighter) for lighter in part.without)
        failed = part.failed(whole)
        yield PartUse(programme.id, outcome, part.name, part.kind, 1, int(failed), int(decides))


def _differs(case: Case, whole: OutcomeAdvice, kind: PartKind, lighter: Rubric) -> bool:
    """Whether the verdict or the coverage is another by a rubric that asks less."""
    if kind is PartKind.EVIDENCE:
        without = _judged(case, lighter)
        return (whole.verdict, whole.coverage) != (without.verdict, without.coverage)
    return _decided(whole, lighter) != (whole.verdict, whole.coverage is Coverage.COVERED)


def _judged(case: Case, rubric: Rubric) -> OutcomeAdvice:
    """The outcome judged by another rubric: what is asked of evidence decides which items count."""
    rubrics = {**case.programme.rubrics, rubric.id: rubric}
    return judge_outcome(replace(case, programme=replace(case.programme, rubrics=rubrics)), rubric.id)


def _decided(whole: OutcomeAdvice, rubric: Rubric) -> tuple[Verdict, bool]:
    """The verdict, and whether all is covered, by the criteria and decision of another rubric.

    The criteria are judged already. One that is left out of the decision still says that some evidence is there, so
    that coverage is no more than whole or not.
    """
    results = {result.id: result for result in whole.criteria}
    rules = [rule.verdict for rule in whole.rules if rule.rule is not RuleName.DECISION]
    mandatory = [criterion.mandatory for criterion in rubric.criteria]
    verdicts = [results[criterion.id].verdict for criterion in rubric.criteria]
    relevance = [results[criterion.id].relevance for criterion in rubric.criteria]
    covered = all_of((*rules, decide(rubric.decision, mandatory, relevance)))
    return all_of((*rules, decide(rubric.decision, mandatory, verdicts))), covered is Verdict.MET


def _added(before: PartUse, more: PartUse) -> PartUse:
    return replace(
        before,
        judged=before.judged + more.judged,
        failed=before.failed + more.failed,
        decided=before.decided + more.decided,
    )
