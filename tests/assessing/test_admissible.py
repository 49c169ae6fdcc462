"""Which items count for an outcome, and the first reason why one does not (DESIGN §4, *Evidence item*)."""

from datetime import date

import pytest
from tests.assessing.cases import BEST, MISMATCH, MISSING, RIGHT, agreed, case, item, outcome, rubric, said

from evc.assessing.admissible import faults_by_item
from evc.assessing.items import evidence_date
from evc.model.dossier import FileFacts

FIVE_YEARS = {"currency": {"max_age": {"years": 5}}}
ONLY_VIDEO = {"relevance": {"accepts": ["video"]}}
GOING_ON = {"period": {"from": "2018-01-01"}}
REJECTED = {"B1": {"reason": "other", "remark": "…"}}
WAIVED = {"B1": {"remark": "…", "for": ["o"]}}


def attested(on):
    return {"attested_by": {"name": "X", "on": on}}


def judge(evidence, demands=None, **keys):
    return outcome(rubric(evidence=demands or {}), evidence=[evidence], **keys).evidence[0]


def reason_of(result):
    return result.reason.value if result.reason else None


@pytest.mark.parametrize(
    ("keys", "on", "expected"),
    [
        ({"issued": "2020-05-01"}, "2026-09-15", "2020-05-01"),
        ({"issued": "2030-05-01"}, "2026-09-15", "2030-05-01"),
        ({"period": {"from": "2018-01-01", "to": "2020-05-01"}}, "2026-09-15", "2020-05-01"),
        ({"period": {"from": "2018-01-01", "to": "2030-05-01"}}, "2026-09-15", "2026-09-15"),  # at most D
        # a period wins from the day of issue
        ({"issued": "2026-06-01", "period": {"from": "2018-01-01", "to": "2020-05-01"}}, "2026-09-15", "2020-05-01"),
        # still going on: the earliest of submitted, D and the day it was attested
        (GOING_ON, "2026-09-15", "2026-09-15"),
        (GOING_ON, "2028-01-01", "2026-09-15"),
        (GOING_ON, "2026-03-01", "2026-03-01"),
        (GOING_ON | attested("2019-02-03"), "2026-09-15", "2019-02-03"),
        (GOING_ON | attested("2027-02-03"), "2027-09-15", "2026-09-15"),
        (GOING_ON | {"attested_by": {"name": "X"}}, "2026-09-15", "2026-09-15"),
        # what was attested dates nothing else
        ({"issued": "2026-06-01"} | attested("2019-02-03"), "2026-09-15", "2026-06-01"),
        ({"period": {"from": "2018-01-01", "to": "2026-05-01"}} | attested("2019-02-03"), "2026-09-15", "2026-05-01"),
    ],
)
def test_the_date_of_an_item(keys, on, expected):
    given = case(evidence=[item(**keys)])
    day = evidence_date(given.dossier.evidence[0], given.dossier.submitted, date.fromisoformat(on))
    assert day == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("keys", "demands", "reason"),
    [
        ({}, {}, None),
        ({"issued": "2026-09-15"}, {}, None),  # the day itself is not the future
        ({"issued": "2026-09-16"}, {}, "future"),
        ({"period": {"from": "2026-09-15"}}, {}, None),
        ({"period": {"from": "2026-09-16"}}, {}, "future"),
        ({"period": {"from": "2026-09-01", "to": "2027-06-30"}}, {}, None),  # it has begun
        ({"issued": "2026-09-16", "period": {"from": "2020-01-01"}}, {}, "future"),
        ({"issued": "2020-01-01", "period": {"from": "2026-09-16"}}, {}, "future"),
        ({"group": True}, {}, "own-share-missing"),
        ({"group": True, "own_share": " \u200b"}, {}, "own-share-missing"),
        ({"group": True, "own_share": "the test"}, {}, None),
        ({"group": False}, {}, None),
        ({"own_share": ""}, {}, None),
        ({"issued": "2021-09-15"}, FIVE_YEARS, None),
        ({"issued": "2021-09-14"}, FIVE_YEARS, "outdated"),
        ({"issued": "1950-01-01"}, {}, None),  # no currency is asked
        ({"period": {"from": "2010-01-01", "to": "2021-09-14"}}, FIVE_YEARS, "outdated"),
        (GOING_ON, FIVE_YEARS, None),
        (GOING_ON | attested("2021-09-14"), FIVE_YEARS, "outdated"),
        ({"type": "video"}, ONLY_VIDEO, None),
        ({"type": "reflection"}, ONLY_VIDEO, "type-not-accepted"),
    ],
)
def test_what_sets_an_item_aside(keys, demands, reason):
    result = judge(item(**keys), demands)
    assert (result.admissible, reason_of(result), result.waived) == (reason is None, reason, False)


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (None, None),  # an item without file, such as a feedback talk
        (FileFacts("aa", None, None), None),
        (MISSING, "file-missing"),
        (MISMATCH, "file-mismatch"),
    ],
)
def test_the_file_of_an_item(found, reason):
    keys = {"found": {"B1": found}} if found else {}
    assert reason_of(judge(item(), **keys)) == reason


