"""The style of a page: evc's sheet or the house's, with the house's colours, and the hash that alone lets it in."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256

from evc.model.colours import STATUSES, tint
from evc.model.house import House, Shade
from evc.reporting.environment import TEMPLATES

SHEET = "theme.css"
_COMMENT = re.compile(r"/\*[^*]*\*/")

# Where a reader has chosen colours (forced colours), those of no house hold.
_LIGHT = "@media (forced-colors:none){{:root{{{0}}}}}"
_DARK = "@media screen and (prefers-color-scheme:dark) and (forced-colors:none){{:root{{{0}}}}}"


def style_sheet(house: House, footer: str, notice: str) -> str:
    """The sheet with what stands at the foot of every printed page: ids and a notice, never a name."""
    css = _sheet(house).replace("@footer@", css_string(footer)).replace("@notice@", css_string(notice))
    return css + house_colours(house.colours)


def policy(sheets: Iterable[str]) -> str:
    """What a page may load: these styles by their hash and pictures that it holds itself, nothing else."""
    hashes = " ".join(f"'{style_hash(sheet)}'" for sheet in sheets)
    return f"default-src 'none'; style-src {hashes}; img-src data:; base-uri 'none'; form-action 'none'"


def style_hash(css: str) -> str:
    """The hash by which the page's policy admits this style and no other."""
    return "sha256-" + b64encode(sha256(css.encode()).digest()).decode()


def css_string(text: str) -> str:
    """A text inside a CSS string: all but letters and digits by code point, since it is foreign data too."""
    return "".join(each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in text)


def house_colours(colours: Mapping[str, Shade]) -> str:
    """The colours of a house as CSS, each verdict's with the tint made from it; nothing when it has none."""
    if not colours:
        return ""
    light = ";".join(_tokens({name: shade.light for name, shade in colours.items()}, "light"))
    dark = ";".join(_tokens({name: shade.dark for name, shade in colours.items()}, "dark"))
    return f"{_LIGHT.format(light)}\n{_DARK.format(dark)}\n"


def _tokens(colours: Mapping[str, str], scheme: str) -> Iterator[str]:
    for name, colour in colours.items():
        yield f"--{name}:{colour}"
        if name in STATUSES:
            yield f"--{name}-bg:{tint(colour, scheme)}"


def _sheet(house: House) -> str:
    """The house's own sheet or evc's; a ``<`` in one that came from elsewhere cannot end the style element."""
    own = house.templates.get(SHEET)
    return _lean(shipped(SHEET)) if own is None else own.decode("utf-8", "replace").replace("<", "\\3c ")


@lru_cache(maxsize=2)
def _lean(sheet: str) -> str:
    """A sheet of evc's own without comments and indents, which only its makers read."""
    return "".join(f"{line.strip()}\n" for line in _COMMENT.sub("", sheet).splitlines() if line.strip())


@lru_cache(maxsize=8)
def shipped(name: str) -> str:
    """A file of evc's own templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")
