"""Every format of every example's advice, in a running process: how large, and how long once warm.

An advice is read and judged once; then each format is made so many times in both languages. The fastest counts, in
processor time, because all else that a machine does can only make it slower. ``view`` is the part that formats share.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from evc.assessing import assess
from evc.language import LANGUAGES, Language, language
from evc.model.advice import Advice
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import FORMATS, MissingExtraError, render
from evc.reporting.view import view

ROOT = Path(__file__).parents[1]


def advices() -> Iterator[tuple[str, Advice]]:
    """The advice on each example that is right in form."""
    for portfolio in sorted((ROOT / "examples").glob("*/portfolio.yml")):
        read = read_dossier(portfolio.parent, Library(given=ROOT / "rubrics")).value
        if read is not None:
            yield portfolio.parent.name, assess(read.programme, read.dossier)


def installed(advice: Advice, spoken: Language) -> list[str]:
    """The formats that can be made here; making one also warms it."""
    found = []
    for suffix in FORMATS:
        try:
            render(suffix, advice, spoken)
        except MissingExtraError:
            continue
        found.append(suffix)
    return found


def fastest(make: Callable[[], object], rounds: int) -> float:
    """Milliseconds of processor time of the fastest of so many rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        make()
        times.append(time.process_time() - start)
    return 1000 * min(times)


def row(name: str, advice: Advice, spoken: Language, suffixes: list[str], rounds: int) -> str:
    """One example in one language: the size of its HTML, and the milliseconds of the view and of each format."""
    size = len(render(".html", advice, spoken)) / 1000
    times = [fastest(partial(view, advice, spoken), rounds)]
    times += [fastest(partial(render, suffix, advice, spoken), rounds) for suffix in suffixes]
    return f"{name:20} {spoken.code} {size:7.1f} KB {' '.join(f'{each:7.1f}' for each in times)}"


def main() -> None:
    """Print a row an example and language."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--only", nargs="*", metavar="SUFFIX", help="these formats alone, as .html")
    asked = options.parse_args()
    every = dict(advices())
    suffixes = installed(next(iter(every.values())), language(LANGUAGES[0]))
    suffixes = [suffix for suffix in suffixes if asked.only is None or suffix in asked.only]
    print(f"{'':23} {'html':>7}    {'view':>7} {' '.join(f'{suffix:>7}' for suffix in suffixes)}")
    for name, advice in every.items():
        for code in LANGUAGES:
            print(row(name, advice, language(code), suffixes, asked.rounds))


if __name__ == "__main__":
    main()
