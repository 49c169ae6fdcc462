"""Many dossiers for a program: the advice of each as it comes, in the order in which they were given."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from evc.assessing import assess
from evc.batching.crews import LocalCrew, cores
from evc.batching.pool import Died, Failed, Pool
from evc.batching.run import LIMIT
from evc.batching.work import time_limit
from evc.diagnostics import Diagnostic
from evc.model.advice import Advice
from evc.model.value import value
from evc.reading.dossier import read_dossier
from evc.reading.library import Library


@value
class Result:
    """What came of a dossier: its advice, or None with the errors of form that stopped it.

    `fault` is None, or why it could not be done at all: killed, time, memory, or the name of an error of evc.
    """

    path: Path
    advice: Advice | None
    diagnostics: tuple[Diagnostic, ...]
    fault: str | None = None


def assess_many(
    paths: Iterable[Path | str],
    *,
    rubrics: Path | str | None = None,
    on: date | None = None,
    jobs: int | None = None,
    limit: float = LIMIT,
) -> Iterator[Result]:
    """Assess dossiers in `jobs` processes, all cores by default, and give each result as soon as it is its turn.

    `paths` are dossier folders or portfolios, and may be an endless stream: only a few are under way at a time.
    Rubrics are those in `rubrics`, else found for each dossier as `evc assess` does. `limit` is how long one dossier
    may take (s); one that takes longer, or whose process dies twice, is a result with a `fault` and costs no other
    anything.
    """
    order = partial(_assess, Path(rubrics) if rubrics is not None else None, on, limit)
    with closing(LocalCrew(jobs or cores())) as crew:
        pool: Pool[Path, Path, Result] = Pool(order, crew, limit)
        with pool:
            for path, result in pool.each((Path(each), Path(each)) for each in paths):
                yield result if isinstance(result, Result) else Result(path, None, (), _fault(result))


def _fault(result: Died | None) -> str:
    return result.reason if result is not None else ""


def _assess(rubrics: Path | None, on: date | None, limit: float, paths: Sequence[Path]) -> list[Result | Failed]:
    return [_guarded(rubrics, on, limit, path) for path in paths]


def _guarded(rubrics: Path | None, on: date | None, limit: float, path: Path) -> Result | Failed:
    try:
        with time_limit(limit):
            loaded = read_dossier(path, _library(rubrics))
            advice = assess(loaded.value.programme, loaded.value.dossier, on) if loaded.value else None
            return Result(path, advice, tuple(loaded.diagnostics()))
    except MemoryError:
        return Failed("memory")
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is this dossier's result that says so
        return Failed(type(fault).__name__)


@lru_cache(maxsize=1)
def _library(rubrics: Path | None) -> Library:
    return Library(given=rubrics)
