"""The words of an advice that every output shares: labels, recommendations, bases, rules, findings and items.

A function takes a `Language` where a word depends on nothing else, and `Names` where it names things of the advice.
Nothing here says granted or decided: evc advises (DESIGN §1).
"""

from collections.abc import Sequence
from enum import Enum

from evc.language import Language
from evc.model.advice import (
    Basis,
    Coverage,
    ItemResult,
    Label,
    OutcomeAdvice,
    Recommendation,
    RuleResult,
    ShortOf,
    UnitAdvice,
)
from evc.model.findings import CriterionReason, Finding, UnitReason
from evc.model.programme import Setting
from evc.model.verdict import Verdict
from evc.reporting.names import Names
from evc.reporting.sentences import conditions, findings, items, rules


class Tone(Enum):
    """The five statuses that have a shape and a colour, the same in every output (REPORTS §0.1)."""

    MET = "met"
    OPEN = "open"
    PART = "part"
    NOT = "not"
    NONE = "none"


class Investigation(Enum):
    """What must be done first for a unit that is advised to be investigated."""

    PROOF = "proof"
    RATINGS = "ratings"
    INTERVIEW = "interview"


_LABEL_TONES = {
    Label.DEMONSTRATED: Tone.MET,
    Label.OPEN: Tone.OPEN,
    Label.PARTLY: Tone.PART,
    Label.NOT: Tone.NOT,
    Label.NOT_CLAIMED: Tone.NONE,
}
_VERDICT_TONES = {Verdict.MET: Tone.MET, Verdict.OPEN: Tone.OPEN, Verdict.NOT_MET: Tone.NOT}
_RECOMMENDATION_TONES = {
    Recommendation.AWARD: Tone.MET,
    Recommendation.INVESTIGATE: Tone.OPEN,
    Recommendation.PARTIAL: Tone.PART,
}

# `none` reads as a refusal unless it says which of four things it is (REPORTS §2.2).
NONE_WORDINGS = (
    UnitReason.NOT_EXEMPTIBLE,
    UnitReason.NOT_CLAIMED,
    UnitReason.INCOMPLETE,
    UnitReason.NOT_DEMONSTRATED,
)


def label_word(label: Label, language: Language) -> str:
    """The verdict on an outcome, as in aangetoond."""
    return language.say(f"label.{label.value}")


def label_tone(label: Label) -> Tone:
    """The shape and colour of a label."""
    return _LABEL_TONES[label]


def verdict_word(verdict: Verdict, language: Language) -> str:
    """The verdict on a criterion, as in nog open."""
    return language.say(f"verdict.{verdict.value}")


def rule_verdict_word(verdict: Verdict, language: Language) -> str:
    """The verdict on a rule, as in voldaan."""
    return language.say(f"rule-verdict.{verdict.value}")


def verdict_tone(verdict: Verdict) -> Tone:
    """The shape and colour of a verdict."""
    return _VERDICT_TONES[verdict]


def coverage_word(coverage: Coverage, language: Language) -> str:
    """What the evidence shows, as in deels gedekt; it never has a verdict's shape."""
    return language.say(f"coverage.{coverage.value}")


def short_of_text(outcome: OutcomeAdvice, names: Names) -> str | None:
    """What an outcome that is not met lacks: evidence, judgement or both; None when it lacks nothing.

    Judgement names the criteria that were rated too low, so that nobody takes the whole outcome for below the level.
    """
    if not outcome.short_of:
        return None
    if outcome.short_of == (ShortOf.EVIDENCE,):
        return names.language.say("short-of.evidence")
    which = "judgement" if outcome.short_of == (ShortOf.JUDGEMENT,) else "both"
    low = rated_too_low(outcome)
    return names.language.say_count(f"short-of.{which}", len(low), {"criteria": names.every_criterion(outcome.id, low)})


