"""Dossiers of a realistic mix, from a seed: always the same ones, so that figures can be compared."""

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evc.model.programme import Programme
from evc.model.rubric import Rubric
from evc.reading.programme import read_programme

Raw = dict[str, Any]
PROGRAMME = Path(__file__).parents[1] / "rubrics" / "leraar-po"
SUBMITTED = date(2026, 9, 15)
TYPES = (
    "employer-statement",
    "work-product",
    "observation",
    "feedback",
    "appraisal",
    "reflection",
    "test-result",
    "video",
)
CONTEXTS = ("basisschool De Klimboom", "kinderopvang", "speciaal basisonderwijs", "buurthuis", "zwembad")
SENTENCES = (
    "In groep 4 zag ik dat drie leerlingen bij de instructie afhaakten, en ik heb de opening van de les omgegooid.",
    "Ik kreeg de taak om met een collega een reeks van zes lessen te maken die aansloot bij het thema van de bouw.",
    "Elke maandag besprak ik met mijn mentor wat de leerlingen hadden gemaakt en wat dat zei over mijn uitleg.",
    "Het resultaat was dat op de toets van maart negentien van de vierentwintig leerlingen het doel haalden.",
    "Achteraf had ik de ouders eerder moeten betrekken; dat doe ik nu in de tweede week van het schooljaar.",
    "Met de intern begeleider heb ik een plan voor acht weken gemaakt, met één doel en een manier om dat te meten.",
    "De afspraken hangen zichtbaar in de klas, en ik verwijs er met een gebaar naar in plaats van met mijn stem.",
)


def dossiers(folder: Path, count: int, seed: int = 20260915) -> Iterator[Path]:
    """Write so many dossiers below a folder, and give the folder of each."""
    programme = read_programme(PROGRAMME).value
    assert programme is not None, "the shipped programme is right in form"
    chance = random.Random(seed)
    for number in range(count):
        home = folder / f"k-{number:05}"
        for name, document in _documents(programme, chance, number).items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(to_yaml(document), "utf-8")
        for file in range(4):
            (home / "bewijs").mkdir(exist_ok=True)
            (home / "bewijs" / f"stuk-{file}.txt").write_text(f"bewijs {number} {file}\n" * 40, "utf-8")
        yield home


def to_yaml(document: Mapping[str, object]) -> str:
    """As people write it: block style, plain keys, and quotes only round texts."""
    return "".join(f"{line}\n" for line in _lines(document, ""))


def _documents(programme: Programme, chance: random.Random, number: int) -> dict[str, Raw]:
    rubrics = chance.sample(sorted(programme.rubrics.values(), key=lambda rubric: rubric.id), k=chance.randint(8, 14))
    evidence = [item(chance, index) for index in range(chance.randint(20, 30))]
    ids = [each["id"] for each in evidence]
    candidate = f"K-{number:05}"
    documents: dict[str, Raw] = {
        "portfolio.yml": {
            "format": "evc/portfolio@1",
            "candidate": {"id": candidate, "name": f"Kandidaat {number}"},
            "programme": programme.id,
            "submitted": SUBMITTED.isoformat(),
            "goal": text(chance, 2),
            "evidence": evidence,
            "claims": [claim(rubric, ids, chance) for rubric in rubrics],
        }
    }
    for assessor in ("A-01", "A-02")[: chance.choice((0, 2, 2, 2))]:
        documents[f"assessments/{assessor}.yml"] = assessment(rubrics, assessor, candidate, chance)
    return documents


def item(chance: random.Random, index: int, files: int = 4) -> Raw:
    """A piece of evidence; the first `files` of a portfolio are a file."""
    start = SUBMITTED - timedelta(days=chance.randint(60, 2000))
    made: Raw = {
        "id": f"B{index + 1}",
        "type": chance.choice(TYPES),
        "title": chance.choice(SENTENCES)[:70],
        "issuer": chance.choice(CONTEXTS),
        "period": {"from": start.isoformat(), "to": (start + timedelta(days=chance.randint(30, 900))).isoformat()},
        "hours": chance.randint(4, 800),
        "context": chance.choice(CONTEXTS),
        "consent": True,
    }
    if chance.random() < 0.6:
        made["attested_by"] = {"name": f"Collega {index}", "role": "schoolopleider", "on": SUBMITTED.isoformat()}
    if index < files:
        made["file"] = f"bewijs/stuk-{index}.txt"
    return made


def claim(rubric: Rubric, ids: Sequence[str], chance: random.Random) -> Raw:
    """What a candidate claims for an outcome, with two to five items for each criterion."""
    supports = {criterion.id: sorted(chance.sample(ids, k=chance.randint(2, 5))) for criterion in rubric.criteria}
    return {"outcome": rubric.id, "account": text(chance, chance.randint(8, 14)), "supports": supports}


def assessment(
    rubrics: Sequence[Rubric],
    assessor: str,
    candidate: str,
    chance: random.Random,
    levels: Sequence[str] = ("onvoldoende", "voldoende", "goed"),
) -> Raw:
    """What one assessor found of every criterion of these outcomes; the lowest level is rare."""
    weights = (1, *(30,) * (len(levels) - 2), 24)
    return {
        "format": "evc/assessment@1",
        "assessor": {"id": assessor, "name": f"Beoordelaar {assessor}", "role": "vakdidacticus"},
        "candidate": candidate,
        "on": "2026-10-01",
        "instruments": [{"id": "G1", "kind": "interview", "on": "2026-10-01", "minutes": 40}],
        "ratings": {
            rubric.id: {
                criterion.id: {
                    "level": chance.choices(levels, weights)[0],
                    "based_on": ["G1"],
                    "remark": chance.choice(SENTENCES),
                }
                for criterion in rubric.criteria
            }
            for rubric in rubrics
        },
    }


def text(chance: random.Random, sentences: int) -> str:
    """So many sentences of an account."""
    return " ".join(chance.choices(SENTENCES, k=sentences))


def _lines(value: object, indent: str) -> Iterator[str]:
    match value:
        case dict():
            for key, each in value.items():
                yield from _entry(f"{indent}{key}:", each, indent)
        case list():
            for each in value:
                yield from _entry(f"{indent}-", each, indent)


def _entry(head: str, value: object, indent: str) -> Iterator[str]:
    if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
        yield head
        yield from _lines(value, indent + "  ")
    elif isinstance(value, list):
        yield f"{head} [{', '.join(map(str, value))}]"
    elif isinstance(value, str) and " " in value:
        yield f"{head} {json.dumps(value, ensure_ascii=False)}"
    else:
        yield f"{head} {str(value).lower() if isinstance(value, bool) else value}"


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("count", type=int)
    asked = options.parse_args()
    print(sum(1 for _ in dossiers(asked.folder, asked.count)), "dossiers")
