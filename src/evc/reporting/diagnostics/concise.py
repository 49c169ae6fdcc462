"""A problem a line, ``file:line:col: CODE message``, which is what grep, editors and logs read."""

from collections.abc import Mapping, Sequence

from evc.diagnostics import Diagnostic
from evc.language import Language
from evc.reporting.diagnostics.shown import choose, omitted_lines, place
from evc.reporting.diagnostics.summary import summary
from evc.reporting.diagnostics.words import message
from evc.reporting.show import show


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, bytes], language: Language) -> str:
    """The problems in order, then the sum."""
    shown = choose(diagnostics)
    lines = [f"{place(each)}: {each.problem.code} {said(each, language)}" for each in shown.diagnostics]
    return "\n".join((*lines, *omitted_lines(shown, language), summary(diagnostics, len(sources), language)))


def said(diagnostic: Diagnostic, language: Language) -> str:
    """The message, with "did you mean" where there is a near name; longer hints are for the full form."""
    said = message(diagnostic.problem, language)
    near = diagnostic.problem.data.get("near")
    if isinstance(near, str):
        suggestion = language.say("hint.near", {"near": show(near)})
        return language.say("problem.with-hint", {"message": said, "hint": suggestion})
    return said
