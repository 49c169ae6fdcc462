"""Rendering with what an institution brought: its templates run in a child with limits, and evc signs what comes back.

A template can lie in words: leave the verdict out, or hide it. So evc itself adds two things to every page that an
institution's template had a part in, and no template can leave them out: the policy by which the page fetches nothing,
and a last block with what evc found and the digest (REPORTS §8).
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from evc.diagnostics import START, Problem, Spot
from evc.model.findings import Value
from evc.model.house import House
from evc.reporting.environment import HTML, MARKDOWN, TEMPLATES, html_environment, markdown_environment
from evc.reporting.formats import HouseError
from evc.reporting.limits import LimitError, Plain, in_child
from evc.reporting.plain import plain
from evc.reporting.styles import shipped
from evc.reporting.view.seal import Seal

SEAL = "seal.css"
_TEXTS = (HTML, MARKDOWN, ".css")

# Where the head of a page begins, when nothing but a document type, comments and the html element stand before it.
_HEAD = re.compile(
    r"\A\s*(?:<!doctype[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*(?:<html\b[^>]*>\s*)?<head\b[^>]*>", re.IGNORECASE
)
_END = re.compile(r"</body\s*>", re.IGNORECASE)


def own(house: House, suffix: str) -> dict[str, str]:
    """The house's own templates of a kind, as text."""
    return {name: data.decode("utf-8", "replace") for name, data in house.templates.items() if name.endswith(suffix)}


def render(
    house: House, suffix: str, name: str, context: Mapping[str, Plain], trusted: Mapping[str, str]
) -> tuple[str, bool]:
    """The text that a template, the house's or evc's, makes of its context; and whether one of the house's had a part.

    `trusted` is markup that evc itself made. Raises HouseError when a template does not come to its end.
    """
    order: Plain = {
        "templates": dict(own(house, suffix)),
        "escaped": suffix == HTML,
        "name": name,
        "context": dict(context),
        "trusted": dict(trusted),
    }
    try:
        answer: Any = in_child("evc.reporting.foreign.rendering:render", order, house.limits)
    except LimitError as broken:
        raise wrong(house, [over_limit(house, broken, name)]) from broken
    if "wrong" in answer:
        raise wrong(house, [template_problem(house, answer["wrong"], name)])
    return str(answer["text"]), bool(answer["own"])


def look_at(house: House) -> None:
    """Look at the house's templates without an advice; raises HouseError with all that is wrong with them."""
    templates = {name: text for ending in _TEXTS for name, text in own(house, ending).items()}
    if not templates:
        return
    try:
        found: Any = in_child("evc.reporting.foreign.looking:look", {"templates": dict(templates)}, house.limits)
    except LimitError as broken:
        raise wrong(house, [over_limit(house, broken, min(templates))]) from broken
    if found:
        raise wrong(house, [_found(house, each) for each in found])


def _found(house: House, each: Mapping[str, Any]) -> Problem:
    """What the child saw, as a problem at its place."""
    name, line, column = str(each["name"]), int(each["line"]), int(each["column"])
    where = Spot(line, column, int(each["end"])) if column else spot(house, name, line)
    data: dict[str, Value] = {"kind": str(each["kind"]), "said": str(each["said"])}
    return Problem(str(each["code"]), shown_name(house, name), data=data, spot=where)


def signed_page(text: str, policy: str, block: Seal, lang: str) -> str:
    """A page of an institution's templates with evc's policy at its head and evc's block at its end."""
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
    head += f"<style>{shipped(SEAL)}</style>"
    found = _HEAD.match(text)
    at = found.end() if found else 0
    before, rest = text[:at], text[at:]
    drawn = html_environment().get_template("seal.html.j2").render(s=plain(block), lang=lang)
    ends = [end.start() for end in _END.finditer(rest)]
    end = ends[-1] if ends else len(rest)
    return f"{before}{head}{rest[:end]}{drawn}{rest[end:]}"


def signed_markdown(text: str, block: Seal) -> str:
    """The same for Markdown: the block is the last that stands there."""
    drawn = markdown_environment().get_template("seal.md.j2").render(s=plain(block))
    return f"{text.rstrip()}\n{drawn}"


def template_problem(house: House, found: Mapping[str, Any], name: str) -> Problem:
    """What a template did wrong, as the child described it; without a place of its own it is said of `name`."""
    at = found["at"] or [name, 0]
    data: dict[str, Value] = {"kind": str(found["kind"]), "said": str(found["said"])}
    if near := found.get("near"):
        data["near"] = str(near)
    return Problem("EVC911", shown_name(house, at[0]), data=data, spot=spot(house, at[0], at[1]))


def over_limit(house: House, broken: LimitError, name: str) -> Problem:
    """That a template broke a limit.

    Of one that was stopped dead it is not known which it was, if there are more; and one of evc that was stopped was
    at work on what a template of the house gave it.
    """
    at, line = broken.at or ("", 0)
    if at not in house.templates and (suspect := _suspect(house, name)):
        at, line = suspect, 0
    data: dict[str, Value] = {
        "kind": broken.kind,
        "memory": house.limits.memory,
        "seconds": f"{house.limits.seconds:g}",
        "wall": f"{house.limits.wall:g}",
    }
    return Problem("EVC912", shown_name(house, at), data=data, spot=spot(house, at, line))


def _suspect(house: House, name: str) -> str:
    """The template that must have been it: the one asked for, or the only one that the house brought; else none."""
    brought = own(house, next((ending for ending in _TEXTS if name.endswith(ending)), name))
    if name in brought:
        return name
    return next(iter(brought)) if len(brought) == 1 else ""


def wrong(house: House, problems: "list[Problem]") -> HouseError:
    """The error of these problems, with the files they point into."""
    return HouseError(tuple(problems), files_of(house, problems))


def files_of(house: House, problems: "list[Problem]") -> dict[str, bytes]:
    """The bytes of the templates that these problems are in."""
    return {each.file: _bytes(house, each.file) for each in problems}


def shown_name(house: House, name: str) -> str:
    """A template as a message names it: with the folder of the house, or ``evc:`` for one of evc's."""
    if name in house.templates:
        return f"{house.place}/{name}" if house.place else name
    if not name:
        return house.place
    return name if name.startswith("evc:") else f"evc:{name}"


def spot(house: House, name: str, line: int) -> Spot:
    """A line of a template, from its first letter to its end; the start of the file where no line is known."""
    lines = _bytes(house, shown_name(house, name)).decode("utf-8", "replace").splitlines()
    if not 1 <= line <= len(lines):
        return START
    text = lines[line - 1]
    first = len(text) - len(text.lstrip())
    return Spot(line, first + 1, max(len(text.rstrip()), first + 1) + 1)


def _bytes(house: House, shown: str) -> bytes:
    if shown.startswith("evc:"):
        return _shipped_bytes(shown.removeprefix("evc:"))
    return house.templates.get(shown.removeprefix(f"{house.place}/"), b"")


@lru_cache(maxsize=8)
def _shipped_bytes(name: str) -> bytes:
    known = {path.relative_to(TEMPLATES).as_posix(): path for path in TEMPLATES.rglob("*") if path.is_file()}
    return known[name].read_bytes() if name in known else b""
