"""The marks of footnotes in printed text, and the notes that they point to.

    … als de tijd dringt.¹       A mark is set small and raised, and a line outside the tables of the same page begins
    ─────                        with it. The note goes with its mark into the findings, and the mark into the ledger.
    ¹ Zie ook artikel 3.         What is raised and points to nothing (``m²``) stays, and a person is asked. A note that
                                 a reader took for the last row of a table without rules is set outside it first.

A note may stand at the end of the document, if it begins with the same mark, raised as well. Fails for one that begins
otherwise: its mark is kept, and asked about. So is an asterisk or dagger right after a word at the end of a line,
wherever its note may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from functools import partial
from operator import is_
from statistics import median
from typing import Final

from msgspec.structs import replace

from transform.document import Block, Cell, Document, Line, Raised, Row, Table
from transform.header_rows import filled_cells
from transform.place import page_of

Notes = Mapping[tuple[int | None, str], str]


#: A mark that a line end parted from its word: type smaller than this share of the cell's, and nothing but a mark.
SMALL: Final = 0.95
_MARK: Final = re.compile(r"\s*(?:\d{1,3}|[*†‡§]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*")
#: A number right after the end of a sentence, or a sign right after a word; and a line that one begins as a note.
_SIGNS: Final = r"[*†‡]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}"
_LAST_OF_MARK: Final = "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹"
_AT_END: Final = re.compile(
    rf"(?:(?<=[^\W\d_][.!?;)])\d{{1,2}}|(?<=[^\W_][.!?;)])(?:{_SIGNS})|(?<=[^\W_])(?:{_SIGNS})|(?<=[^\W_]\s)[*†‡]{{1,3}})(?=\s*$)"
)
#: Signs that are no part of any text where they end a word and a line.
_NEVER_TEXT: Final = "*†‡"
_SENTENCE_END: Final = re.compile(r"[^\W\d_][.!?]\W?\s*$")
_NOTE: Final = re.compile(rf"\s*(?:(\d{{1,2}})\s*[A-ZÀ-Ý]|({_SIGNS})\s*[^\W_])")


def find_notes(document: Document) -> Document:
    """The document with the note of every mark in its tables, and in lines outside them, which may be headings."""
    numbers = {
        (page_of(b.origin), found[1] or found[2])
        for b in document.blocks
        if isinstance(b, Line) and (found := _NOTE.match(b.text))
    }
    blocks = [
        _map_cells(_map_cells(b, _with_marks_alone), partial(_with_marks_at_ends, numbers)) for b in document.blocks
    ]
    marks = _marks(blocks)
    if not marks:
        return document
    blocks = [part for block, below in zip(blocks, [*blocks[1:], None], strict=True) for part in _parted(block, below)]
    outside = [block for block in blocks if isinstance(block, Line)]
    notes = {place: note for line in outside for place in marks if (note := _note(line, *place))}
    notes |= _endnotes(marks, notes, outside)
    return replace(document, blocks=tuple(_block_with_notes(block, notes) for block in blocks))


def _endnotes(marks: Collection[tuple[int | None, str]], notes: Notes, outside: Iterable[Line]) -> Notes:
    """The notes of marks that have none on their page: each the one line on a later page that begins with it, raised.

    It stands once without a note, and in no text of the page of the line: there it would be that one's.
    """
    alone = [(page, mark) for page, mark in marks if page is not None and (page, mark) not in notes]
    begun = [line for line in outside if line.raised and line.raised[0].start == 0] if alone else []
    found: dict[tuple[int | None, str], str] = {}
    for page, mark in alone:
        lines = [line for line in begun if _mark(line, line.raised[0]) == mark and (page_of(line.origin) or 0) > page]
        is_once = sum(other == mark for _, other in alone) == 1 and len(lines) == 1
        if is_once and (page_of(lines[0].origin), mark) not in marks:
            found[page, mark] = lines[0].text
    return found


def _marks(blocks: Iterable[Block]) -> set[tuple[int | None, str]]:
    """The marks in tables, and in lines outside them that do not begin with one: page and sign."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            lines += _lines(block)
        elif block.raised and block.raised[0].start:
            lines.append(block)
    return {(page_of(line.origin), _mark(line, raised)) for line in lines for raised in line.raised}


def _parted(block: Block, below: Block | None) -> Iterator[Block]:
    """A table, and below it the lines of last rows that are notes; nothing else of it stands lower on the page.

    Such a row has one cell, which begins with the mark of a row above it and ends as a sentence does. Fails for a name
    that does so.
    """
    page = page_of(block.origin)
    is_last = page is not None and not (isinstance(below, Table) and page_of(below.origin) == page)
    rows = block.rows if isinstance(block, Table) else ()
    count = len(rows)
    while is_last and count > 1 and _is_note(rows[count - 1], rows[: count - 1]):
        count -= 1
    if count == len(rows) or isinstance(block, Line):
        yield block
        return
    yield replace(block, rows=rows[:count])
    yield from (line for row in rows[count:] for cell in row.cells for line in cell.lines)


