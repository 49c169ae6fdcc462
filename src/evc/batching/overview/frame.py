"""What stands round the rows of a page: its words, the tiles with the sums, the pages there are, the spread."""

from collections.abc import Iterable, Iterator, Mapping

from evc.batching.overview.renewal import FAULTS
from evc.batching.overview.totals import LABELS, OutcomeCount, ProgrammeCount, Totals
from evc.batching.tally import ERRORS, OPEN, READY, STANDS, UNRATED
from evc.language import Language
from evc.model.value import value

_TILES = {READY: "met", OPEN: "open", UNRATED: "", ERRORS: "err"}
_TONES = {
    "demonstrated": "met",
    "open": "open",
    "partly-demonstrated": "part",
    "not-demonstrated": "not",
    UNRATED: "unrated",
}
_TEXTS = (
    *(
        "skip",
        "brand",
        "notice",
        "heading",
        "pages",
        "pages-below",
        "filter",
        "search",
        "programme",
        "stand",
        "label",
        "all",
        "reset",
    ),
    *("legend", "candidates", "matrix", "spread", "spread-about", "faults", "closing", "also", "sums"),
)
_HEADS = ("candidate", "name", "programme", "stand", "ec", "units", "attention", "outcome", "spread")
_LEGEND = {
    "met": "recommendation.award",
    "open": "overview.legend.open",
    "part": "recommendation.partial",
    "not": "recommendation.none.not-demonstrated",
    "none": "overview.legend.none",
}
# So many pages round this one are named, and always the first and the last.
_NEAR = 4


@value
class Choice:
    """Something to filter by."""

    id: str
    title: str
    lang: str = ""


@value
class Tile:
    """A sum."""

    tone: str
    number: str
    word: str
    link: str = ""


@value
class PageLink:
    """A page; neither a link nor `here` where some are left out."""

    number: str
    link: str
    here: bool
    words: str


@value
class Part:
    """A part of a bar."""

    tone: str
    x: int
    width: int


@value
class OutcomeSpread:
    """How many candidates got how far with an outcome: as numbers, and as a bar of `width`."""

    title: str
    width: int
    parts: tuple[Part, ...]
    counts: tuple[int, ...]


@value
class Spread:
    """The outcomes of a programme."""

    title: str
    lang: str
    heads: tuple[str, ...]
    outcomes: tuple[OutcomeSpread, ...]


def words(language: Language) -> Mapping[str, object]:
    """What is the same on every page."""
    say = language.say
    return {
        "lang": language.code,
        "t": {each.replace("-", "_"): say(f"overview.{each}") for each in _TEXTS},
        "h": {each: say(f"overview.column.{each}") for each in _HEADS},
        "stands": [Choice(each, say(f"overview.stand.{each}")) for each in STANDS],
        "labels": [Choice(each, say(f"label.{each}")) for each in LABELS],
        "legend": [{"tone": tone, "word": say(key)} for tone, key in _LEGEND.items()],
    }


def name_of(page: int) -> str:
    """The file of a page, counted from 1."""
    return "index.html" if page == 1 else f"index-{page}.html"


def links(page: int, pages: int, language: Language) -> Iterator[PageLink]:
    """The pages to go to; none where there is one."""
    shown = sorted({1, pages, *range(max(1, page - _NEAR), min(pages, page + _NEAR) + 1)}) if pages > 1 else []
    before = 0
    for each in shown:
        if each > before + 1:
            yield PageLink("", "", here=False, words="")
        link = "" if each == page else name_of(each)
        yield PageLink(str(each), link, here=each == page, words=language.say("overview.page", {"page": each}))
        before = each


def tiles(totals: Totals, language: Language) -> Iterator[Tile]:
    """The sums of all pages, as the first page shows them."""
    say, number = language.say_count, language.number
    yield Tile("", number(totals.dossiers), say("overview.tile.dossiers", totals.dossiers))
    for stand, tone in _TILES.items():
        count = totals.stands[stand]
        if count or stand != UNRATED:
            link = f"#{FAULTS}" if stand == ERRORS and count else ""
            yield Tile(tone if count else "", number(count), say(f"overview.tile.{stand}", count), link)
    yield Tile("", number(totals.awarded), language.say("overview.tile.awarded"))


def facts(totals: Totals, language: Language) -> str:
    """The reference dates of the advices."""
    if totals.first is None or totals.last is None:
        return language.say("overview.no-advice")
    if totals.first == totals.last:
        return language.say("overview.on", {"on": language.date(totals.first)})
    days = {"first": language.date(totals.first), "last": language.date(totals.last)}
    return language.say("overview.on-between", days)


def spreads(totals: Totals, language: Language) -> Iterator[Spread]:
    """The spread over every outcome, per programme by title."""
    for _, programme in sorted(totals.programmes.items(), key=lambda item: (item[1].title, item[0])):
        yield _spread(programme, language)


def _spread(programme: ProgrammeCount, language: Language) -> Spread:
    unrated = any(outcome.labels[UNRATED] for outcome in programme.outcomes.values())
    labels = (*LABELS, UNRATED) if unrated else LABELS
    heads = [language.say("overview.stand.unrated" if label == UNRATED else f"label.{label}") for label in labels]
    outcomes = tuple(_outcome(each, labels) for each in programme.outcomes.values())
    return Spread(programme.title, programme.language, (*heads, language.say("overview.asked")), outcomes)


def _outcome(outcome: OutcomeCount, labels: Iterable[str]) -> OutcomeSpread:
    parts, x = [], 0
    for label in labels:
        count = outcome.labels[label]
        if count:
            parts.append(Part(_TONES[label], x, count))
        x += count
    counts = tuple(outcome.labels[label] for label in labels)
    return OutcomeSpread(outcome.title, x, tuple(parts), (*counts, outcome.asked))
