"""`results.jsonl` in other programs: README's questions to it in DuckDB, and pandas, both as it is."""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from tests.outside.program import ROOT, evc

NAMED = "adviezen/results.jsonl"
README = (ROOT / "README.md").read_text("utf-8")
QUERIES = [query for query in re.findall(r"```sql\n(.*?)```", README, re.DOTALL) if NAMED in query]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of the examples, one of which has errors."""
    out = tmp_path_factory.mktemp("queries")
    assert evc("batch", ROOT / "examples", "--out", out, "--report", "json").returncode == 1
    return out / "results.jsonl"


@pytest.fixture(scope="module")
def rows(results: Path) -> list[dict]:
    return [row for row in map(json.loads, results.read_text("utf-8").splitlines()) if row["advice"]]


def ask(query: str, results: Path) -> list[tuple]:
    duckdb = pytest.importorskip("duckdb")
    found: list[tuple] = duckdb.sql(query.replace(NAMED, results.as_posix())).fetchall()
    return found


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_readme_has_an_answer(query: str, results: Path) -> None:
    assert ask(query, results)


def test_whom_to_invite(results: Path, rows: list[dict]) -> None:
    invited = sorted(
        (row["candidate"], row["name"], unit["title"])
        for row in rows
        for unit in row["advice"]["units"]
        if unit["advice"] == "investigate"
    )
    assert invited
    assert ask(_the("'investigate'"), results) == invited


def test_where_candidates_fall_short(results: Path, rows: list[dict]) -> None:
    labels = Counter(
        (outcome["title"], outcome["label"])
        for row in rows
        for unit in row["advice"]["units"]
        for outcome in unit["outcomes"]
    )
    found = ask(_the("'not-demonstrated'"), results)
    assert found
    for _, title, claimed, short in found:
        assert short == labels[title, "partly-demonstrated"] + labels[title, "not-demonstrated"]
        assert claimed == short + labels[title, "demonstrated"] + labels[title, "open"]


def test_credits_add_up(results: Path, rows: list[dict]) -> None:
    awarded = sum(Decimal(row["advice"]["credits"]["awarded"]) for row in rows)
    assert [(count, total) for _, count, total, _ in ask(_the("awarded::"), results)] == [(len(rows), awarded)]


def test_pandas_reads_it_as_it_is(results: Path) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.read_json(results, lines=True)
    assert len(table) == len(results.read_text("utf-8").splitlines())
    assert set(table["state"]) == {"assessed", "errors"}


def _the(words: str) -> str:
    """The query of the README with these words in it."""
    found = [query for query in QUERIES if words in query]
    if not found:
        pytest.skip("README does not ask this yet")
    return found[0]
