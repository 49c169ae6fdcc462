"""Whether a word that comes from elsewhere than a file, such as an option, may be an id (DESIGN §3, *Ids*)."""

import re

from evc.reading.paths import is_device_name

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def is_id(text: str) -> bool:
    """Letters, digits, dots, dashes and underscores, 64 at most; no dot at the end and no name of a Windows device."""
    return bool(_ID.fullmatch(text)) and not text.endswith(".") and not is_device_name(text)
