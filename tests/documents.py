"""Documents made by hand for tests of the transform: no file, no library, only what a reader would yield.

A printed cell is drawn as text, one line a row; leading spaces are its indent, four points to a space::

    Laat blijken goed geïnformeerd
    te zijn.
    Indicatoren:
      - Is actief op zoek naar
        ontwikkelingen.

The room at the right of a line is what is left of ``WIDTH`` characters.
"""

from __future__ import annotations

from collections.abc import Sequence

from transform.document import Block, Cell, Document, Line, Page, Row, Table, printed_characters
from transform.model import Source
from transform.place import Box, PagePlace, WordPlace, page_of
from transform.strand import Strand
from transform.words import document_to_lines

#: Characters to a full line, points to a character, points to a line.
WIDTH = 34
ADVANCE = 4.0
LEADING = 12.0

HEADER = ("Competenties", "Kern-\ncompetentie", "Beschrijving en indicatoren")


def printed(drawing: str, *, page: int = 1, top: float = 0.0, left: float = 0.0) -> tuple[Line, ...]:
    """Lines as a PDF reader gives them."""
    rows = [row for row in drawing.split("\n") if row.strip()]
    return tuple(_printed_line(row, page, top + number * LEADING, left) for number, row in enumerate(rows))


def _printed_line(row: str, page: int, top: float, left: float) -> Line:
    text = row.strip()
    indent = (len(row) - len(row.lstrip())) * ADVANCE
    end = indent + len(text) * ADVANCE
    box = Box(left + indent, top, left + end, top + 10.0)
    room = max(0.0, WIDTH * ADVANCE - end)
    return Line(text=text, origin=PagePlace(page=page, box=box), indent=indent, room=room, size=10.0)


def typed(*paragraphs: str, marker: str | None = None, indent: float = 0.0) -> tuple[Line, ...]:
    """Paragraphs as a Word reader gives them; a line end within one is a typed line break."""
    return tuple(
        Line(
            text=text,
            origin=WordPlace(paragraph=number),
            marker=marker if piece == 0 else None,
            indent=indent,
            starts_paragraph=piece == 0,
        )
        for number, paragraph in enumerate(paragraphs, 1)
        for piece, text in enumerate(paragraph.split("\n"))
    )


def strand(lines: Sequence[Line], key: str = "1.1.body") -> Strand:
    """A strand of lines."""
    return Strand(key, tuple(lines))


def table(*rows: Sequence[str | None], page: int = 1, top: float = 100.0, widths: int = 3) -> Table:
    """A table of drawn cells; None for a cell merged with the one above, one cell of a row spans all columns."""
    made = []
    for number, row in enumerate(rows):
        y = top + number * 200.0
        box = Box(0.0, y, 300.0, y + 199.0)
        span = widths if len(row) == 1 else 1
        cells = (
            Cell(
                lines=printed(cell or "", page=page, top=y, left=column * 150.0),
                column=column,
                span=span,
                merged_above=cell is None,
            )
            for column, cell in enumerate(row)
        )
        made.append(Row(cells=tuple(cells), origin=PagePlace(page=page, box=box)))
    edges = tuple(100.0 * n for n in range(widths + 1))
    return Table(rows=tuple(made), origin=PagePlace(page=page, box=Box(0.0, top, 300.0, top + 1.0)), edges=edges)


def document(*blocks: Block | str, pages: int | None = None) -> Document:
    """A PDF document of blocks (a string is a line outside the tables), its pages counted from the blocks."""
    made: list[Block] = []
    for number, block in enumerate(blocks):
        made += printed(block, top=number * LEADING) if isinstance(block, str) else [block]
    source = Source(file="proef.pdf", sha256="0" * 64, format="pdf", pages=pages)
    whole = Document(source=source, blocks=tuple(made), pages=())
    held: dict[int | None, str] = {}
    for line in document_to_lines(whole):
        number_ = page_of(line.origin)
        held[number_] = held.get(number_, "") + printed_characters(line.text)
    counted = tuple(Page(number=number, held=text) for number, text in sorted(held.items(), key=str))
    source = Source(file="proef.pdf", sha256="0" * 64, format="pdf", pages=pages or len(counted))
    return Document(source=source, blocks=tuple(made), pages=counted)
