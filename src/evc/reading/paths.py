"""The syntax of an evidence path, judged before any file is touched and the same on every system (DESIGN §3)."""

import re

from evc.reading.limits import MAX_PATH_PART_BYTES

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])",
                     re.IGNORECASE)  # fmt: skip
_DEVICE_BEGINNINGS = frozenset({"con", "prn", "aux", "nul", "com", "lpt"})

# Of the whole path, the first that applies: how it is known, and the word for it.
_WHOLE = (
    (re.compile(r"\Z"), "empty"),
    (_URL, "url"),
    (_DRIVE, "drive"),
    (re.compile(r"//|\\\\"), "unc"),
    (re.compile(r"/"), "absolute"),
    (re.compile(r"~"), "home"),
    (re.compile(r"[^\\]*\\"), "backslash"),
    (re.compile(r"[^$%]*[$%]"), "variable"),
    (re.compile(r"[^*?]*[*?]"), "wildcard"),
    (re.compile(r"[^:]*:"), "colon"),
)


def path_problem(path: str) -> str | None:
    """Why a path is no path inside a dossier, in one fixed word; None when it may be one."""
    if _CONTROL.search(path):
        return "control"
    for pattern, kind in _WHOLE:
        if pattern.match(path):
            return kind
    return next(filter(None, map(_part_problem, path.split("/"))), None)


def is_device_name(name: str) -> bool:
    """Whether Windows keeps this name for a device (``con``, ``nul.pdf``), in any case, with any extension."""
    if name[:3].lower() not in _DEVICE_BEGINNINGS:
        return False
    return _DEVICE.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def _part_problem(part: str) -> str | None:
    if not part:
        return "empty-part"
    if part in {".", ".."}:
        return "dot-part"
    if part[-1] in ". ":
        return "trailing"
    if is_device_name(part):
        return "device-name"
    if len(part.encode("utf-8", "surrogatepass")) > MAX_PATH_PART_BYTES:
        return "too-long"
    return None
