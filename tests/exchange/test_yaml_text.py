"""What evc writes as YAML, evc reads back unchanged."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evc.exchange.yaml_text import document, scalar
from evc.reading.yaml import read_yaml

ALLOWED = st.characters(
    codec="utf-8",
    exclude_categories=["Cc", "Cs", "Cn", "Co"],
    exclude_characters="\u200b\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
TEXTS = st.text(st.sampled_from("ab \n#:-,'\"[]{}=+1é>|!&*%@`~?x0.\t\\") | ALLOWED, max_size=300)
LINES = TEXTS.map(lambda text: text.replace("\n", " "))


@given(text=TEXTS, words=st.lists(LINES, min_size=1, max_size=3))
def test_any_text_comes_back(text, words):
    values = {
        "text": text,
        "below": {"lines": f"{text}\n{text}", "list": words},
        "items": [{"first": text, "number": 2}, {"yes": True, "hours": Decimal("7.5")}],
        "long": f"{text} " * 5 + "end",
    }
    found, _ = read_yaml(document(values).encode(), "file.yml")
    assert found == values


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("A-07", "A-07"),
        ("evc/assessment@1", "evc/assessment@1"),
        ("Groep 4, na de pauze", "Groep 4, na de pauze"),
        ("1.0", '"1.0"'),  # would be a number
        ("1.0.0", "1.0.0"),
        ("true", '"true"'),
        ("", '""'),
        ("=1+1", '"=1+1"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("<script>", '"<script>"'),
        (True, "true"),
        (40, "40"),
        (Decimal("7.50"), "7.50"),
    ],
)
def test_quotes_only_where_they_are_needed(value, written):
    assert scalar(value) == written


def test_a_list_of_one_line_quotes_commas():
    assert document({"list": ["a, b", "c"]}) == 'list: ["a, b", c]\n'


def test_a_long_text_is_folded():
    assert document({"remark": "woord " * 30 + "slot"}).splitlines()[0] == "remark: >-"


def test_what_yaml_has_no_word_for_is_a_fault():
    with pytest.raises(TypeError):
        document({"nothing": None})
