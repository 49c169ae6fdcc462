"""The letter to the candidate, in plain words: what was shown, what not yet, what to do first, and what happens next.

No assessor is named in it and no remark quoted; what lacks evidence only is never said as a judgement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evc.language import Language
from evc.model.advice import Advice
from evc.reporting.names import Names, names_of
from evc.reporting.view.common import Stage, stage
from evc.reporting.view.following import following
from evc.reporting.view.lacking import lacking
from evc.reporting.view.letter import LetterSection, answer, opening, shown, unsure
from evc.reporting.view.paper import Paper, paper, paper_words


@dataclass(frozen=True, slots=True)
class CandidateView:
    """The letter: a salutation, an opening, the answer in a box, sections, and last lines."""

    paper: Paper
    t: Mapping[str, str]
    salutation: str
    opening: tuple[str, ...]
    answer: tuple[str, ...]
    sections: tuple[LetterSection, ...]
    closing: tuple[str, ...]


def candidate_view(advice: Advice, language: Language) -> CandidateView:
    """Put an advice into a letter to the candidate."""
    names = names_of(advice, language)
    about = "coverage" if stage(advice) is Stage.COVERAGE else "advice"
    name, programme = advice.candidate.name, names.text(advice.programme.title)
    return CandidateView(
        paper=paper(names, f"letter.{about}", ("candidate", "programme", "as-of"), {}),
        t=paper_words(language, ("letter.skip", "letter.steps")),
        salutation=language.say("letter.dear", {"name": name}) if name else language.say("letter.dear.unnamed"),
        opening=opening(names),
        answer=answer(names),
        sections=_sections(names),
        closing=(language.say("letter.questions", {"programme": programme, "id": advice.candidate.id}),),
    )


def _sections(names: Names) -> tuple[LetterSection, ...]:
    """What was shown comes first, whatever it is."""
    parts = (shown(names), unsure(names), lacking(names), following(names))
    return tuple(part for part in parts if part is not None)
