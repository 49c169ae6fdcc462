"""The folder of each candidate: the id, and a number behind it for a second dossier."""

import pytest

from evc.batching.naming import FolderNames


@pytest.mark.parametrize(
    ("candidates", "folders"),
    [
        (["K-1", "K-2"], ["K-1", "K-2"]),
        (["K-1", "k-1", "K-1"], ["K-1", "k-1~2", "K-1~3"]),
        (["results.jsonl", "INDEX.html", "index-12.html", "index-x.html"],
         ["results.jsonl~2", "INDEX.html~2", "index-12.html~2", "index-x.html"]),
        (["overview.csv", "Overview.CSV"], ["overview.csv~2", "Overview.CSV~3"]),
    ],
)  # fmt: skip
def test_names_in_order(candidates: list[str], folders: list[str]) -> None:
    names = FolderNames()
    assert [names.name(each) for each in candidates] == folders
    assert all(map(names.is_given, folders))


def test_what_is_not_given_out() -> None:
    names = FolderNames()
    names.name("K-1")
    assert not names.is_given("K-2")
    assert not names.is_given("K-1~2")
