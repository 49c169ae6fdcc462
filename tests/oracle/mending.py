"""Carries out what DESIGN §4 calls *missing* on a raw dossier, so that a judge can see if it is enough.

What `missing` leaves open ("supposing that a new item is admissible and a new rating reaches pass") is chosen here,
always so that a change does what it says and as little else as it can:

- `mend-item` removes the cause it names and no other; an item with two causes needs two of them.
  - rejected: the rejection is lifted for this outcome in every assessment; elsewhere it stays.
  - file-missing: the item gets a file of its own; file-mismatch: the hash becomes that of the file.
  - future, outdated: the item is issued on D and has no period, so that it is neither in the future nor old.
  - own-share-missing: it is filled in.
  - type-not-accepted: the type stays, and enough assessors (`assessors`, at least one) waive the item. Only where that
    waiver would also spare the item's age or own share (which another change ought to do) the item gets the first
    accepted type instead. These are carried out after all other changes.
- `attest-item` keeps the date and the other keys of an attestation that is there; the name becomes that of an outsider.
- `add-item`: issued on D, without file. Without `type` it has the type of an admissible item that the claim cites, else
  the first accepted type; without `new_context` no context; without `hours` none; without `attested` nobody attests it.
- `rate`: first assessors who are there and have not rated the criterion, by id; then new ones. A consensus on the
  criterion then names them too (§4 *Form*).
- `agree` on a criterion with fewer ratings than `assessors`, or with none, is no valid consensus: nothing is done, and
  the verdict would be the same.
- `judge-again` sets every rating of the criterion, and the consensus on it, to the pass level.
- `cannot-be-met` changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping

from tests.oracle.bench import REMARK, Bench, assessors, criterion_of, set_up
from tests.oracle.mending_items import add_item, attest_item, cite_item, mend_item
from tests.oracle.naive_outcomes import pass_level
from tests.oracle.papers import Raw, assessors_needed


def apply(
    changes: Iterable[Raw],
    programme: Raw,
    rubrics: Mapping[str, Raw],
    portfolio: Raw,
    assessments: Iterable[Raw],
    consensus: Raw | None,
    files: Mapping[str, str | None],
    on: str | None,
    outcome: str,
) -> tuple[Raw, list[Raw], Raw | None, dict[str, str | None]]:
    """The portfolio, assessments, consensus and files after the changes; what was given stays as it was."""
    bench = set_up(programme, rubrics, portfolio, assessments, consensus, files, on, outcome)
    for change in sorted(changes, key=turn):
        STEPS[change["code"]](bench, change["data"])
    return bench.portfolio, bench.assessments, next(iter(bench.consensus), None), bench.files


def turn(change: Raw) -> int:
    """When a change is carried out: an agreement after the ratings it is on, a waiver after all that it might hide."""
    return 2 if change["data"].get("reason") == "type-not-accepted" else int(change["code"] == "agree")


def raters(bench: Bench, criterion: Raw) -> list[str]:
    """Ids of the assessors who rated the criterion."""
    outcome = bench.claim["outcome"]
    return [
        each["assessor"]["id"]
        for each in bench.assessments
        if criterion["id"] in each.get("ratings", {}).get(outcome, {})
    ]


def agreed_on(bench: Bench, criterion: Raw) -> Raw | None:
    """What the consensus says of the criterion, to be changed."""
    for consensus in bench.consensus:
        found: Raw | None = consensus.get("ratings", {}).get(bench.claim["outcome"], {}).get(criterion["id"])
        return found
    return None


def rate(bench: Bench, data: Raw) -> None:
    """`rate` {criterion, assessors}."""
    criterion, outcome = criterion_of(bench, data), bench.claim["outcome"]
    for assessment in assessors(bench, data["assessors"], frozenset(raters(bench, criterion))):
        ratings = assessment.setdefault("ratings", {}).setdefault(outcome, {})
        ratings[criterion["id"]] = {"level": pass_level(bench.papers, criterion), "remark": REMARK}
    if agreed_on(bench, criterion) is not None:
        name_raters(bench, criterion)


def name_raters(bench: Bench, criterion: Raw) -> None:
    """The consensus names every assessor who rated the criterion."""
    for consensus in bench.consensus:
        named = consensus["assessors"]
        named.extend(who for who in raters(bench, criterion) if who not in named)


def agree(bench: Bench, data: Raw) -> None:
    """`agree` {criterion}."""
    criterion = criterion_of(bench, data)
    if len(raters(bench, criterion)) < max(1, assessors_needed(bench.papers)):
        return
    if not bench.consensus:
        candidate, on = bench.portfolio["candidate"]["id"], bench.papers.on.isoformat()
        bench.consensus.append({"format": "evc/consensus@1", "candidate": candidate, "on": on, "assessors": []})
    agreed = bench.consensus[0].setdefault("ratings", {}).setdefault(bench.claim["outcome"], {})
    agreed[criterion["id"]] = {"level": pass_level(bench.papers, criterion), "remark": REMARK}
    name_raters(bench, criterion)


def judge_again(bench: Bench, data: Raw) -> None:
    """`judge-again` {criterion}."""
    criterion, outcome = criterion_of(bench, data), bench.claim["outcome"]
    level = pass_level(bench.papers, criterion)
    for assessment in bench.assessments:
        ratings = assessment.get("ratings", {}).get(outcome, {})
        given = ratings.get(criterion["id"])
        if given is not None:
            ratings[criterion["id"]] = level if isinstance(given, str) else {**given, "level": level}
    agreed = agreed_on(bench, criterion)
    if agreed is not None:
        agreed["level"] = level


def cannot_be_met(_bench: Bench, _data: Raw) -> None:
    """`cannot-be-met` {rule}: nothing to be done."""


STEPS: dict[str, Callable[[Bench, Raw], None]] = {
    "mend-item": mend_item,
    "attest-item": attest_item,
    "cite-item": cite_item,
    "add-item": add_item,
    "rate": rate,
    "agree": agree,
    "judge-again": judge_again,
    "cannot-be-met": cannot_be_met,
}
