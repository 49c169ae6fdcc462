"""A committee's pile from a seed: dossiers of several programmes, small and large, at every stage, some with errors.

What it is made of is written down in `PROGRAMMES` and `_stage`: four in ten are of `leraar-po`, a quarter has not been
assessed yet, one in ten by one assessor only, some have a consensus, and one in twenty-five has an error of form.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from benchmarks.generate import SUBMITTED, Raw, assessment, claim, item, text, to_yaml
from evc.model.programme import Programme
from evc.reading.programme import read_programme

RUBRICS = Path(__file__).parents[1] / "rubrics"
# How many in twenty are of which programme.
PROGRAMMES = {"leraar-po": 8, "leraar-vo-bovenbouw": 4, "docent-mbo-pdg": 3, "hbo-ict": 3, "inductie": 2}
SEED = 20261104


def pile(folder: Path, count: int, seed: int = SEED) -> None:
    """Write so many dossiers below a folder, a thousand to a folder; a larger pile begins with a smaller one's."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        home = folder / f"{number // 1000:03}" / f"k-{number:05}"
        for name, data in _files(chance, number):
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _files(chance: random.Random, number: int) -> Iterator[tuple[str, bytes]]:
    programme = _programme(chance.choices(list(PROGRAMMES), list(PROGRAMMES.values()))[0])
    evidence_files = chance.randint(0, 6)
    documents = _documents(programme, chance, f"K-{number:05}", evidence_files)
    if chance.random() < 0.04:
        chance.choice(_ERRORS)(documents["portfolio.yml"])
    for name, document in documents.items():
        yield name, to_yaml(document).encode()
    for file in range(evidence_files):
        yield f"bewijs/stuk-{file}.txt", f"bewijs {number} {file}\n".encode() * chance.randint(20, 2000)


def _documents(programme: Programme, chance: random.Random, candidate: str, files: int) -> dict[str, Raw]:
    rubrics = sorted(programme.rubrics.values(), key=lambda rubric: rubric.id)
    most = len(rubrics)
    rubrics = chance.sample(
        rubrics, k=chance.randint(*chance.choice(((most // 3, most // 2), (most // 2, most), (most, most))))
    )
    evidence = [item(chance, index, files) for index in range(chance.randint(max(8, files), 36))]
    ids = [each["id"] for each in evidence]
    documents: dict[str, Raw] = {
        "portfolio.yml": {
            "format": "evc/portfolio@1",
            "candidate": {"id": candidate, "name": f"Kandidaat {candidate}"},
            "programme": programme.id,
            "submitted": SUBMITTED.isoformat(),
            "goal": text(chance, 2),
            "evidence": evidence,
            "claims": [claim(rubric, ids, chance) for rubric in rubrics],
        }
    }
    levels = [level.id for level in programme.scale.levels]
    assessors = ("A-01", "A-02")[: _stage(chance)]
    for assessor in assessors:
        documents[f"assessments/{assessor}.yml"] = assessment(rubrics, assessor, candidate, chance, levels)
    if len(assessors) == 2 and chance.random() < 0.15:
        agreed = {
            rubric.id: {rubric.criteria[0].id: {"level": levels[1], "remark": text(chance, 2)}} for rubric in rubrics
        }
        documents["consensus.yml"] = {
            "format": "evc/consensus@1",
            "candidate": candidate,
            "on": "2026-10-20",
            "assessors": list(assessors),
            "ratings": agreed,
        }
    return documents


def _stage(chance: random.Random) -> int:
    """How many assessors have been at a dossier."""
    return chance.choices((0, 1, 2), (25, 10, 65))[0]


def _unknown_evidence(portfolio: Raw) -> None:
    supports = portfolio["claims"][0]["supports"]
    supports[min(supports)] = ["B1", "B999"]


def _no_such_day(portfolio: Raw) -> None:
    portfolio["evidence"][0]["period"]["to"] = "2026-02-30"


def _misspelt_key(portfolio: Raw) -> None:
    portfolio["evidence"][1]["tilte"] = portfolio["evidence"][1].pop("title")


def _unknown_programme(portfolio: Raw) -> None:
    portfolio["programme"] = "leraar-basis"


_ERRORS: tuple[Callable[[Raw], None], ...] = (_unknown_evidence, _no_such_day, _misspelt_key, _unknown_programme)


@cache
def _programme(name: str) -> Programme:
    programme = read_programme(RUBRICS / name).value
    assert programme is not None, "the shipped programmes are right in form"
    return programme


def _sizes(folder: Path) -> Mapping[str, float]:
    """How many files of each kind there are, and their mean size in KB."""
    sizes: dict[str, list[int]] = {}
    for path in folder.rglob("*.*"):
        kind = path.parent.name if path.parent.name in {"bewijs", "assessments"} else path.name
        sizes.setdefault(kind, []).append(path.stat().st_size)
    return {f"{len(each)} {kind}": sum(each) / len(each) / 1024 for kind, each in sizes.items()}


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("count", type=int)
    asked = options.parse_args()
    pile(asked.folder, asked.count)
    for kind, size in _sizes(asked.folder).items():
        print(f"{kind:24} {size:6.1f} KB")
