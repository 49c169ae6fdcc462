"""Where things come from and how old they may be: sources of rules, files that were used, calendar ages."""

from evc.model.ids import SourceId
from evc.model.text import Text
from evc.model.value import value


@value
class Age:
    """A calendar age: years and months count together as months, then days."""

    years: int = 0
    months: int = 0
    days: int = 0


@value
class Source:
    """A law, regulation or publication that rules refer to."""

    id: SourceId
    title: Text
    citation: Text | None
    url: str | None


@value
class SourceRef:
    """A place in a source, such as an article of a law."""

    ref: SourceId
    article: Text | None


@value
class InputFile:
    """A file that was used: its published path (never a machine's) and the SHA-256 of its bytes, None when missing."""

    path: str
    sha256: str | None
