"""The formats in which an advice can be written, by suffix; a module is imported only when its format is chosen."""

from collections.abc import Mapping
from importlib import import_module

from evc.language import Language
from evc.model.advice import Advice
from evc.model.value import value


@value
class Format:
    """Where the renderer of a format stands (``module:function``), and the optional extra it needs."""

    renderer: str
    extra: str | None = None


FORMATS: Mapping[str, Format] = {
    ".html": Format("templated:html"),
    ".md": Format("templated:markdown"),
    ".json": Format("json_:render"),
}


class UnknownFormatError(ValueError):
    """A suffix that no format has; the value is the suffix."""


class MissingExtraError(Exception):
    """A format needs an extra that is not installed; the value is the extra's name, for the install command."""


def render(suffix: str, advice: Advice, language: Language) -> bytes:
    """The whole advice as a file of this suffix, in a language.

    Raises `UnknownFormatError` for another suffix and `MissingExtraError` when what the format needs is not installed.
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
    rendered: bytes = renderer(advice, language)
    return rendered