def _is_note(row: Row, above: Iterable[Row]) -> bool:
    filled = filled_cells(row)
    if len(filled) != 1 or not _SENTENCE_END.search(filled[0].lines[-1].text):
        return False
    marks = (_mark(line, mark) for r in above for cell in r.cells for line in cell.lines for mark in line.raised)
    first = filled[0].lines[0]
    return any(_note(first, page_of(first.origin), mark) == first.text for mark in marks)


def _block_with_notes(block: Block, notes: Notes) -> Block:
    if isinstance(block, Line):
        return _line_with_notes(block, notes)
    return _map_cells(block, partial(_with_notes, notes=notes))


def _map_cells(block: Block, change: Callable[[Cell], Cell]) -> Block:
    """A table with every cell changed; a line as it is, and a row of which no cell is another."""
    if isinstance(block, Line):
        return block
    changed = [[change(cell) for cell in row.cells] for row in block.rows]
    pairs = zip(block.rows, changed, strict=True)
    rows = tuple(row if all(map(is_, row.cells, cells)) else replace(row, cells=tuple(cells)) for row, cells in pairs)
    return block if all(map(is_, block.rows, rows)) else replace(block, rows=rows)


def _with_marks_alone(cell: Cell) -> Cell:
    """The cell with lines that are nothing but a mark taken as raised: nothing on them shows that they are."""
    sizes = [line.size for line in cell.lines if line.size]
    if len(sizes) < 2 or min(sizes) > SMALL * median(sizes):
        return cell
    small = SMALL * median(sizes)
    return replace(cell, lines=tuple(_raised_alone(line, small) for line in cell.lines))


def _raised_alone(line: Line, small: float) -> Line:
    alone = line.size is not None and line.size <= small and _MARK.fullmatch(line.text) and not line.raised
    return replace(line, raised=(Raised(start=0, end=len(line.text)),)) if alone else line


def _with_marks_at_ends(numbers: Container[tuple[int | None, str]], cell: Cell) -> Cell:
    """The cell with numbers right after a sentence taken as raised, where a note of that number stands on the page.

    A font may have figures that are drawn raised, of which only the shape tells. So with an asterisk or a dagger.
    """
    if not any(_may_end_in_mark(line.text) for line in cell.lines):
        return cell
    return replace(cell, lines=tuple(_raised_at_end(line, numbers) for line in cell.lines))


def _may_end_in_mark(text: str) -> bool:
    """Whether a line ends in a digit or a sign, without which it ends in no mark."""
    last = text.rstrip()[-1:]
    return last.isdecimal() or (last != "" and last in _LAST_OF_MARK)


def _raised_at_end(line: Line, numbers: Container[tuple[int | None, str]]) -> Line:
    found = _AT_END.search(line.text)
    if not found or line.raised:
        return line
    page, is_number = page_of(line.origin), found[0].isdecimal()
    if (page is None and is_number) or ((page, found[0]) not in numbers and found[0][0] not in _NEVER_TEXT):
        return line
    return replace(line, raised=(Raised(start=found.start(), end=found.end()),))


def _lines(table: Table) -> list[Line]:
    return [line for row in table.rows for cell in row.cells for line in cell.lines]


def _mark(line: Line, raised: Raised) -> str:
    return line.text[raised.start : raised.end].strip()


def _note(line: Line, page: int | None, mark: str) -> str:
    """What a line of this page says under a mark: from its start, or after a note of its own; empty if it has none."""
    if page_of(line.origin) != page:
        return ""
    alike = any(raised.start == 0 and raised.end == len(mark) for raised in line.raised)
    again = r"\s*(?=\S)" if alike or not mark[-1:].isalnum() else r"(?:(?=\W)\s*(?=\S)|(?=[A-ZÀ-Ý]))"
    found = re.match(re.escape(mark) + again, line.text) or re.search(rf"(?<=[.!?;]\s){re.escape(mark)}\s", line.text)
    return line.text[found.start() :] if found else ""


def _with_notes(cell: Cell, notes: Notes) -> Cell:
    return replace(cell, lines=tuple(_line_with_notes(line, notes) for line in cell.lines))


def _line_with_notes(line: Line, notes: Notes) -> Line:
    if not line.raised:
        return line
    page = page_of(line.origin)
    return replace(line, raised=tuple(replace(r, note=notes.get((page, _mark(line, r)), "")) for r in line.raised))
