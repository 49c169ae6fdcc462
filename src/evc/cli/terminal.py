"""The view of `evc assess` on a terminal, drawn by rich; never loaded in a pipe."""

from rich.console import Console

from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.terminal import rich_text


def show(advice: Advice, spoken: Language, dossier: str, verbosity: int, *, ascii: bool) -> None:  # noqa: A002
    """Print the view; lines are wrapped already where they may be, so that commands can be copied whole."""
    console = Console(highlight=False, markup=False, emoji=False)
    for line in rich_text(advice, spoken, dossier, verbosity, console.width, ascii=ascii):
        console.print(line, soft_wrap=True)
