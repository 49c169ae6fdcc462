"""The form in which an assessor rates: what is on which sheet, and the facts that make it about one dossier.

Three sheets: the ratings, a row a criterion; particulars of the judgement; and a hidden one with the facts, a fact a
row. The facts end in a digest of themselves, so that a slip of the hand in an office program does not go unseen.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import count, islice

from evc.exchange.subject import Subject
from evc.language import Language
from evc.model.ids import AssessorId
from evc.model.value import value

FORMAT = "evc/assessment-form@1"
HIDDEN = "evc"
INSTRUMENT_KINDS = ("interview", "workplace-visit", "observation", "test", "other")
INSTRUMENTS = 6
"""Rows for instruments; more are written in the YAML."""

_SHEETS_SEEN = 2

# Columns of the sheet of ratings, from 1: what is locked, then what is filled in, then what is read.
OUTCOME, CRITERION, TITLE, LEVEL, FIRST, BASED_ON, REMARK, READ = range(1, 9)
FIRST_ROW = 2
# Rows of the sheet of particulars, from 1.
NAME, ROLE, ON, FIRST_INSTRUMENT = 5, 6, 7, 10
KIND, DAY, MINUTES = 2, 3, 4


@value
class FormFacts:
    """What a form is about, all as text: whom, by which rules, what may be named in it, and its rows in order."""

    candidate: str
    programme: str
    assessor: str
    portfolio: str
    sheets: tuple[str, ...]
    levels: tuple[str, ...]
    evidence: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]
    instruments: tuple[str, ...]
    rubrics: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]


class ChangedFormError(ValueError):
    """The hidden facts are not those that evc wrote."""


def facts_of(subject: Subject, assessor: AssessorId, language: Language) -> FormFacts:
    """The facts of the form for this dossier and assessor; words for choices are those of the language."""
    evidence = tuple(str(item.id) for item in subject.dossier.evidence)
    free = (name for name in (f"G{number}" for number in count(1)) if name not in evidence)
    return FormFacts(
        candidate=subject.dossier.candidate.id,
        programme=subject.programme.id,
        assessor=assessor,
        portfolio=subject.dossier.portfolio_sha256,
        sheets=(language.say("form.sheet.ratings"), language.say("form.sheet.particulars")),
        levels=tuple(level.id for level in subject.programme.scale.levels),
        evidence=evidence,
        kinds=tuple((language.say(f"kind.{kind}"), kind) for kind in INSTRUMENT_KINDS),
        instruments=tuple(islice(free, INSTRUMENTS)),
        rubrics=tuple((rubric.id, rubric.version) for rubric in subject.rubrics),
        rows=tuple((rubric.id, criterion.id) for rubric in subject.rubrics for criterion in rubric.criteria),
    )


def hidden_rows(facts: FormFacts) -> list[tuple[str, ...]]:
    """The rows of the hidden sheet; the last is the digest of those before it."""
    rows = list(_rows(facts))
    return [*rows, ("digest", _digest(rows))]


def first_hidden_row(facts: FormFacts, key: str) -> int:
    """The row, from 1, at which facts of a kind begin on the hidden sheet."""
    return next(number for number, row in enumerate(_rows(facts), start=1) if row[0] == key)


def facts_from(rows: Sequence[Sequence[str]]) -> FormFacts:
    """The facts in the rows of a hidden sheet.

    Raises ChangedFormError when they are not as evc wrote them.
    """
    by_key: dict[str, list[tuple[str, ...]]] = {}
    for key, *values in rows:
        by_key.setdefault(key, []).append(tuple(values))
    try:
        facts = FormFacts(
            candidate=by_key["candidate"][0][0],
            programme=by_key["programme"][0][0],
            assessor=by_key["assessor"][0][0],
            portfolio=by_key["portfolio"][0][0],
            sheets=_each(by_key, "sheet"),
            levels=_each(by_key, "level"),
            evidence=_each(by_key, "evidence"),
            kinds=_pairs(by_key, "kind"),
            instruments=_each(by_key, "instrument"),
            rubrics=_pairs(by_key, "rubric"),
            rows=_pairs(by_key, "row"),
        )
    except (KeyError, IndexError) as missing:
        raise ChangedFormError from missing
    if [tuple(row) for row in rows] != hidden_rows(facts) or len(facts.sheets) != _SHEETS_SEEN:
        raise ChangedFormError
    return facts


def _rows(facts: FormFacts) -> Iterator[tuple[str, ...]]:
    yield "format", FORMAT
    yield "candidate", facts.candidate
    yield "programme", facts.programme
    yield "assessor", facts.assessor
    yield "portfolio", facts.portfolio
    several = {"sheet": facts.sheets, "level": facts.levels, "evidence": facts.evidence}
    for key, values in several.items():
        yield from ((key, each) for each in values)
    yield from (("kind", word, kind) for word, kind in facts.kinds)
    yield from (("instrument", each) for each in facts.instruments)
    yield from (("rubric", outcome, version) for outcome, version in facts.rubrics)
    yield from (("row", outcome, criterion) for outcome, criterion in facts.rows)


def _each(by_key: dict[str, list[tuple[str, ...]]], key: str) -> tuple[str, ...]:
    return tuple(each[0] for each in by_key.get(key, ()))


def _pairs(by_key: dict[str, list[tuple[str, ...]]], key: str) -> tuple[tuple[str, str], ...]:
    return tuple((each[0], each[1]) for each in by_key.get(key, ()))


def _digest(rows: Sequence[tuple[str, ...]]) -> str:
    return hashlib.sha256(json.dumps(rows, ensure_ascii=True).encode()).hexdigest()
