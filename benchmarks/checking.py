"""`evc check` on 1,000 rubrics, against check-jsonschema and yamllint on the same files; and a very large programme.

Whole processes, in turn, in one run. The others are installed in an environment of their own, named by ``--others``;
evc is the one that runs this file.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "rubrics"
SCHEMA = ROOT / "src/evc/reading/schemas/rubric.schema.json"
RUBRICS, OUTCOMES = 1_000, 2_000


def rubrics(home: Path, count: int) -> list[Path]:
    """Copies of the shipped programmes with their rubrics, until there are so many rubrics."""
    written: list[Path] = []
    while len(written) < count:
        shelf = home / f"shelf-{len(written):05}"
        shutil.copytree(SHIPPED, shelf, ignore=shutil.ignore_patterns("cases", "*.md"))
        written += sorted(path for path in shelf.glob("*/*.yml") if path.name != "programme.yml")
    return written


def programme(home: Path, outcomes: int) -> Path:
    """One programme of so many outcomes, each with a shipped rubric's text under its own id."""
    folder = home / "rubrics" / "huge"
    folder.mkdir(parents=True)
    model = (SHIPPED / "leraar-po/pedagogisch-klimaat.yml").read_text("utf-8")
    for number in range(outcomes):
        text = model.replace("id: pedagogisch-klimaat\n", f"id: outcome-{number:04}\n", 1)
        (folder / f"outcome-{number:04}.yml").write_text(text, "utf-8")
    head, _, _ = (SHIPPED / "leraar-po/programme.yml").read_text("utf-8").partition("\nunits:\n")
    head = head.replace("id: leraar-po\n", "id: huge\n", 1).replace("credits: 240\n", f"credits: {outcomes}\n", 1)
    units = "".join(
        f"  - {{id: U{number:04}, title: {{nl: Eenheid, en: Unit}}, credits: 1, outcomes: [outcome-{number:04}]"
        + (f", after: [U{number - 1:04}]" if number else "")
        + "}\n"
        for number in range(outcomes)
    )
    (folder / "programme.yml").write_text(f"{head}\nunits:\n{units}", "utf-8")
    return folder.parent


def seconds(command: Sequence[str | Path], home: Path) -> float:
    """Wall time of one process; it must find nothing wrong."""
    start = time.perf_counter()
    ran = subprocess.run([str(word) for word in command], cwd=home, capture_output=True, check=False)
    spent = time.perf_counter() - start
    assert ran.returncode == 0, (command[:3], ran.stdout[-500:], ran.stderr[-500:])
    return spent


def commands(others: Path, folder: Path, files: Sequence[Path]) -> Mapping[str, Sequence[str | Path]]:
    """What is compared, each on the same files."""
    return {
        "evc check": (sys.executable, "-m", "evc", "check", folder),
        "check-jsonschema, one schema": (others / "check-jsonschema", "--schemafile", SCHEMA, *files),
        "yamllint, relaxed": (others / "yamllint", "-d", "relaxed", *files),
    }


def main() -> None:
    """Generate, run in turn, and print the medians and what they are of evc's."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--others", type=Path, required=True, help="the bin folder of an environment with both")
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        files = rubrics(home / "many", RUBRICS)
        runs = commands(asked.others.absolute(), home / "many", files)
        times = {who: [seconds(command, home) for _ in range(asked.rounds)] for who, command in runs.items()}
        ours = statistics.median(times["evc check"])
        size = statistics.mean(path.stat().st_size for path in files) / 1024
        print(f"{len(files)} rubrics of {size:.0f} KB in the mean")
        for who, spent in times.items():
            print(f"{who:32} {statistics.median(spent):7.2f} s {statistics.median(spent) / ours:7.1f}")
        huge = seconds((sys.executable, "-m", "evc", "check", programme(home / "one", OUTCOMES)), home)
        print(f"a programme of {OUTCOMES} outcomes, each after the one before: {huge:.2f} s")


if __name__ == "__main__":
    main()