def test_a_currency_in_months_and_days():
    demands = {"currency": {"max_age": {"months": 1, "days": 1}}}
    on_the_limit = item(issued="2026-01-31")
    assert judge(on_the_limit, demands, on="2026-03-01").admissible
    assert not judge(on_the_limit, demands, on="2026-03-02").admissible


# Everything is wrong with this item at once: it is listed as issued in the future for a period long gone.
WHOLLY_WRONG = {"issued": "2027-01-01", "period": {"from": "2010-01-01", "to": "2012-01-01"}, "group": True}
WHOLLY = {**FIVE_YEARS, **ONLY_VIDEO}
IN_ORDER = ["rejected", "file-missing", "future", "own-share-missing", "outdated", "type-not-accepted"]


@pytest.mark.parametrize(
    ("wrong", "assessments", "found", "reasons"),
    [
        (WHOLLY_WRONG, [said(rejected=REJECTED)], MISSING, IN_ORDER),
        (WHOLLY_WRONG, [said(rejected=REJECTED)], MISMATCH, ["rejected", "file-mismatch", *IN_ORDER[2:]]),
        (WHOLLY_WRONG, [], MISSING, IN_ORDER[1:]),
        (WHOLLY_WRONG, [], MISMATCH, ["file-mismatch", *IN_ORDER[2:]]),
        (WHOLLY_WRONG, [], None, IN_ORDER[2:]),
        ({**WHOLLY_WRONG, "issued": "2012-01-01"}, [], None, IN_ORDER[3:]),
        ({"issued": "2012-01-01"}, [], None, IN_ORDER[4:]),
        ({}, [], None, IN_ORDER[5:]),
        ({"type": "video"}, [], None, []),
        (WHOLLY_WRONG, [said(rejected=REJECTED, waived=WAIVED)], MISSING, IN_ORDER[:3]),
    ],
)
def test_the_first_reason_in_order_is_reported(wrong, assessments, found, reasons):
    keys = {"evidence": [item(**wrong)], "assessments": assessments, "found": {"B1": found} if found else {}}
    given = case(rubric(evidence=WHOLLY), **keys)
    faults = faults_by_item(given, given.programme.rubrics["o"], given.dossier.evidence)["B1"]
    assert [reason.value for reason, _ in faults] == reasons
    reported = outcome(rubric(evidence=WHOLLY), **keys).evidence[0]
    assert reason_of(reported) == (reasons[0] if reasons else None)


@pytest.mark.parametrize(
    ("assessments", "consensus", "rejected"),
    [
        ([], None, False),
        ([said(rejected=REJECTED)], None, True),
        ([said("A-1"), said("A-2", rejected=REJECTED)], None, True),  # one is enough
        ([said(rejected={"B1": {**REJECTED["B1"], "for": ["o"]}})], None, True),
        ([said(rejected={"B1": {**REJECTED["B1"], "for": ["other"]}})], None, False),
        ([said(rejected={"B2": REJECTED["B1"]})], None, False),
        ([said(rejected=REJECTED)], agreed("A-1", restored=["B1"]), False),
        ([said(rejected=REJECTED)], agreed("A-1", restored=["B2"]), True),
        ([said(name, rejected=REJECTED) for name in ("A-1", "A-2")], agreed("A-1", "A-2", restored=["B1"]), False),
    ],
)
def test_rejection(assessments, consensus, rejected):
    result = judge(item(), assessments=assessments, consensus=consensus)
    assert reason_of(result) == ("rejected" if rejected else None)


@pytest.mark.parametrize(
    ("needed", "waiving", "waived"),
    [
        (0, [], False),  # at least one, also when no assessor is needed
        (0, ["A-1"], True),
        (1, [], False),
        (1, ["A-1"], True),
        (2, ["A-1"], False),
        (2, ["A-1", "A-2"], True),
        (2, ["A-1", "A-2", "A-3"], True),
        (3, ["A-1", "A-2"], False),
    ],
)
def test_how_many_must_waive(needed, waiving, waived):
    others = [said(name) for name in ("A-1", "A-2", "A-3") if name not in waiving]
    result = judge(
        item(issued="2010-01-01"),
        FIVE_YEARS,
        programme={"assessors": needed},
        assessments=[*(said(name, waived=WAIVED) for name in waiving), *others],
    )
    assert (result.waived, result.admissible) == (waived, waived)
    assert reason_of(result) == (None if waived else "outdated")


