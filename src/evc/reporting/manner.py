"""How an advice is put on paper: which document is made of it, and in whose house style."""

from enum import StrEnum

from evc.model.house import PLAIN_HOUSE, House
from evc.model.value import value


class Kind(StrEnum):
    """The documents that can be made of one advice."""

    ADVICE = "advice"
    INTERVIEW = "interview"
    CANDIDATE = "candidate"


@value
class Manner:
    """What is asked of a rendering beside its format and language."""

    kind: Kind = Kind.ADVICE
    house: House = PLAIN_HOUSE
