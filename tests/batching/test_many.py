"""Many dossiers for a program: results as they come, in the order given, whatever happens to one of them."""

from pathlib import Path

import evc
from evc.batching.many import Result

ROOT = Path(__file__).parents[2]
NAMES = ("verhage", "vol-fouten", "de-wit", "bakker")


def test_each_is_done_on_its_own_in_the_order_given() -> None:
    paths = [ROOT / "examples" / name for name in NAMES]
    results: list[Result] = list(evc.assess_many(paths, rubrics=ROOT / "rubrics", jobs=2))
    assert [result.path for result in results] == paths
    assert [result.advice is not None for result in results] == [True, False, True, True]
    assert results[1].diagnostics
    assert [result.fault for result in results] == [None] * 4
