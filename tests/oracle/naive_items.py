"""DESIGN §4, *Evidence item*: its date, and whether something sets it aside for an outcome."""

from datetime import date

from tests.oracle.papers import Papers, Raw, assessors_needed, blank, cited, day, later


def item_date(papers: Papers, item: Raw) -> date:
    """The date that an item's age is counted from."""
    period = item.get("period")
    if period is None:
        return day(item["issued"])  # §4: "else `issued`"
    if "to" in period:
        return min(day(period["to"]), papers.on)  # §4: "with a period, `to` but at most D"
    # §4: "or without `to` the earliest of `submitted`, D and `attested_by.on`"
    ends = [day(papers.portfolio["submitted"]), papers.on]
    if "on" in item.get("attested_by", {}):
        ends.append(day(item["attested_by"]["on"]))
    return min(ends)


def restored(papers: Papers, item: Raw) -> bool:
    """Whether the assessors together took a rejection back."""
    return papers.consensus is not None and item["id"] in papers.consensus.get("restored", {})


def covers(entry: Raw, outcome: str) -> bool:
    """Whether a rejection or waiver speaks of this outcome; §3: without `for`, every outcome."""
    return "for" not in entry or outcome in entry["for"]


def rejected(papers: Papers, item: Raw, outcome: str) -> bool:
    """Whether the item is rejected for the outcome."""
    # §4: "`rejected`: any assessor rejected it for this outcome, and no consensus restored it"
    entries = [each["rejected"][item["id"]] for each in papers.assessments if item["id"] in each.get("rejected", {})]
    return any(covers(entry, outcome) for entry in entries) and not restored(papers, item)


def file_missing(papers: Papers, item: Raw) -> bool:
    """Whether the item names a file that is not there."""
    return "file" in item and papers.files.get(item["file"]) is None


def file_mismatch(papers: Papers, item: Raw) -> bool:
    """Whether the file is there, and is another than the item says."""
    if "sha256" not in item or file_missing(papers, item):
        return False
    return str(papers.files[item["file"]]).lower() != str(item["sha256"]).lower()  # §3: "hex in either case"


def in_future(papers: Papers, item: Raw) -> bool:
    """Whether the item begins after D."""
    # §4: "`future`: `issued` or `period.from` is after D"
    dates = [item.get("issued"), item.get("period", {}).get("from")]
    return any(day(text) > papers.on for text in dates if text is not None)


def older_than(papers: Papers, item: Raw, age: Raw) -> bool:
    """Whether the item is older than an age allows."""
    # §4: "date + max_age < D"
    return later(item_date(papers, item), age) < papers.on


def waived(papers: Papers, item: Raw, outcome: str) -> bool:
    """Whether enough assessors let the item count all the same."""
    # §4: "where at least `assessors` (and at least one) distinct assessors waive the item for this outcome"
    entries = [each["waived"][item["id"]] for each in papers.assessments if item["id"] in each.get("waived", {})]
    return sum(covers(entry, outcome) for entry in entries) >= max(1, assessors_needed(papers))


def own_share_missing(item: Raw) -> bool:
    """Whether work of a group does not say what this person did."""
    # §4: "`group: true` without a non-blank `own_share`"
    return item.get("group") is True and blank(item.get("own_share"))


def outdated(papers: Papers, item: Raw, rubric: Raw) -> bool:
    """Whether the item is too old for this rubric."""
    currency = rubric.get("evidence", {}).get("currency", {})
    return "max_age" in currency and older_than(papers, item, currency["max_age"])


def type_not_accepted(item: Raw, rubric: Raw) -> bool:
    """Whether the rubric takes no evidence of this type."""
    relevance = rubric.get("evidence", {}).get("relevance", {})
    return "accepts" in relevance and item["type"] not in relevance["accepts"]


def set_aside(papers: Papers, item: Raw, outcome: str) -> str | None:
    """Why the item does not count for the outcome; None when it does."""
    # §4: "admissible when nothing sets it aside; the first of these that applies is reported on the item as its reason"
    rubric = papers.rubrics[outcome]
    spared = waived(papers, item, outcome)  # §4: "4, 5 and 6 do not apply where ..."
    causes = [
        ("rejected", rejected(papers, item, outcome)),
        ("file-missing", file_missing(papers, item)),
        ("file-mismatch", file_mismatch(papers, item)),
        ("future", in_future(papers, item)),
        ("own-share-missing", not spared and own_share_missing(item)),
        ("outdated", not spared and outdated(papers, item, rubric)),
        ("type-not-accepted", not spared and type_not_accepted(item, rubric)),
    ]
    return next((reason for reason, applies in causes if applies), None)


def item_results(papers: Papers, claim: Raw) -> list[Raw]:
    """What is said of each item that the claim cites, in the portfolio's order."""
    outcome = claim["outcome"]
    results = []
    for item in papers.portfolio["evidence"]:
        if item["id"] in cited(claim):
            reason = set_aside(papers, item, outcome)
            mark = waived(papers, item, outcome)  # §4: "it is then marked `waived`"
            results.append({"id": item["id"], "admissible": reason is None, "reason": reason, "waived": mark})
    return results


def admissible(papers: Papers, claim: Raw) -> list[Raw]:
    """The admissible items that the claim cites, each once."""
    return [
        item
        for item in papers.portfolio["evidence"]
        if item["id"] in cited(claim) and set_aside(papers, item, claim["outcome"]) is None
    ]
