"""What mending makes of a raw dossier: each change does what its name says, and all of them together are enough."""

from decimal import Decimal

import pytest
from tests.oracle.mending import apply
from tests.oracle.naive import outcome_is_met
from tests.oracle.papers import Raw
from tests.oracle.tables import ITEM, PORTFOLIO, PROGRAMME, RUBRIC, assessment

LOW: Raw = {"lu1": {"P1": "onvoldoende"}}
REJECTED: Raw = {"B1": {"reason": "other", "remark": "Nee."}}
ON_P1: Raw = {"criterion": "P1"}
NEW: Raw = {"code": "add-item", "data": {"criteria": ["P1"]}}
RICH: Raw = {
    "code": "add-item",
    "data": {"criteria": ["P1"], "type": "video", "new_context": True, "hours": "1.5", "attested": True},
}
DEMANDING: Raw = {
    "variation": {"types": 2, "contexts": 2},
    "quantity": {"hours": Decimal("2.5")},
    "authenticity": {"attested": 1},
}


def mend(reason: str) -> Raw:
    """The change that mends B1."""
    return {"code": "mend-item", "data": {"evidence": "B1", "reason": reason}}


def mended(changes: list[Raw], item: Raw, evidence: Raw, assessments: list[Raw], needed: int) -> tuple[bool, bool]:
    """Whether lu1 is met before the changes, and after."""
    programme: Raw = PROGRAMME | {"assessors": needed}
    rubrics = {"lu1": RUBRIC | ({"evidence": evidence} if evidence else {})}
    portfolio: Raw = PORTFOLIO | {"evidence": [ITEM | item]}
    files: dict[str, str | None] = {"b1.pdf": None}
    first = outcome_is_met(programme, rubrics, portfolio, assessments, None, files, None, "lu1")
    after = apply(changes, programme, rubrics, portfolio, assessments, None, files, None, "lu1")
    second = outcome_is_met(programme, rubrics, *after, None, "lu1")
    return first, second


@pytest.mark.parametrize(
    ("changes", "item", "evidence", "assessments", "needed"),
    [
        ([mend("rejected")], {}, {}, [assessment(1, rejected=REJECTED)], 1),
        ([mend("file-missing")], {"file": "b1.pdf", "sha256": "00"}, {}, [], 0),
        ([mend("future")], {"issued": "2027-01-01"}, {}, [], 0),
        ([mend("own-share-missing")], {"group": True}, {}, [], 0),
        ([mend("outdated")], {"issued": "2001-01-01"}, {"currency": {"max_age": {"days": 0, "years": 1}}}, [], 0),
        ([mend("type-not-accepted")], {}, {"relevance": {"accepts": ["video"]}}, [assessment(1)], 1),
        ([{"code": "attest-item", "data": {"evidence": "B1"}}], {}, {"authenticity": {"attested": 1}}, [], 0),
        ([NEW], {}, {"relevance": {"per_criterion": 2}}, [], 0),
        ([RICH], {"hours": 1, "context": "a"}, DEMANDING, [], 0),
        ([{"code": "rate", "data": ON_P1 | {"assessors": 2}}], {}, {}, [assessment(1)], 3),
        ([{"code": "agree", "data": ON_P1}], {}, {}, [assessment(1), assessment(2, ratings=LOW)], 2),
        ([{"code": "judge-again", "data": ON_P1}], {}, {}, [assessment(1, ratings=LOW), assessment(2, ratings=LOW)], 2),
    ],
)  # fmt: skip
def test_enough(changes: list[Raw], item: Raw, evidence: Raw, assessments: list[Raw], needed: int) -> None:
    assert mended(changes, item, evidence, assessments, needed) == (False, True)


def test_a_waiver_for_the_type_does_not_hide_that_the_item_is_old() -> None:
    evidence = {"relevance": {"accepts": ["video"]}, "currency": {"max_age": {"years": 1}}}
    old = {"issued": "2001-01-01"}
    assert mended([mend("type-not-accepted")], old, evidence, [assessment(1)], 1) == (False, False)
    assert mended([mend("type-not-accepted"), mend("outdated")], old, evidence, [assessment(1)], 1) == (False, True)


def test_what_was_given_stays_as_it_was() -> None:
    given = assessment(1, rejected=REJECTED)
    before = repr(given)
    mended([mend("rejected")], {}, {}, [given], 1)
    assert repr(given) == before
