"""The indented form is the library's, byte for byte."""

import json

from hypothesis import given
from hypothesis import strategies as st

from evc.reporting import json_many
from evc.reporting.canonical import Json, digest
from evc.reporting.indented import indented
from evc.reporting.json_ import as_file

TEXT = st.text(st.characters(exclude_categories=("Cs",)))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


@given(VALUES)
def test_as_the_library_writes_it(value: Json) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)


@given(st.dictionaries(TEXT, VALUES))
def test_many_are_written_as_one_is(document: dict[str, Json]) -> None:
    assert json_many.as_file(document) == as_file(document)
    assert json_many.digest(document) == digest(document)
