"""The published schemas by name: the files that users write, and the advice that evc writes."""

from importlib.resources import files

_FOLDERS = {
    "programme": "evc.reading.schemas",
    "rubric": "evc.reading.schemas",
    "portfolio": "evc.reading.schemas",
    "assessment": "evc.reading.schemas",
    "consensus": "evc.reading.schemas",
    "expected": "evc.reading.schemas",
    "theme": "evc.reading.schemas",
    "advice": "evc.reporting",
}
NAMES = tuple(_FOLDERS)


def schema_text(name: str) -> str:
    """The schema as it ships, self-sufficient; raises KeyError for another name."""
    return files(_FOLDERS[name]).joinpath(f"{name}.schema.json").read_text("utf-8")
