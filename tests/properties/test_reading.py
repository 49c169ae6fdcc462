"""Reading gives back what was written, whatever it is; and two validators of one schema never disagree."""

import copy
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evc.diagnostics import Severity, severity_of
from evc.reading.characters import forbidden_kind
from evc.reading.explaining import explain, validator
from evc.reading.locating import diagnose
from evc.reading.raw import raw_problems
from evc.reading.schemas import KINDS
from evc.reading.shape import accepts, check_shape
from evc.reading.yaml import read_yaml
from evc.reading.yaml_faults import yaml_faults

ROOT = Path(__file__).parents[2]

characters = st.characters(exclude_categories=["Cs"]).filter(lambda each: forbidden_kind(each) is None)
texts = st.text(characters, max_size=30)
numbers = st.one_of(
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals(-(10**6), 10**6, places=4).filter(lambda each: each != int(each)),
)
scalars = st.one_of(texts, numbers, st.booleans(), st.none())
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts.filter(bool), inner, max_size=5),
    max_leaves=25,
).filter(lambda value: value is not None)


def as_json(value: object, *, ascii_only: bool) -> str:
    """JSON, which is YAML: decimals as they are."""
    match value:
        case Decimal():
            return f"{value:f}"
        case list():
            return f"[{', '.join(as_json(each, ascii_only=ascii_only) for each in value)}]"
        case dict():
            pairs = (f"{json.dumps(key, ensure_ascii=ascii_only)}: {as_json(each, ascii_only=ascii_only)}"
                     for key, each in value.items())  # fmt: skip
            return f"{{{', '.join(pairs)}}}"
        case _:
            return json.dumps(value, ensure_ascii=ascii_only)


def as_block(value: object, indent: int = 0) -> str:
    """The same in block style, a key or item a line."""
    margin = "\n" + "  " * indent
    match value:
        case list() if value:
            return "".join(f"{margin}- {as_block(each, indent + 1)}" for each in value)
        case dict() if value:
            return "".join(f"{margin}{as_json(key, ascii_only=False)}: {as_block(each, indent + 1)}"
                           for key, each in value.items())  # fmt: skip
        case _:
            return as_json(value, ascii_only=False)


def plain(value: object) -> object:
    """The value with whole decimals as whole numbers, as reading gives it."""
    match value:
        case list():
            return [plain(each) for each in value]
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case _:
            return value


@given(values)
def test_what_is_written_is_read_back(value: object) -> None:
    for written in (as_json(value, ascii_only=False), as_block(value)):
        found, problems = read_yaml(written.encode(), "x")
        assert found == plain(value)
        assert all(severity_of(problem.code) is Severity.WARNING for problem in problems)


@given(values)
def test_escapes_are_read_back_but_for_halves_of_characters(value: object) -> None:
    written = as_json(value, ascii_only=True)
    found, problems = read_yaml(written.encode(), "x")
    if "\\ud8" in written or "\\ud9" in written or "\\uda" in written or "\\udb" in written:
        assert {problem.code for problem in problems} >= {"EVC114"} or found == value
    else:
        assert found == value


@given(
    st.binary(max_size=200) | st.text(st.sampled_from("ab1: -[]{}'\"#&*!|>%@\n\t,?<\\~."), max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_refused_and_both_passes_agree(data: bytes) -> None:
    value, problems = read_yaml(data, "x")
    errors = [problem for problem in problems if severity_of(problem.code) is Severity.ERROR]
    assert (value is None) == bool(errors)
    if not raw_problems(data, "x") and value is not None:
        assert yaml_faults(data, "x") == problems
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    for diagnostic in diagnose(problems, {"x": data}.get):
        spot = diagnostic.spot
        assert 1 <= spot.line <= len(lines)
        assert 1 <= spot.column <= spot.end_column <= len(lines[spot.line - 1]) + 2


def right_documents() -> dict[str, list[object]]:
    """Documents of every kind that are right, from the examples and rubrics that evc ships."""
    found: dict[str, list[object]] = {kind: [] for kind in KINDS}
    for path in sorted((*ROOT.glob("examples/**/*.yml"), *ROOT.glob("rubrics/**/*.yml"), *ROOT.glob("docs/**/*.yml"))):
        value, _ = read_yaml(path.read_bytes(), path.name)
        kind = str(value.get("format"))[4:-2] if isinstance(value, dict) else ""
        if kind in found and not check_shape(value, kind, path.name):
            found[kind].append(value)
    return found


RIGHT = right_documents()
strange = st.one_of(
    values,
    st.sampled_from(
        [None, "", " ", "a\nb", "x" * 301, "2026-02-30", "nl", "B1", -1, 0, 100_001, Decimal("0.001"), [], {}]
    ),
)


@st.composite
def nearly_right(draw: st.DrawFn, kind: str) -> object:
    """A right document in which a few values are changed, added or taken away."""
    document = copy.deepcopy(draw(st.sampled_from(RIGHT[kind])))
    for _ in range(draw(st.integers(0, 3))):
        _change(draw, document)
    return document


def _change(draw: st.DrawFn, document: object) -> None:
    spot = document
    while isinstance(spot, dict | list) and spot:
        steps = sorted(spot) if isinstance(spot, dict) else range(len(spot))
        step = draw(st.sampled_from(list(steps)))
        below = spot[step]  # type: ignore[index]
        if isinstance(below, dict | list) and below and draw(st.booleans()):
            spot = below
            continue
        match draw(st.sampled_from(["set", "set", "take", "add"])):
            case "set":
                spot[step] = draw(strange)  # type: ignore[index]
            case "take":
                del spot[step]  # type: ignore[arg-type]
            case _ if isinstance(spot, dict):
                spot[draw(st.sampled_from(["extra", "Title", "for", "en", "con"]))] = draw(strange)
            case _:
                spot.append(draw(strange))
        return


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_both_validators_accept_the_same_documents(kind: str, data: st.DataObject) -> None:
    document = data.draw(nearly_right(kind))
    accepted = accepts(kind)(document)
    assert accepted == validator(kind).is_valid(document)
    assert accepted == (not explain(document, kind, "x"))


@pytest.mark.parametrize("kind", KINDS)
@given(document=values)
def test_any_value_is_judged_alike(kind: str, document: object) -> None:
    assert accepts(kind)(document) == validator(kind).is_valid(document)
    if isinstance(document, dict):
        document = {**document, "format": f"evc/{kind}@1"}
        assert bool(check_shape(document, kind, "x")) or validator(kind).is_valid(document)


@pytest.mark.parametrize("kind", KINDS)
def test_there_are_right_documents_to_begin_with(kind: str) -> None:
    assert RIGHT[kind]
