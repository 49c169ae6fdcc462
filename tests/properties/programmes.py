"""Programmes and their rubrics, valid in form (DESIGN §3 and §4 *Form*), small and rich."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from tests.properties.documents import Raw
from tests.properties.pools import AGES, CREDITS, HOURS, bilingual, long_texts, often, some, texts

LEVELS = ("onvoldoende", "voldoende", "goed", "uitstekend")
KINDS = ("interview", "workplace-visit", "observation", "test", "other")
QUALIFICATIONS: tuple[tuple[str, ...], ...] = ((), ("mbo4",), ("mbo4", "havo"), ("havo", "mbo4"))
ACCEPTED = ("diploma", "certificate", "badge", "employer-statement", "work-product", "video")
REGULATIONS: tuple[Raw, ...] = (
    {"title": "OER", "year": "2026-2027", "from": "2026-09-01", "to": "2027-08-31"},
    {"title": "OER", "from": "2024-02-29"},
    {"title": "OER", "to": "2026-09-15"},
    {"title": "OER", "from": "2020-01-01", "to": "2030-12-31"},
)
VERSIONS = ("1.0.0", "1.1.0", "2.0.0-rc.1")


@st.composite
def programmes(draw: st.DrawFn) -> tuple[Raw, dict[str, Raw]]:
    """A programme and its rubrics by id."""
    levels = LEVELS[: draw(st.integers(2, 4))]
    qualifications = [draw(qualification(name)) for name in draw(st.sampled_from(QUALIFICATIONS))]
    units = draw(unit_lists([each["id"] for each in qualifications]))
    total = sum((Decimal(unit["credits"]) for unit in units), Decimal())
    spare = draw(st.sampled_from((Decimal(), Decimal(10), Decimal("0.5"))))
    programme: Raw = {
        "format": "evc/programme@1",
        "id": "opleiding",
        "title": draw(bilingual()),
        "language": draw(st.sampled_from(("nl", "en"))),
        "credits": as_read(total + spare),
        "scale": {
            "levels": [{"id": level, "title": level.capitalize()} for level in levels],
            "pass": draw(st.sampled_from((*levels[1:], *levels))),
        },
        **draw(panel()),
        **({"qualifications": qualifications} if qualifications else {}),
        "units": units,
        **draw(limits(total)),
    }
    outcomes = [outcome for unit in units for outcome in unit.get("outcomes", [])]
    return programme, {outcome: draw(rubric(outcome, levels)) for outcome in outcomes}


def as_read(number: Decimal) -> int | Decimal:
    """The number as a reader gives it back: an `int` where it has no decimals."""
    return number if number.as_tuple().exponent else int(number)


def panel() -> st.SearchStrategy[Raw]:
    """What the programme asks of its assessors."""
    return st.fixed_dictionaries(
        {},
        optional={
            "assessors": st.sampled_from((1, 0, 2, 3, 1, 2)),
            "agreement": st.sampled_from(("majority", "unanimous", "majority")),
            "remarks": st.sampled_from(("all", "below-pass", "none")),
            "instruments": some(KINDS[:2], 1, 2),
            "regulation": st.sampled_from(REGULATIONS),
        },
    )


def limits(total: Decimal) -> st.SearchStrategy[Raw]:
    """The most that may be advised: near what the units sum to."""
    most = st.sampled_from((0, 5, 10, as_read(total), Decimal("7.50")))
    return st.one_of(st.just({}), st.builds(lambda credits_: {"advice": {"max_credits": credits_}}, most))


@st.composite
def qualification(draw: st.DrawFn, name: str) -> Raw:
    """Formal proof that exempts, with or without a greatest age."""
    age = {"max_age": draw(st.sampled_from(AGES))} if draw(often(1, 1)) else {}
    return {"id": name, "title": draw(bilingual()), **age}


@st.composite
def unit_lists(draw: st.DrawFn, qualifications: list[str]) -> list[Raw]:
    """Units that share five outcomes at most; `after` also points forward, and never in a circle."""
    names = [f"LU-{letter}" for letter in "ABCD"[: draw(st.integers(1, 4))]]
    rank = draw(st.permutations(names))
    left = [f"lu{n}" for n in range(1, 6)]
    units = []
    for name in names:
        earlier = tuple(rank[: rank.index(name)])
        wanted = draw(st.sampled_from((1, 2, 1, 3)))
        units.append(draw(unit(name, earlier, left[:wanted], qualifications)))
        left = left[len(units[-1].get("outcomes", [])) :]
    return units


@st.composite
def unit(draw: st.DrawFn, name: str, earlier: tuple[str, ...], outcomes: list[str], qualifications: list[str]) -> Raw:
    """One unit; without outcomes, or now and then with them, it cannot be exempted."""
    closed = not outcomes or draw(often(1, 7))
    kept = [] if closed and draw(often(1, 1)) else outcomes
    optional: Raw = {
        "setting": draw(st.sampled_from((None, "workplace", "institute", "both"))),
        "after": draw(some(earlier, 0, 2)),
        "exempt_for": draw(some(tuple(qualifications), 0 if draw(often(1, 2)) else 1, 2)),
        "outcomes": kept,
    }
    return {
        "id": name,
        "title": draw(bilingual()),
        "credits": draw(st.sampled_from(CREDITS)),
        **({"exemptible": False} if closed else draw(st.sampled_from(({}, {"exemptible": True})))),
        **{key: value for key, value in optional.items() if value},
    }


@st.composite
def rubric(draw: st.DrawFn, outcome: str, levels: tuple[str, ...]) -> Raw:
    """The rubric of one outcome."""
    criteria = [draw(criterion(f"P{n}", levels)) for n in range(1, draw(st.sampled_from((1, 2, 3, 2, 3, 4))) + 1)]
    evidence = draw(evidence_rules()) if draw(often(3, 2)) else {}
    decisions: list[Raw] = [{}, {"decision": {"all": True}}]
    decisions += [{"decision": {"at_least": count}} for count in range(1, len(criteria) + 1)]
    decisions += [{"decision": {"at_least": 2}}] * (len(criteria) - 2)
    return {
        "format": "evc/rubric@1",
        "id": outcome,
        "version": draw(st.sampled_from(VERSIONS)),
        "title": draw(bilingual()),
        "statement": draw(long_texts()),
        "criteria": criteria,
        **({"evidence": evidence} if evidence else {}),
        **draw(st.sampled_from(decisions)),
    }


@st.composite
def criterion(draw: st.DrawFn, name: str, levels: tuple[str, ...]) -> Raw:
    """One criterion, often without anything optional."""
    own: dict[str, st.SearchStrategy[Any]] = {
        "mandatory": st.booleans(),
        "pass": st.sampled_from(levels),
        "indicators": st.lists(texts(), min_size=1, max_size=2),
    }
    wanted = draw(st.sampled_from(((), (), ("mandatory",), ("pass",), ("mandatory", "pass", "indicators"))))
    return {"id": name, "title": draw(texts()), **{key: draw(own[key]) for key in wanted}}


@st.composite
def evidence_rules(draw: st.DrawFn) -> Raw:
    """Any of the rules, each with any of its keys; mild more often than not."""
    count = st.sampled_from((1, 2, 1, 3))
    rules: list[tuple[str, Raw]] = [
        ("variation", {"types": count, "contexts": count}),
        ("relevance", {"per_criterion": st.sampled_from((1, 2)), "accepts": some(ACCEPTED, 2, 5)}),
        ("authenticity", {"attested": st.sampled_from((1, 1, 2))}),
        ("currency", {"max_age": st.sampled_from(AGES)}),
        ("quantity", {"items": count, "hours": st.sampled_from((*HOURS, 100))}),
    ]
    asked = {}
    for name, keys in rules:
        if draw(often(1, 2)):
            wanted = draw(some(tuple(keys), 1, 2))
            asked[name] = {key: draw(keys[key]) for key in keys if key in wanted}
    return asked
