"""A raw dossier on the work bench: the copy that mending changes, and the people and names it may bring in."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from tests.oracle.papers import Papers, Raw, lay_out, same

REMARK = "added to see what would be enough"


@dataclass(frozen=True)
class Bench:
    """A dossier being mended, for one outcome. What it holds is a copy, and is changed in place."""

    programme: Raw
    rubric: Raw
    portfolio: Raw
    assessments: list[Raw]
    consensus: list[Raw]  # none or one
    files: dict[str, str | None]
    papers: Papers
    claim: Raw


def set_up(
    programme: Raw,
    rubrics: Mapping[str, Raw],
    portfolio: Raw,
    assessments: Iterable[Raw],
    consensus: Raw | None,
    files: Mapping[str, str | None],
    on: str | None,
    outcome: str,
) -> Bench:
    """The copy that is worked on."""
    copied, rated, agreed, found = deepcopy(portfolio), deepcopy(list(assessments)), deepcopy(consensus), dict(files)
    papers = lay_out(programme, rubrics, copied, rated, agreed, found, on)
    claim = next(each for each in copied["claims"] if each["outcome"] == outcome)
    agreed_list = [] if agreed is None else [agreed]
    return Bench(programme, rubrics[outcome], copied, rated, agreed_list, found, papers, claim)


def item_of(bench: Bench, identity: str) -> Raw:
    """The item itself, to be changed."""
    found: Raw = next(item for item in bench.portfolio["evidence"] if item["id"] == identity)
    return found


def assessors(bench: Bench, count: int, without: frozenset[str] = frozenset()) -> list[Raw]:
    """That many assessments by others than those; new ones where there are too few. New ones must be given a say."""
    known = sorted(bench.assessments, key=lambda each: str(each["assessor"]["id"]))
    chosen = [each for each in known if each["assessor"]["id"] not in without][:count]
    while len(chosen) < count:
        taken = {each["assessor"]["id"] for each in bench.assessments}
        added = {
            "format": "evc/assessment@1",
            "assessor": {"id": fresh("new-", taken)},
            "candidate": bench.portfolio["candidate"]["id"],
            "on": bench.papers.on.isoformat(),
        }
        bench.assessments.append(added)
        chosen.append(added)
    return chosen


def criterion_of(bench: Bench, data: Raw) -> Raw:
    """The criterion that a change speaks of."""
    found: Raw = next(each for each in bench.rubric["criteria"] if each["id"] == data["criterion"])
    return found


def outsider(bench: Bench) -> str:
    """The name of somebody who is neither the candidate nor an assessor."""
    names = [bench.portfolio["candidate"].get("name"), *(each["assessor"].get("name") for each in bench.assessments)]
    return fresh("Outsider", {same(name) for name in names})


def fresh(stem: str, taken: set[str]) -> str:
    """The first of stem1, stem2 ... that is not taken."""
    return next(f"{stem}{n}" for n in range(1, len(taken) + 2) if not {f"{stem}{n}", same(f"{stem}{n}")} & taken)
