"""Foreign text for office documents: what XML cannot hold, or nobody would see, is shown as its code point."""

from markupsafe import Markup, escape

from evc.reporting.show import visible

# XML 1.0 has no place for these two, however they are written.
_IMPOSSIBLE = frozenset("\ufffe\uffff")


def legal(text: str) -> str:
    """The text as it may stand in an office document; line breaks stay, a control character becomes ``<U+000B>``."""
    if text.isprintable():
        return text
    return "".join(map(_legal, text.replace("\r\n", "\n")))


def _legal(character: str) -> str:
    if character == "\n":
        return character
    if character in _IMPOSSIBLE:
        return f"<U+{ord(character):04X}>"
    return visible(character)


def finalized(value: object) -> Markup:
    """Whatever a Word template prints, as XML text.

    Braces too, because docxtpl turns a ``{_{`` that is left after rendering into Jinja's brackets.
    """
    safe = escape(value) if hasattr(value, "__html__") else escape(legal(str(value)))
    return Markup(str(safe).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped the line above
