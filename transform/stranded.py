"""What was left outside the catalogue although it looks like part of it.

The books balance when a line is listed as standing outside the table; they cannot say that it should not. A label
that heads indicators can: between two parts of the catalogue it means that rows were not recognised, and the
conversion stops. After the last part, or in a table that was passed over, a person is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from transform.body import has_label
from transform.document import Block, Document, Line, Table
from transform.errors import RowsUnread
from transform.findings import Code, Finding
from transform.place import place_in_words
from transform.rows import Selection


def check_nothing_stranded(document: Document, selection: Selection) -> tuple[Finding, ...]:
    """The labels found outside after the catalogue, as findings; raises RowsUnread for one within it.

    Fails for rows without a label: those are seen only as lines outside the table.
    """
    first, last = selection.blocks[0], selection.blocks[-1]
    findings = []
    for index, block in enumerate(document.blocks):
        line = None if index in selection.blocks else next(_labels(block), None)
        if line is not None and first < index < last:
            place = place_in_words(line.origin)
            raise RowsUnread(document.source.file, where=place, words=line.text.strip())
        if line is not None and (index > last or isinstance(block, Table)):
            findings.append(Finding(code=Code.LABEL_OUTSIDE, place=line.origin, was=line.text.strip()))
    return tuple(findings)


def _labels(block: Block) -> Iterator[Line]:
    lines = [block] if isinstance(block, Line) else [line for r in block.rows for c in r.cells for line in c.lines]
    return (line for line in lines if has_label((line,)))
