"""``evc.toml``, or ``[tool.evc]`` in pyproject.toml: what holds for everyone who works in this folder.

How much each code matters to those who keep these files; errors of form stay errors: with one of them there is no
advice, whatever a file of settings says. And in whose house style reports are written: ``template = "huisstijl"``, or a
table with that ``folder`` and what its templates may ask of the machine.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from pathlib import Path

from evc.checking.catalogue import SENSE
from evc.diagnostics import CODES, Severity, severity_of
from evc.model.house import Limits
from evc.model.value import value
from evc.reading.files import Refused, display, read_file
from evc.reading.near import nearest

NAME, PYPROJECT = "evc.toml", "pyproject.toml"
KEYS = ("severity", "template")
TEMPLATE_KEYS = ("folder", "memory", "seconds", "wall")
# Enough to start at all, and what no template needs (MB, s).
_LEAST = {"memory": 200, "seconds": 1, "wall": 1}
_MOST = {"memory": 16_000, "seconds": 600, "wall": 3600}
OFF = "off"
SEVERITIES = (*(severity.value for severity in Severity), OFF)
_LINE = re.compile(r"line ([0-9]{1,7})")


@value
class Settings:
    """The severity that a code has here; None is off: it is not shown. `template` is the folder of a house style."""

    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    template: Path | None = None
    limits: Limits = Limits()


@value
class Misconfigured:
    """What is wrong with the settings: the key of a message, its values, and the names that were perhaps meant."""

    message: str
    values: Mapping[str, object]
    known: tuple[str, ...] = ()


def may_be_set(code: str) -> bool:
    """Whether a code is a check that a user may weigh or ignore, and not an error of form."""
    return code in SENSE or severity_of(code) is not Severity.ERROR


def read_settings(start: Path) -> Settings | Misconfigured:
    """The settings that hold in a folder: of the nearest file upward that has any."""
    for folder in (start, *start.parents):
        for name in (NAME, PYPROJECT):
            found = _in_file(folder / name)
            if found is not None:
                return found
    return Settings()


def _in_file(path: Path) -> Settings | Misconfigured | None:
    """The settings in a file; None when it is not there, or says nothing of evc."""
    data = read_file(path, follow=True)
    is_ours = path.name == NAME
    if isinstance(data, Refused):
        return Misconfigured("settings.unreadable", {"file": display(path)}) if is_ours and path.exists() else None
    if not is_ours and b"evc" not in data:
        return None
    try:
        table: object = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        line = _LINE.search(str(error))
        place = f"{display(path)}:{line[1]}" if line else display(path)
        return Misconfigured("settings.not-toml", {"file": place}) if is_ours or b"[tool.evc" in data else None
    if not is_ours:
        tools = table.get("tool") if isinstance(table, dict) else None
        table = tools.get("evc") if isinstance(tools, dict) else None
    return None if table is None else _settings(table, path)


def _settings(table: object, path: Path) -> Settings | Misconfigured:
    file = display(path)
    if not isinstance(table, dict):
        return Misconfigured("settings.no-table", {"file": file, "key": "tool.evc"})
    for key in table:
        if key not in KEYS:
            return Misconfigured("settings.unknown-key", {"file": file, "key": key}, _meant(key, KEYS))
    severity = _severities(table.get("severity", {}), file)
    if isinstance(severity, Misconfigured):
        return severity
    template = _template(table.get("template"), path)
    if isinstance(template, Misconfigured):
        return template
    return Settings(severity, *template)


def _template(said: object, path: Path) -> tuple[Path | None, Limits] | Misconfigured:
    """The folder of a house style, from the folder of the settings; and what its templates may ask."""
    if said is None:
        return None, Limits()
    table = {"folder": said} if isinstance(said, str) else said
    file = display(path)
    if not isinstance(table, dict) or not isinstance(table.get("folder"), str) or not table["folder"]:
        return Misconfigured("settings.template", {"file": file})
    for key, number in table.items():
        if key not in TEMPLATE_KEYS:
            return Misconfigured("settings.unknown-key", {"file": file, "key": f"template.{key}"}, TEMPLATE_KEYS)
        if key in _LEAST and not _within(number, _LEAST[key], _MOST[key]):
            values = {"file": file, "key": key, "least": _LEAST[key], "most": _MOST[key]}
            return Misconfigured("settings.template-limit", values)
    given = {key: table[key] for key in _LEAST if key in table}
    return path.parent / table["folder"], replace(Limits(), **given)


def _within(number: object, least: int, most: int) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and least <= number <= most


def _severities(severities: object, file: str) -> dict[str, Severity | None] | Misconfigured:
    if not isinstance(severities, dict):
        return Misconfigured("settings.no-table", {"file": file, "key": "severity"})
    chosen: dict[str, Severity | None] = {}
    for code, word in severities.items():
        wrong = _wrong(code, word, file)
        if wrong is not None:
            return wrong
        chosen[code] = None if word == OFF else Severity(word)
    return chosen


def _wrong(code: str, word: object, file: str) -> Misconfigured | None:
    """What is wrong with one line under ``[severity]``."""
    if code not in CODES:
        return Misconfigured("settings.unknown-code", {"file": file, "code": code}, _meant(code, CODES))
    if not may_be_set(code):
        return Misconfigured("settings.form", {"file": file, "code": code})
    if word not in SEVERITIES:
        values = {"file": file, "code": code, "word": word}
        return Misconfigured("settings.bad-severity", values, _meant(str(word), SEVERITIES))
    return None


def _meant(name: str, known: Collection[str]) -> tuple[str, ...]:
    """The name that was most likely meant; else all of them, where they are few."""
    near = nearest(name, known)
    if near is not None:
        return (near,)
    return tuple(known) if len(known) <= len(SEVERITIES) else ()
