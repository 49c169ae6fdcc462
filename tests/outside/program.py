"""The program as a user runs it: another process, with its own streams."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
EVC = (sys.executable, "-m", "evc")


def evc(
    *arguments: object, cwd: Path = ROOT, env: Mapping[str, str] | None = None, timeout: float = 60
) -> subprocess.CompletedProcess[str]:
    """Run evc and give its exit code and what it printed."""
    return subprocess.run(
        [*EVC, *map(str, arguments)],
        cwd=cwd,
        env=environment(env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=timeout,
    )


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without anything that evc listens to, and with `more`."""
    heard = {"EVC_LANG", "EVC_RUBRICS", "EVC_DEBUG", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if name not in heard}
    return kept | {"PYTHONPATH": str(ROOT / "src")} | dict(more or {})
