"""Colours and how well they can be told apart: contrast as WCAG 2 counts it (success criteria 1.4.3 and 1.4.11)."""

from collections.abc import Mapping

# What text needs on its ground, and what a shape needs beside its ground.
TEXT, SHAPE = 4.5, 3.0

# The colours that a house may set; the last four are those of verdicts, each shown on a tint of itself too.
STATUSES = ("met", "open", "part", "not")
NAMES = ("accent", *STATUSES)

# The grounds of evc's own style sheet, light and dark: the paper, and the wash behind what matters.
GROUNDS: Mapping[str, tuple[str, str]] = {"light": ("#ffffff", "#f3f5f8"), "dark": ("#14171b", "#1d2126")}

# How much of a colour its tint holds; on dark paper more is needed to be seen at all.
_TINT: Mapping[str, float] = {"light": 0.12, "dark": 0.2}

# Source: WCAG 2.2, definitions of relative luminance and contrast ratio.
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_KNEE, _SLOPE, _OFFSET, _GAMMA, _FLARE = 0.04045, 12.92, 0.055, 2.4, 0.05


def contrast(one: str, other: str) -> float:
    """From 1 (alike) to 21 (black on white), of two colours as ``#rrggbb``."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + _FLARE) / (dim + _FLARE)


def tint(colour: str, scheme: str) -> str:
    """The pale ground of a status, made from its colour; `scheme` is light or dark."""
    share, paper = _TINT[scheme], GROUNDS[scheme][0]
    pairs = zip(_parts(colour), _parts(paper), strict=True)
    mixed = (round(share * over + (1 - share) * under) for over, under in pairs)
    return "#" + "".join(f"{part:02x}" for part in mixed)


def weakest(name: str, colour: str, scheme: str) -> tuple[str, float]:
    """The ground on which a house's colour is read worst, and its contrast there."""
    grounds = dict(zip(("paper", "wash"), GROUNDS[scheme], strict=True))
    if name in STATUSES:
        grounds["tint"] = tint(colour, scheme)
    return min(((ground, contrast(colour, on)) for ground, on in grounds.items()), key=lambda found: found[1])


def _luminance(colour: str) -> float:
    linear = (
        part / _SLOPE if part <= _KNEE else ((part + _OFFSET) / (1 + _OFFSET)) ** _GAMMA
        for part in (each / 255 for each in _parts(colour))
    )
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
