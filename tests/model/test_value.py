"""A `value` behaves as a frozen, slotted dataclass does."""

import copy
import dataclasses
import pickle
from collections.abc import Mapping

import pytest

from evc.model.value import value


@value
class Point:
    """A place."""

    x: int
    y: int = 0


@value
class Other:
    """The same fields, another class."""

    x: int
    y: int = 0


@value
class Nothing:
    """No fields at all."""


@value
class Noted:
    """With a default that is made."""

    name: str
    notes: Mapping[str, int] = dataclasses.field(default_factory=dict)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Point(1, 2), Point(1, 2), True),
        (Point(1), Point(1, 0), True),
        (Point(x=1, y=2), Point(1, y=2), True),
        (Point(1, 2), Point(2, 1), False),
        (Point(1, 2), Other(1, 2), False),
        (Point(1, 2), (1, 2), False),
        (Nothing(), Nothing(), True),
        (Noted("a"), Noted("a", {}), True),
        (Noted("a"), Noted("a", {"b": 1}), False),
    ],
)
def test_equal(one, other, equal):
    assert (one == other) is equal
    assert (one != other) is not equal


def test_equal_values_have_one_hash():
    assert len({Point(1, 2), Point(1, 2), Other(1, 2), Nothing(), Nothing()}) == 3


def test_a_value_is_never_changed():
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    assert point == Point(1)


def test_a_value_has_no_room_for_more():
    assert not hasattr(Point(1), "__dict__")


@pytest.mark.parametrize("arguments", [(), (1, 2, 3)])
def test_a_value_is_whole_or_not_at_all(arguments):
    with pytest.raises(TypeError):
        Point(*arguments)


@pytest.mark.parametrize("one", [Point(1, 2), Nothing(), Noted("a", {"b": 1})])
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])  # noqa: S301
def test_a_copy_is_equal(one, again):
    assert again(one) == one


def test_it_is_a_dataclass():
    assert [field.name for field in dataclasses.fields(Point)] == ["x", "y"]
    assert dataclasses.replace(Point(1, 2), y=3) == Point(1, 3)
    assert repr(Point(1)) == "Point(x=1, y=0)"
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
