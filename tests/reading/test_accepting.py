"""What is accepted at once has no fault that a closer look would find; and what is right is, as a rule, accepted."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evc.reading.accepting import fast_validator, narrower, surely_right
from evc.reading.beyond import TESTS, beyond_schema
from evc.reading.schemas import KINDS, schema
from evc.reading.shape import check_shape
from evc.reading.yaml import read_yaml

EXAMPLES = Path(__file__).parents[2] / "examples"


def accepts(kind: str, name: str) -> Callable[[object], bool]:
    """The narrower test of one definition of a schema."""
    test = fast_validator(narrower(schema(kind)["$defs"][name]))
    assert test is not None
    return test


ID, DAY, PATH, LINE = (accepts("portfolio", name) for name in ("id", "date", "path", "line"))
AMOUNT = accepts("portfolio", "amount")
devices = st.sampled_from(["con", "PRN", "aux", "Nul", "com1", "LPT9", "conin$", "COM²", "com", "contact", "lpt10"])
ids = st.text("conCOMnul19.-_a", max_size=8) | st.tuples(devices, st.sampled_from(["", ".", ".pdf", "-1"])).map("".join)


@given(ids)
def test_an_id_that_is_accepted_is_usable(name: str) -> None:
    assert not ID(name) or TESTS["EVC210"](name) is None


@given(st.dates().map(str) | st.from_regex(r"(19|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True))
@example("2023-02-29")
@example("2024-02-30")
@example("1900-02-29")
def test_a_day_that_is_accepted_exists(day: str) -> None:
    assert not DAY(day) or TESTS["EVC209"](day) is None


@given(st.lists(ids | st.text(max_size=4), max_size=4).map("/".join) | st.text("a/.. \\~:$*é", max_size=9))
@example("a/con")
@example("con /a")
@example("con .txt")
@example("a/nul.b/c")
@example("b" * 256)
def test_a_path_that_is_accepted_is_right(path: str) -> None:
    assert not PATH(path) or TESTS["EVC214"](path) is None


@given(st.decimals(0, 100_000, places=10) | st.decimals(0, 9, places=3))
@example(Decimal("99999.0000000001"))
@example(Decimal("0.0000000001"))
@example(Decimal("7.125"))
def test_an_amount_that_is_accepted_has_few_decimals(amount: Decimal) -> None:
    assert not AMOUNT(amount) or TESTS["EVC208"](amount) is None


@given(st.text(max_size=9) | st.text(" \t\u00a0\u200b\u0301\u3164", max_size=4))
def test_a_text_that_is_accepted_is_not_blank(text: str) -> None:
    required = {"format": "evc/rubric@1", "id": "y", "version": "1.0.0", "statement": "Y"}
    rubric = {**required, "title": text, "criteria": [{"id": "P1", "title": text}]}
    assert not surely_right("rubric")(rubric) or not beyond_schema(rubric, "rubric", "x")


@pytest.mark.parametrize(
    ("value", "right"),
    [("K-1", True), ("B1", True), ("contact.v2", True), ("con.v2", False), ("B1.", False), ("nul", False)],
)
def test_ids_are_accepted_as_they_are_right(value: str, *, right: bool) -> None:
    assert ID(value) is right


@pytest.mark.parametrize("day", ["2026-01-31", "2026-02-28", "2026-04-30", "2026-12-31", "2026-07-29"])
def test_common_days_are_accepted(day: str) -> None:
    assert DAY(day)


@pytest.mark.parametrize("path", ["bewijs/verklaring.pdf", "a b/c_d.1.txt", "stuk-0.txt"])
def test_common_paths_are_accepted(path: str) -> None:
    assert PATH(path)


def test_portfolios_of_the_examples_are_accepted() -> None:
    values = [read_yaml(path.read_bytes(), "x")[0] for path in sorted(EXAMPLES.rglob("portfolio.yml"))]
    right = [value for value in values if value is not None and not check_shape(value, "portfolio", "x")]
    assert right
    assert sum(map(surely_right("portfolio"), right)) >= len(right) / 2


def test_what_is_narrower_keeps_what_it_was() -> None:
    for kind in KINDS:
        whole, part = narrower(schema(kind)), schema(kind)
        assert {key: whole[key] for key in part if key not in {"properties", "$defs"}} == {
            key: part[key] for key in part if key not in {"properties", "$defs"}
        }
        assert "allOf" not in part["$defs"].get("id", {})
