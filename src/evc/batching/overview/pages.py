"""The pages for the browser: `index.html`, and `index-2.html` and on where there are more than a thousand dossiers.

Each page is whole: it works from a disk, on paper, without script and without a network, for its only style and script
are its own, named by hash. The first page is written last, because it tells the sums; only what it needs is kept.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from markupsafe import Markup

from evc._version import __version__
from evc.batching.overview import frame
from evc.batching.overview.cells import NUMBER
from evc.batching.overview.layout import FOLDER, template
from evc.batching.overview.lines import FAULT, FaultLine
from evc.batching.overview.matrices import Growing
from evc.batching.overview.piece import Piece
from evc.batching.overview.shapes import masks
from evc.batching.overview.totals import Totals
from evc.language import Language
from evc.reporting.templated import css_string, style_hash

ROWS = 1000
"""Dossiers on a page: a browser filters and sorts so many without a pause."""

_NO_SUMS: Mapping[str, object] = {"facts": "", "tiles": (), "spreads": ()}

Write = Callable[[str, bytes], None]


class _Page:
    """The rows of one page."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lines: list[Markup] = []
        self.matrices: dict[str, Growing] = {}
        self.faults: list[FaultLine] = []
        self.programmes: dict[str, frame.Choice] = {}


class Pages:
    """The pages of `dossiers` dossiers, while they are written with `write`: a name, and what stands in it.

    A page says what is wrong with those of its own dossiers that were not assessed; the first page with as many as fit
    on a page, from whatever page they are, so that a committee mostly finds them in one place.
    """

    def __init__(
        self, dossiers: int, language: Language, files: tuple[str, ...], write: Write, rows: int = ROWS
    ) -> None:
        """Begin with nothing; `files` are what stands beside the pages, to lead to."""
        self._language, self._files, self._write, self._rows = language, files, write, rows
        self.count = max(1, -(-dossiers // rows))
        self._words = frame.words(language)
        self._first = self._page = _Page(1)
        self._n = 0

    def add(self, piece: Piece) -> None:
        """The next dossier."""
        if self._n == self._page.number * self._rows:
            if self._page is not self._first:
                self._put(self._page, _NO_SUMS)
            self._page = _Page(self._page.number + 1)
        self._n += 1
        page = self._page
        line = piece.line.replace(NUMBER, str(self._n))
        if piece.fault is not None:
            line = line.replace(FAULT, self._fault(piece.fault))
        page.lines.append(Markup(line))  # noqa: S704 - its macro escaped what is in it
        if piece.on is not None:
            programme = piece.programme
            if programme not in page.matrices:
                page.matrices[programme] = Growing(piece)
                page.programmes[programme] = frame.Choice(programme, piece.title, piece.language)
            page.matrices[programme].add(piece, self._n)

    def _fault(self, fault: FaultLine) -> str:
        """Where on the pages it is told what is wrong with a dossier."""
        home = self._first if len(self._first.faults) < self._rows else self._page
        key = f"fout-{self._n}"
        home.faults.append(replace(fault, key=key))
        return f"#{key}" if home is self._page else f"{frame.name_of(1)}#{key}"

    def finish(self, totals: Totals) -> None:
        """Write what is left, the first page with the sums last."""
        if self._page is not self._first:
            self._put(self._page, _NO_SUMS)
        sums = {
            "facts": frame.facts(totals, self._language),
            "tiles": list(frame.tiles(totals, self._language)),
            "spreads": list(frame.spreads(totals, self._language)),
        }
        self._put(self._first, sums)

    def _put(self, page: _Page, sums: Mapping[str, object]) -> None:
        css, js = _style(self._language.say("overview.notice")), _script()
        policy = (
            f"default-src 'none'; style-src '{style_hash(css)}'; script-src '{style_hash(js)}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        )
        # Style and script are evc's own text, the notice in it escaped; nothing else is ever marked as safe.
        safe = {"css": Markup(css), "js": Markup(js), "policy": Markup(policy)}  # noqa: S704
        self._write(
            frame.name_of(page.number), template("index.html.j2").render(v=self._view(page, sums), **safe).encode()
        )

    def _view(self, page: _Page, sums: Mapping[str, object]) -> dict[str, object]:
        say, number = self._language.say, self._language.number
        total = len(page.lines)
        key = "overview.shown" if self.count == 1 else "overview.shown-here"
        return {
            **self._words,
            **sums,
            "version": __version__,
            "files": self._files,
            "title": self._title(page),
            "shown": say(key, {"page": page.number, "pages": self.count}),
            "pages": list(frame.links(page.number, self.count, self._language)),
            "programmes": sorted(page.programmes.values(), key=lambda each: (each.title, each.id)),
            "rows": page.lines,
            "matrices": [each.grown() for each in page.matrices.values()],
            "faults": page.faults,
            "faults_about": self._faults_about(page, number(total)),
        }

    def _title(self, page: _Page) -> str:
        heading = self._language.say("overview.heading")
        if self.count == 1:
            return heading
        return self._language.say("overview.title-page", {"title": heading, "page": page.number, "pages": self.count})

    def _faults_about(self, page: _Page, total: str) -> str:
        if page.faults:
            return self._language.say_count("overview.faults-about", len(page.faults))
        return self._language.say("overview.no-faults" if self.count == 1 else "overview.no-faults-here", {"n": total})


@cache
def _style(notice: str) -> str:
    css = (FOLDER / "overview.css").read_text(encoding="utf-8")
    return masks(css).replace("@notice@", css_string(notice))


@cache
def _script() -> str:
    return (FOLDER / "overview.js").read_text(encoding="utf-8")
