"""The house style of an institution: whose name, logo and colours a report bears, and which templates replace evc's."""

from collections.abc import Mapping
from dataclasses import field

from evc.model.value import value


@value
class Shade:
    """One colour as ``#rrggbb``: on light paper, and its twin on a dark screen."""

    light: str
    dark: str


@value
class Logo:
    """A picture that stands in the report itself; `alt` is what who cannot see it hears."""

    media_type: str
    data: bytes
    alt: str


@value
class Signer:
    """Who signs for the committee: a function, and the name when it is known beforehand."""

    role: str
    name: str | None = None


@value
class Limits:
    """How much an institution's templates may ask for one rendering.

    `memory` is address space (MB), `seconds` CPU, `wall` time on the clock (s), which holds everywhere.
    """

    memory: int = 700
    seconds: float = 3.0
    wall: float = 20.0


@value
class House:
    """A house style as data; what is None or empty is as evc has it.

    `templates` are the institution's own template files by name, as bytes: they go to a process with limits and are
    never run anywhere else. `place` is the folder as it was named, for messages about them.
    """

    institution: str | None
    templates: Mapping[str, bytes]
    department: str | None = None
    logo: Logo | None = None
    colours: Mapping[str, Shade] = field(default_factory=dict)
    footer: str | None = None
    signers: tuple[Signer, ...] = ()
    language: str | None = None
    place: str = ""
    limits: Limits = Limits()


PLAIN_HOUSE = House(None, {})
