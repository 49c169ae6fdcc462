"""`evc rule`: the page of a code, or the list of codes."""

from typing import Annotated

import typer

from evc.cli import console
from evc.cli.console import UsageProblem
from evc.cli.options import LangOption, speak


def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A code, as EVC303.", show_default=False)] = None,
    lang: LangOption = None,
) -> None:
    """Explain a code, or list them all.

    What it means, why it matters, and a wrong and a right example.

    Example: evc rule EVC303
    """
    from evc.diagnostics import CODES
    from evc.reporting.rule_pages import codes, page

    spoken = speak(lang)
    if code is None:
        width = max(len(name) for _, name, _ in codes(spoken))
        console.out("\n".join(f"{each}  {name:<{width}}  {title}" for each, name, title in codes(spoken)))
        return
    wanted = code.upper()
    if wanted not in CODES:
        from evc.reading.near import nearest

        near = nearest(wanted, CODES)
        raise UsageProblem("cli.unknown-code", {"code": code}, (near,) if near else ())
    text = page(wanted, spoken)
    console.out(text)
