"""JSON as a person reads it, indented by two: what ``json.dumps(…, ensure_ascii=False, indent=2)`` writes, sooner.

The library leaves its fast encoder as soon as it has to indent, and then takes longer over an advice than reading and
judging the dossier did. A property test holds the two to the same bytes.
"""

from json.encoder import encode_basestring

from evc.reporting.canonical import Json

_LITERALS = {None: "null", True: "true", False: "false"}


def indented(value: Json, margin: str = "\n") -> str:
    """The value as text; `margin` is the line end and the indentation of the line on which it begins."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        inner = f"{margin}  "
        entries = [
            f"{encode_basestring(key)}: {encode_basestring(each) if each.__class__ is str else indented(each, inner)}"
            for key, each in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{margin}}}" if entries else "{}"
    if isinstance(value, list):
        inner = f"{margin}  "
        items = [encode_basestring(each) if each.__class__ is str else indented(each, inner) for each in value]
        return f"[{inner}{f',{inner}'.join(items)}{margin}]" if items else "[]"
    return _LITERALS[value] if value is None or isinstance(value, bool) else str(value)
