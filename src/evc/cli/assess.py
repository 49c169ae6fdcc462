"""`evc assess`: coverage and verdicts of one or more dossiers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, OutputProblem, UsageProblem
from evc.cli.options import (
    AnonymousOption,
    DocumentKind,
    DossiersArgument,
    LangOption,
    OnOption,
    ResultFormat,
    RubricsOption,
    TemplateOption,
    asked_language,
    reference_date,
    speak,
)
from evc.cli.reading import library, read

if TYPE_CHECKING:
    from evc.language import Language
    from evc.model.advice import Advice
    from evc.model.house import House
    from evc.reporting.manner import Manner

ReportOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--report",
        metavar="FILE",
        help="Write the advice: .html, .md, .json, .pdf, .docx or .xlsx; may be repeated.",
        show_default=False,
    ),
]
KindOption = Annotated[
    DocumentKind,
    typer.Option(
        "--kind",
        help="What --report writes: the advice, an interview guide for assessors, or a letter to the candidate.",
    ),
]


def assess(
    dossiers: DossiersArgument,
    report: ReportOption = None,
    kind: KindOption = DocumentKind.ADVICE,
    anonymous: AnonymousOption = False,
    format_: Annotated[ResultFormat, typer.Option("--format", help="What is printed.")] = ResultFormat.TEXT,
    rubrics: RubricsOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    template: TemplateOption = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Every criterion, its evidence and ratings.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="The last line only: the credits.")] = False,
    open_: Annotated[bool, typer.Option("--open", help="Open the first report when it is written.")] = False,
) -> None:
    """Judge dossiers: covered, shown, and still missing.

    For each learning outcome of the programme: what the evidence covers, what assessors found, and the least that
    would still make it demonstrated. What comes out is advice; the exam committee decides.

    Example: evc assess examples/verhage --report advies.html
    """
    reports = report or []
    if len(dossiers) > 1 and reports:
        raise UsageProblem("cli.report-of-several")
    if kind is not DocumentKind.ADVICE and not reports:
        raise UsageProblem("cli.kind-without-report")
    _known_suffixes(reports, kind)
    asked_language(lang)
    dressed = _dressed(template, reports, lang)
    day, shelves = reference_date(on), library(rubrics)
    codes = []
    for path in dossiers:
        try:
            loaded = read(path, shelves, lang)
        except UsageProblem as problem:
            codes.append(console.tell(problem))
            continue
        if loaded.value is None:
            codes.append(Exit.PROBLEMS)
            continue
        from evc.assessing import assess as judge

        advice = judge(loaded.value.programme, loaded.value.dossier, day)
        spoken, typed = speak(lang, (dressed and dressed.language) or loaded.value.programme.language), _as_typed(path)
        if anonymous:
            advice, typed = _without_names(advice, typed, reports)
        _show(advice, spoken, typed, format_, 1 if verbose else -1 if quiet else 0, single=len(dossiers) == 1)
        _write(advice, spoken, reports, kind, dressed)
    if open_ and reports and not codes:
        typer.launch(reports[0].absolute().as_uri())
    raise typer.Exit(console.worst(codes))


def _show(
    advice: "Advice", spoken: "Language", dossier: str, format_: ResultFormat, verbosity: int, *, single: bool
) -> None:
    if format_ is ResultFormat.JSON:
        import json

        from evc.reporting.json_ import advice_json

        document = advice_json(advice, spoken)
        console.out(json.dumps(document, ensure_ascii=False, indent=2 if single else None))
        return
    if console.is_terminal():
        from evc.cli.terminal import show

        show(advice, spoken, dossier, verbosity, ascii=console.ascii_only())
        return
    from evc.reporting.terminal import plain

    console.out(plain(advice, spoken, dossier, verbosity, ascii=console.ascii_only()))


def _as_typed(path: Path) -> str:
    """The dossier as it goes into a command to copy."""
    text = path.as_posix()
    return f"{text}/" if path.is_dir() and text != "." else text


def _without_names(advice: "Advice", typed: str, reports: list[Path]) -> tuple["Advice", str]:
    """The advice and the dossier's place without names; raises UsageProblem for a file to be named after somebody."""
    from evc.reporting.anonymous import anonymous, redactor

    redact = redactor(advice)
    for report in reports:
        if redact(report.name) != report.name:
            raise UsageProblem("cli.file-names-somebody", {"file": report})
    return anonymous(advice), typed if redact(typed) == typed else "DOSSIER"


def _known_suffixes(reports: list[Path], kind: DocumentKind) -> None:
    if not reports:
        return  # what is only shown has no use for the table of formats
    from evc.reporting.formats import FORMATS

    for report in reports:
        if report.suffix.lower() not in FORMATS:
            raise UsageProblem("cli.unknown-suffix", {"file": report}, tuple(FORMATS))
        if kind.value not in FORMATS[report.suffix.lower()].kinds:
            able = tuple(suffix for suffix, each in FORMATS.items() if kind.value in each.kinds)
            raise UsageProblem("cli.kind-without-format", {"kind": kind.value, "file": report}, able)


def _dressed(template: Path | None, reports: list[Path], lang: str | None) -> "House | None":
    """The house style of the reports; what is only shown has none."""
    if reports:
        from evc.cli.house import house

        return house(template, lang)
    if template is not None:
        raise UsageProblem("cli.template-without-report")
    return None


def _write(
    advice: "Advice", spoken: "Language", reports: list[Path], kind: DocumentKind, dressed: "House | None"
) -> None:
    if not reports:
        return
    from evc.reporting.formats import HouseError, MissingExtraError, render

    for report in reports:
        try:
            data = render(report.suffix.lower(), advice, spoken, _manner(kind, dressed))
        except HouseError as error:
            from evc.cli.house import failed

            raise failed(error, spoken.code) from error
        except MissingExtraError as extra:
            raise UsageProblem("cli.missing-extra", {"suffix": report.suffix, "extra": extra}) from extra
        from evc.batching.writing import write_whole

        try:
            write_whole(report, data)
        except OSError as error:
            raise OutputProblem("cli.not-written", {"file": report, "why": error.strerror}) from error
        console.err(spoken.say("cli.written", {"file": report.as_posix()}))


def _manner(kind: DocumentKind, dressed: "House | None") -> "Manner":
    from evc.reporting.manner import Kind, Manner

    return Manner(Kind(kind.value), dressed) if dressed else Manner(Kind(kind.value))
