"""evc reads a candidate's portfolio and a programme's rubrics and advises which learning outcomes are shown.

The front door for programs. Its names are resolved when they are first used, so that ``import evc`` costs nothing:

- `read_programme(folder)` and `read_dossier(path, library)` read files strictly; a `Library` knows where rubrics are;
- `assess(programme, dossier, on)` judges, purely;
- `assess_many(paths)` does it all for many dossiers, in several processes, and yields results as they come.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from evc._version import __version__

if TYPE_CHECKING:
    from evc.assessing import assess
    from evc.batching.many import assess_many
    from evc.reading.dossier import read_dossier
    from evc.reading.library import Library
    from evc.reading.programme import read_programme

__all__ = ["Library", "__version__", "assess", "assess_many", "read_dossier", "read_programme"]

_ROOMS = {
    "Library": "evc.reading.library",
    "assess": "evc.assessing",
    "assess_many": "evc.batching.many",
    "read_dossier": "evc.reading.dossier",
    "read_programme": "evc.reading.programme",
}


def __getattr__(name: str) -> object:
    """Load the room in which a public name lives (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'evc' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
