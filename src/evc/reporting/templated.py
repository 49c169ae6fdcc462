"""The advice as one self-contained HTML file, or as Markdown: the view as plain data, laid out by templates.

A template gets text, whole numbers, booleans, lists and dicts only: the sandbox never stops the public methods of what
it is given, and a `date` gives today, a `Path` deletes files (REPORTS §8).
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.environment import TEMPLATES, html_environment, markdown_environment
from evc.reporting.show import visible
from evc.reporting.view import AdviceView, view

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


def html(advice: Advice, language: Language) -> bytes:
    """One accessible HTML file that asks nothing of the network: its only style is its own, named by hash."""
    shown = view(advice, language)
    css = _theme(shown)
    policy = f"default-src 'none'; style-src '{style_hash(css)}'; img-src data:; base-uri 'none'; form-action 'none'"
    template = html_environment().get_template("advice.html.j2")
    # The theme is evc's own text, its two strings escaped by `css_string`; nothing else is ever marked as safe.
    return template.render(v=plain(shown), css=Markup(css), policy=Markup(policy)).encode()  # noqa: S704


def markdown(advice: Advice, language: Language) -> bytes:
    """The same view as Markdown, for a wiki, a mail or a diff."""
    template = markdown_environment().get_template("advice.md.j2")
    return template.render(v=plain(view(advice, language))).encode()


def plain(value: object) -> Plain:
    """The view as data that a template cannot do anything with; characters that would not show are made to show."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return value if value.isprintable() else "".join(map(_shown, value.replace("\r\n", "\n")))
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    raise TypeError(type(value).__name__)


def _shown(character: str) -> str:
    return character if character == "\n" else visible(character)


def style_hash(css: str) -> str:
    """The hash by which the page's policy admits this style and no other."""
    return "sha256-" + b64encode(sha256(css.encode()).digest()).decode()


def css_string(text: str) -> str:
    """A text inside a CSS string: all but letters and digits by code point, since it is foreign data too."""
    return "".join(each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in text)


def _theme(shown: AdviceView) -> str:
    """The style sheet with what stands at the foot of every printed page: ids and a notice, never a name."""
    css = _style_sheet().replace("@footer@", css_string(shown.footer))
    return css.replace("@notice@", css_string(shown.notice))


@cache
def _style_sheet() -> str:
    return (TEMPLATES / "theme.css").read_text(encoding="utf-8")
