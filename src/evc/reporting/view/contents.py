"""The table of contents, with the status of every outcome; the sections follow the lettering of the appendices."""

from dataclasses import dataclass

from evc.reporting.names import Names
from evc.reporting.view.common import Badge, Stage, stage
from evc.reporting.view.outcomes import OutcomeSection


@dataclass(frozen=True, slots=True)
class Entry:
    """A section to go to; outcomes stand under theirs with their status."""

    key: str
    text: str
    badge: Badge | None
    entries: tuple["Entry", ...]


def contents(names: Names, sections: tuple[OutcomeSection, ...], about: str) -> tuple[Entry, ...]:
    """Every section of the page, in its order; `about` is advice or coverage."""
    say = names.language.say
    outcomes = tuple(Entry(each.key, each.title.text, each.badge, ()) for each in sections)
    keys = ["glance", "outcomes"] if sections else []
    keys += ["route", "interview", "register", "provenance"]
    if stage(names.advice) is not Stage.COVERAGE:
        keys.append("signatures")
    first = Entry("advice", say(f"report.first.{about}"), None, ())
    return first, *(Entry(key, _title(key, about, names), None, outcomes if key == "outcomes" else ()) for key in keys)


def _title(key: str, about: str, names: Names) -> str:
    """The name of a section, which may be another before anybody judged."""
    variant = f"report.section.{key}.{about}"
    return names.language.say(variant if names.language.knows(variant) else f"report.section.{key}")
