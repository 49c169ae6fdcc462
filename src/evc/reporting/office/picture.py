"""The bar on page one as a picture for Word: four patterns that differ without colour, in a small PNG.

Word cannot hold an SVG alone, and its own table cells lose their patterns in other programs.
"""

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence

from evc.reporting.view.bar import WIDTH

# Twice a place in the bar is a pixel: 2000 of them on 16 cm are 300 to the inch.
_SCALE = 2
_HEIGHT = 76
_EDGE = 3
_PERIOD = 16

# The colours of the style sheet on paper; a house may give its own.
COLOURS: Mapping[str, str] = {
    "paper": "ffffff",
    "ink": "1a1d21",
    "met": "0b5872",
    "open": "7d4400",
    "open-bg": "fdf0dc",
    "not": "434951",
    "not-bg": "e8eaed",
    "met-bg": "dceef4",
    "part": "54439a",
    "part-bg": "eceaf8",
    "accent": "0a4a6b",
}
_INDEX = {name: index for index, name in enumerate(COLOURS)}

Pattern = Callable[[int, int], str]

_PATTERNS: Mapping[str, Pattern] = {
    "award": lambda _x, _y: "met",
    "first": lambda x, y: "open" if (x + y) % _PERIOD < 5 else "open-bg",  # noqa: PLR2004 - hatched
    "later": lambda x, y: "not" if x % _PERIOD < 4 and y % _PERIOD < 4 else "not-bg",  # noqa: PLR2004 - dotted
    "rest": lambda _x, _y: "paper",
    "covered": lambda _x, _y: "accent",
    "partly": lambda x, _y: "accent" if x % _PERIOD < 6 else "paper",  # noqa: PLR2004 - striped
    "uncovered": lambda _x, _y: "paper",
}


def bar_picture(parts: Sequence[tuple[str, int, int]], colours: Mapping[str, str]) -> bytes:
    """The bar as PNG; a part is its kind, its place and its width in the view's thousand."""
    rows = [b"".join(_part_row(*part, y) for part in parts) for y in range(_PERIOD)]
    edge = bytes([_INDEX["ink"]]) * (WIDTH * _SCALE)
    inside = [rows[y % _PERIOD] for y in range(_HEIGHT - 2 * _EDGE)]
    return _png([*[edge] * _EDGE, *inside, *[edge] * _EDGE], {**COLOURS, **colours})


def blank() -> bytes:
    """What stands in a template where evc puts a picture."""
    grey = bytes([_INDEX["not-bg"]]) * (WIDTH * _SCALE)
    return _png([grey] * _HEIGHT, COLOURS)


def _part_row(kind: str, _x: int, width: int, y: int) -> bytes:
    """One row of pixels of a part, between its two edges."""
    pixels, ink = width * _SCALE, bytes([_INDEX["ink"]])
    if pixels <= 2 * _EDGE:
        return ink * pixels
    pattern = _PATTERNS[kind]
    period = bytes(_INDEX[pattern(x, y)] for x in range(_PERIOD))
    inner = pixels - 2 * _EDGE
    return ink * _EDGE + (period * (inner // _PERIOD + 1))[:inner] + ink * _EDGE


def _png(rows: Sequence[bytes], colours: Mapping[str, str]) -> bytes:
    """Rows of palette indices as PNG."""
    palette = b"".join(bytes.fromhex(colours[name]) for name in _INDEX)
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
