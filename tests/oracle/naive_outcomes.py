"""DESIGN §4, *Rules*, *Criterion* and *Outcome*: from admissible items and ratings to verdict, label and coverage."""

from decimal import Decimal

from tests.oracle.naive_items import admissible, item_results
from tests.oracle.papers import (
    MET,
    NOT_MET,
    OPEN,
    Papers,
    Raw,
    all_of,
    assessors_needed,
    at_least,
    blank,
    cited,
    claim_of,
    in_portfolio_order,
    met_if,
    plain,
    same,
)

DECISION = {"all": True}  # §3 *Defaults*: "decision all"


# --- Rules on the admissible items that the claim cites for the outcome (each item once) ---


def variation(asked: Raw, items: list[Raw]) -> Raw:
    """How many types and contexts there are."""
    # §4: "distinct types ≥ types, and distinct contexts ≥ contexts (... an absent or blank context counts for none)"
    placed = [item for item in items if not blank(item.get("context"))]
    amounts = {
        "types": len({item["type"] for item in items}),
        "contexts": len({same(item["context"]) for item in placed}),
    }
    return rule_result("variation", asked, amounts, items if "types" in asked else placed)


def quantity(asked: Raw, items: list[Raw]) -> Raw:
    """How many items and hours there are."""
    # §4: "items ≥ items, and the sum of hours ≥ hours"
    timed = [item for item in items if "hours" in item]
    total = sum((Decimal(item["hours"]) for item in timed), Decimal())
    return rule_result("quantity", asked, {"items": len(items), "hours": total}, items if "items" in asked else timed)


def authenticity(papers: Papers, asked: Raw, items: list[Raw]) -> Raw:
    """How many items another person than the candidate stands for."""
    # §4: "items with `attested_by`, by another than the candidate (names as *same text*), ≥ attested"
    candidate = same(papers.portfolio["candidate"].get("name"))
    attested = [item for item in items if "attested_by" in item and same(item["attested_by"]["name"]) != candidate]
    return rule_result("authenticity", asked, {"attested": len(attested)}, attested)


def rule_result(rule: str, asked: Raw, amounts: Raw, counted: list[Raw]) -> Raw:
    """A rule as the advice shows it: only the keys that were asked."""
    # §4: "a rule, or a key of one, that is not given asks nothing"
    return {
        "rule": rule,
        "verdict": all_of(met_if(amounts[key] >= asked[key]) for key in asked),
        "required": {key: shown(key, asked[key]) for key in asked},
        "found": {key: shown(key, amounts[key]) for key in asked},
        "evidence": [item["id"] for item in counted],
    }


def shown(key: str, amount: int | Decimal) -> int | str:
    """Hours are decimals, written as text; all else is counted."""
    return plain(amount) if key == "hours" else int(amount)


def evidence_rules(papers: Papers, rubric: Raw, items: list[Raw]) -> list[Raw]:
    """The rules that the rubric gives, in the order of §6."""
    asked = rubric.get("evidence", {})
    results = []
    if "variation" in asked:
        results.append(variation(asked["variation"], items))
    if "quantity" in asked:
        results.append(quantity(asked["quantity"], items))
    if "authenticity" in asked:
        results.append(authenticity(papers, asked["authenticity"], items))
    return results


def relevance_of(rubric: Raw, criterion: str, claim: Raw, items: list[Raw]) -> str:
    """Whether enough admissible items speak of the criterion."""
    # §4: "`relevance`, per criterion, always applies: admissible items cited for it ≥ per_criterion"
    needed = rubric.get("evidence", {}).get("relevance", {}).get("per_criterion", 1)
    return met_if(len([item for item in items if item["id"] in cited(claim, criterion)]) >= needed)


# --- Criterion: all(relevance, rating) ---


def pass_level(papers: Papers, criterion: Raw) -> str:
    """The level from which the criterion is met; §3: "default scale.pass"."""
    return str(criterion.get("pass", papers.programme["scale"]["pass"]))


def passes(papers: Papers, level: str, criterion: Raw) -> bool:
    """Whether a level is at or above the criterion's pass."""
    ordered = [each["id"] for each in papers.programme["scale"]["levels"]]  # §3: "ordered, lowest first"
    return ordered.index(level) >= ordered.index(pass_level(papers, criterion))


def ratings_of(papers: Papers, outcome: str, criterion: Raw) -> list[Raw]:
    """Every assessor's rating of the criterion, by assessor id."""
    ratings = []
    for assessment in papers.assessments:
        given = assessment.get("ratings", {}).get(outcome, {}).get(criterion["id"])
        if given is not None:
            full = {"level": given} if isinstance(given, str) else given  # §3: "short for {level: voldoende}"
            ratings.append(
                {
                    "assessor": assessment["assessor"]["id"],
                    "level": full["level"],
                    "first": full.get("first"),
                    "based_on": list(full.get("based_on", [])),
                    "remark": full.get("remark"),
                }
            )
    return ratings


def consensus_on(papers: Papers, outcome: str, criterion: Raw) -> Raw | None:
    """What the assessors agreed on the criterion, if anything."""
    if papers.consensus is None:
        return None
    agreed = papers.consensus.get("ratings", {}).get(outcome, {}).get(criterion["id"])
    return None if agreed is None else {"level": agreed["level"], "remark": agreed["remark"]}


