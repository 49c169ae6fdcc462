"""Problems in files, as a person or a program reads them: one module a format, listed in `FORMATS`.

A renderer is a pure function of the problems, the bytes of every file that was looked at, and a language; its module
is imported when it is chosen.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from evc.diagnostics import Diagnostic
from evc.language import Language

__all__ = ["FORMATS", "Renderer", "render"]

Renderer = Callable[[Sequence[Diagnostic], Mapping[str, bytes], Language], str]

# The name that `--format` takes, and the module whose `render` makes it.
FORMATS: Mapping[str, str] = {
    "full": "full",
    "concise": "concise",
    "json": "json_",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
}


def render(name: str, diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """The problems in one of `FORMATS`, without a line end; `sources` are the files' bytes by their shown name."""
    renderer: Renderer = import_module(f"{__name__}.{FORMATS[name]}").render
    return renderer(diagnostics, sources, language)
