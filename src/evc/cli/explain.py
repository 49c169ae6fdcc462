"""`evc explain`: one outcome or criterion, traced to its evidence, ratings, rules and files."""

from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, UsageProblem
from evc.cli.options import DossierArgument, LangOption, OnOption, RubricsOption, reference_date, speak
from evc.cli.reading import library, read

if TYPE_CHECKING:
    from evc.model.advice import Advice


def explain(
    dossier: DossierArgument,
    what: Annotated[
        str, typer.Argument(metavar="OUTCOME[/CRITERION]", help="As pedagogisch-klimaat/P1.", show_default=False)
    ],
    rubrics: RubricsOption = None,
    on: OnOption = None,
    lang: LangOption = None,
) -> None:
    """Trace one outcome or criterion to its evidence.

    Its evidence, rules and ratings with their places in the files, and what would turn the verdict.

    Example: evc explain examples/verhage pedagogisch-klimaat/P1
    """
    day = reference_date(on)
    loaded = read(dossier, library(rubrics), lang)
    if loaded.value is None:
        raise typer.Exit(Exit.PROBLEMS)
    from evc.assessing import assess
    from evc.checking.places import places
    from evc.model.ids import OutcomeId
    from evc.reporting.terminal import explain as explained

    advice = assess(loaded.value.programme, loaded.value.dossier, day)
    spoken = speak(lang, loaded.value.programme.language)
    outcome, _, criterion = what.partition("/")
    _known(advice, outcome, criterion)
    where = places(loaded, OutcomeId(outcome))
    shown = explained(
        advice, spoken, outcome, criterion or None, where, room=console.columns(), ascii=console.ascii_only()
    )
    console.out(shown)


def _known(advice: "Advice", outcome: str, criterion: str) -> None:
    """Raise UsageProblem for an outcome that the programme lacks, or a criterion that the outcome lacks."""
    outcomes = {str(each.id): each for unit in advice.units for each in unit.outcomes}
    if outcome not in outcomes:
        raise UsageProblem("cli.unknown-outcome", {"outcome": outcome}, _near(outcome, tuple(outcomes)))
    criteria = tuple(str(each.id) for each in outcomes[outcome].criteria)
    if criterion and criterion not in criteria and criteria:
        data = {"outcome": outcome, "criterion": criterion}
        raise UsageProblem("cli.unknown-criterion", data, _near(criterion, criteria))


def _near(name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    from evc.reading.near import nearest

    near = nearest(name, known)
    return (near,) if near else known
