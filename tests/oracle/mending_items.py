"""The changes of `missing` that concern evidence; mending.py says what each is taken to mean."""

from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256

from tests.oracle.bench import REMARK, Bench, assessors, fresh, item_of, outsider
from tests.oracle.naive_items import file_mismatch, outdated, own_share_missing, set_aside
from tests.oracle.papers import Raw, assessors_needed, cited, same


def mend_item(bench: Bench, data: Raw) -> None:
    """`mend-item` {evidence, reason}."""
    item = item_of(bench, data["evidence"])
    MENDS[data["reason"]](bench, item)


def lift_rejection(bench: Bench, item: Raw) -> None:
    """No assessor rejects the item for this outcome any longer."""
    for assessment in bench.assessments:
        rejection = assessment.get("rejected", {}).get(item["id"])
        if rejection is None:
            continue
        others = [outcome for outcome in elsewhere(bench, rejection) if outcome != bench.claim["outcome"]]
        if others:
            rejection["for"] = others
        else:
            withdraw(assessment, item["id"])


def elsewhere(bench: Bench, rejection: Raw) -> list[str]:
    """The outcomes of which a rejection speaks."""
    every = [outcome for unit in bench.programme["units"] for outcome in unit.get("outcomes", [])]
    return list(rejection.get("for", every))


def withdraw(assessment: Raw, identity: str) -> None:
    """Takes a rejection out of an assessment, which must keep something to say (§3 *Required*)."""
    del assessment["rejected"][identity]
    if not assessment["rejected"]:
        del assessment["rejected"]
    if not any(key in assessment for key in ("ratings", "verified", "rejected", "waived")):
        assessment["verified"] = {identity: {"remark": REMARK}}  # says nothing of an outcome


def bring_file(bench: Bench, item: Raw) -> None:
    """The item has a file of its own, with the hash it names."""
    item["file"] = f"mended/{item['id']}.pdf"
    bench.files[item["file"]] = sha256(item["id"].encode()).hexdigest()
    if "sha256" in item:
        item["sha256"] = bench.files[item["file"]]


def right_hash(bench: Bench, item: Raw) -> None:
    """The item names the hash of the file that is there."""
    if file_mismatch(bench.papers, item):
        item["sha256"] = bench.files[item["file"]]


def date_afresh(bench: Bench, item: Raw) -> None:
    """The item is of the reference date itself."""
    item.pop("period", None)
    item["issued"] = bench.papers.on.isoformat()


def fill_own_share(_bench: Bench, item: Raw) -> None:
    """The item says what this person did."""
    item["own_share"] = "My own part of it."


def accept_type(bench: Bench, item: Raw) -> None:
    """The item counts in spite of its type."""
    if own_share_missing(item) or outdated(bench.papers, item, bench.rubric):
        item["type"] = bench.rubric["evidence"]["relevance"]["accepts"][0]
        if item["type"] not in ("diploma", "certificate"):
            item.pop("qualification", None)
        return
    needed = max(1, assessors_needed(bench.papers))
    for assessment in assessors(bench, needed):
        waiver = assessment.setdefault("waived", {}).setdefault(item["id"], {"remark": REMARK, "for": []})
        if bench.claim["outcome"] not in waiver["for"]:
            waiver["for"].append(bench.claim["outcome"])


def attest_item(bench: Bench, data: Raw) -> None:
    """`attest-item` {evidence}."""
    item_of(bench, data["evidence"]).setdefault("attested_by", {})["name"] = outsider(bench)


def cite_item(bench: Bench, data: Raw) -> None:
    """`cite-item` {evidence, criteria}."""
    for criterion in data["criteria"]:
        items = bench.claim["supports"].setdefault(criterion, [])
        if data["evidence"] not in items:
            items.append(data["evidence"])


def add_item(bench: Bench, data: Raw) -> None:
    """`add-item` {criteria, type?, new_context?, hours?, attested?}."""
    taken = {item["id"] for item in bench.portfolio["evidence"]}
    identity = fresh("New", taken)
    item = {"id": identity, "type": data.get("type") or usual_type(bench), "title": "New item"}
    item["issued"] = bench.papers.on.isoformat()
    if data.get("new_context"):
        item["context"] = fresh("new context", {same(each.get("context")) for each in bench.portfolio["evidence"]})
    if data.get("hours") is not None:
        item["hours"] = Decimal(str(data["hours"]))
    if data.get("attested"):
        item["attested_by"] = {"name": outsider(bench)}
    bench.portfolio["evidence"].append(item)
    cite_item(bench, {"evidence": identity, "criteria": data["criteria"]})


def usual_type(bench: Bench) -> str:
    """A type that adds nothing to the variation, when there is one."""
    outcome, accepts = bench.claim["outcome"], bench.rubric.get("evidence", {}).get("relevance", {}).get("accepts")
    for item in bench.portfolio["evidence"]:
        counts = item["id"] in cited(bench.claim) and set_aside(bench.papers, item, outcome) is None
        if counts and (accepts is None or item["type"] in accepts):
            return str(item["type"])
    return str(accepts[0]) if accepts else "work-product"


MENDS: dict[str, Callable[[Bench, Raw], None]] = {
    "rejected": lift_rejection,
    "file-missing": bring_file,
    "file-mismatch": right_hash,
    "future": date_afresh,
    "own-share-missing": fill_own_share,
    "outdated": date_afresh,
    "type-not-accepted": accept_type,
}
