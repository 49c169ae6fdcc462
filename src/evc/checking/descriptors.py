"""Checks of level descriptors: there for every level, and different enough for two assessors to tell levels apart."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from evc.checking.curriculum import Curriculum, RubricFile
from evc.diagnostics import KeyPath, Problem, Where
from evc.model.findings import Value
from evc.model.ids import LevelId
from evc.model.rubric import Criterion
from evc.model.text import Text, is_blank, same_text_key

_WORD = re.compile(r"\w+")

# Two descriptors with four of five words in common differ in a phrase at most. In the shipped rubrics, which assessors
# can work with, the nearest two have half their words in common; copied and lightly changed ones have nine tenths.
_NEARLY = 0.8


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(same_text_key(text)))


# A word that only says how much or how often tells an assessor nothing that the name of the level does not.
_DEGREES = _words(
    """altijd meestal vaak regelmatig soms zelden nauwelijks zeer heel erg goed goede voldoende onvoldoende redelijk
    redelijke ruim ruime uitstekend uitstekende matig matige steeds enigszins volledig gedeeltelijk
    always usually mostly often regularly sometimes rarely seldom hardly very well good sufficient sufficiently
    insufficient insufficiently reasonably excellent excellently poor poorly consistently partly fully"""
)
# A denial says the opposite in one word: short, and yet no assessor confuses the two.
_DENIALS = _words("niet geen nooit niets niemand zonder not no never nothing nobody without cannot")


def level_without_descriptor(curriculum: Curriculum) -> Iterator[Problem]:
    """A criterion that describes no level, or some levels and not others.

    A criterion that describes its pass level alone is whole: a single-point rubric. Without a programme the scale is
    unknown, and the levels that the rubric's criteria describe together stand for it.
    Source: DOMAIN §3.2, rubric shapes [RUBM]; vague criteria are a rater effect, §3.4 [CITO-BLOG].
    """
    for each in curriculum.rubrics:
        scale = curriculum.levels() or list(
            dict.fromkeys(level for criterion in each.rubric.criteria for level in _described(criterion))
        )
        for index, criterion in enumerate(each.rubric.criteria):
            yield from _undescribed(each, index, criterion, scale)


def _undescribed(each: RubricFile, index: int, criterion: Criterion, scale: list[str]) -> Iterator[Problem]:
    at: KeyPath = ("criteria", index)
    described = _described(criterion)
    if not described:
        yield Problem("EVC404", each.document.file, (*at, "id"), {"kind": "none", "criterion": criterion.id})
    elif described != [criterion.pass_level]:
        lacking = tuple(level for level in scale if level not in described)
        if lacking:
            data: dict[str, Value] = {"criterion": criterion.id, "levels": lacking}
            yield Problem("EVC404", each.document.file, (*at, "levels"), data, Where.KEY)


def _described(criterion: Criterion) -> list[str]:
    """The levels that have a descriptor with anything in it."""
    return [level for level, text in criterion.levels.items() if not all(map(is_blank, text.by_language.values()))]


def descriptors_equal(curriculum: Curriculum) -> Iterator[Problem]:
    """Two levels of a criterion with the same descriptor: nobody can choose between them.

    Source: DOMAIN §3.4, severity, leniency and vague terms as rater effects [CITO-BLOG].
    """
    for each in curriculum.rubrics:
        for index, criterion in enumerate(each.rubric.criteria):
            seen: dict[tuple[str, str], LevelId] = {}
            told: set[LevelId] = set()
            for level, language, words in _descriptors(criterion.levels):
                other = seen.setdefault((language, same_text_key(words)), level)
                if other != level and level not in told:
                    told.add(level)
                    yield _problem("EVC405", each, index, criterion, (other, level, language))


def descriptors_nearly_equal(curriculum: Curriculum) -> Iterator[Problem]:
    """Two neighbouring levels of a criterion whose descriptors differ in a few words, or only in how much or how often.

    A denial is no small difference. Source: DOMAIN §3.4, vague terms as a rater effect [CITO-BLOG]; the threshold is a
    house rule, see `_NEARLY`.
    """
    for each in curriculum.rubrics:
        for index, criterion in enumerate(each.rubric.criteria):
            for (lower, below), (higher, above) in pairwise(criterion.levels.items()):
                language = next((key for key in above.by_language if _alike(below, above, key)), None)
                if language is not None:
                    yield _problem("EVC406", each, index, criterion, (lower, higher, language))


def _problem(
    code: str, each: RubricFile, index: int, criterion: Criterion, pair: tuple[LevelId, LevelId, str]
) -> Problem:
    lower, higher, language = pair
    at: KeyPath = ("criteria", index, "levels", higher, *((language,) if language else ()))
    data = {"criterion": criterion.id, "first": lower, "second": higher}
    return Problem(code, each.document.file, at, data)


def _descriptors(levels: Mapping[LevelId, Text]) -> Iterator[tuple[LevelId, str, str]]:
    for level, text in levels.items():
        for language, words in text.by_language.items():
            if not is_blank(words):
                yield level, language, words


def _alike(below: Text, above: Text, language: str) -> bool:
    """Whether two descriptors are nearly the same in a language, and not the same."""
    if language not in below.by_language:
        return False
    first, second = below.by_language[language], above.by_language[language]
    if is_blank(first) or is_blank(second):
        return False
    return same_text_key(first) != same_text_key(second) and nearly_equal(first, second)


def nearly_equal(first: str, second: str) -> bool:
    """Whether two descriptors differ too little to tell levels apart, compared by their words without order."""
    one, other = _words(first), _words(second)
    differing = one ^ other
    if differing & _DENIALS:
        return False
    return differing <= _DEGREES or 2 * len(one & other) >= _NEARLY * (len(one) + len(other))
