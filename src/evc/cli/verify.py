"""`evc verify`: make an advice again from its inputs, and say whether it is the same."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, Said
from evc.cli.options import DossierArgument, LangOption, ResultFormat, RubricsOption, asked_language, speak
from evc.cli.reading import library, read, readable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from evc.model.advice import Advice
    from evc.model.verification import Verification
    from evc.reading.dossier import ReadDossier

# An advice on the largest dossier that evc reads stays well below this.
_MOST = 64 * 1024 * 1024
_FOUND = ("given", "environment", "above", "working", "shipped")


class NoAdvice(Said):
    """A file that is no advice: an input with an error of form, exit 1."""

    code = Exit.PROBLEMS


def verify(
    advice: Annotated[
        Path, typer.Argument(metavar="ADVICE", help="An advice as evc wrote it, in JSON.", show_default=False)
    ],
    dossier: DossierArgument,
    format_: Annotated[ResultFormat, typer.Option("--format", help="What is printed.")] = ResultFormat.TEXT,
    rubrics: RubricsOption = None,
    lang: LangOption = None,
) -> None:
    """Make an advice again, and compare.

    At the reference date of the advice; a difference is exit 1, with the inputs and verdicts that differ. An advice
    made with --anonymous is compared with the anonymous form of the dossier.

    Example: evc verify examples/verhage/advice.json examples/verhage
    """
    asked_language(lang)
    stated, on, sealed = _stated(advice)
    loaded = read(dossier, library(rubrics), lang)
    if loaded.value is None:
        raise typer.Exit(Exit.PROBLEMS)
    found = _made_again(stated, sealed, loaded.value, on)
    from evc.reporting.verification import render, render_json

    text = render_json(found) if format_ is ResultFormat.JSON else render(found, speak(lang))
    console.out(text)
    raise typer.Exit(Exit.DONE if found.same else Exit.PROBLEMS)


def _stated(path: Path) -> tuple["Mapping[str, object]", "date", str]:
    """The advice in a file, its reference date, and the digest of what it holds."""
    readable(path)
    from evc.checking.verifying import read_advice
    from evc.cli.options import reference_date
    from evc.reading.files import Refused, read_file
    from evc.reporting.canonical import digest

    data = read_file(path, follow=True, most=_MOST)
    stated = None if isinstance(data, Refused) else read_advice(data)
    if stated is not None:
        with suppress(Said, ValueError, RecursionError):
            on = reference_date(str(stated["on"]))
            if on is not None:
                return stated, on, digest(dict(stated))  # type: ignore[arg-type] # what JSON holds
    raise NoAdvice("cli.no-advice", {"file": path.as_posix()})


def _made_again(stated: "Mapping[str, object]", sealed: str, read_: "ReadDossier", on: "date") -> "Verification":
    """Compared with what comes out now; that who verifies it has the rubrics elsewhere is no difference."""
    from evc.assessing import assess
    from evc.checking.verifying import verify as compare
    from evc.language import DEFAULT_LANGUAGE, LANGUAGES, language
    from evc.reporting.anonymous import anonymous
    from evc.reporting.json_ import advice_json

    provenance = stated.get("provenance")
    word = provenance.get("rubrics") if isinstance(provenance, dict) else None
    programme = replace(read_.programme, found=word if word in _FOUND else read_.programme.found)
    spoken = language(lang if (lang := stated.get("language")) in LANGUAGES else DEFAULT_LANGUAGE)
    advice = assess(programme, read_.dossier, on)
    return compare(stated, advice_json(anonymous(advice) if _is_nameless(stated, advice) else advice, spoken), sealed)


def _is_nameless(stated: "Mapping[str, object]", made: "Advice") -> bool:
    """Whether an advice was made with --anonymous: it leaves out a name that the dossier has."""
    candidate = stated.get("candidate")
    if made.candidate.name is not None:
        return isinstance(candidate, dict) and candidate.get("name") is None
    assessors = stated.get("assessors")
    told = [each.get("name") for each in assessors if isinstance(each, dict)] if isinstance(assessors, list) else []
    return not any(told) and any(each.assessor.name for each in made.assessors)
