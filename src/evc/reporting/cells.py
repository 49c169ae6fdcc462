"""How wide text is on a terminal, in cells: padding and wrapping that hold for every script.

rich knows this too, but costs a third of start-up; a pipe does without it (REPORTS §1.5). The widths are those of
Unicode's East Asian Width: wide and full-width characters take two cells, marks that sit on another none.
"""

import unicodedata

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """The number of cells that a text takes."""
    if text.isascii():
        return len(text)
    return sum(character_width(character) for character in text)


def character_width(character: str) -> int:
    """0, 1 or 2 cells."""
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """The text filled up with spaces to so many cells; `right` puts it at the right-hand side."""
    space = " " * max(0, cells - width(text))
    return space + text if right else text + space


def wrap(text: str, cells: int) -> list[str]:
    """The text on lines of at most so many cells, broken at spaces; a longer word is broken where it must be."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and width(f"{lines[-1]} {word}") <= cells:
            lines[-1] += f" {word}"
        else:
            lines.extend(_pieces(word, max(2, cells)))
    return lines


def _pieces(word: str, cells: int) -> list[str]:
    pieces = [""]
    for character in word:
        if width(pieces[-1] + character) > cells:
            pieces.append("")
        pieces[-1] += character
    return pieces
