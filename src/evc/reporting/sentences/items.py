"""Why a piece of evidence does not count for an outcome, or counts although it is old or of another type."""

from functools import lru_cache

from evc.language import Language
from evc.model.advice import ItemResult
from evc.model.findings import ItemReason
from evc.reporting.facts import day, nested, word, words
from evc.reporting.names import Names


def text(item: ItemResult, names: Names) -> str | None:
    """The sentence about an item; None when it counts and nobody had to allow it."""
    if item.reason is not None:
        return _reason(item, item.reason, names)
    return _waived(item, names) if item.waived else None


def brief(reason: str, names: Names) -> str:
    """A reason in two or three words, as in te oud, for use inside a sentence."""
    return names.language.say(f"set-aside.{reason}")


def _reason(item: ItemResult, reason: ItemReason, names: Names) -> str:
    """The sentence for the first thing that sets an item aside, with the facts behind it."""
    say = names.language.say
    key = f"reason.{reason.value}"
    match reason:
        case ItemReason.REJECTED:
            return _rejected(item, names)
        case ItemReason.FILE_MISSING:
            return _file_missing(item, names)
        case ItemReason.FILE_MISMATCH | ItemReason.OWN_SHARE_MISSING:
            return say(key)
        case ItemReason.FUTURE:
            return say(key, {"date": _day(item, names)})
        case ItemReason.OUTDATED:
            return say(key, {"date": _day(item, names), "max_age": names.age(nested(item.data, "max_age"))})
        case ItemReason.TYPE_NOT_ACCEPTED:
            return _not_accepted(word(item.data, "type"), words(item.data, "accepts"), names.language)


# A rubric asks the same of every dossier, so that a batch says this over and over.
@lru_cache(maxsize=1024)
def _not_accepted(given: str, accepts: tuple[str, ...], language: Language) -> str:
    say = language.say
    accepted = language.list([say(f"type.{kind}") for kind in accepts])
    return say("reason.type-not-accepted", {"type": say(f"type.{given}"), "accepts": accepted})


def _day(item: ItemResult, names: Names) -> str:
    given = day(item.data, "date")
    return names.day(given) if given else ""


def _rejected(item: ItemResult, names: Names) -> str:
    """One sentence for each assessor who rejected it, each with its own reason and remark."""
    say = names.language.say
    said = zip(words(item.data, "by"), words(item.data, "reasons"), words(item.data, "remarks"), strict=True)
    return " ".join(
        say("reason.rejected", {"by": by, "why": say(f"rejection.{why}"), "remark": remark}) for by, why, remark in said
    )


def _file_missing(item: ItemResult, names: Names) -> str:
    """With the cause where the catalogue has a sentence for it."""
    cause = item.data.get("cause")
    key = f"reason.file-missing.{cause}"
    return names.language.say(key if names.language.knows(key) else "reason.file-missing")


def _waived(item: ItemResult, names: Names) -> str:
    """Who let the item count where a rule might have set it aside, and with which remarks."""
    by = words(item.data, "waived_by")
    remarks = _quoted(words(item.data, "waiver_remarks"), names)
    return names.language.say_count("waived", len(by), {"by": names.language.list(by), "remarks": remarks})


def _quoted(remarks: tuple[str, ...], names: Names) -> str:
    """Remarks as quotations; the same remark once."""
    return " ".join(names.language.say("quote", {"text": remark}) for remark in dict.fromkeys(remarks))
