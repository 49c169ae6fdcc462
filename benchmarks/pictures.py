"""The pictures under docs/pictures, made again from the examples: the advice on a screen, on paper and in a terminal.

Needs Chromium, poppler's pdftoppm and Pillow. After a change of what people see: ``python -m benchmarks.pictures``.
"""

import shutil
import subprocess
import tempfile
from io import StringIO
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.terminal_theme import TerminalTheme

from evc.assessing import assess
from evc.language import language
from evc.model.advice import Advice
from evc.reading.dossier import read_dossier
from evc.reading.library import Library
from evc.reporting.formats import render
from evc.reporting.terminal import rich_text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
EXAMPLE = "verhage"
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
_COLUMNS = 132
_COLOURS = 200
# The colours of a dark terminal, those of the report in the dark among them; the last of each eight are white.
_NORMAL = [(20, 23, 27), (255, 180, 138), (138, 214, 236), (255, 201, 120)]
_NORMAL += [(138, 204, 236), (201, 189, 255), (138, 214, 236), (232, 234, 237)]
_DARK = TerminalTheme((20, 23, 27), (232, 234, 237), _NORMAL, [(150, 158, 168), *_NORMAL[1:]])
# What a terminal looks like here: dark, so that it is not taken for a page.
_TERMINAL = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>evc assess</title>
<style>body{{margin:0;padding:22px 26px;background:#14171b;color:#e8eaed;font:15px/1.5 "DejaVu Sans Mono",monospace}}
pre{{margin:0;font:inherit}}{stylesheet}</style><pre>{code}</pre></html>"""


def advice(example: str) -> Advice:
    """The advice on an example."""
    read = read_dossier(ROOT / "examples" / example, Library(given=ROOT / "rubrics")).value
    if read is None:
        raise SystemExit(f"{example} has errors of form")
    return assess(read.programme, read.dossier)


def browse(home: Path, *options: str) -> None:
    """Chromium once, with a profile of its own, so that nothing of the machine's shows."""
    command = [*CHROMIUM, f"--user-data-dir={home / 'profile'}", *options]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def shot(home: Path, page: Path, picture: str, size: str) -> None:
    """A page on a screen of this size."""
    browse(home, f"--window-size={size}", f"--screenshot={PICTURES / picture}", page.as_uri())


def printed(home: Path, page: Path, picture: str) -> None:
    """Page one of a page as Chromium prints it on A4."""
    pdf = home / "printed.pdf"
    browse(home, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri())
    target = PICTURES / picture
    pdftoppm = ["pdftoppm", "-r", "84", "-png", "-singlefile", "-f", "1", str(pdf), str(target.with_suffix(""))]
    subprocess.run(pdftoppm, check=True, timeout=60)


def terminal(shown: Advice) -> str:
    """The view of `evc assess` as a page, as wide as a terminal of so many columns."""
    console = Console(record=True, width=_COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(f"$ evc assess examples/{EXAMPLE}")
    for line in rich_text(shown, language("nl"), f"examples/{EXAMPLE}", 0, _COLUMNS):
        console.print(line, soft_wrap=True)
    return console.export_html(theme=_DARK, inline_styles=False, code_format=_TERMINAL)


def lighten(picture: Path) -> None:
    """A picture in few colours, which for text and plain areas nobody sees, at a third of its size."""
    with Image.open(picture) as opened:
        small = opened.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    small.save(picture, optimize=True)


def main() -> None:
    """Make every picture."""
    for needed in (CHROMIUM[0], "pdftoppm"):
        if shutil.which(needed) is None:
            raise SystemExit(f"{needed} is not installed")
    PICTURES.mkdir(parents=True, exist_ok=True)
    shown = advice(EXAMPLE)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        page, screen = home / "advies.html", home / "terminal.html"
        page.write_bytes(render(".html", shown, language("nl")))
        screen.write_text(terminal(shown), "utf-8")
        shot(home, page, "advies-scherm.png", "1240,1180")
        printed(home, page, "advies-papier.png")
        shot(home, screen, "advies-terminal.png", "1260,910")
    for picture in (PICTURES / f"advies-{name}.png" for name in ("scherm", "papier", "terminal")):
        lighten(picture)
        print(f"{picture.relative_to(ROOT)} {picture.stat().st_size / 1000:.0f} KB")


if __name__ == "__main__":
    main()
