"""Workbooks that are none, or made to hurt: refused before anything parses them, quickly and in little room."""

import struct
import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from evc.exchange.spreadsheets import MAX_PARTS, MAX_UNPACKED_BYTES, NotAWorkbookError, place, read_tables

MEBIBYTE = 1024 * 1024


def workbook():
    stream = BytesIO()
    book = Workbook()
    book.active["A1"] = "one"
    book.save(stream)
    return stream.getvalue()


def parts(data=None):
    """The parts of a workbook by name."""
    with zipfile.ZipFile(BytesIO(data or workbook())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents, kind=zipfile.ZIP_DEFLATED):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_part(name, content):
    return packed(parts() | {name: content})


def lying():
    """A part of 60 MB that says it holds ten bytes, with the checksum of those ten."""
    name, content = "xl/media/x.bin", b"0" * (60 * MEBIBYTE)
    data = bytearray(with_part(name, content))
    real, said = struct.pack("<L", len(content)), struct.pack("<L", 10)
    checksum, of_ten = (struct.pack("<L", zipfile.crc32(each)) for each in (content, content[:10]))
    return bytes(data.replace(real, said).replace(checksum, of_ten))


def entities():
    sheet = "xl/worksheets/sheet1.xml"
    lol = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    return with_part(sheet, lol + parts()[sheet])


def utf_16():
    sheet = "xl/worksheets/sheet1.xml"
    return with_part(sheet, parts()[sheet].decode().replace("UTF-8", "UTF-16").encode("utf-16"))


def twice():
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):  # noqa: PT031 - one archive
        for name, content in [*parts().items(), ("xl/workbook.xml", b"")]:
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"", "not-xlsx"),
        (lambda: b"format: evc/assessment@1\n", "not-xlsx"),
        (lambda: b"\xd0\xcf\x11\xe0" * 100, "not-xlsx"),  # an .xls, or a workbook behind a password
        (lambda: workbook()[:-200], "not-xlsx"),
        (lambda: packed({"word/document.xml": b"<w/>"}), "not-xlsx"),
        (lambda: with_part("xl/workbook.xml", b"<no"), "unreadable"),
        (lambda: packed({"xl/workbook.xml": b"<workbook/>"}), "unreadable"),
        (lambda: with_part("xl/bomb.xml", b"0" * (MAX_UNPACKED_BYTES + 1)), "too-large"),
        (lambda: packed(parts() | {f"xl/{number}.xml": b"" for number in range(MAX_PARTS)}), "too-large"),
        (lambda: packed(parts(), zipfile.ZIP_LZMA), "unreadable"),
        (entities, "unreadable"),
        (utf_16, "unreadable"),
        (twice, "unreadable"),
    ],
)
def test_refused(make, why):
    with pytest.raises(NotAWorkbookError) as refused:
        read_tables(make())
    assert str(refused.value) == why


def test_a_part_that_lies_about_its_size_unpacks_to_what_it_says():
    tables = read_tables(lying())
    assert tables["Sheet"][0][0].content == "one"


def test_only_so_many_rows_are_looked_at():
    sheet = "xl/worksheets/sheet1.xml"
    far = parts()[sheet].replace(b'r="1"', b'r="1048576"').replace(b'r="A1"', b'r="XFD1048576"')
    assert len(read_tables(with_part(sheet, far))["Sheet"]) <= 20_000


@pytest.mark.parametrize(("row", "column", "shown"), [(1, 1, "S!A1"), (7, 4, "S!D7"), (2, 28, "S!AB2")])
def test_a_cell_is_named_as_people_do(row, column, shown):
    assert place("S", row, column) == shown
