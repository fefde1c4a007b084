"""Files read lightly: the objects of ordinary files, however they are stored; whatever is odd is refused."""

from __future__ import annotations

import io
import re
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from extract.pdf import pdf_to_document
from extract.pdf_file import PdfFile, Ref, Stream, Unusual, parse
from extract.pdf_shows import Shows
from tests.extract.raw_pdf import RawPage, assemble, make_pdf
from transform.findings import Code

SAMPLE = (Path(__file__).parents[2] / "samples" / "bijlage-1b.pdf").read_bytes()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"12", 12),
        (b"-.5", -0.5),
        (b"+3.", 3.0),
        (b"12 0 R", Ref(12)),
        (b"[1 2 3 0 R 4 5]", [1, 2, Ref(3), 4, 5]),
        (b"/Name#20met#20spatie", "Name met spatie"),
        (b"/", ""),
        (b"(a(b)c)", b"a(b)c"),
        (b"(a\\)b)", b"a)b"),
        (b"(\\1012\\\r\nc\rd\\q)", b"A2c\ndq"),
        (b"<4a 4B4>", b"JK@"),
        (b"<</A<</B[true false null]>>/C(x)>>", {"A": {"B": [True, False, None]}, "C": b"x"}),
        (b"% uitleg (\n  7", 7),
        (b"\0\t\f\r\n7", 7),
    ],
)
def test_values(written: bytes, value: object) -> None:
    assert parse(written + b" ", 0)[0] == value


@pytest.mark.parametrize(
    "written", [b"", b"<<", b"[1 2", b"<</A>>", b"<<1 2>>", b"]", b"[>>", b"(open", b"woord", b"{"]
)
def test_what_is_no_value(written: bytes) -> None:
    with pytest.raises(Unusual):
        parse(written, 0)


