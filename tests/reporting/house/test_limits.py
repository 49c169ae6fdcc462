"""The child: plain data there and back, its limits, and what becomes of it when it breaks one."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from evc.model.house import Limits
from evc.reporting.limits import LimitError, Room
from evc.reporting.limits.room import ChildFaultError

ECHO = "evc.reporting.canonical:without_words"
RENDER = "evc.reporting.foreign.rendering:render"
DATA = {"a": ["é", "\u202e", 1, True, None, -1.5, {"b": b"\x00\xff"}], "leeg": {}}
limits_of_the_system = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def order(source: str) -> dict[str, object]:
    return {"templates": {"x.md.j2": source}, "escaped": False, "name": "x.md.j2", "context": {}, "trusted": {}}


@pytest.fixture
def room() -> Iterator[Room]:
    with Room() as opened:
        yield opened


def test_plain_data_comes_back(room: Room) -> None:
    assert room.run(ECHO, DATA, Limits()) == DATA


def test_the_child_is_kept(room: Room) -> None:
    room.run(ECHO, {}, Limits())
    first = room.process
    room.run(ECHO, {}, Limits())
    assert room.process == first is not None


@limits_of_the_system
@pytest.mark.parametrize(
    ("source", "limits", "kind"),
    [
        ("{{ 'a' * 10**9 }}", Limits(), "memory"),
        ("{{ ('a' * 10**8)|length }}", Limits(memory=120), "memory"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", Limits(seconds=0.2), "time"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", Limits(), "depth"),
    ],
)
def test_a_limit_that_breaks_costs_the_child_and_not_the_next_order(
    room: Room, source: str, limits: Limits, kind: str
) -> None:
    room.run(ECHO, {}, limits)
    first = room.process
    with pytest.raises(LimitError) as caught:
        room.run(RENDER, order(source), limits)
    assert (caught.value.kind, caught.value.at) == (kind, ("x.md.j2", 1))
    assert room.run(RENDER, order("rust"), limits) == {"text": "rust", "own": True}
    assert room.process != first


def test_the_wall_holds_where_nothing_else_does(room: Room) -> None:
    with pytest.raises(LimitError) as caught:
        room.run("evc.reporting.foreign.rendering:render", order("{{ 3 ** (3 ** 18) }}"), Limits(seconds=60, wall=1.5))
    assert caught.value.kind == "time"


@limits_of_the_system
def test_more_may_be_allowed(room: Room) -> None:
    made = room.run(RENDER, order("{{ ('a' * 10**8)|length }}"), Limits(memory=1500))
    assert made == {"text": "100000000", "own": True}


def test_time_counts_for_each_order_anew(room: Room) -> None:
    busy = order("{% for a in range(90000) %}{% set b = a * a %}{% endfor %}")
    for _ in range(8):
        assert room.run(RENDER, busy, Limits(seconds=0.4)) == {"text": "", "own": True}


def test_only_functions_of_evc_run(room: Room) -> None:
    with pytest.raises(ChildFaultError):
        room.run("os:getcwd", {}, Limits())
    with pytest.raises(ChildFaultError):
        room.run("evc.reporting.canonical:nothing", {}, Limits())


def test_a_child_that_was_killed_is_made_anew(room: Room) -> None:
    room.run(ECHO, {}, Limits())
    assert room.process is not None
    os.kill(room.process, 9)
    assert room.run(ECHO, DATA, Limits()) == DATA


def test_nothing_of_the_environment_goes_in(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVC_SECRET", "geheim")
    seen = room.run("evc.reporting.limits.child:surroundings", None, Limits())
    assert isinstance(seen, list)
    assert "EVC_SECRET" not in seen


def test_threads_take_turns(room: Room) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: room.run(ECHO, {"a": number}, Limits()), range(40)))
    assert made == [{"a": number} for number in range(40)]
