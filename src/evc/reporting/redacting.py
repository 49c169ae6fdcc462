"""Taking names out of a text, however they are written: in capitals or not, with accents or without, as a genitive.

A text is compared in a folded form, each of whose characters remembers where it came from; so what is replaced is
exactly what the reader would have read.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from evc.model.text import same_text_key
from evc.model.value import value

# What joins a surname and is no name by itself, where a name is written without any capital.
_JOINING = """
de den der het ten ter te van von zu op aan in bij da do dos di del della du des la le les el al bin ibn ben abu and y e
"""
_PARTICLES = frozenset(_JOINING.split())
_APOSTROPHES = "['\u2019\u02bc]?"
_FEWEST = 2
# White space, hyphens and dashes, and what stands behind an initial.
_BETWEEN_PARTS = re.compile(r"[\s\-\u2010-\u2015.,]+")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}", re.ASCII)


@value
class Person:
    """Somebody's name, and what stands for it.

    `parts`: the words of the name are replaced by themselves too. `capital`: those only where they begin with one,
    because a surname may be an everyday word.
    """

    name: str
    instead: str
    parts: bool = False
    capital: bool = False


class Redactor:
    """Replaces the names of these people by what stands for them; a longer name goes before one that it holds."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Whoever comes first has a name that several share."""
        people = tuple(people)
        wanted = {_key(each.name): (each.instead, False) for each in reversed(people)}
        for each in people:
            for part in name_parts(each.name) if each.parts else ():
                wanted.setdefault(_key(part), (each.instead, each.capital))
        self._wanted = {key: how for key, how in wanted.items() if key}
        longest = sorted(self._wanted, key=lambda key: (-len(key), key))
        names = "|".join(r"\s+".join(map(re.escape, key.split(" "))) for key in longest)
        self._pattern = re.compile(rf"(?<!\w)({names}){_APOSTROPHES}s?(?!\w)") if longest else None

    def __call__(self, text: str) -> str:
        """The text without the names."""
        if self._pattern is None:
            return text
        folded, places = _folded(text)
        pieces, end = [], 0
        for each in self._pattern.finditer(folded):
            start, until = places[each.start()], places[each.end()]
            instead, capital = self._wanted[" ".join(each[1].split())]
            if not capital or text[start].isupper():
                pieces += [text[end:start], instead]
                end = until
        return "".join((*pieces, text[end:]))

    def maybe(self, text: str | None) -> str | None:
        """The same of a text that may be absent."""
        return None if text is None else self(text)


def name_parts(name: str) -> Iterator[str]:
    """The words of a name that name somebody by themselves: in Esra de Wit, Esra and Wit."""
    words = [word for word in _BETWEEN_PARTS.split(name) if len(word) >= _FEWEST]
    capital = any(word[0].isupper() for word in words)
    for word in words:
        if not (word[0].islower() if capital else word.casefold() in _PARTICLES):
            yield word


def suffix_of(path: str, redact: Redactor) -> str:
    """The suffix of a file, when it is one and holds no name."""
    found = re.search(r"\.[^./]*$", path)
    suffix = found[0] if found else ""
    return suffix if _SUFFIX.fullmatch(suffix) and redact(suffix) == suffix else ""


def _key(name: str) -> str:
    """A name as it is looked for: folded, each run of white space one space."""
    return " ".join(_folded(same_text_key(name))[0].split())


def _folded(text: str) -> tuple[str, list[int]]:
    """A text without case and accents, and for each of its characters, and its end, the place that it came from."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in _letters(character):
            characters.append(each)
            places.append(place)
    # The end of a name is where its next letter begins, so that an accent of its own goes with the letter before it.
    places.append(len(text))
    return "".join(characters), places


def _letters(character: str) -> Iterable[str]:
    if character.isascii():
        return character.lower()
    apart = unicodedata.normalize("NFKD", character.casefold())
    return (each for each in apart if not unicodedata.combining(each) and unicodedata.category(each) != "Cf")
