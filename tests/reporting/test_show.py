"""Foreign text on a terminal: nothing that moves a cursor or turns a sentence round passes."""

import pytest

from evc.reporting.show import show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoë van 't Hof, 東京 ✓", "Zoë van 't Hof, 東京 ✓"),
        ("één\ttab", "één tab"),
        ("twee\nregels\r\nen drie", "twee regels en drie"),
        ("\x1b[31mrood", "<U+001B>[31mrood"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x7f\x00", "<U+007F><U+0000>"),
        ("los\rterug", "los<U+000D>terug"),
        ("abc\u202edef\u2066", "abc<U+202E>def<U+2066>"),
        ("a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
        ("\ud800", "<U+D800>"),
        ("\u200b\ufeff\u00ad", "<U+200B><U+FEFF><U+00AD>"),
        ("👩\u200d🏫 \u200e\u200f\u200c", "👩\u200d🏫 \u200e\u200f\u200c"),
        ("\U000e0041", "<U+E0041>"),
        ("[bold]x[/bold] :warning:", "[bold]x[/bold] :warning:"),
        ("", ""),
    ],
)
def test_show(text: str, shown: str) -> None:
    assert show(text) == shown
