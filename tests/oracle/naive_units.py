"""DESIGN §4, *Unit*: formal proof, the advice, its basis and its reasons."""

from dataclasses import dataclass

from tests.oracle.naive_items import file_mismatch, file_missing, in_future, older_than, restored
from tests.oracle.naive_outcomes import outcome_result
from tests.oracle.papers import NOT_MET, Papers, Raw, plain

ON_PAPER = ("diploma", "certificate")


@dataclass(frozen=True)
class Step:
    """The advice on a unit, what it rests on, and the reason that belongs to it."""

    advice: str
    basis: str | None = None
    reasons: tuple[tuple[str, Raw], ...] = ()


def qualification_of(papers: Papers, item: Raw) -> Raw:
    """The programme's entry for the item's qualification."""
    return next(dict(each) for each in papers.programme["qualifications"] if each["id"] == item["qualification"])


def denied(papers: Papers, item: Raw) -> bool:
    """Whether an assessor holds the proof false or cannot read it."""
    # §4: "not rejected (and not restored) as `not-authentic` or `not-readable`"
    reasons = [each.get("rejected", {}).get(item["id"], {}).get("reason") for each in papers.assessments]
    return not restored(papers, item) and any(reason in ("not-authentic", "not-readable") for reason in reasons)


def expired(papers: Papers, item: Raw) -> bool:
    """Whether the item is older than its qualification allows."""
    # §4: "nor older than the qualification's `max_age`"
    qualification = qualification_of(papers, item)
    return "max_age" in qualification and older_than(papers, item, qualification["max_age"])


def no_proof_because(papers: Papers, item: Raw) -> str | None:
    """Why an item with an exempting qualification is no formal proof; None when it is."""
    causes = [
        ("rejected", denied(papers, item)),
        ("file-missing", file_missing(papers, item)),
        ("file-mismatch", file_mismatch(papers, item)),
        ("future", in_future(papers, item)),
        ("outdated", expired(papers, item)),
    ]
    return next((reason for reason, applies in causes if applies), None)


def qualified(papers: Papers, unit: Raw) -> list[Raw]:
    """Items with a qualification that exempts from the unit, cited or not, in portfolio order."""
    return [
        item
        for item in papers.portfolio["evidence"]
        if item["type"] in ON_PAPER and item.get("qualification") in unit.get("exempt_for", [])
    ]


def formal_proof(papers: Papers, unit: Raw) -> list[Raw]:
    """The formal proof for a unit, in portfolio order."""
    return [item for item in qualified(papers, unit) if no_proof_because(papers, item) is None]


def verified(papers: Papers, items: list[Raw]) -> list[str]:
    """Ids of the items whose authenticity an assessment verified."""
    return [item["id"] for item in items if any(item["id"] in each.get("verified", {}) for each in papers.assessments)]


def basis_of(papers: Papers, outcomes: list[Raw]) -> str:
    """What an award on outcomes rests on."""
    # §4: "exemption if every admissible item cited in its claims is a diploma, certificate or badge, else validation"
    types = {item["id"]: item["type"] for item in papers.portfolio["evidence"]}
    counted = [types[each["id"]] for outcome in outcomes for each in outcome["evidence"] if each["admissible"]]
    return "exemption" if all(kind in (*ON_PAPER, "badge") for kind in counted) else "validation"


def advise(papers: Papers, unit: Raw, outcomes: list[Raw]) -> Step:
    """The advice on a unit: "the first that applies"."""
    labels = [outcome["label"] for outcome in outcomes]
    proof = formal_proof(papers, unit)
    if not unit.get("exemptible", True):
        return Step("none", reasons=(("not-exemptible", {}),))  # 1
    if verified(papers, proof):
        return Step("award", "standard-exemption")  # 2
    if all(label == "demonstrated" for label in labels):
        return Step("award", basis_of(papers, outcomes))  # 3
    if proof:
        return Step("investigate", reasons=(("proof-not-verified", {}),))  # 4
    return advise_on_labels(outcomes, labels)


def advise_on_labels(outcomes: list[Raw], labels: list[str]) -> Step:
    """Steps 5 to 8, which look at outcomes alone."""
    if all(label in ("demonstrated", "open") for label in labels):
        return Step("investigate")  # 5
    if any(label in ("demonstrated", "partly-demonstrated") for label in labels):
        return Step("partial")  # 6
    unclaimed = [outcome["id"] for outcome in outcomes if outcome["label"] == "not-claimed"]
    if "open" in labels:  # 7. "with the reason `outcomes-not-claimed` {outcomes} when some are not"
        return Step("investigate", reasons=(("outcomes-not-claimed", {"outcomes": unclaimed}),) if unclaimed else ())
    return Step("none", reasons=((why_none(outcomes), {}),))  # 8


def why_none(outcomes: list[Raw]) -> str:
    """The reason of step 8."""
    claimed = [outcome for outcome in outcomes if outcome["label"] != "not-claimed"]
    if not claimed:
        return "not-claimed"
    # §4: "`incomplete` when every claimed outcome is short of evidence only and cites no rejected item"
    only_evidence = all(outcome["short_of"] == ["evidence"] for outcome in claimed)
    rejections = [each for outcome in claimed for each in outcome["evidence"] if each["reason"] == "rejected"]
    return "incomplete" if only_evidence and not rejections else "not-demonstrated"


def added_reasons(papers: Papers, unit: Raw, outcomes: list[Raw]) -> list[tuple[str, Raw]]:
    """Reasons "added to any advice but award, after these"."""
    # §4: "`mandatory-not-met` {outcome, criterion} for each such criterion of a claimed outcome"
    mandatory = [
        ("mandatory-not-met", {"outcome": outcome["id"], "criterion": criterion["id"]})
        for outcome in outcomes
        for criterion in outcome["criteria"]
        if criterion["mandatory"] and criterion["verdict"] == NOT_MET
    ]
    # §4: "`proof-set-aside` {evidence, reason} for each item whose `qualification` is in `exempt_for` and
    # that is no formal proof"
    set_aside = [
        ("proof-set-aside", {"evidence": item["id"], "reason": no_proof_because(papers, item)})
        for item in qualified(papers, unit)
        if no_proof_because(papers, item) is not None
    ]
    return [*mandatory, *set_aside]


def unit_result(papers: Papers, unit: Raw) -> Raw:
    """One unit as the advice shows it."""
    outcomes = [outcome_result(papers, outcome) for outcome in unit.get("outcomes", [])]
    step = advise(papers, unit, outcomes)
    added = [] if step.advice == "award" else added_reasons(papers, unit, outcomes)
    # §4: "`exempted_by`: the ids of the verified formal proof, in portfolio order"
    exempted_by = verified(papers, formal_proof(papers, unit)) if step.basis == "standard-exemption" else []
    return {
        "id": unit["id"],
        "credits": plain(unit["credits"]),
        "advice": step.advice,
        "basis": step.basis,
        "exempted_by": exempted_by,
        "reasons": [{"code": code, "data": data} for code, data in [*step.reasons, *added]],
        "outcomes": outcomes,
    }
