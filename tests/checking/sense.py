"""A programme and a rubric that make sense; a test writes the lines it is about, and asks what is found."""

from pathlib import Path

from tests.reading.form.files import put, yaml

from evc.checking import check_paths
from evc.diagnostics import KeyPath, Severity
from evc.reading.library import Library

LEVELS = "levels: {low: Gives the answer., high: Asks on until the pupil names the next step.}"
CRITERIA = f"criteria: [{{id: A, title: A, {LEVELS}}}, {{id: B, title: B, {LEVELS}}}]"
SOURCES = "sources: [{ref: law}]"

Found = tuple[str, str, KeyPath]


def rubric(text: str = "") -> str:
    """A rubric with these lines, and what they leave out of it."""
    more = "".join(f"{line}\n" for line in (CRITERIA, SOURCES) if f"{line.partition(':')[0]}:" not in text)
    return yaml("rubric", more + text)


def write(folder: Path, programme: str = "", **rubrics: str) -> Path:
    """The folder of a programme with rubric `o`, and whatever other rubrics are named."""
    put(folder, "rubrics/p/programme.yml", yaml("programme", programme))
    for name, text in {"o": "", **rubrics}.items():
        put(folder, f"rubrics/p/{name}.yml", rubric(text))
    return folder / "rubrics"


def found(path: Path, **how: object) -> list[Found]:
    """What is found, as (code, file name, key path)."""
    checked = check_paths([path], Library(given=path), **how)  # type: ignore[arg-type] # settings, since
    return [(each.problem.code, Path(each.problem.file).name, each.problem.at) for each in checked.diagnostics]


def severities(path: Path, **how: object) -> dict[str, Severity]:
    """The severity of each code that is found."""
    checked = check_paths([path], Library(given=path), **how)  # type: ignore[arg-type] # settings, since
    return {each.problem.code: each.severity for each in checked.diagnostics}
