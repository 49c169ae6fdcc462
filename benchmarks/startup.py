"""Whole processes: `evc --version` and a piped `evc assess`, against a process that only imports Typer, in turn."""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "oyelaran"
EVC = Path(sys.executable).with_name("evc")


def milliseconds(command: Sequence[str]) -> float:
    """The wall time of one process whose output goes into a pipe."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    """Run the three in turn, and print medians and ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=15)
    asked = options.parse_args()
    commands = {
        'python -c "import typer"': (sys.executable, "-c", "import typer"),
        "evc --version": (str(EVC), "--version"),
        "evc assess examples/oyelaran, piped": (str(EVC), "assess", str(EXAMPLE)),
    }
    for command in commands.values():
        milliseconds(command)
    rounds = [[milliseconds(command) for command in commands.values()] for _ in range(asked.rounds)]
    medians = [statistics.median(each) for each in zip(*rounds, strict=True)]
    for name, median in zip(commands, medians, strict=True):
        print(f"{name:38} {median:6.0f} ms   {median / medians[0]:.2f}")


if __name__ == "__main__":
    main()
