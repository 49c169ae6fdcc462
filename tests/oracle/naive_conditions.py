"""DESIGN §4, *Programme*: credits, the conditions that never change a verdict, and the route."""

from collections.abc import Iterator
from decimal import Decimal

from tests.oracle.naive_items import restored
from tests.oracle.naive_outcomes import passes, ratings_of
from tests.oracle.papers import (
    PORTFOLIO_FILE,
    Papers,
    Raw,
    assessors_needed,
    blank,
    cited,
    claim_of,
    day,
    plain,
    same,
)


def condition(code: str, **data: object) -> Raw:
    """One condition."""
    return {"code": code, "data": data}


def awarded_credits(papers: Papers, units: list[Raw]) -> Decimal:
    """The sum of the awarded units."""
    # §4: "awarded = the sum of awarded units"
    awarded = {unit["id"] for unit in units if unit["advice"] == "award"}
    return sum((Decimal(unit["credits"]) for unit in papers.programme["units"] if unit["id"] in awarded), Decimal())


def credits_result(papers: Papers, units: list[Raw]) -> Raw:
    """Credits of the programme, awarded, and what remains."""
    # §4: "remaining = the programme's credits less awarded"
    total, awarded = Decimal(papers.programme["credits"]), awarded_credits(papers, units)
    return {"programme": plain(total), "awarded": plain(awarded), "remaining": plain(total - awarded)}


def conditions_result(papers: Papers, units: list[Raw]) -> list[Raw]:
    """Every condition: "in this order"."""
    return [
        *above_maximum(papers, units),
        *not_independent(papers, units),
        *instrument_missing(papers, units),
        *unmotivated(papers),
        *rejection_contested(papers),
        *rubric_changed(papers),
        *portfolio_changed(papers),
        *assessed_before_submission(papers),
        *regulation_not_in_force(papers),
        *([condition("evidence-only")] if assessors_needed(papers) == 0 else []),  # §4: "`assessors: 0`"
    ]


def above_maximum(papers: Papers, units: list[Raw]) -> Iterator[Raw]:
    """More is awarded than the programme's rules allow."""
    maximum = papers.programme.get("advice", {}).get("max_credits")
    awarded = awarded_credits(papers, units)
    if maximum is not None and awarded > maximum:
        yield condition("above-maximum", maximum=plain(maximum), awarded=plain(awarded))


def not_independent(papers: Papers, units: list[Raw]) -> Iterator[Raw]:
    """Assessors with the name of somebody they judge."""
    # §4: "an assessor with the name of the candidate, of another assessor, or of the `attested_by` of a cited or
    # exempting item (one condition an assessor and name; `evidence` a list)"
    used = {item for claim in papers.portfolio["claims"] for item in cited(claim)}
    used |= {item for unit in units for item in unit["exempted_by"]}
    for assessment in papers.assessments:
        name = assessment["assessor"].get("name")
        if blank(name):
            continue
        others = [each["assessor"].get("name") for each in papers.assessments if each is not assessment]
        clash = same(name) in [same(other) for other in [papers.portfolio["candidate"].get("name"), *others]]
        attested = [
            item["id"]
            for item in papers.portfolio["evidence"]
            if item["id"] in used and "attested_by" in item and same(item["attested_by"]["name"]) == same(name)
        ]
        if clash or attested:
            yield condition(
                "assessor-not-independent", assessor=assessment["assessor"]["id"], name=name, evidence=attested
            )


def instrument_missing(papers: Papers, units: list[Raw]) -> Iterator[Raw]:
    """Units validated without a kind of instrument that the programme asks."""
    # §4: "awarded by validation, and no assessor used a kind the programme asks"
    used = {instrument["kind"] for each in papers.assessments for instrument in each.get("instruments", [])}
    for unit in units:
        for kind in papers.programme.get("instruments", []):
            if unit["basis"] == "validation" and kind not in used:
                yield condition("instrument-missing", unit=unit["id"], kind=kind)


def outcomes_in_order(papers: Papers) -> list[str]:
    """Every outcome of the programme, as its units name them."""
    return [outcome for unit in papers.programme["units"] for outcome in unit.get("outcomes", [])]


