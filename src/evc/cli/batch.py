"""`evc batch`: every dossier below a folder, an advice each, and the results of all."""

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evc.cli import console
from evc.cli.console import Exit, OutputProblem, Said, UsageProblem
from evc.cli.options import (
    AnonymousOption,
    DocumentKind,
    LangOption,
    OnOption,
    RubricsOption,
    TemplateOption,
    asked_language,
    reference_date,
    speak,
)

if TYPE_CHECKING:
    from evc.batching.run import Batch
    from evc.batching.summary import Summary
    from evc.cli.progress import Progress
    from evc.reporting.manner import Kind

FolderArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder with dossiers in it, however deep.", show_default=False)
]
OutOption = Annotated[
    Path,
    typer.Option(
        "--out", metavar="DIR", help="Where the overview, the results and all advice are written.", show_default=False
    ),
]
ReportOption = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="SUFFIX",
        help="What is written for each: json, html, md, pdf, docx or xlsx; may be repeated. Else json and html.",
        show_default=False,
    ),
]
KindOption = Annotated[
    list[DocumentKind] | None,
    typer.Option(
        "--kind",
        help="What is written beside the advice: an interview guide, a letter to the candidate; may be repeated.",
        show_default=False,
    ),
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", metavar="N", help="Processes; else one a core.", show_default=False)
]
TimeoutOption = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", help="How long one dossier may take.", show_default=True)
]
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="A Dask scheduler, as tcp://host:8786: its workers do it.",
        show_default=False,
    ),
]


def batch(
    folder: FolderArgument,
    out: OutOption,
    report: ReportOption = None,
    kind: KindOption = None,
    anonymous: AnonymousOption = False,
    rubrics: RubricsOption = None,
    on: OnOption = None,
    lang: LangOption = None,
    jobs: JobsOption = None,
    timeout: TimeoutOption = 600,
    fresh: Annotated[bool, typer.Option("--fresh", help="Do all again, changed or not.")] = False,
    cluster: ClusterOption = None,
    template: TemplateOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, and the last line only.")] = False,
) -> None:
    """Assess every dossier below a folder. What has not changed since the last time is not done again.

    Example: evc batch dossiers/ --out adviezen/
    """
    # Many dossiers leave behind what one does not: here garbage is looked for.
    gc.enable()
    from evc.batching.run import Batch
    from evc.cli.house import house
    from evc.reporting.limits.room import close_room

    _above_zero(jobs, "batch.jobs")
    _above_zero(timeout, "batch.timeout")
    given, environment = _rubrics(rubrics)
    suffixes = _suffixes(report or ["json", "html"])
    dressed = house(template, lang)
    close_room()
    asked = Batch(
        folder=_folder(folder),
        out=out,
        reports=suffixes,
        kinds=_kinds(kind or [], suffixes),
        anonymous=anonymous,
        language=asked_language(lang) or dressed.language,
        on=reference_date(on),
        given=given,
        environment=environment,
        fresh=fresh,
        jobs=jobs,
        cluster=cluster,
        limit=timeout,
        house=dressed,
    )
    summary, seconds = _run(asked, lang, quiet=quiet)
    _tell(summary, seconds, asked, lang, quiet=quiet)
    raise typer.Exit(_code(summary))


def _run(asked: "Batch", lang: str | None, *, quiet: bool) -> tuple["Summary", float]:
    from evc.batching.run import run_batch
    from evc.cli.progress import progress
    from evc.reporting.formats import HouseError

    begun = time.monotonic()
    with progress(speak(lang), quiet=quiet) as watch:
        try:
            return run_batch(asked, watch), time.monotonic() - begun
        except KeyboardInterrupt:
            watch.end()
            console.err(speak(lang).say("batch.stopped", {"done": watch.done, "total": watch.total}))
            raise
        except HouseError as error:
            from evc.cli.house import failed

            watch.end()
            raise failed(error, lang) from error
        except Exception as error:
            watch.end()
            said = _said(error, asked, watch)
            if said is None:
                raise
            raise said from error


