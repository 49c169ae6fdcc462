"""An assessment to start from: the claimed outcomes with their criteria, each with a level to fill in.

No file without a rating is a whole assessment, and evc invents none: so `level:` stands there without a value, and
`evc check` names every line that is still to be filled in, and nothing else.
"""

from collections.abc import Iterator
from datetime import date

from evc.exchange.scaffolds.comments import comment, said
from evc.exchange.subject import Subject
from evc.exchange.yaml_text import scalar
from evc.language import Language
from evc.model.ids import AssessorId
from evc.model.programme import Remarks
from evc.model.rubric import Criterion, Rubric


def assessment(subject: Subject, assessor: AssessorId, on: date, language: Language) -> str:
    """What one assessor fills in for this dossier."""
    lines = [
        *_head(subject, assessor, on, language),
        *_instruments(on, language),
        *_ratings(subject, language),
        *_proof(subject, language),
        *_items(subject, language),
    ]
    return "".join(f"{line}\n" for line in lines)


def _head(subject: Subject, assessor: AssessorId, on: date, language: Language) -> Iterator[str]:
    dossier = subject.dossier
    yield from comment(said("assessment.intro", language, {"candidate": dossier.candidate.id}))
    yield "format: evc/assessment@1"
    yield "assessor:"
    yield f"  id: {scalar(assessor)}"
    yield f"  # name: {scalar(said('assessment.name', language))}"
    yield f"  # role: {scalar(said('assessment.role', language))}"
    yield f"candidate: {scalar(dossier.candidate.id)}"
    yield from comment(said("assessment.on", language))
    yield f"on: {on}"
    yield from comment(said("assessment.judged", language))
    yield "judged:"
    yield f"  portfolio: {scalar(dossier.portfolio_sha256)}"
    if subject.rubrics:
        yield "  rubrics:"
    for rubric in subject.rubrics:
        yield f"    {scalar(rubric.id)}: {scalar(rubric.version)}"
    yield ""


def _instruments(on: date, language: Language) -> Iterator[str]:
    yield from comment(said("assessment.instruments", language))
    yield "# instruments:"
    yield "#   - id: G1"
    yield "#     kind: interview"
    yield f"#     on: {on}"
    yield "#     minutes: 40"
    yield ""


def _ratings(subject: Subject, language: Language) -> Iterator[str]:
    if not subject.rubrics:
        return
    levels = ", ".join(level.id for level in subject.programme.scale.levels)
    yield from comment(said("assessment.ratings", language, {"levels": levels}))
    yield "ratings:"
    for rubric in subject.rubrics:
        yield ""
        yield from comment(f"{subject.own(rubric.title, language)}. {subject.own(rubric.statement, language)}", "  # ")
        yield f"  {scalar(rubric.id)}:"
        for criterion in rubric.criteria:
            yield from _criterion(subject, rubric, criterion, language)


def _criterion(subject: Subject, rubric: Rubric, criterion: Criterion, language: Language) -> Iterator[str]:
    key = "assessment.criterion-mandatory" if criterion.mandatory else "assessment.criterion"
    title = subject.own(criterion.title, language)
    values = {"criterion": criterion.id, "title": title, "level": criterion.pass_level}
    yield from comment(said(key, language, values), "    # ")
    for indicator in criterion.indicators:
        yield from comment(f"- {subject.own(indicator, language)}", "    #   ", "  ")
    for level, descriptor in criterion.levels.items():
        yield from comment(f"{level}: {subject.own(descriptor, language)}", "    #   ", "  ")
    cited = subject.cited(rubric.id, criterion.id)
    shown = language.list([f"{item.id} ({item.title})" for item in cited])
    yield from comment(said("assessment.evidence", language, {"evidence": shown or "–"}), "    # ")
    yield f"    {scalar(criterion.id)}:"
    yield "      level:"
    yield f"      # first: {scalar(criterion.pass_level)}"
    yield f"      # based_on: [{', '.join(scalar(item.id) for item in cited) or 'G1'}]"
    remark = "      remark: >-"
    if subject.programme.remarks is Remarks.NONE:
        remark = f"      # {remark.strip()}"
    yield remark
    yield ""


def _proof(subject: Subject, language: Language) -> Iterator[str]:
    """Formal proof to be checked: in a comment, or where nothing else is to be judged as what is to be filled in."""
    proof = subject.proof()
    unused = "# " if subject.rubrics else ""
    yield from comment(said("assessment.verified", language))
    yield f"{unused}verified:"
    if not proof:
        yield f"{unused}  B1:"
        yield f"{unused}    remark: {scalar(said('assessment.verified-remark', language))}"
    for item in proof:
        yield from comment(item.title, f"{unused}  # ")
        yield f"{unused}  {scalar(item.id)}:"
        yield f"{unused}    remark: {scalar(said('assessment.verified-remark', language)) if unused else ''}".rstrip()
    yield ""


def _items(subject: Subject, language: Language) -> Iterator[str]:
    outcome = next((rubric.id for rubric in subject.rubrics), next(iter(subject.programme.rubrics), "x"))
    yield from comment(said("assessment.rejected", language))
    yield "# rejected:"
    yield "#   B2:"
    yield "#     reason: not-readable"
    yield f"#     remark: {scalar(said('assessment.rejected-remark', language))}"
    yield from comment(said("assessment.waived", language))
    yield "# waived:"
    yield "#   B3:"
    yield f"#     remark: {scalar(said('assessment.waived-remark', language))}"
    yield f"#     for: [{scalar(outcome)}]"
