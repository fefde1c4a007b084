"""PDFs made to hang, swell or break a reader: each a name and how to make it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Final

from tests.extract.raw_pdf import RawPage, assemble, make_pdf

Make = Callable[[], bytes]
FONT: Final = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
MIB: Final = 2**20


def stream(data: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def flated(data: bytes, times: int = 1, entries: str = "") -> bytes:
    """A stream packed so many times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{'/FlateDecode ' * times}] {entries}")


def one_page(
    content: bytes,
    *more: bytes,
    box: str = "[0 0 595 842]",
    resources: str = "/Font << /F 5 0 R >>",
    entries: str = "",
    font: str = FONT,
) -> bytes:
    """One page with this content stream (object 4), a font (object 5) and more objects, from 6 on."""
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R /Resources << {resources} >> {entries} >>"
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page.encode(),
            content,
            font.encode(),
            *more,
        ]
    )


def text(operators: str) -> bytes:
    return flated(operators.encode("latin-1"))


def packed_bomb(size: int, times: int) -> Make:
    return lambda: one_page(flated(b" " * size, times))


def text_bomb() -> bytes:
    """Characters without end, in a few bytes."""
    return one_page(flated(b"BT /F 9 Tf 50 500 Td " + b"(aaaaaaaaaaaaaaaaaaaa) Tj " * 2_000_000 + b"ET", 2))


def filters(name: str, count: int) -> bytes:
    return one_page(stream(b"00" * 2_000 + b">", f"/Filter [{f'/{name} ' * count}]"))


def run_length_bomb() -> bytes:
    return one_page(
        flated(b"\x81 " * (64 * MIB), 2).replace(b"[/FlateDecode", b"[/FlateDecode /FlateDecode /RunLengthDecode")
    )


def page_loop() -> bytes:
    kids = b"<< /Type /Pages /Count 1 /Kids [2 0 R] /Parent 2 0 R >>"
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", kids])


def long_page_loop() -> bytes:
    kids = [f"<< /Type /Pages /Count 9 /Kids [{n} 0 R {n} 0 R] /Parent 2 0 R >>" for n in (3, 4, 5, 2)]
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", *(k.encode() for k in kids)])


def deep_pages() -> bytes:
    depth = 20_000
    nodes = [f"<< /Type /Pages /Count 1 /Kids [{n + 3} 0 R] /Parent {n + 1} 0 R >>".encode() for n in range(depth)]
    last = f"<< /Type /Page /Parent {depth + 1} 0 R /MediaBox [0 0 99 99] >>".encode()
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, last])


def wide_pages(count: int, content: bytes) -> bytes:
    """As many pages, all of the same content."""
    kids = " ".join(f"{n + 5} 0 R" for n in range(count))
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    )
    root = f"<< /Type /Pages /Count {count} /Kids [{kids}] >>"
    return assemble(
        [b"<< /Type /Catalog /Pages 2 0 R >>", root.encode(), content, FONT.encode(), *[page.encode()] * count]
    )


def doubled_pages() -> bytes:
    """A tree of thirty levels in which each node names the next one twice: 2^30 pages."""
    nodes = [f"<< /Type /Pages /Count {2**30} /Kids [{n} 0 R {n} 0 R] >>".encode() for n in range(3, 33)]
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


def lying_count() -> bytes:
    return make_pdf(RawPage().text(50, 100, "Durf")).replace(b"/Count 1 ", b"/Count 2147483647 ")


