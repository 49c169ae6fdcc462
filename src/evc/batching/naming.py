"""Under which name a candidate's advice is written: the id, and ``~2`` behind it for a second one of that id."""

import re
from collections import Counter
from collections.abc import Iterable

from evc.reporting.formats import FORMATS
from evc.reporting.manner import Kind

# What stands in the output folder itself; a candidate may be called so.
_OWN = re.compile(r"results\.jsonl|overview\.(?:csv|xlsx)|index(?:-[0-9]+)?\.html")


def report_files(suffixes: Iterable[str], kinds: Iterable[Kind]) -> tuple[tuple[Kind, str, str], ...]:
    """The documents of a dossier: which, in what format, and the name of the file, as ``candidate.html``."""
    able = [(kind, suffix) for kind in kinds for suffix in suffixes if kind in FORMATS[suffix].kinds]
    return tuple((kind, suffix, f"{kind.value}{suffix}") for kind, suffix in able)


class FolderNames:
    """Gives out folder names in the order of the dossiers' paths.

    Ids are compared without case over the whole batch, because on Windows and macOS two that differ only in case are
    one folder; ``~`` stands in no id, so that no name made here is another candidate's.
    """

    def __init__(self) -> None:
        """Start with no name given."""
        self._given: Counter[str] = Counter()

    def name(self, candidate: str) -> str:
        """The folder name for the next dossier of this candidate id."""
        plain = candidate.casefold()
        if plain not in self._given and _OWN.fullmatch(plain):
            self._given[plain] = 1
        self._given[plain] += 1
        count = self._given[plain]
        return candidate if count == 1 else f"{candidate}~{count}"

    def is_given(self, name: str) -> bool:
        """Whether a name has been given out."""
        candidate, _, number = name.partition("~")
        return self._given[candidate.casefold()] >= int(number or 1)
