"""Widths on a terminal."""

import pytest

from evc.reporting.cells import pad, width, wrap


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("東京", 4), ("\uff46", 2), ("\u200d", 0), ("✓✗–·█▒░", 7), ("", 0)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_padding_counts_cells() -> None:
    assert pad("東", 4) == "東  "
    assert pad("12", 4, right=True) == "  12"
    assert pad("te lang", 3) == "te lang"


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("een twee drie", 8, ["een twee", "drie"]),
        ("een", 8, ["een"]),
        ("", 8, [""]),
        ("onbreekbaarwoord", 6, ["onbree", "kbaarw", "oord"]),
        ("a onbreekbaar b", 6, ["a", "onbree", "kbaar", "b"]),
        ("東京都", 4, ["東京", "都"]),
    ],
)
def test_wrap(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


def test_wrapping_loses_nothing() -> None:
    text = "  een lange zin met  dubbele spaties en eenheel­langwoord erin "
    assert "".join(wrap(text, 9)).replace(" ", "") == text.replace(" ", "")
