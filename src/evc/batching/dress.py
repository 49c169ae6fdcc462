"""The house style of a run: a mark that changes with it, since every report bears it and is then made again."""

import hashlib
from collections.abc import Mapping
from dataclasses import fields

from evc.model.house import PLAIN_HOUSE, House

# What of a house style no report shows.
_UNSEEN = ("place", "limits")


def dress_mark(house: House) -> str:
    """The mark of a house style; nothing where reports are as evc has them."""
    if house == PLAIN_HOUSE:
        return ""
    told = [getattr(house, each.name) for each in fields(house) if each.name not in _UNSEEN]
    shown = [sorted(each.items()) if isinstance(each, Mapping) else each for each in told]
    return hashlib.sha256(repr(shown).encode()).hexdigest()
