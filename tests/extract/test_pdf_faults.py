"""Files that cannot be read: each ends in its own error, and nothing of the library comes out."""

from __future__ import annotations

import logging
import zlib
from hashlib import md5
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.arcfour import Arcfour
from pdfminer.pdftypes import LITERALS_FLATE_DECODE, PDFStream

from extract.pdf import pdf_to_document
from extract.pdf_plumber import fault_of
from tests.extract.pdf_cases import outside, read
from tests.extract.raw_pdf import RawPage, assemble, make_pdf
from transform.document import Document
from transform.errors import CatalogusError, Damaged, Encrypted, NoTextLayer, UnreadableCharacters

SAMPLE = (Path(__file__).parents[2] / "samples" / "bijlage-1b.pdf").read_bytes()
IMAGE = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>"


def small() -> bytes:
    return make_pdf(RawPage().text(50, 100, "Durf"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\nniets dan tekst\n%%EOF\n",
        small()[: len(small()) // 2],
        SAMPLE[: len(SAMPLE) // 2],
        SAMPLE[:-40],
        SAMPLE + b"\n99 0 obj\n<< /Type /Page",
        small().replace(b"/Type /Page ", b"/Type /Nope "),
        small().replace(b"/Contents 3 0 R", b"/Contents 9 0 R"),
    ],
    ids=[
        "empty", "head only", "no objects", "half", "half of the sample",
        "no end", "cut update", "no pages", "lost content",
    ],
)  # fmt: skip
def test_a_damaged_file(data: bytes) -> None:
    with pytest.raises(Damaged) as caught:
        pdf_to_document(data, "stuk.pdf")
    assert caught.value.place == "stuk.pdf"
    assert caught.value.facts["reason"]


def test_a_content_stream_cut_short() -> None:
    page = RawPage()
    for i in range(40):
        page.text(50, 100 + 12 * i, f"regel {i} met wat tekst erin")
    data = make_pdf(page)
    start = data.index(b"stream\n") + 7
    length = data.index(b"\nendstream") - start
    cut = data[: start + length // 2] + b" " * (length - length // 2) + data[start + length :]
    with pytest.raises(Damaged):
        pdf_to_document(cut, "stuk.pdf")


def test_a_content_stream_whose_dictionary_broke() -> None:
    """The library reads it as an empty page, without a word; so does the other engine."""
    whole, broken = b"<</Length 18 0 R/Filter/FlateDecode>>", b"<</Length 18 0 R/Filter/FlateDecodeN>"
    assert SAMPLE.count(whole) == 1
    with pytest.raises(Damaged) as caught:
        pdf_to_document(SAMPLE.replace(whole, broken), "stuk.pdf")
    assert caught.value.facts["reason"] == "page 6: its content does not say how long it is"


def repacked(data: bytes, old: bytes, new: bytes) -> bytes:
    """The first stream with other text and the checksum of the text that it had."""
    start = data.index(b"stream\n") + 7
    end = data.index(b"\nendstream")
    text = zlib.decompress(data[start:end])
    assert old in text
    changed = zlib.compress(text.replace(old, new))[:-4] + data[end - 4 : end]
    length = b"/Length %d " % (end - start)
    return data[:start].replace(length, b"/Length %d " % len(changed)) + changed + data[end:]


def test_a_content_stream_that_its_checksum_denies() -> None:
    whole = make_pdf(RawPage().text(50, 100, "Durf" * 40))
    torn = repacked(whole, b"Durf".hex().encode(), b"Darf".hex().encode())
    with pytest.raises(Damaged) as caught:
        pdf_to_document(torn, "stuk.pdf")
    assert caught.value.facts["reason"] == "page 1: its content does not match its checksum"


@pytest.mark.parametrize(("lost", "is_cut"), [(0, False), (1, True), (2, True), (3, True), (4, False)])
def test_a_stream_that_lost_a_part_of_its_checksum_lost_more(lost: int, is_cut: bool) -> None:
    """All of a checksum may be missing: some programs leave it out."""
    packed = zlib.compress(b"Durf" * 40)
    stream = PDFStream({"Filter": LITERALS_FLATE_DECODE[0]}, packed[: len(packed) - lost])
    assert bool(fault_of(stream)) is is_cut


def drawn_by_form(checksum: bytes | None = None) -> bytes:
    """A page whose text is in a form within a form; with the checksum of something else where one is given."""
    packed = zlib.compress(b"BT /F 10 Tf 50 500 Td (Durf) Tj ET" * 9)
    inner = packed if checksum is None else packed[:-4] + checksum
    fonts = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
    head = b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >> /Length %d %s>>"
    form = head + b"\nstream\n%s\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page + b" /Resources << /XObject << /A 5 0 R >> >> >>",
            b"<< /Length 5 >>\nstream\n/A Do\nendstream",
            form % (b"/XObject << /B 6 0 R >>", 5, b"", b"/B Do"),
            form % (fonts, len(inner), b"/Filter /FlateDecode ", inner),
        ]
    )


def test_a_form_that_its_checksum_denies() -> None:
    assert outside(pdf_to_document(drawn_by_form(), "goed.pdf"))
    with pytest.raises(Damaged):
        pdf_to_document(drawn_by_form(b"\0\0\0\0"), "stuk.pdf")


def test_a_map_of_characters_that_its_checksum_denies() -> None:
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfchar <44> <0044> endbfchar endcmap"
    packed = zlib.compress(cmap)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>"
    body = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F %s >> >> >>"
        % font.encode(),
        b"<< /Length 33 >>\nstream\nBT /F 10 Tf 50 500 Td (Durf) Tj ET\nendstream",
    ]
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
    body[3] = body[3].replace(b"33", b"34")
    good = assemble([*body, stream % (len(packed), packed)])
    assert outside(pdf_to_document(good, "goed.pdf"))
    torn = packed[:-4] + b"\0\0\0\0"
    with pytest.raises(Damaged):
        pdf_to_document(assemble([*body, stream % (len(torn), torn)]), "stuk.pdf")