def rating_of(papers: Papers, outcome: str, criterion: Raw) -> tuple[str, str | None]:
    """The verdict of the assessors on the criterion, and the reason when it is not met."""
    above = [passes(papers, rating["level"], criterion) for rating in ratings_of(papers, outcome, criterion)]
    # §4: "1. fewer distinct assessors rate it than `assessors` → open"
    if len(above) < assessors_needed(papers):
        return OPEN, "too-few-ratings"
    # §4: "2. rated in the consensus (also where the ratings agreed) → met when that level is at or above pass,
    # else not-met"
    agreed = consensus_on(papers, outcome, criterion)
    if agreed is not None:
        return settled(passes(papers, agreed["level"], criterion))
    # §4: "3. every one at or above pass → met (with none given, met); every one below → not-met"
    if all(above) or not any(above):
        return settled(all(above))
    # §4: "4. `agreement: majority` and more than half on one side → that side; else open (`disagreement`)"
    if papers.programme.get("agreement", "unanimous") == "majority" and 2 * above.count(True) != len(above):
        return settled(2 * above.count(True) > len(above))
    return OPEN, "disagreement"


def settled(passed: bool) -> tuple[str, str | None]:
    """A rating that is not open."""
    return (MET, None) if passed else (NOT_MET, "below-pass")


def criterion_result(papers: Papers, claim: Raw, criterion: Raw, items: list[Raw]) -> Raw:
    """One criterion as the advice shows it."""
    outcome = claim["outcome"]
    relevance = relevance_of(papers.rubrics[outcome], criterion["id"], claim, items)
    rating, why = rating_of(papers, outcome, criterion)
    reasons = (["too-few-items"] if relevance == NOT_MET else []) + ([why] if why is not None else [])
    return {
        "id": criterion["id"],
        "verdict": all_of([relevance, rating]),
        "mandatory": criterion.get("mandatory", False),
        "pass": pass_level(papers, criterion),
        "relevance": relevance,
        "rating": rating,
        "evidence": in_portfolio_order(papers, cited(claim, criterion["id"])),
        "reasons": [{"code": code} for code in reasons],
        "ratings": ratings_of(papers, outcome, criterion),
        "consensus": consensus_on(papers, outcome, criterion),
    }


# --- Outcome: all(variation, quantity, authenticity, decision) ---


def decide(rubric: Raw, verdicts: list[str]) -> str:
    """The decision on one verdict a criterion, in the rubric's order."""
    decision = rubric.get("decision", DECISION)
    if "at_least" not in decision:
        return all_of(verdicts)  # §4: "Decision `{all: true}`: all criteria met"
    # §4: "`{at_least: k}`: `all`(each mandatory criterion, at_least k of all criteria)"
    mandatory = [
        verdict
        for criterion, verdict in zip(rubric["criteria"], verdicts, strict=True)
        if criterion.get("mandatory", False)
    ]
    return all_of([*mandatory, at_least(decision["at_least"], verdicts)])


def decision_result(rubric: Raw, verdicts: list[str]) -> Raw:
    """The decision as a rule among the others."""
    verdict = decide(rubric, verdicts)
    decision = rubric.get("decision", DECISION)
    found: Raw = {"at_least": verdicts.count(MET)} if "at_least" in decision else {"all": verdict == MET}
    return {"rule": "decision", "verdict": verdict, "required": dict(decision), "found": found, "evidence": []}


def label_of(verdict: str, criteria: list[Raw]) -> str:
    """The word for an outcome that is claimed."""
    # §4: "met → demonstrated; open → open; not-met → partly-demonstrated if a criterion is met, else not-demonstrated"
    if verdict == MET:
        return "demonstrated"
    if verdict == OPEN:
        return "open"
    return "partly-demonstrated" if any(each["verdict"] == MET for each in criteria) else "not-demonstrated"


def coverage_of(rubric: Raw, criteria: list[Raw], rules: list[Raw]) -> str:
    """What the evidence shows before its quality is judged."""
    # §4: "*Coverage*, the same formula with every rating taken as met"
    relevances = [each["relevance"] for each in criteria]
    if all_of([*(rule["verdict"] for rule in rules), decide(rubric, relevances)]) == MET:
        return "covered"
    # §4: "else partly-covered if some criterion's relevance is met, else not-covered"
    return "partly-covered" if MET in relevances else "not-covered"


def short_of(rubric: Raw, verdict: str, coverage: str, criteria: list[Raw]) -> list[str]:
    """Whether a not-met outcome lacks evidence, the assessors' judgement, or both."""
    if verdict != NOT_MET:
        return []
    # §4: "evidence (its coverage is not covered)"
    evidence = coverage != "covered"
    # §4: "judgement (it would be not-met with every rule and relevance taken as met)"
    judgement = decide(rubric, [each["rating"] for each in criteria]) == NOT_MET
    if evidence == judgement:
        return ["evidence", "judgement"]  # §4: "or both (also when neither alone explains it)"
    return ["evidence"] if evidence else ["judgement"]


def outcome_result(papers: Papers, outcome: str) -> Raw:
    """One learning outcome as the advice shows it."""
    claim = claim_of(papers, outcome)
    if claim is None:
        # §6: "A not-claimed outcome has `verdict: null` and empty lists"
        nothing: Raw = {"short_of": [], "criteria": [], "rules": [], "evidence": []}
        return {"id": outcome, "label": "not-claimed", "verdict": None, "coverage": "not-claimed", **nothing}
    rubric = papers.rubrics[outcome]
    items = admissible(papers, claim)
    criteria = [criterion_result(papers, claim, criterion, items) for criterion in rubric["criteria"]]
    rules = evidence_rules(papers, rubric, items)
    decision = decision_result(rubric, [each["verdict"] for each in criteria])
    verdict = all_of(rule["verdict"] for rule in [*rules, decision])
    coverage = coverage_of(rubric, criteria, rules)
    return {
        "id": outcome,
        "label": label_of(verdict, criteria),
        "verdict": verdict,
        "coverage": coverage,
        "short_of": short_of(rubric, verdict, coverage, criteria),
        "criteria": criteria,
        "rules": [*rules, decision],
        "evidence": item_results(papers, claim),
    }
