"""What is wrong with a file, as values: symbolic problems first, located diagnostics at the end.

A `Problem` names a code, a file and a key path; it has no words, no line and no severity. Reading and checking
yield problems; `evc.reading.locating` turns key paths into spots; only then does a `Diagnostic` exist.
Codes are for ever (DESIGN §6): a code is never given another meaning.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import Enum
from typing import NamedTuple

from evc.model.findings import Value
from evc.model.value import value

KeyPath = tuple[str | int, ...]


class Severity(Enum):
    """How much a problem matters: an error stops the file it is in, a warning and a note stop nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Where(Enum):
    """What a key path points at: the key itself (unknown key, missing child) or the value under it."""

    KEY = "key"
    VALUE = "value"


class Spot(NamedTuple):
    """A place in a file; line and columns count from 1, in code points; `end_column` is the first after."""

    line: int
    column: int
    end_column: int


START = Spot(1, 1, 1)


@value
class Problem:
    """Something wrong, language-free. `spot` is given only where no key path exists, as for a syntax error.

    `data` holds what a sentence needs; ``data["kind"]`` chooses among the sentences of one code, and
    ``data["near"]`` is the nearest known name, for "did you mean".
    """

    code: str
    file: str
    at: KeyPath = ()
    data: Mapping[str, Value] = field(default_factory=dict)
    where: Where = Where.VALUE
    spot: Spot | None = None


