"""Assessments and consensus, valid in form: agreeing or not, with and without remarks, rejections and waivers."""

from hypothesis import strategies as st
from tests.properties.documents import Raw, portfolio_hash
from tests.properties.evidence import FULL
from tests.properties.pools import BLANKS, CANDIDATE_NAMES, OTHER_NAMES, often, some
from tests.properties.programmes import KINDS, VERSIONS

REASONS = ("other", "not-relevant", "not-authentic", "not-readable")
SAID = {"remark": "Gezien en besproken."}


@st.composite
def assessment_lists(draw: st.DrawFn, programme: Raw, rubrics: dict[str, Raw], portfolio: Raw, mood: str) -> list[Raw]:
    """The assessments of one dossier, in any order; sometimes fewer than the programme needs."""
    needed = programme.get("assessors", 2)
    count = draw(st.integers(needed, needed + 1) if mood == FULL else st.integers(0, 4))
    attested = [item["attested_by"]["name"] for item in portfolio["evidence"] if "attested_by" in item]
    names = draw(st.permutations([*OTHER_NAMES[3:], *attested[:1], *CANDIDATE_NAMES[:1], *BLANKS[:1]]))
    made = [draw(assessments(n, names[n], programme, rubrics, portfolio, mood)) for n in range(count)]
    spoken = [each for each in made if any(key in each for key in ("ratings", "verified", "rejected", "waived"))]
    return list(draw(st.permutations(spoken)))


@st.composite
def assessments(
    draw: st.DrawFn, number: int, name: str, programme: Raw, rubrics: dict[str, Raw], portfolio: Raw, mood: str
) -> Raw:
    """One assessor's file; without ratings, verifications, rejections and waivers it is none."""
    known = tuple(item["id"] for item in portfolio["evidence"])
    used = draw(instruments(number))
    parts: Raw = {
        "judged": draw(judged(rubrics, portfolio)),
        "instruments": used,
        "ratings": draw(ratings(programme, rubrics, portfolio, [*known, *(each["id"] for each in used)], mood)),
        **draw(opinions(known, tuple(rubrics), mood)),
    }
    return {
        "format": "evc/assessment@1",
        "assessor": {"id": f"A-{number + 1}", **draw(st.sampled_from(({"name": name}, {"name": name}, {})))},
        "candidate": portfolio["candidate"]["id"],
        "on": draw(st.sampled_from((portfolio["submitted"], "2030-01-01", "2020-01-01"))),
        **{key: value for key, value in parts.items() if value},
    }


@st.composite
def judged(draw: st.DrawFn, rubrics: dict[str, Raw], portfolio: Raw) -> Raw:
    """What lay before the assessor: what lies here now, or something older."""
    if draw(often(1, 1)):
        return {}
    right = portfolio_hash(portfolio)
    seen: Raw = (
        {"portfolio": draw(st.sampled_from((right, right, right.upper(), "0" * 64)))} if draw(often(2, 1)) else {}
    )
    versions = {
        outcome: draw(st.sampled_from((rubrics[outcome]["version"], rubrics[outcome]["version"], *VERSIONS)))
        for outcome in draw(some(tuple(rubrics), 0, 3))
    }
    return {**seen, **({"rubrics": versions} if versions else {})}


@st.composite
def instruments(draw: st.DrawFn, number: int) -> list[Raw]:
    """What the assessor used beside the portfolio; ids are never shared between assessors."""
    kinds = draw(some((KINDS[0], KINDS[1], KINDS[3]), 0, 2))
    return [
        {"id": f"G{number + 1}{letter}", "kind": kind, "on": "2026-10-05", "minutes": 40}
        for letter, kind in zip("abc", kinds, strict=False)
    ]


