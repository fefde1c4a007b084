"""The gate and the zip: what is let through, what is refused and by what name, before anything is unpacked."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest

from extract import archive, gate
from extract.archive import data_to_archive
from extract.file import file_to_document
from extract.gate import Kind, data_to_kind
from extract.xml_parser import bytes_to_root
from tests.extract.raw_docx import content_types, docx, docx_files, paragraph, part, relationships, zipped
from transform.errors import CatalogusError, Damaged, EmptyFile, Encrypted, NotPdfOrWord, TooLarge, UnsafeXml

SAMPLES = Path(__file__).parents[2] / "samples"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def office(main: str, main_type: str, content: str = "<x/>") -> bytes:
    """An Office package with this main part."""
    return zipped(
        {
            "[Content_Types].xml": content_types(main, main_type),
            "_rels/.rels": relationships({"rId1": ("officeDocument", main)}),
            main: content,
        }
    )


def openxml(name: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.{name}.main+xml"


LET_THROUGH = {
    "pdf": (b"%PDF-1.7\n", Kind.PDF),
    "pdf after other bytes": (b"\0junk\n" * 100 + b"%PDF-1.4", Kind.PDF),
    "docx": (docx(paragraph("a")), Kind.WORD),
    "dotx": (docx("", main_type=openxml("wordprocessingml.template")), Kind.WORD),
    "docm": (docx("", main_type="application/vnd.ms-word.document.macroEnabled.main+xml"), Kind.WORD),
    "dotm": (docx("", main_type="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), Kind.WORD),
    "main part of another name": (docx("", main="deel/hoofd.xml"), Kind.WORD),
    "main part without a type of its own": (docx("", main_type="application/xml"), Kind.WORD),
    "odt": (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), Kind.ODT),
    "ott": (zipped({"mimetype": "application/vnd.oasis.opendocument.text-template"}), Kind.ODT),
    "a Word file with a mimetype of its own": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"} | docx_files("")),
        Kind.WORD,
    ),
    "a zip that holds a pdf first": (zipped({"a": b"%PDF-1.7"} | docx_files("")), Kind.WORD),
}


@pytest.mark.parametrize(("data", "kind"), LET_THROUGH.values(), ids=LET_THROUGH.keys())
def test_what_is_let_through(data: bytes, kind: Kind) -> None:
    assert data_to_kind(data, "x") is kind


REFUSED = {
    "xlsx": office("xl/workbook.xml", openxml("spreadsheetml.sheet")),
    "pptx": office("ppt/presentation.xml", openxml("presentationml.presentation")),
    "ods": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
    "epub": zipped({"mimetype": "application/epub+zip"}),
    "zip": zipped({"a.txt": "a"}),
    "doc": OLE + "WordDocument".encode("utf-16-le"),
    "xls": OLE + "Workbook".encode("utf-16-le"),
    "ole": OLE,
    "rtf": b"{\\rtf1\\ansi a}",
    "html": b"\xef\xbb\xbf \n<!DOCTYPE HTML><p>a",
    "xml": b'<?xml version="1.0"?><x/>',
    "fodt": b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"/>',
    "word-xml": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>',
    "odm": zipped({"mimetype": "application/vnd.oasis.opendocument.text-master"}),
    "mht": b"MIME-Version: 1.0\n",
    "png": b"\x89PNG\r\n\x1a\n\0\0",
    "jpeg": b"\xff\xd8\xff\xe0",
    "gif": b"GIF89a",
    "tiff": b"II*\0",
    "ps": b"%!PS-Adobe",
    "text": "Bijlage 1B é".encode(),
    "unknown": b"\0\1\2\3",
}


@pytest.mark.parametrize(("found", "data"), REFUSED.items(), ids=REFUSED.keys())
def test_what_is_refused_and_by_what_name(found: str, data: bytes) -> None:
    with pytest.raises(NotPdfOrWord) as refused:
        file_to_document(data, "x.docx")
    assert refused.value.facts == {"found": found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<html>".encode("utf-16"), "html"),
        ("één".encode("latin-1"), "text"),
        (("a" * 4095 + "é").encode(), "text"),
        (b"\x7fELF\x02\x01\x01\0", "unknown"),
    ],
)
def test_texts_in_other_encodings(text: bytes, name: str) -> None:
    assert gate.text_to_name(text) == name


def test_an_empty_file() -> None:
    with pytest.raises(EmptyFile):
        data_to_kind(b"", "x")


def test_a_file_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_FILE_BYTES", 10)
    with pytest.raises(TooLarge) as refused:
        data_to_kind(b"%PDF-1.7 and more", "x")
    assert refused.value.facts == {"limit": "file-bytes", "allowed": 10, "found": 17}


def test_a_word_file_behind_a_password() -> None:
    with pytest.raises(Encrypted):
        data_to_kind(OLE + "EncryptedPackage".encode("utf-16-le"), "x")


def with_flag(data: bytes, flag: int) -> bytes:
    """A zip in which every entry carries a flag, in its own header and in the directory."""
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        pieces = data.split(signature)
        pieces[1:] = [p[: at - 4] + struct.pack("<H", flag) + p[at - 2 :] for p in pieces[1:]]
        data = signature.join(pieces)
    return data


def twice(name: str, other: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(name, "a")
        archive.writestr(other, "b")
    return stream.getvalue()


def packed(method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("a", "a" * 100)
    return stream.getvalue()


UNSOUND: dict[str, tuple[bytes, type[CatalogusError]]] = {
    "cut off": (docx("")[:-40], Damaged),
    "only its first bytes": (b"PK\x03\x04", Damaged),
    "a name twice": (twice("a.xml", "a.xml"), Damaged),
    "a name twice but for its case": (twice("word/a.xml", "Word/A.xml"), Damaged),
    "a name twice but for its slashes": (twice("word/a.xml", "word\\a.xml"), Damaged),
    "an absolute name": (zipped({"/etc/passwd": "a"}), Damaged),
    "a name that climbs": (zipped({"word/../../a": "a"}), Damaged),
    "a name that climbs backwards": (zipped({"word\\..\\..\\a": "a"}), Damaged),
    "a drive": (zipped({"C:/a": "a"}), Damaged),
    "locked entries": (with_flag(docx(""), 1), Encrypted),
    "another packing": (packed(zipfile.ZIP_BZIP2), Damaged),
}


@pytest.mark.parametrize(("data", "error"), UNSOUND.values(), ids=UNSOUND.keys())
def test_unsound_zips(data: bytes, error: type[CatalogusError]) -> None:
    with pytest.raises(error):
        data_to_kind(data, "x")


@pytest.mark.parametrize(
    ("constant", "limit"),
    [("MAX_ENTRIES", "zip-entries"), ("MAX_UNPACKED_BYTES", "unpacked-bytes"), ("MAX_PART_BYTES", "part-bytes")],
)
def test_limits_of_a_zip(constant: str, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, constant, 3)
    with pytest.raises(TooLarge) as refused:
        data_to_kind(docx(""), "x")
    assert refused.value.facts["limit"] == limit


def test_a_bomb_is_refused_by_what_it_declares() -> None:
    bomb = zipped({"word/bomb.xml": bytes(archive.RATIO_FLOOR_BYTES + 1)})
    with pytest.raises(TooLarge) as refused:
        data_to_archive(bomb, "x")
    assert refused.value.facts["limit"] == "unpacked-ratio"


def declaring(data: bytes, size: int, crc: int) -> bytes:
    """A zip of one entry that declares another size and checksum than it has."""
    for signature, at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        begin = data.index(signature)
        data = data[: begin + at] + struct.pack("<I", crc) + data[begin + at + 4 :]
        data = data[: begin + at + 8] + struct.pack("<I", size) + data[begin + at + 12 :]
    return data


@pytest.mark.parametrize("size", [5, 11])
def test_an_entry_is_as_long_as_it_declares_or_refused(size: int) -> None:
    content = b"<x>1234</x>"
    lying = declaring(zipped({"a.xml": content}), size, zlib.crc32(content[:size]))
    archive = data_to_archive(lying, "x")
    if size == len(content):
        assert archive.read("A.xml") == content
    else:
        with pytest.raises(Damaged):
            archive.read("a.xml")


def test_a_broken_entry() -> None:
    archive = data_to_archive(declaring(zipped({"a": b"<x/>"}), size=4, crc=1), "x")
    with pytest.raises(Damaged):
        archive.read("a")


def test_a_missing_main_part() -> None:
    files = docx_files("")
    del files["word/document.xml"]
    with pytest.raises(Damaged):
        file_to_document(zipped(files), "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "latin-1"])
def test_a_part_with_a_doctype_is_refused(encoding: str) -> None:
    xml = '<!DOCTYPE w [<!ENTITY e "verborgen">]><w>voor &e; na</w>'
    with pytest.raises(UnsafeXml) as refused:
        bytes_to_root(xml.encode(encoding), "word/document.xml", "x")
    assert refused.value.facts == {"part": "word/document.xml"}


def test_a_document_with_a_doctype_is_refused() -> None:
    files = docx_files(paragraph("a"), numbering="")
    files["word/numbering.xml"] = '<!DOCTYPE x><w:numbering xmlns:w="x"/>'
    with pytest.raises(UnsafeXml):
        file_to_document(zipped(files), "x")


@pytest.mark.parametrize("xml", [b"", b"<a>", b"<a>&unknown;</a>", b"<a>" * 300 + b"</a>" * 300, b"\xff\xfe"])
def test_xml_that_is_not_well_formed(xml: bytes) -> None:
    with pytest.raises(Damaged):
        bytes_to_root(xml, "a.xml", "x")


@pytest.mark.parametrize("embedded", ['<w:altChunk r:id="r1"/>', '<w:p><w:subDoc r:id="r1"/></w:p>'])
def test_a_document_that_word_would_merge_in_is_refused(embedded: str) -> None:
    with pytest.raises(NotPdfOrWord) as refused:
        file_to_document(docx(embedded), "x")
    assert refused.value.facts == {"found": "altchunk"}


def test_nothing_but_our_own_errors_leaves_a_torn_file() -> None:
    whole = (SAMPLES / "bijlage-1b.docx").read_bytes()
    step = max(1, len(whole) // 60)
    for end in range(1, len(whole), step):
        with pytest.raises(CatalogusError):
            file_to_document(whole[:end], "x")


def test_nothing_but_our_own_errors_leaves_a_file_with_a_wrong_byte() -> None:
    whole = docx(paragraph("Toont moed"), styles="", numbering="")
    for at in range(0, len(whole), 7):
        torn = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        try:
            file_to_document(torn, "x")
        except CatalogusError:
            continue


def test_the_main_part_is_found_by_its_relationship() -> None:
    files = docx_files(paragraph("echt"), main="deel/hoofd.xml")
    files["word/document.xml"] = part("document", f"<w:body>{paragraph('onecht')}</w:body>")
    document = file_to_document(zipped(files), "x")
    assert [getattr(block, "text", None) for block in document.blocks] == ["echt"]
