"""Whether a word from an option may be an id: the same as in a file (DESIGN §3, *Ids*)."""

import pytest

from evc.reading.ids import is_id


@pytest.mark.parametrize(
    ("word", "may_be"),
    [
        ("K-2026-014", True),
        ("a", True),
        ("0", True),
        ("a" * 64, True),
        ("a" * 65, False),
        ("", False),
        ("-a", False),
        (".a", False),
        ("a.", False),
        ("a b", False),
        ("é", False),
        ("../a", False),
        ("a\n", False),
        ("con", False),
        ("Aux.txt", False),
        ("lpt1", False),
        ("console", True),
    ],
)
def test_an_id(word, may_be):
    assert is_id(word) is may_be
