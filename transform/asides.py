"""Lines and rows of tables that are no text of a catalogue: where it goes on, numbers of pages, what is said of rows.

Zie vervolg op de volgende pagina      all that a line says
– 12 –                                 all that a row says
Let op: alleen voor leidinggevenden    a line or row of its own
"""

from __future__ import annotations

import re
from typing import Final

from transform.document import Document, Row, Table
from transform.header_rows import filled_cells, one_line, row_to_lines
from transform.role import letters
from transform.words import document_to_lines

#: And what is said about the rows beside it, in a line or a row of its own: ``Bron: handboek``, ``Zie ook bijlage 2``.
_SAYS: Final = (
    r"zie\s+(?:ook|verder|voor|de|het|bijlage|hoofdstuk|paragraaf|pagina|blz)|einde\s+(?:van|deel|groep|tabel|overzicht)"
    r"|deze\s+(?:competenties?|tabel|groep)|alleen\s+voor"
)
REMARK: Final = re.compile(
    r"^(?:\W*(?:bron(?:nen)?|noot|n\.?b\.?|let\s+op|opmerking(?:en)?)\s*[:!]|\s*\*|\s*\([^()]*\)\s*$"
    rf"|\W*(?:{_SAYS})\b)",
    re.IGNORECASE,
)

_MONTH: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
#: What an edition says of itself, and the headings of what stands before a catalogue: neither its title nor a group.
OF_EDITION: Final = re.compile(
    r"^\W*(?:versie\w*|datum|status|vastgesteld|vastgelegd|gewijzigd|geldig|geldend|in werking|met ingang|ingaande"
    r"|inwerkingtreding|ingangsdatum|concept|definitief|inleiding|voorwoord|leeswijzer|inhoudsopgave|toelichting"
    rf"|staatscourant|nr|kenmerk|(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+\d{{4}}|\d{{1,2}}-\d{{1,2}}-\d{{2,4}})\b(?!-)",
    re.IGNORECASE,
)

#: Of which page something is said, and what: there the table goes on, or it comes from there.
_OTHER_PAGE: Final = (
    r"(?:(?:de|het|the)\s+)?(?:(?:volgende|vorige|next|previous|following)\s+(?:pagina|bladzijde|blz\.?|blad|page)"
    r"|ommezijde|(?:pagina|bladzijde|blz\.?|page)\s+\d{1,3})"
)
_RUNS_ON: Final = (
    r"(?:(?:zie|lees|gaat|loopt|wordt)\s+)?(?:vervolg|verder|door|vervolgd|continue[ds]|continuation)"
    r"(?:\s+(?:van\s+)?(?:de\s+|the\s+)?(?:tabel|table))?"
)
#: The same in a cell, where it must be all that the line says; a caption may stand before it.
GOES_ON: Final = re.compile(
    r"^\W*(?:(?:deze\s+)?(?:tabel|table)(?:\s+[\dIVX]+(?:\.\d+)*)?\W+)?"
    rf"(?:(?:{_RUNS_ON}|zie|see)\s+(?:(?:op|van|on|from)\s+)?{_OTHER_PAGE}|(?:wordt|to be) (?:vervolgd|continued)"
    r"|z\.\s?o\.\s?z\.?)\W*$",
    re.IGNORECASE,
)

#: The number of a page, as it is typed: between dashes or with its word.
_PAGE: Final = re.compile(
    r"^\s*(?:([-–—|])\s*\d{1,3}\s*\1|(?:pagina|page|blz\.?)\s*\d{1,3}(?:\s*(?:/|van|of)\s*\d{1,3})?)\s*$", re.IGNORECASE
)


def asides_in(document: Document) -> frozenset[int]:
    """The lines (by ``id``) that are no text of the catalogue: where it goes on, and the number of a page."""
    lines = (line for line in document_to_lines(document) if GOES_ON.match(line.text))
    return frozenset(map(id, lines)) | page_numbers_in_rows(document)


def page_numbers_in_rows(document: Document) -> frozenset[int]:
    """The lines (by ``id``) that are all a row says, and number a page: typed where its author saw a page end."""
    rows = (row_to_lines(row) for block in document.blocks if isinstance(block, Table) for row in block.rows)
    return frozenset(id(lines[0]) for lines in rows if len(lines) == 1 and _PAGE.match(lines[0].text))


def rows_at_every_end(document: Document) -> frozenset[int]:
    """The rows (by ``id``) across all columns with which tables end that others end with too: ``Zie verder hierna``.

    A program sets such a row where a page is full; nothing is left of the group that it would head. Fails for what
    a table has at its end once.
    """
    ends: dict[str, list[Row]] = {}
    for table in (block for block in document.blocks if isinstance(block, Table) and len(block.rows) > 1):
        filled = filled_cells(table.rows[-1])
        if len(filled) == 1 < filled[0].span == max(cell.column + cell.span for cell in table.rows[-1].cells):
            ends.setdefault(letters(one_line(filled[0].lines)), []).append(table.rows[-1])
    return frozenset(id(row) for rows in ends.values() if len(rows) > 1 for row in rows)
