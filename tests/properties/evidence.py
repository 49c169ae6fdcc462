"""Evidence items and claims, valid in form, with dates at the limits that the rubrics set."""

from hashlib import sha256

from hypothesis import strategies as st
from tests.properties.documents import Raw
from tests.properties.pools import (
    BLANKS,
    CANDIDATE_NAMES,
    CONTEXTS,
    HOURS,
    OTHER_NAMES,
    SUBMITTED,
    TYPES,
    dates_near,
    long_texts,
    often,
    some,
    texts,
)

FULL, LEAN = "full", "lean"
"""Moods of a dossier: nearly all in order, or anything goes. Without the first nothing would ever be met."""


def ages_of(programme: Raw, rubrics: dict[str, Raw]) -> list[Raw]:
    """Every age that the rules name."""
    rules = [rubric.get("evidence", {}).get("currency") for rubric in rubrics.values()]
    limited = [each for each in [*programme.get("qualifications", []), *rules] if each and "max_age" in each]
    return [each["max_age"] for each in limited]


@st.composite
def portfolios(
    draw: st.DrawFn, programme: Raw, rubrics: dict[str, Raw], mood: str
) -> tuple[Raw, dict[str, bytes | None]]:
    """A portfolio, and the bytes of the files that it names."""
    submitted = draw(st.sampled_from(SUBMITTED))
    near = dates_near(submitted, ages_of(programme, rubrics))
    qualifications = tuple(each["id"] for each in programme.get("qualifications", []))
    count = draw(st.integers(2, 6) if mood == FULL else st.integers(0, 5))
    evidence = [draw(items(f"B{n}", near, qualifications, mood)) for n in range(1, count + 1)]
    files = {item["file"]: draw(contents(item, mood)) for item in evidence if "file" in item}
    known = tuple(item["id"] for item in evidence)
    claimed = [outcome for outcome in rubrics if draw(often(9, 1) if mood == FULL else often(2, 1))]
    candidate = {"id": "K-1", "name": draw(st.sampled_from((*CANDIDATE_NAMES, " ")))}
    if draw(often(1, 6)):
        del candidate["name"]
    portfolio: Raw = {
        "format": "evc/portfolio@1",
        "candidate": candidate,
        "programme": programme["id"],
        "submitted": submitted,
        **draw(st.sampled_from(({}, {"goal": "Een diploma."}))),
        "evidence": evidence,
        "claims": [draw(claims(outcome, rubrics[outcome], known, mood)) for outcome in draw(st.permutations(claimed))],
    }
    return portfolio, files


@st.composite
def items(draw: st.DrawFn, name: str, near: tuple[str, ...], qualifications: tuple[str, ...], mood: str) -> Raw:
    """One evidence item."""
    kind = draw(st.sampled_from(TYPES))
    item: Raw = {"id": name, "type": kind, "title": draw(texts()), **draw(dating(near, mood))}
    if kind in ("diploma", "certificate") and qualifications and draw(often(1, 1)):
        item["qualification"] = draw(st.sampled_from(qualifications))
    if draw(often(1, 1)):
        item["hours"] = draw(st.sampled_from(HOURS))
    if draw(often(2, 1)):
        item["context"] = draw(st.sampled_from((*CONTEXTS, *CONTEXTS, *BLANKS)))
    if draw(often(1, 4)):
        item |= draw(shares(mood))
    if kind == "video" and draw(often(1, 1)):
        item["consent"] = draw(st.booleans())
    if draw(often(1, 1)):
        item["attested_by"] = draw(attestations(near))
    if draw(often(1, 2)):
        item |= {
            "file": f"bewijs/{draw(st.sampled_from((name, name, 'gedeeld')))}.pdf",
            **draw(claimed_hash(name, mood)),
        }
    return item


def dating(near: tuple[str, ...], mood: str) -> st.SearchStrategy[Raw]:
    """`issued`, a period, or both; in a full dossier mostly of today."""
    if mood == FULL:
        near = (*near[:2], *near)
    dates = st.sampled_from(near)
    return st.one_of(
        st.builds(lambda day: {"issued": day}, dates),
        st.builds(lambda one, two: {"period": {"from": min(one, two), "to": max(one, two)}}, dates, dates),
        st.builds(lambda day: {"period": {"from": day}}, dates),
        st.builds(
            lambda day, one, two: {"issued": day, "period": {"from": min(one, two), "to": max(one, two)}},
            dates,
            dates,
            dates,
        ),
    )


def shares(mood: str) -> st.SearchStrategy[Raw]:
    """Work of a group, with or without what this person did."""
    told = [{"group": True, "own_share": text} for text in ("Het ontwerp.", "Deel 1\nen deel 2")]
    silent = [{"group": True}, *({"group": True, "own_share": text} for text in BLANKS)]
    harmless = [{"group": False}, {"group": False, "own_share": ""}]
    return st.sampled_from([*told, *harmless, silent[1]] if mood == FULL else [*told, *silent, *silent, *harmless])


@st.composite
def attestations(draw: st.DrawFn, near: tuple[str, ...]) -> Raw:
    """Somebody who stands for the item: now and then the candidate, or a later assessor."""
    optional = {"role": texts(), "organisation": texts(), "on": st.sampled_from(near)}
    name = draw(st.sampled_from((*OTHER_NAMES, *CANDIDATE_NAMES)))
    return {"name": name, **draw(st.fixed_dictionaries({}, optional=optional))}


def claimed_hash(name: str, mood: str) -> st.SearchStrategy[Raw]:
    """The hash of the item's file, in either case; for a lean dossier also one of another file."""
    right = sha256(name.encode()).hexdigest()
    wrong = sha256(b"other").hexdigest()
    hashes: tuple[Raw, ...] = ({}, {"sha256": right}, {"sha256": right.upper()})
    return st.sampled_from(hashes if mood == FULL else (*hashes, {"sha256": wrong}))


def contents(item: Raw, mood: str) -> st.SearchStrategy[bytes | None]:
    """The file that belongs to the item; for a lean dossier also none."""
    there = item["id"].encode()
    return st.sampled_from((there, there, there, there, there, None) if mood == FULL else (there, there, None))


@st.composite
def claims(draw: st.DrawFn, outcome: str, rubric: Raw, known: tuple[str, ...], mood: str) -> Raw:
    """A claim: in a full dossier every criterion is supported."""
    supports: Raw = {}
    supported = often(9, 1) if mood == FULL else often(3, 1)
    for criterion in rubric["criteria"]:
        if draw(supported) and known:
            supports[criterion["id"]] = draw(some(known, 2 if mood == FULL else 1, 4))
    account: Raw = {"account": draw(long_texts())} if draw(often(1, 3)) else {}
    return {"outcome": outcome, **account, "supports": supports}