@st.composite
def ratings(
    draw: st.DrawFn, programme: Raw, rubrics: dict[str, Raw], portfolio: Raw, sources: list[str], mood: str
) -> Raw:
    """Ratings by outcome and criterion: in a full dossier of all that is claimed, and mostly high."""
    levels = [each["id"] for each in programme["scale"]["levels"]]
    claimed = {claim["outcome"] for claim in portfolio["claims"]}
    thorough, high = mood == FULL and draw(often(6, 1)), draw(often(4, 1) if mood == FULL else often(1, 2))
    given: Raw = {}
    for outcome, rubric in rubrics.items():
        wanted = [
            criterion["id"]
            for criterion in rubric["criteria"]
            if (thorough and outcome in claimed) or draw(often(3, 1) if outcome in claimed else often(1, 9))
        ]
        pool = (*levels, *levels[-1:] * (8 if high else 0))
        if wanted:
            given[outcome] = {criterion: draw(rating(pool, tuple(levels), sources)) for criterion in wanted}
    return given


@st.composite
def rating(draw: st.DrawFn, pool: tuple[str, ...], levels: tuple[str, ...], sources: list[str]) -> str | Raw:
    """One rating: short, or with any of its keys."""
    level = draw(st.sampled_from(pool))
    form = draw(st.sampled_from(("remark", "short", "remark", "rich", "blank", "bare")))
    if form == "short":
        return str(level)
    full: Raw = {"level": level}
    if form == "blank":
        full["remark"] = draw(st.sampled_from(BLANKS))
    if form == "rich":
        full["first"] = draw(st.sampled_from(levels))
        full |= {"based_on": draw(some(tuple(sources), 1, 2))} if sources else {}
    return full | (SAID if form in ("remark", "rich") else {})


@st.composite
def opinions(draw: st.DrawFn, known: tuple[str, ...], outcomes: tuple[str, ...], mood: str) -> Raw:
    """What the assessor verified, rejected and waived."""
    most = 0 if mood == FULL and draw(often(3, 1)) else 2
    verified = {item: dict(SAID) for item in draw(some(known, 0, 2))}
    rejected = {item: draw(rejections(outcomes)) for item in draw(some(known, 0, most)) if draw(often(2, 1))}
    waived = {}
    if outcomes:
        waived = {item: {**SAID, "for": draw(some(outcomes, 1, 2))} for item in draw(some(known, 0, 2))}
    return {"verified": verified, "rejected": rejected, "waived": waived}


@st.composite
def rejections(draw: st.DrawFn, outcomes: tuple[str, ...]) -> Raw:
    """Why an item should not count; `not-relevant` only says so of outcomes."""
    reason = draw(st.sampled_from(REASONS if outcomes else (REASONS[0], *REASONS[2:])))
    about = {"for": draw(some(outcomes, 1, 2))} if outcomes and (reason == "not-relevant" or draw(often(1, 2))) else {}
    return {"reason": reason, **SAID, **about}


def rated(assessed: list[Raw]) -> list[tuple[str, str]]:
    """Every outcome and criterion that somebody rated."""
    pairs = [
        (outcome, criterion)
        for each in assessed
        for outcome, given in each.get("ratings", {}).items()
        for criterion in given
    ]
    return sorted(set(pairs))


@st.composite
def consensuses(draw: st.DrawFn, programme: Raw, portfolio: Raw, assessed: list[Raw]) -> Raw | None:
    """What the assessors agreed afterwards, or nothing: for a consensus there must be enough of them."""
    if len(assessed) < max(1, programme.get("assessors", 2)) or draw(often(1, 1)):
        return None
    levels = [each["id"] for each in programme["scale"]["levels"]]
    agreed: Raw = {}
    pairs = rated(assessed)
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    for outcome, criterion in chosen:
        level = draw(st.sampled_from((*levels, levels[-1])))
        agreed.setdefault(outcome, {})[criterion] = {"level": level, **SAID}
    known = tuple(item["id"] for item in portfolio["evidence"])
    refused = tuple(sorted({item for each in assessed for item in each.get("rejected", {})}))
    restored = {item: dict(SAID) for item in draw(some(refused or known, 0, 2))}
    if not agreed and not restored:
        return None
    return {
        "format": "evc/consensus@1",
        "candidate": portfolio["candidate"]["id"],
        "on": "2026-10-08",
        "assessors": draw(st.permutations([each["assessor"]["id"] for each in assessed])),
        **({"ratings": agreed} if agreed else {}),
        **({"restored": restored} if restored else {}),
    }
