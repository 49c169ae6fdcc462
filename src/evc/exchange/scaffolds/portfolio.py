"""A portfolio to start from: every learning outcome of the programme as a claim that only has to be uncommented."""

from collections.abc import Iterator
from datetime import date

from evc.exchange.scaffolds.asked import asked
from evc.exchange.scaffolds.comments import comment, filled, said
from evc.exchange.yaml_text import scalar
from evc.language import Language
from evc.model.dossier import EVIDENCE_TYPES
from evc.model.programme import Programme, Unit
from evc.model.rubric import Criterion, Rubric
from evc.model.text import Text

# What is said inside what is commented out: it stays a comment when that is uncommented.
_PROSE = "# # "


def portfolio(programme: Programme, candidate: str, submitted: date, language: Language) -> str:
    """A portfolio without evidence and claims yet, with an example of the first and a form for the second."""
    types = ", ".join(f"{kind} = {language.say(f'type.{kind}')}" for kind in EVIDENCE_TYPES)
    values = {
        "candidate": candidate,
        "programme": programme.id,
        "date": submitted.isoformat(),
        "evidence-types": said("evidence.types", language, {"types": types}),
        "qualification": next(iter(programme.qualifications), said("qualification.id", language)),
    }
    lines = [*filled("portfolio", language, values), *_claims(programme, language)]
    return "".join(f"{line}\n" for line in lines)


def _claims(programme: Programme, language: Language) -> Iterator[str]:
    for unit in programme.units:
        yield "#"
        yield from comment(_unit(unit, programme, language), _PROSE)
        for outcome in unit.outcomes:
            yield from _claim(programme.rubrics[outcome], programme, language)


def _unit(unit: Unit, programme: Programme, language: Language) -> str:
    key = "portfolio.unit" if unit.exemptible else "portfolio.unit-not-exemptible"
    title = language.pick(unit.title, programme.language)[0]
    return said(key, language, {"unit": unit.id, "title": title, "credits": format(unit.credits, "f")})


def _claim(rubric: Rubric, programme: Programme, language: Language) -> Iterator[str]:
    def own(text: Text) -> str:
        return language.pick(text, programme.language)[0]

    prose = "#   # "
    yield f"# - outcome: {scalar(rubric.id)}"
    yield from comment(f"{own(rubric.title)}. {own(rubric.statement)}", prose)
    if wanted := asked(rubric.evidence, language):
        yield from comment(said("portfolio.asked", language, {"asked": wanted}), prose)
    yield from comment(said("portfolio.account-how", language), prose)
    yield "#   account: |-"
    yield f"#     {said('portfolio.account', language)}"
    yield "#   supports:"
    for criterion in rubric.criteria:
        yield from comment(_question(criterion, own(criterion.title), language), "#     # ")
        for indicator in criterion.indicators:
            yield from comment(f"- {own(indicator)}", "#     #   ", "  ")
        yield f"#     {scalar(criterion.id)}: [B1]"


def _question(criterion: Criterion, title: str, language: Language) -> str:
    key = "portfolio.question-mandatory" if criterion.mandatory else "portfolio.question"
    return said(key, language, {"criterion": criterion.id, "title": title})
