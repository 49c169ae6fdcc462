"""The formats in which an advice can be written, by suffix; a module is imported only when its format is chosen."""

from collections.abc import Mapping
from importlib import import_module

from evc.diagnostics import Problem
from evc.language import Language
from evc.model.advice import Advice
from evc.model.value import value
from evc.reporting.manner import Kind, Manner


@value
class Format:
    """Where the renderer of a format stands (``module:function``), the optional extra it needs, and of what it is."""

    renderer: str
    extra: str | None = None
    kinds: tuple[Kind, ...] = tuple(Kind)


FORMATS: Mapping[str, Format] = {
    ".html": Format("templated:html"),
    ".md": Format("templated:markdown"),
    ".json": Format("json_:render", kinds=(Kind.ADVICE,)),
    ".pdf": Format("typst:pdf", "pdf"),
    ".docx": Format("docx:docx", "docx"),
    ".xlsx": Format("xlsx:xlsx", "xlsx"),
}


class UnknownFormatError(ValueError):
    """A suffix that no format has; the value is the suffix."""


class MissingExtraError(Exception):
    """A format needs an extra that is not installed; the value is the extra's name, for the install command."""


class HouseError(Exception):
    """What an institution brought is wrong: the problems, each at its place, and the bytes of the files they are in."""

    def __init__(self, problems: tuple[Problem, ...], files: Mapping[str, bytes]) -> None:
        """One problem or more."""
        super().__init__(problems, files)
        self.problems, self.files = problems, files


_AS_IS = Manner()


def render(suffix: str, advice: Advice, language: Language, manner: Manner = _AS_IS) -> bytes:
    """An advice as a file of this suffix, in a language and a manner.

    Raises `UnknownFormatError` for another suffix, `MissingExtraError` when what the format needs is not installed, and
    `HouseError` when the templates of a house fail.
    """
    if suffix not in FORMATS:
        raise UnknownFormatError(suffix)
    chosen = FORMATS[suffix]
    module, function = chosen.renderer.split(":")
    try:
        renderer = getattr(import_module(f"evc.reporting.{module}"), function)
    except ModuleNotFoundError as missing:
        if chosen.extra is None:
            raise
        raise MissingExtraError(chosen.extra) from missing
    rendered: bytes = renderer(advice, language, manner)
    return rendered
