"""Which modules a command loads is a fixed set: start-up without a stopwatch (STYLE §2)."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.outside.program import ROOT, environment

HEAVY = ("rich", "jinja2", "babel", "jsonschema", "pydantic", "referencing", "importlib.metadata", "difflib")
PROGRAM = """
import sys
sys.argv = ["evc", *{arguments!r}]
from evc.cli.app import app
try:
    app()
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The modules in memory when a command has run."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(arguments=arguments)],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stderr.splitlines())


def of_evc(modules: set[str]) -> list[str]:
    return sorted(name for name in modules if name == "evc" or name.startswith("evc."))


def test_version_loads_the_table_of_commands_and_no_room() -> None:
    rooms = {name.split(".")[1] for name in of_evc(loaded("--version")) if "." in name}
    assert rooms == {"_version", "cli"}


@pytest.mark.parametrize("arguments", [("--version",), ("assess", "examples/verhage")])
def test_nothing_heavy_on_the_piped_path(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    baseline = loaded_by_typer()
    assert sorted(name for name in HEAVY if name in modules and name not in baseline) == []


def test_a_piped_assess_loads_a_fixed_set_of_modules(update: bool) -> None:
    """A module more costs every user of every command; add it here only when it must be."""
    pinned = Path(__file__).with_name("assess.txt")
    modules = of_evc(loaded("assess", "examples/verhage"))
    if update:
        pinned.write_text("\n".join(modules) + "\n", "utf-8")
    assert modules == pinned.read_text("utf-8").splitlines()


def loaded_by_typer() -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", "import sys, typer; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.splitlines())
