"""The fixed words of the page: headings, column heads, hints for who cannot see; nothing here judges."""

from collections.abc import Mapping

from evc.language import Language

# A template says ``t.route``; the catalogue says ``report.route``.
HEADINGS = (
    "skip",
    "contents",
    "kicker",
    "at_a_glance",
    "conditions",
    "request",
    "goal",
    "unit",
    "outcome",
    "units_and_outcomes",
    "credits",
    "total",
    "criteria",
    "criterion",
    "coverage",
    "verdict",
    "per_outcome",
    "criteria_caption",
    "counting_evidence",
    "nothing",
    "consensus",
    "changed_to",
    "below",
    "fulfilled",
    "why",
    "rules_caption",
    "rule",
    "required",
    "found",
    "evidence",
    "items_caption",
    "item",
    "counts",
    "reason",
    "missing",
    "account",
    "own_share",
    "route",
    "route_caption",
    "where",
    "what",
    "interview",
    "register",
    "register_caption",
    "no_evidence",
    "number",
    "dated",
    "attested",
    "provenance",
    "sources_caption",
    "source",
    "citation",
    "verify",
    "file",
    "file_missing",
    "digest",
    "digest_hint",
    "signatures",
    "by_assessors",
    "sign_here",
    "by_committee",
    "committee_caption",
    "advice",
    "follows",
    "departs",
    "empty_box",
    "empty_line",
    "committee_sign_here",
    "matrix_caption",
)


def headings(language: Language, about: str, *, stages: bool) -> Mapping[str, str]:
    """The fixed words in a language, by the name a template gives them.

    `about` is advice or coverage: before anybody judged some say less. `stages`: units are counted, not EC.
    """
    return {name: _heading(f"report.{name}", language, about, stages=stages) for name in HEADINGS}


def _heading(key: str, language: Language, about: str, *, stages: bool) -> str:
    variants = (f"{key}.stages",) if stages else ()
    known = (each for each in (*variants, f"{key}.{about}") if language.knows(each))
    return language.say(next(known, key))
