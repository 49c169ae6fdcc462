"""Whatever dossier is sound in form can be reported: no generated case breaks a sentence, a page or the schema."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
from hypothesis import HealthCheck, given, settings
from tests.properties.strategies import Case, cases, write_case
from tests.reporting.pages import Page
from tests.reporting.test_json import SCHEMA, undescribed

from evc.assessing import assess
from evc.language import LANGUAGES, language
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import render


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(case=cases())
def test_it_can_be_reported(case: Case) -> None:
    with TemporaryDirectory() as folder:
        written = write_case(Path(folder), case)
        read = read_dossier(written.dossier, Library(given=written.rubrics)).value
    assert read is not None
    advice = assess(read.programme, read.dossier)
    digests = set()
    for code in LANGUAGES:
        page = Page(render(".html", advice, language(code)).decode())
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(ids)
        for suffix in (".md", ".docx", ".xlsx"):
            assert render(suffix, advice, language(code))
        document = json.loads(render(".json", advice, language(code)))
        jsonschema.Draft202012Validator(SCHEMA).validate(document)
        assert undescribed(document, SCHEMA) == []
        digests.add(document["provenance"]["digest"])
    assert len(digests) == 1
