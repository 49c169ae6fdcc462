"""RFC 8785 (JSON Canonicalization Scheme), as far as evc's own JSON needs it, and the digest over it.

All numbers of the published JSON are whole, all keys are ASCII, and evc admits no lone surrogates; for such documents
`json` writes the canonical form. A test compares it with the ``rfc8785`` package.
"""

import json
from collections.abc import Callable
from hashlib import sha256

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

# What another language or another version of evc may change without making it another advice (DESIGN §6).
WORDS = frozenset({"title", "statement", "text"})
# Most of a document; a call for each of them would cost as much as the rest.
_LEAVES = frozenset({str, int, bool, type(None)})


def canonical(document: Json) -> bytes:
    """The one form in which equal documents are equal bytes."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode()


def without_words(document: Json) -> Json:
    """The document without its sentences, at every depth."""
    if isinstance(document, dict):
        return {
            key: value if value.__class__ in _LEAVES else without_words(value)
            for key, value in document.items()
            if key not in WORDS
        }
    if isinstance(document, list) and not _LEAVES.issuperset(map(type, document)):
        return [without_words(value) for value in document]
    return document


def digest(
    document: dict[str, Json],
    canonical: Callable[[Json], bytes] = canonical,
    without_words: Callable[[Json], Json] = without_words,
) -> str:
    """SHA-256 over the canonical form of an advice without language, words, and what names this very digest.

    The two steps may be given in a form that is sooner done and has the same result.
    """
    rest = {key: value for key, value in document.items() if key != "language"}
    provenance = rest.get("provenance")
    if isinstance(provenance, dict):
        rest["provenance"] = {key: value for key, value in provenance.items() if key not in ("evc", "digest")}
    return sha256(canonical(without_words(rest))).hexdigest()
