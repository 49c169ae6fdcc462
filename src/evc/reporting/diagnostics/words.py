"""A problem in words: its message, the label at the caret and the hint, from the catalogue by code and kind.

The message of ``EVC322`` with ``data["kind"] == "symlink"`` is ``EVC322.symlink``, else ``EVC322``; a hint is
``EVC322.symlink.hint``, else ``EVC322.hint``; a label likewise. (Of a file that is not there the kind is its
``cause``.) What the data does not fill is not said: a hint or label falls away, and a message gives way to
``EVC322.bare``.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from evc.diagnostics import Problem
from evc.language import Language
from evc.model.findings import Value
from evc.reporting.facts import plain_decimal
from evc.reporting.show import show


def message(problem: Problem, language: Language) -> str:
    """What is wrong, in one sentence without a full stop."""
    for key in _keys(problem):
        said = _say(key, problem, language)
        if said is not None:
            return said
    return problem.code


def hint(problem: Problem, language: Language) -> str | None:
    """How to mend it: the nearest known name where there is one, else what the catalogue advises."""
    near = problem.data.get("near")
    if near:
        return language.say("hint.near", {"near": text(near, language)})
    return _first(problem, "hint", language)


def message_with_hint(problem: Problem, language: Language) -> str:
    """The message, and the hint on a line of its own, for formats that show one text with a problem."""
    said, help_text = message(problem, language), hint(problem, language)
    return f"{said}\n{language.say('hint', {'hint': help_text})}" if help_text else said


def label(problem: Problem, language: Language) -> str | None:
    """What is said at the caret, such as the names that would be right."""
    return _first(problem, "label", language)


def text(value: Value, language: Language) -> str:  # noqa: PLR0911 - a line for each type of fact
    """A fact as it stands in a sentence: foreign text made harmless, dates ISO, amounts in plain digits."""
    match value:
        case str():
            return show(value)
        case Decimal():
            return plain_decimal(value)
        case date():
            return value.isoformat()
        case tuple():
            return language.list([text(item, language) for item in value])
        case Mapping():
            return language.list([f"{show(key)} {text(item, language)}" for key, item in value.items()])
        case None:
            return ""
        case _:
            return str(value)


def _keys(problem: Problem) -> Iterator[str]:
    kind = problem.data.get("kind") or problem.data.get("cause")
    if isinstance(kind, str):
        yield f"{problem.code}.{kind}"
    yield problem.code
    yield f"{problem.code}.bare"


def _first(problem: Problem, what: str, language: Language) -> str | None:
    said = (_say(f"{key}.{what}", problem, language) for key in _keys(problem))
    return next((each for each in said if each), None)


def _say(key: str, problem: Problem, language: Language) -> str | None:
    """The message under a key; None where there is none, or where the data leaves a placeholder empty."""
    if not language.knows(key):
        return None
    try:
        return language.say(key, {"code": problem.code, **_texts(problem, language)})
    except KeyError:
        return None


def _texts(problem: Problem, language: Language) -> dict[str, str]:
    return {key: text(value, language) for key, value in problem.data.items()}
