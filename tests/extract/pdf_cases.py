"""Short ways to ask what the PDF reader made of a page: its lines, its tables as text, its findings."""

from __future__ import annotations

from extract.pdf import pdf_to_document
from tests.extract.raw_pdf import RawPage, make_pdf
from transform.document import Cell, Document, Line, Table
from transform.findings import Code


def read(*pages: RawPage) -> Document:
    return pdf_to_document(make_pdf(*pages), "proef.pdf")


def outside(document: Document) -> list[str]:
    """The text of the lines outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Line)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(document: Document) -> list[list[str]]:
    """All rows of all tables: each cell's lines joined by a slash, ``^`` for the lower part of a merged cell."""
    return [[cell_text(cell) for cell in row.cells] for table in tables(document) for row in table.rows]


def cell_text(cell: Cell) -> str:
    return "^" if cell.merged_above else "/".join(line.text for line in cell.lines)


def codes(document: Document) -> list[Code]:
    return [finding.code for finding in document.findings]


#: A table of three columns and three rows, whose rules ``RawPage.grid`` draws: Naam, Kern, Beschrijving.
XS = (50.0, 150.0, 250.0, 450.0)
YS = (100.0, 120.0, 150.0, 170.0)
ROWS = [["Naam", "Kern", "Beschrijving"], ["Durf", "A", "Gaat op/basis"], ["Moed", "B", "Neemt"]]


def filled(page: RawPage) -> RawPage:
    """The drawing's text."""
    for y, texts in ((114, ROWS[0]), (134, ("Durf", "A", "Gaat op")), (146, ("", "", "basis")), (164, ROWS[2])):
        for x, text in zip(XS, texts, strict=False):
            page = page.text(x + 5, y, text) if text else page
    return page


def table() -> RawPage:
    return filled(RawPage())
