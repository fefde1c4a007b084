"""Word and ODT files made to hang, swell or break a reader: each a name and how to make it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from tests.extract import raw_odt
from tests.extract.raw_docx import docx, docx_files, paragraph, relationships, row, style, table, zipped

Make = Callable[[], bytes]
MIB: Final = 2**20
DOCUMENT: Final = "word/document.xml"
SMALL: Final = paragraph("Toont moed")


def with_files(files: Mapping[str, str | bytes], body: str = SMALL) -> bytes:
    return zipped({**docx_files(body), **files})


def bomb(size: int) -> bytes:
    """A body of as many spaces."""
    return with_files({DOCUMENT: b" " * size})


def understated() -> bytes:
    """A part that is larger than both directories say."""
    data = bytearray(docx(paragraph("a" * 40 * MIB)))
    true = struct.pack("<I", _size(bytes(data), DOCUMENT))
    return bytes(data).replace(true, struct.pack("<I", 999))


def _size(data: bytes, name: str) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.getinfo(name).file_size


def overlapping() -> bytes:
    """A thousand entries that are all unpacked from the same bytes."""
    with_one = zipped({"a.xml": b"0" * 16 * MIB})
    start = with_one.index(b"PK\x01\x02")
    end = with_one.index(b"PK\x05\x06")
    entry = with_one[start:end]
    entries = b"".join(entry.replace(b"a.xml", f"{n:05}".encode()) for n in range(1_000))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1_000, 1_000, len(entries), start, 0)
    return with_one[:start] + entries + tail


def nested(depth: int) -> bytes:
    """A Word file that holds a Word file, and so on."""
    data = docx(SMALL)
    for _ in range(depth):
        data = with_files({"word/embeddings/inner.docx": data})
    return data


def quine() -> bytes:
    """A zip whose one entry is, as far as its directory says, the file itself."""
    data = docx(SMALL)
    start = data.index(b"PK\x01\x02")
    head = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, len(data), len(data), 8, 0, 0, 0, 0, 0, 0)
    entry = head + b"self.zip"
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), start, 0)
    return data[:start] + entry + tail


def zip64(size: int) -> bytes:
    """An entry whose sizes are in a ZIP64 field, and a lie."""
    data = docx(SMALL)
    start = data.index(b"PK\x01\x02")
    extra = struct.pack("<HHQQ", 1, 16, size, size)
    name = DOCUMENT.encode()
    most = 0xFFFFFFFF
    head = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 45, 45, 0, 8, 0, 0, 0, most, most, len(name), len(extra), 0, 0, 0, 0, 0
    )
    entry = head + name + extra
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), start, 0)
    return data[:start] + entry + tail


def named(*names: str) -> Make:
    """A Word file with more entries, of these names."""

    def make() -> bytes:
        import warnings

        stream = io.BytesIO(docx(SMALL))
        with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
            warnings.simplefilter("ignore")
            for name in names:
                archive.writestr(name, "<x/>")
        return stream.getvalue()

    return make


def many_entries() -> bytes:
    return with_files({f"word/deel{n}.xml": "<x/>" for n in range(20_000)})


def many_relationships() -> bytes:
    arrows = {f"rId{n}": ("image", f"media/{n}.png") for n in range(10**6)}
    return with_files({"word/_rels/document.xml.rels": relationships(arrows)})


def circular_relationships() -> bytes:
    return with_files({"word/_rels/document.xml.rels": relationships({"rId1": ("footnotes", "document.xml")})})


def deep(opening: str, closing: str, depth: int) -> Make:
    return lambda: docx(opening * depth + paragraph("Durf") + closing * depth)


def laughing() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{entities}]><w>&a11;</w>'
    return with_files({DOCUMENT: xml})


def fetching() -> bytes:
    xml = '<!DOCTYPE w SYSTEM "file:///etc/passwd" [<!ENTITY % x SYSTEM "file:///etc/passwd">%x;]><w/>'
    return with_files({DOCUMENT: xml.encode("utf-16")})


def table_of(cells: str) -> Make:
    return lambda: docx(table(f"<w:tr>{cells}</w:tr>"))


def merged(span: int) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr><w:p/></w:tc>'


def circular_styles() -> bytes:
    styles = style("A", based_on="B") + style("B", based_on="C") + style("C", based_on="A")
    return docx(paragraph("Durf", '<w:pStyle w:val="A"/>'), styles=styles)


def many_styles() -> bytes:
    styles = "".join(style(f"S{n}", based_on=f"S{n + 1}") for n in range(50_000))
    return docx(paragraph("Durf", '<w:pStyle w:val="S0"/>') * 100, styles=styles)


def many_paragraphs(count: int) -> Make:
    return lambda: docx("<w:p/>" * count)


def long_header() -> bytes:
    """A catalogue of as many rows as fit."""
    head = row("Competentie", "Kerncompetentie", "Beschrijving en indicatoren")
    return docx(table(head, *[row(f"N{n}", "K", "Indicatoren:") for n in range(20_000)]))


def many_attributes() -> bytes:
    names = " ".join(f'a{n}="x"' for n in range(10**5))
    return docx(f"<w:p {names}/>")


def repeated(attribute: str, count: int) -> Make:
    """A table in which a column, row or cell counts for as many."""
    places = {"column": ("", ""), "row": ("", ""), "cell": ("", "")}
    assert attribute in places
    said = f'table:number-{"rows" if attribute == "row" else "columns"}-repeated="{count}"'

    def make() -> bytes:
        cells = raw_odt.cell("Durf", said if attribute == "cell" else "")
        rows = raw_odt.row(cells, attributes=said if attribute == "row" else "")
        column = f"<table:table-column {said if attribute == 'column' else ''}/>"
        return raw_odt.odt(f"<table:table>{column}{rows}</table:table>")

    return make


def spanned(count: int) -> bytes:
    said = f'table:number-columns-spanned="{count}" table:number-rows-spanned="{count}"'
    return raw_odt.odt(raw_odt.table(raw_odt.row(raw_odt.cell("Durf", said))))


def circular_odt_styles() -> bytes:
    styles = [raw_odt.style(a, "paragraph", attributes=f'style:parent-style-name="{b}"') for a, b in ("AB", "BC", "CA")]
    return raw_odt.odt(raw_odt.p("Durf", "A"), automatic="".join(styles))


def lying_odt() -> bytes:
    return zipped({"mimetype": raw_odt.MIMETYPE, **docx_files(SMALL)})


PACKAGES: Final[dict[str, Make]] = {
    "zip bomb, 600 MiB": lambda: bomb(600 * MIB),
    "zip bomb, 60 MiB": lambda: bomb(60 * MIB),
    "a part larger than declared": understated,
    "a thousand entries on the same bytes": overlapping,
    "a Word file in a Word file, 10 times": lambda: nested(10),
    "a zip that is its own entry": quine,
    "ZIP64: a part of 2^62 bytes": lambda: zip64(2**62),
    "ZIP64: a part of no bytes": lambda: zip64(0),
    "a part twice": named(DOCUMENT),
    "a part twice, in capitals": named(DOCUMENT.upper()),
    "a path out of the package": named("../../../etc/cron.d/x"),
    "a path from the root": named("/etc/passwd"),
    "a path with a drive": named("C:\\Windows\\x"),
    "a name with a null": named("word/a\0b.xml"),
    "20,000 entries": many_entries,
    "10^6 relationships": many_relationships,
    "relationships in a circle": circular_relationships,
    "200 paragraphs in each other": deep("<w:p>", "</w:p>", 200),
    "10^5 elements in each other": deep("<w:sdt>", "</w:sdt>", 10**5),
    "80 tables in each other": deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
    "entities that multiply": laughing,
    "entities from files, in UTF-16": fetching,
    "a cell over 2^31 columns": table_of(merged(2**31)),
    "a cell over -1 columns": table_of(merged(-1)),
    "10^5 cells in a row": table_of(merged(1) * 10**5),
    "styles in a circle": circular_styles,
    "50,000 styles on each other": many_styles,
    "10^6 paragraphs": many_paragraphs(10**6),
    "7 million paragraphs": many_paragraphs(7 * 10**6),
    "a catalogue of 20,000 rows": long_header,
    "10^5 attributes": many_attributes,
    "a run of 30 million letters": lambda: docx(paragraph("abcdefghij " * 3 * 10**6)),
    "ODT: a column 10^9 times": repeated("column", 10**9),
    "ODT: a row 10^9 times": repeated("row", 10**9),
    "ODT: a cell 10^9 times": repeated("cell", 10**9),
    "ODT: a cell over 10^9 rows and columns": lambda: spanned(10**9),
    "ODT: 10^9 spaces": lambda: raw_odt.odt(raw_odt.p('<text:s text:c="1000000000"/>')),
    "ODT: -1 spaces": lambda: raw_odt.odt(raw_odt.p('<text:s text:c="-1"/>a')),
    "ODT: styles in a circle": circular_odt_styles,
    "ODT: 200 lists in each other": lambda: raw_odt.odt(
        "<text:list><text:list-item>" * 100 + raw_odt.p("a") + "</text:list-item></text:list>" * 100
    ),
    "a Word file that says it is ODT": lying_odt,
}
