"""What files were at an earlier revision, asked of git: by a list of arguments, never through a shell.

Nothing of the working tree is asked, so that no filter or hook of a repository runs.
"""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from evc.model.value import value

# What git says before the bytes of an object that is there.
_HEAD = re.compile(rb"[0-9a-f]{40,64} (?P<kind>blob|tree|commit|tag) (?P<size>[0-9]{1,12})")


@value
class Revision:
    """A commit that is there in the repository of every folder that was asked for."""

    name: str


@value
class Unresolved:
    """Why a revision cannot be used, in one fixed word: no-git, no-repository or unknown; with the nearest place."""

    kind: str
    folder: Path


def resolve(name: str, folders: Sequence[Path]) -> Revision | Unresolved:
    """The revision of that name, if each of these folders is in a repository that has it."""
    for folder in folders:
        try:
            inside = _git(folder, "rev-parse", "--is-inside-work-tree")
        except OSError:
            return Unresolved("no-git", folder)
        if inside.stdout.strip() != b"true":
            return Unresolved("no-repository", folder)
        # A name that begins with a dash would be an option, and one with a line break two names.
        is_name = name and not name.startswith("-") and name.isprintable()
        if not is_name or _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").returncode:
            return Unresolved("unknown", folder)
    return Revision(name)


def earlier(revision: Revision, folder: Path, names: Sequence[str]) -> Mapping[str, bytes]:
    """The bytes that files of a folder had at a revision, by their name; a file that was not there is left out."""
    asked = [name for name in names if name.isprintable()]
    lines = "".join(f"{revision.name}^{{commit}}:./{name}\n" for name in asked)
    answer = _git(folder, "cat-file", "--batch", said=lines.encode()).stdout
    found: dict[str, bytes] = {}
    start = 0
    for name in asked:
        end = answer.find(b"\n", start)
        head = _HEAD.fullmatch(answer[start : max(start, end)])
        start = end + 1
        if head is not None:
            size = int(head["size"])
            if head["kind"] == b"blob":
                found[name] = answer[start : start + size]
            start += size + 1
    return found


def _git(folder: Path, *arguments: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder; raises OSError where it is not installed."""
    return subprocess.run(["git", "-C", str(folder), *arguments], input=said, capture_output=True, check=False)  # noqa: S603, S607 - a list of arguments; the user's own git
