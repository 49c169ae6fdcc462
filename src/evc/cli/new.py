"""`evc new`: commented, valid files to start from. Nothing that exists is overwritten."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from evc.cli import console
from evc.cli.console import Exit, UsageProblem
from evc.cli.lazy import HELP, LazyCommands
from evc.cli.options import DossierArgument, LangOption, RubricsOption, reference_date, speak
from evc.cli.reading import dossier_path, library

if TYPE_CHECKING:
    from evc.exchange.subject import Subject
    from evc.language import Language
    from evc.model.programme import Programme
    from evc.reading.loaded import Loaded

Value = TypeVar("Value")


class _Kinds(LazyCommands):
    """What can be made; the module is this one, but for a house style."""

    TABLE = {  # noqa: RUF012 - a table, never written to
        **{kind: f"evc.cli.new:{kind}" for kind in ("programme", "rubric", "portfolio", "assessment")},
        "template": "evc.cli.new_template:new_template",
    }


app = typer.Typer(
    name="new",
    cls=_Kinds,
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
    context_settings=HELP,
)


@app.callback()
def new() -> None:
    """Make a file to start from.

    Commented in Dutch or English, valid where that can be, and never over a file that exists.

    Example: evc new portfolio --programme leraar-po --out mijn-dossier/portfolio.yml
    """


class FormFormat(StrEnum):
    """In what an assessor fills in."""

    YAML = "yaml"
    XLSX = "xlsx"


IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Its id, as leraar-po.", show_default=False)]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Where to write it; or a folder that exists.", show_default=False),
]
SchemasOption = Annotated[
    Path | None,
    typer.Option(
        "--schemas",
        metavar="DIR",
        help="Where `evc schema --write` puts the schemas; else schemas/ beside the file.",
        show_default=False,
    ),
]
DayOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help="The day in the file, as 2026-09-15; else today.", show_default=False),
]


def programme(name: IdArgument, out: OutOption = None, schemas: SchemasOption = None, lang: LangOption = None) -> None:
    """Make a programme with its first learning outcome.

    Two files in a folder of the programme's name: programme.yml and a rubric.

    Example: evc new programme mijn-opleiding --out rubrics
    """
    _usable("ID", name)
    spoken = speak(lang)
    file = _place(out, Path(name, "programme.yml"))
    if (file.absolute().parent.name, file.stem) != (name, "programme"):
        raise UsageProblem("cli.other-folder", {"file": file.as_posix(), "id": name})
    from evc.exchange import scaffolds

    outcome = spoken.say("scaffold.outcome.id")
    made = {
        file: ("programme", scaffolds.programme(name, outcome, spoken)),
        file.with_name(f"{outcome}.yml"): ("rubric", scaffolds.rubric(outcome, None, spoken)),
    }
    _write_all(made, schemas, spoken)


def rubric(name: IdArgument, out: OutOption = None, schemas: SchemasOption = None, lang: LangOption = None) -> None:
    """Make a rubric of one learning outcome.

    Beside a programme it takes over the levels of its scale.

    Example: evc new rubric gesprekken-voeren --out rubrics/mijn-opleiding
    """
    _usable("ID", name)
    file = _place(out, Path(f"{name}.yml"))
    if file.stem != name:
        raise UsageProblem("cli.other-name", {"file": file.as_posix(), "id": name})
    from evc.exchange import scaffolds

    beside = scaffolds.beside(file.parent)
    spoken = speak(lang, beside.language if beside else None)
    _write_all({file: ("rubric", scaffolds.rubric(name, beside, spoken))}, schemas, spoken)


def portfolio(
    programme: Annotated[
        str | None,
        typer.Option("--programme", metavar="ID", help="Whose outcomes are prepared.", show_default=False),
    ] = None,
    candidate: Annotated[str, typer.Option("--candidate", metavar="ID", help="The candidate's id.")] = "K-001",
    on: DayOption = None,
    out: OutOption = None,
    schemas: SchemasOption = None,
    rubrics: RubricsOption = None,
    lang: LangOption = None,
) -> None:
    """Make a portfolio, prepared for a programme.

    Every learning outcome stands ready as a claim in comments, with the questions of its criteria.

    Example: evc new portfolio --programme leraar-po --out mijn-dossier/portfolio.yml
    """
    _usable("--candidate", candidate)
    speak(lang)
    day = reference_date(on) or _today()
    file = _place(out, Path("portfolio.yml"))
    chosen = _programme(programme, file.parent, rubrics, lang)
    from evc.exchange import scaffolds

    spoken = speak(lang, chosen.language)
    _write_all({file: ("portfolio", scaffolds.portfolio(chosen, candidate, day, spoken))}, schemas, spoken)


def assessment(
    dossier: DossierArgument,
    assessor: Annotated[str, typer.Option("--assessor", metavar="ID", help="Who judges, as A-07.", show_default=False)],
    format_: Annotated[
        FormFormat, typer.Option("--format", help="xlsx: a form with drop-downs, read back by `evc import`.")
    ] = FormFormat.YAML,
    on: DayOption = None,
    out: OutOption = None,
    schemas: SchemasOption = None,
    rubrics: RubricsOption = None,
    lang: LangOption = None,
) -> None:
    """Make what one assessor fills in for a dossier.

    Only what the candidate claims, with indicators, levels and evidence. Each `level:` is still to be filled in:
    until then `evc check` names the lines that are open.

    Example: evc new assessment examples/de-wit --assessor A-07
    """
    _usable("--assessor", assessor)
    speak(lang)
    day = reference_date(on) or _today()
    path = dossier_path(dossier)
    judged = _judged(path, rubrics, lang)
    spoken = speak(lang, judged.programme.language)
    home = path if path.is_dir() else path.parent
    if format_ is FormFormat.XLSX:
        _form(judged, assessor, home, out, spoken)
        return
    from evc.exchange import scaffolds
    from evc.exchange.subject import earlier_assessment
    from evc.model.ids import AssessorId

    if earlier := earlier_assessment(path, AssessorId(assessor)):
        raise UsageProblem("cli.assessed-already", {"assessor": assessor, "file": earlier})
    if not judged.rubrics and not judged.proof():
        raise UsageProblem("cli.nothing-to-assess")
    file = _place(out, Path("assessments", f"{assessor}.yml"), home)
    text = scaffolds.assessment(judged, AssessorId(assessor), day, spoken)
    _write_all({file: ("assessment", text)}, schemas, spoken)
    console.err(spoken.say("cli.fill-in", {"path": dossier.as_posix()}))


def _form(judged: "Subject", assessor: str, home: Path, out: Path | None, spoken: "Language") -> None:
    """The form of one assessor, beside the portfolio: in the folder of assessments only YAML may stand."""
    if not judged.rubrics:
        raise UsageProblem("cli.nothing-to-assess")
    from evc.cli.writing import write_new
    from evc.exchange.base import MissingExtraError, load
    from evc.model.ids import AssessorId

    try:
        form = load("form_writing", "assessment_form", "xlsx")
    except MissingExtraError as extra:
        raise UsageProblem("cli.format-needs", {"format": FormFormat.XLSX.value, "extra": extra}) from extra
    file = _place(out, Path(f"{assessor}.xlsx"), home)
    write_new(file, form(judged, AssessorId(assessor), spoken), spoken)
    back = (home / "assessments" / f"{assessor}.yml").as_posix()
    console.err(spoken.say("cli.import-with", {"file": file.as_posix(), "out": back}))


def _write_all(made: Mapping[Path, tuple[str, str]], schemas: Path | None, spoken: "Language") -> None:
    """Write files of their kinds, none when one of them is there; each begins with where its schema is."""
    from evc.cli.writing import refuse_existing, write_new
    from evc.exchange.schema_line import schema_line, schemas_beside

    for file in made:
        refuse_existing(file)
    folder = schemas or schemas_beside(next(iter(made)))
    for file, (kind, text) in made.items():
        write_new(file, (schema_line(kind, file, folder) + text).encode(), spoken)
    if not any(folder.glob("*.schema.json")):
        console.err(spoken.say("cli.schemas-hint", {"folder": folder.as_posix()}))


def _place(out: Path | None, usual: Path, home: Path = Path()) -> Path:
    """Where a file goes: its usual place from `home`, or what the user says; in a folder its usual name."""
    if out is None:
        return home / usual
    return out / (usual.name if home != Path() else usual) if out.is_dir() else out


def _usable(option: str, name: str) -> None:
    from evc.reading.ids import is_id

    if not is_id(name):
        raise UsageProblem("cli.bad-id", {"option": option, "id": name})


def _programme(name: str | None, folder: Path, rubrics: Path | None, lang: str | None) -> "Programme":
    """The programme of this id, as a dossier in this folder would find it; raises UsageProblem when there is none."""
    shelves = library(rubrics)
    known = tuple(shelves.known(folder))
    if name is None:
        raise UsageProblem("cli.which-programme", known=known)
    found = shelves.find(name, folder)
    if found is None:
        from evc.reading.near import nearest

        near = nearest(name, known)
        raise UsageProblem("cli.unknown-programme", {"programme": name}, (near,) if near else known)
    return _right(found, lang)


def _judged(path: Path, rubrics: Path | None, lang: str | None) -> "Subject":
    """The dossier to be judged; what other assessors wrote is left aside."""
    from evc.exchange.subject import subject
    from evc.reading.dossier import read_portfolio

    read = _right(read_portfolio(path, library(rubrics)), lang)
    return subject(read.programme, read.dossier)


def _right(loaded: "Loaded[Value]", lang: str | None) -> Value:
    """What was read; when it has errors they are shown and the command ends."""
    if loaded.value is not None:
        return loaded.value
    from evc.cli.diagnostics import as_text

    console.err(as_text(loaded.diagnostics(), loaded.files, speak(lang)))
    raise typer.Exit(Exit.PROBLEMS)


def _today() -> date:
    """The one thing that the clock is asked for: the day that stands in a new file, where the user may change it."""
    return datetime.now(UTC).astimezone().date()