def test_a_page_that_does_not_say_how_large_it_is() -> None:
    """The engines make up a size, and what does not fit on it would be left out."""
    with pytest.raises(Damaged):
        pdf_to_document(small().replace(b"/MediaBox", b"/MediaBux"), "stuk.pdf")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(small()) - 1), st.integers(0, 255))
def test_a_changed_byte_gives_a_document_or_one_of_our_errors(place: int, byte: int) -> None:
    data = bytearray(small())
    data[place] = byte
    outcome = attempt(bytes(data))
    assert isinstance(outcome, Document) or outcome.place == "x.pdf"


def attempt(data: bytes) -> Document | CatalogusError:
    try:
        return pdf_to_document(data, "x.pdf")
    except CatalogusError as error:
        return error


def encrypted(user: bytes) -> bytes:
    """The small file behind the oldest kind of password protection (RC4 of 40 bits, its key made with MD5)."""
    pad = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    identity = b"0123456789abcdef"
    owner = Arcfour(digest(b"baas" + pad[:28])[:5]).process((user + pad)[:32])
    key = digest((user + pad)[:32] + owner + b"\xfc\xff\xff\xff" + identity)[:5]
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
    shown = tuple(part.hex().encode() for part in (owner, Arcfour(key).process(pad), identity, identity))
    data = small()
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    secret = Arcfour(digest(key + b"\x03\x00\x00\x00\x00")[:10]).process(data[start:end])
    return (data[:start] + secret + data[end:]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + entry % shown)


def digest(data: bytes) -> bytes:
    return md5(data, usedforsecurity=False).digest()


def test_a_password_is_needed() -> None:
    with pytest.raises(Encrypted):
        pdf_to_document(encrypted(b"geheim"), "dicht.pdf")


def test_an_empty_password_opens_the_file() -> None:
    assert outside(pdf_to_document(encrypted(b""), "open.pdf")) == ["Durf"]


def test_a_scan_has_no_text_layer() -> None:
    page = RawPage().draw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q")
    with pytest.raises(NoTextLayer):
        read(page, page)


def test_a_blank_page_is_no_scan() -> None:
    assert read(RawPage()).blocks == ()


UNMAPPED = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Geheim /FirstChar 65 /LastChar 66 /Widths [500 500] "
    "/FontDescriptor << /Type /FontDescriptor /FontName /Geheim /Flags 4 /FontBBox [0 0 1 1] /ItalicAngle 0 "
    "/Ascent 800 /Descent -200 /StemV 80 >> /Encoding << /Type /Encoding /Differences [65 /g17 /g23] >> >>"
)


def test_glyphs_without_a_character_are_named() -> None:
    page = RawPage().text(50, 100, "goed").text(50, 120, b"ABA", font="Geheim")
    with pytest.raises(UnreadableCharacters) as caught:
        pdf_to_document(make_pdf(page, fonts={"Geheim": UNMAPPED}), "x.pdf")
    assert caught.value.facts == {"page": 1, "count": 3, "font": "Geheim"}


def test_a_private_use_code_within_a_word_is_unreadable() -> None:
    font = UNMAPPED.replace("/g17 /g23", "/uniE001 /fhook")
    page = RawPage().text(50, 100, b"A", font="Geheim").text(55, 100, b"B", font="Geheim")
    with pytest.raises(UnreadableCharacters):
        pdf_to_document(make_pdf(page, fonts={"Geheim": font}), "x.pdf")


def test_nothing_of_the_library_is_logged_or_warned(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    page = RawPage().text(50, 100, "Durf").draw("(a) w (a) (b) (c) rg /Kwijt /Weg scn /Kwijt Do")
    with caplog.at_level(logging.DEBUG):
        assert outside(read(page)) == ["Durf"]
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
