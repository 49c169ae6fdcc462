"""The templates of the pages.

They are evc's own and no institution replaces them, so that no sandbox has to look at each field of a thousand rows;
every expression is escaped all the same, and what is not there is an error.
"""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from evc.reporting.environment import TEMPLATES

FOLDER = TEMPLATES / "overview"


def template(name: str) -> Template:
    """One of the templates."""
    return _environment().get_template(f"overview/{name}")


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
