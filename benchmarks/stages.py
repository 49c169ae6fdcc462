"""Where the time of one dossier in a batch goes: each stage by itself, over the same dossiers, in process time."""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.pile import RUBRICS, pile
from evc.assessing import assess
from evc.batching.results import result_line, verdict_part
from evc.batching.stamps import content_as_read, own_files, stamp, watched
from evc.language import language
from evc.model.advice import Advice
from evc.reading.building.dossier import build_dossier
from evc.reading.dossier import ReadDossier, read_dossier
from evc.reading.dossier_files import read_files
from evc.reading.events import events
from evc.reading.evidence_files import EvidenceFolder
from evc.reading.library import Library
from evc.reading.yaml import read_yaml
from evc.reporting.formats import render
from evc.reporting.json_ import advice_json
from evc.reporting.json_many import as_file, seal

DUTCH = language("nl")


def stages(reads: Sequence[ReadDossier], home: Path) -> Mapping[str, Callable[[], object]]:
    """Each stage, done for all dossiers; one that is indented is part of the one above it."""
    library = Library(given=RUBRICS)
    advices = [assess(read.programme, read.dossier) for read in reads]
    documents = [advice_json(advice, DUTCH, seal) for advice in advices]
    data = [document.data for read in reads for document in read.files.documents()]
    files = [as_file(document) for document in documents]
    return {
        "reading": lambda: [read_dossier(read.files.folder, library) for read in reads],
        "  libyaml's events": lambda: [sum(1 for _ in events(each)) for each in data],
        "  events to values, strictly": lambda: [read_yaml(each, "") for each in data],
        "  YAML, schema and the files themselves": lambda: [read_files(read.files.folder) for read in reads],
        "  the model, with evidence hashed": lambda: [_build(read) for read in reads],
        "judging": lambda: [assess(read.programme, read.dossier) for read in reads],
        "advice as data, with its sentences": lambda: [_data(advice) for advice in advices],
        "digest": lambda: [seal(document) for document in documents],
        "advice.json": lambda: [as_file(document) for document in documents],
        "writing it": lambda: [(home / f"{number}.json").write_bytes(each) for number, each in enumerate(files)],
        "row of the results": lambda: [result_line(_row(document), "x") for document in documents],
        "stamps and content": lambda: [_marks(read) for read in reads],
        "(with --report html) advice.html": lambda: [render(".html", advice, DUTCH) for advice in advices],
    }


def table(count: int, rounds: int) -> Iterator[str]:
    """The stages with their time for a dossier (ms) and their share of the sum."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        pile(home / "pile", count)
        library = Library(given=RUBRICS)
        read = (read_dossier(folder, library).value for folder in sorted((home / "pile").glob("*/*")))
        reads = [each for each in read if each is not None]
        (home / "out").mkdir()
        gc.collect()
        gc.disable()
        spent = {
            stage: min(_seconds(work) for _ in range(rounds)) / len(reads)
            for stage, work in stages(reads, home / "out").items()
        }
        gc.enable()
    whole = sum(each for stage, each in spent.items() if stage[0] not in " (")
    yield from (f"{stage:40} {1000 * each:6.2f} ms {each / whole:6.0%}" for stage, each in spent.items())
    yield f"{'together, without html':40} {1000 * whole:6.2f} ms"


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _build(read: ReadDossier) -> None:
    assert read.files.portfolio is not None
    with EvidenceFolder(read.files.folder) as evidence:
        build_dossier(read.files, read.files.portfolio, evidence)


def _data(advice: Advice) -> None:
    advice_json(advice, DUTCH, lambda _: "")


def _row(document: Mapping[str, object]) -> dict[str, object]:
    keys = ("path", "candidate", "name", "state", "programme", "fault", "problems", "omitted")
    return dict.fromkeys(keys) | {"advice": verdict_part(document)}


def _marks(read: ReadDossier) -> None:
    folder = read.files.folder
    stamp(str(folder), watched(own_files(folder), [item.file for item in read.dossier.evidence if item.file]))
    content_as_read(read.files, read.dossier)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--rounds", type=int, default=5)
    asked = options.parse_args()
    print("\n".join(table(asked.count, asked.rounds)))
