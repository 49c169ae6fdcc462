"""Rubrics as they were in a git revision, written as ``main:rubrics``: its YAML files, byte for byte, in a folder.

git is asked through argument lists, never through a shell, and only reads: no checkout, no hooks, no filters, nothing
fetched. Only regular YAML files are taken; a link in a revision could lead anywhere.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from evc.model.value import value
from evc.reading.files import yaml_stem

_REGULAR = (b"100644", b"100755")
_SECONDS = 120
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


@value
class NotTaken:
    """Why a revision could not be had, in one fixed word; `why` is what git says of it.

    The words: no-git, no-repository, unknown-revision, no-such-folder, git-failed.
    """

    kind: str
    why: str = ""


@value
class _Blob:
    """A file in a revision: the name of its content, and its path below the folder."""

    name: bytes
    path: str


def is_revision(name: str) -> bool:
    """Whether a name is written as a revision and a folder in it."""
    revision, colon, _ = name.partition(":")
    return bool(colon and revision) and not name.startswith("-") and name.isprintable()


def take(name: str, into: Path, *, repository: Path | None = None) -> NotTaken | None:
    """Write the YAML files under ``revision:folder`` into a folder; why not, when that cannot be done.

    `repository` is a folder in the repository; without it the working one.
    """
    program = shutil.which("git")
    if program is None:
        return NotTaken("no-git")
    git = _Git(program, repository or Path.cwd())
    try:
        tree = _tree(git, name)
        return tree if isinstance(tree, NotTaken) else _write(git, tree, into)
    except (OSError, subprocess.TimeoutExpired) as error:
        return NotTaken("git-failed", str(error))


def _tree(git: "_Git", name: str) -> str | NotTaken:
    """The folder in the revision, by git's own name for it."""
    inside = git.ask("rev-parse", "--git-dir")
    if inside.returncode:
        return NotTaken("no-repository", _first_line(inside.stderr))
    revision = name.partition(":")[0]
    if git.ask("rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}").returncode:
        return NotTaken("unknown-revision")
    found = git.ask("rev-parse", "--verify", "--quiet", name)
    tree = os.fsdecode(found.stdout.strip())
    if found.returncode or git.ask("cat-file", "-t", tree).stdout.strip() != b"tree":
        return NotTaken("no-such-folder")
    return tree


def _write(git: "_Git", tree: str, into: Path) -> NotTaken | None:
    listed = git.ask("ls-tree", "-r", "-z", "--full-tree", tree)
    blobs = list(_blobs(listed.stdout))
    given = git.ask("cat-file", "--batch", said=b"".join(blob.name + b"\n" for blob in blobs))
    for answer in (listed, given):
        if answer.returncode:
            return NotTaken("git-failed", _first_line(answer.stderr))
    for blob, data in zip(blobs, _contents(given.stdout, len(blobs)), strict=True):
        target = into / blob.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return None


def _blobs(listed: bytes) -> Iterator[_Blob]:
    """The regular YAML files of ``git ls-tree -r -z``; a path that could leave the folder is passed over."""
    for line in listed.split(b"\0"):
        facts, _, path = line.partition(b"\t")
        mode, _, rest = facts.partition(b" ")
        shown = os.fsdecode(path)
        if mode in _REGULAR and yaml_stem(shown.rpartition("/")[2]) is not None and _stays_inside(shown):
            yield _Blob(rest.partition(b" ")[2], shown)


def _stays_inside(path: str) -> bool:
    parts = path.split("/")
    return not any(part in {"", ".", ".."} or "\\" in part or ":" in part for part in parts)


def _contents(given: bytes, count: int) -> Iterator[bytes]:
    """The contents in the answer of ``git cat-file --batch``: a line with the size, the bytes, a line end.

    What git does not have here (a clone that left it out) is a line without a size; it is empty, and said as such
    by whoever reads the file.
    """
    start = 0
    for _ in range(count):
        end = given.index(b"\n", start)
        said = given[start:end].rpartition(b" ")[2]
        size = int(said) if said.isdigit() else -1
        yield given[end + 1 : end + 1 + size] if size >= 0 else b""
        start = end + 1 + size + 1


def _first_line(said: bytes) -> str:
    return said.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")


@value
class _Git:
    """git, asked in a folder."""

    program: str
    folder: Path

    def ask(self, *arguments: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run one command that reads, and give what it answers."""
        return subprocess.run(  # noqa: S603 - a program found by name, a list of arguments, no shell
            [self.program, *arguments],
            cwd=self.folder,
            env={**os.environ, **_QUIET},
            input=said,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
