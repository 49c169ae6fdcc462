"""The naive judge: DESIGN §4 once more, in the order of its text, slow and obvious, with nothing of evc in it.

Input is plain data as a strict YAML reader gives it: numbers are `int` or `Decimal`, `true` and `false` are `bool`, all
else is text, dates too. It is taken to be valid in form (§4 *Form*). `files` maps the path of an evidence file to the
hash of its bytes, or to None when no such file is there; under "portfolio.yml" it may hold the hash of the portfolio
itself, which `judged.portfolio` is compared with.

Readings, where the text allows two:

*Items* (naive_items)
- An item with both `period` and `issued` is dated by its period; for `future` both count.
- `attested_by.on` dates a period without end also when the candidate attested it.
- An item is marked `waived` whenever enough assessors waive it, also when nothing needed a waiver, and also when
  something else (a rejection, a missing file) sets it aside.
- `sha256` and `judged.portfolio` are compared without regard to case.
- *Same text* follows its steps as listed: nothing is normalised again after default-ignorable characters are dropped.
- A rejection that the consensus restored is restored for every outcome.

*Rules, criteria, outcomes* (naive_outcomes)
- An item counts as one with hours when the key is given, also with `hours: 0`.
- A candidate without a name, or with a blank one, is nobody's namesake: every attestation is then by another.
- Reasons of a criterion: `too-few-items` first, then the one of its rating, if any; `below-pass` whenever the rating is
  not-met, by consensus or majority too.
- A consensus on a criterion with too few ratings counts for nothing, and is still shown.
- A rating's `remark` is shown as written, blank ones too; null only when absent.
- `decision` as a rule has the verdict of the decision alone, on the criteria's verdicts.
- "both" of *Short of* is the list of the two words, evidence first.

*Units* (naive_units)
- A non-exemptible unit gets the added reasons too, for it is not awarded.
- `not-exemptible`, `proof-not-verified`, `not-claimed`, `incomplete` and `not-demonstrated` carry no data.
- `mandatory-not-met` looks at `mandatory`, whatever the decision is; an open criterion is not meant.
- "cites no rejected item" means: no cited item whose reason for that outcome is `rejected`.
- Waivers and own share say nothing of formal proof; a proof that one assessor verified and another (or the same one)
  rejected as `not-relevant` or `other` is verified formal proof.
- A qualification's `max_age` is counted from the same date and in the same way as `currency`.
- "every admissible item cited in its claims": admissible for the outcome that cites it.

*Programme* (naive_conditions)
- A blank or absent name of an assessor is the name of nobody else.
- A cited item of an assessor's name counts whether or not it is admissible.
- Any instrument of any assessor counts for every unit.
- A blank remark is no remark.
- "rated an outcome" is met by a rating of any of its criteria.
- The regulation is in force on `from` and `to` themselves. Without either it is not bounded on that side; the
  data then has null there.
- An assessor whose `judged` names only rubrics says nothing of the portfolio, and the reverse; either is `judged`.
- `after` in the route stands as the unit wrote it.
- Conditions of one code: by assessor id, then in programme or portfolio order.
"""

from collections.abc import Iterable, Mapping

from tests.oracle.naive_conditions import conditions_result, credits_result, route_result
from tests.oracle.naive_outcomes import outcome_result
from tests.oracle.naive_units import unit_result
from tests.oracle.papers import MET, Raw, lay_out


def evaluate(
    programme: Raw,
    rubrics: Mapping[str, Raw],
    portfolio: Raw,
    assessments: Iterable[Raw],
    consensus: Raw | None,
    files: Mapping[str, str | None],
    on: str | None = None,
) -> Raw:
    """The advice on one dossier in the shape of §6, without sentences: `units`, `credits`, `conditions`, `route`."""
    papers = lay_out(programme, rubrics, portfolio, assessments, consensus, files, on)
    units = [unit_result(papers, unit) for unit in programme["units"]]
    return {
        "units": units,
        "credits": credits_result(papers, units),
        "conditions": conditions_result(papers, units),
        "route": route_result(papers, units),
    }


def outcome_is_met(
    programme: Raw,
    rubrics: Mapping[str, Raw],
    portfolio: Raw,
    assessments: Iterable[Raw],
    consensus: Raw | None,
    files: Mapping[str, str | None],
    on: str | None,
    outcome: str,
) -> bool:
    """Whether one learning outcome is claimed and met."""
    papers = lay_out(programme, rubrics, portfolio, assessments, consensus, files, on)
    return bool(outcome_result(papers, outcome)["verdict"] == MET)
