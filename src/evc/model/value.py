"""`value`: a frozen, slotted dataclass that costs a third to define.

A dataclass compiles some six methods for each class. evc has dozens of classes on the path of every command, and
compiling them took longer than reading, judging and printing a dossier together (benchmarks/README.md). Here only
``__init__`` is compiled for each class; comparing, hashing, printing, pickling and refusing to be changed are shared.
To type checkers, `dataclasses.replace`, `dataclasses.fields` and `match` it is a dataclass like any other.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

Class = TypeVar("Class")
_set = object.__setattr__


@dataclass_transform(frozen_default=True)
def value(plain: type[Class]) -> type[Class]:
    """Make a class of annotated fields a frozen value."""
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(plain)
    made.__init__ = _initializer(made)
    made.__setattr__ = _refuse_to_set
    made.__delattr__ = _refuse_to_delete
    made.__eq__ = _equal
    made.__hash__ = _hash
    made.__repr__ = _show
    made.__getstate__ = _fields_of
    made.__setstate__ = _restore
    done: type[Class] = made
    return done


def _initializer(made: type) -> Any:  # noqa: ANN401 - a function that is made here
    """An ``__init__`` that sets each field once; the source is our own field names, nothing else.

    It sets a field by the field's own slot, which takes a third less time than `object.__setattr__`.
    """
    names: tuple[Field[Any], ...] = fields(made)
    defaults = {each.name: default for each in names if (default := _default(each)) is not MISSING}
    space: dict[str, Any] = {f"_default_{name}": default for name, default in defaults.items()}
    space |= {f"_set_{each.name}": getattr(made, each.name).__set__ for each in names}
    required = [each.name for each in names if each.name not in defaults]
    optional = [f"{name}=_default_{name}" for name in defaults]
    body = "".join(f"\n _set_{each.name}(self, {each.name})" for each in names) or "\n pass"
    exec(f"def __init__({', '.join(['self', *required, *optional])}):{body}", space)  # noqa: S102 - as dataclasses do
    return space["__init__"]


def _default(of: Field[Any]) -> Any:  # noqa: ANN401
    """The default of a field; one that is made is made once, since nobody changes it."""
    return of.default if of.default_factory is MISSING else of.default_factory()


def _fields_of(self: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return tuple(getattr(self, name) for name in self.__match_args__)


def _equal(self: object, other: object) -> Any:  # noqa: ANN401 - a bool, or NotImplemented
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _fields_of(self) == _fields_of(other)


def _hash(self: object) -> int:
    return hash((self.__class__, _fields_of(self)))


def _show(self: Any) -> str:  # noqa: ANN401
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({shown})"


def _restore(self: Any, state: tuple[Any, ...]) -> None:  # noqa: ANN401
    for name, each in zip(self.__match_args__, state, strict=True):
        _set(self, name, each)


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
