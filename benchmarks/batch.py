"""`evc batch` on 5,000 dossiers: against check-jsonschema, by processes, by runs, by size, and what it writes.

Whole processes, in one run. For check-jsonschema two environments are named: one as pip installs it, and one with
ruamel.yaml.clib beside it, so that it parses with libyaml too; it validates the portfolios of the same pile against
what ``evc schema portfolio`` prints, and nothing else. Both are held to one core; what is compared is their CPU time,
which other work on the machine disturbs least.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.pile import RUBRICS, pile
from benchmarks.stages import table

EVC = (sys.executable, "-m", "evc")
# Longer ago than a racy write could hide (s): the second run may then trust the times of files.
SETTLED = 3.0
CORE = {min(os.sched_getaffinity(0))}


@dataclass(frozen=True)
class Spent:
    """What a process took: wall and CPU seconds with its children's, and its own peak memory (MB)."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str | Path], cores: set[int] | None = None, home: Path | None = None) -> Spent:
    """Run a process to its end; 0, or 1 for errors of form, is as it should be."""
    start, peak = time.perf_counter(), 0.0
    pinned = () if cores is None else ("taskset", "--cpu-list", ",".join(map(str, cores)))
    with subprocess.Popen([*pinned, *map(str, command)], cwd=home, stdout=subprocess.DEVNULL) as process:
        while True:
            peak = _peak(process.pid) or peak
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            time.sleep(0.02)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in {0, 1}, (command[:4], process.returncode)
    return Spent(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, peak)


def batch(dossiers: Path, out: Path, *more: str, jobs: int = 1, cores: set[int] | None = None) -> Spent:
    """One `evc batch` with a JSON advice for each dossier."""
    common = ("batch", dossiers, "--out", out, "--report", "json", "--rubrics", RUBRICS, "--quiet", "--jobs", str(jobs))
    return run((*EVC, *common, *more), cores)


