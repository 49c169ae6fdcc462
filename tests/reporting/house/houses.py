"""Houses made by hand, for tests: templates by name, as an institution would bring them."""

from evc.language import language
from evc.model.house import House, Limits
from evc.reporting.formats import HouseError, render
from evc.reporting.manner import Kind, Manner

PLACE = "huisstijl"
PART = "parts/request.html.j2"
# A part that every advice has, as it may be made by an institution.
RIGHT = '<section id="request"><p>{{ v.request|join(" ") }}</p></section>\n'


def house(templates: dict[str, str], limits: Limits | None = None) -> House:
    """A house with these templates."""
    brought = {name: text.encode() for name, text in templates.items()}
    return House("Hogeschool Voorbeeld", brought, place=PLACE, limits=limits or Limits())


def rendered(advice: object, of: House, suffix: str = ".html", kind: Kind = Kind.ADVICE) -> str:
    """An advice in the style of a house, in Dutch."""
    return render(suffix, advice, language("nl"), Manner(kind=kind, house=of)).decode()


def problems(advice: object, of: House, suffix: str = ".html") -> list[tuple[str, str, int, str]]:
    """What goes wrong: code, file, line and kind of each problem; nothing when it comes to its end."""
    try:
        rendered(advice, of, suffix)
    except HouseError as error:
        return [(each.code, each.file, each.spot.line, each.data["kind"]) for each in error.problems]
    return []
