"""The first line of a file that evc makes: where an editor finds the schema that completes and checks it."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

SCHEMAS = "schemas"
_ASSESSMENTS = "assessments"


def schemas_beside(file: Path) -> Path:
    """The folder of schemas of a file: beside it, or beside the portfolio for what stands in a folder of assessments.

    In that folder every entry is a file of an assessor (DESIGN §3).
    """
    home = file.absolute().parent
    return (file.parent.parent if home.name == _ASSESSMENTS else file.parent) / SCHEMAS


def schema_line(kind: str, file: Path, schemas: Path) -> str:
    """The comment that names the schema of a kind of file, relative to the file, so that both can move together."""
    try:
        way = os.path.relpath(schemas.absolute(), file.absolute().parent)
    except ValueError:  # another drive of Windows
        way = str(schemas.absolute())
    return f"# yaml-language-server: $schema={quote(PurePath(way).as_posix(), safe='/:')}/{kind}.schema.json\n"
