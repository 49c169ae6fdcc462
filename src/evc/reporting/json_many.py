"""The same bytes as `json_` and `canonical` give, for many documents: by orjson, ten times sooner.

To import it takes longer than one advice saves, so `evc assess` never does. A property test holds the two to the same
bytes; what orjson refuses (a whole number beyond 64 bits) the others write.
"""

from functools import partial

from evc.reporting import canonical, json_
from evc.reporting.canonical import Json
from evc.reporting.sealing import without_own_words

try:
    import orjson
except ImportError:  # pragma: no cover - evc depends on it; without it all is the same, but slower
    as_file, digest, seal = json_.as_file, canonical.digest, json_.seal
else:

    def as_file(document: dict[str, Json]) -> bytes:
        """A published document as it stands in a file."""
        try:
            return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        except TypeError:
            return json_.as_file(document)

    def _canonical(document: Json) -> bytes:
        try:
            return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)
        except TypeError:
            return canonical.canonical(document)

    # Of any document, and of an advice that this evc has just made.
    digest = partial(canonical.digest, canonical=_canonical)
    seal = partial(digest, without_words=without_own_words)
