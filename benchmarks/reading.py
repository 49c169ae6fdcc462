"""Reading and assessing 500 dossiers in one process, against PyYAML's C safe loader on the same files, in one run."""

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from benchmarks.generate import dossiers
from evc.assessing import assess
from evc.reading.dossier import read_dossier
from evc.reading.library import Library

RUBRICS = Path(__file__).parents[1] / "rubrics"


def parse(folders: Sequence[Path]) -> None:
    """What the C safe loader needs just to parse the YAML of every dossier, its bytes read as well."""
    for folder in folders:
        for path in sorted(folder.rglob("*.yml")):
            yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def read_and_assess(folders: Sequence[Path]) -> None:
    """Everything evc does before it renders: read strictly, hash the evidence, judge."""
    library = Library(given=RUBRICS)
    for folder in folders:
        read = read_dossier(folder, library).value
        assert read is not None, folder
        assess(read.programme, read.dossier)


def seconds(work: Callable[[Sequence[Path]], None], folders: Sequence[Path]) -> float:
    """Process time of one pass; garbage of an earlier pass is not counted."""
    gc.collect()
    start = time.process_time()
    work(folders)
    return time.process_time() - start


def main() -> None:
    """Generate, run both in turn, and print the medians and their ratio."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folders = list(dossiers(Path(home), asked.count))
        size = statistics.mean((folder / "portfolio.yml").stat().st_size for folder in folders)
        rounds = [(seconds(parse, folders), seconds(read_and_assess, folders)) for _ in range(asked.rounds)]
    theirs, ours = (statistics.median(each) for each in zip(*rounds, strict=True))
    print(f"{asked.count} dossiers, portfolios of {size / 1024:.0f} KB in the mean")
    print(f"PyYAML's C safe loader, parsing only   {theirs:6.2f} s   1.00")
    print(f"evc, reading, hashing and assessing    {ours:6.2f} s   {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
