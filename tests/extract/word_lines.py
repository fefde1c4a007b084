"""What tests of the Word reader look at: the lines of a document, and both sides of its books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extract.word import word_to_document
from extract.word_count import Revisions
from transform.document import Document, Line, Table, printed_characters
from transform.findings import Code


def read(data: bytes, revisions: Revisions = "accepted") -> Document:
    """A Word file read; its books must balance, whatever else a test looks at."""
    document = word_to_document(data, "test.docx", revisions)
    assert held(document) == delivered(document)
    return document


def all_lines(document: Document) -> Iterator[Line]:
    """Every line of a document, in and outside tables."""
    for block in document.blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row.cells for line in cell.lines)


def texts(document: Document) -> list[str]:
    """The text of every line."""
    return [line.text for line in all_lines(document)]


def markers(document: Document) -> list[str | None]:
    """The marker of every line."""
    return [line.marker for line in all_lines(document)]


def tables(document: Document) -> list[Table]:
    """The tables of a document."""
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[tuple[int, int, str]]]:
    """Per row the column, span and text of every cell; a cell merged into the one above is ``^``."""
    return [
        [(c.column, c.span, "^" if c.merged_above else "|".join(line.text for line in c.lines)) for c in r.cells]
        for r in table.rows
    ]


def found(document: Document) -> list[tuple[Code, str, str]]:
    """Code, was and became of every finding."""
    return [(finding.code, finding.was, finding.became) for finding in document.findings]


def held(document: Document) -> Counter[str]:
    """The characters that the file holds by its own count."""
    return Counter(document.pages[0].held)


def delivered(document: Document) -> Counter[str]:
    """The characters of all lines."""
    return Counter(c for line in all_lines(document) for c in printed_characters(line.text))
