"""One row of the results in words, as every format of the overview shows it.

Foreign text goes through `show` here, once; each format escapes for its own sink besides. A dossier that no assessor
has looked at is told in words of coverage only: nobody may take evidence for a verdict.
"""

from collections.abc import Iterator
from decimal import Decimal
from urllib.parse import quote

from evc.batching.overview.attention import Point, points
from evc.batching.results import AdviceRow, OutcomeRow, Row, UnitRow
from evc.batching.tally import ERRORS, OPEN, READY, UNRATED, stand
from evc.language import Language
from evc.model.findings import UnitReason
from evc.model.value import value
from evc.reporting.show import show
from evc.reporting.words import NONE_WORDINGS, Investigation, Tone

NOT_CLAIMED = "not-claimed"
_STAND_TONES = {READY: Tone.MET.value, OPEN: Tone.OPEN.value, UNRATED: "", ERRORS: "err"}
_LABEL_TONES = {
    "demonstrated": Tone.MET.value,
    "open": Tone.OPEN.value,
    "partly-demonstrated": Tone.PART.value,
    "not-demonstrated": Tone.NOT.value,
    NOT_CLAIMED: Tone.NONE.value,
}
_ADVICE_TONES = {"award": Tone.MET.value, "investigate": Tone.OPEN.value, "partial": Tone.PART.value}


@value
class Mark:
    """A status: its shape and colour by `tone`, empty where it may have neither, and its word."""

    tone: str
    word: str


@value
class Unit:
    """A unit of a candidate; `mark` is what is advised, or None where that would be a verdict too early."""

    row: UnitRow
    title: str
    mark: Mark | None
    basis: str


@value
class Outcome:
    """A learning outcome of a candidate; `mark` is the verdict, or the coverage where there is no verdict yet."""

    row: OutcomeRow
    title: str
    mark: Mark
    coverage: str


@value
class Told:
    """A dossier. `programme` is its title, or its id as long as that is all there is; `language` is that of titles."""

    row: Row
    candidate: str
    name: str
    href: str
    programme: str
    language: str
    stand: str
    mark: Mark
    units: tuple[Unit, ...]
    outcomes: tuple[tuple[Outcome, ...], ...]
    points: tuple[Point, ...]

    @property
    def awarded(self) -> Decimal | None:
        """The EC that are advised; None where nothing may be said of them yet."""
        return None if self.row.advice is None or self.stand == UNRATED else Decimal(self.row.advice.awarded)


class Teller:
    """Tells rows in one language; `file` is the name of the document that a row leads to."""

    def __init__(self, language: Language, file: str) -> None:
        """Look up the words that most rows need."""
        self.language, self._file = language, file
        self._labels = {label: Mark(tone, language.say(f"label.{label}")) for label, tone in _LABEL_TONES.items()}
        coverages = ("covered", "partly-covered", "not-covered", NOT_CLAIMED)
        self._coverage = {each: language.say(f"coverage.{each}") for each in coverages}
        self._advice: dict[str, Mark] = {}
        self._bases: dict[str | None, str] = {None: ""}
        self._titles: dict[str, str] = {}

    def tell(self, row: Row) -> Told:
        """A row in words."""
        advice, stand = row.advice, stand_of(row)
        judged = stand != UNRATED
        if advice is not None:
            self.learn(row.programme or "", show(advice.programme_title))
        return Told(
            row=row,
            candidate=show(row.candidate or row.path),
            name=show(row.name or ""),
            href=f"{quote(row.folder, safe='')}/{self._file}" if row.folder is not None and advice else "",
            programme=self._titles.get(row.programme or "", row.programme or ""),
            language=advice.language if advice is not None and advice.language != self.language.code else "",
            stand=stand,
            mark=Mark(_STAND_TONES[stand], self._stand(row, stand)),
            units=tuple(self._unit(unit, judged=judged) for unit in advice.units) if advice else (),
            outcomes=tuple(self._outcomes(unit, judged=judged) for unit in advice.units) if advice else (),
            points=tuple(points(row, self.language, judged=judged)),
        )

    def learn(self, programme: str, title: str) -> None:
        """Call a programme so from now on, also where a dossier of it could not be assessed."""
        self._titles[programme] = title

    def label_words(self) -> dict[str, str]:
        """The words for verdicts on outcomes, with their tones."""
        return {mark.word: mark.tone for mark in self._labels.values()}

    def advised_words(self) -> dict[str, str]:
        """The words for what can be advised for a unit, with their tones."""
        firsts = (f"investigate.{each.value}" for each in Investigation)
        nones = (f"none.{each.value}" for each in NONE_WORDINGS)
        marks = (self._mark(key) for key in ("award", *firsts, "partial", *nones))
        return {mark.word: mark.tone for mark in marks}

    def _stand(self, row: Row, stand: str) -> str:
        """The word for it; an investigation says what it is for when all of a dossier are for the same."""
        if stand != OPEN or row.advice is None:
            return self.language.say(f"overview.stand.{stand}")
        first = {unit.first for unit in row.advice.units if unit.first}
        if len(first) > 1:
            return self.language.say("overview.stand.open")
        return self.language.say(f"recommendation.investigate.{next(iter(first))}")

    def _unit(self, unit: UnitRow, *, judged: bool) -> Unit:
        if unit.basis not in self._bases:
            self._bases[unit.basis] = self.language.say(f"basis.{unit.basis}")
        return Unit(unit, show(unit.title), self._mark(_advice_key(unit)) if judged else None, self._bases[unit.basis])

    def _mark(self, key: str) -> Mark:
        """What is advised by the last part of its message key; of a `none` only what was judged gets the cross."""
        if key not in self._advice:
            none = Tone.NOT if key == f"none.{UnitReason.NOT_DEMONSTRATED.value}" else Tone.NONE
            tone = _ADVICE_TONES.get(key.partition(".")[0], none.value)
            self._advice[key] = Mark(tone, self.language.say(f"recommendation.{key}"))
        return self._advice[key]

    def _outcomes(self, unit: UnitRow, *, judged: bool) -> tuple[Outcome, ...]:
        return tuple(
            Outcome(
                each,
                show(each.title),
                self._labels[each.label]
                if judged or each.label == NOT_CLAIMED
                else Mark("", self._coverage[each.coverage]),
                self._coverage[each.coverage],
            )
            for each in unit.outcomes
        )


def stand_of(row: Row) -> str:
    """Where a dossier stands."""
    advice = row.advice
    return ERRORS if advice is None else stand(row.state, advice.stage, (unit.first for unit in advice.units))


def claimed(advice: AdviceRow) -> Iterator[OutcomeRow]:
    """The outcomes that the candidate asks for, in programme order."""
    return (outcome for unit in advice.units for outcome in unit.outcomes if outcome.label != NOT_CLAIMED)


def _advice_key(unit: UnitRow) -> str:
    """The message for what is advised: an investigation says what for, a `none` which of four things it is."""
    match unit.advice:
        case "investigate":
            return f"investigate.{unit.first}"
        case "none":
            given = {reason.code for reason in unit.reasons}
            return "none." + next(
                (each.value for each in NONE_WORDINGS if each.value in given), UnitReason.NOT_DEMONSTRATED.value
            )
        case advice:
            return advice
