"""A programme and a rubric to start from."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from evc.exchange.scaffolds.comments import comment, filled, said
from evc.exchange.yaml_text import scalar
from evc.language import Language
from evc.model.value import value
from evc.reading.files import list_folder, named
from evc.reading.programme import PROGRAMME, read_programme

_DEPTHS = ("low", "pass", "high")


@value
class Beside:
    """What a rubric has to fit: the levels of the programme beside it, lowest first, and one of its sources."""

    levels: tuple[str, ...]
    source: str | None
    language: str


def beside(folder: Path) -> Beside | None:
    """What the programme in a folder asks of a rubric beside it; None when there is none that can be read."""
    read = read_programme(folder).value if named(list_folder(folder), PROGRAMME) else None
    if read is None:
        return None
    source = read.sources[0].id if read.sources else None
    return Beside(tuple(level.id for level in read.scale.levels), source, read.language)


def programme(name: str, outcome: str, language: Language) -> str:
    """A programme with one unit of one learning outcome."""
    values = {"id": name, "language": language.code, "outcome.id": outcome}
    return _text(filled("programme", language, values))


def rubric(name: str, fits: Beside | None, language: Language) -> str:
    """A rubric with two criteria, for the programme beside it or for one with the levels of `programme`."""
    if fits is None:
        own = tuple(said(f"level.{depth}.id", language) for depth in _DEPTHS)
        fits = Beside(own, said("source.id", language), language.code)
    return _text(_rubric(name, fits, language))


def _rubric(name: str, fits: Beside, language: Language) -> Iterator[str]:
    yield from filled("rubric", language, {"id": name})
    yield from comment(said("rubric.sources", language))
    unused = "" if fits.source else "# "
    yield f"{unused}sources:"
    yield f"{unused}  - ref: {scalar(fits.source or said('source.id', language))}"
    yield f'{unused}    article: "4.2"'
    yield ""
    yield from comment(said("rubric.criteria", language))
    yield "criteria:"
    for number in (1, 2):
        yield from _criterion(number, fits.levels, language)
    yield from filled("rubric_rules", language, {})


def _criterion(number: int, levels: tuple[str, ...], language: Language) -> Iterator[str]:
    criterion = f"criterion.{number}"
    yield f"  - id: C{number}"
    yield f"    title: {scalar(said(f'{criterion}.title', language))}"
    if number == 1:
        yield from comment(said("rubric.mandatory", language), "    # ")
        yield "    # mandatory: true"
        yield from comment(said("rubric.pass", language), "    # ")
        yield f"    # pass: {scalar(levels[-1])}"
        yield from comment(said("rubric.indicators", language), "    # ")
    yield "    indicators:"
    yield f"      - {scalar(said(f'{criterion}.indicator.1', language))}"
    yield f"      - {scalar(said(f'{criterion}.indicator.2', language))}"
    if number == 1:
        yield from comment(said("rubric.levels", language), "    # ")
    yield "    levels:"
    descriptors = _descriptors(criterion, levels, language)
    yield from (f"      {scalar(level)}: {scalar(text)}" for level, text in descriptors.items())


def _descriptors(criterion: str, levels: tuple[str, ...], language: Language) -> Mapping[str, str]:
    """An example for each of three levels; of another scale each level says that it is still to be described."""
    if len(levels) == len(_DEPTHS):
        examples = (said(f"{criterion}.{depth}", language) for depth in _DEPTHS)
        return dict(zip(levels, examples, strict=True))
    return {level: said("rubric.describe", language, {"level": level}) for level in levels}


def _text(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