def object_stream(extends: str, inner: bytes) -> bytes:
    """An object stream (object 3) that is said to be within itself, by a table that is a stream."""
    head = b"%PDF-1.7\n"
    catalog = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    packed = b"2 0 3 9 " + inner
    body = b"3 0 obj\n" + stream(packed, f"/Type /ObjStm /N 2 /First 8 {extends}") + b"\nendobj\n"
    at = [len(head), len(head) + len(catalog)]
    start = at[1] + len(body)
    rows = [(0, 0, 255), (1, at[0], 0), (2, 3, 0), (2, 3, 1), (1, start, 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([last]) for kind, place, last in rows)
    xref = b"4 0 obj\n" + stream(table, "/Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R") + b"\nendobj\n"
    return head + catalog + body + xref + b"startxref\n%d\n%%%%EOF\n" % start


def looping_table() -> bytes:
    good = make_pdf(RawPage().text(50, 100, "Durf"))
    at = good.rindex(b"xref\n0")
    return good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def torn_table() -> bytes:
    good = make_pdf(RawPage().text(50, 100, "Durf"))
    return good.replace(b"00000 n", b"99999 n")


def shifted_table() -> bytes:
    good = make_pdf(RawPage().text(50, 100, "Durf"))
    at = good.rindex(b"xref\n0")
    return good[:at] + good[at:].replace(b"00000000", b"00000099")


def huge_table() -> bytes:
    return make_pdf(RawPage().text(50, 100, "Durf")).replace(b"/Size ", b"/Size 2147483647 /Old ").replace(
        b"xref\n0 ", b"xref\n0 99999999 "
    )  # fmt: skip


def boxed(box: str, entries: str = "") -> Make:
    return lambda: one_page(text("BT /F 9 Tf 50 500 Td (Durf) Tj ET"), box=box, entries=entries)


def typed(operators: str, font: str = FONT, *more: bytes) -> Make:
    return lambda: one_page(text(operators), *more, font=font)


def many(operators: Callable[[int], str], count: int) -> Make:
    """An operator as many times, each a little different."""
    return lambda: one_page(text("\n".join(map(operators, range(count)))))


def forms(doubling: int, levels: int) -> bytes:
    """Forms that draw each other: each the next one ``doubling`` times, and the last one the first."""
    made = []
    for level in range(levels):
        target = 6 + (level + 1) % levels
        box = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {target} 0 R >> >>"
        made.append(stream(b"/X Do " * doubling, box))
    return one_page(stream(b"/X Do"), *made, resources="/XObject << /X 6 0 R >>")


def drawn_type() -> bytes:
    """A font whose letters are drawn with the font itself."""
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 "
        "/Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> "
        "/Resources << /Font << /F 5 0 R >> >> >>"
    )
    return one_page(text("BT /F 9 Tf (aaaa) Tj ET"), stream(b"BT /F 9 Tf (aaaaaaaa) Tj ET"), font=font)


def mapped(cmap: str) -> Make:
    """A font with this map from codes to characters."""
    font = FONT.replace(" >>", " /ToUnicode 6 0 R >>")
    head = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    return lambda: one_page(text("BT /F 9 Tf 50 500 Td (Durf) Tj ET"), flated((head + cmap).encode()), font=font)


def picture(entries: str, data: bytes) -> Make:
    """A page that is one picture."""
    box = f"/Type /XObject /Subtype /Image {entries}"
    return lambda: one_page(
        stream(b"q 595 0 0 842 0 0 cm /X Do Q"), flated(data, entries=box), resources="/XObject << /X 6 0 R >>"
    )


