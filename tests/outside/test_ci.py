"""What we hand to those who run evc in CI: the action's own script, the hook, and the examples of docs/ci.md."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.checking.sense import write
from tests.outside.program import ROOT, environment, evc

from evc.checking.settings import Settings, read_settings
from evc.reporting.diagnostics import FORMATS

ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SCRIPT = ACTION["runs"]["steps"][-1]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = FENCE.findall((ROOT / "docs/ci.md").read_text("utf-8"))
NEVER = "evidence: {variation: {types: 16}}"


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action, with evc where the step before would have put it."""
    program = folder / "temp/evc/bin/evc"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m evc "$@"\n', "utf-8")
    program.chmod(0o755)
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    env = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in SCRIPT["env"].items()
    }
    return subprocess.run(
        [shutil.which("bash") or "bash", "-e", "-o", "pipefail", "-c", SCRIPT["run"]],
        cwd=folder,
        env=environment({"RUNNER_TEMP": str(folder / "temp"), **env}),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_takes_its_inputs_as_environment() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == ACTION["inputs"].keys()
    assert not any("${{" in step.get("run", "") for step in ACTION["runs"]["steps"])


@pytest.mark.parametrize(("text", "code"), [("", 0), (NEVER, 1)])
def test_the_action_annotates_and_fails_as_evc_does(tmp_path: Path, text: str, code: int) -> None:
    write(tmp_path, o=text)
    ran = act(tmp_path, sarif="evc.sarif", language="en")
    assert ran.returncode == code, ran.stderr
    assert ("::error file=rubrics/p/o.yml," in ran.stdout) is bool(code)
    assert '"version": "2.1.0"' in (tmp_path / "evc.sarif").read_text("utf-8")


def test_the_action_takes_several_paths_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, o=NEVER)
    (tmp_path / "rubrics").rename(tmp_path / "my $(touch x) rubrics")
    ran = act(tmp_path, paths="my $(touch x) rubrics/p\n\nmy $(touch x) rubrics/p/o.yml\n")
    assert ran.returncode == 1, ran.stderr
    assert not (tmp_path / "x").exists()


def test_the_action_cannot_be_given_an_option(tmp_path: Path) -> None:
    write(tmp_path)
    assert act(tmp_path, paths="--help").returncode == 2


def test_the_hook_runs(tmp_path: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *arguments = [*shlex.split(hook["entry"]), *hook["args"]]
    assert program == "evc"
    write(tmp_path, o=NEVER)
    assert evc(*arguments, cwd=tmp_path).returncode == 1
    assert re.search(hook["files"], "rubrics/p/o.yml")


def test_the_examples_name_formats_and_options_that_exist() -> None:
    commands = [line for _, body in EXAMPLES for line in re.findall(r"evc check [^\n]*", body)]
    told = evc("check", "--help").stdout
    assert len(commands) == 4
    for command in commands:
        assert all(option in told for option in re.findall(r"--[a-z]+", command))
        assert set(re.findall(r"--format (\w+)", command)) <= FORMATS.keys()


@pytest.mark.parametrize(("kind", "body"), EXAMPLES)
def test_the_examples_can_be_read(kind: str, body: str, tmp_path: Path) -> None:
    match kind:
        case "toml":
            assert tomllib.loads(body)
            (tmp_path / "evc.toml").write_text(body, "utf-8")
            assert isinstance(read_settings(tmp_path), Settings)
        case "yaml":
            assert yaml.safe_load(body)
        case _:
            assert kind == "sh"
