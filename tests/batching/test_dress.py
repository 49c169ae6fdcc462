"""The mark of a house style changes with whatever a report would show, and with nothing else."""

from dataclasses import replace

import pytest

from evc.batching.dress import dress_mark
from evc.model.house import PLAIN_HOUSE, House, Limits, Logo, Shade, Signer

HOUSE = House("H", {"a.html.j2": b"a", "b.html.j2": b"b"}, colours={"met": Shade("#000000", "#ffffff")}, place="h")


def test_no_house_has_no_mark() -> None:
    assert dress_mark(PLAIN_HOUSE) == ""
    assert dress_mark(HOUSE) != ""


@pytest.mark.parametrize(
    "change",
    [
        {"institution": "I"},
        {"department": "D"},
        {"templates": {"a.html.j2": b"a"}},
        {"templates": {"a.html.j2": b"a", "b.html.j2": b"c"}},
        {"logo": Logo("image/png", b"x", "x")},
        {"colours": {"met": Shade("#000000", "#fffffe")}},
        {"footer": "F"},
        {"signers": (Signer("r"),)},
        {"language": "en"},
    ],
)
def test_what_a_report_shows_changes_it(change: dict[str, object]) -> None:
    assert dress_mark(replace(HOUSE, **change)) != dress_mark(HOUSE)  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"place": "elders"}, {"limits": Limits(seconds=9)}])
def test_what_no_report_shows_does_not(change: dict[str, object]) -> None:
    assert dress_mark(replace(HOUSE, **change)) == dress_mark(HOUSE)  # type: ignore[arg-type]


def test_the_order_of_files_and_colours_means_nothing() -> None:
    turned = dict(reversed(HOUSE.templates.items()))
    assert dress_mark(replace(HOUSE, templates=turned)) == dress_mark(HOUSE)
