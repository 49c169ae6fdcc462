"""Hypothesis strategies of whole cases: a programme with its rubrics, a dossier, and now and then a date.

Every document is valid in form (DESIGN §3 and §4 *Form*): nothing here stops a dossier. They are small and made of few
values (pools.py), so that ages fall on their limits, names and contexts meet, and each verdict, reason, condition and
label comes by often.
"""

from hypothesis import strategies as st
from tests.properties.documents import Case, Raw, Written, hashes, portfolio_hash, to_yaml, write_case
from tests.properties.evidence import FULL, LEAN, portfolios
from tests.properties.judgements import assessment_lists, consensuses
from tests.properties.pools import before
from tests.properties.programmes import programmes

__all__ = [
    "Case",
    "Raw",
    "Written",
    "cases",
    "dossiers",
    "hashes",
    "portfolio_hash",
    "programmes",
    "to_yaml",
    "write_case",
]


@st.composite
def dossiers(
    draw: st.DrawFn, programme: Raw, rubrics: dict[str, Raw]
) -> tuple[Raw, list[Raw], Raw | None, dict[str, bytes | None]]:
    """A dossier for the programme: portfolio, assessments, consensus or None, and files by path."""
    mood = draw(st.sampled_from((LEAN, FULL, FULL)))
    portfolio, files = draw(portfolios(programme, rubrics, mood))
    assessed = draw(assessment_lists(programme, rubrics, portfolio, mood))
    return portfolio, assessed, draw(consensuses(programme, portfolio, assessed)), files


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A programme, a dossier and, one time in three, a date beside the day of submission."""
    programme, rubrics = draw(programmes())
    portfolio, assessed, consensus, files = draw(dossiers(programme, rubrics))
    submitted = portfolio["submitted"]
    near = [before(submitted, {"days": days}).isoformat() for days in (1, -1, 30, -400)]
    on = draw(st.sampled_from((None, None, None, *near)))
    return Case(programme, rubrics, portfolio, assessed, consensus, files, on)
