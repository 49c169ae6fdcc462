"""What the things of one advice are called in one language: ids with their titles, dates, amounts and ages.

A title that exists only in another language carries that language's mark (``[en]``), so that a fallback is never
silent. `plain` names write ISO dates and plain digits, for terminals and data; the others write as a reader does.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from evc.language import Language
from evc.model.advice import Advice, OutcomeAdvice
from evc.model.source import Source, SourceRef
from evc.model.text import Text
from evc.model.value import value
from evc.reporting.facts import Facts, count, plain_decimal

_AGE_PARTS = ("years", "months", "days")


@value
class Names:
    """The names that sentences about one advice need."""

    language: Language
    advice: Advice
    plain: bool
    items: Mapping[str, str]
    outcomes: Mapping[str, OutcomeAdvice]
    units: Mapping[str, str]
    levels: Mapping[str, str]
    criteria: Mapping[tuple[str, str], str]
    sources: Mapping[str, Source]

    def text(self, text: Text) -> str:
        """A text of programme or rubric, marked when it is shown in another language."""
        shown, other = self.language.pick(text, self.advice.programme.language)
        return f"{shown} [{other}]" if other else shown

    def item(self, item: str) -> str:
        """A piece of evidence by id and title: certificates could not be read because they gave ids alone."""
        return self.language.say("name.item", {"id": item, "title": self.items[item]}) if item in self.items else item

    def every_item(self, items: Iterable[str]) -> str:
        """Several pieces of evidence, each with its title."""
        return self.language.list([self.item(item) for item in items])

    def outcome(self, outcome: str) -> str:
        """A learning outcome by its title."""
        return self.text(self.outcomes[outcome].title) if outcome in self.outcomes else outcome

    def unit(self, unit: str) -> str:
        """A unit by its title."""
        return self.units.get(unit, unit)

    def level(self, level: str) -> str:
        """A level of the scale by its title."""
        return self.levels.get(level, level)

    def criterion(self, outcome: str, criterion: str) -> str:
        """A criterion by id and title."""
        title = self.criteria.get((outcome, criterion))
        return self.language.say("name.criterion", {"id": criterion, "title": title}) if title else criterion

    def every_criterion(self, outcome: str, criteria: tuple[str, ...]) -> str:
        """One criterion with its title, or several by their ids."""
        if len(criteria) == 1:
            return self.criterion(outcome, criteria[0])
        return self.language.list(criteria)

    def source(self, reference: SourceRef) -> str:
        """A place in a source: its citation or title, with the article."""
        source = self.sources.get(reference.ref)
        name = self.text(source.citation or source.title) if source else reference.ref
        if reference.article is None:
            return name
        return self.language.say("name.article", {"source": name, "article": self.text(reference.article)})

    def day(self, day: date) -> str:
        """A date."""
        return day.isoformat() if self.plain else self.language.date(day)

    def amount(self, amount: Decimal) -> str:
        """Hours or credits."""
        return plain_decimal(amount) if self.plain else self.language.number(amount)

    def age(self, age: Facts) -> str:
        """A calendar age, as in 1 jaar en 6 maanden."""
        return _age(tuple((part, count(age, part)) for part in _AGE_PARTS if age.get(part)), self.language)


# Evidence may be as old as its rubric says: a handful of ages in a whole batch.
@lru_cache(maxsize=256)
def _age(given: tuple[tuple[str, int], ...], language: Language) -> str:
    return language.list([language.say_count(f"age.{part}", number) for part, number in given])


def names_of(advice: Advice, language: Language, *, plain: bool = False) -> Names:
    """The names of an advice in a language."""

    def shown(text: Text) -> str:
        title, other = language.pick(text, advice.programme.language)
        return f"{title} [{other}]" if other else title

    outcomes: dict[str, OutcomeAdvice] = {outcome.id: outcome for unit in advice.units for outcome in unit.outcomes}
    return Names(
        language=language,
        advice=advice,
        plain=plain,
        items={item.id: item.title for item in advice.evidence},
        outcomes=outcomes,
        units={unit.id: shown(unit.title) for unit in advice.units},
        levels={level.id: shown(level.title) for level in advice.programme.scale.levels},
        criteria={
            (outcome.id, criterion.id): shown(criterion.title)
            for outcome in outcomes.values()
            for criterion in outcome.criteria
        },
        sources={source.id: source for source in advice.programme.sources},
    )
