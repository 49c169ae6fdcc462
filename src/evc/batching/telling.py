"""What a batch came to, in words: the table of sums, what was not assessed and where, and what was written.

The last line says what the exit code says (REPORTS §1.3).
"""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from evc.batching.overview.renewal import PROBLEMS, XLSX
from evc.batching.summary import NotAssessed, Summary, Sums
from evc.batching.tally import STANDS, UNRATED
from evc.language import Language
from evc.reporting.facts import plain_decimal
from evc.reporting.show import show
from evc.reporting.tables import table

_FAULTS = ("killed", "time", "memory")


def told(summary: Summary, language: Language, folder: str, out: str, seconds: float) -> list[str]:
    """The lines; `folder` and `out` are the folders as the user named them, ending in ``/``."""
    done = {"new": summary.new, "unchanged": summary.unchanged}
    took = f"{seconds:.1f}".replace(".", language.say("batch.decimal-sign"))
    lines = [language.say_count("batch.done", summary.together.dossiers, {"seconds": took, **done}), ""]
    lines += _sums(summary, language)
    for block in (_not_assessed(summary, language, folder, out), _unreadable(summary, language, folder)):
        lines += ["", *block] if block else []
    return [*lines, "", *_written(summary, language, out), *last(summary, language)]


def notices(summary: Summary, language: Language) -> Iterator[str]:
    """What went otherwise than one may expect, though nothing is wrong."""
    if summary.missing is not None:
        yield language.say("overview.missing-extra", {"file": XLSX, "extra": summary.missing})
    if summary.kept is not None:
        yield language.say("overview.kept", {"file": XLSX, "kept": summary.kept})


def last(summary: Summary, language: Language) -> list[str]:
    """What is wrong with the whole, if anything is."""
    counts = {
        "not-assessed": summary.together.not_assessed - summary.died,
        "died": summary.died,
        "unreadable": len(summary.unreadable),
    }
    said = [language.say_count(f"batch.last.{each}", count) for each, count in counts.items() if count]
    return said or [language.say("batch.last.all")]


def _sums(summary: Summary, language: Language) -> list[str]:
    named = [(sums.title or language.say("batch.no-programme"), sums) for sums in summary.programmes.values()]
    # Only where there are any: most piles that a committee gets have been looked at.
    stands = [stand for stand in STANDS if stand != UNRATED or summary.together.stands[UNRATED]]
    rows = [_row(title, sums, stands) for title, sums in sorted(named, key=itemgetter(0))]
    if len(rows) > 1:
        rows.append(_row(language.say("batch.together"), summary.together, stands))
    columns = ("programme", "dossiers", *stands, "credits")
    headings = [language.say(f"batch.column.{column}") for column in columns]
    return table(headings, rows, right=range(1, len(columns)))


def _row(title: str, sums: Sums, stands: Iterable[str]) -> list[str]:
    counts = (sums.dossiers, *(sums.stands[stand] for stand in stands))
    return [title, *map(str, counts), plain_decimal(sums.awarded)]


def _not_assessed(summary: Summary, language: Language, folder: str, out: str) -> list[str]:
    if not summary.not_assessed:
        return []
    lines = [f"  {_problem(each, language, folder)}" for each in summary.not_assessed]
    others = summary.together.not_assessed - len(lines)
    if others:
        lines.append("  " + language.say_count("batch.others", others, {"file": f"{out}{PROBLEMS}"}))
    return [language.say("batch.not-assessed"), *lines]


def _problem(dossier: NotAssessed, language: Language, folder: str) -> str:
    """The first error with its place, or why the dossier could not be done."""
    if dossier.first is None:
        fault = dossier.fault or ""
        facts = {"path": show(f"{folder}{dossier.path}"), "kind": fault}
        return language.say(f"batch.fault.{fault if fault in _FAULTS else 'other'}", facts)
    first = dossier.first
    place = show(first.file if first.file.startswith("rubrics/") else f"{folder}{first.file}")
    said = f"{place}:{first.line}:{first.column}: {first.code} {first.message}"
    return language.say_count("batch.and-more", dossier.more, {"problem": said}) if dossier.more else said


def _unreadable(summary: Summary, language: Language, folder: str) -> list[str]:
    if not summary.unreadable:
        return []
    return [language.say("batch.unreadable"), *(f"  {show(folder + each)}" for each in summary.unreadable)]


def _written(summary: Summary, language: Language, out: str) -> Iterator[str]:
    advices = summary.together.dossiers - summary.together.not_assessed
    facts = {"out": show(out), "files": ", ".join(_files(summary, language))}
    yield language.say_count("batch.written", advices, facts)
    if summary.left_count:
        folders = language.list([show(each) for each in summary.left])
        yield language.say_count("batch.left", summary.left_count, {"folders": folders})


def _files(summary: Summary, language: Language) -> Iterator[str]:
    """The files over all by name; of pages the first, with how many follow it."""
    first, *others = summary.files
    later = [file for file in others if file.startswith("index-")]
    yield language.say_count("overview.first-page", len(later), {"file": first}) if later else first
    yield from (file for file in others if file not in later)
