"""When two texts are the *same text*, and when one is blank (DESIGN §4)."""

import pytest

from evc.model.text import is_blank, same_text_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Basisschool", "basisschool"),
        ("Straße", "STRASSE"),  # full case folding, not lower case
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),  # the final sigma
        ("ﬁets", "FIETS"),  # a ligature folds into its letters
        ("Zo\u00eb", "Zoe\u0308"),  # composed or not
        ("Zoe\u0308", "ZO\u00cb"),
        ("\u1e9e", "ss"),  # a capital sharp s
        ("\u0345\u03b1", "\u0399\u03b1"),  # folds into a letter: NFC before and after
        ("a b", "a  b"),
        ("a b", " a\tb\n"),
        ("a b", "a\u00a0b"),  # a no-break space is white space
        ("a b", "a\u2003b"),
        ("basisschool", "basis\u00adschool"),  # a soft hyphen shows nothing
        ("basisschool", "basis\u200dschool"),
        ("basisschool", "\ufeffbasisschool"),
        ("a", "a\ufe0f"),  # a variation selector
        ("a", "a\U000e0041"),  # a tag
        ("a b", "a \u200b b"),  # spaces that only an invisible character parts are one run
    ],
)
def test_the_same_text(one, other):
    assert same_text_key(one) == same_text_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b", "ab"),
        ("e", "é"),
        ("basisschool", "basisschool."),
        ("A-07", "A–07"),  # a dash is no hyphen
        ("a", "\uff41"),  # a full-width letter is another letter: no compatibility forms
        ("x²", "x2"),
        ("", "0"),
    ],
)
def test_another_text(one, other):
    assert same_text_key(one) != same_text_key(other)


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        (None, True),
        ("", True),
        (" \t\n", True),
        ("\u00a0\u2003", True),
        ("\u00ad\u200b\u2060", True),
        (" \u200d \ufe0f", True),
        ("\u3164", True),  # the Hangul filler looks like nothing
        ("0", False),
        (".", False),
        ("\u0301", False),  # a mark alone can be seen
    ],
)
def test_blank(text, blank):
    assert is_blank(text) is blank
