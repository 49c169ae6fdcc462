"""An advice, an interview guide or a letter as a Word document (evc's own templates, or the institution's)."""

from functools import cache
from typing import Any

from evc.language import Language
from evc.model.advice import Advice
from evc.model.house import House
from evc.reporting.environment import TEMPLATES
from evc.reporting.formats import HouseError
from evc.reporting.limits import LimitError, in_child
from evc.reporting.manner import Manner
from evc.reporting.office.data import document
from evc.reporting.office.word import render_docx
from evc.reporting.plain import plain
from evc.reporting.view.seal import seal


def docx(advice: Advice, language: Language, manner: Manner) -> bytes:
    """One .docx; a template that the institution brought is rendered in a child with limits, and nowhere else."""
    name = f"{manner.kind.value}.docx"
    data = document(advice, language, manner)
    if name in manner.house.templates:
        return _foreign(manner.house, name, {**data, "seal": plain(seal(advice, language))})
    return render_docx(_own(name), data)


@cache
def _own(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


def _foreign(house: House, name: str, data: dict[str, Any]) -> bytes:
    """With evc's own block at the end; a Word template has no lines, so that no file is shown with what is wrong."""
    from evc.reporting import houses  # noqa: PLC0415 - only where a house has templates

    try:
        answer: Any = in_child(
            "evc.reporting.office.word:render_order", {"template": house.templates[name], "data": data}, house.limits
        )
    except LimitError as broken:
        raise HouseError((houses.over_limit(house, broken, name),), {}) from broken
    if "wrong" in answer:
        raise HouseError((houses.template_problem(house, answer["wrong"], name),), {})
    return bytes(answer["document"])