def itself() -> bytes:
    """A file that fuzzing found: pdfminer takes its catalog for a reference to itself, and looks it up for ever."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R ages 2 0 R >;\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [4 0 R] >>\nendobj\n"
        b"3\xad 0 obj\n<< /Length 83 0000 n \n0\xd1000000058 00 n \n"
        b"00000:0058 00000 n \n0000000115 00000 >n \n0000000\n"
        b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n488\n%%Exref\n488\n%%EOF\n"
    )


def deep(opening: bytes, closing: bytes, depth: int) -> Make:
    return lambda: one_page(text("q Q"), opening * depth + closing * depth, entries="/Deep 6 0 R")


PDFS: Final[dict[str, Make]] = {
    "stream bomb, 256 MiB": packed_bomb(256 * MIB, 1),
    "stream bomb, packed twice, 600 MiB": packed_bomb(600 * MIB, 2),
    "stream bomb, packed three times, 600 MiB": packed_bomb(600 * MIB, 3),
    "text bomb, 40 million letters": text_bomb,
    "run-length bomb, 8 GiB": run_length_bomb,
    "a chain of 1,000 filters": lambda: filters("ASCIIHexDecode", 1_000),
    "a chain of 100,000 filters": lambda: filters("FlateDecode", 100_000),
    "a page tree that holds itself": page_loop,
    "a page tree in a circle": long_page_loop,
    "a page tree 20,000 deep": deep_pages,
    "20,000 pages": lambda: wide_pages(20_000, text("BT /F 9 Tf 50 500 Td (Durf) Tj ET")),
    "2^30 pages in thirty nodes": doubled_pages,
    "a count of 2^31 pages": lying_count,
    "an object stream within itself": lambda: object_stream("", b"3 0 R    << /Type /Pages >>"),
    "an object stream that extends itself": lambda: object_stream(
        "/Extends 3 0 R", b"<< /Type /Pages /Kids [2 0 R] >>"
    ),
    "a table of places that names itself": looping_table,
    "a table of places of other versions": torn_table,
    "a table of places that is wrong": shifted_table,
    "a table of 10^8 places": huge_table,
    "a page of 10^10 points": boxed("[0 0 1e10 10000000000]"),
    "a page inside out": boxed("[595 842 0 0]"),
    "a page without room": boxed("[0 0 0 0]"),
    "a page of no numbers": boxed("[/a (b) null true]"),
    "a unit of 10^9": boxed("[0 0 595 842]", "/UserUnit 1000000000"),
    "letters of 10^9 points": typed("BT /F 1000000000 Tf 50 500 Td (Durf) Tj ET"),
    "letters without size": typed("BT /F 0 Tf 0 0 0 0 0 0 Tm (Durf) Tj ET"),
    "10^6 widths": typed("BT /F 9 Tf (Durf) Tj ET", FONT.replace(" >>", f" /Widths [{'9 ' * 10**6}] >>")),
    "a font that is a number": typed("BT /F 9 Tf (Durf) Tj ET", "12"),
    "a font drawn with itself": drawn_type,
    "a map of 2^32 characters": mapped("1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"),
    "a map to halves of characters": mapped("1 beginbfrange <00> <FF> <D800> endbfrange"),
    "10^6 rules on a page": many(lambda n: f"{n % 595} {n % 842} m {n % 595} {n % 842 + 9} l S", 10**6),
    "10^5 rectangles on a page": many(lambda n: f"{n % 595} {n % 842} 99 9 re S", 10**5),
    "10^5 letters on one spot": many("BT /F 9 Tf 50 500 Td (a) Tj ET".format, 10**5),
    "10^5 words on a page": many(lambda n: f"BT /F 1 Tf {n % 500} {n // 500 * 4} Td (w{n}) Tj ET", 10**5),
    "10^6 saved states": typed("q " * 10**6),
    "a form that draws itself": lambda: forms(1, 1),
    "2^30 forms in thirty": lambda: forms(2, 30),
    "10^10 forms in ten": lambda: forms(10, 10),
    "a list 10^5 deep": deep(b"[", b"]", 10**5),
    "a dictionary 10^5 deep": deep(b"<< /A ", b">>", 10**5),
    "a string that never ends": deep(b"(", b"", 10**5),
    "an object that is itself": itself,
    "a length that names itself": lambda: one_page(b"<< /Length 4 0 R >>\nstream\nq\nendstream"),
    "a picture of 10^10 dots": picture(
        "/Width 100000 /Height 100000 /BitsPerComponent 1 /ColorSpace /DeviceGray", b"\0" * MIB
    ),
    "a picture that is none": picture("/Width 99 /Height 99 /Filter [/FlateDecode /JPXDecode]", b"geen beeld"),
    "encrypted with nonsense": lambda: make_pdf(RawPage().text(50, 100, "Durf")).replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 99 /R -1 /O () /U () /P 0 >>"
    ),
    "nothing but a head": lambda: b"%PDF-1.7\n" + b"\n" * 999 + b"%%EOF",
    "a file of heads": lambda: b"%PDF-1.7\n1 0 obj\n" * 100_000 + b"%%EOF\n",
}
