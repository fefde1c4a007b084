"""The reader's books: what each page holds, counted apart from the reading, and an independent witness.

``check_delivered`` compares the blocks of a page with the page's own count. ``check_witness`` compares with what
another engine (pdfium) sees on the page: letters and digits only, for it invents spaces and line ends, turns
hyphens at line ends into codes of its own, and drops what is drawn twice. Without the witness, text that the
first engine overlooks would be missing on both sides of the books, and nobody would know.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from extract.pdf_marks import Char, is_symbol_font
from transform.document import Block, Line, Table, printed_characters
from transform.errors import Damaged, Encrypted, Unbalanced

#: How many of the characters that differ an error shows.
SHOWN: Final = 40


def chars_to_held(chars: Iterable[Char]) -> str:
    """What a page holds, as ``Page.held`` has it."""
    return "".join(printed_characters(char.text) for char in chars)


def blocks_to_text(blocks: Iterable[Block]) -> str:
    """All that blocks hold, as ``chars_to_held`` gives it."""
    return "".join(printed_characters(line.text) for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from (line for row in block.rows for cell in row.cells for line in cell.lines)
    else:
        yield block


def check_delivered(held: str, blocks: Iterable[Block], page: int, name: str) -> None:
    """Raise Unbalanced unless the blocks of a page hold exactly what the page holds."""
    source, delivered = Counter(held), Counter(blocks_to_text(blocks))
    if source != delivered:
        raise _unbalanced(source - delivered, delivered - source, page, name)


def check_witness(seen: str, delivered: str, page: int, name: str) -> None:
    """Raise Unbalanced when the witness sees a letter or digit that is not delivered (drawn twice counts twice)."""
    missing = Counter(letters(seen)) - Counter(letters(delivered))
    if missing:
        raise _unbalanced(missing, Counter(), page, name)


def letters(text: str) -> str:
    """The letters, digits and accents of a text, compatibility forms taken apart (ligatures, raised figures)."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c)[0] in "LNM")


def _unbalanced(missing: Counter[str], surplus: Counter[str], page: int, name: str) -> Unbalanced:
    shown = {k: "".join(sorted(v.elements()))[:SHOWN] for k, v in (("missing", missing), ("surplus", surplus))}
    return Unbalanced(name, where=f"p. {page}", **shown)


def data_to_witness(data: bytes, name: str) -> tuple[str, ...]:
    """What pdfium sees on each page: its characters, those of symbol fonts and its own inventions left out.

    Raises Damaged when pdfium cannot open the file or a page of it.
    """
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            return tuple(_page_to_witness(document, i) for i in range(len(document)))
        finally:
            document.close()
    except pypdfium2.PdfiumError as fault:
        raise pdfium_fault(fault, name) from fault


def pdfium_fault(fault: pypdfium2.PdfiumError, name: str) -> Damaged | Encrypted:
    """The error of ours for one of pdfium's."""
    if getattr(fault, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
        return Encrypted(name)
    return Damaged(name, reason=str(fault))


def _page_to_witness(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text = page.get_textpage()
    try:
        raw = text.raw
        return "".join(chr(code) for i in range(text.count_chars()) if (code := _code(raw, i)))
    finally:
        text.close()
        page.close()


def _code(raw: pdfium.FPDF_TEXTPAGE, index: int) -> int:
    """The code of a character that is printed and named; 0 for any other."""
    if pdfium.FPDFText_IsGenerated(raw, index) == 1 or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1:
        return 0
    code = int(pdfium.FPDFText_GetUnicode(raw, index))
    named = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    is_letter = named and unicodedata.category(chr(code))[0] in "LNM"
    return code if is_letter and not is_symbol_font(_font(raw, index)) else 0


def _font(raw: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    """The name of a character's font; empty when it has none."""
    flags = ctypes.c_int()
    size = int(pdfium.FPDFText_GetFontInfo(raw, index, None, 0, flags))
    name = ctypes.create_string_buffer(max(size, 1))
    pdfium.FPDFText_GetFontInfo(raw, index, name, size, flags)
    return name.value.decode("utf-8", "replace")