def unmotivated(papers: Papers) -> Iterator[Raw]:
    """Ratings without the remark that the programme asks."""
    # §4: "ratings without the remark that `remarks` asks (`below-pass`: the criterion's pass)"
    asked = papers.programme.get("remarks", "all")
    for assessment in papers.assessments:
        for outcome in outcomes_in_order(papers):
            if claim_of(papers, outcome) is None:
                continue
            bare = [
                criterion["id"]
                for criterion in papers.rubrics[outcome]["criteria"]
                for rating in ratings_of(papers, outcome, criterion)
                if rating["assessor"] == assessment["assessor"]["id"] and blank(rating["remark"])
                if asked == "all" or (asked == "below-pass" and not passes(papers, rating["level"], criterion))
            ]
            if bare:
                yield condition("unmotivated", assessor=assessment["assessor"]["id"], outcome=outcome, criteria=bare)


def rejection_contested(papers: Papers) -> Iterator[Raw]:
    """Items on which the assessors do not think alike."""
    # §4: "some reject the item and another verified it, or rated an outcome that cites it, without rejecting it; no
    # consensus restored it"
    for item in papers.portfolio["evidence"]:
        citing = [claim["outcome"] for claim in papers.portfolio["claims"] if item["id"] in cited(claim)]
        by = [each for each in papers.assessments if item["id"] in each.get("rejected", {})]
        not_by = [
            each
            for each in papers.assessments
            if item["id"] not in each.get("rejected", {})
            and (item["id"] in each.get("verified", {}) or any(about in each.get("ratings", {}) for about in citing))
        ]
        if by and not_by and not restored(papers, item):
            yield condition("rejection-contested", evidence=item["id"], by=ids(by), not_by=ids(not_by))


def ids(assessments: list[Raw]) -> list[str]:
    """Their assessors' ids."""
    return [each["assessor"]["id"] for each in assessments]


def rubric_changed(papers: Papers) -> Iterator[Raw]:
    """Rubrics of another version than the assessor had."""
    for assessment in papers.assessments:
        versions = assessment.get("judged", {}).get("rubrics", {})
        for outcome in outcomes_in_order(papers):
            used = papers.rubrics[outcome]["version"]
            if outcome in versions and versions[outcome] != used:
                who = assessment["assessor"]["id"]
                yield condition("rubric-changed", assessor=who, outcome=outcome, judged=versions[outcome], used=used)


def portfolio_changed(papers: Papers) -> Iterator[Raw]:
    """A portfolio of other bytes than the assessor had."""
    now = papers.files.get(PORTFOLIO_FILE)
    for assessment in papers.assessments:
        judged = assessment.get("judged", {}).get("portfolio")
        if judged is not None and now is not None and judged.lower() != now.lower():
            yield condition("portfolio-changed", assessor=assessment["assessor"]["id"])


def assessed_before_submission(papers: Papers) -> Iterator[Raw]:
    """Assessments of something that was not yet handed in."""
    # §4: "no `judged`, and `on` before `submitted`"
    for assessment in papers.assessments:
        if "judged" not in assessment and day(assessment["on"]) < day(papers.portfolio["submitted"]):
            yield condition("assessed-before-submission", assessor=assessment["assessor"]["id"])


def regulation_not_in_force(papers: Papers) -> Iterator[Raw]:
    """The programme's rules are of another time than D."""
    # §4: "D lies outside"
    regulation = papers.programme.get("regulation", {})
    start, end = regulation.get("from"), regulation.get("to")
    if (start is not None and papers.on < day(start)) or (end is not None and papers.on > day(end)):
        yield condition("regulation-not-in-force", **{"from": start, "to": end})


def route_result(papers: Papers, units: list[Raw]) -> list[Raw]:
    """The personal learning route."""
    awarded = {unit["id"] for unit in units if unit["advice"] == "award"}
    labels = {outcome["id"]: outcome["label"] for unit in units for outcome in unit["outcomes"]}
    route: list[Raw] = []
    while True:
        # §4: "again and again the first unit in programme order, not awarded (non-exemptible ones too), whose `after`
        # are all awarded or listed"
        listed = {each["id"] for each in route}
        todo = [unit for unit in papers.programme["units"] if unit["id"] not in awarded | listed]
        ready = [unit for unit in todo if set(unit.get("after", [])) <= awarded | listed]
        if not ready:
            return [route_entry(unit, awarded, labels) for unit in route]
        route.append(ready[0])


def route_entry(unit: Raw, awarded: set[str], labels: dict[str, str]) -> Raw:
    """One unit of the route: "with credits, setting, and per outcome what is already demonstrated and what not"."""
    return {
        "unit": unit["id"],
        "credits": plain(unit["credits"]),
        "setting": unit.get("setting", "both"),  # §3 *Defaults*: "setting both"
        "after": [each for each in unit.get("after", []) if each not in awarded],  # §6: "only units of the route"
        "outcomes": [{"id": outcome, "label": labels[outcome]} for outcome in unit.get("outcomes", [])],
    }
