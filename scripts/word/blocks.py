"""What a Word template is made of, as values, and as the XML that Word reads.

`each` and `when` stand wherever a paragraph, a row or a run may stand, and become docxtpl's own tags of that level:
``{%p for … %}``, ``{%tr for … %}``, ``{%r for … %}``. Texts in a template are fields; a template has no words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

# Widths and heights are in twips: twenty to a point, 567 to a centimetre.
TEXT_WIDTH = 9638
_EMU = 635


@dataclass(frozen=True)
class Run:
    """Text in a character style (None: that of its paragraph); `breaks` begins it on a new line."""

    text: str
    style: str | None = None
    breaks: bool = False


@dataclass(frozen=True)
class Simple:
    """A field that Word itself fills, such as the number of the page."""

    code: str


@dataclass(frozen=True)
class Picture:
    """A picture that evc replaces, known by its name; its description is read aloud."""

    name: str
    description: str
    width: int
    height: int


Inline = "Run | Simple | Picture | Loop"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in a style."""

    style: str
    runs: tuple["Run | Simple | Picture | Loop", ...]


@dataclass(frozen=True)
class Row:
    """A row of cells, each a sequence of paragraphs; `height` is the least, `whole` keeps it on one page."""

    cells: tuple[tuple["Paragraph | Loop", ...], ...]
    height: int = 0
    whole: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a header row that is repeated on every page; `caption` is its name for who cannot see it."""

    caption: str
    widths: tuple[int, ...]
    heads: tuple[str, ...]
    numeric: tuple[int, ...]
    rows: tuple["Row | Loop", ...]


@dataclass(frozen=True)
class Loop:
    """What is repeated or left out: `begin` and `end` are Jinja's statements."""

    begin: str
    end: str
    inside: tuple["Paragraph | Table | Row | Run | Simple | Picture | Loop", ...]


Block = Paragraph | Table | Loop


def r(text: str, style: str | None = None, *, breaks: bool = False) -> Run:
    """A run of text."""
    return Run(text, style, breaks)


def p(style: str, *runs: str | Run | Simple | Picture | Loop) -> Paragraph:
    """A paragraph; plain strings are runs."""
    return Paragraph(style, tuple(Run(each) if isinstance(each, str) else each for each in runs))


def each(which: str, *inside: Paragraph | Table | Row | Run | Picture | Loop) -> Loop:
    """Repeated for each, as in ``unit in v.page_one.units``."""
    return Loop(f"for {which}", "endfor", inside)


def when(what: str, *inside: Paragraph | Table | Row | Run | Picture | Loop) -> Loop:
    """Left out when there is nothing of it."""
    return Loop(f"if {what}", "endif", inside)


def row(*cells: Paragraph | Sequence[Paragraph | Loop], height: int = 0, whole: bool = False) -> Row:
    """A row; a cell is a paragraph or several."""
    return Row(tuple((cell,) if isinstance(cell, Paragraph) else tuple(cell) for cell in cells), height, whole)


def table(caption: str, columns: Sequence[tuple[int, str]], *rows: Row | Loop, numeric: tuple[int, ...] = ()) -> Table:
    """A table; a column is its width and its head."""
    widths, heads = zip(*columns, strict=True)
    return Table(caption, widths, heads, numeric, rows)


def body_xml(blocks: Sequence[Block]) -> str:
    """Blocks as the XML inside a body, a header or a footer."""
    return "".join(_block(block) for block in blocks)


def _block(block: object) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Table():
            return _table(block)
        case Loop():
            inside = "".join(_block(each) for each in block.inside)
            return _tag("p", block.begin) + inside + _tag("p", block.end)
        case _:
            raise TypeError(block)


def _tag(level: str, statement: str) -> str:
    return _paragraph(p("EVCfield", f"{{%{level} {statement} %}}"))


def _paragraph(paragraph: Paragraph) -> str:
    runs = "".join(_inline(run) for run in paragraph.runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>{runs}</w:p>'


def _inline(inline: object) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Loop():
            inside = "".join(_inline(each) for each in inline.inside)
            return _run(Run(f"{{%r {inline.begin} %}}")) + inside + _run(Run(f"{{%r {inline.end} %}}"))
        case Simple():
            return f"<w:fldSimple w:instr={quoteattr(f' {inline.code} ')}><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        case Picture():
            return _picture(inline)
        case _:
            raise TypeError(inline)


def _run(run: Run) -> str:
    style = f'<w:rPr><w:rStyle w:val="{run.style}"/></w:rPr>' if run.style else ""
    before = "<w:br/>" if run.breaks else ""
    parts = [f'<w:t xml:space="preserve">{escape(text)}</w:t>' for text in run.text.split("\t")]
    return f"<w:r>{style}{before}{'<w:tab/>'.join(parts)}</w:r>"


def _table(table: Table) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    heads = tuple(
        (p("EVCheadright" if at in table.numeric else "EVChead", head),) for at, head in enumerate(table.heads)
    )
    rows = "".join(_row(each, table.widths) for each in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="EVCtable"/><w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1"'
        f' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val={quoteattr(table.caption)}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(Row(heads, whole=True), table.widths, head=True)}{rows}</w:tbl>"
        + _paragraph(p("EVCgap"))
    )


def _row(row: object, widths: tuple[int, ...], *, head: bool = False) -> str:
    match row:
        case Loop():
            inside = "".join(_row(each, widths) for each in row.inside)
            return _tag_row(row.begin, widths) + inside + _tag_row(row.end, widths)
        case Row():
            about = "".join(_about_row(row, head=head))
            cells = "".join(_cell(cell, width) for cell, width in zip(row.cells, widths, strict=True))
            return f"<w:tr>{f'<w:trPr>{about}</w:trPr>' if about else ''}{cells}</w:tr>"
        case _:
            raise TypeError(row)


def _about_row(row: Row, *, head: bool) -> Iterator[str]:
    if row.whole:
        yield "<w:cantSplit/>"
    if row.height:
        yield f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>'
    if head:
        yield "<w:tblHeader/>"


def _tag_row(statement: str, widths: tuple[int, ...]) -> str:
    first, *others = ((p("EVCfield", f"{{%tr {statement} %}}"),), *((p("EVCfield"),) for _ in widths[1:]))
    return _row(Row((first, *others)), widths)


def _cell(blocks: tuple[Paragraph | Loop, ...], width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{body_xml(blocks)}</w:tc>'


def _picture(picture: Picture) -> str:
    size = f'cx="{picture.width * _EMU}" cy="{picture.height * _EMU}"'
    drawing, pic = (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    )
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="{picture.name}" descr={quoteattr(picture.description)}/>'
        f'<a:graphic xmlns:a="{drawing}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}">'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="{picture.name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture.name}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