def rated_too_low(outcome: OutcomeAdvice) -> tuple[str, ...]:
    """The criteria whose rating is below the level required, whatever their evidence."""
    return tuple(criterion.id for criterion in outcome.criteria if criterion.rating is Verdict.NOT_MET)


def none_reason(unit: UnitAdvice) -> UnitReason:
    """Which of the four things a `none` is: not exemptible, not claimed, incomplete, or not demonstrated."""
    given = {reason.code for reason in unit.reasons}
    return next((reason for reason in NONE_WORDINGS if reason in given), UnitReason.NOT_DEMONSTRATED)


def investigation(unit: UnitAdvice) -> Investigation:
    """What an investigation is for: proof to verify, ratings still to be given, or else an interview."""
    if any(reason.code is UnitReason.PROOF_NOT_VERIFIED for reason in unit.reasons):
        return Investigation.PROOF
    open_reasons = {
        reason.code
        for outcome in unit.outcomes
        if outcome.label is Label.OPEN
        for criterion in outcome.criteria
        if criterion.verdict is Verdict.OPEN
        for reason in criterion.reasons
    }
    only_unrated = open_reasons == {CriterionReason.TOO_FEW_RATINGS}
    return Investigation.RATINGS if only_unrated else Investigation.INTERVIEW


def recommendation_word(unit: UnitAdvice, language: Language) -> str:
    """What is advised for a unit: an investigation says what it is for, a `none` which of four things it is."""
    key = f"recommendation.{unit.recommendation.value}"
    match unit.recommendation:
        case Recommendation.AWARD | Recommendation.PARTIAL:
            return language.say(key)
        case Recommendation.INVESTIGATE:
            return language.say(f"{key}.{investigation(unit).value}")
        case Recommendation.NONE:
            return language.say(f"{key}.{none_reason(unit).value}")


def recommendation_tone(unit: UnitAdvice) -> Tone:
    """The shape and colour of what is advised; only what was judged and not shown gets the cross."""
    if unit.recommendation is Recommendation.NONE:
        return Tone.NOT if none_reason(unit) is UnitReason.NOT_DEMONSTRATED else Tone.NONE
    return _RECOMMENDATION_TONES[unit.recommendation]


def basis_word(basis: Basis, language: Language) -> str:
    """The legal ground of an award, as in validering."""
    return language.say(f"basis.{basis.value}")


def type_word(kind: str, language: Language) -> str:
    """A kind of evidence, as in werkgeversverklaring."""
    return language.say(f"type.{kind}")


def setting_word(setting: Setting, language: Language) -> str:
    """Where a unit is learned, as in werkplek."""
    return language.say(f"setting.{setting.value}")


def rule_name(rule: RuleResult, language: Language) -> str:
    """The name of a rule, as in Variatie."""
    return language.say(f"rule.{rule.rule.value}")


def rule_required(rule: RuleResult, names: Names) -> str:
    """What a rule asks, as in 2 soorten en 2 contexten."""
    return rules.required(rule, names)


def rule_found(rule: RuleResult, outcome: OutcomeAdvice, names: Names) -> str:
    """What was there, in the same terms as what the rule asks."""
    return rules.found(rule, outcome, names)


def item_text(item: ItemResult, names: Names) -> str | None:
    """Why an item does not count, or why it does all the same; None when there is nothing to say."""
    return items.text(item, names)


def condition_texts(found: Sequence[Finding], names: Names) -> tuple[str, ...]:
    """Conditions as sentences, in their order; what one assessor left without a remark is said in one sentence."""
    return conditions.texts(found, names)


def finding_text(
    finding: Finding, names: Names, *, outcome: OutcomeAdvice | None = None, unit: UnitAdvice | None = None
) -> str:
    """A finding as a whole sentence: reasons of criteria and units, conditions, changes.

    Changes name criteria, so they need their `outcome`; the reasons of a unit need the `unit` for its formal proof.
    """
    return findings.text(finding, names, outcome=outcome, unit=unit)
