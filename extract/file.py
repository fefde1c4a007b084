"""A file → its Document, whatever kind it is.

Scope: choose the reader by content. Each reader brings its own library; it is imported when a file needs it.
"""

from __future__ import annotations

from extract.gate import Kind, data_to_kind
from transform.document import Document


def file_to_document(data: bytes, source_name: str, *, ocr: bool = False, largest: int | None = None) -> Document:
    """Read a PDF, Word or ODT file of at most ``largest`` bytes; with ``ocr``, pages of a PDF that are pictures too.

    Raises the errors of ``gate.data_to_kind`` and of the reader it chooses.
    """
    kind = data_to_kind(data, source_name, largest)
    if kind is Kind.PDF:
        from extract.pdf import pdf_to_document

        return pdf_to_document(data, source_name, ocr=ocr)
    if kind is Kind.ODT:
        from extract.odt import odt_to_document

        return odt_to_document(data, source_name)
    from extract.word import word_to_document

    return word_to_document(data, source_name)