def _said(error: Exception, asked: "Batch", watch: "Progress") -> Said | None:
    """What to say of a batch that could not begin or come to its end; None for what nobody foresaw."""
    from evc._version import __version__
    from evc.batching import crews, desk, finding, lock, pool, work
    from evc.reporting.formats import MissingExtraError

    reasons: dict[type[Exception], tuple[type[Said], str]] = {
        finding.NoDossiersError: (UsageProblem, "batch.no-dossiers"),
        finding.OutInDossierError: (UsageProblem, "batch.out-in-dossier"),
        lock.BusyError: (UsageProblem, "batch.busy"),
        crews.MissingClusterError: (UsageProblem, "batch.missing-cluster"),
        crews.ClusterUnreachableError: (UsageProblem, "batch.unreachable"),
        work.OtherVersionError: (UsageProblem, "batch.other-version"),
        MissingExtraError: (UsageProblem, "cli.missing-extra"),
        desk.NotWrittenError: (OutputProblem, "batch.not-written"),
        pool.CrewGoneError: (OutputProblem, "batch.gone"),
    }
    if type(error) not in reasons:
        return None
    facts = {
        "folder": asked.folder.as_posix(),
        "out": asked.out.as_posix(),
        "address": asked.cluster,
        "here": __version__,
        "suffix": ", ".join(asked.reports),
        "extra": error,
        "file": getattr(error, "file", ""),
        "why": getattr(error, "why", ""),
        "done": watch.done,
        "total": watch.total,
    }
    kind, key = reasons[type(error)]
    return kind(key, facts)


def _tell(summary: "Summary", seconds: float, asked: "Batch", lang: str | None, *, quiet: bool) -> None:
    from evc.batching.telling import last, notices, told

    spoken = speak(lang)
    folder, out = (f"{path.as_posix()}/" if path != Path() else "" for path in (asked.folder, asked.out))
    console.out("\n".join(last(summary, spoken) if quiet else told(summary, spoken, folder, out, seconds)))
    for notice in notices(summary, spoken):
        console.err(f"evc: {notice}")


def _code(summary: "Summary") -> Exit:
    if summary.died or summary.unreadable:
        return Exit.UNFINISHED
    return Exit.PROBLEMS if summary.together.not_assessed else Exit.DONE


def _folder(folder: Path) -> Path:
    from evc.cli.reading import readable

    readable(folder)
    if not folder.is_dir():
        raise UsageProblem("batch.no-folder", {"folder": folder})
    return folder


def _suffixes(reports: list[str]) -> tuple[str, ...]:
    """The suffixes asked for, with a dot or without, each once."""
    from evc.reporting.formats import FORMATS

    suffixes = dict.fromkeys("." + report.lower().removeprefix(".") for report in reports)
    for suffix in suffixes:
        if suffix not in FORMATS:
            raise UsageProblem("cli.unknown-suffix", {"file": suffix}, tuple(FORMATS))
    return tuple(sorted(suffixes))


def _kinds(asked: list[DocumentKind], suffixes: tuple[str, ...]) -> tuple["Kind", ...]:
    """The documents to write, the advice always; raises UsageProblem for one that no asked format can hold."""
    from evc.reporting.formats import FORMATS
    from evc.reporting.manner import Kind

    kinds = [kind for kind in Kind if kind is Kind.ADVICE or kind.value in asked]
    for kind in kinds:
        if not any(kind in FORMATS[suffix].kinds for suffix in suffixes):
            able = tuple(suffix for suffix, each in FORMATS.items() if kind in each.kinds)
            raise UsageProblem("cli.kind-without-format", {"kind": kind.value, "file": ", ".join(suffixes)}, able)
    return tuple(kinds)


def _rubrics(rubrics: Path | None) -> tuple[Path | None, Path | None]:
    from evc.cli.reading import library

    shelves = library(rubrics)
    return shelves.given, shelves.environment


def _above_zero(number: float | None, key: str) -> None:
    if number is not None and not number > 0:
        raise UsageProblem(key)
