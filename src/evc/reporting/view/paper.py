"""What the other documents share with the advice: whose they are, what they are called, and their foot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evc._version import __version__
from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.json_ import advice_digest
from evc.reporting.names import Names
from evc.reporting.view.identity import assessor_name, footer, regulation_lines


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A thing to know about the paper: what it is called, and its lines."""

    term: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """The frame of a document: its language, title, notice, issuer, footer, heading, and facts to know it by."""

    lang: str
    title: str
    notice: str
    issuer: str
    regulation: str
    footer: str
    version: str
    kicker: str
    heading: str
    facts: tuple[PaperFact, ...]


def paper(names: Names, kind: str, about: Sequence[str], values: Mapping[str, object]) -> Paper:
    """The frame of a document whose words stand under `kind` in the catalogue; `about` are the facts it shows."""
    advice, say = names.advice, names.language.say
    programme = names.text(advice.programme.title)
    return Paper(
        lang=names.language.code,
        title=say(f"{kind}.title", {"id": advice.candidate.id, "programme": programme}),
        notice=say(f"{kind}.notice"),
        issuer=programme,
        regulation=" ".join(regulation_lines(names)),
        footer=footer(advice, advice_digest(advice)),
        version=__version__,
        kicker=say("report.kicker"),
        heading=say(f"{kind}.heading", values),
        facts=tuple(_facts(names, about)),
    )


def paper_words(language: Language, keys: Sequence[str]) -> Mapping[str, str]:
    """The fixed words of a document, by the last part of their key."""
    return {key.rpartition(".")[2]: language.say(key) for key in keys}


def who(advice: Advice) -> str:
    """The candidate by name, or by id where no name is given."""
    return advice.candidate.name or advice.candidate.id


def _facts(names: Names, about: Sequence[str]) -> Iterator[PaperFact]:
    """Those asked for, in that order; what has no line is left out."""
    for key in about:
        if lines := tuple(_LINES[key](names)):
            yield PaperFact(names.language.say(f"fact.{key}"), lines)


def _candidate(names: Names) -> Iterator[str]:
    yield from filter(None, (names.advice.candidate.name, names.advice.candidate.id))


def _programme(names: Names) -> Iterator[str]:
    yield names.text(names.advice.programme.title)


def _on(names: Names) -> Iterator[str]:
    yield names.day(names.advice.on)


def _assessors(names: Names) -> Iterator[str]:
    return (assessor_name(summary.assessor, names) for summary in names.advice.assessors)


_LINES = {"candidate": _candidate, "programme": _programme, "on": _on, "as-of": _on, "assessors": _assessors}