def stored(**how: Any) -> bytes:
    """A small file of two pages as another program stores it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf(RawPage().text(50, 100, "een"), RawPage().text(50, 100, "twee")))) as pdf:
        pdf.save(out, **how)
    return out.getvalue()


def updated(data: bytes, freed: int) -> bytes:
    """The file with a new version of its first object behind it, and another object freed."""
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    place = len(data)
    body = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /New true >>\nendobj\n"
    table = b"xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n%d 1\n0000000000 00001 f \n" % (place, freed)
    trailer = b"trailer\n<< /Size 9 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (start, place + len(body))
    return data + body + table + trailer


STORED = [stored(), stored(object_stream_mode=pikepdf.ObjectStreamMode.generate)]


def texts(data: bytes) -> list[bytes]:
    """The unpacked content of every page."""
    file = PdfFile(data)
    return [file.unpacked(file.fetch(page["Contents"])) for page in file.pages()]


@pytest.mark.parametrize(
    "data",
    [
        stored(),
        stored(object_stream_mode=pikepdf.ObjectStreamMode.generate),
        stored(object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True),
        stored(linearize=True),
        stored(qdf=True),
        stored(stream_decode_level=pikepdf.StreamDecodeLevel.none),
        updated(stored(), 99),
        stored().replace(b"\n%%EOF\n", b"\r\n%%EOF \r\n"),
    ],
    ids=["table", "packed", "packed for the web", "for the web", "plain", "as it was", "updated", "other line ends"],
)
def test_ways_in_which_files_are_stored(data: bytes) -> None:
    first, second = texts(data)
    assert b"656e" in first or b"een" in first
    assert b"74776565" in second or b"twee" in second


def test_a_newer_version_of_an_object_stands_and_a_freed_one_is_gone() -> None:
    file = PdfFile(updated(make_pdf(RawPage(), RawPage()), 5))
    assert file.fetch(Ref(1))["New"] is True
    assert file.fetch(Ref(5)) is None
    assert file.fetch(Ref(99)) is None


def test_objects_that_only_newer_programs_see() -> None:
    """As Word stores a tagged file: a table for old programs, a stream beside it for what they need not see."""
    data = make_pdf(RawPage().text(50, 100, "een"))
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    hidden = len(data)
    pack = zlib.compress(b"7 0 (geheim)")
    body = b"8 0 obj\n<</Type/ObjStm/N 1/First 4/Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\n"
    data += body % (len(pack), pack)
    beside = len(data)
    rows = bytes([2, 0, 0, 0, 8, 0]) + bytes([1]) + hidden.to_bytes(4, "big") + b"\0"
    entries = b"<</Type/XRef/Size 9/W[1 4 1]/Index[7 2]/Root 1 0 R/Length %d>>" % len(rows)
    data += b"9 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (entries, rows)
    last = len(data)
    data += b"xref\n0 0\ntrailer\n<</Size 9/Root 1 0 R/Prev %d/XRefStm %d>>\n" % (start, beside)
    file = PdfFile(data + b"startxref\n%d\n%%%%EOF" % last)
    assert file.fetch(Ref(7)) == b"geheim"
    assert len(list(file.pages())) == 1


def test_resources_are_inherited() -> None:
    body = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] /Resources << /Mark /Whole >> >>",
        b"<< /Type /Page /Parent 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [5 0 R] /Resources << /Mark /Part >> >>",
        b"<< /Type /Page /Parent 4 0 R >>",
    ]
    assert [page["Resources"]["Mark"] for page in PdfFile(assemble(body)).pages()] == ["Whole", "Part"]


def test_a_stream_in_ascii_and_deflated() -> None:
    packed = zlib.compress(b"woorden")
    assert PdfFile(SAMPLE).unpacked(Stream({"Filter": "FlateDecode"}, packed)) == b"woorden"
    ascii85 = b'G^+IX!!!"L'
    assert PdfFile(SAMPLE).unpacked(Stream({"Filter": ["ASCII85Decode"]}, ascii85 + b"~>"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n%%EOF\n",
        SAMPLE[: len(SAMPLE) // 2],
        SAMPLE + b"\n99 0 obj\n<<>>\nendobj\n",
        SAMPLE.replace(b"/Root", b"/Roof"),
        SAMPLE.replace(b"startxref\n", b"startxref\n9"),
        SAMPLE.replace(b"/Type/Pages", b"/Type/Paged"),
        SAMPLE.replace(b"trailer", b"trialer"),
        stored(encryption=pikepdf.Encryption(owner="baas", user="")),
        stored(object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=pikepdf.Encryption(owner="b", user="")),
        make_pdf(RawPage()).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
    ],
    ids=[
        "empty", "head only", "half", "objects after the end", "no root", "wrong place", "no pages", "no trailer",
        "password", "password, packed", "pages go round",
    ],
)  # fmt: skip
def test_what_is_out_of_the_ordinary_is_refused(data: bytes) -> None:
    with pytest.raises(Unusual):
        texts(data)


@pytest.mark.parametrize(
    "data",
    [
        make_pdf(RawPage()).replace(b"/Filter /FlateDecode >>", b"/Filter 3 0 R /A 1 >>"),
        re.sub(rb"/Length \d+", b"/Length 3 0 R", make_pdf(RawPage())),
        make_pdf(RawPage()).replace(b"/Contents 3 0 R", b"/Contents " + b"9" * 5000),
        make_pdf(RawPage()).replace(b"startxref\n", b"startxref\n" + b"1" * 5000),
        make_pdf(RawPage()).replace(b"/Contents 3 0 R", b"/Contents " + b"[" * 5000 + b"]" * 5000),
    ],
    ids=["filter is itself", "length is itself", "a very long number", "a very far place", "very deep"],
)
def test_traps(data: bytes) -> None:
    with pytest.raises(Unusual):
        Shows(data).page(0)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_byte_is_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(data.draw(st.sampled_from(STORED)))
    changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Unusual):
        shows = Shows(bytes(changed))
        for index in range(len(shows)):
            shows.page(index)


@pytest.mark.parametrize(
    ("entries", "raw"),
    [
        ({"Filter": "LZWDecode"}, b"x"),
        ({"Filter": "FlateDecode"}, b"geen deflate"),
        ({"Filter": "FlateDecode"}, zlib.compress(b"woorden" * 99)[:-9]),
        ({"Filter": "FlateDecode", "DecodeParms": {"Predictor": 12}}, zlib.compress(b"x")),
        ({"Filter": "ASCII85Decode"}, b"\x80"),
    ],
    ids=["rare filter", "not deflated", "cut short", "with parameters", "not ascii"],
)
def test_streams_that_are_not_unpacked(entries: dict[str, object], raw: bytes) -> None:
    with pytest.raises(Unusual):
        PdfFile(SAMPLE).unpacked(Stream(entries, raw))


def test_a_stream_of_another_length_is_refused() -> None:
    data = make_pdf(RawPage().text(50, 100, "een"))
    length = data[data.index(b"/Length ") :].split()[1]
    with pytest.raises(Unusual):
        texts(data.replace(b"/Length %s" % length, b"/Length %d" % (int(length) - 1)))


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        (Dictionary(), False),
        (Dictionary(OFF=Array([])), False),
        (Dictionary(BaseState=Name.ON), False),
        (Dictionary(OFF=Array([0])), True),
        (Dictionary(BaseState=Name.OFF), True),
    ],
    ids=["none", "an empty list", "on", "one", "all"],
)
def test_layers_that_are_off_are_told_where_the_file_is_not_read_lightly(hidden: Dictionary, told: bool) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf(RawPage().text(50, 100, "een")))) as pdf:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Concept")))
        if "OFF" in hidden:
            hidden.OFF = Array([layer] * len(hidden.OFF))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=hidden)
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    codes = [f.code for f in pdf_to_document(out.getvalue(), "proef.pdf").findings]
    assert codes == ([Code.LAYER_HIDDEN] if told else [])


@pytest.mark.parametrize("after", [b"", b"\n", b"\n% verzonden met de post", b"\0" * 300])
def test_what_mail_and_scanners_put_after_the_end_is_none_of_the_file(after: bytes) -> None:
    assert len(Shows(SAMPLE + after)) == 6
