"""Every field of a portfolio, an assessment and a consensus, as DESIGN §3 writes them, becomes a value."""

from datetime import date
from decimal import Decimal

import pytest
from tests.reading.form.files import read, write

from evc.model.assessment import AgreedRating, Instrument, Judged, Rating, Rejection, RejectionReason, Waiver
from evc.model.dossier import Attestation, Period

ITEM = """
  - id: B1
    type: diploma
    title: Verklaring
    issuer: School
    issued: 2026-06-30
    period: {from: 2019-08-01, to: 2026-06-30}
    hours: 1600.50
    context: basisschool
    qualification: q
    group: true
    own_share: all of it
    consent: true
    attested_by: {name: X, role: R, organisation: O, on: 2026-06-29}
    file: bewijs/verklaring.pdf
"""


def dossier(folder, **files):
    write(folder, **files)
    result = read(folder)
    assert result.value is not None
    return result.value.dossier


def test_every_field_of_a_portfolio(tmp_path):
    claims = "claims: [{outcome: o, account: 'It was so.', supports: {A: [B1], B: [B1]}}]"
    made = dossier(
        tmp_path, portfolio=f"candidate: {{id: K-1, name: N}}\ngoal: to teach\n{claims}\nevidence:{ITEM}"
    )  # fmt: skip
    assert (made.candidate.id, made.candidate.name, made.programme) == ("K-1", "N", "p")
    assert (made.submitted, made.goal) == (date(2026, 9, 15), "to teach")
    claim = made.claims["o"]
    assert (claim.account, claim.supports) == ("It was so.", {"A": ("B1",), "B": ("B1",)})
    (item,) = made.evidence
    assert (item.id, item.type, item.title, item.issuer) == ("B1", "diploma", "Verklaring", "School")
    assert (item.issued, item.period) == (date(2026, 6, 30), Period(date(2019, 8, 1), date(2026, 6, 30)))
    assert (item.hours, item.context, item.qualification) == (Decimal("1600.5"), "basisschool", "q")
    assert (item.group, item.own_share, item.consent) == (True, "all of it", True)
    assert item.attested_by == Attestation("X", "R", "O", date(2026, 6, 29))
    assert (item.file, item.sha256, item.found.problem) == ("bewijs/verklaring.pdf", None, "file-missing")


def test_what_a_portfolio_may_leave_out(tmp_path):
    made = dossier(tmp_path)
    (item,) = made.evidence
    assert (made.candidate.name, made.goal, made.claims["o"].account, made.consensus) == (None, None, None, None)
    absent = (item.issuer, item.period, item.hours, item.context, item.qualification, item.own_share, item.consent)
    assert set(absent) == {None}
    assert (item.group, item.attested_by, item.file, item.sha256, item.found) == (False, None, None, None, None)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("{from: 2019-08-01}", Period(date(2019, 8, 1), None)),
        ("{from: 2019-08-01, to: 2019-08-01}", Period(date(2019, 8, 1), date(2019, 8, 1))),
    ],
)
def test_a_period_without_day_of_issue(tmp_path, period, expected):
    made = dossier(tmp_path, portfolio=f"evidence: [{{id: B1, type: other, title: B, period: {period}}}]")
    assert (made.evidence[0].period, made.evidence[0].issued) == (expected, None)


def test_a_claim_may_cite_nothing_and_a_dossier_hold_nothing(tmp_path):
    made = dossier(tmp_path, portfolio="evidence: []\nclaims: [{outcome: o, supports: {}}]")
    assert (made.evidence, made.claims["o"].supports) == ((), {})
    made = dossier(tmp_path, portfolio="evidence: []\nclaims: []")
    assert made.claims == {}


ASSESSMENT = f"""
assessor: {{id: A-1, name: M, role: R}}
judged: {{portfolio: {"a" * 64}, rubrics: {{o: 1.0.0}}}}
instruments: [{{id: G1, kind: interview, on: 2026-10-05, minutes: 40}}, {{id: G2, kind: test}}]
ratings:
  o:
    A: {{level: high, first: low, based_on: [B1, G1], remark: so}}
    B: low
verified: {{B1: {{remark: seen}}}}
rejected: {{B1: {{reason: not-relevant, remark: no, for: [o]}}}}
waived: {{B1: {{remark: yes, for: [o]}}}}
"""


def test_every_field_of_an_assessment(tmp_path):
    (made,) = dossier(tmp_path, assessment=ASSESSMENT).assessments
    assert (made.assessor.id, made.assessor.name, made.assessor.role, made.on) == ("A-1", "M", "R", date(2026, 10, 1))
    assert made.judged == Judged("a" * 64, {"o": "1.0.0"})
    assert made.instruments == (
        Instrument("G1", "interview", date(2026, 10, 5), Decimal(40)),
        Instrument("G2", "test", None, None),
    )
    # the short form of a rating is the long one with nothing but its level
    assert made.ratings["o"] == {
        "A": Rating("high", "low", ("B1", "G1"), "so"),
        "B": Rating("low", None, (), None),
    }
    assert made.verified == {"B1": "seen"}
    assert made.rejected == {"B1": Rejection(RejectionReason.NOT_RELEVANT, "no", frozenset({"o"}))}
    assert made.waived == {"B1": Waiver("yes", frozenset({"o"}))}


@pytest.mark.parametrize("judged", [f"{{portfolio: {'b' * 64}}}", "{rubrics: {o: 1.0.0}}"])
def test_half_of_what_was_judged(tmp_path, judged):
    (made,) = dossier(tmp_path, assessment=f"judged: {judged}").assessments
    assert (made.judged.portfolio is None) is ("portfolio" not in judged)
    assert (made.judged.rubrics == {}) is ("rubrics" not in judged)


@pytest.mark.parametrize("reason", ["not-authentic", "not-readable", "other"])
def test_a_rejection_for_every_outcome(tmp_path, reason):
    (made,) = dossier(tmp_path, assessment=f"rejected: {{B1: {{reason: {reason}, remark: no}}}}").assessments
    assert made.rejected == {"B1": Rejection(RejectionReason(reason), "no", None)}


def test_every_field_of_a_consensus(tmp_path):
    made = dossier(tmp_path, consensus="restored: {B1: {remark: back}}").consensus
    assert (made.on, made.assessors) == (date(2026, 10, 8), ("A-1",))
    assert made.ratings == {"o": {"A": AgreedRating("high", "agreed")}}
    assert made.restored == {"B1": "back"}
