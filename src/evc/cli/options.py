"""The options and arguments that commands share, and what they stand for."""

import os
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from evc.cli.console import UsageProblem
from evc.language import DEFAULT_LANGUAGE, LANGUAGES, Language, language

RubricsOption = Annotated[
    Path | None,
    typer.Option(
        "--rubrics", metavar="DIR", help="Folder with one folder a programme; no other is tried.", show_default=False
    ),
]
OnOption = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help="Reference date, as 2026-09-15; else the day of submission.", show_default=False
    ),
]
LangOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="nl|en", help="Language; else EVC_LANG, else the programme's.", show_default=False),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="DIR",
        help="The house style of your institution: theme.yml and templates; else that of evc.toml.",
        show_default=False,
    ),
]
DossierArgument = Annotated[
    Path, typer.Argument(metavar="DOSSIER", help="A dossier folder, or the portfolio in it.", show_default=False)
]
DossiersArgument = Annotated[
    list[Path],
    typer.Argument(metavar="DOSSIER...", help="Dossier folders, or the portfolios in them.", show_default=False),
]


class ResultFormat(StrEnum):
    """How an advice is printed."""

    TEXT = "text"
    JSON = "json"


class DocumentKind(StrEnum):
    """Which document is written of an advice; the same words as `evc.reporting.manner.Kind`, which loads more."""

    ADVICE = "advice"
    INTERVIEW = "interview"
    CANDIDATE = "candidate"


AnonymousOption = Annotated[
    bool,
    typer.Option(
        "--anonymous", help="Leave out names: the candidate by id, in what is shown and written, file names too."
    ),
]


def asked_language(lang: str | None) -> str | None:
    """The language that the user asks for, by option or environment; None leaves it to the programme.

    Raises UsageProblem for one that evc does not speak. An empty EVC_LANG is no wish.
    """
    wish = lang if lang is not None else os.environ.get("EVC_LANG") or None
    if wish is not None and wish not in LANGUAGES:
        raise UsageProblem("cli.unknown-language", {"language": wish}, LANGUAGES)
    return wish


def speak(lang: str | None, programme: str | None = None) -> Language:
    """The language to speak: asked for, else the programme's, else Dutch."""
    return language(asked_language(lang) or programme or DEFAULT_LANGUAGE)


def reference_date(on: str | None) -> date | None:
    """The reference date that the user asks for; raises UsageProblem for what is no date from 1900 to 2199."""
    if on is None:
        return None
    if re.fullmatch(r"(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}", on, re.ASCII):
        try:
            return date.fromisoformat(on)
        except ValueError:
            pass
    raise UsageProblem("cli.bad-date", {"date": on})