class Bench:
    """A pile in a folder of its own, and what is measured on it."""

    def __init__(self, home: Path, count: int) -> None:
        """Nothing is generated before it is needed."""
        self.home, self.count, self.dossiers = home, count, home / "pile"

    @cached_property
    def cold(self) -> Spent:
        """The first run, on one core."""
        pile(self.dossiers, self.count)
        return batch(self.dossiers, self.home / "out", cores=CORE)

    def against(self, others: Mapping[str, Path], theirs: int) -> Iterator[str]:
        """Dossiers a second on one core, against check-jsonschema on `theirs` of the portfolios."""
        ours = self.cold.cpu / self.count
        yield f"evc batch --report json --jobs 1              {1 / ours:7.1f} dossiers/s  {1000 * ours:6.2f} ms each"
        schema = self.home / "portfolio.schema.json"
        schema.write_bytes(subprocess.run((*EVC, "schema", "portfolio"), capture_output=True, check=True).stdout)
        files = sorted(self.dossiers.rglob("portfolio.yml"))
        files = files[:: max(1, len(files) // theirs)]
        for name, folder in others.items():
            spent = run((folder.absolute() / "check-jsonschema", "--schemafile", schema, *files), CORE)
            each = spent.cpu / len(files)
            yield (
                f"check-jsonschema, {name:22} {1 / each:12.1f} portfolios/s {1000 * each:5.1f} ms each"
                f"   evc: {each / ours:.1f} x"
            )

    def warm(self) -> Iterator[str]:
        """Runs after the first: nothing changed, and one dossier in a hundred."""
        yield f"cold {self.cold.cpu:.1f} s CPU, {self.cold.wall:.1f} s"
        time.sleep(SETTLED)
        nothing = batch(self.dossiers, self.home / "out", cores=CORE)
        for number, portfolio in enumerate(sorted(self.dossiers.rglob("portfolio.yml"))):
            if number % 100 == 50:
                portfolio.write_bytes(portfolio.read_bytes() + b"# changed\n")
        some = batch(self.dossiers, self.home / "out", cores=CORE)
        for name, spent in (("nothing changed", nothing), ("1% changed", some)):
            yield f"{name:18} {spent.cpu:6.2f} s CPU, {spent.wall:.2f} s   {self.cold.cpu / spent.cpu:5.1f} x sooner"

    def processes(self, rounds: int) -> Iterator[str]:
        """Wall time of one process and of two, in turn."""
        walls: dict[int, list[float]] = {1: [], 2: []}
        for _ in range(rounds):
            for jobs, wall in walls.items():
                shutil.rmtree(self._made())
                wall.append(batch(self.dossiers, self.home / "out", jobs=jobs).wall)
        one, two = (min(walls[jobs]) for jobs in (1, 2))
        yield f"one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} x"

    def _made(self) -> Path:
        """The output folder, with a run in it."""
        assert self.cold.cpu > 0
        return self.home / "out"

    def html(self) -> Iterator[str]:
        """What an HTML beside each JSON costs."""
        json_alone = self.cold.cpu
        shutil.rmtree(self._made())
        both = batch(self.dossiers, self.home / "out", "--report", "html", cores=CORE)
        yield f"with --report html too: {both.cpu:.1f} s CPU, {both.cpu / json_alone:.2f} x json alone"

    def overview(self, rows: int) -> Iterator[str]:
        """What the overview of so many candidates costs, made from results that say the same of more of them."""
        results = (self._made() / "results.jsonl").read_text("utf-8").splitlines()
        more = self.home / "more"
        more.mkdir()
        lines = (_renamed(results[number % len(results)], number) for number in range(rows))
        (more / "results.jsonl").write_text("".join(lines), "utf-8")
        spent = run((sys.executable, "-c", _OVERVIEW, more))
        size = {path.suffix: path.stat().st_size / 1e6 for path in more.glob("overview.*")}
        yield f"overview of {rows} rows: {spent.cpu:.1f} s CPU, peak {spent.peak:.0f} MB, " + ", ".join(
            f"{suffix} {each:.1f} MB" for suffix, each in sorted(size.items())
        )


_OVERVIEW = """
import sys
from pathlib import Path
from evc.batching.desk import Desk
from evc.batching.overview.renewal import Asked, renew
from evc.language import language
with Desk(Path(sys.argv[1])) as desk:
    renew(desk, Asked(language("nl"), "advice.json"))
"""


def sizes(home: Path, counts: Sequence[int]) -> Iterator[str]:
    """Time for a dossier and the run's own peak memory, by the size of the pile."""
    for count in counts:
        folder = home / f"pile-{count}"
        pile(folder, count)
        spent = batch(folder, home / "out-of-size", jobs=2)
        yield (
            f"{count:6} dossiers: {1000 * spent.cpu / count:5.2f} ms CPU, {1000 * spent.wall / count:5.2f} ms each; "
            f"peak {spent.peak:.0f} MB"
        )
        shutil.rmtree(folder)
        shutil.rmtree(home / "out-of-size")


def _renamed(line: str, number: int) -> str:
    row = json.loads(line)
    name = f"K-{number:06}"
    folder = row["folder"] and name
    return json.dumps(row | {"path": name, "candidate": name, "folder": folder}, ensure_ascii=False) + "\n"


def _peak(process: int) -> float:
    """The most memory that a process has had so far (MB); nothing when it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0
    _, found, rest = status.partition("VmHWM:")
    return int(rest.split()[0]) / 1000 if found else 0


def main() -> None:
    """Measure all, or the parts asked for, and print what comes of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--plain", type=Path, help="bin folder with check-jsonschema alone")
    options.add_argument("--clib", type=Path, help="the same with ruamel.yaml.clib beside it")
    options.add_argument("--count", type=int, default=5_000)
    options.add_argument("--theirs", type=int, default=1_000, help="portfolios that check-jsonschema is given")
    options.add_argument("--sizes", type=int, nargs="*", default=[500, 5_000], help="50000 needs 16 GB of disk")
    options.add_argument("--rows", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), asked.count)
        for part in asked.only:
            for line in _part(part, asked, bench):
                print(line, flush=True)


PARTS = ("against", "warm", "processes", "html", "overview", "sizes", "stages")


def _part(part: str, asked: argparse.Namespace, bench: Bench) -> Iterator[str]:
    match part:
        case "against":
            yield from bench.against({"plain install": asked.plain, "with ruamel.yaml.clib": asked.clib}, asked.theirs)
        case "warm":
            yield from bench.warm()
        case "processes":
            yield from bench.processes(asked.rounds)
        case "html":
            yield from bench.html()
        case "overview":
            yield from bench.overview(asked.rows)
        case "sizes":
            yield from sizes(bench.home, asked.sizes)
        case _:
            yield from table(200, 5)


if __name__ == "__main__":
    main()