@pytest.mark.parametrize(
    ("keys", "demands", "found", "reason"),
    [
        ({}, {}, None, None),  # marked also when nothing had to be waived
        ({"group": True}, {}, None, None),
        ({"issued": "2010-01-01"}, FIVE_YEARS, None, None),
        ({}, ONLY_VIDEO, None, None),
        ({"group": True, "issued": "2010-01-01"}, {**FIVE_YEARS, **ONLY_VIDEO}, None, None),
        ({}, {}, MISSING, "file-missing"),  # these nobody can waive
        ({}, {}, MISMATCH, "file-mismatch"),
        ({"issued": "2027-01-01"}, {}, None, "future"),
    ],
)
def test_what_can_be_waived(keys, demands, found, reason):
    result = judge(item(**keys), demands, assessments=[said(waived=WAIVED)], found={"B1": found} if found else {})
    assert (result.waived, reason_of(result)) == (True, reason)


def test_a_rejection_is_not_waived():
    result = judge(item(), assessments=[said("A-1", waived=WAIVED), said("A-2", rejected=REJECTED)])
    assert (result.waived, reason_of(result)) == (True, "rejected")


def test_a_waiver_holds_for_the_outcomes_it_names():
    elsewhere = {"B1": {"remark": "…", "for": ["other"]}}
    result = judge(item(issued="2010-01-01"), FIVE_YEARS, assessments=[said(waived=elsewhere)])
    assert (result.waived, reason_of(result)) == (False, "outdated")


def test_waivers_of_several_outcomes_are_counted_apart():
    elsewhere = {"B1": {"remark": "…", "for": ["other"]}}
    result = judge(
        item(issued="2010-01-01"),
        FIVE_YEARS,
        programme={"assessors": 2},
        assessments=[said("A-1", waived=WAIVED), said("A-2", waived=elsewhere)],
    )
    assert not result.waived


@pytest.mark.parametrize(
    ("keys", "demands", "found", "data"),
    [
        ({"sha256": "AA"}, {}, MISMATCH, {"expected": "aa", "found": MISMATCH.sha256}),
        ({}, {}, MISSING, {"cause": "not-found"}),
        ({"issued": "2026-09-16"}, {}, None, {"date": date(2026, 9, 16)}),
        ({"issued": "2026-09-15", "period": {"from": "2026-09-17"}}, {}, None, {"date": date(2026, 9, 17)}),
        ({"group": True}, {}, None, {}),
        (
            {"issued": "2010-01-01"},
            FIVE_YEARS,
            None,
            {"date": date(2010, 1, 1), "max_age": {"years": 5, "months": 0, "days": 0}},
        ),
        ({}, ONLY_VIDEO, None, {"type": "work-product", "accepts": ("video",)}),
    ],
)
def test_the_facts_behind_a_reason(keys, demands, found, data):
    assert judge(item(**keys), demands, found={"B1": found} if found else {}).data == data


def test_the_facts_behind_a_rejection_name_every_assessor_in_order():
    assessments = [said("A-2", rejected=REJECTED), said("A-1", rejected={"B1": {"reason": "other", "remark": "no"}})]
    result = judge(item(), assessments=assessments)
    assert result.data == {"by": ("A-1", "A-2"), "reasons": ("other", "other"), "remarks": ("no", "…")}


def test_the_facts_behind_a_waiver_name_every_assessor():
    assessments = [said("A-2", waived=WAIVED), said("A-1", waived=WAIVED)]
    result = judge(item(), assessments=assessments)
    assert result.data == {"waived_by": ("A-1", "A-2"), "waiver_remarks": ("…", "…")}


def test_an_item_that_is_set_aside_counts_for_no_criterion():
    advice = outcome(
        rubric("A", "B"),
        evidence=[item("B1", group=True), item("B2")],
        claims={"o": {"A": ["B1"], "B": ["B1", "B2"]}},
        assessments=[said(ratings={"A": RIGHT, "B": BEST})],
    )
    a, b = advice.criteria
    assert (a.evidence, a.admissible, a.relevance.value) == (("B1",), (), "not-met")
    assert (b.evidence, b.admissible, b.relevance.value) == (("B1", "B2"), ("B2",), "met")
    assert [(each.id, each.admissible) for each in advice.evidence] == [("B1", False), ("B2", True)]
