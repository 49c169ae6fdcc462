"""What to do next: at most three things, each with a command that can be copied (REPORTS §0.2)."""

import shlex
from collections.abc import Iterator, Sequence

from evc.model.advice import Label, OutcomeAdvice, Recommendation, UnitAdvice
from evc.model.findings import Change, Finding, UnitReason
from evc.model.value import value
from evc.model.verdict import Verdict
from evc.reporting.extent import unit_measured
from evc.reporting.show import show
from evc.reporting.terminal.changes import brief, criteria_of, evidence_changes
from evc.reporting.terminal.lines import COLOURS, Line, Span, bold, line, wrapped
from evc.reporting.terminal.look import Look
from evc.reporting.words import Investigation, Tone, finding_text, investigation

_INDENT = "  "
_NO_STEP = (Change.CANNOT_BE_MET, Change.JUDGE_AGAIN)


@value
class Step:
    """One thing to do, and the command that helps with it."""

    text: str
    command: str


@value
class _Near:
    """An outcome that is not there yet, its unit, and the changes that would make it so."""

    unit: UnitAdvice
    outcome: OutcomeAdvice
    changes: tuple[Finding, ...]


def next_steps(look: Look, dossier: str) -> list[Step]:
    """The nearest outcome, then a unit to investigate or else the next nearest outcome, then the report."""
    near = sorted(_near(look), key=lambda each: len(each.changes))
    first = near[:1]
    unsure = [unit for unit in look.advice.units if _is_unsure(unit) and all(each.unit is not unit for each in first)]
    unsure.sort(key=lambda unit: investigation(unit) is not Investigation.PROOF)
    steps = [_change_step(each, look, dossier) for each in first]
    guided = any(map(_is_talk, first))
    steps += [_unit_step(unit, look, dossier, guided=guided) for unit in unsure[:1]]
    steps += [_change_step(each, look, dossier) for each in near[1 : 1 + 2 - len(steps)]]
    about = "" if look.judged else ".coverage"
    report = look.language.say(f"terminal.next.report-file{about}")
    text = look.language.say(f"terminal.next.report{about}")
    return [*steps, Step(text, _command("assess", dossier, "--report", report))]


def step_lines(steps: Sequence[Step], look: Look, room: int | None) -> list[Line]:
    """The steps, numbered; a command is never wrapped, so that it can be copied."""
    lines = [line(look.language.say("terminal.next"), bold())]
    for number, step in enumerate(steps, start=1):
        lines += wrapped(f"{number}. {step.text}", room, _INDENT, "   ")
        lines.append((Span(_INDENT * 3), Span(step.command, COLOURS[Tone.MET])))
    return lines


def _near(look: Look) -> Iterator[_Near]:
    """The outcomes that some changes would make demonstrated (before anyone judged: covered).

    To have a judgement made again is nobody's next step: who was judged below the level has had an answer.
    """
    for unit in look.advice.units:
        for outcome in unit.outcomes:
            changes = outcome.missing if look.judged else evidence_changes(outcome)
            if changes and not any(change.code in _NO_STEP for change in changes):
                yield _Near(unit, outcome, changes)


def _is_unsure(unit: UnitAdvice) -> bool:
    return unit.recommendation is Recommendation.INVESTIGATE


def _change_step(near: _Near, look: Look, dossier: str) -> Step:
    """One change as its sentence, several in a few words; with the credits where this outcome is the last."""
    say = look.language.say
    gain = ""
    others = (outcome for outcome in near.unit.outcomes if outcome is not near.outcome)
    exemptible = all(reason.code is not UnitReason.NOT_EXEMPTIBLE for reason in near.unit.reasons)
    if look.judged and exemptible and all(outcome.label is Label.DEMONSTRATED for outcome in others):
        gain = say("terminal.next.gain", {"credits": unit_measured(near.unit, look.names)})
    values = {"outcome": look.names.text(near.outcome.title), "gain": gain}
    criteria = list(dict.fromkeys(each for change in near.changes for each in criteria_of(change, near.outcome)))
    if _is_talk(near):
        named = look.names.every_criterion(near.outcome.id, (*criteria,))
        text = look.language.say_count("terminal.next.talk", len(criteria), {**values, "criteria": named})
        return Step(show(text), _interview(dossier, look))
    state = "demonstrated" if look.judged else "covered"
    if len(near.changes) == 1:
        change = finding_text(near.changes[0], look.names, outcome=near.outcome)
        text = say(f"terminal.next.change.{state}", {**values, "change": change})
    else:
        changes = brief(near.changes, near.outcome, look.language)
        text = say(f"terminal.next.changes.{state}", {**values, "changes": changes})
    return Step(show(text), _explain(dossier, near.outcome, criteria))


def _is_talk(near: _Near) -> bool:
    """Whether assessors need only agree, so that an interview is what helps."""
    return all(change.code is Change.AGREE for change in near.changes)


def _unit_step(unit: UnitAdvice, look: Look, dossier: str, *, guided: bool) -> Step:
    """What must be done for a unit first: verify its proof, rate it, or talk about what is open.

    Where the interview guide was offered already (`guided`), which holds this too, the criteria are explained instead.
    """
    names = look.names
    values = {"unit": names.text(unit.title), "credits": unit_measured(unit, names)}
    what = investigation(unit)
    key = f"terminal.next.{what.value}"
    if what is Investigation.PROOF:
        proof = {**values, "evidence": names.every_item(unit.proof)}
        return Step(show(look.language.say_count(key, len(unit.proof), proof)), _command("check", dossier))
    outcome = next(each for each in unit.outcomes if each.label is Label.OPEN)
    criteria = [criterion.id for criterion in outcome.criteria if criterion.verdict is Verdict.OPEN]
    about = {
        **values,
        "outcome": names.outcome(outcome.id),
        "criteria": names.every_criterion(outcome.id, (*criteria,)),
    }
    command = _explain(dossier, outcome, criteria)
    if what is Investigation.INTERVIEW and not guided:
        command = _interview(dossier, look)
    return Step(show(look.language.say(key, about)), command)


def _interview(dossier: str, look: Look) -> str:
    """What to take along to the talk."""
    file = look.language.say("terminal.next.interview-file")
    return _command("assess", dossier, "--kind", "interview", "--report", file)


def _explain(dossier: str, outcome: OutcomeAdvice, criteria: Sequence[str]) -> str:
    about = f"{outcome.id}/{criteria[0]}" if len(criteria) == 1 else outcome.id
    return _command("explain", dossier, about)


def _command(name: str, dossier: str, *rest: str) -> str:
    """A command line that a shell takes as it stands, whatever the folder is called."""
    path = f"./{dossier}" if dossier.startswith("-") else dossier
    return show(shlex.join(["evc", name, path, *rest]))
