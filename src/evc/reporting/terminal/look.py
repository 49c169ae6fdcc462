"""How an advice is looked at on a terminal: its names, its glyphs, how much is shown, and whether anyone judged."""

from collections.abc import Iterable, Mapping

from evc.language import Language
from evc.model.advice import Advice
from evc.model.value import value
from evc.reporting.names import Names, names_of
from evc.reporting.words import Tone


@value
class Glyphs:
    """The shapes of the five statuses, what stands between facts, and the four parts of the bar."""

    tones: Mapping[Tone, str]
    separator: str
    dash: str
    bar: tuple[str, str, str, str]

    def marked(self, tone: Tone, word: str) -> str:
        """A status: its shape and its word."""
        return f"{self.tones[tone]} {word}"

    def facts(self, facts: Iterable[str]) -> str:
        """Several facts on one line."""
        return self.separator.join(fact for fact in facts if fact)


UNICODE = Glyphs(
    {Tone.MET: "✓", Tone.OPEN: "?", Tone.PART: "~", Tone.NOT: "✗", Tone.NONE: "–"},
    " · ",
    "–",
    ("█", "▒", "░", "·"),
)
ASCII = Glyphs(
    {Tone.MET: "+", Tone.OPEN: "?", Tone.PART: "~", Tone.NOT: "x", Tone.NONE: "-"},
    " | ",
    "-",
    ("#", "=", ":", "."),
)


@value
class Look:
    """What every part of the view needs. `judged`: verdicts mean something; else coverage is shown."""

    names: Names
    glyphs: Glyphs
    verbose: bool
    judged: bool

    @property
    def advice(self) -> Advice:
        """The advice that is looked at."""
        return self.names.advice

    @property
    def language(self) -> Language:
        """The language in which it is shown."""
        return self.names.language


def look_at(advice: Advice, language: Language, *, verbose: bool, ascii: bool) -> Look:  # noqa: A002 - it says it best
    """Verdicts mean something once an assessor has looked, or where the programme asks none."""
    return Look(
        names=names_of(advice, language, plain=True),
        glyphs=ASCII if ascii else UNICODE,
        verbose=verbose,
        judged=bool(advice.assessors) or advice.programme.assessors == 0,
    )