@value
class Diagnostic:
    """A problem with its severity and its place; only a located problem can be shown."""

    problem: Problem
    severity: Severity
    spot: Spot


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# code → (short name, default severity). The name is the stable English handle used in lists and SARIF.
CODES: Mapping[str, tuple[str, Severity]] = {
    # bytes and YAML
    "EVC101": ("empty-file", _E),
    "EVC102": ("not-utf8-text", _E),
    "EVC103": ("yaml-syntax", _E),
    "EVC104": ("tab-indentation", _E),
    "EVC105": ("unclosed", _E),
    "EVC106": ("conflict-marker", _E),
    "EVC107": ("duplicate-key", _E),
    "EVC108": ("key-not-text", _E),
    "EVC109": ("anchor-or-alias", _E),
    "EVC110": ("explicit-tag", _E),
    "EVC111": ("directive", _E),
    "EVC112": ("several-documents", _E),
    "EVC113": ("too-large", _E),
    "EVC114": ("forbidden-character", _E),
    "EVC115": ("zero-width-space", _W),
    "EVC116": ("combining-marks", _W),
    "EVC117": ("not-a-readable-file", _E),
    "EVC118": ("citizen-number", _W),
    # shape
    "EVC201": ("wrong-format", _E),
    "EVC202": ("newer-format", _E),
    "EVC203": ("unknown-key", _E),
    "EVC204": ("missing-key", _E),
    "EVC205": ("no-value", _E),
    "EVC206": ("wrong-type", _E),
    "EVC207": ("not-a-choice", _E),
    "EVC208": ("number-out-of-range", _E),
    "EVC209": ("bad-date", _E),
    "EVC210": ("bad-id", _E),
    "EVC211": ("empty-collection", _E),
    "EVC212": ("blank-text", _E),
    "EVC213": ("text-too-long", _E),
    "EVC214": ("bad-evidence-path", _E),
    "EVC215": ("bad-url", _E),
    "EVC216": ("bad-sha256", _E),
    "EVC217": ("bad-language", _E),
    "EVC218": ("bad-decision", _E),
    "EVC219": ("needs-another-key", _E),
    "EVC220": ("age-of-nothing", _E),
    "EVC221": ("bad-colour", _E),
    # references and files
    "EVC301": ("unknown-evidence", _E),
    "EVC302": ("unknown-outcome", _E),
    "EVC303": ("unknown-criterion", _E),
    "EVC304": ("unknown-level", _E),
    "EVC305": ("unknown-qualification", _E),
    "EVC306": ("unknown-unit", _E),
    "EVC307": ("unknown-source", _E),
    "EVC308": ("unknown-programme", _E),
    "EVC309": ("unknown-instrument", _E),
    "EVC310": ("unknown-shared-folder", _E),
    "EVC311": ("duplicate-id", _E),
    "EVC312": ("cited-twice", _E),
    "EVC313": ("end-before-start", _E),
    "EVC314": ("qualification-on-other-type", _E),
    "EVC315": ("other-candidate", _E),
    "EVC316": ("assessor-without-assessment", _E),
    "EVC317": ("consensus-of-too-few", _E),
    "EVC318": ("consensus-without-rating", _E),
    "EVC319": ("consensus-leaves-out-assessor", _E),
    "EVC320": ("same-assessor-twice", _E),
    "EVC321": ("two-files-one-name", _E),
    "EVC322": ("foreign-file", _E),
    "EVC323": ("outcome-without-rubric", _E),
    "EVC324": ("outcome-in-two-units", _E),
    "EVC325": ("circular-after", _E),
    "EVC326": ("id-differs-from-name", _E),
    "EVC341": ("evidence-unused", _W),
    "EVC342": ("file-used-twice", _W),
    "EVC343": ("video-without-consent", _W),
    "EVC344": ("ids-differ-in-case", _W),
    "EVC345": ("rating-of-unclaimed", _W),
    "EVC346": ("consensus-counts-for-nothing", _W),
    "EVC347": ("not-read", _W),
    "EVC351": ("item-file-missing", _W),
    "EVC352": ("item-file-mismatch", _W),
    "EVC353": ("item-future", _W),
    "EVC354": ("item-own-share-missing", _W),
    "EVC355": ("item-outdated", _W),
    "EVC356": ("item-type-not-accepted", _W),
    # rubric sense and programme sense
    "EVC401": ("at-least-above-criteria", _E),
    "EVC402": ("criterion-never-matters", _W),
    "EVC403": ("criterion-cannot-fail", _W),
    "EVC404": ("level-without-descriptor", _W),
    "EVC405": ("descriptors-equal", _W),
    "EVC406": ("descriptors-nearly-equal", _W),
    "EVC411": ("types-cannot-be-met", _E),
    "EVC412": ("time-only", _W),
    "EVC413": ("outcome-without-source", _W),
    "EVC414": ("changed-without-version", _W),
    "EVC421": ("case-unit-differs", _E),
    "EVC422": ("case-outcome-differs", _E),
    "EVC423": ("case-criterion-differs", _E),
    "EVC501": ("units-above-credits", _E),
    "EVC502": ("units-below-credits", _W),
    "EVC503": ("outcome-in-no-unit", _W),
    "EVC504": ("scale-cannot-fail", _W),
    # wording and language
    "EVC601": ("language-missing", _W),
    "EVC602": ("vague-descriptor", _N),
    # configuration: what is said to evc itself
    "EVC901": ("ignored-without-reason", _E),
    "EVC902": ("ignores-nothing", _W),
    "EVC903": ("ignores-what-cannot-be", _W),
    # an institution's house style
    "EVC911": ("template-fails", _E),
    "EVC912": ("template-beyond-limit", _E),
    "EVC913": ("template-unescaped", _E),
    "EVC914": ("template-fetches", _E),
    "EVC915": ("verdict-left-out", _E),
    "EVC916": ("too-little-contrast", _E),
    "EVC917": ("not-a-house-file", _E),
    "EVC918": ("bad-logo", _E),
}


def severity_of(code: str) -> Severity:
    """The default severity of a code.

    Raises KeyError for a code that does not exist, which is a fault of evc.
    """
    return CODES[code][1]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line, column and code; equal ones once."""
    unique = {_key(diagnostic): diagnostic for diagnostic in diagnostics}
    return [unique[key] for key in sorted(unique)]


def _key(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    problem, spot = diagnostic.problem, diagnostic.spot
    return (problem.file, spot.line, spot.column, problem.code, repr(sorted(problem.data.items(), key=str)))


def without_cascades(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Drop a problem that lies under a value already refused: one fault is said once, at its highest place."""
    refused: set[tuple[str, KeyPath]] = set()
    for problem in problems:
        above = ((problem.file, problem.at[:depth]) for depth in range(1, len(problem.at)))
        if any(place in refused for place in above):
            continue
        if problem.where is Where.VALUE and problem.at:
            refused.add((problem.file, problem.at))
        yield problem
