"""evc reads a candidate's portfolio and a programme's rubrics and advises which learning outcomes are shown.

The front door for programs. Its names are resolved when they are first used, so that ``import evc`` costs nothing:

- `read_programme(folder)` and `read_dossier(path, programme)` read files strictly;
- `assess(programme, dossier, on)` judges, purely;
- `assess_dossier(path)` does it all for one dossier.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from evc._version import __version__

if TYPE_CHECKING:
    from evc.assessing import assess
    from evc.reading.dossier import read_dossier
    from evc.reading.programme import read_programme

__all__ = ["__version__", "assess", "read_dossier", "read_programme"]

_ROOMS = {
    "assess": "evc.assessing",
    "read_dossier": "evc.reading.dossier",
    "read_programme": "evc.reading.programme",
}


def __getattr__(name: str) -> object:
    """Load the room in which a public name lives (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'evc' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)
