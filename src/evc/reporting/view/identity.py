"""By what a paper is known: its regulation, its assessors, its foot, and hashes that a person can compare."""

from evc.model.advice import Advice
from evc.model.assessment import Assessor
from evc.reporting.names import Names

# So many characters of the digest stand in the footer, so that loose pages and papers about one advice find each other.
_DIGEST_SHOWN = 8
_GROUP = 16


def regulation_lines(names: Names) -> tuple[str, ...]:
    """Whose rules were used and of what year, as far as the programme says it."""
    regulation = names.advice.programme.regulation
    texts = (regulation.title, regulation.year) if regulation else ()
    return tuple(names.text(text) for text in texts if text)


def assessor_name(assessor: Assessor, names: Names) -> str:
    """Who judged; the name first, since the id says nothing to a reader."""
    if not assessor.name:
        return assessor.id
    return names.language.say("name.assessor", {"id": assessor.id, "name": assessor.name})


def footer(advice: Advice, digest: str) -> str:
    """What stands under every page: ids only, never a name."""
    return f"{advice.candidate.id} · {digest[:_DIGEST_SHOWN]}"


def hash_groups(hexadecimal: str | None) -> tuple[str, ...]:
    """A hash in groups that a person can compare; none where there is no hash."""
    text = hexadecimal or ""
    return tuple(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))
