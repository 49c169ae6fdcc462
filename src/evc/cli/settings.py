"""What `check` is told beside its arguments: evc.toml, and the revision to compare with; each right, or exit 2."""

from pathlib import Path
from typing import TYPE_CHECKING

from evc.cli.console import UsageProblem

if TYPE_CHECKING:
    from evc.checking.history import Revision
    from evc.checking.settings import Settings


def settings() -> "Settings":
    """The settings that hold in the working directory; raises UsageProblem for what evc.toml may not say."""
    from evc.checking.settings import Misconfigured, read_settings

    found = read_settings(Path.cwd())
    if isinstance(found, Misconfigured):
        raise UsageProblem(found.message, found.values, found.known)
    return found


def revision(since: str | None, paths: list[Path]) -> "Revision | None":
    """The revision that `--since` names; raises UsageProblem where git does not have it for one of these paths."""
    if since is None:
        return None
    from evc.checking.history import Unresolved, resolve

    found = resolve(since, [path if path.is_dir() else path.parent for path in paths])
    if isinstance(found, Unresolved):
        raise UsageProblem(f"since.{found.kind}", {"revision": since, "folder": found.folder})
    return found
