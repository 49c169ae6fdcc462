"""A case as raw documents, and the same case as files on disk."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

Raw = dict[str, Any]
"""A document or a part of one: `int`, `Decimal` and `bool` where the format has them, else text, lists and maps."""


@dataclass(frozen=True)
class Case:
    """All that one advice is made of. `files` holds the bytes of each evidence file, None where none is there."""

    programme: Raw
    rubrics: dict[str, Raw]
    portfolio: Raw
    assessments: list[Raw]
    consensus: Raw | None
    files: dict[str, bytes | None]
    on: str | None = None


@dataclass(frozen=True)
class Written:
    """Where a case was written: what `--rubrics` and the commands get."""

    rubrics: Path
    dossier: Path
    on: str | None
    paths: list[Path] = field(default_factory=list)


def to_yaml(document: Raw) -> str:
    """The document as YAML in the block style, every text and key in double quotes: each value is read as it is."""
    return "".join(f"{line}\n" for line in lines(document))


def lines(value: Any) -> list[str]:
    """A map or list, one entry after another; what lies deeper is indented."""
    if isinstance(value, Mapping):
        return [line for key, each in value.items() for line in entry(f"{text(key)}:", each)]
    return [line for each in value for line in entry("-", each)]


def entry(head: str, value: Any) -> list[str]:
    """One entry of a map or list, after its key or dash."""
    if isinstance(value, Mapping | list):
        if not value:
            return [f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"]
        return [head, *(f"  {line}" for line in lines(value))]
    return [f"{head} {scalar(value)}"]


def scalar(value: object) -> str:
    """A single value; numbers in plain notation."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case str():
            return text(value)
        case _:
            raise TypeError(value)


def text(value: str) -> str:
    """A text in double quotes, in which JSON and YAML agree (U+FEFF, U+2028, U+2029 and U+0085 are not for here)."""
    return json.dumps(value, ensure_ascii=False)


def portfolio_hash(portfolio: Raw) -> str:
    """The hash of the portfolio's bytes as `write_case` writes them."""
    return sha256(to_yaml(portfolio).encode()).hexdigest()


def hashes(case: Case) -> dict[str, str | None]:
    """Hashes as a judge wants them: of each evidence file, None where there is none, and of the portfolio itself."""
    found = {path: None if data is None else sha256(data).hexdigest() for path, data in case.files.items()}
    return {**found, "portfolio.yml": portfolio_hash(case.portfolio)}


def write_case(folder: Path, case: Case) -> Written:
    """Writes rubrics and dossier under the folder as DESIGN §3 has them."""
    rules, dossier = folder / "rubrics", folder / "dossier"
    own = rules / str(case.programme["id"])
    documents = {own / "programme.yml": case.programme, dossier / "portfolio.yml": case.portfolio}
    documents |= {own / f"{outcome}.yml": rubric for outcome, rubric in case.rubrics.items()}
    for assessment in case.assessments:
        documents[dossier / "assessments" / f"{assessment['assessor']['id']}.yml"] = assessment
    if case.consensus is not None:
        documents[dossier / "consensus.yml"] = case.consensus
    contents = {path: to_yaml(document).encode() for path, document in documents.items()}
    contents |= {dossier / path: data for path, data in case.files.items() if data is not None}
    for path, data in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Written(rules, dossier, case.on, list(contents))
