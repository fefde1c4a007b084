"""The gate: what a file is, by its own bytes, before any reader opens it.

Scope: size, first bytes, and for a zip whether it is a text document at all; whatever is none is
refused by the name of what it looks like. Non-goals: names and suffixes (they lie), and whether the file is
sound. Prevents: a parser let loose on something it was never meant for.

``found`` is a short name that is the same in every language: a usual suffix (``xlsx``, ``ods``, ``rtf``,
``html``, ``png``…), or ``zip``, ``ole``, ``text``, ``word-xml``, ``altchunk``, ``unknown``.
"""

from __future__ import annotations

import codecs
from enum import Enum
from typing import Final

from transform.errors import EmptyFile, Encrypted, NotPdfOrWord, TooLarge
from transform.limits import MIB, SIZE_MIB

#: A file larger than this is not opened: the longest regulations stay under a tenth of it.
MAX_FILE_BYTES: Final = SIZE_MIB * MIB
#: How far into a file readers look for a PDF's header.
PDF_HEADER_WITHIN: Final = 1024
PDF_HEADER: Final = b"%PDF-"
ZIP_STARTS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE_START: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: First bytes that are never a PDF or Word file → what the file is called.
OTHER_STARTS: Final = {
    b"{\\rtf": "rtf",
    b"\x89PNG\r\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"II*\0": "tiff",
    b"MM\0*": "tiff",
    b"RIFF": "webp",
    b"%!PS": "ps",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
}
#: What a text begins with, lower case and without white space → what the file is called.
TEXT_STARTS: Final = {
    "<!doctype html": "html",
    "<html": "html",
    "<?xml": "xml",
    "mime-version:": "mht",
}
#: What an XML file names in its root, lower case → what it is called: text documents that are no package.
XML_ROOTS: Final = {
    'office:mimetype="application/vnd.oasis.opendocument.text"': "fodt",
    "<pkg:package": "word-xml",
    "<w:worddocument": "word-xml",
}
#: Names of streams in an OLE file, which are UTF-16 there → what the file is called.
OLE_STREAMS: Final = {"WordDocument": "doc", "Workbook": "xls", "PowerPoint Document": "ppt", "__substg": "msg"}
ENCRYPTED_STREAM: Final = "EncryptedPackage"
#: Marks of a text in another encoding than UTF-8.
BYTE_ORDER_MARKS: Final = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
#: How much of a file is looked at to see whether it is text.
TEXT_SAMPLE: Final = 4096


class Kind(Enum):
    """What the gate lets through."""

    PDF = "pdf"
    WORD = "docx"
    ODT = "odt"


def data_to_kind(data: bytes, source_name: str, largest: int | None = None) -> Kind:
    """PDF, Word or ODT, by content alone; a file of more than ``largest`` bytes (MAX_FILE_BYTES) is none.

    Raises EmptyFile, TooLarge, Encrypted (a Word file with a password), NotPdfOrWord, and for a zip also what
    ``word_package.data_to_package`` raises.
    """
    if not data:
        raise EmptyFile(source_name)
    allowed = largest or MAX_FILE_BYTES
    if len(data) > allowed:
        raise TooLarge(source_name, limit="file-bytes", allowed=allowed, found=len(data))
    if data.startswith(ZIP_STARTS):
        return zip_to_kind(data, source_name)
    if data.startswith(OLE_START):
        refuse_ole(data, source_name)
    found = start_to_name(data)
    if found is None and PDF_HEADER in data[:PDF_HEADER_WITHIN]:
        return Kind.PDF
    raise NotPdfOrWord(source_name, found=found or text_to_name(data))


def zip_to_kind(data: bytes, source_name: str) -> Kind:
    """ODT by its ``mimetype`` entry, WORD when the main part is a Word document; the zip was looked over for both."""
    from extract.word_package import data_to_package, is_odt  # an XML library: only when there is a zip to look into

    if is_odt(data, source_name):
        return Kind.ODT
    data_to_package(data, source_name)
    return Kind.WORD


def refuse_ole(data: bytes, source_name: str) -> None:
    """Raise Encrypted for a Word file behind a password, NotPdfOrWord for every other OLE file."""
    if ENCRYPTED_STREAM.encode("utf-16-le") in data:
        raise Encrypted(source_name)
    names = (name for stream, name in OLE_STREAMS.items() if stream.encode("utf-16-le") in data)
    raise NotPdfOrWord(source_name, found=next(names, "ole"))


def start_to_name(data: bytes) -> str | None:
    """The name of a format known by its first bytes."""
    return next((name for start, name in OTHER_STARTS.items() if data.startswith(start)), None)


def text_to_name(data: bytes) -> str:
    """What a file without known first bytes looks like: a kind of text, ``text`` or ``unknown``."""
    text = sample_to_text(data)
    if text is None:
        return "unknown"
    start = text.lstrip("\ufeff \t\r\n").lower()
    found = next((name for begin, name in TEXT_STARTS.items() if start.startswith(begin)), "text")
    return next((name for root, name in XML_ROOTS.items() if root in start), found) if found == "xml" else found


def sample_to_text(data: bytes) -> str | None:
    """The beginning of a file as text; None when it holds control characters.

    Reads UTF-8 and UTF-16 with a byte order mark; anything else as Latin-1, in which every byte is a character.
    """
    encoding = BYTE_ORDER_MARKS.get(data[:2], "utf-8")
    sample = data[:TEXT_SAMPLE]
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        text = sample.decode("latin-1")
    return None if any(c < " " and c not in "\t\r\n\f" for c in text) else text
