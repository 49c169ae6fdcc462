"""Make the fonts that a PDF is set in, and the list of characters they show; needs fontTools, and the Noto fonts.

    python scripts/fonts.py FOLDER      where NotoSans-Regular.ttf and the others are (Debian: fonts-noto-core, -mono)

What is left out: hinting, which paper does not need, and characters that a dossier in Latin, Greek, Cyrillic, Arabic or
Hebrew script never has. The lists are frozen, so that evc needs no fontTools to know what it can show.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import count, groupby
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).parents[1] / "src" / "evc" / "reporting" / "fonts"
EVERYTHING = ((0x20, 0xFFFF),)

# Each file with the blocks that are kept of it; the families in the order in which a PDF looks for a character.
KEPT = {
    "NotoSans-Regular": EVERYTHING,
    "NotoSans-Bold": EVERYTHING,
    "NotoSans-Italic": EVERYTHING,
    "NotoSansMath-Regular": ((0x2190, 0x22FF),),
    "NotoSansSymbols2-Regular": ((0x2300, 0x23FF), (0x2500, 0x27FF)),
    "NotoSansArabic-Regular": ((0x20, 0x74F),),
    "NotoSansHebrew-Regular": ((0x20, 0x5FF),),
    "NotoSansMono-Regular": ((0x20, 0x7E),),
}
# How letters join, combine and stand apart; figures of equal width.
FEATURES = ["calt", "ccmp", "curs", "fina", "init", "isol", "kern", "liga"]
FEATURES += ["lnum", "locl", "mark", "medi", "mkmk", "rclt", "rlig", "tnum"]


def main(folder: Path) -> None:
    """Write every font and the list beside them."""
    shown: dict[str, set[int]] = {}
    for name, blocks in KEPT.items():
        family, characters = _cut(folder / f"{name}.ttf", blocks)
        # A character counts for a family when each of its faces has it.
        shown[family] = shown.get(family, characters) & characters
    lines = (f"{json.dumps(family)}: {json.dumps(list(_ranges(shown[family])))}" for family in shown)
    (FONTS / "characters.json").write_text("{" + ",\n ".join(lines) + "}\n", encoding="utf-8")


def _cut(source: Path, blocks: Iterable[tuple[int, int]]) -> tuple[str, set[int]]:
    options = subset.Options(
        hinting=False, layout_features=FEATURES, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17], recalc_timestamp=False
    )
    font = subset.load_font(str(source), options)
    kept = [each for each in font.getBestCmap() if any(first <= each <= last for first, last in blocks)]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)
    font.save(FONTS / source.name)
    return font["name"].getBestFamilyName(), set(font.getBestCmap())


def _ranges(characters: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Code points as first and last of each unbroken row."""
    step = count()
    for _, row in groupby(sorted(characters), key=lambda each: each - next(step)):
        points = list(row)
        yield points[0], points[-1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
