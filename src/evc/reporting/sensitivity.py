"""Which parts of the rubrics never decide anything in a set of dossiers, and how often the others do: text and data."""

import json
from collections.abc import Iterator

from evc.language import Language
from evc.model.sensitivity import PartKind, PartUse, Sensitivity
from evc.reporting.canonical import Json
from evc.reporting.show import show
from evc.reporting.tables import table

FORMAT = "evc/sensitivity@1"
_NUMBERS = (3, 4, 5)


def render(found: Sensitivity, language: Language) -> str:
    """What never decides first, then what does, the most often first; and what no dossier could show."""
    never = [part for part in found.parts if not part.decided]
    often = sorted((part for part in found.parts if part.decided), key=lambda part: -part.decided)
    facts = {"never": len(never), "parts": len(found.parts)}
    blocks = [[language.say_count("sensitivity.heading", found.dossiers, facts)]]
    for key, parts in (("sensitivity.never", never), ("sensitivity.decides", often)):
        if parts:
            blocks.append([language.say(key), *_table(parts, language)])
    if found.untried:
        names = language.list([show(f"{programme}/{outcome}") for programme, outcome in found.untried])
        blocks.append([language.say_count("sensitivity.untried", len(found.untried), {"outcomes": names})])
    blocks.append([language.say("sensitivity.note")])
    return "\n\n".join("\n".join(block) for block in blocks)


def _table(parts: list[PartUse], language: Language) -> list[str]:
    keys = ("programme", "outcome", "part", "judged", "failed", "decided")
    headings = [language.say(f"sensitivity.column.{key}") for key in keys]
    return table(headings, [_row(part, language) for part in parts], right=_NUMBERS)


def _row(part: PartUse, language: Language) -> tuple[str, ...]:
    name = part_name(part, language)
    return (part.programme, part.outcome, name, str(part.judged), str(part.failed), str(part.decided))


def part_name(part: PartUse, language: Language) -> str:
    """A criterion by its id, what is asked of evidence by its key in the rubric."""
    match part.kind:
        case PartKind.CRITERION:
            return language.say("sensitivity.criterion", {"criterion": part.part})
        case PartKind.KNOCK_OUT:
            return language.say("sensitivity.knock-out", {"criterion": part.part.removesuffix(".mandatory")})
        case PartKind.EVIDENCE:
            return part.part


def render_json(found: Sensitivity) -> str:
    """One document, indented."""
    document: dict[str, Json] = {
        "format": FORMAT,
        "dossiers": found.dossiers,
        "never": sum(not part.decided for part in found.parts),
        "parts": list(_parts(found)),
        "untried": [{"programme": programme, "outcome": outcome} for programme, outcome in found.untried],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _parts(found: Sensitivity) -> Iterator[Json]:
    for part in found.parts:
        yield {
            "programme": part.programme,
            "outcome": part.outcome,
            "part": part.part,
            "kind": part.kind.value,
            "judged": part.judged,
            "failed": part.failed,
            "decided": part.decided,
        }
